//! The plan builder. Its screens call the verbs of [`planner::Planner`] and read what it shows; none uses web-sys.

mod chips;
mod control;
mod document;
mod field;
mod guided;
mod list;
mod map;
mod means;
mod one_page;
pub mod opened;
mod outline_bar;
mod part;
pub mod planner;
mod readings;
mod row;
mod sentence;
mod sheet;
pub mod shell;
mod span;
mod texts;
mod tree;
mod verbs;
mod weeks;
