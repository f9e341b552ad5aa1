//! When somebody looks again, and what comes of it.

use super::prelude::*;
use crate::plan::{control::proposed_review, model::Review};

const REVIEWS: &[Table] = &[Table::Reviews];

pub(super) static CTL_01: Rule =
    Rule::of_plan("CTL-01", &[Table::Reviews, Table::Objectives], none_soon).forms(&[&["n"]]).mend(booked);
pub(super) static CTL_04: Rule = Rule::of_plan("CTL-04", &[], unchanged).forms(&[&["n"]]).mend(looked_at);
pub(super) static CTL_06: Rule = Rule::of_rows("CTL-06", REVIEWS, missed);
pub(super) static CTL_07: Rule = Rule::of_plan("CTL-07", REVIEWS, far_apart).forms(&[&["n"]]).mend(half_way);
pub(super) static CTL_09: Rule = Rule::of_rows("CTL-09", REVIEWS, undecided);

fn days(number: i32) -> Blank {
    Blank::Count(usize::try_from(number).unwrap_or_default())
}

fn none_soon(look: &Look, out: &mut Vec<Note>) {
    let soon = day_number(look.anchor())..=day_number(look.horizon());
    let mut reviews = look.index.under(Kind::Review, 0);
    if look.plan.count(Table::Objectives) > 0 && !reviews.any(|review| soon.contains(&review.number)) {
        out.push(Note::to(Go::List(Table::Reviews)).with("n", days(look.config().horizon_days)));
    }
}

fn booked(look: &Look, _: &Finding) -> Option<Edit> {
    Some(mend::together(Did::Add, Table::Reviews, vec![review_on(look, proposed_review(look.plan, look.today), 0)?]))
}

/// A new review, the `number`th of several.
fn review_on(look: &Look, day: Date, number: usize) -> Option<Edit> {
    let id = mend::fresh_keys(look.plan, Table::Reviews).nth(number)?;
    Some(Edit::add(id.as_str(), Review { id: id.clone(), date: Some(day), ..Review::default() }))
}

fn unchanged(look: &Look, out: &mut Vec<Note>) {
    let since = look.plan.cover().updated.map(|updated| look.today.since(updated));
    if let Some(since) = since.filter(|since| *since > look.config().stale_days) {
        out.push(Note::to(Go::List(Table::Reviews)).with("n", days(since)));
    }
}

/// A review is booked, and the plan changed today.
fn looked_at(look: &Look, _: &Finding) -> Option<Edit> {
    let updated = Edit::set("updated", Content::Day(Some(look.today)));
    let review = review_on(look, proposed_review(look.plan, look.today), 0)?;
    Some(mend::together(Did::Add, Table::Reviews, vec![review, updated]))
}

fn missed(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let open = subject.get::<Review>().filter(|review| !review.held);
    if open.and_then(|review| review.date).is_some_and(|date| date < look.today) {
        out.push(Note::at("date"));
    }
}

fn undecided(_: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if subject.get::<Review>().is_some_and(|review| review.held && is_blank(&review.decision)) {
        out.push(Note::at("decision"));
    }
}

/// From a review that is ahead to the next, or to the end of the plan: where more days go by than should.
fn gaps(look: &Look) -> Vec<(Date, Date)> {
    let (plan, anchor) = (look.plan, look.anchor());
    let reviews = look.index.under(Kind::Review, 0);
    let dates = reviews.filter_map(|entry| plan.get::<Review>(entry.key.as_str())?.date);
    let mut dates: Vec<Date> = dates.filter(|date| *date >= anchor).collect();
    if !dates.is_empty() {
        dates.extend(plan.cover().end);
    }
    let between = dates.windows(2).filter_map(|pair| pair.first().copied().zip(pair.last().copied()));
    between.filter(|(from, to)| to.since(*from) > look.config().horizon_days).collect()
}

fn far_apart(look: &Look, out: &mut Vec<Note>) {
    if !gaps(look).is_empty() {
        out.push(Note::to(Go::List(Table::Reviews)).with("n", days(look.config().horizon_days)));
    }
}

/// Nobody wants more new reviews than these from one click.
const MOST: usize = 12;

/// One half-way; or in a long gap several, evenly, so that none of the gaps left is too long.
fn half_way(look: &Look, _: &Finding) -> Option<Edit> {
    let mut dates = Vec::new();
    for (from, to) in gaps(look) {
        let parts = to.since(from) / look.config().horizon_days + 1;
        dates.extend((1..parts).take(MOST + 1).map(|part| {
            let share = i64::from(to.since(from)) * i64::from(part) / i64::from(parts);
            from.plus(i32::try_from(share).unwrap_or_default())
        }));
        if dates.len() > MOST {
            return None;
        }
    }
    let reviews = dates.into_iter().enumerate().map(|(number, day)| review_on(look, day, number));
    Some(mend::together(Did::Add, Table::Reviews, reviews.collect::<Option<_>>()?))
}
