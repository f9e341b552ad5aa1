//! `browser::intl`, `watched`, `task` and `dom`: the small ones.

use super::page::settled;
use js_sys::{Function, Promise};
use std::{cell::RefCell, rc::Rc};
use strategy_first::browser::{dom, intl, task, watched::Watched};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn dates_are_written_as_the_language_does() {
    for (lang, day, expected) in [
        ("en-GB", "2026-11-21", "21 November 2026"),
        ("en-US", "2026-11-21", "November 21, 2026"),
        ("fr", "2026-11-21", "21 novembre 2026"),
        ("fr", "2026-08-01", "1 août 2026"),
        ("en-GB", "2024-02-29", "29 February 2024"),
        ("en-GB", "2026-01-01", "1 January 2026"),
        ("en-GB", "2025-12-31", "31 December 2025"),
    ] {
        assert_eq!(intl::date(lang, day), expected, "{lang} {day}");
    }
}

#[wasm_bindgen_test]
fn what_is_no_date_comes_back_as_it_was() {
    for rubbish in
        ["", "soon", "2026-13-01", "2026-02-31", "2026-00-10", "21.11.2026", "<b>2026</b>", "NaN", "1", "x-7", "2026"]
    {
        assert_eq!(intl::date("en-GB", rubbish), rubbish);
    }
}

#[wasm_bindgen_test]
fn each_language_counts_its_own_way() {
    for (lang, count, is_one) in [
        ("en", 0, false),
        ("en", 1, true),
        ("en", 2, false),
        ("en", 21, false),
        ("fr", 0, true),
        ("fr", 1, true),
        ("fr", 2, false),
        ("fr", 17, false),
    ] {
        assert_eq!(intl::is_one(lang, count), is_one, "{lang} {count}");
    }
}

#[wasm_bindgen_test]
fn a_watched_value_is_shared_by_its_clones() {
    let one = Watched::new(vec![1]);
    let other = one.clone();
    other.set(vec![2]);
    assert_eq!((one.get(), one.peek()), (vec![2], vec![2]));
    one.set_quietly(vec![3]);
    assert_eq!(other.peek(), [3]);
}

/// Something that looks at its own place while it is taken away.
#[derive(Clone)]
struct Nosy(Option<Rc<dyn Fn()>>);

impl Drop for Nosy {
    fn drop(&mut self) {
        if let Some(look) = &self.0 {
            look();
        }
    }
}

#[wasm_bindgen_test]
fn dropping_the_old_value_may_use_the_new_one() {
    let looks = Rc::new(RefCell::new(0));
    let count = looks.clone();
    let place = Watched::new(Nosy(None));
    let own = place.clone();
    place.set(Nosy(Some(Rc::new(move || {
        own.set_quietly(Nosy(None));
        *count.borrow_mut() += 1;
    }))));
    place.set(Nosy(None));
    assert_eq!(*looks.borrow(), 1);
}

#[wasm_bindgen_test]
async fn a_promise_is_heard_once_kept_or_broken() {
    let check = async |code: &str, expected: &[Option<&str>]| {
        let promise: Promise = Function::new_no_args(&format!("return {code}")).call0(&JsValue::NULL).unwrap().into();
        let heard = Rc::new(RefCell::new(Vec::new()));
        let write = heard.clone();
        let then = move |value: Option<JsValue>| write.borrow_mut().push(value.map(|value| value.as_string().unwrap()));
        task::when(promise, Box::new(then));
        assert!(heard.borrow().is_empty(), "never at once: {code}");
        settled().await;
        let expected: Vec<Option<String>> = expected.iter().map(|value| value.map(str::to_owned)).collect();
        assert_eq!(*heard.borrow(), expected, "{code}");
    };
    check("Promise.resolve('here')", &[Some("here")]).await;
    check("Promise.reject(new Error('gone'))", &[None]).await;
    check("new Promise(() => {})", &[]).await;
    check("new Promise((keep, br) => { keep('first'); br(); keep('second'); })", &[Some("first")]).await;
}

#[wasm_bindgen_test]
async fn soon_comes_after_what_is_under_way_and_in_order() {
    let notes = Rc::new(RefCell::new(Vec::new()));
    for number in [1, 2] {
        let write = notes.clone();
        task::soon(move || write.borrow_mut().push(number));
    }
    notes.borrow_mut().push(0);
    settled().await;
    assert_eq!(*notes.borrow(), [0, 1, 2]);
}

#[wasm_bindgen_test]
fn the_clock_and_chance_give_what_they_say() {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let today = dom::today();
    let parts: Vec<&str> = today.split('-').collect();
    assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [4, 2, 2], "{today}");
    assert!(parts.iter().all(|part| is_digits(part)));
    assert!(dom::now().ends_with('Z') && dom::now().contains('T'));
    assert!((0..1000).all(|_| dom::chance() < 1_000_000));
    let ids: Vec<String> = (0..50).map(|_| dom::fresh_id()).collect();
    assert!(ids.iter().all(|id| id.len() == 12 && is_digits(id)));
    assert!((1..ids.len()).all(|index| !ids[..index].contains(&ids[index])));
}
