//! Tactics out of what somebody pastes: a line each, with or without bullets, or a table from a spreadsheet. Nothing is lost
//! without being named: each line becomes a row or is left out with a reason.

mod cells;
mod header;

use super::{
    field::MAX_TEXT,
    guess::{Channel, guess, plain},
    model::TacticKind,
};
use cells::{Record, lines, table};
use header::Header;
use std::collections::HashSet;

/// The most rows of one paste; nobody goes through more one question at a time.
pub const MAX_PASTED: usize = 500;

/// What a paste came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    pub rows: Vec<PastedRow>,
    /// In the order of the text.
    pub left_out: Vec<LeftOut>,
    /// The names of a table's columns that were not taken over.
    pub columns: Vec<String>,
}

/// What becomes a tactic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedRow {
    /// Where it begins in the text, from 1.
    pub line: usize,
    /// 1 to [`MAX_TEXT`] characters.
    pub text: String,
    /// From the table, or a guess.
    pub channel: Option<String>,
    pub kind: Option<TacticKind>,
}

/// What did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it begins in the text, from 1.
    pub line: usize,
    pub text: String,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No letter and no digit.
    Blank,
    /// The names of the columns, or a heading over the list.
    Header,
    /// An earlier row says the same, on the same channel.
    Doubled,
    /// There are [`MAX_PASTED`] rows already.
    TooMany,
    /// The end of a text with more than [`MAX_TEXT`] characters; its beginning is a row.
    Cut,
}

/// Reads what was pasted; `channels` are there to guess with.
#[must_use]
pub fn paste(text: &str, channels: &[Channel]) -> Pasted {
    let text = tidied(text);
    let records = table(&text).unwrap_or_else(|| lines(&text));
    let mut pasted = Pasted::default();
    let mut seen = HashSet::new();
    let mut records = records.into_iter().skip_while(|record| {
        let is_blank = record.is_blank();
        if is_blank {
            pasted.leave_out(record, Why::Blank);
        }
        is_blank
    });
    let Some(first) = records.next() else {
        return pasted;
    };
    let rest: Vec<Record> = records.collect();
    let header = Header::of(&first).filter(|_| !rest.is_empty());
    if let Some(header) = &header {
        pasted.columns.clone_from(&header.left_out);
        pasted.leave_out(&first, Why::Header);
    }
    let first = if header.is_none() { Some(first) } else { None };
    for record in first.into_iter().chain(rest) {
        pasted.take(&record, header.as_ref(), channels, &mut seen);
    }
    pasted
}

impl Pasted {
    fn take(&mut self, record: &Record, header: Option<&Header>, channels: &[Channel], seen: &mut HashSet<String>) {
        let found = match header {
            Some(header) => header.read(record, channels),
            None => read(record, channels),
        };
        let why = match &found {
            None => Some(Why::Blank),
            Some(_) if self.rows.len() == MAX_PASTED => Some(Why::TooMany),
            Some(row) => {
                let channel = row.channel.as_deref().unwrap_or_default();
                let is_new = seen.insert(format!("{}|{}", plain(&row.text), plain(channel)));
                (!is_new).then_some(Why::Doubled)
            }
        };
        match (found, why) {
            (Some(mut row), None) => {
                if let Some(end) = cut(&mut row.text) {
                    self.left_out.push(LeftOut { line: row.line, text: end, why: Why::Cut });
                }
                if let Some(channel) = &mut row.channel {
                    cut(channel);
                }
                self.rows.push(row);
            }
            (_, why) => self.leave_out(record, why.unwrap_or(Why::Blank)),
        }
    }

    fn leave_out(&mut self, record: &Record, why: Why) {
        self.left_out.push(LeftOut { line: record.line, text: record.text(), why });
    }
}

/// A record of which nobody said which column is which: cells that name a channel or a kind are that, the others the text.
fn read(record: &Record, channels: &[Channel]) -> Option<PastedRow> {
    let mut words = Vec::new();
    let mut channel = None;
    let mut kind = None;
    for cell in &record.cells {
        if words.is_empty() || !has_words(cell) {
            words.extend(has_words(cell).then_some(cell.as_str()));
        } else if let Some(is) = channels.iter().find(|is| channel.is_none() && is.is_called(cell)) {
            channel = Some(cell.clone());
            kind = kind.or(Some(is.kind));
        } else if let Some(is) = kind_called(cell) {
            kind = Some(is);
        } else {
            words.push(cell);
        }
    }
    row(record.line, words.join(", "), channel, kind, channels)
}

/// A row, with a guess where nothing was said; nothing where there are no words.
fn row(
    line: usize,
    text: String,
    channel: Option<String>,
    kind: Option<TacticKind>,
    channels: &[Channel],
) -> Option<PastedRow> {
    // A table may give the channel alone.
    let text = if has_words(&text) { text } else { channel.clone()? };
    let guessed = guess(channel.as_deref().unwrap_or(&text), channels);
    let kind = kind.or(guessed.map(|guessed| guessed.kind));
    let channel = channel.or_else(|| guessed.map(|guessed| guessed.name.clone()));
    Some(PastedRow { line, text, channel, kind })
}

fn kind_called(cell: &str) -> Option<TacticKind> {
    let found = TacticKind::NAMED.iter().find(|(code, _)| cell.trim().eq_ignore_ascii_case(code));
    found.map(|(_, kind)| *kind)
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Cuts a text to what a field holds, and gives what was cut off.
fn cut(text: &mut String) -> Option<String> {
    let (end, _) = text.char_indices().nth(MAX_TEXT)?;
    Some(text.split_off(end))
}

/// One kind of line end, no marks that cannot be seen, and no line after the last line end.
fn tidied(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut tidied = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // The byte order mark and its like, which spreadsheets and chats leave behind.
            '\u{feff}' | '\u{200b}' | '\u{2060}' => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => tidied.push('\n'),
            letter => tidied.push(letter),
        }
    }
    if tidied.ends_with('\n') {
        tidied.pop();
    }
    tidied
}
