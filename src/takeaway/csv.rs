//! Tables for spreadsheets (RFC 4180): every cell quoted, lines end in CRLF, and a byte order mark says that it is UTF-8, or
//! Excel would break accents.

/// A cell: something that somebody typed, or something that we made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Guarded, so that no spreadsheet takes it for a formula.
    Typed(String),
    /// A number or a date, which a spreadsheet is to take for one, a minus in front included.
    Figure(String),
}

/// How numbers are written in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The decimal sign of the language.
    pub decimal: char,
    /// How many decimals an amount in the plan's currency has.
    pub decimals: u8,
}

impl Dialect {
    /// What stands between cells. Excel expects a semicolon wherever the comma is the decimal sign.
    #[must_use]
    pub fn separator(self) -> char {
        if self.decimal == ',' { ';' } else { ',' }
    }
}

/// A table with the names of its columns.
#[must_use]
pub fn csv(heads: &[String], rows: &[Vec<Cell>], dialect: Dialect) -> String {
    let mut text = "\u{feff}".to_owned();
    let heads: Vec<Cell> = heads.iter().map(|head| Cell::Typed(head.clone())).collect();
    for row in [&heads].into_iter().chain(rows) {
        let cells: Vec<String> = row.iter().map(quoted).collect();
        text.push_str(&cells.join(dialect.separator().to_string().as_str()));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &Cell) -> String {
    let text = match cell {
        Cell::Typed(text) => &guarded(text),
        Cell::Figure(text) => text,
    };
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// With an apostrophe before each sign that begins a formula, at the beginning and behind whatever a reader with other habits
/// takes for the end of a cell (OWASP, "CSV Injection"; full-width signs count in Japanese Excel).
#[must_use]
pub fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 2);
    let mut begins = true;
    for letter in text.chars() {
        if begins && matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            guarded.push('\'');
        }
        begins = match letter {
            ',' | ';' | '\t' | '\n' | '\r' | '|' => true,
            // What is passed over on the way to a cell's first sign.
            '"' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => begins,
            _ => begins && letter.is_whitespace(),
        };
        guarded.push(letter);
    }
    guarded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_could_begin_a_formula_is_guarded() {
        for (text, expected) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("  @x", "  '@x"),
            ("＝1", "'＝1"),
            ("a,=1;+2\t-3\n@4|=5", "a,'=1;'+2\t'-3\n'@4|'=5"),
            ("\",=1,\"", "\",'=1,\""),
            ("a = b, c-d", "a = b, c-d"),
            ("\u{200b}=1", "\u{200b}'=1"),
        ] {
            assert_eq!(guarded(text), expected);
        }
    }

    #[test]
    fn a_table_is_quoted_and_its_numbers_stay_numbers() {
        let rows = [vec![Cell::Typed("say \"hi\"".to_owned()), Cell::Figure("-1,5".to_owned())]];
        let heads = ["Was".to_owned(), "Zahl".to_owned()];
        assert_eq!(
            csv(&heads, &rows, Dialect { decimal: ',', decimals: 2 }),
            "\u{feff}\"Was\";\"Zahl\"\r\n\"say \"\"hi\"\"\";\"-1,5\"\r\n"
        );
        assert_eq!(csv(&heads, &[], Dialect { decimal: '.', decimals: 2 }), "\u{feff}\"Was\",\"Zahl\"\r\n");
    }
}
