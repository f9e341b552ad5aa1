//! What is said about a group and its codes in plain words, from `content/<lang>/course.json`.

use super::{code::Moment, find::Refusal, gathering::Hidden, intake::Why};
use crate::{
    document::faults::{Explained, explained},
    files::door::Refused,
};
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

    /// What is to be said about something that was not simply taken: what is wrong and the mend, or what became of it.
    #[must_use]
    pub fn note(self, why: &Why) -> String {
        let of = |part: &str, name, blank: &str, with: &str| self.of(part, name).replace(blank, with);
        match why {
            Why::Code(refusal) => self.refusal(refusal).map(sentences).unwrap_or_default(),
            Why::File(refused) => self.file(refused),
            Why::Unreadable(why) => of("files", "unreadable", "{why}", why).trim_end().to_owned(),
            Why::Faulty { count, place } => of("files", "faulty", "{n}", &count.to_string()).replace("{place}", place),
            Why::UnknownPack(pack) => of("files", "unknown", "{pack}", pack),
            Why::Nothing => self.of("files", "nothing").to_owned(),
            Why::Earlier(count) => of("files", "earlier", "{n}", &count.to_string()),
            Why::Replaced => self.of("added", "replaced").to_owned(),
            Why::Skipped => self.of("added", "skipped").to_owned(),
            Why::Same => self.of("added", "same").to_owned(),
        }
    }

    /// Why a file was refused.
    fn file(self, refused: &Refused) -> String {
        let known =
            |name: &str, blanks| explained(&self.0["file-refusals"][name], &blanks).map(sentences).unwrap_or_default();
        match refused {
            Refused::TooLarge => known("too-large", Vec::new()),
            Refused::TooDeep => known("too-deep", Vec::new()),
            Refused::NotJson { line, column } => {
                known("not-json", vec![("{line}", line.to_string()), ("{column}", column.to_string())])
            }
            Refused::OtherFormat | Refused::Pack => known("other-format", Vec::new()),
            Refused::Newer => known("newer", Vec::new()),
            Refused::Empty => self.of("files", "nothing").to_owned(),
            Refused::NotText => self.of("files", "not-text").to_owned(),
            Refused::CutShort => self.of("files", "cut-short").to_owned(),
            Refused::Broken { place } => self.of("files", "broken").replace("{place}", place),
        }
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

fn sentences(why: Explained) -> String {
    why.wrong + " " + &why.mend
}
