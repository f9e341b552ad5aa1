//! What is said about a group and its codes in plain words, from `content/<lang>/course.json`.

use super::{code::Moment, find::Refusal, gathering::Hidden};
use crate::document::faults::{Explained, explained};
use serde_json::Value;

/// The words in one language.
#[derive(Clone, Copy)]
pub struct CourseWords<'a>(pub &'a Value);

impl<'a> CourseWords<'a> {
    /// Why a code was refused, and the mend; nothing where there are no words for it.
    #[must_use]
    pub fn refusal(self, refusal: &Refusal) -> Option<Explained> {
        let (name, blanks) = match refusal {
            Refusal::CutShort => ("cut-short", Vec::new()),
            Refusal::Altered => ("altered", Vec::new()),
            Refusal::NoBeginning => ("no-beginning", Vec::new()),
            Refusal::Newer => ("newer", Vec::new()),
            Refusal::UnknownPack => ("unknown-pack", Vec::new()),
            Refusal::OtherVersion { pack } => ("other-version", vec![("{pack}", pack.clone())]),
        };
        explained(&self.0["refusals"][name], &blanks)
    }

    /// As in `before`, or `before → after`.
    #[must_use]
    pub fn when(self, moments: &[Moment]) -> String {
        let names: Vec<&str> = moments.iter().map(|moment| self.of("moments", moment.code())).collect();
        names.join(" → ")
    }

    #[must_use]
    pub fn hidden(self, hidden: Hidden) -> String {
        let sentence = self.of("words", "hidden");
        sentence.replace("{have}", &hidden.have.to_string()).replace("{need}", &hidden.need.to_string())
    }

    /// The text `name` of a `part`; the name itself where there is none.
    #[must_use]
    pub fn of(self, part: &str, name: &'static str) -> &'a str {
        self.0[part][name].as_str().unwrap_or(name)
    }
}
