//! The drill: its order, and one person's way through it.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, drill_file};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::quiz::drill::{Drill, Key, Run, read_drill, shuffled};

fn drill() -> Drill {
    let (drill, faults) = read_drill(&drill_file("en"));
    assert!(faults.is_empty(), "{faults:?}");
    drill
}

fn order(drill: &Drill, seed: u32) -> String {
    let ids: Vec<&str> = drill.in_order(seed).iter().map(|statement| statement.id.as_str()).collect();
    ids.join(" ")
}

/// A class opens a link with a seed; last year's links must give last year's order.
#[test]
fn the_order_of_a_seed_never_changes() {
    for lang in LANGUAGES {
        let (drill, _) = read_drill(&drill_file(lang));
        assert_eq!(
            order(&drill, 1),
            "D04 D05 D12 D08 D06 D15 D11 D18 D16 D10 D02 D20 D19 D01 D14 D09 D07 D13 D03 D17 B03 B04 B02 B01",
            "{lang}"
        );
        assert_eq!(
            order(&drill, 42),
            "D09 D01 D06 D14 D08 D10 D15 D19 D16 D13 D04 D12 D07 D20 D05 D11 D18 D02 D17 D03 B01 B02 B04 B03",
            "{lang}"
        );
    }
}

#[test]
fn nothing_is_shuffled_where_there_is_nothing_to_shuffle() {
    assert_eq!(shuffled(0, 7), [0; 0]);
    assert_eq!(shuffled(1, 7), [0]);
}

proptest! {
    #[test]
    fn every_seed_gives_every_statement_once(seed in any::<u32>(), len in 0..60_usize) {
        let mut order = shuffled(len, seed);
        order.sort_unstable();
        prop_assert_eq!(order, (0..len).collect::<Vec<_>>());
    }

    #[test]
    fn the_bonus_round_stands_behind_the_rest(seed in any::<u32>()) {
        let drill = drill();
        let order = drill.in_order(seed);
        prop_assert_eq!(order.len(), 24);
        prop_assert!(order[..20].iter().all(|one| matches!(one.key, Key::Strategy | Key::Tactic)));
        prop_assert!(order[20..].iter().all(|one| matches!(one.key, Key::Objective | Key::Control)));
        prop_assert!(order.iter().all(|one| drill.choices(one).contains(&one.key)));
    }
}

#[test]
fn seeds_give_different_orders() {
    let orders: std::collections::BTreeSet<Vec<usize>> = (0..500).map(|seed| shuffled(20, seed)).collect();
    assert_eq!(orders.len(), 500);
}

#[test]
fn a_statement_is_sorted_once_and_stays_until_the_next() {
    let mut run = Run::default();
    run.next();
    assert_eq!((run.at, run.shown()), (0, None), "there is no next before the first is sorted");
    run.sort("D01", Key::Tactic);
    run.sort("D01", Key::Strategy);
    assert_eq!((run.at, run.shown()), (0, Some(Key::Tactic)), "the first choice stands");
    run.next();
    run.next();
    assert_eq!((run.at, run.shown()), (1, None));
}

#[test]
fn the_result_counts_what_was_sorted_as_keyed_and_lists_the_rest() {
    let drill = drill();
    let order = drill.in_order(1);
    let mut run = Run::default();
    for (index, statement) in order.iter().enumerate() {
        let choices = drill.choices(statement);
        let wrong = if choices[0] == statement.key { choices[1] } else { choices[0] };
        run.sort(&statement.id, if index % 5 == 0 { wrong } else { statement.key });
        run.next();
    }
    let (right, missed) = run.result(&order);
    assert_eq!((right, missed.len()), (19, 5));
    assert_eq!(missed[1].id, order[5].id);
    // Of one round alone, only that round counts.
    let (right, missed) = run.result(&order[..20]);
    assert_eq!((right, missed.len()), (16, 4));
    // What was not sorted is neither right nor missed.
    assert_eq!(Run::default().result(&order), (0, Vec::new()));
}

#[test]
fn every_key_has_a_name_in_every_language() {
    for lang in LANGUAGES {
        let (drill, _) = read_drill(&drill_file(lang));
        let mut names: Vec<&str> = Key::ALL.map(|key| drill.key_name(key)).into();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 4, "{lang}");
    }
}

#[test]
fn faults_of_a_drill_are_named() {
    let check = |pointer: &str, value: Value, expected: &str| {
        let mut file = drill_file("en");
        *file.pointer_mut(pointer).unwrap() = value;
        let (_, faults) = read_drill(&file);
        let named: Vec<String> = faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.problem)).collect();
        assert_eq!(named, [expected], "{pointer}");
    };
    check("/title", json!(""), "title Empty");
    check("/keys/tactic", json!(null), "keys.tactic WrongKind { wanted: Text }");
    check("/statements/3", json!("x"), "statements[3] WrongKind { wanted: Object }");
    check("/statements/3/text", json!("x".repeat(121)), "statements[3].text TooLong { max: 120, is: 121 }");
    check("/bonus/0/why", json!("x".repeat(221)), "bonus[0].why TooLong { max: 220, is: 221 }");
    check("/statements/3/id", json!("D01"), "statements[3].id DuplicateId { id: \"D01\" }");
    check("/bonus/0/id", json!("D01"), "bonus[0].id DuplicateId { id: \"D01\" }");
    check(
        "/bonus/0/key",
        json!("goal"),
        "bonus[0].key NotOneOf { is: \"goal\", known: \"strategy, tactic, objective, control\" }",
    );
}
