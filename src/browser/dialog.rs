//! A part of a page that takes all of it for a while: a native dialogue, on the whole screen where the browser lets it, worked by
//! keys.

use super::{element::El, task, thing::Thing};
use js_sys::{Function, Reflect};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

impl El {
    /// A `dialog` that opens as soon as it is on the page, and calls `closed` once it is closed: by Escape, by leaving the whole
    /// screen, or by a button that [`El::closes`] it.
    #[must_use]
    pub fn modal(self, closed: impl Fn() + 'static) -> El {
        let (opened, left) = (self.element(), self.element());
        let is_whole = Rc::new(Cell::new(false));
        let was_whole = is_whole.clone();
        task::soon(move || {
            call(&opened, "showModal");
        });
        let closed = move || {
            // What is taken off the page leaves the screen to the others.
            if is_on_whole_screen() {
                call(&document(), "exitFullscreen");
            }
            closed();
        };
        self.on("close", closed).on_window("fullscreenchange", move || {
            let is_now = is_on_whole_screen();
            if was_whole.replace(is_now) && !is_now {
                call(&left, "close");
            }
        })
    }

    /// A button that puts the `dialog` it stands in on the whole screen.
    #[must_use]
    pub fn fills_screen(self) -> El {
        let from = self.element();
        self.on("click", move || {
            // Dialogues themselves may not be on the whole screen, but what is in them may.
            if let Some(stage) = from.closest("dialog > *").ok().flatten()
                && let Some(promise) = Thing::promise(stage.unchecked_ref(), "requestFullscreen")
            {
                // Where the browser does not let it, all stays as it is.
                task::when(promise, Box::new(|_| {}));
            }
        })
    }

    /// A button that closes the `dialog` it stands in.
    #[must_use]
    pub fn closes(self) -> El {
        let from = self.element();
        self.on("click", move || {
            if let Some(dialog) = from.closest("dialog").ok().flatten() {
                call(&dialog, "close");
            }
        })
    }

    /// A press of a key by its name, wherever the focus is in here. Buttons and fields keep the keys that they answer to
    /// themselves.
    #[must_use]
    pub fn on_keys(self, then: impl Fn(&str) -> bool + 'static) -> El {
        let then = move |event: Event| {
            let pressed: Thing = JsValue::from(event.clone()).unchecked_into();
            let key = pressed.words("key").unwrap_or_default();
            let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let answers = |selector: &str| at.as_ref().is_some_and(|at| at.closest(selector).ok().flatten().is_some());
            let is_theirs = answers("input, select, textarea")
                || ([" ", "Enter"].contains(&&*key) && answers("button, a, summary"));
            if !is_theirs && then(&key) {
                event.prevent_default();
            }
        };
        self.listen("keydown", Box::new(then))
    }
}

/// Whether this browser puts parts of a page on the whole screen at all.
#[must_use]
pub fn has_whole_screen() -> bool {
    Reflect::get(&document(), &"fullscreenEnabled".into()).is_ok_and(|enabled| enabled.is_truthy())
}

fn is_on_whole_screen() -> bool {
    Reflect::get(&document(), &"fullscreenElement".into()).is_ok_and(|element| element.is_object())
}

fn document() -> JsValue {
    web_sys::window().and_then(|window| window.document()).map(JsValue::from).unwrap_or_default()
}

/// Calls a function of the browser by its name; what it gives, or throws, does not matter.
fn call(of: &JsValue, name: &str) {
    let function: Option<Function> = Reflect::get(of, &name.into()).ok().and_then(|found| found.dyn_into().ok());
    if let Some(function) = function {
        let _ = function.call0(of);
    }
}
