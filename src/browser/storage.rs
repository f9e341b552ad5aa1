//! What is kept in the browser: one interface over three places, tried from the safest down. What is written where is decided
//! in [`crate::keep`].
//!
//! What stands there is copied as JavaScript has it: a string of Rust's cannot hold half a character.

use super::{dom, options::Options};
use crate::document::object::{joined, text};
use crate::keep::{
    area::Area,
    slots::{self, Put, Spot},
};
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use js_sys::{JSON, JsString, Object, Reflect};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Storage;

pub use crate::keep::slots::Found;

#[wasm_bindgen]
extern "C" {
    /// A [`Storage`] whose texts stay JavaScript's own.
    type Texts;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn text(this: &Texts, key: &str) -> Result<Option<JsString>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set_text(this: &Texts, key: &str, text: &JsString) -> Result<(), JsValue>;
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
    /// There is a place, and no room left in it at the moment. What was kept before still is.
    NoRoom,
    /// A newer version has kept something here.
    Newer,
}

/// The first part of every key. It names the order of the keys, and not the schema of what stands under them.
const KEYS: &str = "strategy-first/1/";

/// The place where one widget keeps its things.
pub struct Store {
    tier: Cell<Tier>,
    /// Where it writes as long as there is room, and what it reads.
    place: Option<(Tier, Place)>,
    prefix: String,
    /// The revisions that this tab knows, by name.
    known: RefCell<Vec<(String, u64)>>,
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
    /// The place that the page's options name; where there is none, the page's own memory, if it has one.
    #[must_use]
    pub fn of(options: &Options) -> Store {
        let name = options.storage_key().filter(|name| !name.is_empty()).unwrap_or_else(|| "default".to_owned());
        let mut store = Store::open(&options.storage().unwrap_or_default(), &name);
        if store.place.is_none() {
            store.place = options.memory().map(|memory| (store.tier(), Place::Page(memory)));
        }
        store
    }

    /// The safest place that works, from `wanted` down: `local`, `session` or `none`. `name` keeps two widgets apart.
    #[must_use]
    pub fn open(wanted: &str, name: &str) -> Store {
        let tiers: &[Tier] = match wanted {
            "none" => &[],
            "session" => &[Tier::Session],
            _ => &[Tier::Local, Tier::Session],
        };
        let prefix = joined(&[KEYS, name, "/"]);
        let mut why = if tiers.is_empty() { Why::Asked } else { Why::NoPlace };
        let mut works = true;
        let place = tiers.iter().find_map(|tier| {
            let place = Place::of(*tier)?;
            works = place.probe();
            // What is in a full browser can still be read.
            (works || !place.keys(&prefix).is_empty()).then_some((*tier, place))
        });
        if place.is_some() && !works {
            why = Why::NoRoom;
        }
        let tier = place.as_ref().filter(|_| works).map_or(Tier::Memory(why), |(tier, _)| *tier);
        Store { tier: Cell::new(tier), place, prefix, known: RefCell::default() }
    }

    #[must_use]
    pub fn tier(&self) -> Tier {
        self.tier.get()
    }

    /// Whether it holds all that is in hand, be it only for as long as the page is open.
    #[must_use]
    pub fn holds_all(&self) -> bool {
        self.place.is_some() && !matches!(self.tier(), Tier::Memory(Why::NoRoom | Why::Newer))
    }

    /// What is kept under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Found {
        let Some((_, place)) = &self.place else {
            return Found::Nothing;
        };
        let got = slots::get(place, Spot { name, key: &self.key(name) }, &dom::now());
        self.know(name, got.rev);
        if matches!(got.found, Found::Newer(_)) {
            self.leave_alone();
        }
        got.found
    }

    /// Keeps `data` under `name`, whatever another tab may have kept there: whoever needs that asks [`Store::is_behind`] first.
    /// Where it fails the page goes on in memory, and what was kept before stays whole; then it gives `false`.
    pub fn put(&self, name: &str, data: &Value) -> bool {
        let known = self.rev(name).unwrap_or_else(|| self.known(name));
        let put =
            self.write(|place| slots::put(place, Spot { name, key: &self.key(name) }, known, &text(data), &dom::now()));
        if let Put::Kept(rev) = put {
            self.know(name, rev);
        }
        matches!(put, Put::Kept(_))
    }

    /// Whether anything is kept under `name`.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.rev(name).is_some()
    }

    /// Whether another tab has kept something under `name` since this one looked.
    #[must_use]
    pub fn is_behind(&self, name: &str) -> bool {
        self.rev(name).is_some_and(|rev| rev != self.known(name))
    }

    fn rev(&self, name: &str) -> Option<u64> {
        self.read(|place| slots::rev(place, &self.key(name))).flatten()
    }

    /// Keeps nothing under `name` any more.
    pub fn remove(&self, name: &str) {
        self.read(|place| slots::remove(place, &self.key(name)));
    }

    /// Writes by way of `act`, and notes how it went. Where there is no place, nothing is done.
    pub fn write(&self, act: impl FnOnce(&dyn Area) -> Put) -> Put {
        let Some((tier, place)) = self.place.as_ref().filter(|_| self.tier.get() != Tier::Memory(Why::Newer)) else {
            return Put::NoRoom;
        };
        let put = act(place);
        match put {
            Put::Kept(_) => self.tier.set(*tier),
            Put::NoRoom => self.tier.set(Tier::Memory(Why::NoRoom)),
            Put::Newer => self.leave_alone(),
            Put::Stale => {}
        }
        put
    }

    /// Reads by way of `act`, where there is a place.
    pub fn read<T>(&self, act: impl FnOnce(&dyn Area) -> T) -> Option<T> {
        self.place.as_ref().map(|(_, place)| act(place))
    }

    /// From now on nothing is written: a newer version keeps its things here.
    pub fn leave_alone(&self) {
        self.tier.set(Tier::Memory(Why::Newer));
    }

    /// The key of what is kept under `name`.
    #[must_use]
    pub fn key(&self, name: &str) -> String {
        joined(&[&self.prefix, name])
    }

    /// All that could not be read and was set aside: an object of keys and texts, as JSON. It has each text unaltered, half a
    /// character written as an escape.
    #[must_use]
    pub fn set_aside(&self) -> Option<String> {
        let (_, place) = self.place.as_ref()?;
        let object = Object::new();
        for key in place.keys(&self.prefix).iter().filter(|key| key.split('/').any(|part| part == "set-aside")) {
            let text = place.text(key);
            let _ = Reflect::set(&object, &key.as_str().into(), &text.into());
        }
        JSON::stringify(&object).ok().map(String::from)
    }

    fn known(&self, name: &str) -> u64 {
        self.known.borrow().iter().find(|(known, _)| known == name).map_or(0, |(_, rev)| *rev)
    }

    fn know(&self, name: &str, rev: u64) {
        let mut known = self.known.borrow_mut();
        match known.iter_mut().find(|(known, _)| known == name) {
            Some(known) => known.1 = rev,
            None => known.push((name.to_owned(), rev)),
        }
    }
}

/// Where texts stand under keys.
enum Place {
    /// One of the browser's two storages.
    Browser(Storage),
    /// An object of the page's, which lasts as long as that does.
    Page(Object),
}

impl Place {
    /// The browser may throw at the question already.
    fn of(tier: Tier) -> Option<Place> {
        let window = web_sys::window()?;
        let is_there = match tier {
            Tier::Local => window.local_storage(),
            Tier::Session => window.session_storage(),
            Tier::Memory(_) => return None,
        };
        is_there.ok().flatten()?;
        // `gloo-storage` panics where storage throws, and so is asked only now.
        Some(Place::Browser(if tier == Tier::Local { LocalStorage::raw() } else { SessionStorage::raw() }))
    }

    /// Writes, reads back and deletes, since a browser may throw at any of the three (browser-facts).
    fn probe(&self) -> bool {
        let key = "strategy-first/probe";
        let works = crate::keep::area::write(self, key, "1");
        works && self.clear(key)
    }

    /// The text under `key`, as JavaScript has it.
    fn text(&self, key: &str) -> Option<JsString> {
        match self {
            Place::Browser(storage) => storage.unchecked_ref::<Texts>().text(key).ok().flatten(),
            Place::Page(object) => Reflect::get(object, &key.into()).ok()?.dyn_into().ok(),
        }
    }

    fn set_text(&self, key: &str, text: &JsString) -> bool {
        match self {
            Place::Browser(storage) => storage.unchecked_ref::<Texts>().set_text(key, text).is_ok(),
            Place::Page(object) => Reflect::set(object, &key.into(), text).is_ok(),
        }
    }

    /// Whether nothing stands under `key` any more.
    fn clear(&self, key: &str) -> bool {
        match self {
            Place::Browser(storage) => storage.remove_item(key).is_ok(),
            Place::Page(object) => Reflect::delete_property(object, &key.into()).is_ok(),
        }
    }
}

impl Area for Place {
    fn get(&self, key: &str) -> Option<String> {
        self.text(key).map(String::from)
    }

    fn set(&self, key: &str, text: &str) -> bool {
        self.set_text(key, &text.into())
    }

    fn remove(&self, key: &str) {
        self.clear(key);
    }

    fn copy(&self, key: &str, to: &str) -> bool {
        self.text(key).is_some_and(|text| self.set_text(to, &text))
    }

    fn keys(&self, begin: &str) -> Vec<String> {
        let object: &Object = match self {
            Place::Browser(storage) => storage.unchecked_ref(),
            Place::Page(object) => object,
        };
        // A storage's own keys are what is kept in it.
        Object::keys(object).iter().filter_map(|key| key.as_string()).filter(|key| key.starts_with(begin)).collect()
    }
}
