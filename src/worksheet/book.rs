//! All that worksheets say in one language: the questions, the statements, the plan's fields.

use crate::words::{Keyed, PlanKey, Words, WorksheetKey, fill};
use crate::{
    document::file,
    plan::{
        outline::{Outline, Section, read_outlines},
        plan::Plan,
    },
    quiz::{
        drill::{Drill, read_drill},
        pack::Pack,
        pack_file::read_pack,
    },
    takeaway::voice::{Figures, Voice},
};
use serde_json::Value;

pub struct Book {
    pub quick: Pack,
    pub full: Pack,
    pub drill: Drill,
    outlines: Vec<Outline>,
    /// `content/<lang>/plan.json`.
    said: Value,
    /// The words of the plan builder.
    plan: Words,
    /// The worksheets' own words.
    words: Words,
}

/// The order in which a plan is made.
const FIRST: &str = "sostac";
const ONE_PAGE: &str = "one-page";

impl Book {
    /// The files of the book in `lang`.
    #[must_use]
    pub fn paths(lang: &str) -> Vec<String> {
        let names = ["packs/quick", "packs/full", "drills/strategy-or-tactic", "plan/outlines", "plan/words"];
        let names = names.into_iter().chain(["plan/locale", "worksheets/locale"]);
        names.map(|name| format!("{name}.{lang}.json")).collect()
    }

    /// From the texts of those files; nothing where one is missing, or of another build.
    #[must_use]
    pub fn read(lang: &str, texts: &[Option<String>]) -> Option<Book> {
        let file = |at: usize| file::parse(texts.get(at)?.as_deref()?).ok();
        Some(Book {
            quick: read_pack(&file(0)?).0,
            full: read_pack(&file(1)?).0,
            drill: read_drill(&file(2)?).0,
            outlines: read_outlines(&file(3)?).0,
            said: file(4)?,
            plan: Words::read(lang, &file(5)?, PlanKey::COUNT)?,
            words: Words::read(lang, &file(6)?, WorksheetKey::COUNT)?,
        })
    }

    #[must_use]
    pub fn t(&self, key: WorksheetKey) -> &str {
        self.words.get(key)
    }

    #[must_use]
    pub fn fill(&self, key: WorksheetKey, blanks: &[(&str, &str)]) -> String {
        fill(self.t(key), blanks)
    }

    #[must_use]
    pub fn lang(&self) -> &str {
        &self.words.lang
    }

    /// The language tag by which dates and numbers are written.
    #[must_use]
    pub fn dates(&self) -> &str {
        self.plan.get(PlanKey::LanguageDates)
    }

    /// The sections of the plan, in the order in which it is made.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        self.outline(FIRST).map(|outline| outline.sections.as_slice()).unwrap_or_default()
    }

    #[must_use]
    pub fn one_page(&self) -> Option<&Outline> {
        self.outline(ONE_PAGE)
    }

    /// `plan` read out in this language.
    #[must_use]
    pub fn voice<'a>(&'a self, plan: &'a Plan, figures: &'a dyn Figures) -> Voice<'a> {
        Voice { plan, words: &self.plan, said: &self.said, figures }
    }

    fn outline(&self, id: &str) -> Option<&Outline> {
        self.outlines.iter().find(|outline| outline.id == id)
    }
}
