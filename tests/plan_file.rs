//! Plan files: what is read, what is named as a fault, and what comes back out.
#![cfg(not(target_arch = "wasm32"))]

mod plan_common;

use plan_common::{any_plan, clean_file, clean_plan, day, file_with, full_file, reads, sound};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::plan::{
    field::{MAX_ID, MAX_TEXT},
    model::{Action, Kpi, Objective, Person, Strategy, Tactic},
    record,
    table::Table,
    value::Whole,
};

#[test]
fn a_clean_plan_reads_without_faults_and_writes_back_equal() {
    let file = clean_file();
    assert_eq!(sound(&file).to_json(), file);
}

#[test]
fn the_fields_are_where_they_belong() {
    let plan = clean_plan();
    assert_eq!(plan.cover().title, "Spring plan");
    assert_eq!(plan.cover().start, Some(day("2026-03-02")));
    assert_eq!(plan.cover().basics.what, "We mend coffee machines the same day");
    assert_eq!(plan.cover().budget.total.map(Whole::get), Some(1000));
    let objective = plan.get::<Objective>("O1").unwrap();
    assert_eq!((objective.baseline.unwrap().get(), objective.target.unwrap().get()), (20.0, 35.0));
    let strategy = plan.get::<Strategy>("S1").unwrap();
    assert_eq!(strategy.place, "Local search and café owners' groups");
    assert!(plan.linked::<Objective>(&strategy.objective_ids[0]).is_some());
    assert_eq!(plan.get::<Tactic>("T1").unwrap().bridge.cta, "Book a same-day repair");
    assert_eq!(plan.get::<Tactic>("T1").unwrap().budget.map(Whole::get), Some(0));
    let people: Vec<&str> = plan.all::<Person>().map(|(_, person)| person.name.as_str()).collect();
    assert_eq!(people, ["Ana", "Ben"]);
    let actions: Vec<&str> = plan.all::<Action>().map(|(key, _)| key.as_str()).collect();
    assert_eq!(actions, ["A1", "A2"]);
    assert!(plan.get::<Kpi>("O1").is_none());
}

/// Every field of plan-frameworks.md, section 3, under its name there.
#[test]
fn every_field_of_version_1_is_there() {
    let file = full_file();
    let plan = sound(&file);
    assert_eq!(plan.to_json(), file);
    assert_eq!(plan.cover().other.len(), 0);
    for table in Table::ALL {
        let (_, row) = plan.rows(*table).next().unwrap();
        assert_eq!(row.record().other().len(), 0, "{}", table.name());
        let filled = record::to_json(row.record());
        let names = row.record().names();
        assert_eq!(filled.len(), names.len(), "{}: {names:?}", table.name());
    }
}

#[test]
fn unknown_fields_and_empty_ones_come_back_at_every_level() {
    let file = file_with(json!({
        "mine": [1, {"two": null}], "title": "", "reviews": [], "kpis": null, "budget": {}, "updated": null,
        "basics": {"mine": true, "who": "", "functions": []},
        "objectives": [{"id": "o", "mine": 1, "baseline": null, "progress": [{"mine": "x", "note": ""}]}],
        "tactics": [{"id": "", "bridge": {"mine": {}, "cta": ""}, "converts_on_platform": false, "status": null}],
        "people": [{"name": "A", "id": 7, "mine": 0.5}, {}],
    }));
    assert_eq!(sound(&file).to_json(), file);
}

#[test]
fn what_was_empty_in_the_file_is_written_once_it_is_filled() {
    let mut plan = sound(&file_with(json!({"title": "", "objectives": [{"id": "o", "baseline": null}]})));
    plan.apply(plan_common::set("cover", "title", plan_common::text("Mine"))).unwrap();
    let number = strategy_first::plan::value::Number::new(2.5);
    plan.apply(plan_common::set("objectives/o", "baseline", strategy_first::plan::field::Content::Quantity(number)))
        .unwrap();
    let expected = file_with(json!({"title": "Mine", "objectives": [{"id": "o", "baseline": 2.5}]}));
    assert_eq!(plan.to_json(), expected);
}

/// Reads a file with these fields, and compares the faults, and what is left.
fn check(fields: Value, faults: &[&str], left: Value) {
    let (plan, noted) = reads(&file_with(fields));
    let noted: Vec<String> = noted.iter().map(|fault| format!("{} {:?}", fault.place, fault.problem)).collect();
    assert_eq!(noted, faults);
    assert_eq!(plan.to_json(), file_with(left));
}

#[test]
fn every_fault_is_named_with_its_place_and_leaves_the_field_empty() {
    check(
        json!({"title": 5, "start": "2026-02-29", "budget": {"total": -1, "currency": "euro"}, "basics": "x"}),
        &[
            "basics WrongKind { wanted: Object }",
            "budget.currency NotOneOf { is: \"euro\", known: \"EUR, USD, GBP, …\" }",
            "budget.total OutOfRange { min: 0, max: 1000000000000, is: -1 }",
            "start BadDate { is: \"2026-02-29\" }",
            "title WrongKind { wanted: Text }",
        ],
        json!({"budget": {"total": 0}}),
    );
    check(
        json!({"objectives": [{"id": "o", "target": "35", "kind": "win", "progress": {}}], "tactics": {"id": 1}}),
        &[
            "objectives[0].kind NotOneOf { is: \"win\", known: \"sell, serve, speak, save, sizzle, other\" }",
            "objectives[0].progress WrongKind { wanted: List }",
            "objectives[0].target WrongKind { wanted: Number }",
            "tactics WrongKind { wanted: List }",
        ],
        json!({"objectives": [{"id": "o"}]}),
    );
    check(
        json!({"actions": [{"id": "a", "urgent": 1, "hours": -2.5, "cost": 0.5, "tactic_id": "  "}, 7]}),
        &[
            "actions[0].cost WrongKind { wanted: WholeNumber }",
            "actions[0].hours OutOfRange { min: 0, max: 100000, is: -2 }",
            "actions[0].tactic_id Empty",
            "actions[0].urgent WrongKind { wanted: YesNo }",
            "actions[1] WrongKind { wanted: Object }",
        ],
        json!({"actions": [{"id": "a"}, {}]}),
    );
}

#[test]
fn a_text_or_an_id_that_is_too_long_is_cut_or_left_out() {
    let (long, longest) = ("é".repeat(MAX_TEXT + 1), "é".repeat(MAX_TEXT));
    let id = "i".repeat(MAX_ID + 1);
    check(
        json!({"title": long, "situation": {"risks": [long]}, "tactics": [{"id": "t", "strategy_ids": [id, "s"]}]}),
        &[
            "situation.risks[0] TooLong { max: 2000, is: 2001 }",
            "title TooLong { max: 2000, is: 2001 }",
            "tactics[0].strategy_ids[0] TooLong { max: 64, is: 65 }",
        ],
        json!({"title": longest, "situation": {"risks": [longest]}, "tactics": [{"id": "t", "strategy_ids": ["s"]}]}),
    );
}

#[test]
fn ids_are_any_text_and_a_second_row_of_the_same_id_gets_another() {
    check(
        json!({"tactics": [{"id": "1 é/ü"}, {"id": "again-1"}, {"id": "again-1", "text": "b"}, {"text": "none"}]}),
        &["tactics[2].id DuplicateId { id: \"again-1\" }"],
        json!({"tactics": [{"id": "1 é/ü"}, {"id": "again-1"}, {"id": "again-2", "text": "b"}, {"text": "none"}]}),
    );
}

#[test]
fn a_list_without_end_is_cut() {
    let many: Vec<Value> = (0..10_001).map(|number| json!({"id": number.to_string()})).collect();
    let (plan, faults) = reads(&file_with(json!({"actions": many})));
    assert_eq!(faults.len(), 1);
    assert_eq!(plan.count(Table::Actions), 10_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_plan_comes_back_from_its_file(plan in any_plan()) {
        let file = plan.to_json();
        let (again, faults) = reads(&file);
        prop_assert_eq!(faults, []);
        prop_assert_eq!(again.to_json(), file);
    }
}
