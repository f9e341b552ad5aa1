//! Which parts of the page show which parts of something large, so that a change redraws only those.

use leptos::prelude::{ArcTrigger, Notify, Track};
use std::{cell::RefCell, collections::HashMap, hash::Hash};

/// Triggers by the name of what they stand for.
pub struct Spots<K>(RefCell<HashMap<K, ArcTrigger>>);

impl<K> Default for Spots<K> {
    fn default() -> Spots<K> {
        Spots(RefCell::default())
    }
}

impl<K: Eq + Hash> Spots<K> {
    /// What asks is drawn anew when `spot` changes.
    pub fn follow(&self, spot: K) {
        let trigger = self.0.borrow_mut().entry(spot).or_default().clone();
        trigger.track();
    }

    /// Draws anew whatever follows one of these.
    pub fn changed(&self, spots: &[K]) {
        let triggers: Vec<ArcTrigger> = {
            let known = self.0.borrow();
            spots.iter().filter_map(|spot| known.get(spot).cloned()).collect()
        };
        for trigger in triggers {
            trigger.notify();
        }
    }

    /// Draws everything anew, as when another thing takes the place of the whole.
    pub fn all_changed(&self) {
        let triggers: Vec<ArcTrigger> = self.0.borrow().values().cloned().collect();
        for trigger in triggers {
            trigger.notify();
        }
    }
}
