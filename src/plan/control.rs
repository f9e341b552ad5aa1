//! How far objectives have come, and when to look next.

use super::{
    date::Date,
    model::{Objective, Review},
    order::in_order,
    plan::Plan,
    value::{Id, Number},
};

/// How far an objective has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The readings that have a date and a value, by date.
    pub readings: Vec<(Date, f64)>,
    /// How much of the way from baseline to target lies behind the latest reading: 0 at the baseline, 1 at the target, less
    /// or more beyond them. Nothing without a way or a reading.
    pub share: Option<f64>,
}

/// Days until the next review that is proposed (lint-rules CTL-01).
const NEXT_REVIEW: i32 = 30;

impl Progress {
    /// Whether the latest reading is at the target or past it.
    #[must_use]
    pub fn reached(&self) -> bool {
        self.share.is_some_and(|share| share >= 1.0)
    }
}

/// From the baseline to the target, up or down.
#[must_use]
pub fn progress(objective: &Objective) -> Progress {
    let dated = objective.progress.iter().filter_map(|reading| reading.date.zip(reading.value.map(Number::get)));
    // Of two on one day the later one in the list counts.
    let readings: Vec<(Date, f64)> = by_day(&dated.collect::<Vec<_>>(), |(date, _)| *date);
    let way = objective.baseline.zip(objective.target).filter(|(baseline, target)| baseline != target);
    let share = way.zip(readings.last()).map(|((baseline, target), (_, value))| {
        let baseline = baseline.get();
        (value - baseline) / (target.get() - baseline)
    });
    Progress { readings, share }
}

/// The review to hold next: the first one from `today` on that was not held.
#[must_use]
pub fn next_review(plan: &Plan, today: Date) -> Option<(&Id, Date)> {
    open_reviews(plan).filter(|(_, date)| *date >= today).min_by_key(|(_, date)| *date)
}

/// The reviews whose day has passed and that were not held, the oldest first.
#[must_use]
pub fn missed_reviews(plan: &Plan, today: Date) -> Vec<(&Id, Date)> {
    let missed: Vec<(&Id, Date)> = open_reviews(plan).filter(|(_, date)| *date < today).collect();
    by_day(&missed, |(_, date)| *date)
}

/// In the order of their days; those of one day as they came.
fn by_day<T: Copy>(things: &[T], day: impl Fn(&T) -> Date) -> Vec<T> {
    let order = in_order(things.iter().map(|thing| i64::from(day(thing).since(Date::FIRST))));
    order.into_iter().map(|place| things[place]).collect()
}

/// A day for a new review: the first working day from 30 days after today, or after the plan's start where that is to come.
#[must_use]
pub fn proposed_review(plan: &Plan, today: Date) -> Date {
    let anchor = plan.cover().start.map_or(today, |start| start.max(today));
    let day = anchor.plus(NEXT_REVIEW);
    if day.weekday() > 5 { day.monday().plus(7) } else { day }
}

fn open_reviews(plan: &Plan) -> impl Iterator<Item = (&Id, Date)> {
    plan.all::<Review>().filter(|(_, review)| !review.held).filter_map(|(key, review)| Some((key, review.date?)))
}
