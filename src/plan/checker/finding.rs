//! A finding: what was found, about what, where to go, and what can be done.

use crate::plan::{
    date::Week,
    edit::{Edit, Part},
    link::Place,
    plan::Plan,
    table::{Row, Table},
};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan contradicts itself or cannot be acted on.
    Error,
    /// A known weak spot.
    Warn,
    /// A question worth asking.
    Hint,
}

/// What the checker found, as data: the words are put to it by [`super::texts::Texts`], in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's id, as in `OBJ-05`.
    pub rule: &'static str,
    pub severity: Severity,
    pub about: About,
    /// The field to go to, and beside which the finding stands.
    pub go: Go,
    /// Which of the rule's messages it is, from 0.
    pub form: usize,
    /// What stands in the blanks of the message.
    pub blanks: Vec<(&'static str, Blank)>,
    /// Somebody chose to leave it.
    pub left: bool,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    Plan,
    Row(Place),
    /// Somebody who owns actions, by name; the people of a plan have no ids.
    Person(String),
}

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Go {
    /// To a field, by its path in the cover or a row.
    Field(Part, &'static str),
    /// To a list, to add to it or to take from it.
    List(Table),
}

/// What stands in a blank of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Blank {
    Text(String),
    Texts(Vec<String>),
    /// Words of the checker's own, by their names in `content/<lang>/checker.json`.
    Terms(Vec<&'static str>),
    /// What was written, and what could be.
    Pairs(Vec<(String, String)>),
    Count(usize),
    Number(f64),
    /// In the currency's minor unit.
    Money(i64),
    Week(Week),
    /// Another row, to be named by its text.
    Row(Place),
}

/// What one click does about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// A change that is safe to make at once, since it can be taken back.
    Edit(Edit),
    /// Nobody but a person can mend this: open the field, or the list.
    Open(Go),
}

/// The entity of what is about the plan as a whole, or about a row without an id.
pub const WHOLE_PLAN: &str = "plan";

impl Severity {
    pub const NAMED: &[(&str, Severity)] =
        &[("error", Severity::Error), ("warn", Severity::Warn), ("hint", Severity::Hint)];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        Severity::NAMED[self as usize].0
    }
}

impl About {
    /// The id of what it is about, a person's name, or `plan`.
    #[must_use]
    pub fn entity<'a>(&'a self, plan: &'a Plan) -> &'a str {
        let id = match self {
            About::Plan => "",
            About::Row(place) => plan.row(place).map(Row::id).map_or("", |id| id.as_str()),
            About::Person(name) => name,
        };
        if id.is_empty() { WHOLE_PLAN } else { id }
    }

    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        if let About::Row(place) = self { Some(place) } else { None }
    }
}

impl Finding {
    /// The other row that the message names.
    #[must_use]
    pub fn other(&self) -> Option<&Place> {
        self.blanks.iter().find_map(|(_, blank)| if let Blank::Row(place) = blank { Some(place) } else { None })
    }
}

/// A finding as a rule notes it: the rule, the severity and what it is about are put to it by whoever asked.
pub struct Note {
    /// Which of the rule's severities, from 0.
    pub(super) level: usize,
    pub(super) form: usize,
    pub(super) go: Option<Go>,
    /// The field, where it is one of what the finding is about.
    pub(super) field: &'static str,
    pub(super) blanks: Vec<(&'static str, Blank)>,
}

impl Note {
    /// Beside a field of what the finding is about.
    pub(super) fn at(field: &'static str) -> Note {
        Note { level: 0, form: 0, go: None, field, blanks: Vec::new() }
    }

    /// Somewhere else.
    pub(super) fn to(go: Go) -> Note {
        Note { go: Some(go), ..Note::at("") }
    }

    pub(super) fn level(mut self, level: usize) -> Note {
        self.level = level;
        self
    }

    pub(super) fn form(mut self, form: usize) -> Note {
        self.form = form;
        self
    }

    pub(super) fn with(mut self, name: &'static str, blank: Blank) -> Note {
        self.blanks.push((name, blank));
        self
    }
}
