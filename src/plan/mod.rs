//! The plan: what stands in it, every change to it, what it adds up to, and the orders in which it can be read.

pub mod checker;
pub mod control;
pub mod date;
pub mod edit;
pub mod field;
pub mod figure;
pub mod guess;
pub mod history;
pub mod hours;
pub mod kind;
pub mod link;
pub mod map;
pub mod model;
pub mod money;
pub mod new_tool;
pub mod order;
pub mod outline;
pub mod paste;
#[allow(clippy::module_inception)] // the plan itself
pub mod plan;
pub mod purpose;
pub mod record;
pub mod shift;
pub mod suggest;
pub mod table;
pub mod timeline;
pub mod value;
pub mod written;
