//! The plan: what stands in it, every change to it, what it sums up to, and the orders in which it can be read.

pub mod date;
pub mod edit;
pub mod field;
pub mod history;
pub mod link;
pub mod model;
#[allow(clippy::module_inception)] // the plan itself
pub mod plan;
pub mod record;
pub mod table;
pub mod value;
