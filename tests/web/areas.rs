//! The browser's two areas for keeping things, looked at past the app.

use super::watch::window;
use serde_json::{Value, json};
use strategy_first::document::envelope;
use web_sys::Storage;

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

    /// The names that something is kept under, sorted, without the copies that belong to each.
    pub fn names(&self) -> Vec<String> {
        let is_copy = |name: &String| ["/a", "/b", "/c"].iter().any(|end| name.ends_with(end));
        self.keys().into_iter().filter(|name| !is_copy(name)).collect()
    }

    /// The same with the copies.
    pub fn keys(&self) -> Vec<String> {
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
        let pointer: Value = serde_json::from_str(&self.text(name).unwrap()).unwrap();
        match pointer["data"]["slot"].as_str() {
            Some(slot) => serde_json::from_str(&self.text(&format!("{name}/{slot}")).unwrap()).unwrap(),
            None => pointer,
        }
    }

    pub fn put(&self, name: &str, text: &str) {
        self.area.set_item(&format!("{}{name}", self.prefix), text).unwrap();
    }

    /// Writes `data` as a newer version of the app would, and gives the text.
    pub fn put_newer(&self, name: &str, data: &Value) -> String {
        let sealed = envelope::seal(&data.to_string(), 5, "2031-01-01T00:00:00Z");
        let mut envelope: Value = serde_json::from_str(&sealed).unwrap();
        envelope["schema"] = json!(envelope::SCHEMA + 1);
        self.put(name, &envelope.to_string());
        envelope.to_string()
    }

    fn forget(&self) {
        for name in self.keys() {
            self.area.remove_item(&format!("{}{name}", self.prefix)).unwrap();
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.forget();
    }
}

/// An area without room for another name and letter, until this is dropped.
pub struct Full {
    area: Storage,
    fillers: usize,
}

impl Full {
    pub fn fill(area: Storage) -> Full {
        let mut full = Full { area, fillers: 0 };
        let mut letters = 4 * 1024 * 1024;
        while letters > 0 {
            if full.area.set_item(&filler(full.fillers), &"x".repeat(letters)).is_ok() {
                full.fillers += 1;
            } else {
                letters /= 2;
            }
        }
        full
    }
}

fn filler(number: usize) -> String {
    format!("f{number}")
}

impl Drop for Full {
    fn drop(&mut self) {
        for number in 0..self.fillers {
            self.area.remove_item(&filler(number)).unwrap();
        }
    }
}
