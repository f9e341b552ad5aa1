//! What nothing works towards: objectives, strategies and tactics that nothing below them carries out; and tactics that have
//! nothing above them.

use super::prelude::*;
use crate::plan::{link::linking, model::Strategy};

pub(super) static OBJ_05: Rule = Rule::of_rows("OBJ-05", &[Table::Objectives], objective);
pub(super) static STR_07: Rule = Rule::of_rows("STR-07", &[Table::Strategies], strategy);
pub(super) static TAC_04: Rule = Rule::of_rows("TAC-04", &[Table::Tactics], tactic);
pub(super) static STR_01: Rule =
    Rule::of_plan("STR-01", &[Table::Strategies, Table::Tactics], no_strategy).mend(start_a_strategy);

fn objective(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let mut strategies = linking(look.plan, subject.place, Table::Strategies).peekable();
    let there = if strategies.peek().is_some() { Table::Tactics } else { Table::Strategies };
    if !strategies.any(|key| is_carried(look, key)) {
        out.push(Note::to(Go::List(there)));
    }
}

fn strategy(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if !is_carried(look, &subject.place.key) {
        out.push(Note::to(Go::List(Table::Tactics)));
    }
}

/// Whether an active tactic serves this strategy.
fn is_carried(look: &Look, strategy: &Id) -> bool {
    let has_id = look.plan.linked::<Strategy>(strategy).is_some();
    has_id && look.index.has(Kind::Carrier, hash(&[strategy.as_str()]))
}

fn tactic(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let is_active = subject.get::<Tactic>().is_some_and(Tactic::is_active);
    if is_active && look.actions_of(subject.place).next().is_none() {
        out.push(Note::to(Go::List(Table::Actions)));
    }
}

fn no_strategy(look: &Look, out: &mut Vec<Note>) {
    if look.plan.count(Table::Strategies) == 0 && look.index.tactics > 0 {
        out.push(Note::to(Go::List(Table::Strategies)));
    }
}

/// An empty strategy that all active tactics serve.
fn start_a_strategy(look: &Look, _: &Finding) -> Option<Edit> {
    let id = Some(mend::fresh_key(look.plan, Table::Strategies)).filter(|id| !id.is_empty())?;
    let mut edits = vec![Edit::add(id.as_str(), Strategy { id: id.clone(), ..Strategy::default() })];
    for (key, row) in look.plan.all::<Tactic>().filter(|(_, row)| row.is_active()) {
        let mut served: Vec<String> = row.strategy_ids.iter().map(|id| id.0.clone()).collect();
        served.push(id.0.clone());
        let place = Place { table: Table::Tactics, key: key.clone() };
        edits.push(Edit::set_row(place, "strategy_ids", Content::Texts(served)));
    }
    Some(mend::together(Did::Add, Table::Strategies, edits))
}
