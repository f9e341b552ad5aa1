//! Reviews, due dates and actions for a calendar: all-day events by RFC 5545. Tasks (`VTODO`) would be what they are, but
//! calendars such as Google's and Apple's pass over them.
//!
//! An event has the same name in every file, and a higher number each time, so that a file read again brings what is there up
//! to date and doubles nothing. What was dropped is called off.

use super::voice::Voice;
use crate::{
    plan::{
        date::Date,
        edit::Part,
        link::Place,
        model::{Action, ActionStatus, Objective, Review},
        table::Table,
        value::Id,
    },
    words::PlanKey,
};
use std::fmt::Write;

/// When a calendar is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// In UTC, as in `20261122T024311Z`.
    stamp: String,
    /// The seconds since the beginning of 2026, from 0.
    number: i64,
}

/// The octets of a line without its end (RFC 5545 3.1).
const MAX_LINE: usize = 75;
/// From 2026-01-01 on, a later file has a higher number, for as long as it fits the 31 bits that calendars give it.
const MAX_NUMBER: i64 = 2_147_483_647;

/// The calendar of a plan.
#[must_use]
pub fn calendar(voice: &Voice, now: &Moment) -> String {
    let mut file = File { text: String::new() };
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Strategy First//Plan//EN", "CALSCALE:GREGORIAN"] {
        file.line(line);
    }
    for event in events(voice) {
        event.write(voice, now, &mut file);
    }
    file.line("END:VCALENDAR");
    file.text
}

/// Something on one day or several.
struct Event {
    /// Tells apart what one row of the plan gives rise to.
    kind: &'static str,
    of: Place,
    first: Date,
    last: Date,
    summary: String,
    /// The fields that are told beside it.
    tells: &'static [&'static str],
    is_off: bool,
}

fn events(voice: &Voice) -> Vec<Event> {
    let reviews = voice.plan.all::<Review>().filter_map(|(key, review)| of_review(voice, key, review));
    let objectives = voice.plan.all::<Objective>().filter_map(|(key, objective)| of_objective(voice, key, objective));
    let actions = voice.plan.all::<Action>().flat_map(|(key, action)| of_action(voice, key, action));
    reviews.chain(objectives).chain(actions).collect()
}

fn of_review(voice: &Voice, key: &Id, review: &Review) -> Option<Event> {
    let words = if review.held { PlanKey::CalendarHeld } else { PlanKey::CalendarReview };
    let summary = voice.fill(words, &[("plan", &voice.title())]);
    let of = Place { table: Table::Reviews, key: key.clone() };
    let day = review.date?;
    let tells = &["owner", "decision", "changed"];
    Some(Event { kind: "review", of, first: day, last: day, summary, tells, is_off: false })
}

fn of_objective(voice: &Voice, key: &Id, objective: &Objective) -> Option<Event> {
    let of = Place { table: Table::Objectives, key: key.clone() };
    let summary = voice.fill(PlanKey::CalendarDue, &[("name", &voice.name(&of))]);
    let day = objective.due?;
    let tells = &["metric", "baseline", "target", "unit", "owner"];
    Some(Event { kind: "due", of, first: day, last: day, summary, tells, is_off: false })
}

/// The days that an action takes, and its last day once more where it takes several: a long bar reminds nobody of its end.
fn of_action(voice: &Voice, key: &Id, action: &Action) -> Vec<Event> {
    let one_day = action.start.xor(action.end).map(|day| (day, day));
    let Some((first, last)) = action.days().or(one_day) else {
        return Vec::new();
    };
    let of = Place { table: Table::Actions, key: key.clone() };
    let mut name = voice.name(&of);
    let is_done = action.status == Some(ActionStatus::Done);
    if is_done {
        name = voice.fill(PlanKey::CalendarDone, &[("name", &name)]);
    }
    let event = |kind, first, summary| Event {
        kind,
        of: of.clone(),
        first,
        last,
        summary,
        tells: &["owner", "tactic_id", "hours"],
        is_off: !action.is_active(),
    };
    let ends = voice.fill(PlanKey::CalendarEnds, &[("name", &name)]);
    let end = (first < last && !is_done).then(|| event("end", last, ends));
    [event("action", first, name)].into_iter().chain(end).collect()
}

impl Event {
    fn write(&self, voice: &Voice, now: &Moment, file: &mut File) {
        let of = Part::Row(self.of.clone());
        let told = self.tells.iter().filter_map(|path| {
            let value = voice.read(&of, path)?;
            Some((voice.label(Some(self.of.table), path), value))
        });
        let plan = [(voice.label(None, "title"), voice.title())];
        let lines = told
            .chain(plan)
            .map(|(label, value)| voice.fill(PlanKey::PageLabelled, &[("label", &label), ("value", &value)]));
        let lines: Vec<String> = lines.collect();
        file.line("BEGIN:VEVENT");
        let plan = named(voice.plan.cover().id.as_str());
        file.line(&format!("UID:{plan}.{}.{}@strategy-first", named(self.of.key.as_str()), self.kind));
        file.line(&format!("DTSTAMP:{}", now.stamp));
        file.line(&format!("LAST-MODIFIED:{}", now.stamp));
        file.line(&format!("SEQUENCE:{}", now.number));
        file.line(&format!("DTSTART;VALUE=DATE:{}", basic(self.first)));
        // The day behind the last one; without it, an event lasts for its one day.
        if self.last < Date::LAST {
            file.line(&format!("DTEND;VALUE=DATE:{}", basic(self.last.plus(1))));
        }
        file.line(&format!("SUMMARY:{}", text(&self.summary)));
        file.line(&format!("DESCRIPTION:{}", text(&lines.join("\n"))));
        file.line(if self.is_off { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        // Nobody is kept from a meeting by an action of the plan.
        file.line("TRANSP:TRANSPARENT");
        file.line("END:VEVENT");
    }
}

/// A clean text as the value of a property (RFC 5545 3.3.11).
fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// An id in letters, digits and dashes alone, and unlike every other id: other bytes are written as numbers.
fn named(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            name.push(byte.into());
        } else {
            let _ = write!(name, "_{byte:02x}");
        }
    }
    name
}

/// As in `20261122`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

struct File {
    text: String,
}

impl File {
    /// Adds a line, folded where it is too long, between characters. Whatever it holds, it stays one line.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars().filter(|letter| !letter.is_control()) {
            if length + letter.len_utf8() > MAX_LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

impl Moment {
    /// A time in UTC by RFC 3339, as in `2026-11-22T02:43:11.058Z`.
    #[must_use]
    pub fn read(time: &str) -> Option<Moment> {
        let day: Date = time.get(..10)?.parse().ok()?;
        let part = |at: usize| time.get(at..at + 2)?.parse::<u8>().ok();
        let (hour, minute, second) = (part(11)?, part(14)?, part(17)?);
        let days = i64::from(day.since(Date::new(2026, 1, 1)?));
        let number = ((days * 24 + i64::from(hour)) * 60 + i64::from(minute)) * 60 + i64::from(second);
        let stamp = format!("{}T{hour:02}{minute:02}{second:02}Z", basic(day));
        Some(Moment { stamp, number: number.clamp(0, MAX_NUMBER) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_folded_between_characters() {
        let check = |line: &str, expected: &str| {
            let mut file = File { text: String::new() };
            file.line(line);
            assert_eq!(file.text, expected);
        };
        check("short", "short\r\n");
        check("one\r\nEND:VEVENT\0", "oneEND:VEVENT\r\n");
        check(&"a".repeat(75), &format!("{}\r\n", "a".repeat(75)));
        check(&"a".repeat(76), &format!("{}\r\n a\r\n", "a".repeat(75)));
        check(&"é".repeat(38), &format!("{}\r\n é\r\n", "é".repeat(37)));
        check(&"a".repeat(75 + 75), &format!("{}\r\n {}\r\n a\r\n", "a".repeat(75), "a".repeat(74)));
    }

    #[test]
    fn ids_stay_apart() {
        for (id, expected) in
            [("a-1", "a-1"), ("a_1", "a_5f1"), ("a.b", "a_2eb"), ("é", "_c3_a9"), ("x\r\nEND:", "x_0d_0aEND_3a")]
        {
            assert_eq!(named(id), expected);
        }
    }

    #[test]
    fn a_moment_has_a_number_that_grows() {
        let read = |time: &str| Moment::read(time).map(|moment| (moment.stamp, moment.number));
        assert_eq!(read("2026-01-01T00:00:00.000Z"), Some(("20260101T000000Z".to_owned(), 0)));
        assert_eq!(read("2026-01-02T01:02:03Z"), Some(("20260102T010203Z".to_owned(), 90_123)));
        assert_eq!(read("2020-01-02T01:02:03Z"), Some(("20200102T010203Z".to_owned(), 0)));
        for none in ["", "2026-01-01", "2026-01-01Txx:00:00Z", "yesterday, at about nine"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
