//! The browser's two areas for keeping things, looked at past the app.

use super::watch::window;
use serde_json::{Value, json};
use strategy_first::document::envelope;
use wasm_bindgen::JsValue;
use web_sys::Storage;

const FILLER: &str = "filler";

pub fn local() -> Storage {
    window().local_storage().unwrap().unwrap()
}

pub fn session() -> Storage {
    window().session_storage().unwrap().unwrap()
}

/// What one widget keeps in one area; forgotten in the beginning and in the end.
pub struct Kept {
    area: Storage,
    prefix: String,
}

impl Kept {
    /// `name` is the widget's storage key; each test has one of its own.
    pub fn by(name: &str, area: Storage) -> Kept {
        let kept = Kept { area, prefix: format!("strategy-first/1/{name}/") };
        kept.forget();
        kept
    }

    /// The names that something is kept under, sorted.
    pub fn names(&self) -> Vec<String> {
        let count = self.area.length().unwrap();
        let keys = (0..count).filter_map(|index| self.area.key(index).unwrap());
        let mut names: Vec<String> = keys.filter_map(|key| Some(key.strip_prefix(&self.prefix)?.to_owned())).collect();
        names.sort();
        names
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.area.get_item(&format!("{}{name}", self.prefix)).unwrap()
    }

    /// What is kept under `name`, with its envelope.
    pub fn envelope(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name).unwrap()).unwrap()
    }

    pub fn put(&self, name: &str, text: &str) {
        self.area.set_item(&format!("{}{name}", self.prefix), text).unwrap();
    }

    /// Writes `data` as a newer version of the app would, and gives the text.
    pub fn put_newer(&self, name: &str, data: Value) -> String {
        let mut envelope = envelope::seal(data, 5, "2031-01-01T00:00:00Z");
        envelope["schema"] = json!(envelope::SCHEMA + 1);
        self.put(name, &envelope.to_string());
        envelope.to_string()
    }

    fn forget(&self) {
        for name in self.names() {
            self.area.remove_item(&format!("{}{name}", self.prefix)).unwrap();
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.forget();
    }
}

/// An area without room for another letter, until this is dropped.
pub struct Full(Storage);

impl Full {
    pub fn fill(area: Storage) -> Full {
        let full = Full(area);
        let mut text = String::new();
        let mut step = 4 * 1024 * 1024;
        while step > 0 {
            let longer = format!("{text}{}", "x".repeat(step));
            if full.try_hold(&longer).is_ok() {
                text = longer;
            } else {
                step /= 2;
            }
        }
        full
    }

    fn try_hold(&self, text: &str) -> Result<(), JsValue> {
        self.0.set_item(FILLER, text)
    }
}

impl Drop for Full {
    fn drop(&mut self) {
        self.0.remove_item(FILLER).unwrap();
    }
}
