//! How what planners do is kept: the plan shortly after its last change, and at once when the page is about to go.

use super::planner::{Planner, today};
use crate::{
    browser::task::Later,
    desk::{Desk, View},
    document::object::object,
    plan::{
        edit::{Edit, Touch},
        field::Content,
    },
};
use std::rc::Rc;

/// The milliseconds after the last change within which it is kept.
const PAUSE: i32 = 400;

impl Planner {
    pub(super) fn change_desk(&self, change: impl FnOnce(&mut Desk)) {
        let mut desk = Desk::clone(&self.0.desk.peek());
        change(&mut desk);
        self.0.status.set(String::new());
        let seen = (desk.view == View::Guided).then(|| desk.section.clone());
        self.0.desk.set(Rc::new(desk));
        if let Some(section) = seen {
            self.see(&section);
        }
        self.keep_desk();
    }

    /// Nothing is kept as long as there is no plan, nor was one.
    fn keep_desk(&self) {
        if self.0.desk.peek().plans.is_empty() && self.ways().deleted.borrow().is_empty() {
            return;
        }
        self.0.store.put("desk", self.0.desk.peek().to_json());
        self.tier_may_have_changed();
    }

    pub(super) fn redraw(&self, touches: &[Touch]) {
        self.0.spots.changed(touches);
        self.0.changed.set(self.0.changed.peek() + 1);
        self.0.unsaved.set(true);
        let planner = self.clone();
        *self.0.saving.borrow_mut() = Some(Later::new(PAUSE, move || planner.save()));
    }

    /// Keeps the plan as it is now, if it has changed since it was kept.
    pub fn save(&self) {
        if !self.0.unsaved.take() {
            return;
        }
        let today = today();
        self.note_updated();
        let (id, title, file) =
            self.read(|plan| (plan.cover().id.0.clone(), plan.cover().title.clone(), plan.to_json()));
        self.0.store.put(&format!("plan/{id}"), file);
        let mut desk = Desk::clone(&self.0.desk.peek());
        desk.note(&id, &title, &today.to_string());
        desk.open = Some(id);
        // What is open and how it is looked at stay the same, so nothing is drawn anew.
        self.0.desk.set_quietly(Rc::new(desk));
        self.keep_desk();
        self.note_use();
        self.begin_checking(false);
        self.check_now();
        self.0.settled.set(self.0.settled.peek() + 1);
        let [error, warning, hint] = self.counts();
        let findings = object([("error", error.into()), ("warning", warning.into()), ("hint", hint.into())]);
        let detail = object([("rev", self.0.changed.peek().into()), ("findings", findings)]);
        self.0.host.emit("sf-plan-change", &detail);
    }

    /// The day of the last change is no step that could be taken back.
    fn note_updated(&self) {
        let edit = Edit::set("updated", Content::Day(Some(today())));
        self.touch(&edit);
        let _ = self.0.plan.borrow_mut().apply(edit);
    }

    fn tier_may_have_changed(&self) {
        let tier = self.0.store.tier();
        if tier != self.0.tier.peek() {
            self.0.tier.set(tier);
            self.0.host.emit("sf-storage", &object([("tier", tier.code().into())]));
        }
    }
}
