//! Everything that touches the browser, and nothing that decides. The only module that may use web-sys; it knows no screen.

pub mod dialog;
pub mod dom;
pub mod download;
pub mod drag;
pub mod element;
pub mod event;
pub mod find;
pub mod given;
pub mod intl;
pub mod options;
pub mod picture;
pub mod spots;
pub mod storage;
pub mod task;
pub mod thing;
pub mod trial;
pub mod waiting;
pub mod watched;
