//! How what visitors do is kept, and what is done about what other tabs keep.

use super::{
    app::App,
    opened::{kept, kept_results},
};
use crate::{
    browser::{storage::Tier, task},
    document::object::object,
    visit::{Screen, Visit},
};
use serde_json::Value;
use std::rc::Rc;

impl App {
    /// Keeps what changed, and draws the screen anew.
    pub(super) fn change_visit(&self, change: impl FnOnce(&mut Visit)) {
        self.change_quietly(change);
        self.show();
    }

    /// Draws the screen anew.
    pub(super) fn show(&self) {
        self.leave_screen();
        self.draw();
    }

    /// The same, once the button that leads there has answered: for screens that take long.
    pub(super) fn show_once_drawn(&self) {
        self.0.is_to_show.set(true);
        self.leave_screen();
        let app = Rc::downgrade(&self.0);
        task::once_drawn(Box::new(move || {
            // An app that was taken away in the meantime has nothing more to do, nor one that has been drawn since.
            if let Some(app) = app.upgrade().map(App)
                && app.0.is_to_show.get()
            {
                app.draw();
            }
        }));
    }

    /// Draws the screen as it is to be now; what was to be drawn later is drawn with that.
    pub(super) fn draw(&self) {
        self.0.is_to_show.set(false);
        self.0.visit.set(self.visit());
    }

    fn leave_screen(&self) {
        self.0.moved.set(true);
        self.0.status.set(String::new());
    }

    /// Keeps what changed, after which the last deletion can't be taken back any more, and draws the screen anew.
    pub(super) fn change_results(&self, change: impl FnOnce(&mut Visit)) {
        self.change_results_quietly(change);
        self.show();
    }

    /// Keeps what changed, after which the last deletion can't be taken back any more.
    pub(super) fn change_results_quietly(&self, change: impl FnOnce(&mut Visit)) {
        self.0.undo.set(None);
        // Another tab may have kept some since, or deleted some.
        let kept = kept_results(&self.0.store);
        let is_all = self.0.store.holds_all();
        self.change_quietly(|visit| {
            if is_all {
                visit.results = kept;
            } else {
                visit.take_in(kept);
            }
            change(visit);
        });
        self.keep("results", &self.visit().results_to_json());
    }

    /// Takes in what another tab has kept since this one looked. The screen stays, as long as there is something to show on it.
    pub fn catch_up(&self) {
        if !["session", "results"].iter().any(|name| self.0.store.is_behind(name)) {
            return;
        }
        let (kept, _, _) = kept(&self.0.store);
        let mut visit = (*self.visit()).clone();
        visit.catch_up(kept);
        if !self.0.loaded.borrow().suffices(&visit.screen, &visit) {
            visit.screen = Screen::Start;
        }
        self.turn();
        self.0.undo.set(None);
        self.0.visit.set_quietly(Rc::new(visit));
        self.draw();
    }

    /// Keeps what changed.
    pub(super) fn change_quietly(&self, change: impl FnOnce(&mut Visit)) {
        self.turn();
        let mut visit = (*self.visit()).clone();
        change(&mut visit);
        self.keep("session", &visit.to_json());
        self.0.visit.set_quietly(Rc::new(visit));
    }

    pub(super) fn keep(&self, name: &str, data: &Value) {
        self.0.store.put(name, data);
        let (before, tier) = (self.0.tier.peek(), self.0.store.tier());
        if tier != before {
            self.0.tier.set(tier);
            self.emit("sf-storage", &object([("tier", tier.code().into())]));
            if matches!(before, Tier::Memory(_)) {
                // There is room again, also for what came while there was none.
                self.0.store.put("results", &self.visit().results_to_json());
            }
        }
    }
}
