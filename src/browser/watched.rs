//! A value that redraws what read it when it changes.

use leptos::prelude::{ArcTrigger, Notify, Track};
use std::{cell::RefCell, rc::Rc};

/// Shared by all its clones. Reading gives a copy, so nothing is ever borrowed across a call; and since only the trigger is
/// Leptos' own, all kinds of values share its code.
pub struct Watched<T> {
    value: Rc<RefCell<T>>,
    changed: ArcTrigger,
}

impl<T: Clone> Watched<T> {
    #[must_use]
    pub fn new(value: T) -> Watched<T> {
        Watched { value: Rc::new(RefCell::new(value)), changed: ArcTrigger::new() }
    }

    /// The value. What asks is drawn anew when it changes.
    #[must_use]
    pub fn get(&self) -> T {
        self.changed.track();
        self.peek()
    }

    /// The value, for once.
    #[must_use]
    pub fn peek(&self) -> T {
        self.value.borrow().clone()
    }

    pub fn set(&self, value: T) {
        self.set_quietly(value);
        self.changed.notify();
    }

    /// Sets the value and draws nothing anew.
    pub fn set_quietly(&self, value: T) {
        // The old value is dropped after the borrow has ended, whatever its dropping does.
        let before = self.value.replace(value);
        drop(before);
    }
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Watched<T> {
        Watched { value: self.value.clone(), changed: self.changed.clone() }
    }
}
