//! The plan: what stands in it, every change to it, what it adds up to, and the orders in which it can be read.

pub mod checker;
pub mod control;
pub mod date;
pub mod edit;
pub mod field;
pub mod history;
pub mod hours;
pub mod link;
pub mod map;
pub mod model;
pub mod money;
pub mod outline;
#[allow(clippy::module_inception)] // the plan itself
pub mod plan;
pub mod record;
pub mod table;
pub mod timeline;
pub mod value;
