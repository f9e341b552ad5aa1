//! Saving and opening files in the check, and the reminder of a copy in the builder.

use super::{
    files::{pack, saving_list, text},
    page::{Page, Place, all, element_in, followed, options, settled, words},
    plan_views::files as builder_files,
    watch::{Exceptions, dispatch},
};
use js_sys::{Array, Function, Reflect};
use serde_json::{Value, json};
use std::{cell::Cell, rc::Rc};
use strategy_first::{
    browser::{dom, storage::Store},
    embed::Widget,
    halves,
    words::{FilesKey, Key, Keyed, PlanKey, Words},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// The text for `key` of saving and opening files.
fn said(lang: &str, key: FilesKey) -> String {
    Words::read(lang, &saving_list(lang), FilesKey::COUNT).unwrap().get(key).to_owned()
}

fn result(id: &str) -> Value {
    let answers: Value = (1..=7).map(|number| (format!("q{number}"), json!(format!("q{number}-zulu")))).collect();
    json!({
        "format": "strategy-first/result", "version": 1, "id": id, "pack": "full", "taken_at": "2026-11-01",
        "answers": answers,
    })
}

/// Pastes the text of a file, and looks into it.
async fn paste(page: &Page, file: &Value) {
    page.press(&text("en", Key::AppOpen)).await;
    let field = page.one(".sf-files textarea");
    Reflect::set(&field, &"value".into(), &file.to_string().into()).unwrap();
    dispatch(&field, "input");
    page.press(&said("en", FilesKey::OpenLook)).await;
}

#[wasm_bindgen_test]
async fn where_nothing_is_kept_a_result_comes_in_and_a_plan_does_not() {
    let page = Page::open(&[]).await;
    let file = json!({
        "format": "strategy-first/backup", "version": 1, "results": [result("r1")],
        "plans": [{"format": "strategy-first/plan", "version": 1, "id": "p", "title": "Spring"}],
    });
    paste(&page, &file).await;
    assert!(page.says(&said("en", FilesKey::PreviewCut)));
    assert!(!page.says("Spring"));
    page.press(&said("en", FilesKey::ChooseBring)).await;
    assert_eq!(page.status(), "1 result has come in.");
    page.press(&text("en", Key::AppHistory)).await;
    assert_eq!(page.all("ol li").len(), 1);
    page.press(&said("en", FilesKey::DoneUndoFull)).await;
    assert_eq!(page.all("ol li").len(), 0);
    assert!(page.all(".sf-files").is_empty());
}

#[wasm_bindgen_test]
async fn a_result_is_saved_as_a_file_of_its_own() {
    let page = Page::open(&[]).await;
    paste(&page, &result("r1")).await;
    page.press(&said("en", FilesKey::ChooseBring)).await;
    page.press(&text("en", Key::AppHistory)).await;
    page.one("ol li button.sf-link").click();
    followed().await;
    page.events.take();
    page.press(&text("en", Key::ResultSave)).await;
    assert_eq!(page.events.take(), [("sf-export".to_owned(), json!({"format": "json"}))]);
    page.press(&said("en", FilesKey::SaveAsText)).await;
    let saved: Value = serde_json::from_str(&words(&page.one(".sf-files textarea"))).unwrap();
    assert_eq!(saved, result("r1"));
}

#[wasm_bindgen_test]
async fn what_is_shown_of_a_file_follows_the_language() {
    let page = Page::open(&[]).await;
    page.files.put("packs/full.fr.json", &pack("full", "fr"));
    page.press(&text("en", Key::AppOpen)).await;
    assert!(page.says(&said("en", FilesKey::OpenLead)));
    page.pick_language("fr").await;
    settled().await;
    assert!(page.says(&said("fr", FilesKey::OpenLead)));
}

/// The builder, with `copies` kept of when everything was last saved.
struct Builder {
    root: HtmlElement,
    outer: Element,
    widget: Option<Widget>,
    key: String,
    _exceptions: Exceptions,
}

impl Builder {
    async fn open(copies: Value) -> Builder {
        let exceptions = Exceptions::watch();
        let key = dom::fresh_id();
        Store::open("session", &key).put("copies", &copies);
        let (outer, root) = element_in(Place::Document);
        let texts: Array = builder_files().iter().map(JsValue::from).collect();
        let load = Function::new_with_args("texts", "return () => Promise.resolve(texts)");
        let load: Function = load.call1(&JsValue::NULL, &texts).unwrap().unchecked_into();
        let asked = options(&[("storage", "session"), ("storageKey", &*key), ("lang", "en")], &load);
        let mounted = Rc::new(Cell::new(None));
        let then = mounted.clone();
        halves::plan(root.clone(), &asked, Box::new(move |widget| then.set(widget)));
        settled().await;
        Builder { root, outer, widget: Some(mounted.take().unwrap()), key, _exceptions: exceptions }
    }

    fn says(&self, key: PlanKey) -> bool {
        let keys: Value = serde_json::from_str(&builder_files()[0]).unwrap();
        let wanted = Words::read("en", &keys, PlanKey::COUNT).unwrap().get(key).to_owned();
        self.root.text_content().unwrap().contains(&wanted)
    }

    async fn press(&self, name: &str) {
        let button = all(&self.root, "button").into_iter().find(|button| words(button) == name).unwrap();
        button.click();
        settled().await;
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        if let Some(widget) = self.widget.take() {
            widget.dispose();
        }
        self.outer.remove();
    }
}

#[wasm_bindgen_test]
async fn the_builder_says_when_everything_was_last_saved_and_reminds_once_a_day_of_use() {
    let builder = Builder::open(Value::Null).await;
    assert!(builder.says(PlanKey::CopiesNone) && !builder.says(PlanKey::CopiesDue));
    drop(builder);
    let builder = Builder::open(json!({"saved": "2026-11-21", "days": 5, "last": "2026-11-27"})).await;
    assert!(builder.root.text_content().unwrap().contains("Last copy: 21 November 2026"));
    assert!(builder.says(PlanKey::CopiesDue));
    builder.press("Not now").await;
    assert!(!builder.says(PlanKey::CopiesDue));
    let kept = Store::open("session", &builder.key).get("copies");
    let strategy_first::browser::storage::Found::Data(kept) = kept else { panic!("nothing is kept") };
    assert_eq!(kept["dismissed"], "2026-11-27");
}
