//! Small things done to the page: printing, the clipboard, the clock, chance.

use super::task;
use js_sys::{Date, Math};
use leptos::{ev, prelude::on_cleanup};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A sandbox without `allow-modals` does nothing here; there is nothing to mend then.
        let _ = window.print();
    }
}

/// Opens every folded part below `within` when the page is about to be printed, since a folded part prints as nothing.
pub fn unfold_for_print(within: Element) {
    let unfold = move |_| {
        let Ok(folded) = within.query_selector_all("details:not([open])") else {
            return;
        };
        for index in 0..folded.length() {
            if let Some(part) = folded.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                let _ = part.set_attribute("open", "");
            }
        }
    };
    let handle = leptos::prelude::window_event_listener(ev::beforeprint, unfold);
    on_cleanup(move || handle.remove());
}

/// Runs `then` with `true` when the page is about to be printed, and with `false` when that is over.
pub fn around_print(then: impl Fn(bool) + 'static) {
    let then = std::rc::Rc::new(then);
    let again = then.clone();
    let before = leptos::prelude::window_event_listener(ev::beforeprint, move |_| then(true));
    let after = leptos::prelude::window_event_listener(ev::afterprint, move |_| again(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Runs `then` when the page is put out of sight: the last moment at which anything can be kept for certain.
pub fn on_leaving(then: impl Fn() + 'static) {
    let handle = leptos::prelude::window_event_listener_untyped("pagehide", {
        let then = std::rc::Rc::new(then);
        let again = then.clone();
        let hidden = leptos::prelude::window_event_listener_untyped("visibilitychange", move |_| again());
        on_cleanup(move || hidden.remove());
        move |_| then()
    });
    on_cleanup(move || handle.remove());
}

/// Puts `text` on the clipboard, and gives whether the browser did to `then`.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // In an insecure context there is no clipboard at all, whatever the types say.
    match clipboard.filter(|clipboard| clipboard.is_object()) {
        Some(clipboard) => task::when(clipboard.write_text(text), Box::new(move |kept| then(kept.is_some()))),
        None => then(false),
    }
}

/// The address that relative addresses on this page start from.
#[must_use]
pub fn base_uri() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let base = document.and_then(|document| Node::base_uri(&document).ok().flatten());
    base.unwrap_or_default()
}

/// Today by the visitor's own calendar, as in `2026-11-21`.
#[must_use]
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The time by RFC 3339, in UTC.
#[must_use]
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A whole number from 0 to 999,999. For ids and seeds, not for secrets.
#[must_use]
pub fn chance() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 999,999")]
    let number = (Math::random() * 1_000_000.0) as u32;
    number
}

/// A name that nothing else on the page has.
#[must_use]
pub fn fresh_id() -> String {
    format!("{:06}{:06}", chance(), chance())
}
