//! A sheet as Markdown: plain `CommonMark`, with tables as GitHub writes them.
//!
//! What somebody typed is escaped wherever it could become something else. A mark that means something at the beginning of a
//! line only is escaped only there, so that the text can still be read as it stands: `1,5 - 2` needs no `\-`.

use super::{
    plain::address,
    sheet::{Block, Line, List, Sheet},
    voice::Voice,
};
use crate::words::PlanKey;

/// The whole sheet, with a line break at its end.
#[must_use]
pub fn markdown(voice: &Voice, sheet: &Sheet) -> String {
    let mut page = Page { voice, text: String::new() };
    page.block(&format!("# {}", escaped(&sheet.title)));
    for section in &sheet.sections {
        page.block(&format!("## {}", escaped(&section.name)));
        for block in &section.blocks {
            match block {
                Block::Line(line) => page.line(line),
                Block::List(list) => page.list(list),
            }
        }
    }
    if let Some(credit) = &sheet.credit {
        page.block(&escaped(credit));
    }
    page.text
}

struct Page<'a> {
    voice: &'a Voice<'a>,
    text: String,
}

impl Page<'_> {
    /// Something with an empty line in front of it.
    fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    fn line(&mut self, line: &Line) {
        match line.texts.as_slice() {
            [text] => self.block(&self.labelled(&line.label, &inside(text, ""))),
            texts => {
                self.block(self.labelled(&line.label, "").trim_end());
                let items: Vec<String> =
                    texts.iter().map(|text| format!("- {}", beginning(inside(text, "  ")))).collect();
                self.block(&items.join("\n"));
            }
        }
    }

    fn list(&mut self, list: &List) {
        self.block(&format!("### {}", escaped(&list.name)));
        if list.is_table && list.heads.len() > 1 {
            return self.block(&table(list));
        }
        let rows = list.rows.iter().map(|row| {
            let (name, rest) = list.told(row);
            if rest.is_empty() {
                return format!("- {}", beginning(inside(name, "  ")));
            }
            let rest = rest.iter().map(|(label, text)| {
                let line = self
                    .voice
                    .fill(PlanKey::PageLabelled, &[("label", &escaped(label)), ("value", &inside(text, "    "))]);
                format!("\n  - {line}")
            });
            format!("- **{}**{}", escaped(name), rest.collect::<String>())
        });
        let rows: Vec<String> = rows.collect();
        self.block(&rows.join("\n"));
    }

    /// What is typed may look like a blank of ours, so it is put in last.
    fn labelled(&self, label: &str, text: &str) -> String {
        self.voice.fill(PlanKey::PageLabelled, &[("label", &format!("**{}**", escaped(label))), ("value", text)])
    }
}

fn table(list: &List) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = line(list.heads.iter().map(|head| escaped(head)).collect());
    let under = line(list.heads.iter().map(|_| "---".to_owned()).collect());
    let cell = |cell: &Option<String>| {
        // A cell has one line.
        cell.as_ref().map(|text| text.replace('\n', " ")).map(|text| inside(&text, "")).unwrap_or_default()
    };
    let rows = list.rows.iter().map(|row| line(row.iter().map(cell).collect()));
    [head, under].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// What somebody typed, behind something of ours in the same line: a link where all of it is an address, else words. Its
/// further lines stay apart, each behind `indent`.
fn inside(text: &str, indent: &str) -> String {
    if let Some(address) = address(text).filter(|address| !address.contains(['|', '\\'])) {
        return format!("<{address}>");
    }
    let lines = text.split('\n').filter(|line| !line.is_empty()).map(escaped).enumerate();
    let lines: Vec<String> = lines.map(|(at, line)| if at == 0 { line } else { beginning(line) }).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// A line that is escaped already, at the place where it would begin a list, a heading or a definition.
fn beginning(mut line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if line[digits..].starts_with(if digits > 0 { &['.', ')'][..] } else { &['+', '-', '=', ':'] }) {
        line.insert(digits, '\\');
    }
    line
}

/// One line with a backslash before each sign that would be more than itself, wherever it stands.
fn escaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 8);
    for letter in line.chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '^' | '$' | '#'
        ) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_escaped_where_it_would_be_more_than_itself() {
        for (text, inside, beginning) in [
            ("plain words, 3.5 - 2 = 1.5!", "plain words, 3.5 - 2 = 1.5!", "plain words, 3.5 - 2 = 1.5!"),
            ("1. first", "1. first", "1\\. first"),
            ("2026) x", "2026) x", "2026\\) x"),
            ("2026 x", "2026 x", "2026 x"),
            ("- no list", "- no list", "\\- no list"),
            ("# no heading #", "\\# no heading \\#", "\\# no heading \\#"),
            ("*a* _b_ [c](d)", "\\*a\\* \\_b\\_ \\[c\\](d)", "\\*a\\* \\_b\\_ \\[c\\](d)"),
            ("<b> & \\", "\\<b\\> \\& \\\\", "\\<b\\> \\& \\\\"),
        ] {
            assert_eq!((&*escaped(text), &*super::beginning(escaped(text))), (inside, beginning));
        }
    }

    #[test]
    fn an_address_is_a_link_and_lines_stay_apart() {
        for (text, expected) in [
            ("https://example.com/a_b", "<https://example.com/a_b>"),
            ("see https://example.com/a_b", "see https://example.com/a\\_b"),
            ("javascript:alert(1)", "javascript:alert(1)"),
            ("- a\nb\n\n- c", "- a\\\n  b\\\n  \\- c"),
        ] {
            assert_eq!(inside(text, "  "), expected);
        }
    }
}
