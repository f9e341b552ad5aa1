//! A hold on an element.

use super::{El, Target};

/// A hold on an element that is changed often, and too small a thing to be drawn anew each time.
#[derive(Clone)]
pub struct Handle(pub(super) Target);

impl Handle {
    pub fn set(&self, name: &str, value: &str) {
        self.0.set(name, value);
    }

    pub fn flag(&self, name: &str, is_there: bool) {
        self.0.toggle(name, is_there);
    }

    /// Puts `value` into a field.
    pub fn set_value(&self, value: &str) {
        self.0.set_value(value);
    }

    /// Puts `child` into it, in place of what was there; with nothing it is empty.
    pub fn hold(&self, child: Option<&El>) {
        self.0.clear();
        if let Some(child) = child {
            self.0.append(&child.0.element);
        }
    }

    /// Gives it the keyboard's focus.
    pub fn focus(&self) {
        self.0.focus();
    }

    /// Its width in pixels.
    #[must_use]
    pub fn width(&self) -> i32 {
        self.0.width()
    }
}
