//! What is on the screen. Components call the verbs of [`app::App`] (`verbs`) and read its signals; none uses web-sys.

pub mod app;
mod article;
pub mod code;
mod drill;
mod fetching;
pub mod files;
mod history;
pub mod hosted;
mod keeping;
mod loaded;
pub mod opened;
mod part;
mod picture;
pub mod plan;
mod question;
pub mod result;
pub mod shell;
mod start;
mod verbs;
