//! Calendar dates with no time and no zone: proleptic Gregorian, as ISO 8601 writes them.
//!
//! A type of our own, since a date library brings zones, clocks and formats that a plan never needs, and the visitor would
//! download them. The arithmetic is Howard Hinnant's (<https://howardhinnant.github.io/date_algorithms.html>).

use std::{
    fmt::{self, Display},
    str::FromStr,
};

/// A day from 0001-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(
    // Days since 1970-01-01.
    i32,
);

/// A month of a year; it prints as in `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    pub year: i32,
    /// From 1.
    pub month: u8,
}

/// An ISO 8601 week; it prints as in `2026-W53`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    /// The year that the week's Thursday is in.
    pub year: i32,
    /// From 1.
    pub week: u8,
}

/// Not a day as in `2026-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl Date {
    pub const FIRST: Date = Date(-719_162);
    pub const LAST: Date = Date(2_932_896);

    /// The day, where there is such a one.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let there =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        there.then(|| Date(days_from_civil(year, month.into(), day.into())))
    }

    #[must_use]
    pub fn year(self) -> i32 {
        self.civil().0
    }

    #[must_use]
    pub fn month(self) -> Month {
        let (year, month, _) = self.civil();
        Month { year, month }
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.civil().2
    }

    /// From 1, Monday, to 7, Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday; the remainder is below 7.
        u8::try_from((self.0 + 3).rem_euclid(7) + 1).unwrap_or(7)
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Date {
        self.plus(1 - i32::from(self.weekday()))
    }

    #[must_use]
    pub fn week(self) -> Week {
        // The last days of 9999 belong to week 52 of that year, so the Thursday is always in range.
        let thursday = self.plus(4 - i32::from(self.weekday()));
        let year = thursday.year();
        let day_of_year = thursday.0 - days_from_civil(year, 1, 1);
        Week { year, week: u8::try_from(day_of_year / 7 + 1).unwrap_or(u8::MAX) }
    }

    /// So many days later, or earlier; never beyond [`Date::FIRST`] and [`Date::LAST`].
    #[must_use]
    pub fn plus(self, days: i32) -> Date {
        Date(self.0.saturating_add(days)).clamp(Date::FIRST, Date::LAST)
    }

    /// How many days it comes after `earlier`; negative where it comes before.
    #[must_use]
    pub fn since(self, earlier: Date) -> i32 {
        self.0 - earlier.0
    }

    /// The weekdays, Monday to Friday, from this day to `last`, both included.
    #[must_use]
    pub fn weekdays_to(self, last: Date) -> i32 {
        // Counted from a Monday before all dates.
        let until = |end: i32| end.div_euclid(7) * 5 + end.rem_euclid(7).min(5);
        let from = |date: Date| date.0 + 3;
        (until(from(last) + 1) - until(from(self))).max(0)
    }

    /// Year, month and day.
    fn civil(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
    }
}

impl Month {
    #[must_use]
    pub fn first(self) -> Date {
        Date(days_from_civil(self.year, self.month.into(), 1)).clamp(Date::FIRST, Date::LAST)
    }

    #[must_use]
    pub fn last(self) -> Date {
        self.first().plus(i32::from(days_in(self.year, self.month)) - 1)
    }
}

/// Days since 1970-01-01.
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Ten characters, as in `2026-11-21`.
    fn from_str(text: &str) -> Result<Date, NotADate> {
        let digits = |range| {
            let part: &str = text.get(range).filter(|part: &&str| part.bytes().all(|byte| byte.is_ascii_digit()))?;
            part.parse::<u16>().ok()
        };
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let parts = dashes.then(|| Some((digits(0..4)?, digits(5..7)?, digits(8..10)?))).flatten();
        let (year, month, day) = parts.ok_or(NotADate)?;
        let small = |number| u8::try_from(number).map_err(|_| NotADate);
        Date::new(year.into(), small(month)?, small(day)?).ok_or(NotADate)
    }
}

impl Display for Date {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(to, "{year:04}-{month:02}-{day:02}")
    }
}

impl Display for Month {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{:04}-{:02}", self.year, self.month)
    }
}

impl Week {
    /// Its first day.
    #[must_use]
    pub fn monday(self) -> Date {
        // The 4th of January is always in the first week.
        Date(days_from_civil(self.year, 1, 4)).monday().plus(7 * (i32::from(self.week) - 1))
    }
}

impl Display for Week {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{:04}-W{:02}", self.year, self.week)
    }
}
