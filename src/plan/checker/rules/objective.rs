//! What an objective needs: to be there, to be a figure with a date, and to come from a business goal.

use super::prelude::*;
use crate::plan::model::BusinessGoal;

pub(super) static OBJ_01: Rule = Rule::of_plan("OBJ-01", &[Table::Objectives], none);
pub(super) static OBJ_02: Rule =
    Rule::of_rows("OBJ-02", &[Table::Objectives], incomplete).levels(2).forms(&[&["list"]]);
pub(super) static OBJ_07: Rule = Rule::of_rows("OBJ-07", &[Table::Objectives], no_goal).mend(only_goal);
pub(super) static OBJ_08: Rule = Rule::of_plan("OBJ-08", &[Table::Objectives], many).forms(&[&["n"]]);

fn none(look: &Look, out: &mut Vec<Note>) {
    if look.plan.count(Table::Objectives) == 0 {
        out.push(Note::to(Go::List(Table::Objectives)));
    }
}

fn many(look: &Look, out: &mut Vec<Note>) {
    let count = look.plan.count(Table::Objectives);
    if i64::try_from(count).unwrap_or(i64::MAX) > look.config().objectives.into() {
        out.push(Note::to(Go::List(Table::Objectives)).with("n", Blank::Count(count)));
    }
}

fn incomplete(_: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Objective>() else {
        return;
    };
    let parts = [
        ("metric", is_blank(&row.metric)),
        ("target", row.target.is_none()),
        ("due", row.due.is_none()),
        ("baseline", row.baseline.is_none()),
    ];
    let missing: Vec<&str> = parts.into_iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| name).collect();
    if let [first, ..] = *missing {
        let only_baseline = usize::from(first == "baseline");
        out.push(Note::at(first).level(only_baseline).with("list", Blank::Terms(missing)));
    }
}

fn no_goal(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Objective>() else {
        return;
    };
    let goal = look.plan.linked::<BusinessGoal>(&row.business_goal_id);
    if goal.is_none_or(|goal| is_blank(&goal.text)) {
        out.push(Note::at("business_goal_id"));
    }
}

/// The one there is.
fn only_goal(look: &Look, finding: &Finding) -> Option<Edit> {
    let goals = look.plan.all::<BusinessGoal>().filter(|(_, goal)| !goal.id.is_empty() && !is_blank(&goal.text));
    let goal = only(goals)?.1;
    mend::set(finding, "business_goal_id", mend::text(goal.id.as_str()))
}
