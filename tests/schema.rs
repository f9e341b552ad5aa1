//! The published schemas and the readers say the same.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{
    LANGUAGES, PACKS, agreement, broken::broken_packs, drill_file, json_file, mutation::any_mutation, pack_file,
};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use strategy_first::{
    document::{
        file::expect_format,
        reader::{Fault, Problem, read},
        result::{FORMAT, TakenCheck, VERSION},
    },
    quiz::{drill::read_drill, pack_file},
};

static PACK: LazyLock<Validator> = LazyLock::new(|| schema("pack"));
static RESULT: LazyLock<Validator> = LazyLock::new(|| schema("result"));
static DRILL: LazyLock<Validator> = LazyLock::new(|| schema("drill"));
static PACK_FILE: LazyLock<Value> = LazyLock::new(|| pack_file("full", "en"));

fn schema(name: &str) -> Validator {
    let schema = json_file(&format!("schema/{name}.schema.json"));
    assert!(jsonschema::meta::is_valid(&schema), "{name}");
    jsonschema::validator_for(&schema).unwrap()
}

/// What `schema` has against `file`, as text.
fn against(schema: &Validator, file: &Value) -> Vec<String> {
    schema.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn reads_pack(file: &Value) -> Vec<Fault> {
    with_format(file, pack_file::FORMAT, pack_file::VERSION, pack_file::read_pack(file).1)
}

fn reads_result(file: &Value) -> Vec<Fault> {
    with_format(file, FORMAT, VERSION, read(file, TakenCheck::read).1)
}

fn reads_drill(file: &Value) -> Vec<Fault> {
    with_format(file, "strategy-first/drill", 1, read_drill(file).1)
}

/// The faults, and one more where the file is of another format.
fn with_format(file: &Value, format: &str, version: u64, mut faults: Vec<Fault>) -> Vec<Fault> {
    if expect_format(file, format, version).is_err() {
        faults.push(Fault { place: "format".to_owned(), problem: Problem::Missing });
    }
    faults
}

#[test]
fn every_published_file_is_valid() {
    for lang in LANGUAGES {
        for id in PACKS {
            assert_eq!(against(&PACK, &pack_file(id, lang)), [""; 0], "{id} {lang}");
        }
        assert_eq!(against(&DRILL, &drill_file(lang)), [""; 0], "{lang}");
    }
    assert_eq!(against(&RESULT, &result_file()), [""; 0]);
}

#[test]
fn the_schema_refuses_every_fault_of_shape_that_the_reader_names() {
    for broken in broken_packs() {
        assert_eq!(PACK.is_valid(&broken.file()), !broken.shape, "{:?}", broken.change);
    }
}

#[test]
fn fields_that_nobody_knows_are_allowed() {
    let mut file = pack_file("full", "en");
    file["note"] = json!("mine");
    file["items"][0]["note"] = json!({"a": 1});
    assert_eq!(against(&PACK, &file), [""; 0]);
    assert!(reads_pack(&file).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn schema_and_reader_agree_on_any_pack(mutations in prop::collection::vec(any_mutation(), 1..3)) {
        let mut file = PACK_FILE.clone();
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        agree(&PACK, &file, &reads_pack(&file))?;
    }

    #[test]
    fn schema_and_reader_agree_on_any_result(mutation in any_mutation()) {
        let mut file = result_file();
        mutation.apply(&mut file);
        agree(&RESULT, &file, &reads_result(&file))?;
    }

    #[test]
    fn schema_and_reader_agree_on_any_drill(mutations in prop::collection::vec(any_mutation(), 1..3)) {
        let mut file = drill_file("en");
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        agree(&DRILL, &file, &reads_drill(&file))?;
    }
}

fn agree(schema: &Validator, file: &Value, faults: &[Fault]) -> Result<(), TestCaseError> {
    agreement::agree(&against(schema, file), faults, is_shape)
}

fn is_shape(fault: &Fault) -> bool {
    match fault.problem {
        Problem::TooFew { .. } => fault.place.ends_with("options") || fault.place == "items",
        Problem::UnknownId { .. }
        | Problem::DuplicateId { .. }
        | Problem::NotEarlier { .. }
        | Problem::Untranslated { .. }
        | Problem::DiffersFrom { .. } => false,
        _ => true,
    }
}

fn result_file() -> Value {
    json!({
        "format": "strategy-first/result", "version": 1, "id": "r1", "pack": "full", "pack_version": "2.0",
        "lang": "en", "taken_at": "2026-11-21", "answers": {"q01": "b", "q02": "a"},
    })
}
