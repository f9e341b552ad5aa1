//! How much one person has to do at a time.

use super::prelude::*;
use crate::plan::{model::Person, value::Hours};

pub(super) static ACT_05: Rule =
    Rule::new("ACT-05", Check::Owners(overloaded)).forms(&[&["name", "h", "w", "c"], &["name", "n"]]);

/// What an owner has to do: where it stands, from when to when, and how many hours in all.
type Job<'a> = (&'a Id, Date, Date, f64);

fn overloaded(look: &Look, owner: &str, out: &mut Vec<Note>) {
    if super::action::is_vague(look, owner) {
        return;
    }
    let jobs = jobs(look, owner);
    let (can_give, person) = can_give(look, owner);
    let named = |note: Note| note.with("name", Blank::Text(owner.to_owned()));
    let (monday, hours) = worst_week(&jobs);
    if hours > can_give + 1e-6 {
        // In tenths, and never so rounded that it looks as if it could be given.
        let shown = ((hours - 1e-6) * 10.0).ceil() / 10.0;
        let go = person.map_or_else(|| longest(&jobs, monday), |place| Go::Field(Part::Row(place), "hours_per_week"));
        let note = Note::to(go).with("h", Blank::Number(shown)).with("c", Blank::Number(can_give));
        out.push(named(note.with("w", Blank::Week(monday.week()))));
        return;
    }
    let (day, count) = fullest_day(&jobs);
    if i64::try_from(count).unwrap_or(i64::MAX) > look.config().parallel_actions.into() {
        out.push(named(Note::to(longest(&jobs, day.monday())).form(1).with("n", Blank::Count(count))));
    }
}

/// The actions that are not done and have days.
fn jobs<'a>(look: &Look<'a>, owner: &str) -> Vec<Job<'a>> {
    let entries = look.index.under(Kind::Owner, folded(owner));
    let actions = entries.filter_map(|entry| Some((&entry.key, look.plan.get::<Action>(entry.key.as_str())?)));
    let open = actions.filter(|(_, action)| action.owner == owner && action.is_open());
    open.filter_map(|(key, action)| {
        let (start, end) = action.days()?;
        Some((key, start, end, action.hours.map_or(0.0, Hours::get)))
    })
    .collect()
}

/// The hours that somebody can give in a week, and where that stands.
fn can_give(look: &Look, owner: &str) -> (f64, Option<Place>) {
    let entries = look.index.under(Kind::Person, folded(owner));
    let people = entries.filter_map(|entry| Some((&entry.key, look.plan.get::<Person>(entry.key.as_str())?)));
    let mut people = people.filter(|(_, person)| person.name == owner).peekable();
    let place = people.peek().map(|(key, _)| Place { table: Table::People, key: (*key).clone() });
    let hours = people.find_map(|(_, person)| person.hours_per_week).map(Hours::get);
    (hours.unwrap_or_else(|| look.config().hours_per_week.into()), place)
}

/// The Monday of the week with the most hours, the latest of those with as many, and the hours.
///
/// The days in the middle of a long action are all alike, so only the weeks are looked at in which something begins or ends:
/// a plan of ten thousand years costs no more than one of a month.
fn worst_week(jobs: &[Job]) -> (Date, f64) {
    let mut changes: Vec<(Date, f64)> = Vec::new();
    for (_, start, end, hours) in jobs.iter().filter(|(.., hours)| *hours > 0.0) {
        let on_weekdays = start.weekdays_to(*end) > 0;
        let days = |from: Date, to: Date| if on_weekdays { from.weekdays_to(to) } else { to.since(from) + 1 };
        let a_day = hours / f64::from(days(*start, *end));
        let mut stretch = |from: Date, to: Date, first: Date, after: Date| {
            let hours = a_day * f64::from(days(from, to));
            changes.extend([(first, hours), (after, -hours)]);
        };
        let (first, last) = (start.monday(), end.monday());
        if first == last {
            stretch(*start, *end, first, first.plus(7));
            continue;
        }
        stretch(*start, first.plus(6), first, first.plus(7));
        if first.plus(7) < last {
            stretch(first.plus(7), first.plus(13), first.plus(7), last);
        }
        stretch(last, *end, last, last.plus(7));
    }
    // Sorted as single numbers: the day, then which change it is.
    let days = changes.iter().zip(0_u64..).map(|((monday, _), at)| (day(*monday) << 32) | at);
    let order = sorted(days.collect()).into_iter().filter_map(|day| usize::try_from(day & 0xffff_ffff).ok());
    let mut changes = order.filter_map(|at| changes.get(at)).peekable();
    let mut worst = (Date::FIRST, 0.0);
    let mut load = 0.0;
    while let Some((at, change)) = changes.next() {
        load += change;
        // The last week before the next change is the latest with this load; between two changes of one day there is none.
        if let Some((next, _)) = changes.peek().filter(|(next, _)| next > at && load > worst.1 - 1e-9) {
            let monday = next.plus(-7);
            if load > worst.1 + 1e-9 || monday > worst.0 {
                worst = (monday, load);
            }
        }
    }
    worst
}

/// The last day on which the most actions run, and how many.
fn fullest_day(jobs: &[Job]) -> (Date, usize) {
    // Each begin and each end as a number: the day, then the begins before the ends, then which it is.
    let number = |date: Date, ends: u64, at: u64| (day(date) << 33) | (ends << 32) | at;
    let both = jobs.iter().zip(0_u64..).flat_map(|(job, at)| [number(job.1, 0, at), number(job.2, 1, at)]);
    let (mut running, mut fullest) = (0, (Date::FIRST, 0));
    for change in sorted(both.collect()) {
        if change & (1 << 32) != 0 {
            running -= 1;
            continue;
        }
        running += 1;
        let job = usize::try_from(change & 0xffff_ffff).ok().and_then(|at| jobs.get(at));
        if let Some((_, start, ..)) = job.filter(|_| running >= fullest.1) {
            fullest = (*start, running);
        }
    }
    fullest
}

/// Days since the first there is.
fn day(date: Date) -> u64 {
    u64::from(date.since(Date::FIRST).unsigned_abs())
}

/// The action with the most hours of those that run in a week.
fn longest(jobs: &[Job], monday: Date) -> Go {
    let running = jobs.iter().filter(|(_, start, end, _)| *start <= monday.plus(6) && *end >= monday);
    let job = running.max_by(|one, other| one.3.total_cmp(&other.3).then_with(|| other.0.cmp(one.0)));
    job.map_or(Go::List(Table::Actions), |(key, ..)| {
        Go::Field(Part::Row(Place { table: Table::Actions, key: (*key).clone() }), "start")
    })
}
