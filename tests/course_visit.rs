//! What a course leaves with a learner: a number of their own, and with each result when it was asked for.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::pack;
use serde_json::json;
use strategy_first::{
    document::{reader, result::TakenCheck},
    quiz::{
        answers::Answers,
        drill::{Key, Run},
    },
    visit::{MOMENT, Visit},
};

const NUMBER: &str = "S4CNXJTR";
const OTHER: &str = "S4CNXJTS";

/// As it comes out of the browser's storage again.
fn kept(visit: &Visit) -> Visit {
    let results = visit.results_to_json();
    let results = reader::read(&results, |top| top.list().into_iter().map(TakenCheck::read).collect()).0;
    reader::read(&visit.to_json(), |top| Visit::read(top, results)).0
}

#[test]
fn a_result_says_for_ever_when_it_was_asked_for() {
    let pack = pack("quick", "en");
    let mut visit = Visit::default();
    let mut take = |id: &str, moment: Option<&str>, begins: bool| {
        if begins {
            visit.begin(&pack, &Answers::default());
        }
        visit.finish(&pack, "en", "2026-11-22", id, moment.map(str::to_owned));
        visit = kept(&visit);
        visit.results.iter().map(|result| result.other.get(MOMENT).cloned()).collect::<Vec<_>>()
    };
    assert_eq!(take("one", Some("before"), true), [Some(json!("before"))]);
    // Seen again after the course, with an answer changed.
    assert_eq!(take("", Some("after"), false), [Some(json!("before"))]);
    assert_eq!(take("two", Some("after"), true)[1], Some(json!("after")));
    assert_eq!(take("three", None, true)[2], None);
    assert_eq!(take("", Some("then"), false)[2], None, "it was taken before anybody asked");
}

#[test]
fn a_number_stays_with_the_visit() {
    let pack = pack("quick", "en");
    let mut visit = Visit::default();
    visit.begin(&pack, &Answers::default());
    visit.finish(&pack, "en", "2026-11-22", "one", None);
    let before = visit.clone();
    assert_eq!(kept(&before).who, None);
    visit.who = Some(NUMBER.to_owned());
    let number = |visit: &Visit| visit.who.clone().unwrap_or_default();
    assert_eq!(number(&kept(&visit)), NUMBER);

    let mut other_tab = before.clone();
    other_tab.catch_up(kept(&visit));
    assert_eq!(number(&other_tab), NUMBER);

    visit.delete("one");
    visit.start_over();
    assert_eq!(number(&visit), NUMBER);
    visit.restore(&before);
    assert_eq!(number(&visit), NUMBER, "a deletion taken back takes back nothing else");
}

#[test]
fn a_run_that_gives_way_to_a_class_is_kept_until_the_class_begins_and_comes_back() {
    let mut visit = Visit { run: Some(Run::new(3)), outdated: Some(3), ..Visit::default() };
    let shown = |visit: &Visit| visit.shown_run().map(|run| run.seed);
    assert_eq!((shown(&visit), shown(&kept(&visit))), (None, Some(3)));

    let before = visit.clone();
    visit.begin_drill(7);
    assert_eq!(shown(&visit), Some(7));
    visit.restore(&before);
    assert_eq!(shown(&visit), Some(3));

    let mut other_tab = before.clone();
    other_tab.catch_up(Visit { run: Some(Run::new(7)), ..Visit::default() });
    assert_eq!(shown(&other_tab), Some(7), "what the class has begun in one tab goes on in the other");
}

#[test]
fn a_number_and_a_run_come_back_in_place_of_what_took_theirs() {
    let before = Visit { who: Some(NUMBER.to_owned()), run: Some(Run::new(3)), ..Visit::default() };
    let sorted = |seed| {
        let mut run = Run::new(seed);
        run.sort("D01", Key::Strategy);
        run
    };
    let check = |run: Run, seed: u32| {
        let mut visit = Visit { who: Some(OTHER.to_owned()), run: Some(run), ..before.clone() };
        visit.restore(&before);
        assert_eq!((visit.who.as_deref(), visit.run.map(|run| run.seed)), (Some(NUMBER), Some(seed)));
    };
    check(Run::new(7), 3);
    // What somebody has sorted since stays.
    check(sorted(7), 7);
}
