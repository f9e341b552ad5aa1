//! Draws a picture as a PNG.

use super::{download::Held, task};
use crate::picture::{Picture, svg};
use js_sys::{Function, Promise, Reflect};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{
    JsCast, JsValue,
    prelude::{Closure, wasm_bindgen},
};
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    type Context;
    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw(this: &Context, image: &Element, x: i32, y: i32) -> Result<(), JsValue>;
}

/// Gives `picture` as a PNG to `then`; nothing where this browser does not draw it.
pub fn png(picture: &Picture, then: impl FnOnce(Option<Held>) + 'static) {
    let picture = picture.enlarged();
    let document = web_sys::window().and_then(|window| window.document());
    let made = |tag: &str| document.as_ref().and_then(|document| document.create_element(tag).ok());
    let (Some(image), Some(canvas)) = (made("img"), made("canvas")) else { return then(None) };
    // What stands in the address itself a sandboxed page may read again, but not what has an address in memory.
    let _ = image.set_attribute("src", &svg::address(&picture.text));
    for (name, number) in [("width", picture.width), ("height", picture.height)] {
        let _ = canvas.set_attribute(name, &number.to_string());
    }
    let Some(loaded) = call(&image, "decode", &JsValue::UNDEFINED) else { return then(None) };
    let draw = move |loaded: Option<JsValue>| {
        let then = Rc::new(Cell::new(Some(then)));
        let last = then.clone();
        let take = move |blob: JsValue| {
            if let Some(then) = then.take() {
                then(blob.is_object().then(|| blob.unchecked_into()).and_then(|blob| Held::new(&blob)));
            }
        };
        let drawn = loaded.and_then(|_| draw(&image, &canvas));
        let taken = drawn.and_then(|()| call(&canvas, "toBlob", &Closure::once_into_js(take)));
        if taken.is_none()
            && let Some(then) = last.take()
        {
            then(None);
        }
    };
    task::when(Promise::from(loaded), Box::new(draw));
}

/// Draws `image` on a canvas of its size; nothing where that can't be done.
fn draw(image: &Element, canvas: &Element) -> Option<()> {
    let context = call(canvas, "getContext", &"2d".into()).filter(JsValue::is_object)?;
    context.unchecked_into::<Context>().draw(image, 0, 0).ok()
}

/// Calls a function of the browser by its name; nothing where it throws. A function that Rust knows itself costs a few dozen
/// bytes in the very first download, and these are called only from a part that few ever load.
fn call(of: &JsValue, name: &str, given: &JsValue) -> Option<JsValue> {
    let function: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(of, given).ok()
}
