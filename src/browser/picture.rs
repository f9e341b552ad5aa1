//! Draws a picture as a PNG.

use super::{download::Held, task};
use crate::picture::{Picture, svg};
use js_sys::Promise;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{
    JsCast, JsValue,
    prelude::{Closure, wasm_bindgen},
};
use web_sys::{Blob, Element};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Element)]
    type Image;
    #[wasm_bindgen(method)]
    fn decode(this: &Image) -> Promise;

    #[wasm_bindgen(extends = Element)]
    type Canvas;
    #[wasm_bindgen(method, js_name = getContext)]
    fn context(this: &Canvas, kind: &str) -> Option<Context>;
    // Throws where the browser lets no page read what it has drawn.
    #[wasm_bindgen(method, catch, js_name = toBlob)]
    fn to_blob(this: &Canvas, then: &JsValue) -> Result<(), JsValue>;

    type Context;
    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw(this: &Context, image: &Image, x: i32, y: i32, width: i32, height: i32) -> Result<(), JsValue>;
}

/// Gives `picture` as a PNG to `then`; nothing where this browser does not draw it.
pub fn png(picture: &Picture, then: impl FnOnce(Option<Held>) + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    let made = |tag: &str| document.as_ref().and_then(|document| document.create_element(tag).ok());
    let (Some(image), Some(canvas)) = (made("img"), made("canvas")) else { return then(None) };
    let (image, canvas): (Image, Canvas) = (image.unchecked_into(), canvas.unchecked_into());
    // What stands in the address itself a sandboxed page may read again, but not what has an address in memory.
    let _ = image.set_attribute("src", &svg::address(&picture.text));
    let size = picture.drawn_size();
    let loaded = image.decode();
    let draw = move |loaded: Option<JsValue>| {
        if loaded.is_none() || !draw(&image, &canvas, size) {
            return then(None);
        }
        let then = Rc::new(Cell::new(Some(then)));
        let last = then.clone();
        let take = move |blob: JsValue| {
            if let Some(then) = then.take() {
                then(blob.dyn_ref::<Blob>().and_then(Held::new));
            }
        };
        if canvas.to_blob(&Closure::once_into_js(take)).is_err()
            && let Some(then) = last.take()
        {
            then(None);
        }
    };
    task::when(loaded, Box::new(draw));
}

/// Draws the whole of `image` over a canvas of this size; gives `false` where it can't be.
fn draw(image: &Image, canvas: &Canvas, (width, height): (i32, i32)) -> bool {
    let sized = canvas.set_attribute("width", &width.to_string()).is_ok()
        && canvas.set_attribute("height", &height.to_string()).is_ok();
    let drawn = canvas.context("2d").map(|context| context.draw(image, 0, 0, width, height));
    sized && drawn.is_some_and(|drawn| drawn.is_ok())
}
