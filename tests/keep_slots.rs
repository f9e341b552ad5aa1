//! One value under a name: whatever fails, a good copy is left and found, and nothing unreadable is lost.
#![cfg(not(target_arch = "wasm32"))]

mod keep_common;

use keep_common::{Faults, Memory, NOW};
use serde_json::{Value, json};
use strategy_first::{
    desk::Desk,
    document::{envelope::SCHEMA, reader::read, result::TakenCheck},
    keep::{
        journal::Journal,
        slots::{self, Found, Got, Put, Spot},
    },
    plan::table::Table,
    visit::{Screen, Visit},
};

const SPOT: Spot = Spot { name: "thing", key: "k/thing" };

fn get(area: &Memory) -> Got {
    slots::get(area, SPOT, NOW)
}

fn put(area: &Memory, known: u64, data: &Value) -> Put {
    slots::put(area, SPOT, known, &data.to_string(), NOW)
}

/// An area in which the values 1 to `count` were kept, one after the other.
fn kept(count: u64) -> Memory {
    let area = Memory::default();
    for value in 1..=count {
        assert_eq!(put(&area, value - 1, &json!(value)), Put::Kept(value));
    }
    area
}

#[test]
fn what_was_put_is_found_again_with_its_two_predecessors_beside_it() {
    let area = Memory::default();
    assert_eq!(get(&area), Got { found: Found::Nothing, rev: 0, copy: 0 });
    for value in 1..10 {
        assert_eq!(put(&area, value - 1, &json!(value)), Put::Kept(value));
        assert_eq!(get(&area), Got { found: Found::Data(json!(value)), rev: value, copy: value });
    }
    assert_eq!(area.all(), ["k/thing", "k/thing/a", "k/thing/b", "k/thing/c"]);
    let mut copies: Vec<u64> = ["a", "b", "c"].map(|slot| data(&area, &format!("k/thing/{slot}"))).into();
    copies.sort_unstable();
    assert_eq!(copies, [7, 8, 9], "the last three good copies");
}

fn data(area: &Memory, key: &str) -> u64 {
    let envelope: Value = serde_json::from_str(&area.texts.borrow()[key]).unwrap();
    envelope["data"].as_u64().unwrap()
}

/// Each of the writes of a session in turn fails, holds half of its text, or is the one before which the page ends.
#[test]
fn whatever_write_fails_the_latest_that_was_kept_is_found() {
    const VALUES: u64 = 12;
    let writes = kept(VALUES).writes.get();
    assert_eq!(writes, 24, "two a value");
    let mut sessions = 0;
    for at in 0..=writes {
        for faults in [Faults::One(at), Faults::Half(at), Faults::From(at), Faults::Dead(at)] {
            let area = Memory::with(faults);
            let (mut known, mut last) = (0, None);
            for value in 1..=VALUES {
                match put(&area, known, &json!(value)) {
                    Put::Kept(rev) => (known, last) = (rev, Some(value)),
                    put => assert_eq!(put, Put::NoRoom, "write {at}"),
                }
            }
            let found = match get(&area.again()).found {
                Found::Nothing => None,
                Found::Data(value) | Found::Recovered(value) => value.as_u64(),
                other => panic!("write {at}: {other:?}"),
            };
            // What was written and not yet pointed to may be found as well, where there is no pointer any more, or none yet.
            let next = last.map_or(1, |last| last + 1);
            assert!(found == last || found == Some(next), "write {at}: {found:?} for {last:?}");
            sessions += 1;
        }
    }
    assert_eq!(sessions, 100);
}

#[test]
fn after_a_write_that_failed_the_next_one_is_kept() {
    for at in 0..8 {
        let area = Memory::with(Faults::One(at));
        let mut known = 0;
        for value in 1..=6 {
            let again = || put(&area, known, &json!(value));
            if let Put::Kept(rev) = match again() {
                Put::NoRoom => again(),
                put => put,
            } {
                known = rev;
            }
        }
        assert_eq!((known, get(&area).found), (6, Found::Data(json!(6))), "write {at}");
    }
}

#[test]
fn what_is_spoilt_is_set_aside_unaltered_and_the_copy_before_is_found() {
    let area = kept(5);
    let rubbish =
        ["", "rubbish", "null", "{}", "{\"schema\":2}", "[[[[[[", "\u{feff}{}", "{\"schema\":0,\"rev\":1,\"data\":1}"];
    let slot = "k/thing/c"; // of the fifth
    let cases = [
        (vec![slot], Found::Recovered(json!(4))),
        (vec!["k/thing"], Found::Recovered(json!(5))),
        (vec![slot, "k/thing"], Found::Recovered(json!(4))),
        (vec![slot, "k/thing/b"], Found::Recovered(json!(3))),
        (vec!["k/thing/a", "k/thing/b"], Found::Data(json!(5))),
        (vec!["k/thing", "k/thing/a", "k/thing/b", "k/thing/c"], Found::SetAside),
    ];
    for text in rubbish {
        for (spoilt, expected) in &cases {
            let area = area.again();
            for key in spoilt {
                area.put(key, text);
            }
            let found = get(&area);
            assert_eq!(found.found, *expected, "{text:?} in {spoilt:?}");
            // Put again it is found again, and what was set aside is still there.
            assert_eq!(put(&area, found.rev, &json!("new")), Put::Kept(found.rev + 1), "{text:?} in {spoilt:?}");
            assert_eq!(get(&area).found, Found::Data(json!("new")));
            assert!(area.aside().iter().all(|aside| aside == text), "{:?}", area.aside());
        }
    }
}

#[test]
fn a_text_cut_or_changed_anywhere_is_noticed() {
    let area = kept(2);
    let whole = area.texts.borrow()["k/thing/c"].clone();
    for at in 0..whole.len() {
        let area = area.again();
        area.put("k/thing/c", &whole[..at]);
        assert_eq!(get(&area).found, Found::Recovered(json!(1)), "cut at {at}");
        assert_eq!(area.aside(), [&whole[..at]]);
    }
}

#[test]
fn what_cannot_be_set_aside_is_not_written_over() {
    for spoilt in ["k/thing", "k/thing/a"] {
        let area = kept(5);
        area.put(spoilt, "rubbish");
        area.faults.set(Faults::From(0));
        let before = area.texts.borrow().clone();
        let known = get(&area).rev;
        assert_eq!(put(&area, known, &json!(6)), Put::NoRoom);
        assert_eq!(*area.texts.borrow(), before);
    }
}

#[test]
fn what_a_newer_version_wrote_is_found_and_stays_as_it_is() {
    let newer = json!({"schema": SCHEMA + 1, "rev": 9, "data": {"of": "a newer one"}}).to_string();
    let area = Memory::default();
    area.put("k/thing", &newer);
    assert_eq!(get(&area).found, Found::Newer(json!({"of": "a newer one"})));
    assert_eq!(put(&area, 9, &json!(1)), Put::Newer);
    assert_eq!(area.texts.borrow()["k/thing"], newer);
    // It came while this tab was open.
    let area = kept(3);
    area.put("k/thing", &newer);
    assert_eq!(put(&area, 3, &json!(4)), Put::Newer);
    assert_eq!(area.texts.borrow()["k/thing"], newer);
}

/// What a browser held after a visit with each version that was ever used.
#[test]
fn what_every_version_kept_is_found() {
    for (version, text) in [(1, include_str!("kept/1.json")), (2, include_str!("kept/2.json"))] {
        let area = Memory::default();
        let texts: Value = serde_json::from_str(text).unwrap();
        for (key, text) in texts.as_object().unwrap() {
            area.put(key, text.as_str().unwrap());
        }
        let prefix = "strategy-first/1/default/";
        let found = |name: &str| match slots::get(&area, Spot { name, key: &format!("{prefix}{name}") }, NOW).found {
            Found::Data(data) => data,
            other => panic!("{name} of version {version}: {other:?}"),
        };
        let (results, faults) =
            read(&found("results"), |top| top.list().into_iter().map(TakenCheck::read).collect::<Vec<_>>());
        assert_eq!((results.len(), faults), (1, vec![]), "version {version}");
        assert_eq!(results[0].answers.len(), 17);
        let (visit, _) = read(&found("session"), |top| Visit::read(top, results));
        let answers = visit.session.map(|session| session.answers.len());
        assert_eq!((visit.screen, answers), (Screen::Question, Some(2)), "version {version}");
        let (desk, faults) = read(&found("desk"), Desk::read);
        assert_eq!(faults, [], "version {version}");
        let key = format!("{prefix}plan/{}", desk.open.unwrap());
        let plan = Journal::open(&area, &key, NOW).unwrap();
        assert!(!plan.is_recovered && plan.plan.count(Table::Tactics) > 2, "version {version}");
    }
}

#[test]
fn a_tab_that_is_behind_writes_nothing() {
    let area = kept(3);
    let before = area.texts.borrow().clone();
    for known in [0, 1, 2, 4] {
        assert_eq!(put(&area, known, &json!("stale")), Put::Stale);
    }
    assert_eq!(*area.texts.borrow(), before);
    assert_eq!(slots::rev(&area, SPOT.key), Some(3));
}

#[test]
fn what_was_wiped_is_written_anew() {
    let area = kept(4);
    area.texts.borrow_mut().clear();
    assert_eq!(put(&area, 4, &json!(5)), Put::Kept(5));
    assert_eq!(get(&area).found, Found::Data(json!(5)));
}

#[test]
fn nothing_is_left_of_what_is_removed_but_what_was_set_aside() {
    let area = kept(4);
    area.put("k/thing/set-aside/then", "rubbish");
    area.put("k/thing2", "another");
    slots::remove(&area, SPOT.key);
    assert_eq!(area.all(), ["k/thing/set-aside/then", "k/thing2"]);
    assert_eq!(get(&area).found, Found::Nothing);
}
