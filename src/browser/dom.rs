//! Small things done to the page: printing, the clipboard, the clock, chance.

use super::{element::El, event::Host, task};
use js_sys::{Date, Math};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, Node};

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root, which both know what has the focus in them.
    type Within;
    #[wasm_bindgen(method, getter, structural, js_name = activeElement)]
    fn active_element(this: &Within) -> Option<Held>;
    #[wasm_bindgen(extends = Node)]
    type Held;
    #[wasm_bindgen(method, structural)]
    fn focus(this: &Held);
    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn bounds(this: &Held) -> Bounds;
    type Bounds;
    #[wasm_bindgen(method, getter, structural)]
    fn top(this: &Bounds) -> f64;
    #[wasm_bindgen(method, getter, structural)]
    fn height(this: &Bounds) -> f64;
}

/// What is folded and will be printed.
const FOLDED: &str = ".sf-card:not(:has(.sf-print-only)) details:not([open])";

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A sandbox without `allow-modals` does nothing here; there is nothing to mend then.
        let _ = window.print();
    }
}

/// Opens every folded part of `whole` when the page is about to be printed, since a folded part prints as nothing; but for
/// those of a screen that has a sheet to print in its place.
#[must_use]
pub fn unfold_for_print(whole: El) -> El {
    let within = whole.element();
    whole.on_window("beforeprint", move || {
        let Ok(folded) = within.query_selector_all(FOLDED) else {
            return;
        };
        for index in 0..folded.length() {
            if let Some(part) = folded.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                let _ = part.set_attribute("open", "");
            }
        }
    })
}

/// Puts what `make` gives into `place` while the page is printed. It is drawn at once: what is drawn after the event comes too
/// late for Firefox.
#[must_use]
pub fn while_printed(place: El, make: impl Fn() -> El + 'static) -> El {
    let (before, after) = (place.element(), place.element());
    let drawn = Rc::new(RefCell::new(None));
    let held = drawn.clone();
    let place = place.on_window("beforeprint", move || {
        let sheet = make();
        sheet.put_into(&before);
        *held.borrow_mut() = Some(sheet);
    });
    place.on_window("afterprint", move || {
        after.set_text_content(None);
        drawn.borrow_mut().take();
    })
}

/// Whether the plan's sections stand beside the plan: as in `style/plan/frame.css`, it is the room that the app is given on its
/// page that counts, not the window.
#[must_use]
pub fn is_wide(host: &Host) -> bool {
    host.0.client_width() >= 860
}

/// Folds away what stands above the plan, where there is no room beside it.
pub fn fold_if_narrow(host: &Host, selector: &str) {
    if !is_wide(host)
        && let Ok(Some(fold)) = host.0.query_selector(selector)
    {
        _ = fold.remove_attribute("open");
    }
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

/// How high the children of an element are, in pixels.
#[must_use]
pub fn heights(of: &Element) -> Vec<f64> {
    let children = of.children();
    let child = |at| children.item(at).map(|child| JsValue::from(child).unchecked_into::<Held>());
    (0..children.length()).filter_map(child).map(|child| child.bounds().height()).collect()
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

/// Notes what in the app has the focus. What is given puts it there again, as long as it is still on the page.
pub fn return_focus(host: &Host) -> impl Fn() + 'static {
    let root: Within = JsValue::from(host.0.get_root_node()).unchecked_into();
    let held = root.active_element().filter(|held| host.0.contains(Some(held)));
    move || {
        if let Some(held) = &held {
            held.focus();
        }
    }
}

/// Notes where on the screen what has the focus stands. What is given scrolls the page so that it stands there again, to be
/// called once what stands above it has changed.
pub fn hold_focus(host: &Host) -> impl FnOnce() + 'static {
    let root: Within = JsValue::from(host.0.get_root_node()).unchecked_into();
    // The page itself and what is outside of the app hold themselves.
    let held = root.active_element().filter(|held| host.0.contains(Some(held)));
    let before = held.as_ref().map(|held| held.bounds().top());
    move || {
        if let (Some(held), Some(before), Some(window)) = (held, before, web_sys::window()) {
            let moved = held.bounds().top() - before;
            if moved != 0.0 {
                window.scroll_by_with_x_and_y(0.0, moved);
            }
        }
    }
}
