//! Answers on their way: items that wait, sessions, another version of a pack, two times side by side.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{any_answers, given, pack, pack_file, sound};
use proptest::prelude::*;
use serde_json::json;
use strategy_first::quiz::{
    answers::{Answers, Unmapped},
    compare::{Change, Changed, compare},
    outcome::outcome,
    pack::{Measure, Pack},
    session::Session,
};

/// The full pack, in which q02 waits for option a or b of q01, and q03 for option a of q02.
fn waiting() -> Pack {
    let mut file = pack_file("full", "en");
    file["items"][1]["show_if"] = json!({"item": "q01", "is": ["a", "b"]});
    file["items"][2]["show_if"] = json!({"item": "q02", "is": ["a"]});
    sound(&file)
}

/// The first few items on the way, by their ids.
fn path(session: &Session, pack: &Pack) -> String {
    let ids: Vec<&str> = session.path(pack).iter().map(|item| item.id.as_str()).take(4).collect();
    ids.join(" ")
}

#[test]
fn an_item_that_waits_is_asked_only_after_the_answer_it_waits_for() {
    let pack = waiting();
    let check = |answers: &str, asked: &str| {
        let answers = given(&pack, answers);
        let ids: Vec<&str> = pack.asked(&answers).map(|item| item.id.as_str()).take(4).collect();
        assert_eq!(ids.join(" "), asked, "{answers:?}");
    };
    check("", "q01 q04 q05 q06");
    check("q01:c", "q01 q04 q05 q06");
    check("q01:a", "q01 q02 q04 q05");
    check("q01:b q02:b", "q01 q02 q04 q05");
    check("q01:b q02:a", "q01 q02 q03 q04");
    // The answer to q02 was left behind when q01 was changed: it opens nothing.
    check("q01:c q02:a", "q01 q04 q05 q06");
}

#[test]
fn the_answer_to_an_item_that_is_not_asked_does_not_count() {
    let pack = waiting();
    let rest = "q04=3 q05=3 q06=3 q07=3 work=18/6 q16:a";
    let without = given(&pack, &format!("q01:c {rest}"));
    let mut left_behind = without.clone();
    left_behind.set("q02", "c");
    left_behind.set("q03", "a");
    assert_eq!(outcome(&pack, &left_behind), outcome(&pack, &without));
    assert_eq!(outcome(&pack, &left_behind).flags, [""; 0], "measured-not-aimed would need q03");
    assert_eq!(pack.asked_in(Measure::Direction, &left_behind), 5);
    assert_eq!(compare(&pack, &without, &left_behind).items, []);
}

#[test]
fn the_way_and_its_length_follow_the_answers() {
    let pack = waiting();
    let mut session = Session::carry(&pack, &Answers::default());
    assert_eq!(session.position(&pack), (1, 15));
    session.answer(&pack, "a");
    assert_eq!((session.position(&pack), &*path(&session, &pack)), ((1, 16), "q01 q02 q04 q05"));
    assert!(session.forward(&pack));
    session.answer(&pack, "a");
    assert_eq!(session.position(&pack), (2, 17));
    assert!(session.forward(&pack));
    assert_eq!(session.current(&pack).unwrap().id, "q03");
    // Back at the first, the answer changes: what waited for it is gone.
    assert!(session.back(&pack) && session.back(&pack) && !session.back(&pack));
    session.answer(&pack, "c");
    assert_eq!(session.position(&pack), (1, 15));
    assert!(session.forward(&pack));
    assert_eq!(session.current(&pack).unwrap().id, "q04");
}

#[test]
fn a_session_goes_forward_and_back_and_stops_at_both_ends() {
    let pack = pack("full", "en");
    let mut session = Session::carry(&pack, &Answers::default());
    assert_eq!((session.pack.as_str(), session.pack_version.as_str()), ("full", "2.0"));
    assert!(!session.back(&pack));
    let mut steps = 1;
    while session.forward(&pack) {
        steps += 1;
        assert_eq!(session.position(&pack), (steps, 17));
    }
    assert_eq!(steps, 17);
    assert!(session.answers.is_empty(), "going on answers nothing");
    session.answer(&pack, "b");
    session.answer(&pack, "c");
    assert_eq!(session.answers, given(&pack, "q17:c"), "the last choice counts");
    session.skip(&pack);
    assert!(session.answers.is_empty(), "to skip takes the answer away");
    session.open("q05");
    assert_eq!(session.position(&pack), (5, 17));
    session.open("nowhere");
    assert_eq!(session.current(&pack).unwrap().id, "q01");
}

#[test]
fn what_the_quick_check_asked_the_full_one_does_not_ask_again() {
    let (quick, full) = (pack("quick", "en"), pack("full", "en"));
    let mut answers = given(&quick, "direction=5/3 work=5/3 q09:a");
    answers.set("q99", "a");
    let mut session = Session::carry(&full, &answers);
    assert_eq!(session.position(&full), (1, 10));
    assert_eq!(path(&session, &full), "q01 q04 q06 q07");
    assert_eq!(session.answers.len(), 7, "the answers are there, but for the one that has no place");
    assert_eq!(session.at, "q01");
    // One that was carried can still be opened and changed.
    session.open("q03");
    assert_eq!(session.position(&full), (2, 11));
    session.answer(&full, "a");
    assert_eq!(session.answers.of("q03"), Some("a"));
    let all = given(&full, "direction=21/7 work=18/6 tie=12/4");
    let done = Session::carry(&quick, &all);
    assert_eq!((done.current(&quick), done.answers.len()), (None, 8), "nothing is left to ask");
}

#[test]
fn answers_to_an_older_version_are_mapped_by_id_and_the_rest_is_named() {
    let old = pack("full", "en");
    let mut file = pack_file("full", "en");
    file["pack_version"] = json!("3.0");
    file["items"][0]["options"][1]["id"] = json!("new");
    file["items"][3]["id"] = json!("x04");
    file["items"].as_array_mut().unwrap().reverse();
    let new = sound(&file);
    let answers = given(&old, "q01:b q02:a q04:c q17:d");
    let (known, unmapped) = answers.mapped_onto(&new);
    assert_eq!(known, given(&old, "q02:a q17:d"));
    let lost = |item: &str, option: &str, item_known| Unmapped {
        item: item.to_owned(),
        option: option.to_owned(),
        item_known,
    };
    assert_eq!(unmapped, [lost("q01", "b", true), lost("q04", "c", false)]);
    let mut session = Session::carry(&old, &Answers::default());
    session.answers = answers;
    session.open("q17");
    assert_eq!(session.map_onto(&new), ["q01", "q04"]);
    assert_eq!((&session.answers, session.pack_version.as_str()), (&known, "3.0"));
    assert_eq!(session.position(&new), (1, 17), "the same question is in view");
}

#[test]
fn a_difference_smaller_than_the_band_is_not_called_a_change() {
    use Change::{Higher, Lower, Unknown, WithinBand};
    let check = |id: &str, before: &str, after: &str, direction: Change, work: Change| {
        let pack = pack(id, "en");
        let change = compare(&pack, &given(&pack, before), &given(&pack, after));
        assert_eq!((change.direction, change.work), (direction, work), "{before}, {after}");
    };
    // Full: 18 points. Seven items: 5 is 24, 8 is 38, 9 is 43, 12 is 57. Six: 6 is 33, 9 is 50, 10 is 56.
    check("full", "direction=5/7", "direction=8/7", WithinBand, Unknown);
    check("full", "direction=5/7", "direction=9/7", Higher, Unknown);
    check("full", "direction=9/7", "direction=5/7", Lower, Unknown);
    check("full", "work=6/6", "work=9/6", Unknown, WithinBand);
    check("full", "work=6/6", "work=10/6", Unknown, Higher);
    check("full", "direction=9/7 work=6/4", "direction=9/7 work=6/6", WithinBand, Unknown);
    // 10 of 15 is 67, and 15 of 18 is 83; 14 of 21 is 67, and 18 of 21 is 86.
    check("full", "work=10/5", "work=15/6", Unknown, WithinBand);
    check("full", "direction=14/7", "direction=18/7", Higher, Unknown);
    // Quick: 24 points. Three items: 3 is 33, 5 is 56, 6 is 67.
    check("quick", "direction=3/3", "direction=5/3", WithinBand, Unknown);
    check("quick", "direction=3/3", "direction=6/3", Higher, Unknown);
}

#[test]
fn exactly_the_band_is_a_change() {
    let mut pack = pack("full", "en");
    let (before, after) = (given(&pack, "work=6/6"), given(&pack, "work=9/6"));
    for (band, expected) in [(16, Change::Higher), (17, Change::Higher), (18, Change::WithinBand)] {
        pack.change_band = band;
        assert_eq!(compare(&pack, &before, &after).work, expected, "{band}");
    }
}

#[test]
fn items_answered_differently_are_listed_in_order() {
    let pack = pack("full", "en");
    let before = given(&pack, "q01:a q02:a q12:b");
    let after = given(&pack, "q12:c q01:a q05:b");
    let changed = |item: &str, before: Option<&str>, after: Option<&str>| Changed {
        item: item.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    assert_eq!(
        compare(&pack, &before, &after).items,
        [changed("q02", Some("a"), None), changed("q05", None, Some("b")), changed("q12", Some("b"), Some("c")),]
    );
}

proptest! {
    #[test]
    fn nothing_changed_is_no_change_and_the_reverse_is_the_reverse(
        before in any_answers(&pack("full", "en")),
        after in any_answers(&pack("full", "en")),
    ) {
        let pack = pack("full", "en");
        let same = compare(&pack, &before, &before);
        prop_assert!(same.items.is_empty() && same.direction != Change::Higher && same.direction != Change::Lower);
        let (there, back) = (compare(&pack, &before, &after), compare(&pack, &after, &before));
        prop_assert_eq!(there.items.len(), back.items.len());
        prop_assert_eq!(there.work == Change::Higher, back.work == Change::Lower);
        prop_assert_eq!(there.direction == Change::WithinBand, back.direction == Change::WithinBand);
    }

    #[test]
    fn mapping_loses_nothing_without_naming_it(answers in any_answers(&pack("full", "en"))) {
        let quick = pack("quick", "en");
        let (known, unmapped) = answers.mapped_onto(&quick);
        prop_assert_eq!(known.len() + unmapped.len(), answers.len());
        prop_assert_eq!(known.mapped_onto(&quick), (known, Vec::new()));
    }
}
