//! How what planners do is kept: the changes shortly after the last one, and at once when the page is about to go; and what is
//! done about what other tabs keep. Which keys are written is decided in [`crate::keep`].

use super::{
    opened::fresh_plan_id,
    planner::{Planner, today},
};
use crate::{
    browser::{dom, storage::Store, task::Later},
    desk::Desk,
    document::object::object,
    keep::{
        journal::{Journal, News, Opened},
        slots::Put,
    },
    plan::{
        edit::{Edit, Part, Touch},
        field::Content,
        history::History,
        plan::Plan,
    },
    ui::files::kept::{plan_key, read_desk},
    words::PlanKey,
};
use serde_json::Value;
use std::rc::Rc;

/// The milliseconds after a change within which it is kept, and after the last one in a row until what is slower follows.
const PAUSE: i32 = 400;

/// How the open plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was changed yet.
    Unchanged,
    /// What was changed last is about to be kept.
    Soon,
    /// All of it was read back.
    Yes,
    No,
}

/// Something about what is kept that whoever works on it has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The latest of the plan could not be read; what is open is the last good copy.
    Recovered,
    /// Nothing of a plan could be read.
    Unreadable,
    /// A newer version keeps its things here.
    Newer,
    /// Another tab changed the plan with this id at the same time. What is open is a copy with the changes made here.
    Apart(String),
    /// What was kept of the open plan is gone.
    Gone,
}

impl Planner {
    pub(super) fn change_desk(&self, change: impl FnOnce(&mut Desk)) {
        self.catch_up_desk();
        let mut desk = Desk::clone(&self.0.desk.peek());
        change(&mut desk);
        self.0.status.set(String::new());
        self.0.desk.set(Rc::new(desk));
        self.show_once_drawn();
        self.keep_desk();
    }

    /// Nothing is kept as long as there is no plan, nor was one.
    fn keep_desk(&self) {
        if self.0.desk.peek().plans.is_empty() && self.ways().deleted.borrow().is_empty() {
            return;
        }
        let desk = self.0.desk.peek().to_json();
        if *self.0.kept_desk.borrow() != desk || !self.0.store.has("desk") {
            let is_kept = self.0.store.put("desk", &desk);
            *self.0.kept_desk.borrow_mut() = if is_kept { desk } else { Value::Null };
            self.tier_may_have_changed();
        }
    }

    /// Shows what was touched as it is now, and sees to it that it is kept.
    pub(super) fn redraw(&self, touches: &[Touch]) {
        self.show_touched(touches);
        self.0.saved.set(Saved::Soon);
        // Whoever types without a pause is kept all the same.
        if !self.0.unsaved.replace(true) {
            let planner = self.clone();
            *self.0.saving.borrow_mut() = Some(Later::new(PAUSE, move || planner.keep()));
        }
        let planner = self.clone();
        *self.0.settling.borrow_mut() = Some(Later::new(PAUSE, move || planner.save()));
    }

    /// Notes a change that was made to the plan, to be kept with the next ones.
    pub(super) fn note(&self, edit: Edit) {
        self.0.journal.borrow_mut().note(edit);
    }

    /// Keeps the plan as it is now, and lets all that follows changes more slowly catch up.
    pub fn save(&self) {
        self.keep();
        if self.0.settling.take().is_some() {
            self.settle();
        }
    }

    /// Keeps the plan as it is now, if it has changed since it was kept.
    fn keep(&self) {
        if !self.0.unsaved.take() {
            return;
        }
        self.note_updated();
        if self.save_changes() == Put::Stale {
            self.go_apart();
        }
        let (id, title) = self.read(|plan| (plan.cover().id.0.clone(), plan.cover().title.clone()));
        self.catch_up_desk();
        let mut desk = Desk::clone(&self.0.desk.peek());
        desk.note(&id, &title, &today().to_string());
        desk.open = Some(id);
        // What is open and how it is looked at stay the same, so nothing is drawn anew.
        self.0.desk.set_quietly(Rc::new(desk));
        self.keep_desk();
    }

    fn settle(&self) {
        if self.0.saved.peek() == Saved::Soon && !self.0.unsaved.get() {
            self.0.saved.set(Saved::Yes);
        }
        self.note_use();
        self.begin_checking(false);
        self.follow_up();
        self.0.settled.set(self.0.settled.peek() + 1);
        let [error, warning, hint] = self.counts();
        let findings = object([("error", error.into()), ("warning", warning.into()), ("hint", hint.into())]);
        let detail = object([("rev", self.0.changed.peek().into()), ("findings", findings)]);
        self.0.host.emit("sf-plan-change", &detail);
    }

    fn save_changes(&self) -> Put {
        let put = self.read(|plan| save(&self.0.store, &mut self.0.journal.borrow_mut(), plan));
        let is_kept = matches!(put, Put::Kept(_));
        if is_kept {
            self.put_away(&Trouble::Gone);
            if self.0.settling.borrow().is_none() {
                self.0.saved.set(Saved::Yes);
            }
        } else {
            self.0.saved.set(Saved::No);
        }
        // What could not be kept is tried again with the next change, or when the page goes.
        self.0.unsaved.set(put == Put::NoRoom);
        self.tier_may_have_changed();
        put
    }

    /// The day of the last change is no step that could be taken back.
    fn note_updated(&self) {
        let day = Content::Day(Some(today()));
        if self.content_now(&Part::Cover, "updated").as_ref() != Some(&day) {
            let edit = Edit::set("updated", day);
            self.touch(&edit);
            if self.0.plan.borrow_mut().apply(edit.clone()).is_ok() {
                self.note(edit);
            }
        }
    }

    /// Another tab has changed the plan since, and this one has changes of its own: they go on as a plan of their own, and
    /// both are kept.
    fn go_apart(&self) {
        let (id, title) = self.read(|plan| (plan.cover().id.0.clone(), plan.cover().title.clone()));
        let copy = fresh_plan_id();
        let title = self.fill(PlanKey::TabsCopy, &[("name", &self.title_of(&title))]);
        for (field, to) in [("id", copy.clone()), ("title", title)] {
            let edit = Edit::set(field, Content::Text(to));
            self.touch(&edit);
            // Each of these is a field of every plan.
            let _ = self.0.plan.borrow_mut().apply(edit);
        }
        self.0.journal.replace(journal(&self.0.store, &copy));
        self.0.spots.changed(&[Touch::Field(Part::Cover, "title".to_owned())]);
        self.save_changes();
        self.tell(Trouble::Apart(id));
    }

    /// Takes in what other tabs have kept since this one looked.
    pub fn catch_up(&self) {
        if self.catch_up_desk() {
            self.0.desk.set(self.0.desk.peek());
        }
        if self.0.unsaved.get() {
            return self.save();
        }
        let news = self.0.store.read(|area| self.0.journal.borrow_mut().news(area, &dom::now()));
        match news {
            Some(News::Edits(edits)) => self.follow(edits),
            Some(News::Whole(opened)) => {
                let Opened { plan, journal, .. } = *opened;
                self.0.plan.replace(plan);
                self.0.journal.replace(journal);
                self.0.history.replace(History::default());
                self.check_other();
                self.all_changed();
            }
            Some(News::Gone) => {
                let id = self.read(|plan| plan.cover().id.0.clone());
                self.0.journal.replace(journal(&self.0.store, &id));
                self.0.saved.set(Saved::No);
                self.tell(Trouble::Gone);
            }
            Some(News::Nothing) | None => {}
        }
    }

    /// Does here what another tab did. What was done here before cannot be taken back any more, since it may have been
    /// changed there.
    fn follow(&self, edits: Vec<Edit>) {
        let mut touches = Vec::new();
        for edit in edits {
            touches.extend(edit.touches());
            self.touch(&edit);
            // It fitted there, on the same plan.
            let _ = self.0.plan.borrow_mut().apply(edit);
        }
        self.0.history.replace(History::default());
        self.show_touched(&touches);
        self.0.settled.set(self.0.settled.peek() + 1);
        self.follow_up();
    }

    /// The list of plans as other tabs have left it; gives whether it is another one than here.
    pub(super) fn catch_up_desk(&self) -> bool {
        if !self.0.store.is_behind("desk") {
            return false;
        }
        let kept = read_desk(&self.0.store);
        let mut desk = Desk::clone(&self.0.desk.peek());
        let is_other = desk.plans != kept.plans;
        desk.plans = kept.plans;
        self.0.desk.set_quietly(Rc::new(desk));
        is_other
    }

    /// Keeps a plan that is not open.
    pub(super) fn keep_closed(&self, plan: &Plan) {
        let mut journal = journal(&self.0.store, plan.cover().id.as_str());
        save(&self.0.store, &mut journal, plan);
        self.tier_may_have_changed();
    }

    /// How the open plan stands, followed from now on.
    pub fn saved(&self) -> Saved {
        self.0.saved.get()
    }

    /// What there is to know about what is kept, followed from now on.
    pub fn troubles(&self) -> Vec<Trouble> {
        self.0.troubles.get()
    }

    pub(super) fn tell(&self, trouble: Trouble) {
        let mut troubles = self.0.troubles.peek();
        if !troubles.contains(&trouble) {
            troubles.push(trouble);
            self.0.troubles.set(troubles);
        }
    }

    /// It has been read, or is so no more.
    pub fn put_away(&self, trouble: &Trouble) {
        let mut troubles = self.0.troubles.peek();
        if troubles.contains(trouble) {
            troubles.retain(|told| told != trouble);
            self.0.troubles.set(troubles);
        }
    }

    /// Keeps again what is gone.
    pub fn keep_again(&self) {
        self.0.unsaved.set(true);
        self.keep();
        self.settle();
    }

    /// Whether the plan can only be looked at.
    pub fn is_read_only(&self) -> bool {
        self.0.is_read_only.get()
    }

    fn tier_may_have_changed(&self) {
        let tier = self.0.store.tier();
        if tier != self.0.tier.peek() {
            self.0.tier.set(tier);
            self.0.host.emit("sf-storage", &object([("tier", tier.code().into())]));
        }
    }
}

/// For a plan that is not kept yet.
pub(super) fn journal(store: &Store, id: &str) -> Journal {
    Journal::new(plan_key(store, id))
}

fn save(store: &Store, journal: &mut Journal, plan: &Plan) -> Put {
    store.write(|area| journal.save(area, plan, &dom::now()))
}
