//! Edits: what they do, that each can be taken back, and what they leave loose.
#![cfg(not(target_arch = "wasm32"))]

mod plan_common;

use plan_common::{any_plan, any_wish, clean_plan, day, place, plan_with, row, set, text};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;
use strategy_first::plan::{
    edit::{Did, Edit, Name, Refused},
    field::{Content, MAX_TEXT},
    history::{History, MAX_STEPS},
    link::{Loose, linking, loose, loose_at, would_loosen},
    model::{Review, Tactic, WontDo},
    plan::Plan,
    table::Table,
    value::Number,
};

/// Applies `edit` to the clean plan, compares the part of the file at `pointer`, and takes the edit back.
fn check(edit: Edit, name: &str, pointer: &str, expected: &serde_json::Value) {
    let mut plan = clean_plan();
    let applied = plan.apply(edit).unwrap();
    assert_eq!(applied.name.key(), name);
    assert_eq!(plan.to_json().pointer(pointer), Some(expected), "{pointer}");
    plan.apply(applied.inverse).unwrap();
    assert_eq!(plan, clean_plan());
}

#[test]
fn fields_are_set() {
    check(set("cover", "title", text("Mine")), "change.cover", "/title", &json!("Mine"));
    check(set("cover", "basics.scope", text("campaign")), "change.cover", "/basics/scope", &json!("campaign"));
    let due = Content::Day(Some(day("2026-07-01")));
    check(set("objectives/O1", "due", due), "change.objectives", "/objectives/0/due", &json!("2026-07-01"));
    let target = Content::Quantity(Number::new(36.5));
    check(set("objectives/O1", "target", target), "change.objectives", "/objectives/0/target", &json!(36.5));
    let cost = Content::Whole(Some(250));
    check(set("actions/A1", "cost", cost), "change.actions", "/actions/0/cost", &json!(250));
    let urgent = Content::Flag(true);
    check(set("actions/A1", "urgent", urgent), "change.actions", "/actions/0/urgent", &json!(true));
    let none = Content::Texts(Vec::new());
    check(
        set("tactics/T2", "strategy_ids", none),
        "change.tactics",
        "/tactics/1",
        &json!({
            "id": "T2", "text": "A page for each common fault, with a phone button", "channel": "website", "kind": "owned",
            "budget": 300,
        }),
    );
    check(set("tactics/T1", "bridge.cta", text("Call")), "change.tactics", "/tactics/0/bridge/cta", &json!("Call"));
    check(set("people/#2", "name", text("Bea")), "change.people", "/people/1/name", &json!("Bea"));
}

#[test]
fn rows_are_added_deleted_and_moved() {
    let line = WontDo { id: "W2".into(), text: "A podcast".to_owned(), ..WontDo::default() };
    let added = json!({"id": "W2", "text": "A podcast"});
    check(Edit::add("W2", line.clone()), "add.wont_do", "/wont_do/1", &added);
    let first = Edit::Insert { key: "W2".into(), row: Box::new(line.into()), in_front_of: Some("W1".into()) };
    check(first, "add.wont_do", "/wont_do/0", &added);
    check(
        Edit::Remove(place("reviews/R1")),
        "delete.reviews",
        "/reviews",
        &json!([
            {"id": "R2", "date": "2026-07-31", "owner": "Ben"},
        ]),
    );
    let to_front = Edit::Move { place: place("people/#2"), in_front_of: Some("#1".into()) };
    check(to_front, "move.people", "/people/0/name", &json!("Ben"));
    let to_end = Edit::Move { place: place("people/#1"), in_front_of: None };
    check(to_end, "move.people", "/people/1/name", &json!("Ana"));
}

#[test]
fn several_edits_are_one_step() {
    let line = WontDo { id: "W2".into(), text: "Groups".to_owned(), ..WontDo::default() };
    let edits = vec![Edit::add("W2", line), Edit::Remove(place("tactics/T1"))];
    let name = Name { did: Did::Move, to: Some(Table::Tactics) };
    check(Edit::Together { name, edits }, "move.tactics", "/wont_do/1/text", &json!("Groups"));
}

/// `edit` is refused by the clean plan, which stays as it is.
fn refused(edit: Edit, why: Refused) {
    let mut plan = clean_plan();
    assert_eq!(plan.apply(edit), Err(why));
    assert_eq!(plan, clean_plan());
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    refused(set("tactics/T9", "text", text("x")), Refused::NoSuchRow);
    refused(set("tactics/T9", "strategy_ids", Content::Texts(vec![])), Refused::NoSuchRow);
    refused(set("tactics/T1", "colour", text("x")), Refused::NoSuchField);
    refused(set("tactics/T1", "bridge.colour", text("x")), Refused::NoSuchField);
    refused(set("tactics/T1", "id", text("T7")), Refused::NoSuchField);
    refused(set("tactics/T1", "bridge", text("x")), Refused::DoesNotFit);
    refused(set("tactics/T1", "text", Content::Flag(true)), Refused::DoesNotFit);
    refused(set("tactics/T1", "text", text(&"x".repeat(MAX_TEXT + 1))), Refused::DoesNotFit);
    refused(set("tactics/T1", "kind", text("radio")), Refused::DoesNotFit);
    refused(set("tactics/T1", "budget", Content::Whole(Some(-1))), Refused::DoesNotFit);
    refused(set("tactics/T1", "strategy_ids", Content::Texts(vec![" ".to_owned()])), Refused::DoesNotFit);
    refused(set("cover", "budget.currency", text("euro")), Refused::DoesNotFit);
    refused(Edit::Remove(place("tactics/T9")), Refused::NoSuchRow);
    refused(Edit::Move { place: place("tactics/T1"), in_front_of: Some("T1".into()) }, Refused::NoSuchRow);
    refused(Edit::Move { place: place("tactics/T1"), in_front_of: Some("S1".into()) }, Refused::NoSuchRow);
    let tactic = |id: &str| Tactic { id: id.into(), ..Tactic::default() };
    refused(Edit::add("T1", tactic("T1")), Refused::KeyTaken);
    refused(Edit::add("T3", tactic("T4")), Refused::KeyDiffers);
    refused(Edit::add("", tactic("")), Refused::KeyDiffers);
    let nowhere = Edit::Insert { key: "T3".into(), row: Box::new(tactic("T3").into()), in_front_of: Some("T9".into()) };
    refused(nowhere, Refused::NoSuchRow);
}

#[test]
fn of_several_edits_all_are_done_or_none() {
    let edits = vec![
        Edit::Remove(place("tactics/T1")),
        set("strategies/S1", "objective_ids", Content::Texts(vec![])),
        Edit::Remove(place("tactics/T1")),
    ];
    refused(Edit::Together { name: Name { did: Did::Delete, to: None }, edits }, Refused::NoSuchRow);
}

/// Links that lead nowhere, in short, as in `tactics/T1 strategy_ids S1`.
fn short(loose: &[Loose]) -> Vec<String> {
    loose
        .iter()
        .map(|loose| format!("{}/{} {} {}", loose.at.table.name(), loose.at.key, loose.field, loose.id))
        .collect()
}

#[test]
fn a_thing_says_what_it_would_loosen_before_it_is_deleted() {
    let plan = clean_plan();
    let check = |what: &str, expected: &[&str]| {
        assert_eq!(short(&would_loosen(&plan, &place(what))), expected, "{what}");
        let mut without = plan.clone();
        without.apply(Edit::Remove(place(what))).unwrap();
        assert_eq!(short(&loose(&without)), expected, "{what}");
    };
    check("business_goals/G1", &["objectives/O1 business_goal_id G1"]);
    check("objectives/O1", &["strategies/S1 objective_ids O1", "kpis/K1 objective_id O1"]);
    check("audiences/U1", &["strategies/S1 audience_id U1"]);
    check("strategies/S1", &["tactics/T1 strategy_ids S1", "tactics/T2 strategy_ids S1"]);
    check("tactics/T2", &["actions/A2 tactic_id T2"]);
    check("actions/A1", &[]);
    check("people/#1", &[]);
}

#[test]
fn links_that_lead_nowhere_are_shown() {
    let plan = plan_with(json!({
        "objectives": [{"id": "x", "business_goal_id": "x"}],
        "tactics": [{"text": "no id", "message": {"audience_id": "x"}, "strategy_ids": ["x", "#1"]}],
        "actions": [{"id": "a", "tactic_id": "#1"}],
        "dismissed": [{"entity": "x"}, {"entity": "gone"}, {"entity": "plan"}],
    }));
    assert_eq!(
        short(&loose(&plan)),
        [
            "objectives/x business_goal_id x",
            "tactics/#1 strategy_ids x",
            "tactics/#1 strategy_ids #1",
            "tactics/#1 message.audience_id x",
            "actions/a tactic_id #1",
            "dismissed/#2 entity gone",
        ]
    );
    assert_eq!(loose_at(&plan, &place("tactics/#1")).len(), 3);
    assert_eq!(short(&would_loosen(&plan, &place("objectives/x"))), ["dismissed/#1 entity x"]);
}

#[test]
fn a_thing_knows_what_links_to_it() {
    let mut plan = clean_plan();
    let keys = |plan: &Plan| -> Vec<String> {
        linking(plan, &place("strategies/S1"), Table::Tactics).map(ToString::to_string).collect()
    };
    assert_eq!(keys(&plan), ["T1", "T2"]);
    plan.apply(set("tactics/T1", "strategy_ids", Content::Texts(vec!["S2".to_owned()]))).unwrap();
    assert_eq!(keys(&plan), ["T2"]);
}

/// An id may stand in two tables, and a strategy links to both.
#[test]
fn what_links_to_one_thing_does_not_link_to_another_of_the_same_id() {
    let plan = plan_with(json!({
        "objectives": [{"id": "x"}], "audiences": [{"id": "x"}],
        "strategies": [{"id": "a", "audience_id": "x"}, {"id": "b", "objective_ids": ["x"]}],
    }));
    let keys =
        |to: &str| -> Vec<String> { linking(&plan, &place(to), Table::Strategies).map(ToString::to_string).collect() };
    assert_eq!((keys("objectives/x"), keys("audiences/x")), (vec!["b".to_owned()], vec!["a".to_owned()]));
}

#[test]
fn history_takes_back_and_does_again_by_name() {
    let (mut plan, mut history) = (clean_plan(), History::default());
    let start = plan.clone();
    history.change(&mut plan, Edit::Remove(place("tactics/T1"))).unwrap();
    history.change(&mut plan, Edit::add("R3", Review { id: "R3".into(), ..Review::default() })).unwrap();
    let end = plan.clone();
    assert_eq!(history.undoes().map(Name::key).as_deref(), Some("add.reviews"));
    assert_eq!(history.undo(&mut plan).map(Name::key).as_deref(), Some("add.reviews"));
    assert_eq!(history.redoes().map(Name::key).as_deref(), Some("add.reviews"));
    assert_eq!(history.undo(&mut plan).map(Name::key).as_deref(), Some("delete.tactics"));
    assert_eq!((history.undo(&mut plan), &plan), (None, &start));
    assert_eq!(history.redo(&mut plan).map(Name::key).as_deref(), Some("delete.tactics"));
    assert_eq!(history.redo(&mut plan).map(Name::key).as_deref(), Some("add.reviews"));
    assert_eq!((history.redo(&mut plan), &plan), (None, &end));
    history.undo(&mut plan);
    history.change(&mut plan, Edit::Remove(place("reviews/R1"))).unwrap();
    assert_eq!(history.redoes(), None, "what was taken back is behind another branch");
}

#[test]
fn typing_in_one_field_is_one_step_until_a_pause() {
    let (mut plan, mut history) = (clean_plan(), History::default());
    let type_in = |history: &mut History, plan: &mut Plan, field: &str, words: &str| {
        for end in 1..=words.len() {
            history.change(plan, set("tactics/T1", field, text(&words[..end]))).unwrap();
        }
    };
    let title = |plan: &Plan| plan.get::<Tactic>("T1").unwrap().text.clone();
    let before = title(&plan);
    type_in(&mut history, &mut plan, "text", "one");
    history.pause();
    type_in(&mut history, &mut plan, "text", "two");
    type_in(&mut history, &mut plan, "channel", "here");
    history.undo(&mut plan);
    assert_eq!(plan.get::<Tactic>("T1").unwrap().channel, "owners' group");
    assert_eq!(title(&plan), "two");
    history.undo(&mut plan);
    assert_eq!(title(&plan), "one");
    type_in(&mut history, &mut plan, "text", "new");
    history.undo(&mut plan);
    assert_eq!(title(&plan), "one", "typing after an undo is a step of its own");
    history.undo(&mut plan);
    assert_eq!((title(&plan), history.undoes()), (before, None));
}

#[test]
fn old_steps_are_forgotten() {
    let (mut plan, mut history) = (clean_plan(), History::default());
    for number in 0..MAX_STEPS + 5 {
        history.pause();
        history.change(&mut plan, set("cover", "title", text(&number.to_string()))).unwrap();
    }
    while history.undo(&mut plan).is_some() {}
    assert_eq!(plan.cover().title, "4");
}

#[test]
fn a_refused_edit_leaves_no_step() {
    let (mut plan, mut history) = (clean_plan(), History::default());
    assert!(history.change(&mut plan, Edit::Remove(place("tactics/T9"))).is_err());
    assert_eq!(history.undoes(), None);
    assert_eq!(row(&plan, "tactics/T1").id().as_str(), "T1");
}

fn shown(plan: &Plan) -> BTreeSet<String> {
    short(&loose(plan)).into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_edit_can_be_taken_back_and_done_again(plan in any_plan(), wish in any_wish()) {
        let mut changed = plan.clone();
        match changed.apply(wish.edit(&plan)) {
            Err(_) => prop_assert_eq!(&changed, &plan),
            Ok(applied) => {
                let after = changed.clone();
                let again = changed.apply(applied.inverse).unwrap().inverse;
                prop_assert_eq!(&changed, &plan);
                changed.apply(again).unwrap();
                prop_assert_eq!(changed, after);
            }
        }
    }

    /// Looked up in the file, which knows nothing of an index: every id that nothing has is shown as loose, and no other.
    #[test]
    fn every_dangling_link_is_shown(plan in any_plan()) {
        let file = plan.to_json();
        let ids = |table: &str| -> Vec<&str> {
            let rows = file[table].as_array().into_iter().flatten();
            rows.filter_map(|row| row["id"].as_str()).collect()
        };
        let links = [
            ("objectives", "/business_goal_id", "business_goals"), ("strategies", "/objective_ids", "objectives"),
            ("strategies", "/audience_id", "audiences"), ("tactics", "/strategy_ids", "strategies"),
            ("tactics", "/message/audience_id", "audiences"), ("actions", "/tactic_id", "tactics"),
            ("kpis", "/objective_id", "objectives"),
        ];
        let mut dangling = Vec::new();
        for (from, pointer, to) in links {
            for row in file[from].as_array().into_iter().flatten() {
                let held = row.pointer(pointer);
                let one = held.and_then(|held| held.as_str());
                let several = held.and_then(|held| held.as_array()).into_iter().flatten();
                let held = one.into_iter().chain(several.filter_map(|id| id.as_str()));
                dangling.extend(held.filter(|id| !ids(to).contains(id)).map(|id| (from, id)));
            }
        }
        let shown = loose(&plan).into_iter().filter(|loose| loose.at.table != Table::Dismissed);
        let mut shown: Vec<(&str, String)> = shown.map(|loose| (loose.at.table.name(), loose.id.0)).collect();
        let mut dangling: Vec<(&str, String)> = dangling.into_iter().map(|(from, id)| (from, id.to_owned())).collect();
        shown.sort();
        dangling.sort();
        prop_assert_eq!(shown, dangling);
    }

    #[test]
    fn deleting_loosens_what_it_said(plan in any_plan(), which in any::<prop::sample::Index>()) {
        let rows = Table::ALL.iter().flat_map(|table| plan.rows(*table).map(|(key, row)| (*table, key.clone(), row)));
        let rows: Vec<_> = rows.collect();
        prop_assume!(!rows.is_empty());
        let (table, key, _) = which.get(&rows);
        let place = strategy_first::plan::link::Place { table: *table, key: key.clone() };
        let own: BTreeSet<String> = short(&loose_at(&plan, &place)).into_iter().collect();
        let said = short(&would_loosen(&plan, &place));
        let expected: BTreeSet<String> = shown(&plan).difference(&own).cloned().chain(said).collect();
        let mut without = plan.clone();
        without.apply(Edit::Remove(place)).unwrap();
        prop_assert_eq!(shown(&without), expected);
    }

    #[test]
    fn undoing_everything_is_the_beginning_and_redoing_it_the_end(
        plan in any_plan(), wishes in prop::collection::vec((any_wish(), any::<bool>()), 0..20),
    ) {
        let (mut changed, mut history) = (plan.clone(), History::default());
        for (wish, pause) in wishes {
            let edit = wish.edit(&changed);
            let _ = history.change(&mut changed, edit);
            if pause {
                history.pause();
            }
        }
        let end = changed.clone();
        while history.undo(&mut changed).is_some() {}
        prop_assert_eq!(&changed, &plan);
        while history.redo(&mut changed).is_some() {}
        prop_assert_eq!(changed, end);
    }
}
