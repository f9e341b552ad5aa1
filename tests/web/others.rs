//! The other screens: the page to read, the drill, the result's links and its print.

use super::{
    files::{Files, QUESTIONS, filled, text},
    page::{Page, Place, followed, settled, words},
    watch::{dispatch, window},
};
use js_sys::{Function, Object, Reflect};
use serde_json::json;
use strategy_first::words::Key;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

async fn result(fields: &[(&str, &str)]) -> Page {
    let page = Page::open(fields).await;
    page.press("Start").await;
    page.answer(&[0; QUESTIONS]).await;
    page
}

#[wasm_bindgen_test]
async fn only_known_elements_come_out_of_a_page_file() {
    let files = Files::whole();
    let tree = json!([
        "div.sf-page", {"onclick": "stolen=1", "style": "color:red", "id": "x", "data-label": "kept"},
        ["title", "A <i>title</i>"],
        ["h1", "One"], ["h2", "Two"],
        ["script", "stolen=1"], ["img", {"src": "x", "onerror": "stolen=1"}], ["a", {"href": "javascript:stolen=1"}, "away"],
        ["p.sf-text", "Words & <b>words</b>", ["strong", "loud"], 7, null, []],
        ["details", {"open": ""}, ["summary", "Fold"]],
    ]);
    files.put("pages/difference.en.json", &tree);
    let page = Page::open_with(&[], &files, Place::Document).await;
    page.press(&text("en", Key::AppDifference)).await;
    assert_eq!(page.heading(), "A <i>title</i>");
    assert_eq!(words(&page.one("p.sf-text")), "Words & <b>words</b>loud");
    assert!(page.all("script, img, a, i, b, [onclick], [style], [onerror], #x").is_empty());
    assert_eq!(page.all("[data-label=kept], details[open]").len(), 2);
    assert_eq!(page.all("h3").len(), 2);
}

#[wasm_bindgen_test]
async fn a_page_that_cannot_be_had_says_so_and_stays() {
    let page = Page::open(&[]).await;
    for (path, name) in
        [("pages/difference.en.json", Key::AppDifference), ("drills/strategy-or-tactic.en.json", Key::AppDrill)]
    {
        page.files.remove(path);
        page.events.take();
        page.press(&text("en", name)).await;
        let failed = json!({"code": "load", "message": text("en", Key::AppFailed)});
        assert_eq!(page.events.take(), [("sf-error".to_owned(), failed)]);
        assert_eq!(page.status(), text("en", Key::AppFailed));
        assert_eq!(page.heading(), text("en", Key::StartTitle));
    }
}

#[wasm_bindgen_test]
async fn whoever_waits_for_longer_than_a_moment_is_told() {
    let page = Page::open(&[]).await;
    page.files.be_slow();
    page.press(&text("en", Key::AppDifference)).await;
    assert_eq!(page.status(), "", "nothing flickers where it takes no time");
    let began = js_sys::Date::now();
    while page.status().is_empty() && js_sys::Date::now() - began < 5000.0 {
        settled().await;
    }
    assert_eq!(page.status(), text("en", Key::AppWait));
    page.files.deliver(&[0]);
    followed().await;
    assert_eq!((page.heading(), page.status()), ("Apart".to_owned(), String::new()));
}

#[wasm_bindgen_test]
async fn a_load_that_breaks_says_so_and_stays() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    let loads = [
        "() => Promise.reject(new Error('offline'))",
        "() => Promise.resolve()",
        "() => Promise.resolve(null)",
        "() => Promise.resolve([])",
        "() => Promise.resolve([{}])",
        "() => { throw new Error('no'); }",
    ];
    for load in loads {
        let load: JsValue = Function::new_no_args(&format!("return {load}")).call0(&JsValue::NULL).unwrap();
        let opening = strategy_first::embed::Opening::new(super::page::options(&[("storage", "none")], &load));
        let texts = page.files.texts(&opening.paths());
        let (outer, root) = super::page::element_in(Place::Document);
        let widget = opening.mount(root.clone(), &texts).unwrap();
        let buttons = super::page::all(&root, "button");
        let name = text("en", Key::AppDrill);
        buttons.iter().find(|button| words(button) == name).unwrap().click();
        settled().await;
        let status = &super::page::all(&root, "[role=status]")[0];
        assert_eq!(words(status), text("en", Key::AppFailed), "{load:?}");
        widget.dispose();
        outer.remove();
    }
}

#[wasm_bindgen_test]
async fn a_seed_gives_one_order_and_another_seed_another() {
    let mut orders = Vec::new();
    for seed in ["7", "7", "8"] {
        let page = Page::open(&[("view", "drill"), ("seed", seed)]).await;
        page.press("Start").await;
        let mut order = Vec::new();
        for _ in 0..6 {
            order.push(page.heading());
            page.press("A tactic").await;
            assert!(page.says("Because"));
            page.press(&text("en", Key::DrillNext)).await;
        }
        orders.push(order);
    }
    assert_eq!(orders[0], orders[1]);
    assert_ne!(orders[0], orders[2]);
}

#[wasm_bindgen_test]
async fn the_reason_takes_the_focus_and_the_score_comes_in_the_end() {
    let page = Page::open(&[("view", "drill"), ("seed", "1")]).await;
    page.press("Start").await;
    assert_eq!(page.focused().as_ref(), Some(&*page.one("h2")));
    for _ in 0..6 {
        page.press("A strategy").await;
        let focused = page.focused().unwrap().text_content().unwrap();
        assert_eq!(focused, filled(Key::DrillRight, &[("key", "A strategy")]));
        page.press(&text("en", Key::DrillNext)).await;
    }
    page.press("A control").await;
    assert!(page.says(&filled(Key::DrillWrong, &[("key", "An objective")])));
    page.press(&text("en", Key::DrillEnd)).await;
    assert_eq!(page.heading(), text("en", Key::DrillDone));
    assert!(page.says(&filled(Key::DrillScore, &[("n", "6"), ("total", "7")])));
    assert!(page.says(&filled(Key::DrillYouSaid, &[("key", "A control")])));
    assert_eq!(page.focused().as_ref(), Some(&*page.one("h2")));
}

#[wasm_bindgen_test]
async fn folded_parts_are_open_in_print() {
    let page = result(&[]).await;
    let folded = page.all("details:not([open])").len();
    assert!(folded > 0);
    dispatch(&window(), "beforeprint");
    assert_eq!(page.all("details:not([open])").len(), 0);
}

#[wasm_bindgen_test]
async fn printing_is_no_longer_heard_after_the_end() {
    let mut page = result(&[]).await;
    page.dispose();
    dispatch(&window(), "beforeprint");
}

#[wasm_bindgen_test]
async fn the_sites_own_link_stands_on_the_result() {
    let page = result(&[("ctaHref", "courses?x=1&y=2"), ("ctaLabel", "Our <b>course</b>")]).await;
    let link = page.one("a[href]");
    assert_eq!(words(&link), "Our <b>course</b>");
    assert!(link.get_attribute("href").unwrap().ends_with("/courses?x=1&y=2"));
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
    let without = result(&[("ctaHref", "java\nscript:alert(1)"), ("ctaLabel", "Our course")]).await;
    assert!(without.all("a").is_empty());
}

#[wasm_bindgen_test]
async fn the_link_to_a_result_holds_the_answers_and_opens_the_same_result() {
    let page = result(&[("shareBase", "https://x.example/check?lang=en")]).await;
    page.press(&text("en", Key::ResultLink)).await;
    let link = page.one("input[readonly]").get_attribute("value").unwrap();
    let (base, fragment) = link.split_once('#').unwrap();
    assert_eq!(base, "https://x.example/check?lang=en");
    let heading = page.heading();
    let opened = Page::open(&[("fragment", &format!("#{fragment}"))]).await;
    assert_eq!(opened.heading(), heading);
    assert!(opened.says(&text("en", Key::SharedTitle)));
}

#[wasm_bindgen_test]
async fn copying_says_how_it_went() {
    let page = result(&[("shareBase", "https://x.example/")]).await;
    page.press(&text("en", Key::ResultLink)).await;
    page.events.take();
    for (clipboard, said, told) in [
        ("{writeText: () => Promise.resolve()}", Key::ResultCopied, vec!["sf-export"]),
        ("{writeText: () => Promise.reject(new Error('no'))}", Key::ResultNotCopied, vec![]),
        ("undefined", Key::ResultNotCopied, vec![]),
    ] {
        let _clipboard = Clipboard::replaced_by(clipboard);
        page.press(&text("en", Key::ResultCopy)).await;
        assert_eq!(page.status(), text("en", said), "{clipboard}");
        assert_eq!(page.events.names(), told, "{clipboard}");
    }
}

/// The browser's clipboard, replaced until this is dropped.
struct Clipboard;

impl Clipboard {
    fn replaced_by(code: &str) -> Clipboard {
        let clipboard = Function::new_no_args(&format!("return ({code})")).call0(&JsValue::NULL).unwrap();
        let property = Object::new();
        Reflect::set(&property, &"value".into(), &clipboard).unwrap();
        Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
        Reflect::define_property(&window().navigator(), &"clipboard".into(), &property).unwrap();
        Clipboard
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        Reflect::delete_property(&window().navigator(), &"clipboard".into()).unwrap();
    }
}
