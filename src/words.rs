//! The interface's words in one language. The keys come from `locales/en.json` at build time. Pure.

use serde_json::Value;

/// The name of a text in one of the lists: the check's, the plan's, that of saving and opening files, that of result codes, and one
/// for each page beside the widget.
pub trait Keyed: Copy {
    /// How many texts the list has.
    const COUNT: usize;
    /// The text's place in a published list.
    fn index(self) -> usize;
}

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
include!(concat!(env!("OUT_DIR"), "/plan_keys.rs"));
include!(concat!(env!("OUT_DIR"), "/files_keys.rs"));
include!(concat!(env!("OUT_DIR"), "/code_keys.rs"));
include!(concat!(env!("OUT_DIR"), "/trainer_keys.rs"));
include!(concat!(env!("OUT_DIR"), "/editor_keys.rs"));
include!(concat!(env!("OUT_DIR"), "/worksheets_keys.rs"));
include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// All texts of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language's tag.
    pub lang: String,
    /// In the order of their keys.
    texts: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Text {
    Plain(String),
    Counted { one: String, other: String },
}

impl Words {
    /// Reads a published list of `count` texts: an array in the order of the keys. Gives nothing where it is of another build.
    #[must_use]
    pub fn read(lang: &str, file: &Value, count: usize) -> Option<Words> {
        let texts: Vec<Text> = file.as_array()?.iter().map(Text::read).collect::<Option<_>>()?;
        (texts.len() == count).then(|| Words { lang: lang.to_owned(), texts })
    }

    /// The text for `key`; of a counted text, the form for many.
    #[must_use]
    pub fn get(&self, key: impl Keyed) -> &str {
        self.at(key.index(), false)
    }

    /// The text for `key` in the form for `is_one`.
    #[must_use]
    pub fn form(&self, key: impl Keyed, is_one: bool) -> &str {
        self.at(key.index(), is_one)
    }

    fn at(&self, index: usize, is_one: bool) -> &str {
        match self.texts.get(index) {
            Some(Text::Plain(text)) => text,
            Some(Text::Counted { one, .. }) if is_one => one,
            Some(Text::Counted { other, .. }) => other,
            None => "",
        }
    }
}

impl Text {
    fn read(value: &Value) -> Option<Text> {
        if let Some(text) = value.as_str() {
            return Some(Text::Plain(text.to_owned()));
        }
        let form = |name: &str| value.get(name)?.as_str().map(str::to_owned);
        Some(Text::Counted { one: form("one")?, other: form("other")? })
    }
}

/// `text` with each `{name}` replaced by what stands for it.
#[must_use]
pub fn fill(text: &str, blanks: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = blanks.iter().find(|(is, _)| *is == name)?;
            Some((value, behind))
        });
        let (value, behind) = known.unwrap_or((&"{", after));
        filled.push_str(value);
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// The language to use for a wanted tag: itself, else the same language elsewhere, else English.
#[must_use]
pub fn nearest(wanted: &str) -> &'static str {
    let base = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let same = LANGUAGES.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(wanted));
    let near = || LANGUAGES.iter().find(|(tag, _)| base(tag) == base(wanted));
    same.or_else(near).map_or("en", |(tag, _)| tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_and_nothing_else_is_touched() {
        let blanks = [("n", "3"), ("name", "{n}")];
        for (text, expected) in [
            ("{n} of {n}", "3 of 3"),
            ("no blanks", "no blanks"),
            ("{name}", "{n}"),
            ("{other} {n", "{other} {n"),
            ("{{n}}", "{3}"),
        ] {
            assert_eq!(fill(text, &blanks), expected);
        }
    }

    #[test]
    fn the_nearest_language_is_found() {
        for (wanted, expected) in
            [("fr", "fr"), ("fr-CA", "fr"), ("FR_be", "fr"), ("en-GB", "en"), ("zz", "en"), ("", "en")]
        {
            assert_eq!(nearest(wanted), expected, "{wanted}");
        }
    }
}
