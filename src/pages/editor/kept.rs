//! Where the draft is kept in the browser, and whether it is.

use crate::browser::{
    storage::{Store, Tier},
    watched::Watched,
};
use serde_json::Value;

/// What it is kept under.
const NAME: &str = "pack-draft";

/// Where the draft is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Here(Tier),
    /// Another tab has kept something since, and nothing of its is written over.
    Behind,
}

pub struct Keeper {
    store: Store,
    state: Watched<Kept>,
}

impl Keeper {
    /// Beside what the widget of that name keeps.
    pub fn open(key: Option<&str>) -> Keeper {
        let store = Store::open("local", key.unwrap_or("default"));
        let state = Watched::new(Kept::Here(store.tier()));
        Keeper { store, state }
    }

    /// What was kept; what a newer version wrote stays as it is.
    pub fn read(&self) -> Value {
        let kept = self.store.get(NAME).into_data().unwrap_or_default();
        self.tell();
        kept
    }

    /// What another tab has kept, in place of what this one had.
    pub fn take(&self) -> Value {
        self.state.set(Kept::Here(self.store.tier()));
        self.read()
    }

    pub fn keep(&self, draft: &Value) {
        if self.state.peek() == Kept::Behind {
            return;
        }
        if self.store.is_behind(NAME) {
            self.state.set(Kept::Behind);
        } else {
            self.force(draft);
        }
    }

    /// Keeps it whatever another tab has kept.
    pub fn force(&self, draft: &Value) {
        self.store.put(NAME, draft);
        self.tell();
    }

    /// Where it is kept, followed from now on.
    pub fn state(&self) -> Kept {
        self.state.get()
    }

    fn tell(&self) {
        let now = Kept::Here(self.store.tier());
        if self.state.peek() != now {
            self.state.set(now);
        }
    }
}
