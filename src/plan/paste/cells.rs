//! Splits a text into records and cells, after it has found out what it is: a list of lines, or a table.

use super::{has_words, header::Header};

/// A line, or a line of a table, which may go over several lines of the text where a cell is in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Where it begins, from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

impl Record {
    pub(super) fn is_blank(&self) -> bool {
        !self.cells.iter().any(|cell| has_words(cell))
    }

    pub(super) fn text(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        cells.join(", ")
    }
}

/// What stands between the cells of a table: tabs when copied from a spreadsheet, semicolons when saved by one whose
/// decimals have a comma, else commas (RFC 4180).
const MARKS: [char; 3] = ['\t', ';', ','];

/// Each line for itself.
pub(super) fn lines(text: &str) -> Vec<Record> {
    if text.is_empty() {
        return Vec::new();
    }
    let whole_line = |(index, line): (usize, &str)| {
        let line = without_bullet(line).trim();
        let (cell, _) = quoted(line, None).unwrap_or_else(|| (line.to_owned(), ""));
        Record { line: index + 1, cells: vec![clean(&cell)] }
    };
    text.split('\n').enumerate().map(whole_line).collect()
}

/// The records of a table; nothing where the text is none.
pub(super) fn table(text: &str) -> Option<Vec<Record>> {
    // "•", tab, text is a list from a word processor.
    let listed: Vec<&str> = text.split('\n').map(without_bullet).collect();
    let text = listed.join("\n");
    MARKS.into_iter().filter(|mark| text.contains(*mark)).find_map(|mark| {
        let records = records(&text, mark);
        is_table(&records, mark).then(|| records.iter().map(cleaned).collect())
    })
}

/// Commas and semicolons also stand in sentences. There a space follows them, and their number differs from line to line.
fn is_table(records: &[Record], mark: char) -> bool {
    let filled: Vec<&Record> = records.iter().filter(|record| !record.is_blank()).collect();
    let Some((first, rest)) = filled.split_first() else {
        return false;
    };
    let width = first.cells.len();
    let is_even = width > 1 && rest.iter().all(|record| record.cells.len() == width);
    let is_tight = || {
        let mut cells = filled.iter().flat_map(|record| &record.cells);
        !rest.is_empty() && !cells.any(|cell| cell.starts_with(char::is_whitespace))
    };
    let has_header = width > 1 && !rest.is_empty() && Header::of(first).is_some();
    has_header || (is_even && (mark == '\t' || is_tight()))
}

fn records(text: &str, mark: char) -> Vec<Record> {
    let mut records = Vec::new();
    let mut record = Record { line: 1, cells: Vec::new() };
    let mut line = 1;
    let mut rest = text;
    loop {
        let (cell, after) = cell(rest, mark);
        line += rest[..rest.len() - after.len()].matches('\n').count();
        record.cells.push(cell);
        if let Some(next) = after.strip_prefix(mark) {
            rest = next;
            continue;
        }
        let next = after.strip_prefix('\n');
        line += usize::from(next.is_some());
        records.push(std::mem::replace(&mut record, Record { line, cells: Vec::new() }));
        match next {
            Some(next) => rest = next,
            None => return records,
        }
    }
}

/// The cell at the beginning of `text`, and what follows it: a mark, a line end or nothing.
fn cell(text: &str, mark: char) -> (String, &str) {
    quoted(text, Some(mark)).unwrap_or_else(|| {
        let end = text.find([mark, '\n']).unwrap_or(text.len());
        (text[..end].to_owned(), &text[end..])
    })
}

/// A cell in quotation marks, two of which stand for one. Nothing where they do not enclose all of it: an inch, or a title.
fn quoted(text: &str, mark: Option<char>) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut from = 0;
    loop {
        let at = from + inside[from..].find('"')?;
        let after = &inside[at + 1..];
        if after.starts_with('"') {
            from = at + 2;
            continue;
        }
        let ends = after.is_empty() || after.starts_with('\n') || mark.is_some_and(|mark| after.starts_with(mark));
        return ends.then(|| (inside[..at].replace("\"\"", "\""), after));
    }
}

fn cleaned(record: &Record) -> Record {
    Record { line: record.line, cells: record.cells.iter().map(|cell| clean(cell)).collect() }
}

/// One space for each gap. A no-break space stays, as French needs it.
fn clean(cell: &str) -> String {
    let words = cell.split(|letter: char| letter == ' ' || letter.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<&str>>().join(" ").trim().to_owned()
}

/// The line without bullets, numbers and boxes to tick at its beginning. Without any it stays as it is, so that an empty
/// first cell of a table is not taken away.
fn without_bullet(line: &str) -> &str {
    let mut left = line;
    while let Some(after) = after_bullet(left.trim_start()) {
        left = after;
    }
    left
}

fn after_bullet(line: &str) -> Option<&str> {
    let sure = ['•', '◦', '▪', '‣', '·', '●', '○', '☐', '☑'];
    if let Some(after) = line.strip_prefix(sure) {
        return Some(after.trim_start());
    }
    let boxes = ["[ ]", "[x]", "[X]"].iter().find_map(|box_| line.strip_prefix(box_));
    let number = || {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        (1..=3).contains(&digits).then(|| line[digits..].strip_prefix(['.', ')']))?
    };
    // A dash without a space is a minus, and a number without one has decimals.
    let after = line.strip_prefix(['-', '*', '+', '–', '—']).or(boxes).or_else(number)?;
    (after.is_empty() || after.starts_with(char::is_whitespace)).then(|| after.trim_start())
}
