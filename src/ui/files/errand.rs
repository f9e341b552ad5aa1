//! What a script of the page may ask for, without a press: everything as a file, to bring one in, or to remove everything.

use super::{
    around::{Around, export_state},
    panel::{Panel, with_words},
};
use crate::browser::dom;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Whom to tell what came of it: a text, or the sentence that says why nothing was done.
type Told = Box<dyn FnOnce(Result<String, String>)>;

/// Does what `name` says, with a text for what needs one, and tells `then`.
pub fn run(around: Rc<dyn Around>, name: &str, text: &str, then: js_sys::Function) {
    let (name, text) = (name.to_owned(), text.to_owned());
    let told: Told = Box::new(move |done| {
        let is_done = done.is_ok();
        let text = done.unwrap_or_else(|said| said);
        // What the page does with it is its own affair.
        let _ = then.call2(&JsValue::UNDEFINED, &is_done.into(), &text.into());
    });
    with_words(around, move |panel| {
        told(panel.map_or_else(|| Err("its files could not be loaded".to_owned()), |panel| panel.run(&name, &text)));
    });
}

impl Panel {
    fn run(&self, name: &str, text: &str) -> Result<String, String> {
        match name {
            "export" => Ok(export_state(&*self.around, &dom::now()).to_string()),
            "import" => self.import(text).map(|()| String::new()),
            "reset" => {
                self.empty();
                Ok(String::new())
            }
            _ => Err(name.to_owned()),
        }
    }
}
