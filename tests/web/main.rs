//! What the app does to a real page, in a headless browser: `cargo xtask test web`.
//!
//! Everything goes through what pages use: `embed` and the elements on the screen; below it, through the parts of `browser`.
//! The files that the app asks for come from `files`, so that no test needs a server.
#![cfg(target_arch = "wasm32")]

mod areas;
mod check;
mod elements;
mod files;
mod kept;
mod language;
mod mounting;
mod options;
mod others;
mod packs;
mod page;
mod plan_checker;
mod plan_kept;
mod plan_views;
mod saved_files;
mod small;
mod storage;
mod watch;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
