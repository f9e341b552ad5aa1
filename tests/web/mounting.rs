//! Opening the app, mounting it into somebody's page, and taking it away.

use super::{
    areas::{Kept, local},
    files::{Files, PACK_VERSION, QUESTIONS, progress, question, text},
    page::{Page, Place, all, element_in, followed, options, settled, words},
    watch::Exceptions,
};
use js_sys::{Array, Reflect};
use serde_json::json;
use std::{cell::RefCell, collections::BTreeSet, rc::Rc};
use strategy_first::{embed::Opening, words::Key};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn an_opening_names_the_files_of_its_first_screen() {
    let check = |fields: &[(&str, &str)], expected: &[&str]| {
        let fields = [&[("storage", "none")], fields].concat();
        assert_eq!(Opening::new(options(&fields, &JsValue::NULL)).paths(), expected, "{fields:?}");
    };
    check(&[], &["locales/en.json", "packs/full.en.json"]);
    check(&[("lang", "fr-CA"), ("pack", "")], &["locales/fr.json", "packs/full.fr.json"]);
    check(&[("lang", "xx"), ("pack", "quick")], &["locales/en.json", "packs/quick.en.json"]);
    check(
        &[("pack", "https://x.example/p.json")],
        &["locales/en.json", "https://x.example/p.json", "packs/full.en.json"],
    );
    check(&[("view", "drill"), ("lang", "fr")], &["locales/fr.json", "drills/strategy-or-tactic.fr.json"]);
    check(&[("fragment", "#result=quick&a=q1~a&n=1")], &["locales/en.json", "packs/quick.en.json"]);
    check(&[("fragment", "#elsewhere")], &["locales/en.json", "packs/full.en.json"]);
}

#[wasm_bindgen_test]
async fn mounting_shows_the_start_in_place_of_what_stood_there() {
    let page = Page::open(&[]).await;
    assert_eq!(page.heading(), text("en", Key::StartTitle));
    assert!(page.buttons().contains(&"Start".to_owned()));
    assert!(page.says("Intro of full in en."));
    assert!(!page.says("Loading"));
    assert_eq!(page.status(), "");
    let version = env!("CARGO_PKG_VERSION");
    let ready = ("sf-ready".to_owned(), json!({"version": version, "view": "all", "lang": "en"}));
    assert_eq!(page.events.take(), [("sf-storage".to_owned(), json!({"tier": "memory"})), ready]);
}

#[wasm_bindgen_test]
async fn the_focus_stays_with_the_page_until_a_step_is_taken() {
    let page = Page::open(&[]).await;
    assert!(!page.root.contains(page.focused().as_deref()));
    page.press("Start").await;
    assert!(page.root.contains(page.focused().as_deref()));
}

#[wasm_bindgen_test]
async fn language_and_heading_level_are_the_pages_own() {
    let page = Page::open(&[("lang", "fr"), ("headingLevel", "4")]).await;
    let app = page.one(".sf");
    assert_eq!(app.get_attribute("lang").as_deref(), Some("fr"));
    assert_eq!(page.one("h2").get_attribute("aria-level").as_deref(), Some("4"));
    let below =
        page.all("h3").iter().map(|heading| heading.get_attribute("aria-level").unwrap()).collect::<BTreeSet<_>>();
    assert_eq!(below.into_iter().collect::<Vec<_>>(), ["5"]);
}

#[wasm_bindgen_test]
fn without_its_words_nothing_is_mounted() {
    let _exceptions = Exceptions::watch();
    let files = Files::whole();
    let pack = files.texts(&["packs/full.en.json".to_owned()]).get(0);
    let texts = |words: &str| Array::of2(&words.into(), &pack).into();
    let cases: [(&str, JsValue); 7] = [
        ("null for the words", Array::of2(&JsValue::NULL, &pack).into()),
        ("an empty list", Array::new().into()),
        ("words of another build", texts(r#"["only", "two"]"#)),
        ("words of another shape", texts(r#"{"app.name": "x"}"#)),
        ("no JSON", texts("<!doctype html>")),
        ("no list", JsValue::NULL),
        ("nothing", JsValue::UNDEFINED),
    ];
    for (what, texts) in cases {
        let (outer, root) = element_in(Place::Document);
        let opening = Opening::new(options(&[("storage", "none")], &files.load()));
        let error = opening.mount(root.clone(), &texts).err().unwrap_or_else(|| panic!("{what}: mounted"));
        assert!(error.is_instance_of::<js_sys::Error>(), "{what}: {error:?}");
        assert_eq!(root.inner_html(), "Loading", "{what}");
        outer.remove();
    }
}

#[wasm_bindgen_test]
async fn disposing_takes_all_of_it_away() {
    let kept = Kept::by("disposing", local());
    let mut page = Page::open(&[("storage", "local"), ("storageKey", "disposing")]).await;
    page.press("Start").await;
    page.choose(0).await;
    let mut handles = page.all("button, input, select, form, summary");
    handles.push(page.root.clone());
    page.events.take();
    let before = kept.text("session");
    page.dispose();
    assert_eq!(page.root.child_element_count(), 0, "{}", page.root.inner_html());
    assert_eq!(words(&page.root), "");
    settled().await;
    for handle in handles {
        handle.click();
        super::watch::dispatch(&handle, "change");
        super::watch::dispatch(&handle, "submit");
    }
    settled().await;
    assert_eq!(page.root.child_element_count(), 0);
    assert!(page.events.take().is_empty());
    assert_eq!(kept.text("session"), before);
}

#[wasm_bindgen_test]
async fn disposing_one_leaves_the_other() {
    let mut one = Page::open(&[]).await;
    let other = Page::open(&[]).await;
    one.press("Start").await;
    other.press("Start").await;
    one.dispose();
    other.answer(&[0]).await;
    assert_eq!(other.events.names().last().map(String::as_str), Some("sf-step"));
    assert!(other.says(&progress(2, QUESTIONS)));
}

#[wasm_bindgen_test]
async fn a_file_that_comes_after_the_end_changes_nothing() {
    let mut page = Page::open(&[]).await;
    page.files.be_slow();
    page.choose(1).await;
    page.press("Start").await;
    page.events.take();
    page.dispose();
    page.files.deliver(&[0]);
    settled().await;
    assert_eq!(page.root.child_element_count(), 0);
    assert_eq!(page.events.names(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_root_can_be_used_again() {
    let mut page = Page::open(&[]).await;
    page.press("Start").await;
    page.dispose();
    let opening = Opening::new(options(&[("storage", "none"), ("lang", "fr")], &page.files.load()));
    let texts = page.files.texts(&opening.paths());
    let widget = opening.mount(page.root.clone(), &texts).unwrap();
    assert_eq!(page.heading(), text("fr", Key::StartTitle));
    widget.dispose();
}

#[wasm_bindgen_test]
async fn a_forgotten_widget_keeps_working() {
    let mut page = Page::open(&[]).await;
    drop(page.take_widget());
    page.press("Start").await;
    page.answer(&[1]).await;
    assert!(page.says(&progress(2, QUESTIONS)));
}

#[wasm_bindgen_test]
async fn apps_on_one_page_share_nothing() {
    let files = Files::whole();
    let pages = [
        Page::open_with(&[], &files, Place::Document).await,
        Page::open_with(&[], &files, Place::Document).await,
        Page::open_with(&[("lang", "fr")], &files, Place::ShadowRoot).await,
    ];
    let [one, other, shadowed] = &pages;
    no_id_twice(&pages);
    for (page, start) in [(one, "Start"), (other, "Start"), (shadowed, &*text("fr", Key::StartStart))] {
        page.press(start).await;
    }
    no_id_twice(&pages);
    one.choose(0).await;
    other.choose(1).await;
    shadowed.choose(2).await;
    assert_eq!(pages.each_ref().map(Page::chosen), [Some(0), Some(1), Some(2)]);
    other.press("Next").await;
    assert!(one.says(&progress(1, QUESTIONS)));
    other.answer(&[0; QUESTIONS - 1]).await;
    no_id_twice(&pages);
    assert_eq!(pages.each_ref().map(Page::chosen), [Some(0), None, Some(2)]);
    assert_eq!(one.events.names(), ["sf-storage", "sf-ready", "sf-start", "sf-step"]);
}

/// Every id on the page stands there once, and what refers to one finds it in its own app.
fn no_id_twice(pages: &[Page]) {
    let mut ids = BTreeSet::new();
    for page in pages {
        let of_app: BTreeSet<String> = all(&page.root, "[id]").iter().map(|element| element.id()).collect();
        assert!(!of_app.is_empty());
        assert_eq!(of_app.len(), all(&page.root, "[id]").len(), "{of_app:?}");
        for name in ["for", "aria-describedby", "aria-labelledby"] {
            for element in all(&page.root, &format!("[{name}]")) {
                for id in element.get_attribute(name).unwrap().split_whitespace() {
                    assert!(of_app.contains(id), "{name}={id}");
                }
            }
        }
        for id in of_app {
            assert!(ids.insert(id.clone()), "{id} stands in two apps");
        }
    }
}

#[wasm_bindgen_test]
async fn events_leave_a_shadow_root() {
    let page = Page::open_with(&[], &Files::whole(), Place::ShadowRoot).await;
    page.events.take();
    page.press("Start").await;
    let start = ("sf-start".to_owned(), json!({"pack": "full", "packVersion": PACK_VERSION}));
    let step = ("sf-step".to_owned(), json!({"index": 1, "total": QUESTIONS}));
    assert_eq!(page.events.take(), [start, step]);
    assert_eq!(page.focused().unwrap().tag_name(), "H2");
}

#[wasm_bindgen_test]
async fn a_page_may_take_the_app_away_while_it_is_being_told_something() {
    for (event, press) in [("sf-start", "Start"), ("sf-reset", "Start over"), ("sf-complete", "See result")] {
        let mut page = Page::open(&[]).await;
        let widget = page.take_widget();
        let dispose = Closure::<dyn FnMut()>::once(move || widget.dispose());
        if event != "sf-start" {
            page.press("Start").await;
            page.answer(&[0; QUESTIONS - 1]).await;
            page.choose(0).await;
        }
        page.root.add_event_listener_with_callback(event, dispose.as_ref().unchecked_ref()).unwrap();
        page.press(press).await;
        assert_eq!(page.root.child_element_count(), 0, "{event}");
    }
}

#[wasm_bindgen_test]
async fn a_page_hears_the_title_of_every_screen() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let write = heard.clone();
    let titled = Closure::<dyn FnMut(String, String)>::new(move |title, lang| write.borrow_mut().push((title, lang)));
    let files = Files::whole();
    let asked = options(&[("storage", "none")], &files.load());
    Reflect::set(&asked, &"titled".into(), titled.as_ref()).unwrap();
    let (outer, root) = element_in(Place::Document);
    let opening = Opening::new(asked);
    let texts = files.texts(&opening.paths());
    let widget = opening.mount(root.clone(), &texts).unwrap();
    all(&root, "button").iter().find(|button| words(button) == "Start").unwrap().click();
    followed().await;
    let expected = [text("en", Key::StartTitle), question("q1", "en")].map(|title| (title, "en".to_owned()));
    assert_eq!(*heard.borrow(), expected);
    widget.dispose();
    outer.remove();
}
