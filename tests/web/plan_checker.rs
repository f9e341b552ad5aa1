//! The plan checker on a page: all it found, notes beside fields, mends, what is left and taken back.

use super::{
    files::Files,
    page::{Place, all, element_in, followed, options, painted, words},
    plan_views,
    watch::{Events, Exceptions, dispatch, document, window},
};
use js_sys::{Function, Promise, Reflect};
use serde_json::{Value, json};
use std::{cell::Cell, rc::Rc};
use strategy_first::{
    browser::{dom, storage::Store},
    embed::Widget,
    halves,
    keep::journal::Journal,
    plan::checker::{
        rules::RULES,
        setup::{joined, parted},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// The builder with a plan in it and a checker to be had.
pub struct Bench {
    pub root: HtmlElement,
    pub events: Events,
    pub store: Store,
    pub name: String,
    outer: Element,
    widget: Option<Widget>,
    _exceptions: Exceptions,
}

impl Bench {
    pub async fn new(view: &str, section: &str) -> Bench {
        Bench::over(view, section, |_| {}).await
    }

    /// The same, with something done to what is kept before the builder sees it.
    pub async fn over(view: &str, section: &str, prepare: impl FnOnce(&str)) -> Bench {
        let exceptions = Exceptions::watch();
        let key = dom::fresh_id();
        let store = Store::open("session", &key);
        store.put("plan/p", &json!({"plan": plan()}));
        let kept = json!({"id": "p", "title": "t", "archived": "", "updated": ""});
        store
            .put("desk", &json!({"plans": [kept], "open": "p", "view": view, "outline": "sostac", "section": section}));
        prepare(&key);
        let (outer, root) = element_in(Place::Document);
        let asked = options(&[("storage", "session"), ("storageKey", &*key), ("lang", "en")], &files().load());
        Reflect::set(&asked, &"part".into(), &Function::new_no_args("return Promise.resolve()")).unwrap();
        let events = Events::from(&root);
        let mounted = Rc::new(Cell::new(None));
        let then = mounted.clone();
        halves::plan(root.clone(), &asked, Box::new(move |widget| then.set(widget)));
        painted().await;
        let widget = Some(mounted.take().unwrap());
        Bench { root, events, store, name: key, outer, widget, _exceptions: exceptions }
    }

    /// With all findings in view.
    async fn panel() -> Bench {
        let bench = Bench::new("check", "objectives").await;
        painted().await;
        bench
    }

    fn messages(&self) -> Vec<String> {
        all(&self.root, ".sf-checked > .sf-section .sf-found-text").iter().map(words).collect()
    }

    pub fn says(&self, text: &str) -> bool {
        words(&self.root).contains(text)
    }

    pub fn found(&self, selector: &str, text: &str) -> HtmlElement {
        let found = all(&self.root, selector).into_iter().find(|element| words(element).contains(text));
        found.unwrap_or_else(|| panic!("no {selector} with {text} in {:?}", words(&self.root)))
    }

    /// The row of the finding with this message.
    fn finding(&self, message: &str) -> HtmlElement {
        self.found("li.sf-finding", message)
    }

    pub async fn press(&self, within: &HtmlElement, name: &str) {
        let button = all(within, "button").into_iter().find(|button| words(button) == name);
        button.unwrap_or_else(|| panic!("no button {name} in {}", words(within))).click();
        painted().await;
    }

    fn focus_is_within(&self, selector: &str) -> bool {
        let focused = document().active_element().unwrap();
        focused.closest(selector).unwrap().is_some_and(|found| self.root.contains(Some(&found)))
    }

    /// The counts of the last event that had some.
    fn counts(&self) -> Value {
        let mut told = self.events.take().into_iter().filter(|(name, _)| name == "sf-plan-change");
        told.next_back().map(|(_, detail)| detail["findings"].clone()).unwrap_or_default()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        if let Some(widget) = self.widget.take() {
            widget.dispose();
        }
        self.outer.remove();
    }
}

fn files() -> Files {
    let parsed = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let files = Files::whole();
    for (name, text) in ["locale", "words", "outlines"].into_iter().zip(plan_views::files()) {
        files.put_text(&format!("plan/{name}.en.json"), &text);
    }
    let checker = joined(
        &parsed(include_str!("../../content/checker.json")),
        &parsed(include_str!("../../content/en/checker.json")),
    );
    let (texts, lists) = parted(&checker);
    files.put("plan/checker.en.json", &texts);
    files.put("plan/lists.en.json", &lists);
    files
}

/// With a target that goes the wrong way, an objective that nothing serves, and nothing in most sections.
fn plan() -> Value {
    json!({
        "format": "strategy-first/plan", "version": 1, "id": "p", "title": "Spring", "language": "en",
        "basics": {"who": "Two people", "what": "Mend things", "for_whom": "Cafés"},
        "business_goals": [{"id": "g", "text": "A second workshop by autumn"}],
        "objectives": [{"id": "o", "text": "More enquiries from cafés", "kind": "result", "business_goal_id": "g",
            "metric": "enquiries", "baseline": 35, "target": 20, "due": "2100-01-01"}],
    })
}

const WRONG_WAY: &str = "doesn’t move the way";
const UNSERVED: &str = "Nothing in the plan works towards";

pub async fn pause() {
    wait(600).await;
}

pub async fn wait(milliseconds: i32) {
    Promise::new(&mut |done, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).unwrap();
    })
    .await
    .unwrap();
}

#[wasm_bindgen_test]
async fn the_panel_lists_errors_first_and_sections_not_begun_apart() {
    let bench = Bench::panel().await;
    assert!(bench.says(&format!("Checked {} things: 2 to settle", RULES.len())));
    assert!(bench.messages()[0].contains(WRONG_WAY));
    let apart = bench.found(".sf-checked > .sf-section", "In parts you have not begun yet");
    assert!(words(&apart).contains("where you are now"));
    assert!(words(&apart).contains(UNSERVED), "what would serve it belongs to a later section");
    assert!(words(&bench.found(".sf-check", "")).starts_with("Check: 1 to settle"));
}

#[wasm_bindgen_test]
async fn a_mend_is_one_click_and_can_be_undone() {
    let bench = Bench::panel().await;
    bench.press(&bench.finding(WRONG_WAY), "Swap start and target").await;
    assert!(!bench.says(WRONG_WAY));
    assert!(bench.focus_is_within(".sf-checked"), "the next finding has the focus");
    assert!(words(&bench.found("[role=status]", "")).contains("Done"));
    assert_eq!(bench.counts()["error"], 1);
    bench.press(&bench.root, "Undo").await;
    assert!(bench.says(WRONG_WAY), "at once, for the map shows it at once");
}

#[wasm_bindgen_test]
async fn what_is_left_keeps_its_reason_and_can_be_taken_back() {
    let bench = Bench::panel().await;
    bench.press(&bench.finding(UNSERVED), "Leave it").await;
    let reason = bench.found("form input", "");
    assert!(bench.focus_is_within("form"));
    Reflect::set(&reason, &"value".into(), &"A test of ours".into()).unwrap();
    dispatch(&reason, "input");
    bench.press(&bench.finding(UNSERVED), "Leave it as it is").await;
    assert!(!bench.messages().iter().any(|message| message.contains(UNSERVED)));
    assert!(bench.focus_is_within(".sf-checked"));
    assert_eq!(bench.counts()["error"], 1);
    let left = bench.found(".sf-left", "Left as they are (1)");
    assert!(words(&left).contains("A test of ours") && words(&left).contains(UNSERVED));
    let kept = bench.store.read(|area| Journal::open(area, &bench.store.key("plan/p"), "now").unwrap().plan).unwrap();
    assert_eq!(kept.to_json()["dismissed"][0]["reason"], "A test of ours");
    bench.press(&left, "Take back").await;
    assert!(bench.messages().iter().any(|message| message.contains(UNSERVED)));
    assert!(all(&bench.root, ".sf-left").is_empty());
    assert!(bench.focus_is_within(".sf-checked"), "where nothing is left of a list, a word says so");
}

#[wasm_bindgen_test]
async fn a_finding_stands_beside_its_field_and_describes_it() {
    let bench = Bench::new("check", "objectives").await;
    painted().await;
    bench.press(&bench.finding(WRONG_WAY), "Go there").await;
    painted().await;
    let note = bench.found(".sf-found-notes", WRONG_WAY);
    let control = document().active_element().unwrap();
    let described = control.get_attribute("aria-describedby").unwrap();
    let id = note.first_element_child().unwrap().id();
    assert!(described.split(' ').any(|part| part == id), "{id} in {described}");
    assert!(words(&bench.found(".sf-row > summary", "More enquiries")).contains("To settle"));
    assert!(words(&bench.found(".sf-sections li", "Objectives")).contains("1 to settle"));
    bench.press(&note, "Swap start and target").await;
    assert!(!all(&bench.root, ".sf-found-notes").iter().any(|note| words(note).contains(WRONG_WAY)));
    assert_eq!(document().active_element(), Some(control), "back where the note stood");
}

#[wasm_bindgen_test]
async fn findings_follow_typing_once_it_pauses() {
    let bench = Bench::new("check", "objectives").await;
    painted().await;
    bench.press(&bench.finding(WRONG_WAY), "Go there").await;
    let target = document().active_element().unwrap();
    Reflect::set(&target, &"value".into(), &"50".into()).unwrap();
    dispatch(&target, "change");
    painted().await;
    assert!(bench.says(WRONG_WAY), "nothing changes under somebody's hands");
    pause().await;
    assert!(!bench.says(WRONG_WAY));
    assert_eq!(document().active_element(), Some(target));
    assert_eq!(bench.counts()["error"], 1);
}

#[wasm_bindgen_test]
async fn the_map_marks_what_the_panel_says() {
    let bench = Bench::panel().await;
    let panel = bench.messages().iter().filter(|message| message.contains(UNSERVED)).count();
    bench.press(&bench.root, "Map").await;
    painted().await;
    let marked = all(&bench.root, ".sf-thing:has(.sf-thing-mark) .sf-thing-name");
    assert_eq!(marked.iter().map(words).collect::<Vec<_>>(), ["More enquiries from cafés"; 1]);
    assert_eq!(panel, 1);
}

/// A plan too long to be checked in one go, which somebody goes on with in the meantime.
#[wasm_bindgen_test]
async fn what_is_changed_while_a_long_plan_is_checked_is_checked_as_it_is_by_then() {
    let bench = Bench::over("check", "objectives", |key| {
        let tactic = |number: usize| json!({"id": format!("t{number}"), "text": format!("Tactic number {number}")});
        let mut plan = plan();
        plan["tactics"] = (0..3000).map(tactic).collect();
        Store::open("session", key).put("plan/p", &json!({"plan": plan}));
    })
    .await;
    assert!(!bench.says("Checked "), "it is under way");
    let section = bench.found(".sf-sections a, .sf-sections button", "Objectives");
    section.click();
    followed().await;
    bench.found("button", "Add an objective").click();
    assert!(all(&bench.root, ".sf-found-here").is_empty(), "it is under way still");
    for _ in 0..100 {
        followed().await;
    }
    let here = bench.found(".sf-found-here", "More enquiries from cafés");
    assert!(words(&here).contains("An objective without words"), "{}", words(&here));
    assert!(words(&here).contains(WRONG_WAY));
}
