//! Money: the whole, and tactic by tactic. In the currency's minor unit.

use super::prelude::*;
use crate::plan::{model::TacticKind, value::Money};

pub(super) static BUD_01: Rule =
    Rule::of_plan("BUD-01", &[Table::Tactics, Table::Actions], over_the_total).forms(&[&["x"]]);
pub(super) static BUD_02: Rule = Rule::of_rows("BUD-02", &[Table::Tactics], over_its_budget).forms(&[&["x"]]);
pub(super) static BUD_03: Rule = Rule::of_rows("BUD-03", &[Table::Tactics], paid_with_nothing);

impl Look<'_> {
    /// What a row adds to the spending: an active tactic the larger of its budget and what its actions cost; an action what it
    /// costs, where it has no active tactic.
    pub(in super::super) fn spends(&self, place: &Place, row: &Row) -> i64 {
        match row {
            Row::Tactic(row) if row.is_active() => budget(row).max(self.costs(place)),
            Row::Action(row) if row.is_active() => {
                let tactic = self.plan.linked::<Tactic>(&row.tactic_id).filter(|tactic| tactic.is_active());
                if tactic.is_some() { 0 } else { row.cost.map_or(0, Money::get) }
            }
            _ => 0,
        }
    }

    /// What the actions of a tactic cost.
    fn costs(&self, tactic: &Place) -> i64 {
        // Nothing links to a tactic without an id.
        let has_id = self.plan.leads_to(Table::Tactics, &tactic.key);
        let actions = self.actions_of(tactic).filter(|_| has_id);
        actions.map(|action| action.cost.map_or(0, Money::get)).sum()
    }
}

fn budget(row: &Tactic) -> i64 {
    row.budget.map_or(0, Money::get)
}

fn over_the_total(look: &Look, out: &mut Vec<Note>) {
    let over = look.plan.cover().budget.total.map(|total| look.index.spent - total.get());
    if let Some(over) = over.filter(|over| *over > 0) {
        out.push(Note::at("budget.total").with("x", Blank::Money(over)));
    }
}

fn over_its_budget(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Tactic>().filter(|row| row.is_active() && budget(row) > 0) else {
        return;
    };
    let over = look.costs(subject.place) - budget(row);
    if over > 0 {
        out.push(Note::at("budget").with("x", Blank::Money(over)));
    }
}

fn paid_with_nothing(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let paid = subject.get::<Tactic>().filter(|row| row.is_active() && row.kind == Some(TacticKind::Paid));
    if paid.is_some_and(|row| budget(row) == 0 && look.costs(subject.place) == 0) {
        out.push(Note::at("budget"));
    }
}
