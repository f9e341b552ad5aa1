//! Calendar dates, against a walk through the calendar day by day.
#![cfg(not(target_arch = "wasm32"))]

mod plan_common;

use plan_common::day;
use proptest::prelude::*;
use strategy_first::plan::date::{Date, NotADate};

/// Everything about a day, as a walk from 0001-01-01, a Monday, comes to know it.
#[derive(Clone, Copy)]
struct Walker {
    date: Date,
    year: i32,
    month: u8,
    day: u8,
    weekday: u8,
}

impl Walker {
    fn step(&mut self) {
        let leap = self.year % 400 == 0 || (self.year % 4 == 0 && self.year % 100 != 0);
        let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        self.day += 1;
        if self.day > lengths[usize::from(self.month) - 1] {
            (self.day, self.month) = (1, self.month + 1);
        }
        if self.month > 12 {
            (self.month, self.year) = (1, self.year + 1);
        }
        self.weekday = self.weekday % 7 + 1;
        self.date = self.date.plus(1);
    }
}

#[test]
fn every_day_of_ten_thousand_years_is_itself() {
    let mut walker = Walker { date: Date::FIRST, year: 1, month: 1, day: 1, weekday: 1 };
    let mut days = 0;
    loop {
        let Walker { date, year, month, day, weekday } = walker;
        assert_eq!(Date::new(year, month, day), Some(date));
        assert_eq!((date.year(), date.month().month, date.day(), date.weekday()), (year, month, day, weekday));
        assert_eq!(date.since(Date::FIRST), days);
        if date == Date::LAST {
            break;
        }
        walker.step();
        days += 1;
    }
    assert_eq!((walker.year, walker.month, walker.day), (9999, 12, 31));
}

/// The week with the year's first Thursday is its first, and weeks run on from Monday (ISO 8601).
#[test]
fn weeks_run_on_from_monday_and_belong_to_their_thursday() {
    let mut monday = day("1900-01-01");
    let (mut year, mut number) = (1900, 1);
    while monday < day("2300-01-01") {
        for offset in 0..7 {
            let week = monday.plus(offset).week();
            assert_eq!((week.year, i32::from(week.week)), (year, number), "{}", monday.plus(offset));
            assert_eq!(monday.plus(offset).monday(), monday);
        }
        monday = monday.plus(7);
        let next = monday.plus(3).year();
        number = if next == year { number + 1 } else { 1 };
        year = next;
    }
}

#[test]
fn known_weeks() {
    let check = |date: &str, week: &str| assert_eq!(day(date).week().to_string(), week, "{date}");
    check("2026-01-01", "2026-W01");
    check("2026-12-31", "2026-W53");
    check("2027-01-03", "2026-W53");
    check("2027-01-04", "2027-W01");
    check("2024-12-30", "2025-W01");
    check("2021-01-03", "2020-W53");
    check("0001-01-01", "0001-W01");
    check("9999-12-31", "9999-W52");
}

#[test]
fn months_have_a_first_and_a_last_day() {
    let check = |date: &str, month: &str, first: &str, last: &str| {
        let of = day(date).month();
        assert_eq!((of.to_string().as_str(), of.first(), of.last()), (month, day(first), day(last)));
    };
    check("2024-02-10", "2024-02", "2024-02-01", "2024-02-29");
    check("2100-02-10", "2100-02", "2100-02-01", "2100-02-28");
    check("2000-02-10", "2000-02", "2000-02-01", "2000-02-29");
    check("9999-12-10", "9999-12", "9999-12-01", "9999-12-31");
}

#[test]
fn only_days_that_there_are_can_be_read() {
    for wrong in [
        "",
        "2026",
        "2026-1-01",
        "2026-01-1",
        "26-01-01",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "2026-04-31",
        "2025-02-29",
        "1900-02-29",
        "0000-01-01",
        "2026/01/01",
        "2026-01-01T00:00",
        " 2026-01-01",
        "+026-01-01",
        "2026-é1-0",
        "-001-01-01",
    ] {
        assert_eq!(wrong.parse::<Date>(), Err(NotADate), "{wrong}");
    }
    assert!("2024-02-29".parse::<Date>().is_ok());
}

#[test]
fn the_calendar_has_two_ends() {
    assert_eq!(Date::LAST.plus(1), Date::LAST);
    assert_eq!(Date::FIRST.plus(-1), Date::FIRST);
    assert_eq!(day("2026-01-01").plus(i32::MAX), Date::LAST);
    assert_eq!(day("2026-01-01").plus(i32::MIN), Date::FIRST);
}

fn any_date() -> impl Strategy<Value = Date> {
    (0_i32..3_652_059).prop_map(|days| Date::FIRST.plus(days))
}

proptest! {
    #[test]
    fn what_is_printed_can_be_read(date in any_date()) {
        prop_assert_eq!(date.to_string().parse(), Ok(date));
    }

    #[test]
    fn the_order_of_dates_is_that_of_their_texts(one in any_date(), other in any_date()) {
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn weekdays_are_counted_as_one_counts_them(from in any_date(), days in -20_i32..400) {
        let to = from.plus(days);
        let counted = (0..=to.since(from)).filter(|offset| from.plus(*offset).weekday() <= 5).count();
        prop_assert_eq!(usize::try_from(from.weekdays_to(to)), Ok(counted));
    }
}
