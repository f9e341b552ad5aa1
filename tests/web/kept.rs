//! What the app keeps from one visit to the next, and what it says when it can't.

use super::{
    areas::{Full, Kept, local, session},
    files::{Files, PACK_VERSION, QUESTIONS, filled, pack, progress, question, text},
    page::Page,
};
use serde_json::json;
use strategy_first::{
    browser::{dom, intl},
    document::{envelope, link, result::TakenCheck},
    words::Key,
};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_visit_goes_on_where_it_was() {
    for (storage, area) in [("local", local()), ("session", session())] {
        let kept = Kept::by("going-on", area);
        let fields = [("storage", storage), ("storageKey", "going-on")];
        let page = Page::open(&fields).await;
        assert_eq!(page.events.take()[0], ("sf-storage".to_owned(), json!({"tier": storage})));
        page.press("Start").await;
        page.answer(&[1, 2]).await;
        page.choose(0).await;
        let page = page.reopen(&fields).await;
        assert_eq!((page.heading(), page.chosen()), (question("q3", "en"), Some(0)), "{storage}");
        page.press("Back").await;
        assert_eq!(page.chosen(), Some(2));
        page.press(&text("en", Key::AppName)).await;
        page.press(&text("en", Key::AppDifference)).await;
        let page = page.reopen(&fields).await;
        assert_eq!(page.heading(), "Apart");
        page.press("Back").await;
        page.press(&text("en", Key::StartResume)).await;
        assert_eq!((page.heading(), page.chosen()), (question("q2", "en"), Some(2)));
        assert!(kept.names().iter().all(|name| name == "session" || name == "results"), "{:?}", kept.names());
    }
}

#[wasm_bindgen_test]
async fn a_result_is_there_after_a_reload() {
    let _kept = Kept::by("result", local());
    let fields = [("storageKey", "result"), ("storage", "local")];
    let page = Page::open(&fields).await;
    page.press("Start").await;
    page.answer(&[2; QUESTIONS]).await;
    let page = page.reopen(&fields).await;
    assert_eq!(page.heading(), "Lead of Aligned.");
    assert!(page.says("Feedback on xray."));
}

#[wasm_bindgen_test]
async fn two_names_on_one_site_are_two_visits() {
    let kept = ["one-name", "one-name-more"].map(|name| Kept::by(name, local()));
    let one = Page::open(&[("storage", "local"), ("storageKey", "one-name")]).await;
    let other = Page::open(&[("storage", "local"), ("storageKey", "one-name-more")]).await;
    one.press("Start").await;
    one.answer(&[0]).await;
    other.press("Start").await;
    let one = one.reopen(&[("storage", "local"), ("storageKey", "one-name")]).await;
    let other = other.reopen(&[("storage", "local"), ("storageKey", "one-name-more")]).await;
    assert_eq!((one.heading(), other.heading()), (question("q2", "en"), question("q1", "en")));
    assert_eq!(kept.each_ref().map(Kept::names), [["session"], ["session"]]);
}

#[wasm_bindgen_test]
async fn a_visit_that_is_not_to_be_kept_is_not() {
    let kept = [Kept::by("not-kept", local()), Kept::by("not-kept", session())];
    let page = Page::open(&[("storage", "none"), ("storageKey", "not-kept")]).await;
    page.press("Start").await;
    page.answer(&[0; QUESTIONS]).await;
    assert!(page.says(&text("en", Key::KeptUnasked)));
    assert_eq!(kept.each_ref().map(Kept::names), [[""; 0], [""; 0]]);
}

#[wasm_bindgen_test]
async fn where_the_browser_has_no_room_the_check_goes_on_and_says_so() {
    let kept = Kept::by("no-room", local());
    let page = Page::open(&[("storage", "local"), ("storageKey", "no-room")]).await;
    page.press("Start").await;
    page.choose(0).await;
    assert!(page.says(&text("en", Key::KeptLocal)));
    let before = kept.envelope("session");
    page.events.take();
    let full = Full::fill(local());
    page.answer(&[1, 1]).await;
    assert_eq!(page.heading(), question("q3", "en"));
    assert!(page.says(&text("en", Key::KeptFull)));
    let heard = page.events.take();
    assert_eq!(heard.iter().filter(|(name, _)| name == "sf-storage").count(), 1);
    assert!(heard.contains(&("sf-storage".to_owned(), json!({"tier": "memory"}))));
    assert_eq!(kept.envelope("session"), before);
    drop(full);
    page.choose(2).await;
    assert!(page.says(&text("en", Key::KeptLocal)), "there is room again");
    assert_eq!(page.reopen(&[("storage", "local"), ("storageKey", "no-room")]).await.chosen(), Some(2));
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_set_aside_and_said() {
    let kept = Kept::by("damaged", local());
    kept.put("session", "{\"schema\": 1, cut");
    let fields = [("storage", "local"), ("storageKey", "damaged")];
    let page = Page::open(&fields).await;
    assert_eq!(page.heading(), text("en", Key::StartTitle));
    assert_eq!(page.status(), text("en", Key::KeptSetAside));
    page.press("Start").await;
    page.answer(&[0]).await;
    let page = page.reopen(&fields).await;
    assert_eq!(page.heading(), question("q2", "en"));
    assert_eq!(page.status(), "");
    let aside: Vec<String> = kept.names().into_iter().filter(|name| name.starts_with("session/set-aside/")).collect();
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(kept.text(&aside[0]).as_deref(), Some("{\"schema\": 1, cut"));
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_set_aside_once() {
    let kept = Kept::by("damaged-once", local());
    kept.put("session", "rubbish");
    let fields = [("storage", "local"), ("storageKey", "damaged-once")];
    let page = Page::open(&fields).await.reopen(&fields).await;
    let page = page.reopen(&fields).await;
    let aside = kept.names().into_iter().filter(|name| name.starts_with("session/set-aside/"));
    assert_eq!(aside.count(), 1, "{:?}", kept.names());
    assert_eq!(page.status(), "");
}

#[wasm_bindgen_test]
async fn what_a_newer_version_kept_is_left_alone() {
    for name in ["session", "results", "preferences"] {
        let kept = Kept::by("newer", local());
        let newer = kept.put_newer(name, &json!({"future": true}));
        let page = Page::open(&[("storage", "local"), ("storageKey", "newer")]).await;
        assert_eq!(page.status(), text("en", Key::KeptNewer), "{name}");
        page.press("Start").await;
        assert!(page.says(&text("en", Key::KeptBesideNewer)), "{name}");
        page.answer(&[0; QUESTIONS]).await;
        page.pick_language("fr").await;
        assert_eq!(kept.names(), [name]);
        assert_eq!(kept.text(name), Some(newer));
    }
}

#[wasm_bindgen_test]
async fn answers_to_an_older_version_of_the_questions_are_carried_over() {
    let kept = Kept::by("older", local());
    let answers = json!({"q1": "q1-zulu", "q2": "q2-gone", "gone": "gone-zulu", "q3": "q3-yankee"});
    let visit = json!({
        "screen": "question", "came_from": "start", "drill": null,
        "check": {"pack": "full", "pack_version": "1.0", "at": "q3", "carried": [], "answers": answers, "result_id": null},
    });
    kept.put("session", &envelope::seal(&visit.to_string(), 1, "2025-01-01T00:00:00Z"));
    let page = Page::open(&[("storage", "local"), ("storageKey", "older")]).await;
    assert_eq!(page.status(), filled(Key::AppUnmapped, &[("n", "2"), ("items", "gone, q2")]));
    assert_eq!((page.heading(), page.chosen()), (question("q3", "en"), Some(1)));
    page.press("Back").await;
    assert_eq!(page.chosen(), None);
    page.press("Back").await;
    assert_eq!(page.chosen(), Some(0));
    assert_eq!(kept.envelope("session")["data"]["check"]["pack_version"], PACK_VERSION);
}

#[wasm_bindgen_test]
async fn a_check_whose_questions_are_missing_waits_for_them() {
    let _kept = Kept::by("missing", local());
    let fields = [("storage", "local"), ("storageKey", "missing")];
    let page = Page::open(&fields).await;
    page.press("Start").await;
    page.answer(&[1]).await;
    page.files.remove("packs/full.en.json");
    let page = page.reopen(&fields).await;
    assert_eq!(page.heading(), text("en", Key::StartTitle));
    assert_eq!(page.status(), text("en", Key::AppFailed));
    page.press(&text("en", Key::StartResume)).await;
    assert_eq!(page.status(), text("en", Key::AppFailed));
    page.files.put("packs/full.en.json", &pack("full", "en"));
    page.press(&text("en", Key::StartResume)).await;
    assert_eq!((page.heading(), page.status()), (question("q2", "en"), String::new()));
}

#[wasm_bindgen_test]
async fn somebody_elses_result_leaves_ones_own_untouched() {
    let kept = Kept::by("shared", local());
    let fields = [("storage", "local"), ("storageKey", "shared")];
    let page = Page::open(&fields).await;
    page.press("Start").await;
    page.answer(&[0, 0]).await;
    let before = (kept.text("session"), kept.text("results"));
    let link = link_of(&pack("quick", "en"), "xray");
    let with_link = [fields.as_slice(), &[("fragment", &link)]].concat();
    let page = page.reopen(&with_link).await;
    assert_eq!(page.heading(), "Lead of Aligned.");
    assert!(page.says(&text("en", Key::SharedTitle)) && page.says("21 November 2026"));
    assert_eq!((kept.text("session"), kept.text("results")), before);
    let page = page.reopen(&fields).await;
    assert_eq!(page.heading(), question("q3", "en"));
}

/// The fragment of a result that answers each question of `pack` with `option`.
fn link_of(pack: &serde_json::Value, option: &str) -> String {
    let items = pack["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap());
    let taken = TakenCheck {
        pack: pack["id"].as_str().unwrap().to_owned(),
        pack_version: PACK_VERSION.to_owned(),
        taken_at: "2026-11-21".to_owned(),
        answers: items.map(|item| (item.to_owned(), format!("{item}-{option}"))).collect(),
        ..TakenCheck::default()
    };
    format!("#{}", link::encode(&taken))
}

#[wasm_bindgen_test]
async fn a_link_that_cannot_be_read_says_so() {
    for fragment in [
        "#result=full&a=q1&n=1",
        "#result=&a=&n=0",
        "#result=full",
        "#result=full&a=q1~x",
        "#result=f%75ll&a=q1~x&n=1",
        "#result=full&a=q1~<b>&n=1",
    ] {
        let page = Page::open(&[("fragment", fragment)]).await;
        assert_eq!(page.heading(), text("en", Key::StartTitle), "{fragment}");
        assert_eq!(page.status(), text("en", Key::SharedUnreadable), "{fragment}");
    }
    for fragment in ["", "#", "#section", "#resulting=1"] {
        let page = Page::open(&[("fragment", fragment)]).await;
        assert_eq!(page.status(), "", "{fragment}");
    }
}

#[wasm_bindgen_test]
async fn a_link_to_unknown_questions_leads_to_the_start_with_a_sentence() {
    let page = Page::open(&[("fragment", "#result=unknown&v=1&on=2026-11-21&a=q1~a&n=1")]).await;
    assert_eq!(page.heading(), text("en", Key::StartTitle));
    assert_eq!(page.status(), text("en", Key::AppElsewhere));
}

#[wasm_bindgen_test]
async fn a_deleted_result_can_be_brought_back() {
    let kept = Kept::by("deleted", local());
    let fields = [("storage", "local"), ("storageKey", "deleted")];
    let page = Page::open(&fields).await;
    page.press("Start").await;
    page.answer(&[2; QUESTIONS]).await;
    page.press(&text("en", Key::AppHistory)).await;
    let results = |kept: &Kept| kept.envelope("results")["data"].as_array().unwrap().len();
    assert_eq!(results(&kept), 1);
    let delete = filled(Key::HistoryDeleteFull, &[("date", &intl::date("en-GB", &dom::today()))]);
    page.press(&delete).await;
    assert_eq!(page.status(), text("en", Key::HistoryDeleted));
    assert!(page.says(&text("en", Key::HistoryNone)));
    assert_eq!(results(&kept), 0);
    page.press("Undo").await;
    assert_eq!(page.status(), text("en", Key::AppUndone));
    assert_eq!(results(&kept), 1);
    assert!(page.buttons().contains(&delete));
    let page = page.reopen(&fields).await;
    assert!(page.buttons().contains(&delete));
}

#[wasm_bindgen_test]
async fn the_full_check_asks_nothing_that_the_quick_one_did() {
    let files = Files::whole();
    let mut quick = pack("quick", "en");
    let items = quick["items"].as_array_mut().unwrap();
    items.truncate(6);
    files.put("packs/quick.en.json", &quick);
    let page = Page::open_with(&[("pack", "quick")], &files, super::page::Place::Document).await;
    page.press("Start").await;
    page.answer(&[2; 6]).await;
    page.press(&text("en", Key::ResultFull)).await;
    assert_eq!(page.heading(), question("q7", "en"));
    assert!(page.says(&progress(1, 1)));
    page.choose(2).await;
    page.press("See result").await;
    assert!(page.says("Feedback on xray."));
    assert_eq!(page.heading(), "Lead of Aligned.");
}

#[wasm_bindgen_test]
async fn two_apps_keep_the_results_of_both() {
    let kept = Kept::by("tabs", local());
    let fields = [("storage", "local"), ("storageKey", "tabs")];
    let tabs = [Page::open(&fields).await, Page::open(&fields).await];
    for tab in &tabs {
        tab.press("Start").await;
        tab.answer(&[1; QUESTIONS]).await;
    }
    assert_eq!(kept.envelope("results")["data"].as_array().unwrap().len(), 2);
}
