//! The questions, the drill, and what is said about a group, in one language.

use crate::{
    course::{intake::Known, words::CourseWords},
    document::file::parse,
    quiz::{drill::read_drill, pack_file::read_pack},
    words::BUILT_IN,
};
use serde_json::Value;

pub struct Texts {
    pub lang: String,
    pub known: Known,
    course: Value,
}

/// The files that hold them.
pub fn paths(lang: &str) -> Vec<String> {
    let packs = BUILT_IN.iter().map(|(id, ..)| format!("packs/{id}.{lang}.json"));
    packs.chain([format!("drills/strategy-or-tactic.{lang}.json"), format!("trainer/course.{lang}.json")]).collect()
}

impl Texts {
    /// From what those hold; nothing where one is missing, or has faults.
    pub fn read(lang: &str, texts: &[Option<String>]) -> Option<Texts> {
        let files: Vec<Value> = texts.iter().map(|text| parse(text.as_deref()?).ok()).collect::<Option<_>>()?;
        let [packs @ .., drill, course] = &*files else { return None };
        let packs = packs.iter().map(read_pack).map(|(pack, faults)| faults.is_empty().then_some(pack));
        let (drill, faults) = read_drill(drill);
        let known = Known { packs: packs.collect::<Option<_>>()?, drill };
        faults.is_empty().then(|| Texts { lang: lang.to_owned(), known, course: course.clone() })
    }

    pub fn words(&self) -> CourseWords<'_> {
        CourseWords(&self.course)
    }
}
