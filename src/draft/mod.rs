//! A question pack being written: one file a language, edited as one, with every step to be taken back. It may be unfinished, or
//! plainly wrong; [`check`] says what is. Pure.

pub mod check;
pub mod edit;
pub mod field;
pub mod fresh;
pub mod history;
pub mod languages;
pub mod model;
pub mod place;
mod refer;
pub mod start;
