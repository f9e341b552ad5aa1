//! The plan's language: words that only insiders use, and text that nobody has written yet.

use super::prelude::*;

const TEXTS: &[Table] = &[Table::Objectives, Table::Strategies, Table::Tactics, Table::Actions];
const SUMMARY: &str = "situation.summary";

pub(super) static LNG_01: Rule =
    Rule::new("LNG-01", Check::RowsAndCover(TEXTS, jargon_in_row, jargon_in_summary)).forms(&[&["list"]]).mend(plainer);
pub(super) static LNG_02: Rule =
    Rule::new("LNG-02", Check::RowsAndCover(TEXTS, filler_in_row, filler_in_summary)).forms(&[&["text"]]);

fn counts(row: &Row) -> bool {
    match row {
        Row::Tactic(row) => row.is_active(),
        Row::Action(row) => row.is_active(),
        _ => true,
    }
}

fn jargon_in_row(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if counts(subject.row) {
        jargon(look, subject.norm, "text", out);
    }
}

fn jargon_in_summary(look: &Look, out: &mut Vec<Note>) {
    jargon(look, &norm(&look.plan.cover().situation.summary), SUMMARY, out);
}

fn jargon(look: &Look, norm: &str, field: &'static str, out: &mut Vec<Note>) {
    let list = look.list(List::Jargon);
    let found = text::matches(norm, list).into_iter().map(|(_, _, number)| number);
    let mut once: Vec<usize> = Vec::new();
    for word in found {
        if !once.contains(&word) {
            once.push(word);
        }
    }
    let pairs = once.into_iter().map(|word| (list[word].clone(), look.setup.lists.plain(word).to_owned()));
    let pairs: Vec<(String, String)> = pairs.collect();
    if !pairs.is_empty() {
        out.push(Note::at(field).with("list", Blank::Pairs(pairs)));
    }
}

/// The plain words in the place of the others, with a capital letter where those had one.
fn plainer(look: &Look, finding: &Finding) -> Option<Edit> {
    let pairs = finding
        .blanks
        .iter()
        .find_map(|(_, blank)| if let Blank::Pairs(pairs) = blank { Some(pairs) } else { None })?;
    let (said, field) = match finding.about.place() {
        Some(place) => (super::super::checker::main_text(look.plan.row(place)?), "text"),
        None => (look.plan.cover().situation.summary.clone(), SUMMARY),
    };
    let mut plain = said.clone();
    // The longest first, so that none is looked for within another.
    let mut in_order: Vec<&(String, String)> = Vec::new();
    for pair in pairs {
        let at = in_order.iter().position(|(is, _)| is.len() < pair.0.len());
        in_order.insert(at.unwrap_or(in_order.len()), pair);
    }
    for (is, could) in in_order {
        plain = replaced(&plain, is, could);
    }
    let is_mended = text::matches(&norm(&plain), look.list(List::Jargon)).is_empty();
    let to = Content::Text(plain);
    let edit = match finding.about.place() {
        Some(place) => Edit::set_row(place.clone(), field, to),
        None => Edit::set(field, to),
    };
    is_mended.then_some(edit)
}

/// `text` with one phrase for another wherever it stands as whole words.
fn replaced(text: &str, is: &str, could: &str) -> String {
    let mut made = String::new();
    let mut rest = text;
    while let Some((start, end)) = find(rest, is, made.chars().next_back()) {
        made.push_str(&rest[..start]);
        let mut letters = could.chars();
        match letters.next().filter(|_| rest[start..].starts_with(char::is_uppercase)) {
            Some(first) => made.extend(first.to_uppercase().chain(letters)),
            None => made.push_str(could),
        }
        rest = &rest[end..];
    }
    made + rest
}

/// Where a phrase stands in a text as it was typed: the shortest part, between words, whose [`norm`] it is.
fn find(text: &str, phrase: &str, before: Option<char>) -> Option<(usize, usize)> {
    let mut inside = before.is_some_and(char::is_alphanumeric);
    for (start, letter) in text.char_indices() {
        let begins = letter.is_alphanumeric() && !inside;
        inside = letter.is_alphanumeric();
        if !begins {
            continue;
        }
        let ends = text[start..].char_indices().map(|(at, letter)| start + at + letter.len_utf8());
        // Nothing that reads the same is much longer than the phrase.
        for end in ends.take(2 * phrase.chars().count() + 2) {
            let goes_on =
                text[end..].starts_with(|next: char| next.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&next));
            if !goes_on && text[..end].ends_with(char::is_alphanumeric) && norm(&text[start..end]) == phrase {
                return Some((start, end));
            }
        }
    }
    None
}

fn filler_in_row(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if counts(subject.row) {
        filler(look, &super::super::checker::main_text(subject.row), "text", out);
    }
}

fn filler_in_summary(look: &Look, out: &mut Vec<Note>) {
    filler(look, &look.plan.cover().situation.summary, SUMMARY, out);
}

fn filler(look: &Look, said: &str, field: &'static str, out: &mut Vec<Note>) {
    let (said, list) = (plain_form(said), look.list(List::Placeholders));
    let found = text::matches(&norm(&said), list).first().map(|(_, _, number)| &list[*number]);
    // Signs leave nothing in a norm, and are looked for as they are.
    let sign = || list.iter().find(|phrase| norm(phrase) != **phrase && stands_in(&said, phrase));
    if let Some(phrase) = found.or_else(sign) {
        out.push(Note::at(field).with("text", Blank::Text(phrase.clone())));
    }
}

/// Whether a phrase that has signs in it stands in a text, not within a word.
fn stands_in(said: &str, phrase: &str) -> bool {
    let in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    said.match_indices(phrase).any(|(at, _)| {
        let (before, behind) = (&said[..at], &said[at + phrase.len()..]);
        let begins = !(in_word(phrase.chars().next()) && in_word(before.chars().next_back()));
        let ends = !(in_word(phrase.chars().next_back()) && in_word(behind.chars().next()));
        begins && ends
    })
}
