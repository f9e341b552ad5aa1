//! A widget on one of our own pages, to try questions in. It keeps nothing.

use super::{
    element::{El, el},
    thing::Thing,
};
use js_sys::{JSON, Promise};
use std::rc::Rc;
use wasm_bindgen::{
    JsCast, JsValue,
    prelude::{Closure, wasm_bindgen},
};

#[wasm_bindgen]
extern "C" {
    type Widget;
    #[wasm_bindgen(method, catch, js_name = importState)]
    fn import_state(this: &Widget, state: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(extends = Promise)]
    type Kept;
    #[wasm_bindgen(method, js_name = then)]
    fn settle(this: &Kept, kept: &JsValue, broken: &JsValue);
}

/// A widget that asks the questions of a pack, given as JSON; to be called once `embed.js` is there. What is wrong with them, or
/// with the widget, is told to `failed` in its own words.
#[must_use]
pub fn widget(lang: &str, pack: &str, failed: impl Fn(&str) + 'static) -> El {
    let widget = el("strategy-first").attr("lang", lang).attr("storage", "none").attr("view", "quiz");
    // Nobody is to begin our own questions before these are there.
    let widget = widget.flag("hidden", true);
    let shown = widget.handle();
    let failed = Rc::new(failed);
    let heard = failed.clone();
    let widget = widget.listen(
        "sf-error",
        Box::new(move |event| {
            let event: Thing = JsValue::from(event).unchecked_into();
            let message = event.part("detail").and_then(|detail| detail.words("message"));
            heard(&message.unwrap_or_default());
        }),
    );
    let element: Widget = JsValue::from(widget.element()).unchecked_into();
    let state = JSON::parse(pack).unwrap_or(JsValue::NULL);
    let broken = move |error: JsValue| {
        let error: Thing = error.unchecked_into();
        failed(&error.words("message").unwrap_or_default());
    };
    if let Ok(promise) = element.import_state(&state) {
        let kept = Closure::once_into_js(move |_: JsValue| shown.flag("hidden", false));
        Kept::from(JsValue::from(promise)).settle(&kept, &Closure::once_into_js(broken));
    }
    widget
}
