//! The words of this part.

use crate::{
    course::{code::Moment, find::Refusal},
    words::{CodeKey, Keyed, Words, fill},
};
use std::rc::Rc;

/// The words in one language.
#[derive(Clone)]
pub struct Said(Rc<Words>);

impl Said {
    /// From the text of their file; nothing where it is missing, or of another build.
    pub fn read(lang: &str, text: Option<&str>) -> Option<Said> {
        let file = crate::document::file::parse(text?).ok()?;
        Words::read(lang, &file, CodeKey::COUNT).map(|words| Said(Rc::new(words)))
    }

    pub fn path(lang: &str) -> String {
        format!("code/locale.{lang}.json")
    }

    pub fn t(&self, key: CodeKey) -> &str {
        self.0.get(key)
    }

    pub fn moment(&self, moment: Moment) -> &str {
        self.t(match moment {
            Moment::Before => CodeKey::CodeBefore,
            Moment::After => CodeKey::CodeAfter,
            Moment::Then => CodeKey::CodeThen,
        })
    }

    pub fn now_for(&self, moment: Moment) -> String {
        fill(self.t(CodeKey::CodeNowFor), &[("when", self.moment(moment))])
    }

    /// What is wrong with a code that somebody typed to take over its number, and the mend.
    pub fn refused(&self, refusal: &Refusal) -> &str {
        self.t(match refusal {
            Refusal::CutShort => CodeKey::CodeCutShort,
            Refusal::NoBeginning => CodeKey::CodeNoBeginning,
            Refusal::Newer => CodeKey::CodeNewer,
            // What a code was made for is of no account here.
            Refusal::Altered | Refusal::UnknownPack | Refusal::OtherVersion { .. } => CodeKey::CodeAltered,
        })
    }
}
