//! A plan as it is taken away: written for other programs, in the words of one language. Pure; what today is, how numbers are
//! written and which words there are is passed in.
//!
//! [`sheet`] puts a plan in the order of an outline; [`markdown`], [`word`] and the printed page are drawn from it. [`tables`]
//! and [`csv`] write for spreadsheets, [`calendar`] for calendars.

pub mod calendar;
pub mod csv;
pub mod file_name;
pub mod markdown;
pub mod plain;
pub mod sheet;
pub mod tables;
pub mod voice;
pub mod word;
