//! The plan checker as the builder has it: a part of the program that is loaded once there is something to check, and is told of
//! each change from then on.

use super::{
    field::Spot,
    planner::{Planner, today},
};
use crate::{
    browser::{
        element::{El, Handle},
        task::Later,
        watched::Watched,
    },
    halves,
    plan::{date::Date, edit::Edit, field::Content, link::Place, outline::Section},
    ui::part::{div, p, span},
    words::{PlanKey, nearest},
};
use std::{
    cell::{Cell, RefCell},
    collections::HashSet,
    rc::Rc,
};

/// The part's name among the page's files.
const PART: &str = "plan-checker";
/// The milliseconds after the builder was drawn before the checker is asked for.
const LATER: i32 = 1000;

/// The checker, once it is there. What it consists of is loaded with it; this much of it is always known.
pub trait Checks {
    /// Notes what an edit is about to touch.
    fn touch(&self, edit: &Edit);
    /// Checks what was touched, and draws anew what shows other findings than before.
    fn follow(&self, planner: &Planner);
    /// What there is to show at a place, followed from now on.
    fn draw(&self, planner: &Planner, place: &Show) -> Vec<El>;
    /// How many errors, warnings and hints there are, without those that were left.
    fn counts(&self) -> [usize; 3];
    fn basis(&self) -> &Basis;
}

/// A place where findings are shown.
pub enum Show<'a> {
    /// The words of the button that leads to all of them.
    Button,
    /// All of them.
    Panel,
    /// A short list below a section.
    Section(&'a Section),
    /// How many there are, beside a section's name.
    Count(&'a Section),
    /// Those about a field, and the control that it is filled in with; the messages get this id.
    Field(&'a Spot, &'a Handle, &'a str),
    /// A mark with a word.
    Row(&'a Place),
    /// A mark, where there is no room for its word.
    Thing(&'a Place),
    /// What those marks mean.
    Key,
}

/// What findings depend on beside the plan.
#[derive(Clone, PartialEq, Eq)]
pub struct Basis {
    /// The language of the page, in which they are told.
    pub lang: &'static str,
    /// The language of the plan, whose word lists count.
    pub lists: &'static str,
    pub today: Date,
}

pub struct Checking {
    pub checker: Watched<Option<Rc<dyn Checks>>>,
    asked: Cell<bool>,
    /// Whether its part of the program is there; nothing of it may be called before.
    there: Cell<bool>,
    /// The sections that were in view in guided work, by id. On the others findings stay quiet.
    seen: RefCell<HashSet<String>>,
    later: RefCell<Option<Later>>,
    /// What the check of the whole plan that is under way depends on.
    pub under_way: RefCell<Option<Rc<Basis>>>,
}

impl Checking {
    pub fn new() -> Checking {
        Checking {
            checker: Watched::new(None),
            asked: Cell::new(false),
            there: Cell::new(false),
            seen: RefCell::default(),
            later: RefCell::default(),
            under_way: RefCell::default(),
        }
    }
}

impl Planner {
    /// What there is to show at a place, followed from now on; nothing as long as the checker is not there.
    pub fn found(&self, place: &Show) -> Vec<El> {
        self.0.checking.checker.get().map(|checker| checker.draw(self, place)).unwrap_or_default()
    }

    /// Asks for the checker a moment from now, where there is a plan to check.
    pub fn check_later(&self) {
        let planner = self.clone();
        let then = move || {
            if planner.0.desk.peek().open.is_some() {
                planner.begin_checking(false);
            }
        };
        *self.0.checking.later.borrow_mut() = Some(Later::new(LATER, then));
    }

    /// Asks for the checker, once. Whoever waits for it is told where it can't be had.
    pub fn begin_checking(&self, is_awaited: bool) {
        if self.0.checking.asked.replace(true) {
            return;
        }
        let planner = self.clone();
        self.options().part(PART, move |is_there| {
            planner.0.checking.asked.set(is_there);
            planner.0.checking.there.set(is_there);
            if is_there {
                planner.check_anew();
            } else if is_awaited {
                planner.say(&planner.t(PlanKey::AppFailed));
            }
        });
    }

    /// Checks what was touched since; all of it where something else than the plan has changed.
    pub fn check_now(&self) {
        match self.0.checking.checker.peek() {
            Some(checker) if *checker.basis() == self.basis() => checker.follow(self),
            Some(_) => self.check_anew(),
            None => {}
        }
    }

    /// Another plan is open: what was found is of the one before.
    pub(super) fn check_other(&self) {
        self.0.checking.seen.borrow_mut().clear();
        self.0.checking.checker.set(None);
        if self.0.checking.there.get() {
            self.check_anew();
        } else if !self.0.checking.asked.get() {
            // Where it is on its way already, it begins with whatever plan is open then.
            self.check_later();
        }
    }

    pub(super) fn touch(&self, edit: &Edit) {
        if let Some(checker) = self.0.checking.checker.peek() {
            checker.touch(edit);
        }
    }

    /// How many errors, warnings and hints there are; none before the checker is there.
    pub(super) fn counts(&self) -> [usize; 3] {
        self.0.checking.checker.peek().map(|checker| checker.counts()).unwrap_or_default()
    }

    /// A section is in view in guided work.
    pub(super) fn see(&self, section: &str) {
        if self.0.checking.seen.borrow_mut().insert(section.to_owned()) {
            self.follow_once_drawn();
        }
    }

    pub(super) fn has_seen(&self, section: &str) -> bool {
        self.0.checking.seen.borrow().contains(section)
    }

    /// What findings depend on by now.
    pub fn basis(&self) -> Basis {
        let lists = match self.content_now(&crate::plan::edit::Part::Cover, "language") {
            Some(Content::Text(tag)) if !tag.is_empty() => nearest(&tag),
            _ => nearest(&self.lang()),
        };
        Basis { lang: nearest(&self.lang()), lists, today: today() }
    }

    /// Checks the whole plan, as it is by then.
    pub fn check_anew(&self) {
        let (planner, basis) = (self.clone(), self.basis());
        let paths = vec![format!("plan/checker.{}.json", basis.lang), format!("plan/lists.{}.json", basis.lists)];
        let then = move |files: Vec<Option<String>>| {
            halves::checker(&planner, basis.clone(), &files);
        };
        self.options().texts(paths, Box::new(then));
    }

    /// Takes up the checker, once it has checked the whole plan; nothing where it can't be had.
    pub fn take_checker(&self, checker: Option<Rc<dyn Checks>>) {
        self.0.checking.under_way.take();
        self.0.checking.asked.set(checker.is_some());
        self.0.checking.checker.set(checker);
    }
}

/// The screen with all findings.
pub fn view(planner: &Planner) -> Vec<El> {
    planner.begin_checking(true);
    planner.check_now();
    let body = planner.then(|planner| {
        let found = planner.found(&Show::Panel);
        if found.is_empty() { vec![p("sf-note", &planner.t(PlanKey::CheckWait))] } else { found }
    });
    vec![
        super::part::title(planner, &planner.t(PlanKey::CheckTitle)),
        p("sf-lead", &planner.t(PlanKey::CheckLead)),
        div("sf-checked").live(body),
    ]
}

/// The words of the button that leads there.
pub fn button_words(planner: &Planner) -> Vec<El> {
    let found = planner.found(&Show::Button);
    if found.is_empty() { vec![span("", &planner.t(PlanKey::CheckButton))] } else { found }
}
