//! What the builder keeps of a plan, what it says of it, and what it does about other tabs.

use super::{
    areas::{Full, session},
    page::{all, painted, words},
    plan_checker::{Bench, pause, wait},
    watch::{dispatch, document, window},
};
use js_sys::Reflect;
use serde_json::Value;
use strategy_first::{
    browser::{
        dom,
        storage::{Store, Tier, Why},
    },
    keep::{
        journal::{self, Journal, Opened},
        slots::Put,
    },
    plan::{edit::Edit, field::Content, plan::Plan},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, HtmlInputElement};

const NOW: &str = "2026-11-22T10:00:00Z";

/// Another tab with the same plan open.
struct Other {
    store: Store,
    plan: Plan,
    journal: Journal,
}

impl Other {
    fn of(bench: &Bench) -> Other {
        let store = Store::open("session", &bench.name);
        let opened = store.read(|area| Journal::open(area, &store.key("plan/p"), NOW).unwrap()).unwrap();
        let Opened { plan, journal, .. } = opened;
        Other { store, plan, journal }
    }

    fn writes(&mut self, field: &str, text: &str) {
        let edit = Edit::set(field, Content::Text(text.to_owned()));
        self.plan.apply(edit.clone()).unwrap();
        self.journal.note(edit);
        let put = self.store.write(|area| self.journal.save(area, &self.plan, NOW));
        assert!(matches!(put, Put::Kept(_)), "{put:?}");
    }
}

/// What the browser tells the other tabs.
async fn told() {
    window().dispatch_event(&Event::new("storage").unwrap()).unwrap();
    painted().await;
}

fn kept(bench: &Bench, id: &str) -> Option<Value> {
    let open = |key: String| bench.store.read(|area| Journal::open(area, &key, NOW).ok());
    open(bench.store.key(&format!("plan/{id}"))).flatten().map(|opened| opened.plan.to_json())
}

/// The field of the cover with this label.
fn field(bench: &Bench, label: &str) -> HtmlInputElement {
    let label = bench.found("label", label).get_attribute("for").unwrap();
    let field = document().get_element_by_id(&label).unwrap();
    wasm_bindgen::JsCast::unchecked_into(field)
}

fn type_into(bench: &Bench, label: &str, text: &str) {
    let field = field(bench, label);
    Reflect::set(&field, &"value".into(), &text.into()).unwrap();
    let field: HtmlElement = wasm_bindgen::JsCast::unchecked_into(field);
    dispatch(&field, "input");
}

fn milliseconds_now() -> f64 {
    js_sys::Date::now()
}

const WHO: &str = "Who we are";

async fn basics() -> Bench {
    Bench::new("guided", "basics").await
}

#[wasm_bindgen_test]
async fn a_change_is_kept_within_half_a_second_and_said_to_be() {
    let bench = basics().await;
    assert!(all(&bench.root, ".sf-saved").is_empty(), "nothing was changed yet");
    type_into(&bench, WHO, "Three people");
    painted().await;
    assert!(bench.says("Saving…"));
    pause().await;
    assert!(bench.says("Saved") && !bench.says("Saving…"));
    assert_eq!(kept(&bench, "p").unwrap()["basics"]["who"], "Three people");
}

/// What a page that ends at some moment leaves is what is kept at that moment.
#[wasm_bindgen_test]
async fn at_a_hundred_moments_no_more_is_lost_than_was_typed_just_now() {
    let bench = basics().await;
    let (mut typed, mut moments) = (String::new(), Vec::new());
    let mut late = 0.0_f64;
    for _ in 0..100 {
        typed.push('x');
        moments.push(milliseconds_now());
        type_into(&bench, WHO, &typed);
        wait(i32::try_from(dom::chance() % 60).unwrap()).await;
        let kept = kept(&bench, "p").unwrap()["basics"]["who"].as_str().unwrap().to_owned();
        // Before the first letter is kept, the field holds what stood there.
        let length = if kept.starts_with('x') { kept.len() } else { 0 };
        if let Some(lost) = moments.get(length) {
            late = late.max(milliseconds_now() - lost);
        }
    }
    // Half a second, and as much again for a busy machine.
    assert!(late < 1000.0, "{late} ms");
    assert!(typed.len() == 100 && late > 0.0);
}

#[wasm_bindgen_test]
async fn what_another_tab_changes_is_seen() {
    let bench = basics().await;
    let mut other = Other::of(&bench);
    other.writes("basics.who", "Four people");
    told().await;
    let field: HtmlInputElement = field(&bench, WHO);
    assert_eq!(Reflect::get(&field, &"value".into()).unwrap(), "Four people");
    // And this one goes on from there.
    type_into(&bench, WHO, "Five people");
    pause().await;
    assert_eq!(kept(&bench, "p").unwrap()["basics"]["who"], "Five people");
    assert!(all(&bench.root, ".sf-notice").is_empty());
}

#[wasm_bindgen_test]
async fn two_tabs_that_change_the_same_plan_keep_both() {
    let bench = basics().await;
    let mut other = Other::of(&bench);
    type_into(&bench, WHO, "From here");
    other.writes("basics.what", "From there");
    told().await;
    let notice = bench.found(".sf-notice", "Another tab changed this plan");
    assert_eq!(notice.get_attribute("role").as_deref(), Some("alert"));
    assert_eq!(kept(&bench, "p").unwrap()["basics"]["what"], "From there");
    let Some(desk) = found(&bench, "desk") else { panic!("no desk") };
    let copy = desk["open"].as_str().unwrap();
    assert_ne!(copy, "p");
    let copy = kept(&bench, copy).unwrap();
    assert_eq!(
        (&copy["basics"]["who"], &copy["title"]),
        (&"From here".into(), &"Spring (changes from another tab)".into())
    );
    assert_eq!(desk["plans"].as_array().unwrap().len(), 2);
    bench.press(&notice, "Go on with the other one").await;
    assert!(all(&bench.root, ".sf-notice").is_empty());
    assert!(words(&bench.found(".sf-which-name", "Spring")) == "Spring");
}

fn found(bench: &Bench, name: &str) -> Option<Value> {
    use strategy_first::browser::storage::Found;
    match bench.store.get(name) {
        Found::Data(data) => Some(data),
        _ => None,
    }
}

#[wasm_bindgen_test]
async fn where_the_room_ends_it_says_so_at_once_and_goes_on() {
    let bench = basics().await;
    type_into(&bench, WHO, "Kept");
    pause().await;
    let full = Full::fill(session());
    type_into(&bench, WHO, "Not kept");
    pause().await;
    bench.found(".sf-notice", "This browser has no room left");
    assert!(bench.says("Not saved"));
    assert_eq!(kept(&bench, "p").unwrap()["basics"]["who"], "Kept", "what was kept before is whole");
    drop(full);
    type_into(&bench, "What we do", "Mend more things");
    pause().await;
    let basics = &kept(&bench, "p").unwrap()["basics"];
    assert_eq!((&basics["who"], &basics["what"]), (&"Not kept".into(), &"Mend more things".into()));
    assert!(all(&bench.root, ".sf-notice").is_empty() && bench.says("Saved"));
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_said_and_the_last_good_copy_is_open() {
    let damage = |name: &str| {
        let store = Store::open("session", name);
        let key = store.key("plan/p");
        let mut opened = store.read(|area| Journal::open(area, &key, NOW).unwrap()).unwrap();
        for who in ["First", "Second"] {
            let edit = Edit::set("basics.who", Content::Text(who.to_owned()));
            opened.plan.apply(edit.clone()).unwrap();
            opened.journal.note(edit);
            store.write(|area| opened.journal.save(area, &opened.plan, NOW));
        }
        session().set_item(&format!("{key}/b/2"), "rubbish").unwrap();
    };
    let bench = Bench::over("guided", "basics", damage).await;
    let notice = bench.found(".sf-notice", "The latest changes to this plan could not be read");
    assert_eq!(Reflect::get(&field(&bench, WHO), &"value".into()).unwrap(), "First");
    assert!(bench.store.set_aside().unwrap().contains(":\"rubbish\""));
    bench.found(".sf-notice button", "Save the unreadable part as a file");
    bench.press(&notice, "I have read this").await;
    assert!(all(&bench.root, ".sf-notice").is_empty());
}

#[wasm_bindgen_test]
async fn what_a_newer_version_keeps_can_be_read_and_not_changed() {
    let newer = |name: &str| {
        let key = Store::open("session", name).key("plan/p");
        for key in [key.clone(), format!("{key}/b")] {
            let text = session().get_item(&key).unwrap().unwrap();
            session().set_item(&key, &text.replace("\"schema\":2", "\"schema\":3")).unwrap();
        }
    };
    let bench = Bench::over("guided", "basics", newer).await;
    let before = session().get_item(&format!("{}/b", bench.store.key("plan/p"))).unwrap();
    bench.found(".sf-notice", "A newer version of Strategy First");
    let field = field(&bench, WHO);
    assert_eq!(Reflect::get(&field, &"value".into()).unwrap(), "Two people");
    assert!(field.has_attribute("readonly"));
    type_into(&bench, WHO, "Changed all the same");
    pause().await;
    assert_eq!(session().get_item(&format!("{}/b", bench.store.key("plan/p"))).unwrap(), before);
    assert_eq!(Store::open("session", &bench.name).tier(), Tier::Session);
    assert_ne!(bench.store.tier(), Tier::Memory(Why::NoRoom));
}

#[wasm_bindgen_test]
async fn a_plan_that_another_tab_deleted_is_still_here() {
    let bench = basics().await;
    bench.store.read(|area| journal::remove(area, &bench.store.key("plan/p")));
    told().await;
    let notice = bench.found(".sf-notice", "This plan is not kept any more");
    assert_eq!(kept(&bench, "p"), None);
    bench.press(&notice, "Keep it again").await;
    assert_eq!(kept(&bench, "p").unwrap()["basics"]["who"], "Two people");
    assert!(all(&bench.root, ".sf-notice").is_empty());
}
