//! Codes in any text: typed, pasted from messages, read from a table. Whatever stands between their signs, and around them, is
//! passed over; what began as a code and is none is refused for one reason.

use super::{
    code::{self, Code, GROUP, Who, length},
    shape::Shape,
    signs,
};

/// A code in a text, or what is left of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a, T = Code> {
    /// Where it begins, from 1.
    pub line: usize,
    /// As it stands there.
    pub text: &'a str,
    /// What it holds, or as much of that as was asked for.
    pub code: Result<T, Refusal>,
}

/// Why a code was refused. The words for it are in `content/<lang>/course.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It ends too soon.
    CutShort,
    /// A sign is wrong, missing or too many, or two changed places.
    Altered,
    /// It looks like a code, but where it begins cannot be made out.
    NoBeginning,
    /// Made by a newer version of the program.
    Newer,
    /// Made with questions that are not at hand.
    UnknownPack,
    /// Made with another version of questions that are.
    OtherVersion { pack: String },
}

/// A letter or digit of the text.
struct Sign {
    /// Where it begins, in bytes.
    at: usize,
    end: usize,
    /// Nothing where no code has such a sign.
    value: Option<u8>,
    begins_word: bool,
}

/// What reads the signs of a whole code.
type Reader<'a, T> = &'a dyn Fn(&[u8]) -> Result<T, Refusal>;

/// A text, and how far it was read.
struct Reading<'a, T> {
    text: &'a str,
    signs: Vec<Sign>,
    /// Up to where lines were counted, in bytes, and how many there were.
    counted: (usize, usize),
    found: Vec<Found<'a, T>>,
}

/// Every code in `text`, in order, with those that were refused. Names, dates and greetings around them are none.
#[must_use]
pub fn find<'a>(text: &'a str, shapes: &[Shape]) -> Vec<Found<'a>> {
    each(text, &|values| code::read(values, shapes))
}

/// Whose the code in `text` is, of several the first that can be read, whatever it answers.
///
/// # Errors
/// Why there is none: all but what a code's questions can be refused for.
pub fn who(text: &str) -> Result<Who, Refusal> {
    let found = each(text, &code::read_who);
    let is_read = found.iter().position(|found| found.code.is_ok());
    found.into_iter().nth(is_read.unwrap_or_default()).map_or(Err(Refusal::NoBeginning), |found| found.code)
}

fn each<'a, T>(text: &'a str, read: Reader<T>) -> Vec<Found<'a, T>> {
    let mut reading = Reading { text, signs: signs_of(text), counted: (0, 1), found: Vec::new() };
    // The sign that comes next, the byte behind the last code, and whether one ends right here.
    let (mut next, mut behind, mut is_behind) = (0, 0, false);
    while next < reading.signs.len() {
        let Some(length) = reading.code_at(next, is_behind) else {
            is_behind = false;
            next += 1;
            continue;
        };
        reading.note_remains(behind, reading.signs[next].at);
        let (end, code) = reading.code(next, length, read);
        let (from, to) = (reading.signs[next].at, reading.signs[end - 1].end);
        reading.note(from, to, code);
        (next, behind, is_behind) = (end, to, true);
    }
    reading.note_remains(behind, text.len());
    reading.found
}

impl<T> Reading<'_, T> {
    /// How many signs the code has that begins here: at the beginning of a word, or right behind another code.
    fn code_at(&self, start: usize, is_behind: bool) -> Option<usize> {
        if !is_behind && !self.signs.get(start)?.begins_word {
            return None;
        }
        length(&self.values(start, GROUP))
    }

    /// The values of the signs from `start`, at most so many, up to the first that no code has.
    fn values(&self, start: usize, most: usize) -> Vec<u8> {
        self.signs.iter().skip(start).take(most).map_while(|sign| sign.value).collect()
    }

    /// The code that begins at `start`, and the sign behind it.
    fn code(&self, start: usize, length: usize, read: Reader<T>) -> (usize, Result<T, Refusal>) {
        let values = self.values(start, length);
        let end = start + values.len();
        let code = if values.len() < length { Err(Refusal::CutShort) } else { read(&values) };
        // Where it was cut, the next one may have been taken for its end; of a whole one, that can only be the last few signs.
        let is_broken = matches!(code, Err(Refusal::CutShort | Refusal::Altered));
        let from = if is_broken { start + 1 } else { end + 1 - GROUP };
        match (from..end).find(|at| self.code_at(*at, false).is_some()) {
            Some(other) => (other, Err(Refusal::CutShort)),
            None => (end, code),
        }
    }

    fn note(&mut self, from: usize, to: usize, code: Result<T, Refusal>) {
        let (at, line) = self.counted;
        let passed = self.text.get(at..from).unwrap_or_default();
        let line = line + passed.bytes().filter(|byte| *byte == b'\n').count();
        self.counted = (from, line);
        self.found.push(Found { line, text: self.text.get(from..to).unwrap_or_default().trim_end(), code });
    }

    /// Notes each line between two codes that looks like one.
    fn note_remains(&mut self, from: usize, to: usize) {
        let mut at = from;
        for line in self.text.get(from..to).unwrap_or_default().split_inclusive('\n') {
            if looks_like_code(line) {
                let start = at + line.len() - line.trim_start().len();
                self.note(start, at + line.trim_end().len(), Err(Refusal::NoBeginning));
            }
            at += line.len();
        }
    }
}

fn signs_of(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        let begins_word = signs.last().is_none_or(|last| last.end < at);
        signs.push(Sign { at, end: at + letter.len_utf8(), value: signs::value(letter), begins_word });
    }
    signs
}

/// Whether at least two groups' worth of signs stand in words of a group or more that have both digits and letters. Of a code's
/// groups, five in six do; of other words, hardly any.
fn looks_like_code(line: &str) -> bool {
    let words = line.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| {
        let has = |is: fn(&u8) -> bool| word.as_bytes().iter().any(is);
        word.len() >= GROUP && has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
    });
    words.map(str::len).sum::<usize>() >= 2 * GROUP
}
