//! Dragging along a line: by mouse, pen or finger.

use super::element::{El, Handle};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::Event;

#[wasm_bindgen]
extern "C" {
    type Pointed;
    #[wasm_bindgen(method, getter, structural, js_name = clientX)]
    fn x(this: &Pointed) -> f64;
    #[wasm_bindgen(method, getter, structural)]
    fn button(this: &Pointed) -> i32;
    #[wasm_bindgen(method, getter, structural, js_name = pointerId)]
    fn pointer(this: &Pointed) -> i32;
    #[wasm_bindgen(method, getter, structural, js_name = currentTarget)]
    fn element(this: &Pointed) -> Dragged;

    type Dragged;
    // It throws where the pointer is gone by now, and then there is nothing to follow.
    #[wasm_bindgen(method, catch, structural, js_name = setPointerCapture)]
    fn capture(this: &Dragged, pointer: i32) -> Result<(), JsValue>;
}

/// Nearer than this, in pixels, it is a press that trembled.
const STILL: i32 = 4;

struct Drag {
    along: Handle,
    /// Where it began, while it goes on.
    from: Cell<Option<i32>>,
    has_moved: Cell<bool>,
    then: Box<dyn Fn(i32, bool)>,
}

impl El {
    /// A drag sideways that begins on this element: how far it has come, in thousandths of the width of `along`, and whether it
    /// is over. One that is called off ends where it began. To be called before other listeners for `click` are added, since
    /// the press that ends a drag is none.
    #[must_use]
    pub fn on_drag(self, along: Handle, then: impl Fn(i32, bool) + 'static) -> El {
        let drag = Drag { along, from: Cell::default(), has_moved: Cell::default(), then: Box::new(then) };
        let drag = Rc::new(drag);
        let hears = |element: El, event: &'static str| {
            let drag = drag.clone();
            element.listen(event, Box::new(move |heard| drag.hear(event, &heard)))
        };
        ["pointerdown", "pointermove", "pointerup", "pointercancel", "click"].into_iter().fold(self, hears)
    }
}

impl Drag {
    fn hear(&self, name: &str, event: &Event) {
        let pointed = Pointed::from(JsValue::from(event.clone()));
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
        let x = pointed.x() as i32;
        if name == "click" {
            if self.has_moved.take() {
                event.stop_immediate_propagation();
            }
        } else if name == "pointerdown" {
            if pointed.button() == 0 {
                self.from.set(Some(x));
                self.has_moved.set(false);
                let _ = pointed.element().capture(pointed.pointer());
            }
        } else if let Some(from) = self.from.get() {
            let far = x - from;
            let is_over = name != "pointermove";
            if is_over {
                self.from.set(None);
            }
            if far.abs() >= STILL {
                self.has_moved.set(true);
            }
            if self.has_moved.get() {
                let far = if name == "pointercancel" { 0 } else { far };
                (self.then)(far * 1000 / self.along.width().max(1), is_over);
            }
        }
    }
}
