//! The plan builder. Its screens call the verbs of [`planner::Planner`] and read what it shows; none uses web-sys.

mod chips;
mod control;
mod document;
mod field;
mod guided;
mod handed;
mod list;
mod new_tool;
pub mod opened;
mod outline_bar;
mod part;
mod paste;
pub mod planner;
mod plans;
mod readings;
mod row;
mod sentence;
mod shelf;
pub mod shell;
mod sorting;
mod start;
mod texts;
mod verbs;
mod ways;
