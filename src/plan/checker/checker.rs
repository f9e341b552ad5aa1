//! Checks a plan, and after an edit only what the edit can affect.

use super::{
    finding::{About, Finding, Go, Mend, Note, Severity},
    index::{Index, Kind, Trace, trace},
    rule::{Check, Look, Rule, Seen, Subject},
    rules::RULES,
    setup::Setup,
    spread::Dirty,
    text::{hash, norm},
    texts::main_field,
    touched::Touched,
};
use crate::plan::{
    date::Date,
    edit::Part,
    field::{Content, Held},
    link::Place,
    plan::Plan,
    record::Record,
    table::{Row, Table},
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// The findings of a plan, kept up to date.
pub struct Checker {
    pub(super) setup: Arc<Setup>,
    today: Date,
    pub(super) index: Index,
    found: BTreeMap<Key, Finding>,
    /// Where the findings about each thing are.
    held: HashMap<About, Vec<Key>>,
    cover: CoverTrace,
}

/// The order of findings: by severity, then by rule, then by what they are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    severity: Severity,
    rule: &'static str,
    entity: String,
    about: About,
    /// Several of one rule about one thing.
    number: usize,
}

/// What rules about rows look at in the cover.
#[derive(Default, PartialEq, Eq)]
struct CoverTrace {
    dates: [Option<Date>; 2],
    home: u64,
}

/// The check of a whole plan, a piece at a time, for whoever has something else to do in between. The plan must stay as it is.
pub struct Whole {
    checker: Checker,
    dirty: Dirty,
    places: Vec<Place>,
    /// How many pieces are done: each row is remembered, then each is checked, then each rule is asked about the whole.
    done: usize,
}

/// Distance of two rows that stand next to each other, so that others can be put between them.
const GAP: i64 = 1 << 20;

impl Checker {
    /// Checks the whole plan. `today` decides what is late and what is ahead; the lists of `setup` should be those of the
    /// plan's language.
    #[must_use]
    pub fn new(plan: &Plan, today: Date, setup: &Arc<Setup>) -> Checker {
        let mut whole = Whole::new(plan, today, setup);
        while whole.go_on(plan, usize::MAX) {}
        whole.checker
    }

    /// Checks again what an edit has touched and what that affects. `plan` is as it is after the edit.
    pub fn update(&mut self, plan: &Plan, touched: &[Touched]) {
        let mut dirty = Dirty::default();
        if touched.contains(&Touched::Cover) {
            dirty.cover = true;
            let cover = CoverTrace::of(plan);
            dirty.seen.extend((cover.dates != self.cover.dates).then_some(Seen::Dates));
            dirty.seen.extend((cover.home != self.cover.home).then_some(Seen::HomeBase));
            self.cover = cover;
        }
        let places: Vec<(&Place, bool)> = touched.iter().filter_map(Touched::place).collect();
        let was = self.index.kinds();
        let Some(old) = self.remember(plan, &places) else {
            *self = Checker::new(plan, self.today, &self.setup.clone());
            return;
        };
        for (place, old) in &old {
            self.spread(plan, place, old.as_ref(), &mut dirty);
        }
        let is = self.index.kinds();
        dirty.seen.extend((was[0] != is[0]).then_some(Seen::AnyPerson));
        dirty.seen.extend((was[1] != is[1]).then_some(Seen::AnyStrategy));
        self.check(plan, dirty);
    }

    /// All findings, those that were left among them, in order: by severity, then by rule, then by id.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.found.values()
    }

    /// The findings about one thing, in no order.
    pub fn about<'a>(&'a self, about: &About) -> impl Iterator<Item = &'a Finding> {
        self.held.get(about).into_iter().flatten().filter_map(|key| self.found.get(key))
    }

    /// How many findings of a severity there are, without those that were left.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings().filter(|finding| finding.severity == severity && !finding.left).count()
    }

    /// What one click does about a finding, as the plan is now.
    #[must_use]
    pub fn mend(&self, plan: &Plan, finding: &Finding) -> Mend {
        let rule = RULES.iter().find(|rule| rule.id == finding.rule);
        let edit = rule.and_then(|rule| rule.mend).and_then(|mend| mend(&self.look(plan), finding));
        edit.map_or_else(|| Mend::Open(finding.go.clone()), Mend::Edit)
    }

    fn look<'a>(&'a self, plan: &'a Plan) -> Look<'a> {
        Look { plan, today: self.today, setup: &self.setup, index: &self.index }
    }

    /// Takes in what the rows at these places are now, and gives what they were. Nothing where there is no number left between
    /// two rows for one that has moved there.
    fn remember(&mut self, plan: &Plan, places: &[(&Place, bool)]) -> Option<Vec<(Place, Option<Trace>)>> {
        let mut old = Vec::new();
        for (place, moved) in places {
            let trace = self.index.take(place);
            // What stays in its place must be there when others are put beside it.
            if let Some(label) = trace.as_ref().filter(|_| !moved).map(|trace| trace.label) {
                self.put(plan, place, label);
            }
            old.push(((*place).clone(), trace));
        }
        for ((place, moved), (_, trace)) in places.iter().zip(&old) {
            // A place may be named twice.
            let is_there = self.index.traces.contains_key(*place);
            if (*moved || trace.is_none()) && !is_there && plan.row(place).is_some() {
                let label = self.label(plan, place)?;
                self.put(plan, place, label);
            }
        }
        Some(old)
    }

    fn put(&mut self, plan: &Plan, place: &Place, label: i64) {
        if let Some(row) = plan.row(place) {
            self.index.put(place.clone(), trace(&self.setup, place, row, label));
        }
    }

    /// A number between those of the rows before and behind.
    fn label(&self, plan: &Plan, place: &Place) -> Option<i64> {
        let search = |back: bool| {
            let next = |place: &Place| {
                let (before, behind) = plan.neighbours(place);
                let key = if back { before } else { behind }?;
                Some(Place { table: place.table, key: key.clone() })
            };
            // Rows that have moved as well have no number yet.
            std::iter::successors(next(place), next).find_map(|place| Some(self.index.traces.get(&place)?.label))
        };
        let (before, behind) = (search(true), search(false));
        let before = before.unwrap_or_else(|| behind.map_or(0, |behind| behind - 2 * GAP));
        let behind = behind.unwrap_or(before + 2 * GAP);
        (behind - before > 1).then(|| before + (behind - before) / 2)
    }

    fn check(&mut self, plan: &Plan, dirty: Dirty) {
        for place in dirty.about.iter().filter_map(About::place) {
            self.check_row(plan, place);
        }
        for rule in 0..RULES.len() {
            self.check_rule(plan, rule, &dirty);
        }
        for (rule, entity) in dirty.left {
            self.mark(&rule, entity.as_str());
        }
    }

    fn check_rule(&mut self, plan: &Plan, number: usize, dirty: &Dirty) {
        let Some(rule) = RULES.get(number) else {
            return;
        };
        if let Check::Owners(check) = rule.check {
            for about in &dirty.about {
                if let About::Person(owner) = about {
                    let mut notes = Vec::new();
                    check(&self.look(plan), owner, &mut notes);
                    self.replace(plan, about, Some(rule), vec![(number, notes)]);
                }
            }
        }
        if let Some(check) = rule.plan_check()
            && (dirty.cover || rule.plan_tables().iter().any(|table| dirty.tables[*table as usize]))
        {
            let mut notes = Vec::new();
            check(&self.look(plan), &mut notes);
            self.replace(plan, &About::Plan, Some(rule), vec![(number, notes)]);
        }
        if dirty.seen.contains(&rule.seen)
            && let Some(check) = rule.row_check()
        {
            for table in rule.tables() {
                for (key, row) in plan.rows(*table) {
                    let place = Place { table: *table, key: key.clone() };
                    let mut notes = Vec::new();
                    let norm = norm(&main_text(row));
                    check(&self.look(plan), &Subject { place: &place, row, norm: &norm }, &mut notes);
                    self.replace(plan, &About::Row(place), Some(rule), vec![(number, notes)]);
                }
            }
        }
    }

    /// Checks one row by all rules.
    fn check_row(&mut self, plan: &Plan, place: &Place) {
        let mut found = Vec::new();
        if let Some(row) = plan.row(place) {
            self.reckon(plan, place, row);
            let norm = norm(&main_text(row));
            let (look, subject) = (self.look(plan), Subject { place, row, norm: &norm });
            for (number, rule) in RULES.iter().enumerate().filter(|(_, rule)| rule.tables().contains(&place.table)) {
                let mut notes = Vec::new();
                if let Some(check) = rule.row_check() {
                    check(&look, &subject, &mut notes);
                }
                found.push((number, notes));
            }
        }
        self.replace(plan, &About::Row(place.clone()), None, found);
    }

    /// What is known of a row only once all others are remembered: what it adds to the spending, and what it is the same as.
    fn reckon(&mut self, plan: &Plan, place: &Place, row: &Row) {
        let spends = self.look(plan).spends(place, row);
        let nearest = self.index.nearest_twin(place, &self.setup.config).map(|(label, _)| label);
        if let Some(trace) = self.index.traces.get_mut(place) {
            self.index.spent += spends - trace.spends;
            trace.spends = spends;
            trace.nearest = nearest;
        }
    }

    /// Puts what was found about something in the place of what was known: by one rule, or by all of them.
    fn replace(&mut self, plan: &Plan, about: &About, by: Option<&Rule>, found: Vec<(usize, Vec<Note>)>) {
        if let Some(held) = self.held.get_mut(about) {
            let gone = |key: &mut Key| by.is_none_or(|rule| rule.id == key.rule);
            held.extract_if(.., gone).for_each(|key| drop(self.found.remove(&key)));
        }
        for (rule, notes) in found {
            for (number, note) in notes.into_iter().enumerate() {
                self.add(plan, about, rule, number, note);
            }
        }
        if self.held.get(about).is_some_and(Vec::is_empty) {
            self.held.remove(about);
        }
    }

    fn add(&mut self, plan: &Plan, about: &About, rule: usize, number: usize, note: Note) {
        let Some(id) = RULES.get(rule).map(|rule| rule.id) else {
            return;
        };
        let part = about.place().map_or(Part::Cover, |place| Part::Row(place.clone()));
        let entity = about.entity(plan).to_owned();
        let finding = Finding {
            rule: id,
            severity: self.setup.severity(rule, note.level),
            about: about.clone(),
            go: note.go.unwrap_or(Go::Field(part, note.field)),
            form: note.form,
            blanks: note.blanks,
            left: self.index.has(Kind::Left, hash(&[id, &entity])),
        };
        let key = Key { severity: finding.severity, rule: id, entity, about: about.clone(), number };
        self.held.entry(about.clone()).or_default().push(key.clone());
        self.found.insert(key, finding);
    }

    /// Says of the findings of a rule about an entity whether they are left.
    fn mark(&mut self, rule: &str, entity: &str) {
        let left = self.index.has(Kind::Left, hash(&[rule, entity]));
        let Some(rule) = RULES.iter().find(|is| is.id == rule) else {
            return;
        };
        for (_, severity) in Severity::NAMED {
            let first =
                Key { severity: *severity, rule: rule.id, entity: entity.to_owned(), about: About::Plan, number: 0 };
            let theirs = self.found.range_mut(first..);
            let theirs =
                theirs.take_while(|(key, _)| key.severity == *severity && key.rule == rule.id && key.entity == entity);
            theirs.for_each(|(_, finding)| finding.left = left);
        }
    }
}

impl Whole {
    /// The check of a plan, before its first piece.
    #[must_use]
    pub fn new(plan: &Plan, today: Date, setup: &Arc<Setup>) -> Whole {
        let checker = Checker {
            setup: Arc::clone(setup),
            today,
            index: Index::default(),
            found: BTreeMap::new(),
            held: HashMap::new(),
            cover: CoverTrace::of(plan),
        };
        let of_table = |table: &Table| {
            let table = *table;
            plan.rows(table).map(move |(key, _)| Place { table, key: key.clone() })
        };
        let places = Table::ALL.iter().flat_map(of_table).collect();
        Whole { checker, dirty: Dirty { cover: true, ..Dirty::default() }, places, done: 0 }
    }

    /// Does so many pieces more; gives whether there is anything left to do.
    pub fn go_on(&mut self, plan: &Plan, pieces: usize) -> bool {
        let rows = self.places.len();
        let all = rows + rows + RULES.len();
        let from = self.done;
        self.done = from.saturating_add(pieces).min(all);
        for piece in from..self.done {
            if let Some(place) = self.places.get(piece) {
                // The number is that of all rows: what counts is which is greater in one table.
                self.checker.put(plan, place, i64::try_from(piece).unwrap_or_default() * GAP);
                if let Some(trace) = self.checker.index.traces.get(place).filter(|_| place.table == Table::Actions) {
                    self.dirty.owner(&trace.name);
                }
            } else if let Some(place) = self.places.get(piece - rows) {
                self.checker.check_row(plan, place);
            } else {
                self.checker.check_rule(plan, piece - rows - rows, &self.dirty);
            }
        }
        self.done < all
    }

    /// What it came to, once nothing is left to do.
    #[must_use]
    pub fn checker(self) -> Checker {
        self.checker
    }
}

impl CoverTrace {
    fn of(plan: &Plan) -> CoverTrace {
        let cover = plan.cover();
        let kind = cover.home_base.kind.map_or("", crate::plan::model::HomeKind::code);
        CoverTrace { dates: [cover.start, cover.end], home: hash(&[kind, &cover.home_base.url]) }
    }
}

/// What a row is about, in words.
pub(super) fn main_text(row: &Row) -> String {
    let record: &dyn Record = row.record();
    match record.field(main_field(row.table())).and_then(Held::content) {
        Some(Content::Text(text)) => text,
        _ => String::new(),
    }
}
