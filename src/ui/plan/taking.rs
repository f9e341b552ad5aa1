//! What planners do to take a plan away: save it as a file of some kind, copy it, print it.

use super::planner::Planner;
use crate::{
    browser::{dom, download::download},
    document::object::object,
    plan::{date::Date, outline::Outline},
    takeaway::{
        calendar::{Moment, calendar},
        csv::Dialect,
        file_name::file_name,
        markdown::markdown,
        sheet::{Sheet, sheet},
        tables::{actions, budget, measures},
        voice::{Figures, Voice},
        word::word,
    },
    words::PlanKey,
};

/// What a plan can be written as, apart from Word, which a script of its own makes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Actions,
    Measures,
    Budget,
    Calendar,
    Plan,
}

impl Format {
    pub const ALL: [Format; 6] =
        [Format::Markdown, Format::Actions, Format::Measures, Format::Budget, Format::Calendar, Format::Plan];

    /// As `sf-export` says it, which is the ending of the file's name but for Markdown.
    pub fn code(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Actions | Format::Measures | Format::Budget => "csv",
            Format::Calendar => "ics",
            Format::Plan => "json",
        }
    }

    fn ending(self) -> &'static str {
        if self == Format::Markdown { "md" } else { self.code() }
    }

    fn kind(self) -> &'static str {
        match self {
            Format::Markdown => "text/markdown;charset=utf-8",
            Format::Actions | Format::Measures | Format::Budget => "text/csv;charset=utf-8",
            Format::Calendar => "text/calendar;charset=utf-8",
            Format::Plan => "application/json",
        }
    }

    /// What it holds of the plan, where that is not the whole.
    fn part(self) -> Option<PlanKey> {
        match self {
            Format::Actions => Some(PlanKey::TakeNameActions),
            Format::Measures => Some(PlanKey::TakeNameMeasures),
            Format::Budget => Some(PlanKey::TakeNameBudget),
            _ => None,
        }
    }

    /// The name of its file.
    pub fn file(self, planner: &Planner) -> String {
        let part = self.part().map(|key| planner.t(key));
        planner.voiced(|voice| file_name(&voice.title(), part.as_deref(), self.ending()))
    }
}

impl Planner {
    /// What `tell` says of the plan in the language in use.
    pub fn voiced<T>(&self, tell: impl FnOnce(&Voice) -> T) -> T {
        let texts = self.0.texts.peek();
        self.read(|plan| tell(&Voice { plan, words: &texts.words, said: texts.all(), figures: self }))
    }

    /// An order to read the plan in, by its id.
    pub fn order(&self, id: &str) -> Option<Outline> {
        self.0.texts.peek().outline(id).cloned()
    }

    /// The plan as it is read in the order of an outline.
    pub fn sheet(&self, outline: &Outline) -> Sheet {
        self.voiced(|voice| sheet(voice, outline))
    }

    /// The plan as it is written in `format`.
    pub fn written(&self, format: Format, outline: &Outline) -> String {
        let dialect = Dialect { decimal: self.decimal_sign(), decimals: self.decimals() };
        self.voiced(|voice| match format {
            Format::Markdown => markdown(voice, &sheet(voice, outline)),
            Format::Actions => actions(voice, dialect),
            Format::Measures => measures(voice, dialect),
            Format::Budget => budget(voice, dialect),
            Format::Calendar => Moment::read(&dom::now()).map(|now| calendar(voice, &now)).unwrap_or_default(),
            Format::Plan => voice.plan.to_json().to_string(),
        })
    }

    /// Saves the plan as a file.
    pub fn take(&self, format: Format, outline: &Outline) {
        let name = format.file(self);
        download(&name, format.kind(), self.written(format, outline).as_bytes());
        self.exported(format.code());
        self.say(&self.fill(PlanKey::TakeSaved, &[("file", &name)]));
    }

    /// Saves the plan as a Word file.
    pub fn take_word(&self, outline: &Outline) {
        let (name, sheet) = self
            .voiced(|voice| (file_name(&voice.title(), None, "docx"), word(voice, &sheet(voice, outline)).to_string()));
        self.say(&self.t(PlanKey::TakeMaking));
        let planner = self.clone();
        let file = name.clone();
        let then = move |is_made: bool| {
            if is_made {
                planner.exported("docx");
                planner.say(&planner.fill(PlanKey::TakeSaved, &[("file", &file)]));
            } else {
                planner.say(&planner.t(PlanKey::TakeNotMade));
            }
        };
        self.options().word(&sheet, &name, then);
    }

    /// Puts what is written in `format` on the clipboard; where the browser does not let it, `or` shows it.
    pub fn copy_written(&self, format: Format, outline: &Outline, or: impl FnOnce() + 'static) {
        let planner = self.clone();
        dom::copy(&self.written(format, outline), move |copied| {
            if copied {
                planner.say(&planner.t(PlanKey::TakeCopied));
                planner.exported(format.code());
            } else {
                planner.say(&planner.t(PlanKey::TakeNotCopied));
                or();
            }
        });
    }

    /// Tells the page that the plan was taken away, and as what.
    pub fn exported(&self, format: &str) {
        self.0.host.emit("sf-export", &object([("format", format.into())]));
    }
}

impl Figures for Planner {
    fn date(&self, day: Date) -> String {
        Planner::date(self, day)
    }

    fn short_date(&self, day: Date) -> String {
        Planner::short_date(self, day)
    }

    fn number(&self, number: f64) -> String {
        Planner::number(self, number)
    }

    fn money(&self, minor: i64) -> String {
        Planner::money(self, minor)
    }
}
