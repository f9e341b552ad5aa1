//! `browser::storage`: what is put is found again, and nothing that is there is ever lost.

use super::areas::{Full, Kept, local, session};
use serde_json::{Value, json};
use strategy_first::browser::storage::{Found, Store, Tier, Why};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn found(store: &Store, name: &str) -> Result<Value, &'static str> {
    match store.get(name) {
        Found::Data(data) => Ok(data),
        Found::Nothing => Err("nothing"),
        Found::Recovered(_) => Err("recovered"),
        Found::SetAside => Err("set aside"),
        Found::Newer(_) => Err("newer"),
    }
}

#[wasm_bindgen_test]
fn what_was_put_is_found_again() {
    for (wanted, tier, area, other) in
        [("local", Tier::Local, local(), session()), ("session", Tier::Session, session(), local())]
    {
        let (kept, elsewhere) = (Kept::by("round", area), Kept::by("round", other));
        let data = json!({"text": "é ‘ \" \\ 😀", "list": [1, null, true]});
        let store = Store::open(wanted, "round");
        assert_eq!((store.tier(), found(&store, "thing")), (tier, Err("nothing")));
        store.put("thing", &data);
        assert_eq!(found(&store, "thing"), Ok(data.clone()));
        assert_eq!(found(&Store::open(wanted, "round"), "thing"), Ok(data));
        assert_eq!((kept.names(), elsewhere.names()), (vec!["thing".to_owned()], Vec::new()));
    }
}

#[wasm_bindgen_test]
fn an_envelope_says_what_the_contract_says() {
    let kept = Kept::by("envelope", local());
    let store = Store::open("", "envelope");
    assert_eq!(store.tier(), Tier::Local, "local is what nobody need ask for");
    store.put("a", &json!(1));
    store.put("b", &json!(2));
    let again = Store::open("local", "envelope");
    assert_eq!((found(&again, "a"), found(&again, "b")), (Ok(json!(1)), Ok(json!(2))));
    again.put("a", &json!(3));
    let envelope = kept.envelope("a");
    let fields: Vec<&String> = envelope.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["checksum", "data", "rev", "saved_at", "schema"]);
    assert_eq!((&envelope["schema"], &envelope["rev"]), (&json!(2), &json!(2)), "revisions count on");
    assert_eq!(kept.keys(), ["a", "a/b", "a/c", "b", "b/b"], "a copy a write");
}

#[wasm_bindgen_test]
fn none_keeps_nothing_and_reads_nothing() {
    let areas = [Kept::by("none", local()), Kept::by("none", session())];
    Store::open("local", "none").put("thing", &json!(1));
    let store = Store::open("none", "none");
    assert_eq!((store.tier(), found(&store, "thing")), (Tier::Memory(Why::Asked), Err("nothing")));
    store.put("thing", &json!(2));
    assert_eq!(found(&store, "thing"), Err("nothing"));
    assert_eq!(areas[0].envelope("thing")["data"], 1);
    assert!(areas[1].names().is_empty());
}

#[wasm_bindgen_test]
fn two_names_do_not_meet() {
    let names = ["meet", "meet/session", "meet2"];
    let _kept = names.map(|name| Kept::by(name, local()));
    let stores = names.map(|name| Store::open("local", name));
    for (store, name) in stores.iter().zip(names) {
        store.put("session", &json!(name));
    }
    for (store, name) in stores.iter().zip(names) {
        assert_eq!(found(store, "session"), Ok(json!(name)));
        assert_eq!(found(store, "results"), Err("nothing"));
    }
}

#[wasm_bindgen_test]
fn what_is_damaged_is_set_aside_unaltered() {
    let whole = Kept::by("whole", local());
    Store::open("local", "whole").put("thing", &json!({"a": 1}));
    let sound = whole.envelope("thing").to_string();
    let cases = [
        String::new(),
        "rubbish".to_owned(),
        "null".to_owned(),
        "{}".to_owned(),
        sound[..sound.len() - 1].to_owned(),
        sound.replace("{\"a\":1}", "{\"a\":2}"),
        sound.replace("\"schema\":2", "\"schema\":0"),
        format!("{}1{}", "[".repeat(5000), "]".repeat(5000)),
    ];
    for (area, wanted) in [(local(), "local"), (session(), "session")] {
        for damaged in &cases {
            assert_ne!(*damaged, sound);
            let kept = Kept::by("damage", area.clone());
            kept.put("thing", damaged);
            let store = Store::open(wanted, "damage");
            assert_eq!(found(&store, "thing"), Err("set aside"), "{damaged:.60}");
            store.put("thing", &json!("new"));
            assert_eq!(found(&Store::open(wanted, "damage"), "thing"), Ok(json!("new")));
            let aside: Vec<String> = kept.names().into_iter().filter(|name| name != "thing").collect();
            assert_eq!(aside.len(), 1, "{aside:?}");
            assert!(aside[0].starts_with("thing/set-aside/"));
            assert_eq!(kept.text(&aside[0]).as_ref(), Some(damaged));
        }
    }
}

/// A string of Rust's cannot hold half a character.
#[wasm_bindgen_test]
fn half_a_character_is_set_aside_as_it_is() {
    let _kept = Kept::by("half", local());
    run(r"localStorage.setItem('strategy-first/1/half/thing', '{\ud83d');");
    assert_eq!(found(&Store::open("local", "half"), "thing"), Err("set aside"));
    let whole =
        run(r"const aside = Object.keys(localStorage).filter((key) => key.startsWith('strategy-first/1/half/thing'));
        return aside.length === 1 && localStorage.getItem(aside[0]) === '{\ud83d';");
    assert_eq!(whole, true);
}

#[wasm_bindgen_test]
fn what_is_damaged_is_not_written_over_where_it_cannot_be_set_aside() {
    let kept = Kept::by("damage-full", local());
    let store = Store::open("local", "damage-full");
    let damaged = "rubbish".repeat(100);
    kept.put("thing", &damaged);
    let _full = Full::fill(local());
    assert_eq!(found(&store, "thing"), Err("set aside"));
    store.put("thing", &json!(1));
    assert_eq!(store.tier(), Tier::Memory(Why::NoRoom));
    assert_eq!(kept.text("thing"), Some(damaged));
    assert_eq!(kept.keys(), ["thing"]);
}

#[wasm_bindgen_test]
fn what_a_newer_version_wrote_is_untouched_and_ends_the_writing() {
    let kept = Kept::by("newer-store", local());
    let newer = kept.put_newer("thing", &json!({"a": 1}));
    let store = Store::open("local", "newer-store");
    assert_eq!(found(&store, "thing"), Err("newer"));
    assert_eq!(store.tier(), Tier::Memory(Why::Newer));
    store.put("thing", &json!(1));
    store.put("other", &json!(1));
    assert_eq!(kept.names(), ["thing"]);
    assert_eq!(kept.text("thing"), Some(newer));
}

#[wasm_bindgen_test]
fn a_full_browser_leaves_what_was_kept_whole_and_is_tried_again() {
    for (area, wanted) in [(local(), "local"), (session(), "session")] {
        let kept = Kept::by("full", area.clone());
        let store = Store::open(wanted, "full");
        let tier = store.tier();
        store.put("thing", &json!("small"));
        let before = kept.text("thing");
        let full = Full::fill(area);
        store.put("thing", &json!("large".repeat(50)));
        assert_eq!((store.tier(), kept.text("thing")), (Tier::Memory(Why::NoRoom), before));
        // Whoever comes now finds what was kept.
        let other = Store::open(wanted, "full");
        assert_eq!((other.tier(), found(&other, "thing")), (Tier::Memory(Why::NoRoom), Ok(json!("small"))));
        drop(full);
        store.put("thing", &json!("later"));
        assert_eq!((store.tier(), found(&Store::open(wanted, "full"), "thing")), (tier, Ok(json!("later"))));
    }
}

#[wasm_bindgen_test]
fn a_full_browser_is_noticed_before_anything_is_kept() {
    let _full = Full::fill(local());
    let kept = Kept::by("full-early", session());
    let store = Store::open("local", "full-early");
    assert_eq!(store.tier(), Tier::Session, "the next safest place");
    store.put("thing", &json!(1));
    assert_eq!(kept.names(), ["thing"]);
    drop(kept);
    let _full_too = Full::fill(session());
    assert_eq!(Store::open("local", "full-early").tier(), Tier::Memory(Why::NoPlace));
}

#[wasm_bindgen_test]
fn what_another_tab_kept_is_noticed() {
    let _kept = Kept::by("behind", local());
    let [here, there] = ["local"; 2].map(|wanted| Store::open(wanted, "behind"));
    here.put("thing", &json!(1));
    assert!(there.is_behind("thing") && !here.is_behind("thing"));
    assert_eq!(found(&there, "thing"), Ok(json!(1)));
    assert!(!there.is_behind("thing"));
    there.put("thing", &json!(2));
    assert!(here.is_behind("thing") && !there.is_behind("thing"));
    here.put("thing", &json!(3));
    assert_eq!((found(&there, "thing"), here.is_behind("thing")), (Ok(json!(3)), false));
}

#[wasm_bindgen_test]
fn a_browser_that_forbids_storage_is_no_trouble() {
    let _forbidden = Forbidden::now();
    for (wanted, why) in [("local", Why::NoPlace), ("session", Why::NoPlace), ("none", Why::Asked)] {
        let store = Store::open(wanted, "forbidden");
        assert_eq!((store.tier(), found(&store, "thing")), (Tier::Memory(why), Err("nothing")));
        store.put("thing", &json!(1));
    }
}

/// Until this is dropped, the question for storage throws, as it does in a sandboxed frame.
struct Forbidden;

impl Forbidden {
    fn now() -> Forbidden {
        let code = "for (const name of ['localStorage', 'sessionStorage']) {
            window['_' + name] = Object.getOwnPropertyDescriptor(window, name);
            Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException('no', 'SecurityError'); }});
        }";
        run(code);
        Forbidden
    }
}

impl Drop for Forbidden {
    fn drop(&mut self) {
        let code = "for (const name of ['localStorage', 'sessionStorage']) {
            Object.defineProperty(window, name, window['_' + name]);
            delete window['_' + name];
        }";
        run(code);
    }
}

fn run(code: &str) -> JsValue {
    js_sys::Function::new_no_args(code).call0(&JsValue::NULL).unwrap()
}
