//! What the checker has found in the open plan, as screens show it. With the checker itself and `findings`, this is the part of
//! the program called `checker`.

use super::{
    checking::{Basis, Checks, Show},
    findings, outline_bar,
    planner::Planner,
};
use crate::{
    browser::{dom, element::El, spots::Spots, task, watched::Watched},
    document::file,
    plan::{
        checker::{
            checker::{Checker, Whole},
            finding::{About, Finding, Go, Mend, Severity},
            setup::Setup,
            texts::Texts,
            touched::Touched,
        },
        edit::{Edit, Part},
        plan::Plan,
    },
};
use std::{cell::RefCell, collections::HashMap, rc::Rc, sync::Arc};

/// Its clones are one and the same.
#[derive(Clone)]
pub struct Checked(Rc<Inner>);

struct Inner {
    basis: Rc<Basis>,
    texts: Texts,
    checker: RefCell<Checker>,
    touched: RefCell<Vec<Touched>>,
    found: Watched<Rc<Found>>,
    /// Who shows what was found about which part of the plan.
    spots: Spots<Part>,
    /// The list that was just acted in, and the place in it: what stands there now takes the focus.
    aim: RefCell<Option<(String, usize)>>,
}

/// What was found, in the order in which it is listed: by severity, then by section.
#[derive(Default)]
pub struct Found {
    pub all: Vec<Item>,
    /// What stands beside the fields of a part of the plan, or is about it.
    by_part: HashMap<Part, Vec<usize>>,
}

#[derive(PartialEq)]
pub struct Item {
    pub finding: Finding,
    /// The section where it is mended, by its number.
    pub section: usize,
    /// Nobody has begun that section yet.
    pub quiet: bool,
}

impl Item {
    /// Whether it is shown in place: somebody has come that far, and chose not to leave it.
    pub fn speaks(&self) -> bool {
        !self.quiet && !self.finding.left
    }
}

/// So many pieces of a check are done before the page can answer again.
const PIECES: usize = 200;

/// A check of the whole plan that is under way.
struct Begun {
    /// How often the plan had changed when it began.
    changes: u32,
    whole: Whole,
    basis: Rc<Basis>,
    texts: Texts,
    setup: Arc<Setup>,
}

/// Checks the open plan with the texts of these files, and hands the checker to the planner; nothing where a file is missing.
pub fn begin(planner: &Planner, basis: Basis, files: &[Option<String>]) {
    // One of the languages may have changed while the files were on their way.
    if planner.basis() != basis {
        return planner.check_anew();
    }
    let is_under_way = planner.0.checking.under_way.borrow().as_ref().is_some_and(|other| **other == basis);
    if is_under_way {
        return;
    }
    let parsed = |index: usize| files.get(index)?.as_deref().and_then(|text| file::parse(text).ok());
    let (Some(texts), Some(setup)) = (parsed(0), parsed(1)) else { return planner.take_checker(None) };
    let (texts, setup) = (Texts::read(&texts).0, Arc::new(Setup::read(&setup).0));
    let whole = planner.read(|plan| Whole::new(plan, basis.today, &setup));
    let (changes, basis) = (planner.0.changed.peek(), Rc::new(basis));
    planner.0.checking.under_way.replace(Some(basis.clone()));
    Begun { changes, whole, basis, texts, setup }.go_on(planner);
}

impl Begun {
    /// Goes on until the page is to answer in between; a plan that has changed meanwhile is checked from the start.
    fn go_on(mut self, planner: &Planner) {
        let is_awaited = planner.0.checking.under_way.borrow().as_ref().is_some_and(|now| Rc::ptr_eq(now, &self.basis));
        if !is_awaited {
            return;
        }
        let changes = planner.0.changed.peek();
        if changes != self.changes {
            self.changes = changes;
            self.whole = planner.read(|plan| Whole::new(plan, self.basis.today, &self.setup));
        }
        if planner.read(|plan| self.whole.go_on(plan, PIECES)) {
            let planner = planner.clone();
            return task::once_drawn(Box::new(move || self.go_on(&planner)));
        }
        // Or while it was checked.
        if planner.basis() != *self.basis {
            return planner.check_anew();
        }
        let Begun { whole, basis, texts, .. } = self;
        let checker = whole.checker();
        let found = Watched::new(Rc::new(Found::of(planner, &checker)));
        let (checker, touched, spots, aim) =
            (RefCell::new(checker), RefCell::default(), Spots::default(), RefCell::default());
        let done: Rc<dyn Checks> =
            Rc::new(Checked(Rc::new(Inner { basis, texts, checker, touched, found, spots, aim })));
        // A compiler that sees that no other kind is ever taken up calls this one by name, and puts all of it into the builder.
        let done = std::hint::black_box(done);
        // Whoever is at work among the findings of the one before stays there.
        let hold = planner.0.checking.checker.peek().map(|_| dom::hold_focus(&planner.0.host));
        planner.take_checker(Some(done));
        if let Some(hold) = hold {
            task::soon(hold);
        }
    }
}

impl Checks for Checked {
    fn touch(&self, edit: &Edit) {
        let mut all = self.0.touched.borrow_mut();
        for touched in Touched::by(edit) {
            if all.last() != Some(&touched) {
                all.push(touched);
            }
        }
    }

    fn follow(&self, planner: &Planner) {
        let touched = self.0.touched.take();
        planner.read(|plan| self.0.checker.borrow_mut().update(plan, &touched));
        let now = Rc::new(Found::of(planner, &self.0.checker.borrow()));
        let before = self.0.found.peek();
        if before.all != now.all {
            // What is being typed in stays where it is, whatever comes and goes above it.
            let hold = dom::hold_focus(&planner.0.host);
            let other = before.other_than(&now);
            self.0.found.set(now);
            self.0.spots.changed(&other);
            task::soon(hold);
        }
    }

    fn draw(&self, planner: &Planner, place: &Show) -> Vec<El> {
        findings::draw(self, planner, place)
    }

    fn counts(&self) -> [usize; 3] {
        [Severity::Error, Severity::Warn, Severity::Hint].map(|severity| self.0.checker.borrow().count(severity))
    }

    fn basis(&self) -> &Basis {
        &self.0.basis
    }
}

impl Checked {
    pub fn texts(&self) -> &Texts {
        &self.0.texts
    }

    /// All that was found, followed from now on.
    pub fn found(&self) -> Rc<Found> {
        self.0.found.get()
    }

    /// All that was found, with what concerns one part of the plan followed from now on.
    pub fn found_in(&self, part: &Part) -> Rc<Found> {
        self.0.spots.follow(part.clone());
        self.0.found.peek()
    }

    /// The edit that mends a finding, where there is one.
    pub fn mend(&self, plan: &Plan, finding: &Finding) -> Option<Edit> {
        match self.0.checker.borrow().mend(plan, finding) {
            Mend::Edit(edit) => Some(edit),
            Mend::Open(_) => None,
        }
    }

    /// Changes the plan on account of a finding, and shows at once what that comes to. What then stands at the same place of the
    /// list takes the focus.
    pub fn act(
        &self,
        planner: &Planner,
        at: Option<(String, usize)>,
        edit: impl FnOnce(&Plan) -> Option<Edit>,
    ) -> bool {
        self.follow(planner);
        let before = self.0.found.peek();
        *self.0.aim.borrow_mut() = at;
        let is_done = planner.read(edit).is_some_and(|edit| planner.change(edit));
        planner.save();
        if Rc::ptr_eq(&before, &self.0.found.peek()) {
            self.0.aim.take();
        }
        is_done
    }

    /// Has what stands at a place of a list take the focus when it is drawn.
    pub fn aim(&self, list: &str, index: usize) {
        *self.0.aim.borrow_mut() = Some((list.to_owned(), index));
    }

    /// The place in a list whose finding takes the focus; asked once.
    pub fn take_aim(&self, list: &str) -> Option<usize> {
        let is_here = self.0.aim.borrow().as_ref().is_some_and(|(aimed, _)| aimed == list);
        if is_here { self.0.aim.take().map(|(_, index)| index) } else { None }
    }

    /// Whether a list was aimed at whose name begins so, and which is not there any more; asked once.
    pub fn take_lost_aim(&self, begin: &str) -> bool {
        let is_here = self.0.aim.borrow().as_ref().is_some_and(|(aimed, _)| aimed.starts_with(begin));
        is_here && self.0.aim.take().is_some()
    }
}

impl Found {
    fn of(planner: &Planner, checker: &Checker) -> Found {
        let quiet: Vec<bool> =
            planner.sections().iter().map(|section| outline_bar::is_quiet(planner, section)).collect();
        let item = |finding: &Finding| {
            let section = planner.section_of(&finding.go);
            let quiet = quiet.get(section).copied().unwrap_or_default();
            Item { finding: finding.clone(), section, quiet }
        };
        let sections = quiet.len() + 1;
        let mut heaps: Vec<Vec<Item>> =
            std::iter::repeat_with(Vec::new).take(Severity::NAMED.len() * sections).collect();
        for item in checker.findings().map(item) {
            if let Some(heap) = heaps.get_mut(item.finding.severity as usize * sections + item.section) {
                heap.push(item);
            }
        }
        let all: Vec<Item> = heaps.into_iter().flatten().collect();
        let mut by_part: HashMap<Part, Vec<usize>> = HashMap::new();
        for (index, Item { finding, .. }) in all.iter().enumerate() {
            let about = if let About::Row(place) = &finding.about { Some(Part::Row(place.clone())) } else { None };
            let beside = if let Go::Field(part, _) = &finding.go { Some(part.clone()) } else { None };
            let other = beside.filter(|beside| about.as_ref() != Some(beside));
            for part in about.into_iter().chain(other) {
                by_part.entry(part).or_default().push(index);
            }
        }
        Found { all, by_part }
    }

    /// What stands beside the fields of a part of the plan, or is about it.
    pub fn at(&self, part: &Part) -> impl Iterator<Item = &Item> {
        self.by_part.get(part).into_iter().flatten().filter_map(|index| self.all.get(*index))
    }

    /// The parts of the plan about which something else was found.
    fn other_than(&self, now: &Found) -> Vec<Part> {
        let parts = self.by_part.keys().chain(now.by_part.keys().filter(|part| !self.by_part.contains_key(part)));
        parts.filter(|part| !self.at(part).eq(now.at(part))).cloned().collect()
    }
}

impl Planner {
    /// The number of the section in which something is mended.
    fn section_of(&self, go: &Go) -> usize {
        match go {
            Go::Field(Part::Cover, path) => self.section_at(None, path),
            Go::Field(Part::Row(place), path) => self.section_at(Some(place.table), path),
            Go::List(table) => self.section_at(Some(*table), ""),
        }
        .unwrap_or_default()
    }
}
