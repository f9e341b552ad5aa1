//! What a rule is, and what it can look at.

use super::{
    finding::{Finding, Note},
    index::Index,
    setup::{Config, List, Setup},
    text,
};
use crate::plan::{
    date::Date,
    edit::Edit,
    link::Place,
    plan::Plan,
    table::{IsRow, Row, Table},
};

/// A rule: what it is called and what it looks at. Its words are in `content/<lang>/checker.json`, its severities and sources
/// in `content/checker.json`.
pub struct Rule {
    pub id: &'static str,
    /// For each of its messages the names of the blanks in it.
    pub forms: &'static [&'static [&'static str]],
    /// How many severities it has.
    pub levels: usize,
    pub(super) check: Check,
    /// What a rule about rows looks at besides the row and what that is linked to.
    pub(super) seen: Seen,
    /// The edit that mends a finding, where there is a safe one.
    pub(super) mend: Option<fn(&Look, &Finding) -> Option<Edit>>,
}

/// What a rule goes through.
pub(super) enum Check {
    /// Each row of these tables by itself, with what it is linked to.
    Rows(&'static [Table], RowCheck),
    /// The plan as a whole: anew when one of these tables has changed.
    Plan(&'static [Table], PlanCheck),
    /// Each row, and the cover.
    RowsAndCover(&'static [Table], RowCheck, PlanCheck),
    /// Each person who has something to do.
    Owners(fn(&Look, &str, &mut Vec<Note>)),
}

pub(super) type RowCheck = fn(&Look, &Subject, &mut Vec<Note>);
pub(super) type PlanCheck = fn(&Look, &mut Vec<Note>);

/// What of the whole plan a rule about rows looks at: it is checked again for all of them when that has changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    Nothing,
    /// When the plan begins and ends.
    Dates,
    HomeBase,
    /// Whether there are strategies.
    AnyStrategy,
    /// Whether there are people.
    AnyPerson,
}

impl Rule {
    pub(super) const fn of_rows(id: &'static str, tables: &'static [Table], check: RowCheck) -> Rule {
        Rule::new(id, Check::Rows(tables, check))
    }

    pub(super) const fn of_plan(id: &'static str, tables: &'static [Table], check: PlanCheck) -> Rule {
        Rule::new(id, Check::Plan(tables, check))
    }

    pub(super) const fn new(id: &'static str, check: Check) -> Rule {
        Rule { id, forms: &[&[]], levels: 1, check, seen: Seen::Nothing, mend: None }
    }

    pub(super) const fn levels(self, levels: usize) -> Rule {
        Rule { levels, ..self }
    }

    pub(super) const fn forms(self, forms: &'static [&'static [&'static str]]) -> Rule {
        Rule { forms, ..self }
    }

    pub(super) const fn seeing(self, seen: Seen) -> Rule {
        Rule { seen, ..self }
    }

    pub(super) const fn mend(self, mend: fn(&Look, &Finding) -> Option<Edit>) -> Rule {
        Rule { mend: Some(mend), ..self }
    }

    pub(super) fn tables(&self) -> &'static [Table] {
        match self.check {
            Check::Rows(tables, _) | Check::RowsAndCover(tables, ..) => tables,
            Check::Plan(..) | Check::Owners(_) => &[],
        }
    }

    pub(super) fn plan_tables(&self) -> &'static [Table] {
        if let Check::Plan(tables, _) = self.check { tables } else { &[] }
    }

    pub(super) fn row_check(&self) -> Option<RowCheck> {
        match self.check {
            Check::Rows(_, check) | Check::RowsAndCover(_, check, _) => Some(check),
            Check::Plan(..) | Check::Owners(_) => None,
        }
    }

    pub(super) fn plan_check(&self) -> Option<PlanCheck> {
        match self.check {
            Check::Plan(_, check) | Check::RowsAndCover(_, _, check) => Some(check),
            Check::Rows(..) | Check::Owners(_) => None,
        }
    }
}

/// Everything that a rule can look at.
pub struct Look<'a> {
    pub(super) plan: &'a Plan,
    pub(super) today: Date,
    pub(super) setup: &'a Setup,
    pub(super) index: &'a Index,
}

impl<'a> Look<'a> {
    pub(super) fn config(&self) -> &'a Config {
        &self.setup.config
    }

    pub(super) fn list(&self, list: List) -> &'a [String] {
        self.setup.lists.of(list)
    }

    /// The later of the plan's start and today: what is ahead begins here.
    pub(super) fn anchor(&self) -> Date {
        self.plan.cover().start.map_or(self.today, |start| start.max(self.today))
    }

    /// The end of what is planned in detail: so many days from the anchor.
    pub(super) fn horizon(&self) -> Date {
        self.anchor().plus(self.config().horizon_days)
    }

    pub(super) fn content_words<'t>(&self, norm: &'t str) -> Vec<&'t str> {
        text::content_words(norm, self.list(List::Stop), self.list(List::Elisions))
    }
}

/// The row that is checked.
pub struct Subject<'a> {
    pub(super) place: &'a Place,
    pub(super) row: &'a Row,
    /// Its main text, [`text::norm`]ed.
    pub(super) norm: &'a str,
}

impl<'a> Subject<'a> {
    pub(super) fn get<R: IsRow + 'static>(&self) -> Option<&'a R> {
        R::of(self.row)
    }
}
