//! Tells the page what happened: events that bubble and cross shadow roots, and never carry an answer.

use serde_json::Value;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// The element that the app was mounted into.
pub struct Host(pub HtmlElement);

impl Host {
    /// Dispatches `name` with `detail` (contract, "The element").
    pub fn emit(&self, name: &str, detail: &Value) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&to_js(detail));
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            let _ = self.0.dispatch_event(&event);
        }
    }
}

fn to_js(value: &Value) -> JsValue {
    let text = serde_json::to_string(value).unwrap_or_default();
    js_sys::JSON::parse(&text).unwrap_or(JsValue::NULL)
}
