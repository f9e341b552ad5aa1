//! The checker on whole plans: none, a sound one, order, and what was left.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{TODAY, all, setup};
use plan_common::clean_file;
use serde_json::json;

#[test]
fn an_empty_plan_is_not_scolded() {
    let few = ["error OBJ-01 plan", "warn BAS-01 plan", "warn SIT-01 plan"];
    assert_eq!(all(&json!({}), TODAY), few);
    assert_eq!(all(&json!({"start": "2026-01-01", "end": "2026-12-31", "language": "fr"}), "2026-12-31"), few);
}

#[test]
fn the_clean_plan_has_no_findings() {
    assert_eq!(all(&clean_file(), TODAY), Vec::<String>::new());
    assert_eq!(setup("en").config.horizon_days, 90);
}
