//! The plan's pictures on a page: the map, the 90 days, one page.

use super::{
    page::{Place, all, element_in, options, painted, words},
    watch::{Exceptions, dispatch, document},
};
use js_sys::{Array, Function, Reflect};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::{cell::Cell, rc::Rc};
use strategy_first::{
    browser::{dom, storage::Store},
    embed::Widget,
    halves,
    plan::{date::Date, outline::joined},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// The builder with a plan in it, looked at in one way.
struct Drawn {
    root: HtmlElement,
    outer: Element,
    widget: Option<Widget>,
    _exceptions: Exceptions,
}

impl Drawn {
    async fn new(view: &str, plan: &Value) -> Drawn {
        let exceptions = Exceptions::watch();
        let key = dom::fresh_id();
        let store = Store::open("session", &key);
        store.put("plan/p", &json!({"plan": plan}));
        let kept = json!({"id": "p", "title": "t", "archived": "", "updated": ""});
        store.put(
            "desk",
            &json!({"plans": [kept], "open": "p", "view": view, "outline": "sostac", "section": "basics"}),
        );
        let (outer, root) = element_in(Place::Document);
        let fields = [("storage", "session"), ("storageKey", &*key), ("lang", "en")];
        let texts: Array = files().iter().map(JsValue::from).collect();
        let load = Function::new_with_args("texts", "return () => Promise.resolve(texts)");
        let load: Function = load.call1(&JsValue::NULL, &texts).unwrap().unchecked_into();
        let asked = options(&fields, &load);
        // The parts of the program are all there in a build that was not cut.
        Reflect::set(&asked, &"part".into(), &Function::new_no_args("return Promise.resolve()")).unwrap();
        let mounted = Rc::new(Cell::new(None));
        let then = mounted.clone();
        halves::plan(root.clone(), &asked, Box::new(move |widget| then.set(widget)));
        painted().await;
        Drawn { root, outer, widget: Some(mounted.take().unwrap()), _exceptions: exceptions }
    }

    fn one(&self, selector: &str) -> HtmlElement {
        let found = all(&self.root, selector);
        assert!(!found.is_empty(), "{selector} in {}", self.root.inner_html());
        found.into_iter().next().unwrap()
    }

    /// The thing on the map whose name this is.
    fn thing(&self, name: &str) -> HtmlElement {
        let things = all(&self.root, ".sf-thing");
        things.into_iter().find(|thing| words(thing).starts_with(name)).unwrap()
    }

    fn lit(&self) -> Vec<String> {
        all(&self.root, ".sf-thing[data-lit] .sf-thing-name").iter().map(words).collect()
    }

    async fn key(&self, on: &HtmlElement, key: &str) {
        let make =
            Function::new_with_args("on, key", "on.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}))");
        make.call2(&JsValue::NULL, on, &key.into()).unwrap();
        painted().await;
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        if let Some(widget) = self.widget.take() {
            widget.dispose();
        }
        self.outer.remove();
    }
}

/// The texts of the files that the builder asks for, in order.
pub fn files() -> [String; 3] {
    let parsed = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let keys: BTreeMap<String, Value> = serde_json::from_str(include_str!("../../locales/plan/en.json")).unwrap();
    let locale: Value = keys.into_values().collect();
    let outlines = joined(
        &parsed(include_str!("../../content/outlines.json")),
        &parsed(include_str!("../../content/en/outlines.json")),
    );
    [locale.to_string(), include_str!("../../content/en/plan.json").to_owned(), outlines.to_string()]
}

fn day(after_today: i32) -> String {
    dom::today().parse::<Date>().unwrap().plus(after_today).to_string()
}

fn plan() -> Value {
    json!({
        "format": "strategy-first/plan", "version": 1, "id": "p", "title": "Spring",
        "basics": {"who": "Two people", "what": "Mend things", "for_whom": "Cafés"},
        "business_goals": [{"id": "g", "text": "Goal"}],
        "objectives": [{"id": "o", "text": "Objective", "business_goal_id": "g", "metric": "calls", "baseline": 1, "target": 2,
            "due": day(20)}, {"id": "o2", "text": "Other", "business_goal_id": "g"}],
        "strategies": [{"id": "s", "text": "Strategy", "objective_ids": ["o"]}],
        "tactics": [{"id": "t", "text": "Tactic", "strategy_ids": ["s"]}, {"id": "t2", "text": "Loose one"}],
        "actions": [{"id": "a", "text": "Action", "tactic_id": "t", "owner": "Ana", "start": day(7), "end": day(9)},
            {"id": "b", "text": "Undated"}],
        "reviews": [{"id": "r", "date": day(30)}],
    })
}

#[wasm_bindgen_test]
async fn a_thing_in_focus_lights_its_whole_thread() {
    let drawn = Drawn::new("map", &plan()).await;
    assert_eq!(all(&drawn.root, ".sf-thing").len(), 8);
    assert_eq!(drawn.lit(), [""; 0]);
    dispatch(&drawn.thing("Strategy"), "focus");
    assert_eq!(drawn.lit(), ["Goal", "Objective", "Strategy", "Tactic", "Action"]);
    assert_eq!(all(&drawn.root, ".sf-map-links path[data-lit]").len(), 4);
    assert!(words(&drawn.thing("Loose one")).contains("loose"));
    drawn.thing("Tactic").click();
    painted().await;
    assert!(drawn.root.query_selector(".sf-map").unwrap().is_none(), "it goes to the thing");
}

#[wasm_bindgen_test]
async fn the_map_shows_one_objective_alone_or_what_hangs_loose() {
    let drawn = Drawn::new("map", &plan()).await;
    let check = async |value: &str, expected: &[&str]| {
        let select = drawn.one(".sf-order select");
        Reflect::set(&select, &"value".into(), &value.into()).unwrap();
        dispatch(&select, "change");
        painted().await;
        let names: Vec<String> = all(&drawn.root, ".sf-thing .sf-thing-name").iter().map(words).collect();
        assert_eq!(names, expected, "{value}");
        let told = all(&drawn.root, ".sf-tree-thing").len();
        assert_eq!(told, expected.len(), "the tree says the same");
    };
    check("=o2", &["Goal", "Other"]).await;
    check("loose", &["Other", "Loose one", "Undated"]).await;
}

#[wasm_bindgen_test]
async fn an_action_is_moved_by_keys_and_keeps_the_focus() {
    let drawn = Drawn::new("weeks", &plan()).await;
    let bar = || drawn.one(".sf-weeks-row:has(.sf-weeks-moves) .sf-weeks-thing");
    let before = words(&bar());
    drawn.key(&bar(), "ArrowRight").await;
    assert_ne!(words(&bar()), before);
    assert!(words(&drawn.one("[role=status]")).contains("Action"));
    assert_eq!(document().active_element(), Some(bar().into()));
    drawn.key(&bar(), "ArrowLeft").await;
    assert_eq!(words(&bar()), before);
    drawn.key(&bar(), "Enter").await;
    assert_eq!(words(&bar()), before, "other keys are the browser's");
}

#[wasm_bindgen_test]
async fn an_action_is_moved_by_dragging_its_bar() {
    let drawn = Drawn::new("weeks", &plan()).await;
    let bar = || drawn.one(".sf-weeks-row:has(.sf-weeks-moves) .sf-weeks-thing");
    let before = words(&bar());
    let send =
        Function::new_with_args("on, name, x", "on.dispatchEvent(new PointerEvent(name, {clientX: x, button: 0}))");
    let send = |name: &str, x: i32| send.call3(&JsValue::NULL, &bar(), &name.into(), &x.into()).unwrap();
    send("pointerdown", 100);
    send("pointermove", 300);
    send("pointercancel", 300);
    painted().await;
    assert_eq!(words(&bar()), before, "called off");
    send("pointerdown", 100);
    send("pointermove", 102);
    send("pointerup", 102);
    painted().await;
    assert_eq!(words(&bar()), before, "a press that trembled");
    send("pointerdown", 100);
    send("pointerup", 130);
    painted().await;
    assert_ne!(words(&bar()), before);
}

#[wasm_bindgen_test]
async fn the_page_for_the_boss_says_what_there_is_and_no_more() {
    let drawn = Drawn::new("one-page", &plan()).await;
    let says = |text: &str| words(&drawn.root).contains(text);
    for text in ["Spring", "Two people", "From 1 to 2 calls by", "Loose one", "Ana", "Next review"] {
        assert!(says(text), "{text}");
    }
    assert!(!says("Undated"), "it has no dates, so it is none of the next 90 days");
    assert!(all(&drawn.root, ".sf-sheet-lacks").is_empty());
    let empty = Drawn::new("one-page", &json!({"format": "strategy-first/plan", "version": 1, "id": "p"})).await;
    assert_eq!(all(&empty.root, ".sf-sheet-lacks").len(), 1);
    assert!(all(&empty.root, ".sf-sheet-part").is_empty());
}
