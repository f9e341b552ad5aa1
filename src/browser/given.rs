//! Files that visitors pick or drop on the page.

use super::{element::El, event::Host, task};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Event, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// What JavaScript calls a `File`.
    #[wasm_bindgen(js_name = File)]
    #[derive(Clone)]
    pub type Given;
    #[wasm_bindgen(method, getter, structural)]
    fn size(this: &Given) -> f64;
    #[wasm_bindgen(method, catch, structural, js_name = arrayBuffer)]
    fn buffer(this: &Given) -> Result<Promise, JsValue>;

    /// An event with something dragged.
    type Dragging;
    #[wasm_bindgen(method, getter, structural, js_name = dataTransfer)]
    fn dragged(this: &Dragging) -> Option<Holder>;
    #[wasm_bindgen(method, getter, structural)]
    fn target(this: &Dragging) -> Holder;

    /// A field or a drag that may hold files.
    type Holder;
    #[wasm_bindgen(method, getter, structural)]
    fn files(this: &Holder) -> Option<List>;
    #[wasm_bindgen(method, getter, structural)]
    fn types(this: &Holder) -> List;
    #[wasm_bindgen(method, setter, structural)]
    fn set_value(this: &Holder, value: &str);

    type List;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &List, index: u32) -> Option<Given>;
    #[wasm_bindgen(method, structural)]
    fn includes(this: &List, kind: &str) -> bool;
}

impl Given {
    /// Gives its bytes to `then`, or nothing where the browser can't read it; of a file with more than `max` bytes one byte
    /// more than that, unread.
    pub fn bytes(&self, max: usize, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
        #[expect(clippy::cast_precision_loss, reason = "a few megabytes at most")]
        if self.size() > max as f64 {
            return then(Some(vec![b' '; max + 1]));
        }
        match self.buffer() {
            Ok(promise) => {
                let read = |buffer: JsValue| Uint8Array::new(&buffer).to_vec();
                task::when(promise, Box::new(move |buffer| then(buffer.map(read))));
            }
            Err(_) => then(None),
        }
    }
}

impl El {
    /// A file picked in a file field; the same one can be picked again.
    #[must_use]
    pub fn on_picked(self, then: impl Fn(Given) + 'static) -> El {
        let then = move |event: Event| {
            let field = Dragging::from(JsValue::from(event)).target();
            if let Some(file) = field.files().and_then(|files| files.at(0)) {
                field.set_value("");
                then(file);
            }
        };
        self.listen("change", Box::new(then))
    }

    /// A file dropped here. Whatever else is dragged goes on as it would.
    #[must_use]
    pub fn on_dropped(self, then: impl Fn(Given) + 'static) -> El {
        self.listen("dragover", Box::new(|event| allow(&event)))
            .listen("drop", Box::new(move |event| take(&event, &then)))
    }

    /// The same for a file dropped anywhere on the app, as long as this element is in view.
    #[must_use]
    pub fn on_dropped_at(self, host: &Host, then: impl Fn(Given) + 'static) -> El {
        let at: HtmlElement = host.0.clone();
        let with = self.listen_at(at.clone().unchecked_into(), "dragover", Box::new(|event| allow(&event)));
        with.listen_at(at.unchecked_into(), "drop", Box::new(move |event| take(&event, &then)))
    }
}

/// Without this the browser would open the file in place of the page.
fn allow(event: &Event) {
    let dragged = Dragging::from(JsValue::from(event.clone())).dragged();
    if dragged.is_some_and(|dragged| dragged.types().includes("Files")) {
        event.prevent_default();
    }
}

fn take(event: &Event, then: &impl Fn(Given)) {
    let dragged = Dragging::from(JsValue::from(event.clone())).dragged();
    if let Some(file) = dragged.and_then(|dragged| dragged.files()).and_then(|files| files.at(0)) {
        event.prevent_default();
        then(file);
    }
}
