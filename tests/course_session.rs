//! The link of a session, as the trainer's page writes it; `tests/embed/sessions.test.mjs` reads the same table in JavaScript.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use serde_json::{Value, json};
use strategy_first::course::{
    code::Moment,
    session::{Session, is_page},
};

fn session(settings: &Value) -> Session {
    let text = |name: &str| settings[name].as_str().unwrap_or_default().to_owned();
    Session {
        view: text("view"),
        pack: text("pack"),
        lang: text("lang"),
        seed: text("seed").parse().ok(),
        moment: Moment::ALL.into_iter().find(|moment| moment.code() == text("moment")),
        cta_href: text("cta-href"),
        cta_label: text("cta-label"),
    }
}

#[test]
fn a_session_is_written_as_the_learners_page_reads_it() {
    let table = common::json_file("tests/sessions.json");
    for link in table["links"].as_array().unwrap() {
        assert_eq!(session(&link["settings"]).fragment(), link["fragment"].as_str().unwrap());
    }
}

#[test]
fn what_it_may_not_hold_is_left_out() {
    let table = common::json_file("tests/sessions.json");
    for (name, values) in table["refused"].as_object().unwrap() {
        for value in values.as_array().unwrap() {
            assert_eq!(session(&json!({ name: value })).fragment(), "#session=1", "{name}: {value}");
        }
    }
}

#[test]
fn a_link_is_the_learners_page_and_the_session() {
    let asked = session(&json!({"view": "quiz", "lang": " fr "}));
    for (page, link) in [
        ("https://blog.example/check/", "https://blog.example/check/#session=1&view=quiz&lang=fr"),
        (" https://blog.example/?p=7#top ", "https://blog.example/?p=7#session=1&view=quiz&lang=fr"),
    ] {
        assert_eq!(asked.link(page), link);
    }
}

#[test]
fn learners_can_open_what_is_on_the_web_or_on_a_stick() {
    for (page, expected) in [
        ("https://blog.example/check/", true),
        ("http://127.0.0.1:8080/index.html", true),
        ("file:///E:/strategy-first.html", true),
        ("blog.example", false),
        ("javascript:alert(1)", false),
        ("https://", false),
        ("", false),
    ] {
        assert_eq!(is_page(page), expected, "{page}");
    }
}
