//! The 90 days as plain numbers: thirteen weeks in days from their first Monday, for the page to multiply.

use super::{
    date::Date,
    edit::{Did, Edit, Name},
    field::Content,
    link::Place,
    model::{Action, Objective, Review},
    plan::Plan,
    table::Table,
    value::Id,
};

/// How many weeks are shown: 90 days, and the rest of the last week (seed-facts S2.16).
pub const WEEKS: i32 = 13;
const DAYS: i32 = WEEKS * 7;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The Monday on which it begins.
    pub first: Date,
    /// How many days after that today is, where it is shown.
    pub today: Option<i32>,
    /// A bar for each action, by start, then end, then order in the plan.
    pub bars: Vec<Bar>,
    /// Reviews and the objectives' due dates, by day.
    pub marks: Vec<Mark>,
    /// Actions that ended before.
    pub earlier: Vec<Id>,
    /// Actions that begin later: a line is enough for them (S2.16).
    pub later: Vec<Id>,
    /// Actions that lack a start or an end, or end before they start.
    pub undated: Vec<Id>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub action: Id,
    /// Its first day that is shown, counted from [`Timeline::first`].
    pub from: i32,
    /// How many of its days are shown; at least one.
    pub days: i32,
    /// It began before what is shown.
    pub began_before: bool,
    /// It goes on after what is shown.
    pub goes_on: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// A review or an objective.
    pub at: Place,
    /// Counted from [`Timeline::first`].
    pub day: i32,
}

/// Thirteen weeks from the one that `from` is in. Dropped actions are left out.
#[must_use]
pub fn timeline(plan: &Plan, from: Date, today: Date) -> Timeline {
    let first = from.monday();
    let shown = |date: Date| Some(date.since(first)).filter(|day| (0..DAYS).contains(day));
    let mut line = Timeline {
        first,
        today: shown(today),
        bars: Vec::new(),
        marks: Vec::new(),
        earlier: Vec::new(),
        later: Vec::new(),
        undated: Vec::new(),
    };
    let mut bars = Vec::new();
    for (key, action) in plan.all::<Action>().filter(|(_, action)| action.is_active()) {
        match action.days().map(|(start, end)| (start.since(first), end.since(first))) {
            None => line.undated.push(key.clone()),
            Some((_, end)) if end < 0 => line.earlier.push(key.clone()),
            Some((start, _)) if start >= DAYS => line.later.push(key.clone()),
            Some(days) => bars.push((days, key)),
        }
    }
    bars.sort_by_key(|(days, _)| *days);
    line.bars = bars.into_iter().map(|((start, end), key)| bar(key, start, end)).collect();
    let reviews = plan.all::<Review>().map(|(key, review)| (Table::Reviews, key, review.date));
    let dues = plan.all::<Objective>().map(|(key, objective)| (Table::Objectives, key, objective.due));
    let marks = reviews.chain(dues).filter_map(|(table, key, date)| {
        let day = shown(date?)?;
        Some(Mark { at: Place { table, key: key.clone() }, day })
    });
    line.marks = marks.collect();
    line.marks.sort_by_key(|mark| mark.day);
    line
}

fn bar(key: &Id, start: i32, end: i32) -> Bar {
    let (from, last) = (start.max(0), end.min(DAYS - 1));
    Bar { action: key.clone(), from, days: last - from + 1, began_before: start < from, goes_on: end > last }
}

/// So many days as a share of the width of what is shown, as pictures write it: `50.00%`.
#[must_use]
pub fn share(days: i32) -> String {
    let share = days * 10_000 / DAYS;
    let sign = if share < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}%", share.abs() / 100, share.abs() % 100)
}

/// The days that a way along the picture comes to, to the nearest; the way in thousandths of its width.
#[must_use]
pub fn days_of(thousandths: i32) -> i32 {
    (thousandths.clamp(-2000, 2000) * DAYS + 500).div_euclid(1000)
}

/// Moves an action by so many days, its length kept. Nothing where it has no days to move, or would leave the calendar.
#[must_use]
pub fn moved(plan: &Plan, action: &str, days: i32) -> Option<Edit> {
    let (start, end) = plan.get::<Action>(action)?.days()?;
    let (new_start, new_end) = (start.plus(days), end.plus(days));
    let set = |field, day| Edit::set_row(Place::new(Table::Actions, action), field, Content::Day(Some(day)));
    let edits = vec![set("start", new_start), set("end", new_end)];
    let kept = new_end.since(new_start) == end.since(start);
    kept.then_some(Edit::Together { name: Name { did: Did::Move, to: Some(Table::Actions) }, edits })
}
