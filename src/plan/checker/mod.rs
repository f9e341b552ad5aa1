//! The plan checker: what a plan lacks, contradicts or leaves open. Same plan, same day, same lists: same findings, in the same
//! order. It reads no clock and guesses only where a rule says so.
//!
//! A rule is a [`rule::Rule`] in one of the files of [`rules`], a line in its table, and its words in `content/`.

#[allow(clippy::module_inception)] // the checker itself
pub mod checker;
pub mod finding;
mod index;
pub mod leave;
mod mend;
pub mod rule;
pub mod rules;
pub mod setup;
mod spread;
pub mod text;
pub mod texts;
pub mod touched;
mod twins;

use crate::plan::{date::Date, plan::Plan};
use checker::Checker;
use finding::Finding;
use setup::Setup;
use std::sync::Arc;

/// Every finding of a plan, those that were left among them, in order: by severity, then by rule, then by id. `today` decides
/// what is late and what is ahead; the lists of `setup` should be those of the plan's language.
#[must_use]
pub fn check(plan: &Plan, today: Date, setup: &Arc<Setup>) -> Vec<Finding> {
    Checker::new(plan, today, setup).findings().cloned().collect()
}
