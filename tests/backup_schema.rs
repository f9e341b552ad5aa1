//! The published schema of backups and their reader say the same.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod files_common;

use common::{agreement, json_file, mutation::any_mutation};
use files_common::{backup, backup_with, plan, result};
use jsonschema::{Registry, Validator};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use strategy_first::{
    document::{
        file::expect_format,
        reader::{Fault, Problem},
    },
    files::state::{FORMAT, MAX_PLANS, State, VERSION},
};

/// The plan's and the result's own schemas are part of it.
static BACKUP: LazyLock<Validator> = LazyLock::new(|| {
    let mut registry = Registry::new();
    for name in ["plan", "result"] {
        let schema = json_file(&format!("schema/{name}.schema.json"));
        registry = registry.add(schema["$id"].as_str().unwrap(), schema.clone()).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let schema = json_file("schema/backup.schema.json");
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::options().with_registry(&registry).build(&schema).unwrap()
});

/// What the schema has against `file`, as text.
fn against(file: &Value) -> Vec<String> {
    BACKUP.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The reader's faults, and one more where the file is of another format.
fn faults(file: &Value) -> Vec<Fault> {
    let mut faults = State::read(file).1;
    if expect_format(file, FORMAT, VERSION).is_err() {
        faults.push(Fault { place: "format".to_owned(), problem: Problem::Missing });
    }
    faults
}

fn agree(file: &Value) -> Result<(), TestCaseError> {
    agreement::agree(&against(file), &faults(file), agreement::is_no_double)
}

#[test]
fn backups_are_valid_and_unknown_and_empty_fields_are_allowed() {
    let empty =
        json!({"plans": null, "results": [], "session": null, "archived": [""], "current_plan": "", "saved_at": ""});
    for file in [backup(), backup_with(json!({})), backup_with(empty)] {
        assert_eq!(against(&file), [""; 0]);
        assert_eq!(faults(&file), []);
    }
}

#[test]
fn what_is_written_is_valid() {
    let (state, _) = State::read(&backup());
    for state in [state, State::default()] {
        assert_eq!(against(&state.to_json("2026-11-22T03:00:00.000Z")), [""; 0]);
    }
}

#[test]
fn they_agree_at_the_edges() {
    let mut no_version = plan("p", "t");
    no_version["version"] = json!(0);
    for fields in [
        json!({"plans": vec![plan("p", "t"); MAX_PLANS]}),
        json!({"plans": vec![plan("p", "t"); MAX_PLANS + 1]}),
        json!({"plans": [no_version]}),
        json!({"plans": [result("r", "2026-11-21", "a")]}),
        json!({"results": [plan("p", "t")]}),
        json!({"current_plan": "i".repeat(64)}),
        json!({"current_plan": "i".repeat(65)}),
        json!({"archived": ["i".repeat(65)]}),
        json!({"saved_at": "i".repeat(65)}),
    ] {
        agree(&backup_with(fields)).unwrap();
    }
    assert!(!against(&backup_with(json!({"plans": [result("r", "2026-11-21", "a")]}))).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn they_agree_on_any_change_to_a_backup(mutations in prop::collection::vec(any_mutation(), 1..3)) {
        let mut file = backup();
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        agree(&file)?;
    }
}
