//! Files that people open: what is refused and why, what comes in, what it replaces, and how it is taken back.
#![cfg(not(target_arch = "wasm32"))]

mod files_common;

use files_common::{CHOICES, backup, backup_text, backup_with, decoded, merge, opened, plan, result, state};
use serde_json::{Value, json};
use strategy_first::{
    document::{file::MAX_BYTES, reader::MAX_FAULTS},
    files::{
        door::{self, Kind, Refused},
        merge::{Choice, TooManyPlans, undone},
        preview::{Counts, Preview, Standing},
        state::{MAX_PLANS, State},
    },
};

#[test]
fn what_cannot_be_opened_is_refused_for_its_own_reason() {
    let check = |text: &str, expected: Refused| {
        let start: String = text.chars().take(60).collect();
        assert_eq!(door::open(text).err(), Some(expected), "{start}");
    };
    let version = |format: &str, version: Value| json!({"format": format, "version": version}).to_string();
    check("", Refused::Empty);
    check(" \n\t", Refused::Empty);
    check("\u{feff}", Refused::Empty);
    check(&format!("\"{}\"", "x".repeat(MAX_BYTES)), Refused::TooLarge);
    check(&"[".repeat(33), Refused::TooDeep);
    check(&"[".repeat(100_000), Refused::TooDeep);
    check(&format!("{}{}", "{\"a\":".repeat(33), "}".repeat(33)), Refused::TooDeep);
    check(&"[".repeat(32), Refused::CutShort);
    check("{\"format\": \"strategy-fi", Refused::CutShort);
    check("{\"a\": x}", Refused::NotJson { line: 1, column: 7 });
    check("{}\n{}", Refused::NotJson { line: 2, column: 1 });
    check("{\"a\": 1e999}", Refused::NotJson { line: 1, column: 11 });
    check("{\"a\": \"\\ud800\"}", Refused::NotJson { line: 1, column: 14 });
    check("{\"a\": NaN}", Refused::NotJson { line: 1, column: 7 });
    check("<!doctype html>", Refused::NotJson { line: 1, column: 1 });
    for other in [
        "{}",
        "[]",
        "null",
        "7",
        "\"strategy-first/plan\"",
        "{\"format\": 1}",
        "{\"format\": \"strategy-first/drill\"}",
    ] {
        check(other, Refused::OtherFormat);
    }
    for format in ["plan", "result", "backup"] {
        let format = format!("strategy-first/{format}");
        check(&version(&format, json!(2)), Refused::Newer);
        check(&version(&format, json!(u64::MAX)), Refused::Newer);
        for wrong in [json!(0), json!(-1), json!(1.5), json!("1"), json!(null)] {
            check(&version(&format, wrong), Refused::OtherFormat);
        }
    }
    check(&version("strategy-first/pack", json!(1)), Refused::Pack);
    check(&version("strategy-first/result", json!(1)), Refused::Broken { place: "pack".to_owned() });
    let newer_inside = backup_with(json!({"plans": [{"format": "strategy-first/plan", "version": 2, "id": "p"}]}));
    check(&newer_inside.to_string(), Refused::Newer);
    let nothing_whole = backup_with(json!({"plans": [{"id": "p"}], "results": [7]}));
    check(&nothing_whole.to_string(), Refused::Broken { place: "plans[0].format".to_owned() });
}

#[test]
fn a_file_that_is_no_text_is_not_taken_for_one() {
    let check = |bytes: &[u8], expected: Result<(), Refused>| {
        assert_eq!(door::decoded(&decoded(bytes), bytes.len()).map(drop), expected, "{bytes:?}");
    };
    check(b"", Ok(()));
    check("é\u{1f642}\u{fffd}".as_bytes(), Ok(()));
    check("\u{feff}é\u{fffd}".as_bytes(), Ok(()));
    // UTF-16 with its mark, an old encoding, a picture, a character cut in two.
    check(b"\xff\xfe{\0}\0", Err(Refused::NotText));
    check(b"\xfe\xff\0{\0}", Err(Refused::NotText));
    check(b"caf\xe9", Err(Refused::NotText));
    check(b"\x89PNG\r\n", Err(Refused::NotText));
    check(b"caf\xc3", Err(Refused::NotText));
    assert_eq!(door::decoded("", MAX_BYTES + 1), Err(Refused::TooLarge));
    assert_eq!(door::decoded("", MAX_BYTES), Ok(""));
}

#[test]
fn a_backup_comes_back_as_it_was_saved() {
    let file = backup();
    let state = state(&file);
    assert_eq!(state.to_json("2026-11-22T03:00:00.000Z"), file);
    assert_eq!(opened(&file).faults, []);
}

#[test]
fn each_format_is_taken_for_what_it_is() {
    let check = |text: &str, kind: Kind, plans: usize, results: usize| {
        let opened = door::open(text).unwrap();
        assert_eq!((opened.kind, opened.state.plans.len(), opened.state.results.len()), (kind, plans, results));
    };
    check(&backup_text(), Kind::Backup, 2, 3);
    check(&format!("\u{feff}{}", backup_text()), Kind::Backup, 2, 3);
    check(&plan("p", "One").to_string(), Kind::Plan, 1, 0);
    check(&result("r", "2026-11-21", "a").to_string(), Kind::Result, 0, 1);
    check(&backup_with(json!({})).to_string(), Kind::Backup, 0, 0);
    check(&backup_with(json!({"plans": null, "session": null, "current_plan": null})).to_string(), Kind::Backup, 0, 0);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_comes_in() {
    let file = backup_with(json!({
        "plans": [plan("p", "Whole"), {"format": "strategy-first/plan", "version": 1, "id": "q", "title": 5, "start": "soon"}, 7],
        "results": [result("r", "2026-11-21", "a"), {"format": "strategy-first/result", "version": 1, "id": "s"}],
        "session": "yes",
    }));
    let opened = opened(&file);
    let places: Vec<&str> = opened.faults.iter().map(|fault| fault.place.as_str()).collect();
    let expected = [
        "session",
        "plans[1].start",
        "plans[1].title",
        "plans[2].format",
        "plans[2]",
        "results[1].pack",
        "results[1].answers",
    ];
    assert_eq!(places, expected);
    assert_eq!((opened.state.plans.len(), opened.state.results.len()), (2, 1));
    let preview = Preview::of(&opened, &State::default());
    assert_eq!(preview.faults, Some((7, "session".to_owned())));
    let many = vec![json!({"budget": "x"}); 300];
    let broken = json!({"format": "strategy-first/plan", "version": 1, "tactics": many});
    assert_eq!(files_common::opened(&broken).faults.len(), MAX_FAULTS);
}

/// One plan and one result that are here, and what a file says of them.
fn standing(file: &Value) -> (Vec<Standing>, Counts, Option<(Standing, usize)>) {
    let here = state(&backup_with(json!({
        "plans": [plan("p", "One")], "results": [result("r", "2026-11-21", "a")],
        "session": {"check": {"pack": "full", "answers": {"q01": "a"}}},
    })));
    let preview = Preview::of(&opened(file), &here);
    (preview.plans.iter().map(|line| line.standing).collect(), preview.results, preview.session)
}

#[test]
fn a_preview_says_what_is_new_the_same_or_different() {
    let counts = |new, same, differ| Counts { new, same, differ };
    let check = |fields: Value, plans: &[Standing], results: Counts, session: Option<(Standing, usize)>| {
        assert_eq!(standing(&backup_with(fields.clone())), (plans.to_vec(), results, session), "{fields}");
    };
    let on = |answers: Value| json!({"check": {"pack": "full", "answers": answers}});
    check(json!({}), &[], counts(0, 0, 0), None);
    check(
        json!({"plans": [plan("p", "One"), plan("p", "Other"), plan("q", "One"), plan("", "One")]}),
        &[Standing::Same, Standing::Differs, Standing::New, Standing::New],
        counts(0, 0, 0),
        None,
    );
    let results = [("r", "a"), ("r", "b"), ("s", "a"), ("", "b")].map(|(id, option)| result(id, "2026-11-21", option));
    let mut nameless = results.to_vec();
    nameless[3].as_object_mut().unwrap().remove("id");
    check(json!({"results": nameless}), &[], counts(2, 1, 1), None);
    check(json!({"session": on(json!({"q01": "a"}))}), &[], counts(0, 0, 0), Some((Standing::Same, 1)));
    check(json!({"session": on(json!({"q01": "b", "q02": "c"}))}), &[], counts(0, 0, 0), Some((Standing::Differs, 2)));
    check(json!({"session": on(json!({}))}), &[], counts(0, 0, 0), None);
}

#[test]
fn a_preview_tells_two_versions_of_a_plan_apart() {
    let here = state(&plan("p", "Here"));
    let mut newer = plan("p", "There");
    newer["updated"] = json!("2026-11-22");
    newer["actions"] = json!([{"id": "a", "text": "One more"}]);
    let preview = Preview::of(&opened(&newer), &here);
    let line = &preview.plans[0];
    let day = |text: &str| text.parse().ok();
    assert_eq!((line.title.as_str(), line.file.rows, line.file.updated), ("There", 2, day("2026-11-22")));
    let (title, facts) = line.here.clone().unwrap();
    assert_eq!((title.as_str(), facts.rows, facts.updated), ("Here", 1, day("2026-11-20")));
    assert!(preview.is_choice() && preview.brings_something());
    assert!(!Preview::of(&opened(&plan("p", "Here")), &here).brings_something());
    assert!(!Preview::of(&opened(&plan("q", "Here")), &here).is_choice());
}

/// The plans and results after a file came in, as `id title` and `id option`.
fn names(state: &State) -> Vec<String> {
    let plans = state.plans.iter().map(|plan| format!("{} {}", plan.cover().id.as_str(), plan.cover().title));
    let results = state.results.iter().map(|taken| format!("{} {}", taken.id, taken.answers.of("q01").unwrap_or("-")));
    plans.chain(results).collect()
}

#[test]
fn what_comes_in_replaces_or_stands_beside() {
    let here = state(&backup_with(json!({
        "plans": [plan("p", "One"), plan("q", "Two")],
        "results": [result("r", "2026-11-01", "a"), result("s", "2026-11-21", "a")],
    })));
    let check = |file: &Value, choice: Choice, expected: &[&str]| {
        assert_eq!(names(&merge(&here, &opened(file), choice).unwrap()), expected, "{choice:?}");
    };
    let file = backup_with(json!({
        "plans": [plan("q", "Other"), plan("n", "New"), plan("p", "One")],
        "results": [result("s", "2026-11-21", "b"), result("n", "2026-11-10", "c"), result("r", "2026-11-01", "a")],
    }));
    check(&file, Choice::Replace, &["p One", "q Other", "n New", "r a", "n c", "s b"]);
    let both = ["p One", "q Two", "fresh1 Copy of Other", "n New", "r a", "n c", "s a", "fresh2 b"];
    check(&file, Choice::KeepBoth, &both);
    // What has one id twice in the file loses nothing, and what has none gets one.
    let twice = backup_with(json!({"plans": [plan("n", "1"), plan("n", "2"), plan("n", "1"), plan("", "3")]}));
    for choice in CHOICES {
        check(&twice, choice, &["p One", "q Two", "n 1", "fresh1 Copy of 2", "fresh2 3", "r a", "s a"]);
    }
}

#[test]
fn one_plan_is_opened_and_a_backup_leaves_open_what_is_open() {
    let check = |here: &State, file: &Value, choice: Choice, open: Option<&str>| {
        let after = merge(here, &opened(file), choice).unwrap();
        assert_eq!(after.current_plan.as_deref(), open, "{choice:?}");
    };
    let here = state(&plan("p", "One"));
    assert_eq!(here.current_plan.as_deref(), Some("p"));
    let everything = backup_with(json!({"plans": [plan("q", "Two")], "current_plan": "q"}));
    check(&State::default(), &everything, Choice::Replace, Some("q"));
    check(&here, &everything, Choice::Replace, Some("p"));
    check(&here, &plan("q", "Two"), Choice::Replace, Some("q"));
    check(&here, &plan("p", "Other"), Choice::KeepBoth, Some("fresh1"));
    check(&here, &plan("", "Other"), Choice::Replace, Some("fresh1"));
    check(&State::default(), &backup_with(json!({"current_plan": "gone"})), Choice::Replace, None);
}

#[test]
fn a_check_under_way_gives_way_only_where_somebody_chose_so() {
    let on = |answers: Value| json!({"screen": "question", "check": {"pack": "full", "answers": answers}});
    let with = |session: &Value| backup_with(json!({"session": session}));
    let check = |here: &Value, file: &Value, choice: Choice, expected: &Value| {
        let after = merge(&state(&with(here)), &opened(&with(file)), choice).unwrap();
        assert_eq!(after.session, *expected, "{here} {file} {choice:?}");
    };
    let (mine, theirs, none) = (on(json!({"q01": "a"})), on(json!({"q01": "b"})), json!(null));
    let done = json!({"screen": "start", "check": {"pack": "full", "answers": {"q01": "c"}, "result_id": "r"}});
    for choice in CHOICES {
        check(&none, &theirs, choice, &theirs);
        check(&none, &done, choice, &done);
        check(&mine, &none, choice, &mine);
        check(&mine, &done, choice, &mine);
        check(&done, &theirs, choice, &theirs);
    }
    check(&mine, &theirs, Choice::Replace, &theirs);
    check(&mine, &theirs, Choice::KeepBoth, &mine);
    let drilling = json!({"screen": "drill", "drill": {"seed": 1}});
    let mut both = theirs.clone();
    both["drill"] = json!({"seed": 1});
    check(&drilling, &theirs, Choice::Replace, &both);
}

#[test]
fn more_plans_than_the_list_keeps_do_not_come_in() {
    let many: Vec<Value> = (0..MAX_PLANS).map(|number| plan(&format!("n{number}"), "")).collect();
    let here = state(&plan("p", "One"));
    let file = opened(&backup_with(json!({"plans": many})));
    assert_eq!(merge(&here, &file, Choice::Replace), Err(TooManyPlans));
    assert!(merge(&State::default(), &file, Choice::Replace).is_ok());
}

#[test]
fn undo_takes_back_what_came_in_and_nothing_that_was_done_since() {
    let here = state(&backup_with(json!({
        "plans": [plan("p", "One"), plan("q", "Two")], "results": [result("r", "2026-11-21", "a")],
    })));
    let file = opened(&backup_with(json!({
        "plans": [plan("p", "Other"), plan("n", "New"), plan("m", "Newer")],
        "results": [result("r", "2026-11-21", "b"), result("s", "2026-11-10", "c")], "preferences": {"lang": "fr"},
    })));
    for choice in CHOICES {
        let after = merge(&here, &file, choice).unwrap();
        assert_ne!(after, here);
        assert_eq!(undone(&after, &here, &after), here, "{choice:?}");
    }
    let after = merge(&here, &file, Choice::Replace).unwrap();
    // Since then somebody wrote in one new plan, deleted another, and took the check again.
    let mut now = after.clone();
    now.plans.retain(|plan| plan.cover().id.as_str() != "q" && plan.cover().id.as_str() != "n");
    now.plans.push(state(&plan("n", "Written in")).plans.remove(0));
    now.results.push(state(&result("t", "2026-11-22", "d")).results.remove(0));
    assert_eq!(names(&undone(&now, &here, &after)), ["p One", "n Written in", "r a", "t d"]);
}
