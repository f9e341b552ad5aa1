//! Things that are done later: when a promise is kept, or after what is under way.

use js_sys::Promise;
use wasm_bindgen::{
    JsValue,
    prelude::{Closure, wasm_bindgen},
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue(then: &JsValue);
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn at_frame(then: &JsValue) -> i32;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timer(then: &Closure<dyn FnMut()>, milliseconds: i32) -> i32;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_sure_timer(then: &JsValue, milliseconds: i32) -> i32;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timer(timer: i32);
    /// A promise to which closures of two kinds can be given at once.
    #[wasm_bindgen(extends = Promise)]
    type Kept;
    #[wasm_bindgen(method, js_name = then)]
    fn settle(this: &Kept, kept: &JsValue, broken: &JsValue);
}

/// Runs `then` once everything that is under way is done, before the page is drawn.
pub fn soon(then: impl FnOnce() + 'static) {
    queue(&Closure::once_into_js(then));
}

/// Runs `then` once the page has been drawn as it is now, so that a press is answered before what takes long begins.
pub fn once_drawn(then: Box<dyn FnOnce()>) {
    let then = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
    let again = then.clone();
    let run = move || again.take().map_or((), |then| then());
    at_frame(&Closure::once_into_js(move || surely_after(0, run)));
    // A page that nobody looks at has no frames.
    surely_after(100, move || then.take().map_or((), |then| then()));
}

/// Runs `then` so many milliseconds from now, whatever happens until then.
pub fn surely_after(milliseconds: i32, then: impl FnOnce() + 'static) {
    set_sure_timer(&Closure::once_into_js(then), milliseconds);
}

/// Something to be done after a while. Dropping it calls it off.
pub struct Later {
    timer: i32,
    // Held as long as it may be called.
    _then: Closure<dyn FnMut()>,
}

impl Later {
    /// Runs `then` so many milliseconds from now; what it holds is let go with that.
    #[must_use]
    pub fn new(milliseconds: i32, then: impl FnOnce() + 'static) -> Later {
        let then = Closure::once(then);
        Later { timer: set_timer(&then, milliseconds), _then: then }
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        clear_timer(self.timer);
    }
}

/// Runs `then` with what `promise` came to; with nothing where it was broken.
pub fn when(promise: Promise, then: Box<dyn FnOnce(Option<JsValue>)>) {
    let then = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
    let again = then.clone();
    let kept = move |value: JsValue| {
        if let Some(then) = then.take() {
            then(Some(value));
        }
    };
    let broken = move |_: JsValue| {
        if let Some(then) = again.take() {
            then(None);
        }
    };
    // Each is let go by the other side once either was called.
    let promise = Kept::from(JsValue::from(promise));
    promise.settle(&Closure::once_into_js(kept), &Closure::once_into_js(broken));
}
