//! What is kept in the browser: one interface over three places, tried from the safest down.

use crate::document::envelope::{self, Opened, Trouble};
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use serde_json::Value;
use std::cell::Cell;
use web_sys::Storage;

/// Where things are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    Local,
    Session,
    /// Nowhere: the page remembers until it is closed.
    Memory,
}

/// What was found under a name.
pub enum Found {
    Nothing,
    Data(Value),
    /// It could not be read; it now stands unaltered under another name.
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
        ["local", "session", "memory"][self as usize]
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
        Store {
            tier: Cell::new(works.unwrap_or(Tier::Memory)),
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
        let opened = serde_json::from_str(&text).map_err(|_| Trouble::Damaged).and_then(envelope::open);
        match opened {
            Ok(Opened { rev, data }) => {
                self.rev.set(self.rev.get().max(rev));
                Found::Data(data)
            }
            Err(Trouble::Newer) => {
                self.tier.set(Tier::Memory);
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
            Tier::Memory => return,
        };
        if kept {
            self.rev.set(rev);
        } else {
            self.tier.set(Tier::Memory);
        }
    }

    /// Keeps nothing under `name` any more.
    pub fn remove(&self, name: &str) {
        let area = probe(self.tier.get());
        if let Some(area) = area {
            let _ = area.remove_item(&self.key(name));
        }
    }

    fn set_aside(&self, key: &str, text: &str) -> Found {
        let aside = format!("{key}/set-aside/{}", super::dom::now());
        let area = probe(self.tier.get());
        if let Some(area) = area.filter(|area| area.set_item(&aside, text).is_ok()) {
            let _ = area.remove_item(key);
            Found::SetAside
        } else {
            // There is no room to keep it twice, so it must not be written over.
            self.tier.set(Tier::Memory);
            Found::SetAside
        }
    }

    fn raw_text(&self, key: &str) -> Option<String> {
        let area = match self.tier.get() {
            Tier::Local => LocalStorage::raw(),
            Tier::Session => SessionStorage::raw(),
            Tier::Memory => return None,
        };
        area.get_item(key).ok().flatten()
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// Writes, reads back and deletes, since a browser may throw at any of the three, and even at the question (browser-facts).
/// `gloo-storage` may be used only after this: it panics where storage throws.
fn probe(tier: Tier) -> Option<Storage> {
    let window = web_sys::window()?;
    let area = match tier {
        Tier::Local => window.local_storage().ok().flatten()?,
        Tier::Session => window.session_storage().ok().flatten()?,
        Tier::Memory => return None,
    };
    let key = "strategy-first/probe";
    area.set_item(key, "1").ok()?;
    let same = area.get_item(key).ok().flatten().is_some_and(|value| value == "1");
    area.remove_item(key).ok()?;
    same.then_some(area)
}
