//! Copies of everything, as files: the buttons in the foot, the day of the last copy, the reminder; and saving and opening
//! files in the builder.

use super::{
    opened::new_plan,
    part::{note, press},
    planner::{self, Planner, today},
};
use crate::{
    browser::{
        dom,
        element::{El, el},
        event::Asker,
        given::Given,
        options::Options,
        storage::Store,
        watched::Watched,
    },
    copies::Copies,
    desk::View as Looking,
    files::state::{State, is_same_plan},
    halves,
    ui::{
        files::{
            around::{Around, Holds},
            errand,
            kept::{self, InHand},
            panel,
            task::{PART, Place, Task},
        },
        part::{actions, div},
    },
    words::PlanKey,
};
use serde_json::Value;
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

/// What the builder knows of copies.
pub struct Saving {
    last: Watched<Copies>,
    place: Place,
}

impl Saving {
    pub fn new(store: &Store) -> Saving {
        Saving { last: Watched::new(kept::read_copies(store)), place: Place::default() }
    }
}

/// The buttons, with the day of the last copy and the reminder.
pub fn foot(planner: &Planner) -> Vec<El> {
    planner.texts();
    let copies = planner.0.copies.last.get();
    let last = copies.saved.map_or_else(
        || planner.t(PlanKey::CopiesNone),
        |day| planner.fill(PlanKey::CopiesLast, &[("date", &planner.date(day))]),
    );
    let does = |class, key, task: fn() -> Task| press(planner, class, key, move |planner| planner.files(task()));
    let save = || does("sf-line", PlanKey::CopiesSave, || Task::Save);
    let buttons =
        [does("sf-link", PlanKey::CopiesSave, || Task::Save), does("sf-link", PlanKey::CopiesOpen, || Task::Open)];
    let reminder = copies.is_due().then(|| {
        let later = press(planner, "sf-quiet", PlanKey::CopiesLater, Planner::remind_later);
        let text = el("p").class("sf-text").text(&planner.t(PlanKey::CopiesDue));
        div("sf-note-box").child(text).child(actions([save(), later]))
    });
    let line = div("sf-copies").child(note(&last)).child(actions(buttons));
    reminder.into_iter().chain([line]).collect()
}

/// Where saving or opening a file is shown.
pub fn place(planner: &Planner) -> El {
    planner.0.copies.place.element()
}

impl Planner {
    /// Saves or opens a file, once that part of the program is there.
    pub fn files(&self, task: Task) {
        let (planner, waiting) = (self.clone(), self.wait());
        self.options().part(PART, move |is_there| {
            drop(waiting);
            if is_there { halves::plan_files(&planner, task) } else { planner.say(&planner.t(PlanKey::AppFailed)) }
        });
    }

    /// The plan was changed today.
    pub(super) fn note_use(&self) {
        self.change_copies(|copies| copies.note_change(today()));
    }

    fn remind_later(&self) {
        self.change_copies(|copies| {
            copies.dismiss();
            true
        });
    }

    fn change_copies(&self, change: impl FnOnce(&mut Copies) -> bool) {
        // Another tab may have saved a copy since.
        let store = &self.0.store;
        let mut copies = if store.holds_all() { kept::read_copies(store) } else { self.0.copies.last.peek() };
        if change(&mut copies) {
            kept::write_copies(store, &copies);
            self.0.copies.last.set(copies);
        }
    }
}

/// Begins a task; what lies behind the cut.
pub fn begin(planner: &Planner, task: Task) {
    panel::begin(around(planner), task);
}

/// Does what a script of the page asks for; what lies behind the cut.
pub fn run(planner: &Planner, errand: &str, text: &str, asker: Asker) {
    errand::run(around(planner), errand, text, asker);
}

fn around(planner: &Planner) -> Rc<dyn Around> {
    let back = Box::new(dom::return_focus(&planner.0.host));
    Rc::new(Builder { planner: Rc::downgrade(&planner.0), back: RefCell::new(Some(back)) })
}

struct Builder {
    planner: Weak<planner::Inner>,
    /// Gives the focus back.
    back: RefCell<Option<Box<dyn Fn()>>>,
}

impl Builder {
    fn planner(&self) -> Option<Planner> {
        self.planner.upgrade().map(Planner)
    }
}

impl Around for Builder {
    fn options(&self) -> Option<Options> {
        self.planner().map(|planner| planner.options().clone())
    }

    fn lang(&self) -> String {
        self.planner().map(|planner| planner.texts().words.lang.clone()).unwrap_or_default()
    }

    fn id(&self, name: &str) -> String {
        self.planner().map(|planner| planner.id(name)).unwrap_or_default()
    }

    fn level(&self, below: u8) -> String {
        self.planner().map(|planner| planner.level(below)).unwrap_or_default()
    }

    fn say(&self, text: &str) {
        if let Some(planner) = self.planner() {
            planner.say(text);
        }
    }

    fn fail(&self) {
        if let Some(planner) = self.planner() {
            planner.say(&planner.t(PlanKey::AppFailed));
        }
    }

    fn emit(&self, name: &str, detail: &Value) {
        if let Some(planner) = self.planner() {
            planner.0.host.emit(name, detail);
        }
    }

    fn show(&self, view: Option<El>) {
        let Some(planner) = self.planner() else { return };
        let is_over = view.is_none();
        planner.0.copies.place.show(view);
        if let Some(back) = self.back.borrow().as_ref().filter(|_| is_over) {
            back();
        }
    }

    fn hears_drops(&self, part: El, _: Box<dyn Fn(Given)>) -> El {
        // The whole builder hears of them already.
        part
    }

    fn state(&self) -> State {
        let Some(planner) = self.planner() else { return State::default() };
        planner.save();
        let desk = Some((*planner.0.desk.peek()).clone());
        let open = Some(planner.read(Clone::clone));
        let before = planner.ways().shelf.borrow().values().cloned().collect();
        kept::state(&planner.0.store, InHand { desk, open, shelf: before, ..InHand::default() })
    }

    fn holds(&self) -> Holds {
        Holds { plans: true, rest: self.planner().is_some_and(|planner| planner.0.store.holds_all()) }
    }

    fn take_up(&self, now: &State, new: &State) {
        let Some(planner) = self.planner() else { return };
        kept::keep(&planner.0.store, now, new);
        for plan in &new.plans {
            planner.ways().shelf.borrow_mut().insert(plan.cover().id.0.clone(), plan.clone());
        }
        planner.change_desk(|desk| *desk = kept::listed(desk.clone(), now, new));
        if new.plans.is_empty() {
            // The builder itself writes down no list that was always empty.
            kept::write_desk(&planner.0.store, &planner.0.desk.peek());
        }
        let open = new.current_plan.as_deref().and_then(|id| new.plan(id));
        let is_open = |plan| planner.read(|open| is_same_plan(open, plan));
        match open {
            Some(plan) if !is_open(plan) => {
                let kept = kept::open_plan(&planner.0.store, plan.cover().id.as_str()).ok();
                planner.put_plan(plan.clone(), kept.map(|kept| kept.journal), Looking::Guided);
            }
            // What was open has come in only now, and is no longer there.
            None if now.current_plan.is_some() => {
                planner.put_plan(new_plan(&planner.lang()), None, Looking::Start);
            }
            // None of those that came in is open, so that there is one to choose.
            None if new.plans.len() > now.plans.len() => planner.look(Looking::Plans),
            _ => {}
        }
        // The focus is in the panel.
        planner.0.moved.set(false);
    }

    fn forget(&self) {
        if let Some(planner) = self.planner() {
            kept::forget(&planner.0.store);
        }
    }

    fn take_pack(&self, _: &str) -> Option<Result<(), String>> {
        None
    }

    fn result_in_view(&self) -> Option<String> {
        None
    }

    fn note_copy(&self) {
        if let Some(planner) = self.planner() {
            planner.change_copies(|copies| {
                copies.note_copy(today());
                true
            });
        }
    }

    fn unreadable(&self) -> Option<String> {
        self.planner()?.0.store.set_aside()
    }

    fn to_plan(&self) -> bool {
        false
    }
}
