//! Things on the page, found by their ids.

use super::event::Host;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root.
    type Within;
    #[wasm_bindgen(method, structural, js_name = getElementById)]
    fn element(this: &Within, id: &str) -> Option<Named>;
    type Named;
    #[wasm_bindgen(method, structural)]
    fn focus(this: &Named);
}

/// Gives the keyboard's focus to what has this id, which brings it into view; gives whether there is such a thing.
#[must_use]
pub fn focus(host: &Host, id: &str) -> bool {
    let root: Within = JsValue::from(host.0.get_root_node()).into();
    let named = root.element(id);
    if let Some(named) = &named {
        named.focus();
    }
    named.is_some()
}
