//! The published schema of plans and their reader say the same.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;

use common::{agreement, json_file, mutation::any_mutation};
use jsonschema::Validator;
use plan_common::{any_plan, clean_file, file_with, full_file, reads};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, sync::LazyLock};
use strategy_first::{
    document::{
        file::expect_format,
        reader::{Fault, Problem},
    },
    plan::{
        model::{Cover, Reading},
        plan::{FORMAT, VERSION},
        record::Record,
        table::Table,
    },
};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| json_file("schema/plan.schema.json"));
static PLAN: LazyLock<Validator> = LazyLock::new(|| {
    assert!(jsonschema::meta::is_valid(&SCHEMA));
    jsonschema::validator_for(&SCHEMA).unwrap()
});

/// What the schema has against `file`, as text.
fn against(file: &Value) -> Vec<String> {
    PLAN.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The reader's faults, and one more where the file is of another format.
fn faults(file: &Value) -> Vec<Fault> {
    let mut faults = reads(file).1;
    if expect_format(file, FORMAT, VERSION).is_err() {
        faults.push(Fault { place: "format".to_owned(), problem: Problem::Missing });
    }
    faults
}

#[test]
fn plans_are_valid() {
    for file in [clean_file(), full_file(), file_with(json!({}))] {
        assert_eq!(against(&file), [""; 0]);
        assert_eq!(faults(&file), []);
    }
}

#[test]
fn empty_and_unknown_fields_are_allowed() {
    let file = file_with(json!({
        "title": null, "start": "", "id": "", "mine": 1, "budget": {"currency": "", "total": null}, "people": null,
        "basics": {"scope": "", "mine": []}, "tactics": [{"mine": {}, "bridge": null, "kind": null, "strategy_ids": []}],
    }));
    assert_eq!(against(&file), [""; 0]);
    assert_eq!(faults(&file), []);
}

fn names(properties: &Value) -> BTreeSet<&str> {
    properties.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect()
}

/// The schema describes the fields of `record`, those of its groups too, and no others.
fn check(record: &dyn Record, properties: &Value, besides: &[&str]) {
    let theirs = record.names().iter().chain(besides).copied().collect();
    assert_eq!(names(properties), theirs);
    for name in record.names() {
        if let Some(group) = record.field(name).and_then(|field| field.group()) {
            check(group, &properties[name]["properties"], &[]);
        }
    }
}

#[test]
fn the_schema_describes_every_field_and_no_others() {
    let tables: Vec<&str> = Table::ALL.iter().map(|table| table.name()).chain(["format", "version"]).collect();
    check(&Cover::default(), &SCHEMA["properties"], &tables);
    for table in Table::ALL {
        let reference = SCHEMA["properties"][table.name()]["items"]["$ref"].as_str().unwrap();
        let described = SCHEMA.pointer(&reference[1..]).unwrap();
        check(table.empty_row().record(), &described["properties"], &[]);
    }
    check(&Reading::default(), &SCHEMA["$defs"]["reading"]["properties"], &[]);
}

fn agree(file: &Value) -> Result<(), TestCaseError> {
    agreement::agree(&against(file), &faults(file), agreement::is_no_double)
}

#[test]
fn they_agree_at_the_edges() {
    let fields = [
        json!({"title": "é".repeat(2000)}),
        json!({"title": "é".repeat(2001)}),
        json!({"id": "i".repeat(64)}),
        json!({"id": "i".repeat(65)}),
        json!({"id": " "}),
        json!({"budget": {"total": 1_000_000_000_000_i64}}),
        json!({"budget": {"total": 1_000_000_000_001_i64}}),
        json!({"budget": {"currency": "Eur"}}),
        json!({"budget": {"currency": "EURO"}}),
        json!({"objectives": [{"target": -1e12}, {"target": 1e12}]}),
        json!({"objectives": [{"target": 1.001e12}]}),
        json!({"actions": [{"hours": 0}, {"hours": 1e5}]}),
        json!({"actions": [{"hours": -0.1}]}),
        json!({"kpis": [{"every_days": 0}]}),
        json!({"kpis": [{"every_days": 1}, {"every_days": 3660}]}),
        json!({"kpis": [{"every_days": 3661}]}),
        json!({"situation": {"risks": vec!["x"; 500]}}),
        json!({"situation": {"risks": vec!["x"; 501]}}),
        json!({"strategies": [{"objective_ids": ["a", ""]}]}),
        json!({"people": vec![json!({}); 10_001]}),
    ];
    for fields in fields {
        agree(&file_with(fields)).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn they_agree_on_any_change_to_a_full_plan(mutations in prop::collection::vec(any_mutation(), 1..3)) {
        let mut file = full_file();
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        agree(&file)?;
    }

    #[test]
    fn they_agree_on_any_change_to_the_clean_plan(mutations in prop::collection::vec(any_mutation(), 1..3)) {
        let mut file = clean_file();
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        agree(&file)?;
    }

    #[test]
    fn they_agree_on_which_days_there_are(year in 0_u16..10_000, leap in any::<bool>(), month in 0_u8..14, day in 27_u8..33) {
        let year = if leap { year / 4 * 4 } else { year };
        let file = file_with(json!({"start": format!("{year:04}-{month:02}-{day:02}")}));
        agree(&file)?;
    }

    #[test]
    fn what_is_written_is_valid(plan in any_plan()) {
        prop_assert_eq!(against(&plan.to_json()), [""; 0]);
    }
}
