//! Tells the page what happened: events that bubble and cross shadow roots, and never carry an answer.

use js_sys::Function;
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

/// A function of the page's that waits to be told what came of something.
pub struct Asker(pub Function);

impl Asker {
    /// Tells it the text that came of it, or the sentence that says why nothing was done.
    pub fn tell(self, came: Result<String, String>) {
        let is_done = came.is_ok();
        let text = came.unwrap_or_else(|said| said);
        // What the page does with it is its own affair.
        let _ = self.0.call2(&JsValue::UNDEFINED, &is_done.into(), &text.into());
    }
}

fn to_js(value: &Value) -> JsValue {
    let text = serde_json::to_string(value).unwrap_or_default();
    js_sys::JSON::parse(&text).unwrap_or(JsValue::NULL)
}
