//! What a choice needs: for whom, why us, and an opposite that somebody might choose.

use super::prelude::*;
use crate::plan::model::{Audience, Strategy};

const STRATEGIES: &[Table] = &[Table::Strategies];

pub(super) static STR_02: Rule = Rule::of_rows("STR-02", STRATEGIES, audience).mend(only_audience);
pub(super) static STR_03: Rule = Rule::of_rows("STR-03", STRATEGIES, positioning);
pub(super) static STR_08: Rule = Rule::of_rows("STR-08", STRATEGIES, opposite);
pub(super) static STR_10: Rule = Rule::of_plan("STR-10", &[Table::Audiences], many_first).forms(&[&["n"]]);

/// Whether it is for an audience that has a name.
pub(super) fn has_audience(look: &Look, row: &Strategy) -> bool {
    look.plan.linked::<Audience>(&row.audience_id).is_some_and(|audience| !is_blank(&audience.name))
}

fn audience(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if subject.get::<Strategy>().is_some_and(|row| !has_audience(look, row)) {
        out.push(Note::at("audience_id"));
    }
}

/// The one there is.
fn only_audience(look: &Look, finding: &Finding) -> Option<Edit> {
    let named = look.plan.all::<Audience>().filter(|(_, row)| !row.id.is_empty() && !is_blank(&row.name));
    mend::set(finding, "audience_id", mend::text(only(named)?.1.id.as_str()))
}

fn positioning(_: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if subject.get::<Strategy>().is_some_and(|row| is_blank(&row.positioning)) {
        out.push(Note::at("positioning"));
    }
}

fn opposite(_: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if subject.get::<Strategy>().is_some_and(|row| is_blank(&row.opposite)) {
        out.push(Note::at("opposite"));
    }
}

fn many_first(look: &Look, out: &mut Vec<Note>) {
    let mut first = look.index.under(Kind::Primary, 0);
    let most = usize::try_from(look.config().primary_audiences).unwrap_or_default();
    let count = look.index.under(Kind::Primary, 0).count();
    if let Some(entry) = first.next().filter(|_| count > most) {
        let place = Place { table: Table::Audiences, key: entry.key.clone() };
        out.push(Note::to(Go::Field(Part::Row(place), "priority")).with("n", Blank::Count(count)));
    }
}
