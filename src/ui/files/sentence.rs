//! The words of this part, and the sentence for each reason why a file is refused.

use crate::{
    browser::intl,
    files::door::Refused,
    words::{FilesKey, Keyed, Words, fill},
};
use std::rc::Rc;

/// The words in one language.
#[derive(Clone)]
pub struct Said(pub Rc<Words>);

impl Said {
    /// From the text of their file; nothing where it is missing, or of another build.
    pub fn read(lang: &str, text: Option<&str>) -> Option<Said> {
        let file = crate::document::file::parse(text?).ok()?;
        Words::read(lang, &file, FilesKey::COUNT).map(|words| Said(Rc::new(words)))
    }

    pub fn path(lang: &str) -> String {
        format!("files/locale.{lang}.json")
    }

    pub fn t(&self, key: FilesKey) -> String {
        self.0.get(key).to_owned()
    }

    pub fn fill(&self, key: FilesKey, blanks: &[(&str, &str)]) -> String {
        fill(self.0.get(key), blanks)
    }

    /// The text for `key` in the form for `count`, which fills `{n}`.
    pub fn count(&self, key: FilesKey, count: usize, blanks: &[(&str, &str)]) -> String {
        let number = count.to_string();
        let blanks = [blanks, &[("n", &number)]].concat();
        fill(self.0.form(key, intl::is_one(&self.0.lang, count)), &blanks)
    }

    pub fn date(&self, day: &str) -> String {
        intl::date(self.0.get(FilesKey::LanguageDates), day)
    }

    /// Which limit a file has passed, or what is wrong with it, and the mend.
    pub fn refused(&self, refused: &Refused) -> String {
        let key = match refused {
            Refused::Empty => FilesKey::RefusedEmpty,
            Refused::TooLarge => FilesKey::RefusedTooLarge,
            Refused::NotText => FilesKey::RefusedNotText,
            Refused::TooDeep => FilesKey::RefusedTooDeep,
            Refused::CutShort => FilesKey::RefusedCutShort,
            Refused::OtherFormat => FilesKey::RefusedOtherFormat,
            Refused::Newer => FilesKey::RefusedNewer,
            Refused::Pack => FilesKey::RefusedPack,
            Refused::NotJson { line, column } => {
                let blanks = [("line", &*line.to_string()), ("column", &*column.to_string())];
                return self.fill(FilesKey::RefusedNotJson, &blanks);
            }
            Refused::Broken { place } => return self.fill(FilesKey::RefusedBroken, &[("place", place)]),
        };
        self.t(key)
    }
}
