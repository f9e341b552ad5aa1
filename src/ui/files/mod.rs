//! Saving and opening files: a part of the program that is loaded on the first press, for the check and the builder alike.
//!
//! [`around::Around`] is what it knows of the app it works in, and [`panel::Panel`] what it shows there.

pub mod around;
pub mod check;
pub mod errand;
pub mod kept;
mod opening;
pub mod panel;
mod preview;
mod saving;
mod sentence;
pub mod task;
