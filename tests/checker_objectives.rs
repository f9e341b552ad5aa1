//! The checker on basics, situation and objectives: what fires, what almost does, and the mends.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{action, fires, objective, on, rests, strategy, tactic, with};
use serde_json::{Value, json};

/// A plan with one objective that has all its parts but for these.
fn one(but: Value) -> Value {
    json!({"business_goals": [{"id": "g", "text": "Fill the bench"}], "objectives": [objective(but)]})
}

/// The plan of [`one`] with these fields as well.
fn one_in(fields: Value, but: Value) -> Value {
    with(one(but), fields)
}

#[test]
fn bas_01_names_the_first_of_three_answers_that_is_blank() {
    let basics =
        |who: &str, what: &str, for_whom: &str| json!({"basics": {"who": who, "what": what, "for_whom": for_whom}});
    fires("BAS-01", &json!({}), &["warn plan basics.who"]);
    fires("BAS-01", &basics("us", " \u{a0}\n", "you"), &["warn plan basics.what"]);
    fires("BAS-01", &basics("us", "mending", ""), &["warn plan basics.for_whom"]);
    rests("BAS-01", &basics("é", "🙂", "?"));
}

#[test]
fn sit_01_wants_twenty_characters_in_one_of_two_places() {
    let says = |now: &str, past: &str| json!({"situation": {"summary": now, "past_performance": past}});
    let (short, long) = ("é".repeat(19), "é".repeat(20));
    fires("SIT-01", &json!({}), &["warn plan situation.summary"]);
    fires("SIT-01", &says(&short, &format!("  {short}  ")), &["warn plan situation.summary"]);
    rests("SIT-01", &says(&long, ""));
    rests("SIT-01", &says("", &long));
}

#[test]
fn obj_01_wants_one() {
    fires("OBJ-01", &json!({}), &["error plan [objectives]"]);
    rests("OBJ-01", &json!({"objectives": [{}]}));
}

#[test]
fn obj_02_wants_what_from_where_to_where_and_when() {
    fires("OBJ-02", &one(json!({"metric": " "})), &["error o metric"]);
    fires("OBJ-02", &one(json!({"target": null})), &["error o target"]);
    fires("OBJ-02", &one(json!({"due": "", "baseline": null})), &["error o due"]);
    fires("OBJ-02", &one(json!({"baseline": null})), &["warn o baseline"]);
    fires("OBJ-02", &json!({"objectives": [{"text": "x"}]}), &["error plan metric"]);
    rests("OBJ-02", &one(json!({"baseline": 0, "target": 0})));
    rests("OBJ-02", &one(json!({"baseline": -3, "target": -1})));
}

#[test]
fn obj_03_wants_the_figures_to_go_the_way_of_the_words() {
    let goes =
        |text: &str, baseline: f64, target: f64| one(json!({"text": text, "baseline": baseline, "target": target}));
    fires("OBJ-03", &goes("Raise enquiries", 35.0, 20.0), &["error o target edit"]);
    fires("OBJ-03", &goes("Cut returns", 5.0, 8.0), &["error o target edit"]);
    fires("OBJ-03", &goes("Reduce losses", -8.0, -5.0), &["error o target edit"]);
    fires("OBJ-03", &goes("Enquiries", 20.0, 20.0), &["error o target"]);
    fires("OBJ-03", &goes("Enquiries", 0.0, -0.0), &["error o target"]);
    for (text, baseline, target) in [
        ("Raise enquiries", 20.0, 35.0),
        ("Cut returns", 8.0, 5.0),
        ("Reduce losses", -5.0, -8.0),
        ("Enquiries", 35.0, 20.0),
        ("Grow by cutting returns, or cut them", 8.0, 5.0),
        ("Raiser’s edge", 35.0, 20.0),
    ] {
        rests("OBJ-03", &goes(text, baseline, target));
    }
    rests("OBJ-03", &one(json!({"text": "Raise enquiries", "baseline": 35, "target": null})));
    let french = |text: &str| one_in(json!({"language": "fr"}), json!({"text": text, "baseline": 35, "target": 20}));
    fires("OBJ-03", &french("ACCROÎTRE les demandes"), &["error o target edit"]);
    fires("OBJ-03", &french("Plus d’appels par mois"), &["error o target edit"]);
    rests("OBJ-03", &french("Ne plus perdre de clients"));
    rests("OBJ-03", &french("Raise enquiries"));
    let spanish = |text: &str| one_in(json!({"language": "es"}), json!({"text": text, "baseline": 35, "target": 20}));
    fires("OBJ-03", &spanish("Conseguir más clientes"), &["error o target edit"]);
    rests("OBJ-03", &spanish("Responder más rápido"));
    rests("OBJ-03", &spanish("Al menos tan rápido como en marzo"));
}

#[test]
fn obj_04_wants_each_once() {
    let two = |first: Value, second: Value| {
        json!({
            "objectives": [objective(first), objective(with(json!({"id": "p"}), second))],
            "strategies": [strategy(json!({"objective_ids": ["p"]})), strategy(json!({"id": "q", "objective_ids": ["p", "o"]}))],
            "kpis": [{"id": "k", "objective_id": "p"}],
        })
    };
    let other = json!({"metric": "repairs", "text": "Busier winters"});
    fires("OBJ-04", &two(json!({}), json!({"metric": "repairs"})), &["warn p text edit"]);
    fires(
        "OBJ-04",
        &two(json!({"metric": "Enquiries, a month"}), json!({"text": "Busier winters"})),
        &["warn p text edit"],
    );
    let alike = |second: &str| {
        two(json!({"text": "Win seven cafés back near Lyon soon"}), json!({"text": second, "metric": "x"}))
    };
    fires("OBJ-04", &alike("We win back the 12 cafés near Lyon soon!"), &["warn p text edit"]);
    rests("OBJ-04", &alike("Win back cafés near Nice"));
    rests("OBJ-04", &two(json!({}), other.clone()));
    rests("OBJ-04", &two(json!({}), json!({"text": "Busier winters", "due": "2026-07-01"})));
    rests(
        "OBJ-04",
        &json!({"objectives": [{"id": "a"}, {"id": "b"}, {"id": "c", "text": "12"}, {"id": "d", "text": "34"}]}),
    );
    rests("OBJ-04", &json!({"objectives": [{"id": "a", "metric": "x"}, {"id": "b", "metric": "x"}]}));
}

#[test]
fn obj_05_wants_an_active_tactic_below_it() {
    let plan =
        |strategies: Value, tactics: Value| one_in(json!({"strategies": strategies, "tactics": tactics}), json!({}));
    let serving = json!([strategy(json!({}))]);
    fires("OBJ-05", &one(json!({})), &["error o [strategies]"]);
    fires("OBJ-05", &plan(serving.clone(), json!([])), &["error o [tactics]"]);
    fires("OBJ-05", &plan(serving.clone(), json!([tactic(json!({"status": "dropped"}))])), &["error o [tactics]"]);
    fires(
        "OBJ-05",
        &plan(json!([strategy(json!({"objective_ids": ["x"]}))]), json!([tactic(json!({}))])),
        &["error o [strategies]"],
    );
    let no_id = json!([strategy(json!({"id": ""}))]);
    fires("OBJ-05", &plan(no_id, json!([tactic(json!({"strategy_ids": ["#1"]}))])), &["error o [tactics]"]);
    rests("OBJ-05", &plan(serving.clone(), json!([tactic(json!({"status": "paused"}))])));
    rests("OBJ-05", &plan(serving, json!([tactic(json!({"strategy_ids": ["x", "s"]}))])));
}

#[test]
fn obj_06_wants_what_changes_and_no_task() {
    let says = |text: &str| one(json!({"text": text}));
    for text in ["Post three times a week", "We’ll launch a newsletter", "To set up a shop", "run a webinar"] {
        fires("OBJ-06", &says(text), &["warn o text edit"]);
    }
    for text in ["Postal orders up", "Raise enquiries", "More people call", ""] {
        rests("OBJ-06", &says(text));
    }
    fires("OBJ-06", &one(json!({"metric": "Emails sent"})), &["warn o metric"]);
    fires("OBJ-06", &one(json!({"text": "Post daily", "metric": "posts"})), &["warn o text"]);
    rests("OBJ-06", &one(json!({"metric": "outposts"})));
    let french = |text: &str| one_in(json!({"language": "fr"}), json!({"text": text}));
    fires("OBJ-06", &french("Nous allons publier chaque semaine"), &["warn o text edit"]);
    fires("OBJ-06", &french("Envoi d’une lettre"), &["warn o text edit"]);
    rests("OBJ-06", &french("Des clients qui publient leur avis"));
    let spanish = |text: &str| one_in(json!({"language": "es"}), json!({"text": text}));
    fires("OBJ-06", &spanish("Vamos a publicar cada semana"), &["warn o text edit"]);
    fires("OBJ-06", &spanish("Envío de un boletín"), &["warn o text edit"]);
    rests("OBJ-06", &spanish("Clientes que publican su opinión"));
}

#[test]
fn obj_07_wants_a_business_goal() {
    let goals = |goals: Value, id: &str| json!({"business_goals": goals, "objectives": [objective(json!({"business_goal_id": id}))]});
    let (one, two) =
        (json!([{"id": "g", "text": "Grow"}]), json!([{"id": "g", "text": " "}, {"id": "h", "text": "x"}]));
    fires("OBJ-07", &goals(json!([]), ""), &["warn o business_goal_id"]);
    fires("OBJ-07", &goals(one.clone(), ""), &["warn o business_goal_id edit"]);
    fires("OBJ-07", &goals(one.clone(), "gone"), &["warn o business_goal_id edit"]);
    fires("OBJ-07", &goals(two.clone(), "g"), &["warn o business_goal_id edit"]);
    fires("OBJ-07", &goals(json!([{"text": "No id"}]), "#1"), &["warn o business_goal_id"]);
    rests("OBJ-07", &goals(one, "g"));
    rests("OBJ-07", &goals(two, "h"));
}

#[test]
fn obj_08_asks_from_six_on() {
    let many =
        |count: usize| json!({"objectives": (0..count).map(|id| json!({"id": id.to_string()})).collect::<Vec<_>>()});
    fires("OBJ-08", &many(6), &["hint plan [objectives]"]);
    rests("OBJ-08", &many(5));
}

#[test]
fn obj_09_wants_the_date_within_the_plan() {
    let due = |due: &str| one_in(json!({"start": "2026-01-01", "end": "2026-12-31"}), json!({"due": due}));
    fires("OBJ-09", &due("2025-12-31"), &["warn o due"]);
    fires("OBJ-09", &due("2027-01-01"), &["warn o due"]);
    for fine in ["2026-01-01", "2026-12-31", ""] {
        rests("OBJ-09", &due(fine));
    }
    rests("OBJ-09", &one(json!({"due": "2099-01-01"})));
}

#[test]
fn obj_10_asks_about_a_long_way_soon() {
    let way = |baseline: f64, target: f64, due: &str| one(json!({"baseline": baseline, "target": target, "due": due}));
    // 180 days after 10 March 2026.
    let soon = "2026-09-06";
    fires("OBJ-10", &way(10.0, 30.0, soon), &["hint o target"]);
    fires("OBJ-10", &way(30.0, 10.0, soon), &["hint o target"]);
    fires("OBJ-10", &way(3.0, 0.0, "2020-01-01"), &["hint o target"]);
    for (baseline, target, due) in [
        (10.0, 29.9, soon),
        (10.0, 30.0, "2026-09-07"),
        (30.0, 10.1, soon),
        (3.0, -1.0, soon),
        (0.0, 30.0, soon),
        (-10.0, 30.0, soon),
    ] {
        rests("OBJ-10", &way(baseline, target, due));
    }
    let later = with(way(10.0, 30.0, "2026-12-01"), json!({"start": "2026-06-05"}));
    fires("OBJ-10", &later, &["hint o target"]);
    rests("OBJ-10", &with(later, json!({"start": "2026-06-03"})));
}

#[test]
fn obj_11_says_when_it_is_reached() {
    let read = |baseline: i64, target: i64, readings: Value| {
        one(json!({"baseline": baseline, "target": target, "progress": readings}))
    };
    let last = |value: i64| json!([{"date": "2026-03-05", "value": value}, {"date": "2026-02-01", "value": 0}]);
    fires("OBJ-11", &read(20, 35, last(35)), &["hint o target"]);
    fires("OBJ-11", &read(35, 20, last(19)), &["hint o target"]);
    rests("OBJ-11", &read(20, 35, last(34)));
    rests("OBJ-11", &read(35, 35, last(35)));
    rests("OBJ-11", &read(20, 35, json!([{"date": "2026-03-05", "value": 40}, {"date": "2026-03-06", "value": 30}])));
    rests("OBJ-11", &read(20, 35, json!([{"value": 40}])));
}

#[test]
fn ctl_10_wants_a_reading_every_sixty_days() {
    let read = |start: &str, date: &str| {
        one_in(json!({"start": start}), json!({"due": "2026-12-31", "progress": [{"date": date, "value": 1}]}))
    };
    // 60 days before 10 March 2026 is 9 January.
    fires("CTL-10", &read("2026-01-08", "2026-01-08"), &["hint o progress"]);
    fires("CTL-10", &read("2026-01-08", ""), &["hint o progress"]);
    fires("CTL-10", &read("2026-01-08", "2026-03-11"), &["hint o progress"]);
    rests("CTL-10", &read("2026-01-08", "2026-01-09"));
    rests("CTL-10", &read("2026-01-09", ""));
    rests("CTL-10", &read("", ""));
    let due = |due: &str| one_in(json!({"start": "2025-01-01"}), json!({"due": due}));
    fires("CTL-10", &due("2026-03-10"), &["hint o progress"]);
    fires("CTL-10", &due(""), &["hint o progress"]);
    rests("CTL-10", &due("2026-03-09"));
    on("2024-02-29", "CTL-10", &one_in(json!({"start": "2023-12-30"}), json!({})), &["hint o progress"]);
    on("2024-02-29", "CTL-10", &one_in(json!({"start": "2023-12-31"}), json!({})), &[]);
}

#[test]
fn a_sound_chain_says_nothing() {
    let chain = one_in(
        json!({
            "audiences": [{"id": "u", "name": "Cafés"}], "strategies": [strategy(json!({}))], "wont_do": [{"text": "Radio"}],
            "tactics": [tactic(json!({}))], "actions": [action(json!({}))], "reviews": [{"date": "2026-05-29"}],
            "basics": {"who": "a", "what": "b", "for_whom": "c"}, "situation": {"summary": "Most enquiries come by word of mouth."},
        }),
        json!({}),
    );
    assert_eq!(checker_common::all(&chain, checker_common::TODAY), Vec::<String>::new());
}
