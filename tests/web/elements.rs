//! `browser::element`: the builder that every screen is made with.

use super::{
    page::{Place, all, element_in, settled, words},
    watch::{Exceptions, dispatch, document, window},
};
use js_sys::Reflect;
use leptos::prelude::StoredValue;
use std::{any::Any, cell::RefCell, rc::Rc};
use strategy_first::browser::{
    element::{El, el, svg},
    watched::Watched,
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// An element on the page, with an owner, as the app has one.
struct Drawn {
    root: HtmlElement,
    outer: Element,
    owner: Option<Box<dyn Any>>,
    _exceptions: Exceptions,
}

impl Drawn {
    async fn new(make: impl FnOnce() -> El + 'static) -> Drawn {
        let exceptions = Exceptions::watch();
        let (outer, root) = element_in(Place::Document);
        let parent = root.clone();
        let owner = leptos::mount::mount_to(root.clone(), move || {
            let element = make();
            element.put_into(&parent);
            StoredValue::new_local(element);
        });
        settled().await;
        Drawn { root, outer, owner: Some(Box::new(owner)), _exceptions: exceptions }
    }

    fn one(&self, selector: &str) -> HtmlElement {
        all(&self.root, selector).pop().unwrap()
    }

    fn end(&mut self) {
        drop(self.owner.take());
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.outer.remove();
    }
}

/// Notes what happened, in order.
fn notes() -> (Rc<RefCell<Vec<String>>>, impl Fn(&str) + Clone) {
    let notes = Rc::new(RefCell::new(Vec::new()));
    let write = notes.clone();
    (notes, move |note: &str| write.borrow_mut().push(note.to_owned()))
}

#[wasm_bindgen_test]
async fn words_are_never_markup() {
    let evil = "<img src=x onerror=stolen=1>&lt;\"'{}</p><script>stolen=1</script>";
    let drawn = Drawn::new(move || {
        let part = el("p").attr("title", evil).class(evil).text(evil);
        el("div")
            .child(part)
            .live(move || vec![el("p").attr("title", evil).text(evil).live_attr("lang", move || evil.to_owned())])
    })
    .await;
    let shown = drawn.one("p");
    assert_eq!(words(&shown), evil);
    assert_eq!(shown.get_attribute("title").as_deref(), Some(evil));
    assert_eq!(shown.get_attribute("lang").as_deref(), Some(evil));
    assert!(all(&drawn.root, "img, script").is_empty());
    assert!(Reflect::get(&window(), &"stolen".into()).unwrap().is_undefined());
}

#[wasm_bindgen_test]
async fn what_is_built_is_what_stands_there() {
    let drawn = Drawn::new(|| {
        let picture = svg("svg").attr("viewBox", "0 0 1 1").child(svg("title").text("T"));
        let list = el("ul").children(["a", "b"].map(|item| el("li").text(item))).children(Some(el("li").text("c")));
        el("div")
            .class("x y")
            .flag("hidden", true)
            .flag("inert", false)
            .text("one ")
            .text("two")
            .child(list)
            .child(picture)
    })
    .await;
    assert_eq!(
        drawn.root.first_element_child().unwrap().outer_html(),
        "<div class=\"x y\" hidden=\"\">one two<ul><li>a</li><li>b</li><li>c</li></ul>\
         <svg viewBox=\"0 0 1 1\"><title>T</title></svg></div>"
    );
    assert_eq!(drawn.one("title").namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
}

#[wasm_bindgen_test]
async fn live_children_come_anew_when_what_they_read_changes() {
    let shown = Watched::new(2);
    let number = shown.clone();
    let (notes, note) = notes();
    let drawn = Drawn::new(move || {
        el("ul").live(move || {
            let count = number.get();
            note(&count.to_string());
            (0..count).map(|index| el("li").text(&index.to_string())).collect()
        })
    })
    .await;
    let list = || words(&drawn.one("ul"));
    assert_eq!(list(), "01");
    for (count, expected) in [(3, "012"), (0, ""), (1, "0")] {
        shown.set(count);
        settled().await;
        assert_eq!(list(), expected);
    }
    shown.set_quietly(3);
    settled().await;
    assert_eq!(list(), "0");
    shown.set(2);
    shown.set(3);
    settled().await;
    assert_eq!(list(), "012");
    assert_eq!(*notes.borrow(), ["2", "3", "0", "1", "3"], "changes at once are drawn once");
}

/// Rows by the letters of a word; a capital is made anew.
async fn rows(first: &str) -> (Drawn, Watched<String>) {
    let word = Watched::new(first.to_owned());
    let read = word.clone();
    let drawn = Drawn::new(move || {
        let keys = move || read.get().chars().map(|key| (key.to_string().to_lowercase(), key.is_uppercase())).collect();
        el("ul").live_rows(keys, |key| el("li").child(el("button").text(key)))
    })
    .await;
    (drawn, word)
}

#[wasm_bindgen_test]
async fn rows_come_go_and_move_and_the_others_stay() {
    let (drawn, word) = rows("abc").await;
    let mark = |name: &str| {
        for row in all(&drawn.root, "li") {
            row.set_attribute(name, "").unwrap();
        }
    };
    for (to, new) in [("abdc", "d"), ("xabdcy", "xy"), ("dcxaby", ""), ("aDb", "d"), ("", ""), ("pq", "pq"), ("qp", "")]
    {
        mark("data-known");
        word.set(to.to_owned());
        settled().await;
        assert_eq!(words(&drawn.one("ul")), to.to_lowercase(), "{to}");
        let fresh: String = all(&drawn.root, "li:not([data-known])").iter().map(words).collect();
        assert_eq!(fresh, new, "{to}");
    }
}

#[wasm_bindgen_test]
async fn a_row_keeps_the_focus_while_others_come_and_go_around_it() {
    let (drawn, word) = rows("abc").await;
    all(&drawn.root, "button")[1].focus().unwrap();
    for to in ["xabyc", "abc", "b", "ab"] {
        word.set(to.to_owned());
        settled().await;
        assert_eq!(document().active_element().unwrap().text_content().unwrap(), "b", "{to}");
    }
}

#[wasm_bindgen_test]
async fn replaced_children_are_deaf() {
    let shown = Watched::new("one");
    let name = shown.clone();
    let (notes, note) = notes();
    let drawn = Drawn::new(move || {
        el("div").live(move || {
            let (name, note) = (name.get(), note.clone());
            let inner = el("span").child(el("button").text(name).on("click", move || note(name)));
            vec![el("p").child(inner)]
        })
    })
    .await;
    let before = drawn.one("button");
    before.click();
    shown.set("two");
    settled().await;
    before.click();
    drawn.one("button").click();
    assert_eq!(*notes.borrow(), ["one", "two"]);
}

#[wasm_bindgen_test]
async fn a_child_that_replaces_itself_ends_in_order() {
    let shown = Watched::new(0);
    let number = shown.clone();
    let drawn = Drawn::new(move || {
        el("div").live(move || {
            let (count, number) = (number.get(), number.clone());
            vec![el("button").text(&count.to_string()).on("click", move || number.set(count + 1))]
        })
    })
    .await;
    for expected in ["1", "2", "3"] {
        drawn.one("button").click();
        settled().await;
        assert_eq!(words(&drawn.one("button")), expected);
    }
}

#[wasm_bindgen_test]
async fn effects_of_replaced_children_end() {
    let (outer, inner) = (Watched::new(0), Watched::new(0));
    let (signals, (notes, note)) = ((outer.clone(), inner.clone()), notes());
    let _drawn = Drawn::new(move || {
        let (outer, inner) = signals;
        el("div").live(move || {
            let (age, inner, note) = (outer.get(), inner.clone(), note.clone());
            let child = el("p").live_attr("lang", move || {
                let value = format!("{age}/{}", inner.get());
                note(&value);
                value
            });
            vec![child]
        })
    })
    .await;
    outer.set(1);
    settled().await;
    inner.set(1);
    settled().await;
    assert_eq!(*notes.borrow(), ["0/0", "1/0", "1/1"]);
}

#[wasm_bindgen_test]
async fn a_live_attribute_follows_its_signal() {
    let shown = Watched::new("en".to_owned());
    let lang = shown.clone();
    let drawn = Drawn::new(move || el("p").live_attr("lang", move || lang.get())).await;
    let value = || drawn.one("p").get_attribute("lang").unwrap();
    assert_eq!(value(), "en");
    shown.set("fr".to_owned());
    settled().await;
    assert_eq!(value(), "fr");
}

#[wasm_bindgen_test]
async fn nothing_happens_after_the_end() {
    let shown = Watched::new(0);
    let number = shown.clone();
    let (notes, note) = notes();
    let mut drawn = Drawn::new(move || {
        let press = note.clone();
        let live = el("p").live(move || {
            note(&number.get().to_string());
            vec![el("span")]
        });
        el("div").child(live).child(el("button").on("click", move || press("press")))
    })
    .await;
    let button = drawn.one("button");
    drawn.end();
    button.click();
    shown.set(1);
    settled().await;
    assert_eq!(*notes.borrow(), ["0"]);
}

#[wasm_bindgen_test]
async fn a_form_goes_nowhere_and_a_field_gives_its_value() {
    let (notes, note) = notes();
    let drawn = Drawn::new(move || {
        let (submit, change) = (note.clone(), note);
        let field = el("select").child(el("option").attr("value", "a")).child(el("option").attr("value", "b"));
        let form = el("form").child(field.on_value(move |value| change(&value)));
        form.on_submit(move || submit("submit"))
    })
    .await;
    let field = drawn.one("select");
    Reflect::set(&field, &"value".into(), &"b".into()).unwrap();
    dispatch(&field, "change");
    let event = dispatch(&drawn.one("form"), "submit");
    assert!(event.default_prevented());
    assert_eq!(*notes.borrow(), ["b", "submit"]);
}

#[wasm_bindgen_test]
async fn the_focus_comes_once_the_element_is_there() {
    let shown = Watched::new("a");
    let name = shown.clone();
    let drawn = Drawn::new(move || {
        el("div").live(move || {
            let name = name.get();
            ["a", "b"].map(|id| el("button").attr("id", id).focused(id == name)).into()
        })
    })
    .await;
    for id in ["a", "b", "a"] {
        shown.set(id);
        settled().await;
        assert_eq!(document().active_element().unwrap().id(), id);
        assert!(drawn.root.contains(document().active_element().as_deref()));
    }
}
