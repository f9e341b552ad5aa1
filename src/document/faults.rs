//! Faults and refusals in plain words: what is wrong, and the mend, from `content/<lang>/faults.json`.

use super::{
    file::Refusal,
    reader::{Kind, Problem},
};
use serde_json::Value;

/// What is wrong and what mends it, a sentence each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    pub wrong: String,
    pub mend: String,
}

/// The blanks of a sentence, with what stands in each.
pub(crate) type Blanks = Vec<(&'static str, String)>;

/// `problem` in the words of `words`; nothing where they have none for it.
#[must_use]
pub fn problem(words: &Value, problem: &Problem) -> Option<Explained> {
    let (name, blanks) = named(words, problem);
    explained(&words["problems"][name], &blanks)
}

/// `refusal` in the words of `words`; nothing where they have none for it.
#[must_use]
pub fn refusal(words: &Value, refusal: &Refusal) -> Option<Explained> {
    let (name, blanks) = match refusal {
        Refusal::TooLarge => ("too-large", Vec::new()),
        Refusal::TooDeep => ("too-deep", Vec::new()),
        Refusal::NotJson { line, column } => {
            ("not-json", vec![("{line}", line.to_string()), ("{column}", column.to_string())])
        }
        Refusal::OtherFormat => ("other-format", Vec::new()),
        Refusal::Newer => ("newer", Vec::new()),
    };
    explained(&words["refusals"][name], &blanks)
}

fn named(words: &Value, problem: &Problem) -> (&'static str, Blanks) {
    let number = |number: usize| number.to_string();
    match problem {
        Problem::Missing => ("missing", Vec::new()),
        Problem::WrongKind { wanted } => ("wrong-kind", vec![("{wanted}", kind(words, *wanted))]),
        Problem::Empty => ("empty", Vec::new()),
        Problem::TooLong { max, is } => ("too-long", vec![("{max}", number(*max)), ("{is}", number(*is))]),
        Problem::OutOfRange { min, max, is } => {
            ("out-of-range", vec![("{min}", min.to_string()), ("{max}", max.to_string()), ("{is}", is.to_string())])
        }
        Problem::BadId { id } => ("bad-id", vec![("{id}", id.clone())]),
        Problem::NotOneOf { is, known } => ("not-one-of", vec![("{known}", known.clone()), ("{is}", is.clone())]),
        Problem::BadDate { is } => ("bad-date", vec![("{is}", is.clone())]),
        Problem::UnknownId { id } => ("unknown-id", vec![("{id}", id.clone())]),
        Problem::DuplicateId { id } => ("duplicate-id", vec![("{id}", id.clone())]),
        Problem::NotEarlier { id } => ("not-earlier", vec![("{id}", id.clone())]),
        Problem::TooFew { need, have } => ("too-few", vec![("{need}", number(*need)), ("{have}", number(*have))]),
        Problem::TooMany { max, have } => ("too-many", vec![("{max}", number(*max)), ("{have}", number(*have))]),
        Problem::NoBlank { blank } => ("no-blank", vec![("{blank}", blank.clone())]),
        Problem::Untranslated { lang } => ("untranslated", vec![("{lang}", lang.clone())]),
        Problem::DiffersFrom { lang } => ("differs-from", vec![("{lang}", lang.clone())]),
    }
}

fn kind(words: &Value, kind: Kind) -> String {
    let name = match kind {
        Kind::Text => "text",
        Kind::WholeNumber => "whole-number",
        Kind::Number => "number",
        Kind::YesNo => "yes-no",
        Kind::List => "list",
        Kind::Object => "object",
    };
    words["kinds"][name].as_str().unwrap_or(name).to_owned()
}

/// What stands under a name in a list of wrongs and mends, its blanks filled; nothing where there is no such name.
pub(crate) fn explained(words: &Value, blanks: &Blanks) -> Option<Explained> {
    let filled = |name: &str| Some(fill(words.get(name)?.as_str()?, blanks));
    Some(Explained { wrong: filled("wrong")?, mend: filled("mend")? })
}

/// Fills each blank where the words have it, and leaves alone what was put in: an id may look like a blank itself.
fn fill(words: &str, blanks: &Blanks) -> String {
    let mut filled = String::new();
    let mut rest = words;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        filled.push_str(before);
        let found = blanks.iter().find(|(blank, _)| from.starts_with(blank));
        let (taken, text) = found.map_or(("{", "{"), |(blank, text)| (*blank, text.as_str()));
        filled.push_str(text);
        rest = &from[taken.len()..];
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_a_blank_is_not_filled_again() {
        let blanks = vec![("{is}", "{known}".to_owned()), ("{known}", "a, b".to_owned())];
        assert_eq!(fill("{is} {other} {known} {", &blanks), "{known} {other} a, b {");
    }
}
