//! A place to keep things in that fails where a test wants it to.

#![allow(dead_code)] // each test file is compiled by itself and needs only a part of this

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};
use strategy_first::keep::area::Area;

pub(crate) const NOW: &str = "2026-11-22T10:00:00.000Z";

/// Texts in memory, with every write counted.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) texts: RefCell<BTreeMap<String, String>>,
    /// How many writes there were, and how many units of text went into them.
    pub(crate) writes: Cell<usize>,
    pub(crate) written: Cell<usize>,
    /// What each write does, by its number from 0.
    pub(crate) faults: Cell<Faults>,
}

#[derive(Clone, Copy, Default)]
pub(crate) enum Faults {
    #[default]
    None,
    /// That write fails, as with a full quota.
    One(usize),
    /// So do that one and all after it: full, or read-only.
    From(usize),
    /// That write says that it was done, and holds only half of the text.
    Half(usize),
    /// The page ends before that write: neither it nor anything after it happens.
    Dead(usize),
}

impl Memory {
    pub(crate) fn with(faults: Faults) -> Memory {
        let memory = Memory::default();
        memory.faults.set(faults);
        memory
    }

    /// The same texts, without the faults.
    pub(crate) fn again(&self) -> Memory {
        Memory { texts: self.texts.clone(), ..Memory::default() }
    }

    pub(crate) fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    /// The texts that were set aside.
    pub(crate) fn aside(&self) -> Vec<String> {
        let texts = self.texts.borrow();
        texts.iter().filter(|(key, _)| key.contains("/set-aside/")).map(|(_, text)| text.clone()).collect()
    }

    fn is_dead(&self) -> bool {
        matches!(self.faults.get(), Faults::Dead(at) if self.writes.get() >= at)
    }
}

impl Area for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, text: &str) -> bool {
        let number = self.writes.replace(self.writes.get() + 1);
        let text = match self.faults.get() {
            Faults::One(at) if number == at => return false,
            Faults::From(at) | Faults::Dead(at) if number >= at => return false,
            Faults::Half(at) if number == at => text.chars().take(text.chars().count() / 2).collect(),
            _ => text.to_owned(),
        };
        self.written.set(self.written.get() + text.encode_utf16().count());
        self.texts.borrow_mut().insert(key.to_owned(), text);
        true
    }

    fn remove(&self, key: &str) {
        if !self.is_dead() {
            self.texts.borrow_mut().remove(key);
        }
    }

    fn copy(&self, key: &str, to: &str) -> bool {
        let text = self.get(key);
        text.is_some_and(|text| self.set(to, &text))
    }

    fn keys(&self, begin: &str) -> Vec<String> {
        self.all().into_iter().filter(|key| key.starts_with(begin)).collect()
    }
}
