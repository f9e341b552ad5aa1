//! What is kept in the browser: one interface over three places, tried from the safest down.
//!
//! What stands there is read and set aside as JavaScript has it: a string of Rust's cannot hold half a character.

use crate::document::envelope::{self, Opened, Trouble};
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use js_sys::JsString;
use serde_json::Value;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Storage;

#[wasm_bindgen]
extern "C" {
    /// A [`Storage`] whose texts stay JavaScript's own.
    type Area;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn text(this: &Area, key: &str) -> Result<Option<JsString>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set_text(this: &Area, key: &str, text: &JsString) -> Result<(), JsValue>;
}

/// Where things are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    Local,
    Session,
    /// Nowhere: the page remembers until it is closed.
    Memory(Why),
}

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Whoever mounted the app wants it so.
    Asked,
    /// The browser has no place for it.
    NoPlace,
    /// There was a place, and no room left in it. What was kept before still is.
    NoRoom,
    /// A newer version has kept something here.
    Newer,
}

/// What was found under a name.
pub enum Found {
    Nothing,
    Data(Value),
    /// It could not be read; it now stands unaltered under another name, or where it stood, if there is no room for that.
    SetAside,
    /// A newer version wrote it; it stays as it is, and nothing is written from now on.
    Newer,
}

/// The place where one widget keeps its things.
pub struct Store {
    tier: Cell<Tier>,
    prefix: String,
    rev: Cell<u64>,
}

impl Tier {
    /// The name used in events.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Tier::Local => "local",
            Tier::Session => "session",
            Tier::Memory(_) => "memory",
        }
    }
}

impl Store {
    /// The safest place that works, from `wanted` down: `local`, `session` or `none`. `name` keeps two widgets apart.
    #[must_use]
    pub fn open(wanted: &str, name: &str) -> Store {
        let tiers: &[Tier] = match wanted {
            "none" => &[],
            "session" => &[Tier::Session],
            _ => &[Tier::Local, Tier::Session],
        };
        let works = tiers.iter().copied().find(|tier| probe(*tier).is_some());
        let why = if tiers.is_empty() { Why::Asked } else { Why::NoPlace };
        Store {
            tier: Cell::new(works.unwrap_or(Tier::Memory(why))),
            prefix: format!("strategy-first/{}/{name}/", envelope::SCHEMA),
            rev: Cell::new(0),
        }
    }

    #[must_use]
    pub fn tier(&self) -> Tier {
        self.tier.get()
    }

    /// What is kept under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Found {
        let key = self.key(name);
        let Some(text) = self.raw_text(&key) else {
            return Found::Nothing;
        };
        let opened = serde_json::from_str(&String::from(&text)).map_err(|_| Trouble::Damaged).and_then(envelope::open);
        match opened {
            Ok(Opened { rev, data }) => {
                self.rev.set(self.rev.get().max(rev));
                Found::Data(data)
            }
            Err(Trouble::Newer) => {
                self.tier.set(Tier::Memory(Why::Newer));
                Found::Newer
            }
            Err(Trouble::Damaged) => self.set_aside(&key, &text),
        }
    }

    /// Keeps `data` under `name`. Where that fails the page goes on in memory, and what was kept before stays whole.
    pub fn put(&self, name: &str, data: Value) {
        let rev = self.rev.get() + 1;
        let envelope = envelope::seal(data, rev, &super::dom::now());
        let key = self.key(name);
        let kept = match self.tier.get() {
            Tier::Local => LocalStorage::set(&key, envelope).is_ok(),
            Tier::Session => SessionStorage::set(&key, envelope).is_ok(),
            Tier::Memory(_) => return,
        };
        if kept {
            self.rev.set(rev);
        } else {
            self.tier.set(Tier::Memory(Why::NoRoom));
        }
    }

    /// Keeps nothing under `name` any more.
    pub fn remove(&self, name: &str) {
        let area = probe(self.tier.get());
        if let Some(area) = area {
            let _ = area.remove_item(&self.key(name));
        }
    }

    fn set_aside(&self, key: &str, text: &JsString) -> Found {
        let aside = format!("{key}/set-aside/{}", super::dom::now());
        let area = probe(self.tier.get());
        if let Some(area) = area.filter(|area| texts(area).set_text(&aside, text).is_ok()) {
            let _ = area.remove_item(key);
        } else {
            // There is no room to keep it twice, so it must not be written over.
            self.tier.set(Tier::Memory(Why::NoRoom));
        }
        Found::SetAside
    }

    fn raw_text(&self, key: &str) -> Option<JsString> {
        let area = match self.tier.get() {
            Tier::Local => LocalStorage::raw(),
            Tier::Session => SessionStorage::raw(),
            Tier::Memory(_) => return None,
        };
        texts(&area).text(key).ok().flatten()
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

fn texts(area: &Storage) -> &Area {
    area.unchecked_ref()
}

/// Writes, reads back and deletes, since a browser may throw at any of the three, and even at the question (browser-facts).
/// `gloo-storage` may be used only after this: it panics where storage throws.
fn probe(tier: Tier) -> Option<Storage> {
    let window = web_sys::window()?;
    let area = match tier {
        Tier::Local => window.local_storage().ok().flatten()?,
        Tier::Session => window.session_storage().ok().flatten()?,
        Tier::Memory(_) => return None,
    };
    let key = "strategy-first/probe";
    area.set_item(key, "1").ok()?;
    let same = area.get_item(key).ok().flatten().is_some_and(|value| value == "1");
    area.remove_item(key).ok()?;
    same.then_some(area)
}
