//! Strategy First: do you approach digital marketing with a strategy, or with a pile of tactics?
//!
//! The map, and what must never be (ARCHITECTURE.md has the whole of it; `tests/architecture.rs` holds it):
//!
//! - [`quiz`] decides: packs, answers, scoring, reading, drill. Pure.
//! - [`plan`] holds a plan together: model, edits, outlines, sums, the checker. Pure.
//! - [`keep`] says what is written where, so that a good copy is always left. Pure.
//! - [`picture`] draws a result and a map, for the page and as files. Pure.
//! - [`document`] reads and writes: files, the envelope, links. Pure.
//! - [`files`] is what people save and open, and [`copies`] when they saved last. Pure.
//! - [`takeaway`] writes a plan for other programs. Pure.
//! - [`draft`] is a question pack being written. Pure.
//! - [`course`] is what a group's results come to. Pure.
//! - [`worksheet`] is what stands on worksheets to print. Pure.
//! - [`article`] names the pages to read. Pure.
//! - [`visit`] is what one visitor has in hand, and [`words`] the interface's texts. Pure.
//! - `browser` is the only part that touches the browser, and knows no screen.
//! - `ui` shows: it calls verbs and reads signals.
//! - `pages` are the pages beside the widget, a program of their own.
//! - `halves` is where the build cuts the program into what is loaded at once and what is loaded on demand.
//! - `embed` mounts the whole into a page's element, and takes it away again.

pub mod article;
pub mod copies;
pub mod course;
pub mod desk;
pub mod document;
pub mod draft;
pub mod files;
pub mod keep;
pub mod picture;
pub mod plan;
pub mod quiz;
pub mod takeaway;
pub mod visit;
pub mod words;
pub mod worksheet;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod halves;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
mod ui;
