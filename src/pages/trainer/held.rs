//! The group in hand, and what it was before each of the last changes.

use crate::{browser::watched::Watched, course::intake::Group};
use std::{cell::RefCell, rc::Rc};

pub struct Held {
    group: Watched<Rc<Group>>,
    /// The last one last.
    before: RefCell<Vec<Rc<Group>>>,
    can_undo: Watched<bool>,
}

/// So many changes can be undone.
const UNDONE: usize = 20;

impl Held {
    pub fn new() -> Held {
        Held { group: Watched::new(Rc::default()), before: RefCell::default(), can_undo: Watched::new(false) }
    }

    /// What asks is drawn anew when it changes.
    pub fn get(&self) -> Rc<Group> {
        self.group.get()
    }

    pub fn peek(&self) -> Rc<Group> {
        self.group.peek()
    }

    /// What was kept, which is no change.
    pub fn begin_with(&self, group: Group) {
        self.group.set(Rc::new(group));
    }

    pub fn change(&self, group: Group) {
        let mut before = self.before.borrow_mut();
        before.push(self.group.peek());
        if before.len() > UNDONE {
            before.remove(0);
        }
        drop(before);
        self.can_undo.set(true);
        self.group.set(Rc::new(group));
    }

    /// What asks is drawn anew when that changes.
    pub fn can_undo(&self) -> bool {
        self.can_undo.get()
    }

    /// Gives whether there was something to undo.
    pub fn undo(&self) -> bool {
        let last = self.before.borrow_mut().pop();
        self.can_undo.set(!self.before.borrow().is_empty());
        let is_undone = last.is_some();
        if let Some(group) = last {
            self.group.set(group);
        }
        is_undone
    }
}
