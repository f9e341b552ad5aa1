//! Packs that the page brings by their URL.

use super::{
    areas::{Kept, local},
    files::{Files, QUESTIONS, filled, pack, progress, question, text},
    page::{Page, Place},
    watch::window,
};
use js_sys::Reflect;
use serde_json::{Value, json};
use strategy_first::words::Key;
use wasm_bindgen_test::wasm_bindgen_test;

const URL: &str = "https://college.example/pack.json";

async fn open(pack: &Value) -> Page {
    let files = Files::whole();
    files.put(URL, pack);
    Page::open_with(&[("pack", URL)], &files, Place::Document).await
}

/// A pack of which the second question is asked only after one answer to the first.
fn branching() -> Value {
    let mut pack = pack("college", "en");
    pack["items"][1]["show_if"] = json!({"item": "q1", "is": ["q1-yankee", "q1-xray"]});
    pack
}

#[wasm_bindgen_test]
async fn a_pack_of_the_pages_own_is_the_only_one_offered() {
    let page = open(&branching()).await;
    assert_eq!(page.status(), "");
    assert!(page.says("Intro of college in en."));
    assert!(page.all("input[type=radio]").is_empty());
    page.events.take();
    page.press("Start").await;
    assert_eq!(page.events.take()[0].1["pack"], "college");
    page.pick_language("fr").await;
    assert_eq!(page.heading(), question("q1", "en"));
    assert_eq!(page.one("fieldset").get_attribute("lang").as_deref(), Some("en"));
}

#[wasm_bindgen_test]
async fn a_question_with_a_condition_is_asked_only_where_it_holds() {
    for (chosen, next, total) in [(0, "q3", QUESTIONS - 1), (1, "q2", QUESTIONS), (2, "q2", QUESTIONS)] {
        let page = open(&branching()).await;
        page.press("Start").await;
        page.events.take();
        page.answer(&[chosen]).await;
        assert_eq!(page.heading(), question(next, "en"));
        assert!(page.says(&progress(2, total)));
        assert_eq!(page.events.take(), [("sf-step".to_owned(), json!({"index": 2, "total": total}))]);
    }
}

#[wasm_bindgen_test]
async fn an_answer_to_a_question_no_longer_asked_does_not_count() {
    let page = open(&branching()).await;
    page.press("Start").await;
    page.answer(&[2, 2]).await;
    page.press("Back").await;
    page.press("Back").await;
    page.answer(&[0]).await;
    assert_eq!(page.heading(), question("q3", "en"));
    page.answer(&[2; QUESTIONS - 2]).await;
    let (name, detail) = page.events.take().pop().unwrap();
    assert_eq!((name.as_str(), &detail["strategy"]), ("sf-complete", &Value::Null), "two answers are too few");
    assert!(!page.says(&question("q2", "en")));
}

#[wasm_bindgen_test]
async fn a_kept_check_on_a_pack_of_the_pages_own_goes_on() {
    let _kept = Kept::by("brought", local());
    let files = Files::whole();
    files.put(URL, &branching());
    let fields = [("storage", "local"), ("storageKey", "brought"), ("pack", URL)];
    let page = Page::open_with(&fields, &files, Place::Document).await;
    page.press("Start").await;
    page.answer(&[2, 1]).await;
    let page = page.reopen(&fields).await;
    assert_eq!(page.heading(), question("q3", "en"));
}

#[wasm_bindgen_test]
async fn a_faulty_pack_is_refused_with_its_place_and_our_own_take_over() {
    let broken = |change: fn(&mut Value)| {
        let mut pack = branching();
        change(&mut pack);
        pack
    };
    let cases: [(Value, &str); 8] = [
        (broken(|pack| pack["items"][2]["options"][1]["score"] = json!(4)), "items[2].options[1].score"),
        (broken(|pack| pack["items"][1]["show_if"]["item"] = json!("q9")), "items[1].show_if.item"),
        (broken(|pack| pack["name"] = json!("")), "name"),
        (broken(|pack| pack["readings"]["busy"] = json!(null)), "readings.busy"),
        (broken(|pack| pack["id"] = json!("quick")), "id"),
        (broken(|pack| pack["format"] = json!("strategy-first/plan")), URL),
        (broken(|pack| pack["version"] = json!(2)), URL),
        (json!([1, 2]), URL),
    ];
    for (pack, place) in cases {
        let page = open(&pack).await;
        assert_eq!(page.status(), filled(Key::AppPackFaulty, &[("place", place)]));
        falls_back(&page).await;
    }
}

#[wasm_bindgen_test]
async fn a_pack_that_cannot_be_had_is_no_obstacle() {
    for text_there in [None, Some("<!doctype html>"), Some(""), Some("{\"format\":")] {
        let files = Files::whole();
        if let Some(there) = text_there {
            files.put_text(URL, there);
        }
        let page = Page::open_with(&[("pack", URL)], &files, Place::Document).await;
        assert_eq!(page.status(), filled(Key::AppPackFaulty, &[("place", URL)]), "{text_there:?}");
        falls_back(&page).await;
    }
}

async fn falls_back(page: &Page) {
    assert_eq!(page.all("input[type=radio]").len(), 2, "full and quick");
    page.events.take();
    page.press("Start").await;
    assert_eq!(page.events.take()[0].1["pack"], "full");
}

#[wasm_bindgen_test]
async fn without_any_pack_the_start_still_stands() {
    let files = Files::whole();
    for id in ["full", "quick"] {
        files.remove(&format!("packs/{id}.en.json"));
    }
    let page = Page::open_with(&[], &files, Place::Document).await;
    assert_eq!(page.heading(), text("en", Key::StartTitle));
    page.press("Start").await;
    assert_eq!(page.status(), text("en", Key::AppFailed));
    files.put("packs/full.en.json", &pack("full", "en"));
    page.press("Start").await;
    assert_eq!(page.heading(), question("q1", "en"));
}

#[wasm_bindgen_test]
async fn no_text_of_a_pack_becomes_markup() {
    let evil = "<img src=x onerror=stolen=1><script>stolen=1</script>{n}&amp;";
    let mut pack = branching();
    pack["intro"] = json!(evil);
    pack["about"] = json!(evil);
    pack["items"][0]["text"] = json!(evil);
    pack["items"][0]["hint"] = json!(evil);
    pack["items"][0]["options"][0]["text"] = json!("<b onclick=stolen=1>bold</b>");
    pack["items"][0]["options"][0]["feedback"] = json!(evil);
    pack["flags"][0]["text"] = json!(evil);
    let page = open(&pack).await;
    assert!(page.says(evil));
    page.press("Start").await;
    assert_eq!(page.heading(), evil);
    assert!(page.says("<b onclick=stolen=1>bold</b>"));
    page.answer(&[0; QUESTIONS - 1]).await;
    assert!(page.says(evil));
    assert!(page.all("img, script, b, [onerror], [onclick]").is_empty());
    assert!(Reflect::get(&window(), &"stolen".into()).unwrap().is_undefined());
}
