//! The plan builder as screens see it: what there is to read. What planners do to it is in `verbs`.

use super::{
    checking::Checking,
    copies::Saving,
    keeping::{Saved, Trouble},
    texts::Texts,
    ways::Ways,
};
use crate::{
    browser::{
        dom,
        event::Host,
        intl,
        options::Options,
        spots::Spots,
        storage::{Store, Tier},
        task::Later,
        watched::Watched,
    },
    desk::{Desk, View},
    keep::journal::Journal,
    plan::{
        date::Date,
        edit::{Part, Touch},
        field::Content,
        history::History,
        kind::{self, name_path},
        link::Place,
        plan::Plan,
        record,
        table::{Row, Table},
        value::{Currency, Id},
    },
    words::{PlanKey, fill},
};
use serde_json::Value;
use std::{
    cell::{Cell, RefCell},
    collections::HashSet,
    rc::Rc,
};

/// What every screen of the builder works with. Its clones are one and the same.
#[derive(Clone)]
pub struct Planner(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) texts: Watched<Rc<Texts>>,
    pub(super) desk: Watched<Rc<Desk>>,
    /// The desk as the screen shows it, which follows a moment later: the button that leads there answers first.
    pub(super) shown: Watched<Rc<Desk>>,
    pub(super) is_to_show: Cell<bool>,
    pub(super) plan: RefCell<Plan>,
    pub(super) history: RefCell<History>,
    /// Who shows what of the plan.
    pub(super) spots: Spots<Touch>,
    /// The names that have changed and are not shown so yet. They follow once typing pauses: a name stands in many places, and
    /// each of them would be laid out anew with every stroke.
    pub(super) renamed: RefCell<Vec<Touch>>,
    /// Counts the changes to the plan.
    pub(super) changed: Watched<u32>,
    /// Counts the pauses after changes, for what would be too slow to follow each stroke.
    pub(super) settled: Watched<u32>,
    pub(super) status: Watched<String>,
    pub(super) tier: Watched<Tier>,
    /// What takes the focus as soon as it is drawn, as [`aim`] names it.
    pub(super) aim: RefCell<Option<String>>,
    /// Where somebody was before they looked something up.
    pub(super) came_from: Cell<View>,
    /// Whether the next heading to appear takes the focus.
    pub(super) moved: Cell<bool>,
    /// The rows whose fields are in view.
    pub(super) unfolded: RefCell<HashSet<Place>>,
    /// The row that was just made, and is not drawn yet.
    pub(super) made: RefCell<Option<Id>>,
    pub(super) dragged: RefCell<Option<Place>>,
    /// What keeps changes a moment after the first of them, and what follows a moment after the last.
    pub(super) saving: RefCell<Option<Later>>,
    pub(super) settling: RefCell<Option<Later>>,
    /// Whether there is anything that is not kept.
    pub(super) unsaved: Cell<bool>,
    pub(super) saved: Watched<Saved>,
    /// What is not kept of the open plan.
    pub(super) journal: RefCell<Journal>,
    /// The desk as it was kept last.
    pub(super) kept_desk: RefCell<Value>,
    pub(super) troubles: Watched<Vec<Trouble>>,
    pub(super) is_read_only: Cell<bool>,
    pub(super) ways: Ways,
    pub(super) checking: Checking,
    pub(super) copies: Saving,
    /// The parts of the program that are there, by name.
    pub(super) parts: Watched<Vec<&'static str>>,
    pub(super) options: Options,
    pub(super) store: Store,
    pub(super) host: Host,
    prefix: String,
    /// Makes ids unlike each other.
    count: Cell<u32>,
}

/// Names a field as what is to take the focus.
pub(super) fn aim(of: &Part, path: &str) -> String {
    match of {
        Part::Cover => path.to_owned(),
        Part::Row(place) => format!("{}/{}/{path}", place.table.name(), place.key),
    }
}

impl Planner {
    pub(super) fn new(
        texts: Texts,
        desk: Desk,
        (plan, journal): (Plan, Journal),
        store: Store,
        options: Options,
        host: Host,
    ) -> Planner {
        let desk = Rc::new(desk);
        Planner(Rc::new(Inner {
            texts: Watched::new(Rc::new(texts)),
            came_from: Cell::new(if desk.open.is_some() { View::Guided } else { View::Start }),
            shown: Watched::new(desk.clone()),
            is_to_show: Cell::new(false),
            desk: Watched::new(desk),
            plan: RefCell::new(plan),
            history: RefCell::default(),
            spots: Spots::default(),
            renamed: RefCell::default(),
            changed: Watched::new(0),
            settled: Watched::new(0),
            status: Watched::new(String::new()),
            tier: Watched::new(store.tier()),
            aim: RefCell::default(),
            moved: Cell::new(false),
            unfolded: RefCell::default(),
            made: RefCell::default(),
            dragged: RefCell::default(),
            saving: RefCell::default(),
            settling: RefCell::default(),
            unsaved: Cell::new(false),
            saved: Watched::new(Saved::Unchanged),
            journal: RefCell::new(journal),
            kept_desk: RefCell::default(),
            troubles: Watched::new(Vec::new()),
            is_read_only: Cell::new(false),
            ways: Ways::new(options.handed().and_then(|text| super::handed::read(&text))),
            checking: Checking::new(),
            copies: Saving::new(&store),
            parts: Watched::new(Vec::new()),
            options,
            store,
            host,
            prefix: format!("sp{}-", dom::fresh_id()),
            count: Cell::new(0),
        }))
    }

    /// `act` with this planner in hand, to be called later: on a press, or when what it reads has changed.
    pub fn then<T>(&self, act: impl Fn(&Planner) -> T + 'static) -> impl Fn() -> T + 'static {
        let planner = self.clone();
        move || act(&planner)
    }

    // What screens read. What asks for one of these is drawn anew when it changes.

    pub fn desk(&self) -> Rc<Desk> {
        self.0.desk.get()
    }

    /// The desk as the screen shows it. Whatever has the screen drawn anew, it is drawn as it is to be by now, and but once: what
    /// takes the focus is asked for only once, too.
    pub fn shown(&self) -> Rc<Desk> {
        self.take_up_desk();
        self.0.shown.get()
    }

    pub fn texts(&self) -> Rc<Texts> {
        self.0.texts.get()
    }

    pub fn status(&self) -> String {
        self.0.status.get()
    }

    pub fn tier(&self) -> Tier {
        self.0.tier.get()
    }

    /// Draws what asks anew whenever anything in the plan has changed.
    pub fn follow_all(&self) {
        let _ = self.0.changed.get();
    }

    /// The same, but only once typing has paused.
    pub fn follow_slowly(&self) {
        let _ = self.0.settled.get();
    }

    /// Draws what asks anew when rows come, go or move.
    pub fn follow_list(&self, table: Table) {
        self.0.spots.follow(Touch::List(table));
    }

    /// What stands in a field, followed from now on.
    pub fn content(&self, of: &Part, path: &str) -> Option<Content> {
        self.0.spots.follow(Touch::Field(of.clone(), path.to_owned()));
        self.content_now(of, path)
    }

    // What is asked for once.

    pub fn content_now(&self, of: &Part, path: &str) -> Option<Content> {
        self.read(|plan| match of {
            Part::Cover => record::at(plan.cover(), path)?.content(),
            Part::Row(place) => record::at(plan.row(place)?.record(), path)?.content(),
        })
    }

    /// What `look` finds in the plan.
    pub fn read<T>(&self, look: impl FnOnce(&Plan) -> T) -> T {
        look(&self.0.plan.borrow())
    }

    /// The name of a row, followed from now on, a pause behind what is typed: its first words, or what stands for a row without
    /// any.
    pub fn name(&self, place: &Place) -> String {
        self.0.spots.follow(Touch::Name(place.clone()));
        self.name_now(place)
    }

    /// The same, asked for once.
    pub fn name_now(&self, place: &Place) -> String {
        let written = match self.content_now(&Part::Row(place.clone()), name_path(place.table)) {
            Some(Content::Text(text)) => text,
            Some(Content::Day(Some(day))) => self.date(day),
            _ => String::new(),
        };
        if written.trim().is_empty() { self.said(&["tables", place.table.name(), "unnamed"]) } else { written }
    }

    /// The rows of a table with their names, to choose from; followed from now on.
    pub fn names(&self, table: Table) -> Vec<(Id, String)> {
        self.ids(table).into_iter().map(|key| (key.clone(), self.name(&Place { table, key }))).collect()
    }

    /// The ids of the rows that can be linked to, in order, followed from now on.
    pub fn ids(&self, table: Table) -> Vec<Id> {
        self.follow_list(table);
        let has_id = |(key, row): (&Id, &Row)| (!row.id().is_empty()).then(|| key.clone());
        self.read(|plan| plan.rows(table).filter_map(has_id).collect())
    }

    pub fn row(&self, place: &Place) -> Option<Row> {
        self.read(|plan| plan.row(place).cloned())
    }

    pub fn lang(&self) -> String {
        self.0.texts.peek().words.lang.clone()
    }

    /// The text for `key` in the language in use.
    pub fn t(&self, key: PlanKey) -> String {
        self.0.texts.peek().words.get(key).to_owned()
    }

    pub fn fill(&self, key: PlanKey, blanks: &[(&str, &str)]) -> String {
        fill(self.0.texts.peek().words.get(key), blanks)
    }

    /// The text for `key` in the form for `count`, which fills `{n}`.
    pub fn count(&self, key: PlanKey, count: usize, blanks: &[(&str, &str)]) -> String {
        let texts = self.0.texts.peek();
        let number = count.to_string();
        let blanks = [blanks, &[("n", &number)]].concat();
        fill(texts.words.form(key, intl::is_one(&texts.words.lang, count)), &blanks)
    }

    /// What `content/<lang>/plan.json` says at this place.
    pub fn said(&self, path: &[&str]) -> String {
        self.0.texts.peek().said(path).to_owned()
    }

    /// The label of a field, by its path in the whole plan.
    pub fn label(&self, table: Option<Table>, path: &str) -> String {
        self.said(&["fields", &kind::full(table, path), "label"])
    }

    pub fn date(&self, day: Date) -> String {
        intl::date(&self.t(PlanKey::LanguageDates), &day.to_string())
    }

    pub fn short_date(&self, day: Date) -> String {
        intl::short_date(&self.t(PlanKey::LanguageDates), &day.to_string())
    }

    pub fn month(&self, day: Date) -> String {
        intl::month(&self.t(PlanKey::LanguageDates), &day.to_string())
    }

    pub fn number(&self, number: f64) -> String {
        intl::number(&self.t(PlanKey::LanguageDates), number)
    }

    /// An amount in the plan's own currency.
    pub fn money(&self, minor: i64) -> String {
        intl::money(&self.t(PlanKey::LanguageDates), &self.currency(), minor)
    }

    /// The code of the plan's currency; empty where none was chosen.
    pub fn currency(&self) -> String {
        self.read(|plan| plan.cover().budget.currency.as_ref().map(Currency::code).unwrap_or_default().to_owned())
    }

    pub fn decimals(&self) -> u8 {
        intl::decimals(&self.currency())
    }

    /// The sign before decimals in the language in use.
    pub fn decimal_sign(&self) -> char {
        intl::decimal_sign(&self.t(PlanKey::LanguageDates))
    }

    /// An id for `name` that nothing else on the page has; always the same for the same name.
    pub fn id(&self, name: &str) -> String {
        format!("{}{name}", self.0.prefix)
    }

    /// An id that nothing else on the page has.
    pub fn new_id(&self) -> String {
        self.0.count.set(self.0.count.get() + 1);
        format!("{}{}", self.0.prefix, self.0.count.get())
    }

    /// The level of a heading `below` the first one.
    pub fn level(&self, below: u8) -> String {
        (self.options().heading_level() + below).min(6).to_string()
    }

    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// Whether this is what takes the focus; asked once.
    pub fn take_aim(&self, named: &str) -> bool {
        let is_aim = self.0.aim.borrow().as_deref() == Some(named);
        if is_aim {
            self.0.aim.take();
        }
        is_aim
    }

    /// Whether what takes the focus is part of this row, and named last.
    pub(super) fn aims_at(&self, key: &Id) -> bool {
        self.0.aim.borrow().as_deref().is_some_and(|aim| aim.ends_with(key.as_str()))
    }

    /// Whether this row was just made in the list in view; asked once.
    pub(super) fn take_made(&self, key: &Id) -> bool {
        let is_made = self.0.made.borrow().as_ref() == Some(key);
        if is_made {
            self.0.made.take();
        }
        is_made
    }

    /// Whether the heading about to appear takes the focus; asked once a step.
    pub fn take_moved(&self) -> bool {
        self.0.moved.take() && self.0.aim.borrow().is_none()
    }

    pub fn is_unfolded(&self, place: &Place) -> bool {
        self.0.unfolded.borrow().contains(place)
    }
}

/// Today by the planner's own calendar.
pub fn today() -> Date {
    dom::today().parse().unwrap_or(Date::FIRST)
}
