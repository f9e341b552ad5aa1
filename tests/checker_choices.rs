//! The checker on strategies, audiences and what is ruled out.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{action, fires, rests, strategy, tactic, with};
use serde_json::{Value, json};

/// A plan with one strategy that has all its parts but for these.
fn one(but: Value) -> Value {
    json!({"audiences": [{"id": "u", "name": "Owners of cafés"}], "strategies": [strategy(but)]})
}

fn in_french(plan: Value) -> Value {
    with(plan, json!({"language": "fr-CA"}))
}

#[test]
fn str_01_wants_a_strategy_for_tactics() {
    let tactics = json!([
        tactic(json!({"strategy_ids": []})),
        tactic(json!({"id": "q"})),
        tactic(json!({"status": "dropped", "id": "r"}))
    ]);
    fires("STR-01", &json!({"tactics": tactics}), &["error plan [strategies] edit"]);
    rests("STR-01", &json!({"tactics": [tactic(json!({"status": "dropped"}))]}));
    rests("STR-01", &json!({"tactics": tactics, "strategies": [{}]}));
    rests("STR-01", &json!({"actions": [action(json!({}))]}));
}

#[test]
fn str_02_wants_an_audience_with_a_name() {
    let of = |audiences: Value, id: &str| json!({"audiences": audiences, "strategies": [strategy(json!({"audience_id": id}))]});
    let two = json!([{"id": "u", "name": " "}, {"id": "v", "name": "Cafés"}, {"id": "w", "name": "Bars"}]);
    fires("STR-02", &of(json!([]), "u"), &["error s audience_id"]);
    fires("STR-02", &of(two.clone(), "u"), &["error s audience_id"]);
    fires("STR-02", &of(json!([{"id": "v", "name": "Cafés"}]), ""), &["error s audience_id edit"]);
    rests("STR-02", &of(two, "w"));
}

#[test]
fn str_03_and_str_08_want_a_reason_and_an_opposite() {
    fires("STR-03", &one(json!({"positioning": "\t"})), &["warn s positioning"]);
    rests("STR-03", &one(json!({})));
    fires("STR-08", &one(json!({"opposite": ""})), &["hint s opposite"]);
    rests("STR-08", &one(json!({})));
}

#[test]
fn str_04_wants_a_choice_and_not_tools_or_tasks() {
    let says = |text: &str| one(json!({"text": text}));
    for text in [
        "Use Facebook and Instagram every week",
        "SEO",
        "Our new website",
        "A newsletter for bakers' shops",
        "Facebook/TikTok",
    ] {
        fires("STR-04", &says(text), &["hint s text edit"]);
    }
    for text in ["We will post more", "Launch quickly in Lyon’s old town", "set up a desk at the market"] {
        fires("STR-04", &says(text), &["hint s text edit"]);
    }
    let bare = json!({"audience_id": "", "positioning": "", "why": ""});
    let long = "Answer café owners' questions on Facebook within the hour";
    rests("STR-04", &says(long));
    rests("STR-04", &one(json!({"text": long, "audience_id": "", "positioning": ""})));
    fires("STR-04", &one(with(bare.clone(), json!({"text": long}))), &["warn s text edit"]);
    fires("STR-04", &one(json!({"text": "SEO", "positioning": ""})), &["warn s text edit"]);
    fires("STR-04", &one(json!({"text": "SEO", "audience_id": "x"})), &["warn s text edit"]);
    for text in ["Be the first call when a machine breaks", "An approach like an appetiser", "Posture first", ""] {
        rests("STR-04", &one(with(bare.clone(), json!({"text": text}))));
    }
    for text in ["Utiliser les réseaux sociaux", "Être présents sur Instagram", "Lancer une infolettre", "L’appli"]
    {
        fires("STR-04", &in_french(says(text)), &["hint s text edit"]);
    }
    rests("STR-04", &in_french(says("Être le premier appel quand une machine tombe en panne")));
    rests("STR-04", &in_french(says("Lanceurs d’alerte d’abord")));
}

#[test]
fn str_05_wants_a_road_and_not_a_result() {
    let bare = |text: &str| one(json!({"text": text, "where": "", "why": ""}));
    for text in ["Grow sales", "We want to become the best known", "Get more calls", "Ten to 20 cafés"] {
        fires("STR-05", &bare(text), &["warn s where"]);
    }
    rests("STR-05", &bare("Growth comes from repairs"));
    rests("STR-05", &bare("Be the first call"));
    rests("STR-05", &one(json!({"text": "Grow sales", "where": "Lyon", "why": ""})));
    rests("STR-05", &one(json!({"text": "Grow sales by 20 %", "where": "", "why": "They ask"})));
    fires("STR-05", &in_french(bare("Doubler les ventes")), &["warn s where"]);
    fires("STR-05", &in_french(bare("Nous voulons vendre plus")), &["warn s where"]);
    rests("STR-05", &in_french(bare("Doublure comprise")));
}

#[test]
fn str_06_wants_something_ruled_out() {
    let wont = |lines: Value| with(one(json!({})), json!({"wont_do": lines}));
    fires("STR-06", &one(json!({})), &["warn plan [wont_do]"]);
    fires("STR-06", &wont(json!([{"id": "w", "text": "  "}])), &["warn plan [wont_do]"]);
    rests("STR-06", &wont(json!([{"text": "Paid adverts"}])));
    rests("STR-06", &json!({"tactics": [tactic(json!({}))]}));
}

#[test]
fn str_07_wants_a_tactic() {
    let carried = |tactics: Value| with(one(json!({})), json!({"tactics": tactics}));
    fires("STR-07", &one(json!({})), &["warn s [tactics]"]);
    fires("STR-07", &carried(json!([tactic(json!({"status": "dropped"}))])), &["warn s [tactics]"]);
    fires("STR-07", &carried(json!([tactic(json!({"strategy_ids": ["S"]}))])), &["warn s [tactics]"]);
    rests("STR-07", &carried(json!([tactic(json!({"status": "paused", "strategy_ids": ["x", "s", "s"]}))])));
}

#[test]
fn str_09_wants_each_choice_once() {
    let three = |texts: [&str; 3]| {
        let strategies = texts.iter().zip(["s", "p", "q"]).map(|(text, id)| strategy(json!({"id": id, "text": text})));
        json!({"strategies": strategies.collect::<Vec<_>>(), "tactics": [tactic(json!({"strategy_ids": ["s", "q"]}))]})
    };
    let text = "Answer every call within the hour, day and night";
    fires("STR-09", &three([text, "Repair on the spot", text]), &["warn q text edit"]);
    fires("STR-09", &three([text, &text.to_uppercase(), text]), &["warn p text edit", "warn q text edit"]);
    // Seven content words of ten and seven of eleven.
    fires(
        "STR-09",
        &three(["", "one two three four five six seven eight", "one two three four five six seven nine ten"]),
        &["warn q text edit"],
    );
    rests(
        "STR-09",
        &three(["", "one two three four five six seven eight", "one two three four five six seven nine ten eleven"]),
    );
    rests("STR-09", &three(["", "", " "]));
}

#[test]
fn str_10_asks_when_three_come_first() {
    let first = |names: [&str; 3], priority: &str| {
        let audience = |(id, name): (usize, &str)| json!({"id": id.to_string(), "name": name, "priority": if id == 2 { priority } else { "primary" }});
        json!({"audiences": names.into_iter().enumerate().map(audience).collect::<Vec<_>>()})
    };
    fires("STR-10", &first(["a", "b", "c"], "primary"), &["hint plan priority"]);
    rests("STR-10", &first(["a", "b", "c"], "secondary"));
    rests("STR-10", &first(["a", "b", "c"], ""));
    rests("STR-10", &first(["a", " ", "c"], "primary"));
}
