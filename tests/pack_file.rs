//! What an editor is told about a pack, and what a hostile pack cannot do.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{Change, any_answers, broken::broken_packs, make, mutation::any_mutation, pack_file};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::{
    document::reader::MAX_FAULTS,
    quiz::{compare::compare, outcome::outcome, pack_file::read_pack, session::Session},
};

fn faults(file: &Value) -> Vec<String> {
    let (_, faults) = read_pack(file);
    faults.into_iter().map(|fault| format!("{} {:?}", fault.place, fault.problem)).collect()
}

#[test]
fn every_fault_is_named_with_its_place_and_no_other() {
    for broken in broken_packs() {
        assert_eq!(faults(&broken.file()), broken.faults, "{:?}", broken.change);
    }
}

#[test]
fn one_fault_of_an_item_is_no_fault_of_what_refers_to_it() {
    let mut file = pack_file("full", "en");
    make(&mut file, &Change::Set("/items/2/stage", json!("XXX")));
    assert_eq!(faults(&file), ["items[2].stage NotOneOf { is: \"XXX\", known: \"SIT, OBJ, CHO, TAC, ACT, CON\" }"]);
}

#[test]
fn an_axis_needs_three_items_whatever_it_says_itself() {
    let mut file = pack_file("quick", "en");
    make(&mut file, &Change::Set("/axes/direction/min_answers", json!(1)));
    let direction = |item: &Value| item["measures"] == "direction";
    let items = file["items"].as_array_mut().unwrap();
    let first = items.iter().position(direction).unwrap();
    items.remove(first);
    assert_eq!(faults(&file), ["axes.direction TooFew { need: 3, have: 2 }"]);
}

#[test]
fn what_a_pack_may_leave_out_it_may_also_set_to_null() {
    for name in ["caveat", "stage_min_answers", "flags", "flags_shown"] {
        let mut file = pack_file("full", "en");
        file[name] = Value::Null;
        assert_eq!(faults(&file), [""; 0], "{name} null");
        file.as_object_mut().unwrap().remove(name);
        assert_eq!(faults(&file), [""; 0], "{name} absent");
    }
}

#[test]
fn a_file_full_of_faults_ends_and_names_no_more_than_anybody_mends() {
    let mut file = pack_file("full", "en");
    file["items"] = json!(vec![json!({"id": "q01"}); 20_000]);
    file["flags"] = json!(vec![json!({"id": "f", "all": [{"item": "q77"}]}); 10_000]);
    assert_eq!(faults(&file).len(), MAX_FAULTS);
    let options: Vec<Value> = (0..60_000).map(|index| json!({"id": index.to_string()})).collect();
    file = pack_file("full", "en");
    file["items"][0]["options"] = json!(options);
    assert!(faults(&file).contains(&"items[0].options TooMany { max: 8, have: 60000 }".to_owned()));
    for other in [json!(null), json!([]), json!("pack"), json!({})] {
        assert!(!faults(&other).is_empty(), "{other}");
    }
}

proptest! {
    #[test]
    fn no_pack_makes_the_check_panic(
        mutations in prop::collection::vec(any_mutation(), 1..6),
        before in any_answers(&common::pack("full", "en")),
        after in any_answers(&common::pack("full", "en")),
    ) {
        let mut file = pack_file("full", "en");
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        let (pack, _) = read_pack(&file);
        let is = outcome(&pack, &before);
        let _ = (is.to_json(&pack), is.tie_shown(&pack), pack.reading_text(&is.reading));
        let _ = compare(&pack, &before, &after);
        let mut session = Session::carry(&pack, &before);
        // As many steps as there are questions: ids that occur twice lead in circles, and such packs are not used.
        for _ in 0..pack.items.len() {
            session.answer(&pack, "a");
            session.forward(&pack);
        }
        for _ in 0..pack.items.len() {
            session.back(&pack);
            session.skip(&pack);
        }
    }
}
