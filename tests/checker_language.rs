//! The checker on the plan's own words.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{TODAY, action, fires, found, objective, rests, setup, strategy, tactic, with};
use plan_common::{day, plan_with};
use serde_json::{Value, json};
use strategy_first::plan::checker::{checker::Checker, finding::Mend};

fn says(text: &str) -> Value {
    json!({"tactics": [tactic(json!({"text": text}))]})
}

#[test]
fn lng_01_reads_every_text_that_others_will_read() {
    let text = json!({"text": "A holistic view"});
    let everywhere = json!({
        "situation": {"summary": "A holistic view of things"},
        "objectives": [objective(text.clone())], "strategies": [strategy(text.clone())], "tactics": [tactic(text.clone())],
        "actions": [action(text.clone())],
    });
    let places = ["a text edit", "o text edit", "plan situation.summary edit", "s text edit", "t text edit"];
    fires("LNG-01", &everywhere, &places.map(|place| format!("hint {place}")).each_ref().map(String::as_str));
    rests(
        "LNG-01",
        &json!({"tactics": [tactic(with(text.clone(), json!({"status": "dropped"})))], "wont_do": [text.clone()]}),
    );
    rests("LNG-01", &json!({"actions": [action(with(text, json!({"status": "dropped"})))]}));
}

#[test]
fn lng_01_reads_whole_words() {
    for text in ["UTILISE it", "a best‑in‑class shop", "Move the needle!", "(synergy)"] {
        fires("LNG-01", &says(text), &["hint t text edit"]);
    }
    for text in ["Robusta coffee", "verticalsx", "A whole view", ""] {
        rests("LNG-01", &says(text));
    }
    let french = |text: &str| with(says(text), json!({"language": "fr"}));
    for text in ["L’insight du mois", "Faire bouger les lignes", "Un KICK-OFF", "la deadline"] {
        fires("LNG-01", &french(text), &["hint t text edit"]);
    }
    rests("LNG-01", &french("utilise leverage"));
    rests("LNG-01", &says("Faire bouger les lignes"));
}

/// What a tactic says after the mend.
fn mended(language: &str, text: &str) -> String {
    let plan = plan_with(with(says(text), json!({"language": language})));
    let found = found(&plan, TODAY);
    let finding = found.iter().find(|finding| finding.rule == "LNG-01").unwrap();
    let Mend::Edit(edit) = Checker::new(&plan, day(TODAY), &setup(language)).mend(&plan, finding) else {
        panic!("{text}");
    };
    let mut mended = plan.clone();
    mended.apply(edit).unwrap();
    mended.to_json()["tactics"][0]["text"].as_str().unwrap().to_owned()
}

#[test]
fn lng_01_puts_plain_words_in_place() {
    let check = |language: &str, text: &str, expected: &str| assert_eq!(mended(language, text), expected);
    check(
        "en",
        "Leverage the café’s seamless site, and leverage it robustly.",
        "Use the café’s easy site, and use it well.",
    );
    check("en", "🙂 A Best\u{2011}in\u{2011}Class crêpe; overleverage", "🙂 A Very good crêpe; overleverage");
    check("en", "game changer, game-changer", "big change, big change");
    check(
        "fr",
        "L’Insight, la deadline et l'e\u{301}cosyste\u{300}me",
        "L’Enseignement, la date limite et l'environnement",
    );
}

#[test]
fn lng_02_finds_what_nobody_has_written_yet() {
    for text in ["TBD", "Write ??? here", "Lorem  ipsum dolor", "Call [insert name]", "xxx", "To be confirmed."] {
        fires("LNG-02", &says(text), &["warn t text"]);
    }
    for text in ["Insert a coupon in each bag", "Really??", "Todos los días", "xxxl shirts", ""] {
        rests("LNG-02", &says(text));
    }
    let summary = |text: &str| json!({"situation": {"summary": text}});
    fires("LNG-02", &summary("Customers: tbc"), &["warn plan situation.summary"]);
    let french = |text: &str| with(says(text), json!({"language": "fr"}));
    for text in ["À compléter", "Canal a\u{300} préciser", "[Insérer le nom]", "???"] {
        fires("LNG-02", &french(text), &["warn t text"]);
    }
    rests("LNG-02", &french("Insérer un coupon"));
    rests("LNG-02", &json!({"actions": [action(json!({"text": "tbd", "status": "dropped"}))]}));
}
