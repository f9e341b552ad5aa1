//! Whatever JavaScript has, asked for its parts by their names. Each function taken from JavaScript by a name of its own costs
//! everybody some fifty bytes of download; what is rarely used goes through these two.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    pub type Thing;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn named(this: &Thing, name: &str) -> JsValue;
}

impl Thing {
    /// The part called `name`, or nothing where it is absent. Elements of lists are called by their numbers.
    #[must_use]
    pub fn part(&self, name: &str) -> Option<Thing> {
        let part = self.named(name);
        (!part.is_null() && !part.is_undefined()).then(|| part.unchecked_into())
    }

    /// The words in the part called `name`.
    #[must_use]
    pub fn words(&self, name: &str) -> Option<String> {
        self.named(name).as_string()
    }

    /// The number in the part called `name`.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.named(name).as_f64()
    }

    /// What its function called `name` promises; nothing where there is none, or it throws.
    #[must_use]
    pub fn promise(&self, name: &str) -> Option<Promise> {
        let made = Function::from(self.named(name)).call1(self, &JsValue::UNDEFINED).ok()?;
        Some(made.unchecked_into())
    }
}
