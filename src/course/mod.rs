//! A course: what a group's results come to, with no server. Pure.
//!
//! Each result is a code that somebody can type, read aloud or photograph ([`code`]); [`find`] reads any number of them from any
//! text, [`intake`] whatever a group hands in; [`gathering`] holds it and gives no figure of a group that is too small; [`figures`], [`moves`] and [`drill`] are what
//! it gives.

pub mod code;
pub mod drill;
pub mod example;
pub mod figures;
pub mod files;
pub mod find;
pub mod gathering;
pub mod intake;
pub mod moves;
pub mod session;
pub mod shape;
mod signs;
pub mod table;
pub mod words;
