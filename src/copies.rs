//! When everything was last saved as a file, and how much has been done since: enough to remind somebody in time. Pure.

use crate::{
    document::{object::object, reader::Node},
    plan::date::Date,
};
use serde_json::Value;

/// After so many days of use without a copy there is a reminder.
pub const REMIND_AFTER: u32 = 5;

/// What is kept of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// The day of the last copy.
    pub saved: Option<Date>,
    /// On how many days something was changed since then.
    days: u32,
    /// The last of those days.
    last: Option<Date>,
    /// The day of use whose reminder was sent away.
    dismissed: Option<Date>,
}

impl Copies {
    /// Something was changed. Gives whether that makes it one day of use more.
    pub fn note_change(&mut self, today: Date) -> bool {
        // Any other day than the last one counts, an earlier one too: a clock that was once years ahead must not keep all
        // days until then from counting.
        let is_new = self.last != Some(today);
        if is_new {
            self.days = self.days.saturating_add(1);
            self.last = Some(today);
        }
        is_new
    }

    /// Everything was saved.
    pub fn note_copy(&mut self, today: Date) {
        *self = Copies { saved: Some(today), ..Copies::default() };
    }

    /// The reminder is not wanted before the next day of use.
    pub fn dismiss(&mut self) {
        self.dismissed = self.last;
    }

    #[must_use]
    pub fn is_due(&self) -> bool {
        self.days >= REMIND_AFTER && self.dismissed != self.last
    }

    /// Reads what was kept; whatever is missing is as if nothing had been done.
    #[must_use]
    pub fn read(top: Node) -> Copies {
        let day = |name: &'static str| top.maybe(name).and_then(|day| day.text_or_empty(10).parse().ok());
        let days = top.maybe("days").map(|days| days.int(0..=100_000)).unwrap_or_default();
        Copies {
            saved: day("saved"),
            days: u32::try_from(days).unwrap_or_default(),
            last: day("last"),
            dismissed: day("dismissed"),
        }
    }

    #[must_use]
    pub fn to_json(&self) -> Value {
        let day = |day: Option<Date>| Value::from(day.map(|day| day.to_string()));
        object([
            ("saved", day(self.saved)),
            ("days", self.days.into()),
            ("last", day(self.last)),
            ("dismissed", day(self.dismissed)),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::reader::read;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// What was done on which day: `c` a change, `s` a copy, `d` the reminder sent away. Then whether there is a reminder.
    fn check(done: &[(&str, &str)], is_due: bool) {
        let mut copies = Copies::default();
        for (on, what) in done {
            match *what {
                "c" => _ = copies.note_change(day(on)),
                "s" => copies.note_copy(day(on)),
                _ => copies.dismiss(),
            }
        }
        assert_eq!(copies.is_due(), is_due, "{done:?}");
        let (again, faults) = read(&copies.to_json(), Copies::read);
        assert_eq!((again, faults), (copies, Vec::new()), "{done:?}");
    }

    #[test]
    fn five_days_of_use_without_a_copy_bring_a_reminder() {
        let over_new_year =
            [("2026-12-29", "c"), ("2026-12-30", "c"), ("2026-12-31", "c"), ("2027-01-01", "c"), ("2027-01-02", "c")];
        check(&[], false);
        check(&over_new_year[..4], false);
        check(&over_new_year, true);
        // Months between them make no difference, nor do many changes on a day.
        check(&[("2026-01-01", "c"), ("2026-03-01", "c"), ("2026-06-01", "c"), ("2026-11-01", "c")], false);
        check(&[("2026-01-01", "c"); 9], false);
    }

    #[test]
    fn a_copy_begins_the_count_anew() {
        let days = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"];
        let mut done: Vec<(&str, &str)> = days.iter().map(|day| (*day, "c")).collect();
        done.push(("2026-11-05", "s"));
        check(&done, false);
        // What is changed later on the day of the copy is not in it.
        done.extend([("2026-11-05", "c"), ("2026-11-06", "c"), ("2026-11-07", "c"), ("2026-11-08", "c")]);
        check(&done, false);
        done.push(("2026-11-09", "c"));
        check(&done, true);
    }

    #[test]
    fn a_reminder_sent_away_comes_back_on_the_next_day_of_use() {
        let mut done = vec![
            ("2026-11-01", "c"),
            ("2026-11-02", "c"),
            ("2026-11-03", "c"),
            ("2026-11-04", "c"),
            ("2026-11-05", "c"),
            ("2026-11-05", "d"),
        ];
        check(&done, false);
        done.push(("2026-11-05", "c"));
        check(&done, false);
        done.push(("2026-11-20", "c"));
        check(&done, true);
    }

    #[test]
    fn a_clock_that_was_years_ahead_does_not_stop_the_count() {
        let mut done = vec![("2099-01-01", "c"), ("2026-11-01", "c"), ("2026-11-02", "c"), ("2026-11-03", "c")];
        check(&done, false);
        done.push(("2026-11-04", "c"));
        check(&done, true);
        // A copy saved by that clock is a copy all the same.
        check(&[("2099-01-01", "s"), ("2026-11-01", "c")], false);
    }

    #[test]
    fn rubbish_is_as_if_nothing_had_been_done() {
        for value in [Value::Null, Value::from(3), object([("saved", "soon".into()), ("days", "x".into())])] {
            assert_eq!(read(&value, Copies::read).0, Copies::default(), "{value}");
        }
    }
}
