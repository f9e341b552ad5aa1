//! What an action needs: one person, a start and an end, and a tactic that goes on.

use super::prelude::*;
use crate::plan::model::{Person, TacticStatus};

const ACTIONS: &[Table] = &[Table::Actions];

pub(super) static ACT_01: Rule = Rule::of_rows("ACT-01", ACTIONS, nobody).mend(only_person);
pub(super) static ACT_02: Rule = Rule::of_rows("ACT-02", ACTIONS, undated).mend(swapped);
pub(super) static ACT_03: Rule = Rule::of_rows("ACT-03", ACTIONS, outside).seeing(Seen::Dates);
pub(super) static ACT_04: Rule = Rule::of_rows("ACT-04", ACTIONS, far_away).seeing(Seen::Dates).forms(&[&["n"]]);
pub(super) static ACT_06: Rule = Rule::of_rows("ACT-06", ACTIONS, stranger)
    .seeing(Seen::AnyPerson)
    .forms(&[&["owner"], &["owner", "person"]])
    .mend(introduced);
pub(super) static ACT_07: Rule = Rule::of_rows("ACT-07", ACTIONS, overdue);
pub(super) static ACT_08: Rule = Rule::of_rows("ACT-08", ACTIONS, tactic_rests).forms(&[&["status"]]).mend(dropped);

fn active<'a>(subject: &Subject<'a>) -> Option<&'a Action> {
    subject.get::<Action>().filter(|row| row.is_active())
}

/// Whether this names nobody in particular.
pub(super) fn is_vague(look: &Look, owner: &str) -> bool {
    let owner = plain_form(owner);
    owner.is_empty() || text::is_in(look.list(List::VagueOwners), &owner)
}

fn nobody(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if active(subject).is_some_and(|row| is_vague(look, &row.owner)) {
        out.push(Note::at("owner"));
    }
}

/// The one there is.
fn only_person(look: &Look, finding: &Finding) -> Option<Edit> {
    let people = look.plan.all::<Person>().filter(|(_, person)| !is_vague(look, &person.name));
    mend::set(finding, "owner", mend::text(&only(people)?.1.name))
}

fn undated(_: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if let Some(row) = active(subject).filter(|row| row.days().is_none()) {
        let field = if row.start.is_none() { "start" } else { "end" };
        out.push(Note::at(field));
    }
}

fn swapped(look: &Look, finding: &Finding) -> Option<Edit> {
    let place = finding.about.place()?;
    let row = look.plan.get::<Action>(place.key.as_str())?;
    let (start, end) = row.start.zip(row.end)?;
    let edit = |field, day| Edit::set_row(place.clone(), field, Content::Day(Some(day)));
    Some(mend::together(Did::Change, Table::Actions, vec![edit("start", end), edit("end", start)]))
}

fn outside(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let cover = look.plan.cover();
    let Some((start, end)) = active(subject).and_then(Action::days) else {
        return;
    };
    if cover.start.is_some_and(|first| start < first) {
        out.push(Note::at("start"));
    } else if cover.end.is_some_and(|last| end > last) {
        out.push(Note::at("end"));
    }
}

fn far_away(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let days = active(subject).and_then(Action::days);
    if days.is_some_and(|(start, _)| start > look.horizon()) {
        let horizon = usize::try_from(look.config().horizon_days).unwrap_or_default();
        out.push(Note::at("start").with("n", Blank::Count(horizon)));
    }
}

fn stranger(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = active(subject).filter(|row| look.index.names_people() && !is_vague(look, &row.owner)) else {
        return;
    };
    let alike = people_like(look, &row.owner);
    if alike.iter().any(|person| **person == row.owner) {
        return;
    }
    let note = Note::at("owner").with("owner", Blank::Text(row.owner.clone()));
    out.push(match alike.first() {
        Some(person) => note.form(1).with("person", Blank::Text((*person).to_owned())),
        None => note,
    });
}

/// The people whose names differ in nothing but capitals.
fn people_like<'a>(look: &Look<'a>, owner: &str) -> Vec<&'a str> {
    let (plan, lower) = (look.plan, owner.to_lowercase());
    let entries = look.index.under(Kind::Person, folded(owner));
    let people = entries.filter_map(|entry| plan.get::<Person>(entry.key.as_str()));
    people.map(|person| person.name.as_str()).filter(|name| name.to_lowercase() == lower).collect()
}

/// The person is added, or the name is spelt as among the people.
fn introduced(look: &Look, finding: &Finding) -> Option<Edit> {
    let owner = &look.plan.get::<Action>(finding.about.place()?.key.as_str())?.owner;
    if let Some(person) = people_like(look, owner).first() {
        return mend::set(finding, "owner", mend::text(person));
    }
    let person = Person { name: owner.clone(), ..Person::default() };
    Some(Edit::add(mend::fresh_key(look.plan, Table::People).as_str(), person))
}

fn overdue(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let open = active(subject).filter(|row| row.is_open());
    if open.and_then(Action::days).is_some_and(|(_, end)| end < look.today) {
        out.push(Note::at("status"));
    }
}

fn tactic_rests(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let open = active(subject).filter(|row| row.is_open());
    let tactic = open.and_then(|row| look.plan.linked::<Tactic>(&row.tactic_id));
    let status = match tactic.and_then(|tactic| tactic.status) {
        Some(TacticStatus::Paused) => "paused",
        Some(TacticStatus::Dropped) => "dropped",
        _ => return,
    };
    out.push(Note::at("status").with("status", Blank::Terms(vec![status])));
}

/// Along with its tactic. One that is paused may go on.
fn dropped(look: &Look, finding: &Finding) -> Option<Edit> {
    let row = look.plan.get::<Action>(finding.about.place()?.key.as_str())?;
    let tactic = look.plan.linked::<Tactic>(&row.tactic_id)?;
    if tactic.is_active() { None } else { mend::set(finding, "status", mend::text("dropped")) }
}
