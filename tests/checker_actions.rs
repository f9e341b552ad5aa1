//! The checker on actions: owners, days, and how much one person has to do.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{TODAY, action, fires, found, on, rests, tactic, texts, with};
use plan_common::plan_with;
use serde_json::{Value, json};

/// A plan with one tactic and one action that has all its parts but for these.
fn one(but: Value) -> Value {
    json!({"tactics": [tactic(json!({}))], "actions": [action(but)]})
}

#[test]
fn act_01_wants_a_name() {
    let owned = |owner: &str| one(json!({"owner": owner}));
    for owner in ["", " ", "The Team", "TBD", "n/a", "?", "marketing", "us"] {
        fires("ACT-01", &owned(owner), &["error a owner"]);
    }
    for owner in ["Ana", "Allan", "Team Ana", "Usha", "🙂"] {
        rests("ACT-01", &owned(owner));
    }
    let people = |people: Value| with(owned("team"), json!({"people": people}));
    fires("ACT-01", &people(json!([{"name": "Ana"}, {"name": "staff"}])), &["error a owner edit"]);
    fires("ACT-01", &people(json!([{"name": "Ana"}, {"name": "Ben"}])), &["error a owner"]);
    rests("ACT-01", &one(json!({"owner": "", "status": "dropped"})));
    let french = |owner: &str| with(owned(owner), json!({"language": "fr"}));
    for owner in ["L’équipe", "l'équipe", "Tout le monde", "PERSONNE", "à définir"] {
        fires("ACT-01", &french(owner), &["error a owner"]);
    }
    rests("ACT-01", &french("The team"));
}

#[test]
fn act_02_wants_a_start_and_an_end_in_that_order() {
    let days = |start: &str, end: &str| one(json!({"start": start, "end": end}));
    fires("ACT-02", &days("", "2026-03-20"), &["error a start"]);
    fires("ACT-02", &days("2026-03-09", ""), &["error a end"]);
    fires("ACT-02", &days("2026-03-09", "2026-03-08"), &["error a end edit"]);
    fires("ACT-02", &days("2028-03-01", "2028-02-29"), &["error a end edit"]);
    rests("ACT-02", &days("2026-03-09", "2026-03-09"));
    rests("ACT-02", &days("2025-12-31", "2026-01-01"));
    rests("ACT-02", &one(json!({"start": "", "status": "dropped"})));
}

#[test]
fn act_03_wants_the_days_within_the_plan() {
    let days = |start: &str, end: &str| {
        with(one(json!({"start": start, "end": end})), json!({"start": "2026-01-01", "end": "2026-12-31"}))
    };
    fires("ACT-03", &days("2025-12-31", "2026-01-05"), &["error a start"]);
    fires("ACT-03", &days("2026-12-20", "2027-01-01"), &["error a end"]);
    fires("ACT-03", &days("2025-12-31", "2027-01-01"), &["error a start"]);
    rests("ACT-03", &days("2026-01-01", "2026-12-31"));
    rests("ACT-03", &days("2027-01-02", "2027-01-01"));
    rests("ACT-03", &one(json!({"start": "1999-01-01", "end": "2099-01-01"})));
}

#[test]
fn act_04_asks_about_what_is_more_than_ninety_days_away() {
    // 90 days after 10 March 2026 is 8 June.
    let starts = |start: &str| one(json!({"start": start, "end": "2026-12-31"}));
    fires("ACT-04", &starts("2026-06-09"), &["hint a start"]);
    rests("ACT-04", &starts("2026-06-08"));
    let later = |start: &str| with(starts("2026-06-09"), json!({"start": start}));
    rests("ACT-04", &later("2026-03-11"));
    fires("ACT-04", &later("2026-01-01"), &["hint a start"]);
    // Across a leap day.
    let leap = |start: &str| one(json!({"start": start, "end": "2024-12-31"}));
    on("2023-12-31", "ACT-04", &leap("2024-03-31"), &["hint a start"]);
    on("2023-12-31", "ACT-04", &leap("2024-03-30"), &[]);
}

/// Actions as owner, start, end, hours; people as name and hours a week.
fn load(actions: &[(&str, &str, &str, f64)], people: &[(&str, Value)]) -> Value {
    let action = |(id, (owner, start, end, hours)): (usize, &(&str, &str, &str, f64))| json!({"id": format!("a{id}"), "owner": owner, "start": start, "end": end, "hours": hours});
    let person = |(name, hours): &(&str, Value)| json!({"name": name, "hours_per_week": hours});
    json!({
        "actions": actions.iter().enumerate().map(action).collect::<Vec<_>>(),
        "people": people.iter().map(person).collect::<Vec<_>>(),
    })
}

#[test]
fn act_05_adds_up_a_week() {
    let ana = |hours: f64, can_give: Value| load(&[("Ana", "2026-03-09", "2026-03-13", hours)], &[("Ana", can_give)]);
    fires("ACT-05", &ana(6.1, json!(6)), &["warn Ana hours_per_week"]);
    rests("ACT-05", &ana(6.0, json!(6)));
    fires("ACT-05", &ana(0.1, json!(0)), &["warn Ana hours_per_week"]);
    fires("ACT-05", &ana(10.5, Value::Null), &["warn Ana hours_per_week"]);
    rests("ACT-05", &ana(10.0, Value::Null));
    let stranger = |hours: f64| load(&[("Zoé", "2026-03-09", "2026-03-13", hours)], &[]);
    fires("ACT-05", &stranger(11.0), &["warn Zoé start"]);
    rests("ACT-05", &stranger(10.0));
    // Ten hours over two weeks are five in each; a weekend has its own two days.
    rests("ACT-05", &load(&[("Ana", "2026-03-09", "2026-03-22", 20.0)], &[]));
    fires("ACT-05", &load(&[("Ana", "2026-03-14", "2026-03-15", 11.0)], &[]), &["warn Ana start"]);
    // What begins on the Monday after something else ended is not in one week with it, whichever stands first.
    let turns = |first, second| load(&[first, second], &[("Ana", json!(6))]);
    let (one, next) = (("Ana", "2026-03-09", "2026-03-13", 5.0), ("Ana", "2026-03-16", "2026-03-20", 5.0));
    rests("ACT-05", &turns(one, next));
    rests("ACT-05", &turns(next, one));
    // Owners that differ in capitals are two.
    let two = [("Ana", "2026-03-09", "2026-03-13", 6.0), ("ana", "2026-03-09", "2026-03-13", 6.0)];
    rests("ACT-05", &load(&two, &[]));
    // What is done, dropped, without days, or nobody's does not count.
    for but in [json!({"status": "done"}), json!({"status": "dropped"}), json!({"end": ""}), json!({"owner": "team"})] {
        let mut plan = ana(50.0, json!(6));
        plan["actions"][0] = with(plan["actions"][0].clone(), but);
        rests("ACT-05", &plan);
    }
}

/// The message of the one finding of ACT-05.
fn says(fields: Value, today: &str) -> String {
    let plan = plan_with(fields);
    let found = found(&plan, today);
    let finding = found.iter().find(|finding| finding.rule == "ACT-05").unwrap();
    texts("en").message(finding, &plan, &|blank| format!("{blank:?}"))
}

#[test]
fn act_05_names_the_worst_week_the_latest_of_several() {
    let week = |actions: &[(&str, &str, &str, f64)]| says(load(actions, &[("Ana", json!(6))]), TODAY);
    let long = ("Ana", "2026-12-21", "2027-01-10", 60.0);
    assert!(week(&[long]).contains("week Week(Week { year: 2027, week: 1 })"), "{}", week(&[long]));
    // ISO week 53 of 2026 runs from 28 December to 3 January.
    let more = [long, ("Ana", "2026-12-30", "2026-12-30", 1.0)];
    assert!(week(&more).contains("Number(21.0) hours in week Week(Week { year: 2026, week: 53 })"), "{}", week(&more));
    let rounded = week(&[("Ana", "2026-03-09", "2026-03-13", 6.01)]);
    assert!(rounded.contains("about Number(6.1) hours") && rounded.contains("Number(6.0) to give"), "{rounded}");
    // A long stretch of even weeks, from the first day of the calendar to the last.
    let ages = [("Ana", "0001-01-01", "9999-12-31", 100_000.0), ("Ana", "2026-03-02", "2026-03-06", 50.0)];
    assert!(week(&ages).contains("Week { year: 2026, week: 10 }"), "{}", week(&ages));
}

#[test]
fn act_05_counts_what_runs_at_once_where_the_hours_fit() {
    let many = |count: usize| {
        let days = ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14", "2026-03-15"];
        let actions: Vec<_> = days[..count].iter().map(|start| ("Ana", *start, "2026-03-15", 0.1)).collect();
        load(&actions, &[])
    };
    fires("ACT-05", &many(6), &["warn Ana start"]);
    rests("ACT-05", &many(5));
    assert!(says(many(7), TODAY).contains("Ana has Count(7) actions"), "{}", says(many(7), TODAY));
    let in_turn = |end: &str| {
        let mut actions = vec![("Ana", "2026-03-01", end, 0.0)];
        actions.extend([("Ana", "2026-03-10", "2026-03-10", 0.0); 5]);
        load(&actions, &[])
    };
    fires("ACT-05", &in_turn("2026-03-10"), &["warn Ana start"]);
    rests("ACT-05", &in_turn("2026-03-09"));
}

#[test]
fn act_06_knows_the_people() {
    let people = |owner: &str, people: Value| with(one(json!({"owner": owner})), json!({"people": people}));
    let (ana, nobody) = (json!([{"name": "Ana"}]), json!([{"name": "  "}]));
    fires("ACT-06", &people("Ben", ana.clone()), &["hint a owner edit"]);
    fires("ACT-06", &people("ANA", ana.clone()), &["hint a owner edit"]);
    fires("ACT-06", &people("Élodie", json!([{"name": "élodie"}])), &["hint a owner edit"]);
    rests("ACT-06", &people("Ana", ana.clone()));
    rests("ACT-06", &people("Ana", json!([{"name": "ANA"}, {"name": "Ana"}])));
    rests("ACT-06", &people("everyone", ana));
    rests("ACT-06", &people("Ben", json!([])));
    rests("ACT-06", &people("Ben", nobody));
}

#[test]
fn act_07_asks_when_the_day_has_passed() {
    let ends = |end: &str, status: &str| one(json!({"start": "2026-01-01", "end": end, "status": status}));
    for status in ["", "todo", "doing"] {
        fires("ACT-07", &ends("2026-03-09", status), &["warn a status"]);
        rests("ACT-07", &ends("2026-03-10", status));
    }
    for status in ["done", "dropped"] {
        rests("ACT-07", &ends("2026-03-09", status));
    }
    on("2027-01-01", "ACT-07", &ends("2026-12-31", ""), &["warn a status"]);
}

#[test]
fn act_08_asks_when_the_tactic_rests() {
    let of = |tactic_status: &str, status: &str| json!({"tactics": [tactic(json!({"status": tactic_status}))], "actions": [action(json!({"status": status}))]});
    fires("ACT-08", &of("dropped", ""), &["warn a status edit"]);
    fires("ACT-08", &of("paused", "doing"), &["warn a status"]);
    for (tactic, status) in [("paused", "done"), ("dropped", "dropped"), ("active", ""), ("planned", ""), ("", "")] {
        rests("ACT-08", &of(tactic, status));
    }
    rests("ACT-08", &json!({"actions": [action(json!({}))]}));
}
