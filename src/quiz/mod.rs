//! The check: packs of questions, answers, scoring, the reading, the drill. Pure: it decides, and touches nothing.

pub mod answers;
#[cfg(not(target_arch = "wasm32"))]
pub mod bank;
pub mod compare;
pub mod drill;
pub mod flag;
pub mod outcome;
pub mod pack;
pub mod pack_file;
pub mod reading;
pub mod session;
