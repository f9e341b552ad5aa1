//! Everything the plan builder says in one language: the interface's words, what stands beside each field, the outlines.

use crate::{
    document::file,
    plan::{
        outline::{Outline, Section, read_outlines},
        suggest::{Guide, read_guide},
    },
    words::{Keyed, PlanKey, Words},
};
use serde_json::Value;

pub struct Texts {
    pub words: Words,
    /// `content/<lang>/plan.json`.
    said: Value,
    pub outlines: Vec<Outline>,
    /// What answers say about a plan, where some were handed over.
    pub guide: Option<Guide>,
}

impl Texts {
    /// The files that the builder needs in `lang`, as paths; with `guide`, what answers say about a plan as well.
    pub fn paths(lang: &str, guide: bool) -> Vec<String> {
        let names = ["locale", "words", "outlines", "suggestions"];
        names[..if guide { 4 } else { 3 }].iter().map(|name| format!("plan/{name}.{lang}.json")).collect()
    }

    /// From the texts of those files; nothing where one of them is missing, or of another build.
    pub fn read(lang: &str, files: &[Option<String>]) -> Option<Texts> {
        let parsed = |index: usize| files.get(index)?.as_deref().and_then(|text| file::parse(text).ok());
        let words = Words::read(lang, &parsed(0)?, PlanKey::COUNT)?;
        let (outlines, faults) = read_outlines(&parsed(2)?);
        let guide = parsed(3).map(|file| read_guide(&file).0);
        (faults.is_empty() && !outlines.is_empty()).then_some(Texts { words, said: parsed(1)?, outlines, guide })
    }

    /// What `content/<lang>/plan.json` says at this place, or nothing.
    pub fn said(&self, path: &[&str]) -> &str {
        let found = path.iter().try_fold(&self.said, |value, name| value.get(name));
        found.and_then(Value::as_str).unwrap_or_default()
    }

    /// All of `content/<lang>/plan.json`.
    pub fn all(&self) -> &Value {
        &self.said
    }

    /// The outline called `id`, or the first one.
    pub fn outline(&self, id: &str) -> Option<&Outline> {
        self.outlines.iter().find(|outline| outline.id == id).or(self.outlines.first())
    }

    /// A section of the order in which plans are made, or the first one.
    pub fn section(&self, id: &str) -> Option<&Section> {
        let sections = &self.outline(crate::desk::FIRST_OUTLINE)?.sections;
        sections.iter().find(|section| section.id == id).or(sections.first())
    }
}
