//! What the checker remembers of each row, so that a change is seen in what it was and what it is, and nothing has to be looked
//! for in the whole plan.

use super::{
    rule::Look,
    setup::{List, Setup},
    text::{self, hash, is_blank, norm},
    twins::Twin,
};
use crate::plan::{
    date::Date,
    link::Place,
    model::{Action, Objective, Priority, Strategy, Tactic, WontDo},
    plan::Plan,
    table::{Row, Table},
    value::{Hours, Id, Money, Number},
};
use std::collections::{BTreeSet, HashMap};

/// What the checker remembers of the plan.
#[derive(Default)]
pub struct Index {
    pub(super) traces: HashMap<Place, Trace>,
    /// Sorted, so that what has the same name stands together.
    pub(super) entries: BTreeSet<Entry>,
    /// How many rows have a channel, or a word among those they are compared with.
    pub(super) counts: HashMap<u64, usize>,
    /// How many different channels the active tactics have.
    pub(super) channels: usize,
    /// How many tactics are active.
    pub(super) tactics: usize,
    pub(super) strategies: usize,
    /// The planned spending, in the currency's minor unit.
    pub(super) spent: i64,
}

/// That a row can be found under a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// A [`hash`] of the name.
    pub(super) name: u64,
    /// What those of one name are sorted by.
    pub(super) number: i64,
    pub(super) key: Id,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// An action by its owner, whether in capitals or not.
    Owner,
    /// A person, likewise.
    Person,
    /// A review by its day.
    Review,
    /// An active tactic by a strategy that it serves.
    Carrier,
    /// An audience that comes first.
    Primary,
    /// A won't-do line.
    Line,
    /// A won't-do line by a word in it.
    LineWord,
    /// A row by a word and how many words it has; sorted by the order in the plan.
    Twin,
    /// A row by what makes it the same as another whatever its text.
    Same,
    /// A finding that somebody left, by its rule and what it is about.
    Left,
}

/// What is remembered of a row.
#[derive(Default)]
pub(super) struct Trace {
    /// Where it stands in its table: greater than those before it.
    pub(super) label: i64,
    pub(super) entries: Vec<Entry>,
    /// The ids of what it serves, as far as it counts.
    pub(super) links: Vec<Id>,
    /// What those look at that it serves.
    pub(super) up: u64,
    /// What those look at that link to it.
    pub(super) down: u64,
    /// The person it is about.
    pub(super) name: String,
    /// What that person's load depends on.
    pub(super) load: u64,
    pub(super) words: Words,
    pub(super) twin: Option<Twin>,
    /// Where the row before it stands that it is the same as; known once the row has been checked.
    pub(super) nearest: Option<i64>,
    /// What it adds to the spending; known once the row has been checked.
    pub(super) spends: i64,
    /// A channel, or words that rows are compared by, for [`Index::counts`].
    counted: Vec<u64>,
    channel: Option<u64>,
    is_active_tactic: bool,
}

/// The words by which tactics and won't-do lines meet, as [`hash`]es.
#[derive(Default)]
pub(super) struct Words {
    /// A won't-do line's text, [`norm`]ed.
    pub(super) line: String,
    /// Content words; sorted.
    pub(super) content: Vec<u64>,
    /// Those, and of a channel or a won't-do line every word.
    pub(super) all: Vec<u64>,
}

/// The least entry of a kind with a name.
pub(super) fn first(kind: Kind, name: u64) -> Entry {
    Entry { kind, name, number: i64::MIN, key: Id::default() }
}

/// Days since 1970.
pub(super) fn day_number(date: Date) -> i64 {
    Date::new(1970, 1, 1).map_or(0, |epoch| date.since(epoch).into())
}

pub(super) fn folded(name: &str) -> u64 {
    hash(&[&name.to_lowercase()])
}

/// One number of two.
pub(super) fn mix(one: u64, other: u64) -> u64 {
    (one.rotate_left(5) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Index {
    /// What stands under a name, in order.
    pub(super) fn under(&self, kind: Kind, name: u64) -> impl Iterator<Item = &Entry> {
        self.entries.range(first(kind, name)..).take_while(move |entry| entry.kind == kind && entry.name == name)
    }

    pub(super) fn has(&self, kind: Kind, name: u64) -> bool {
        self.under(kind, name).next().is_some()
    }

    /// Whether the plan says what it will not do.
    pub(super) fn rules_out(&self) -> bool {
        self.has(Kind::Line, 0)
    }

    /// Whether the plan names people.
    pub(super) fn names_people(&self) -> bool {
        self.entries.range(first(Kind::Person, 0)..).next().is_some_and(|entry| entry.kind == Kind::Person)
    }

    /// Whether there are people, and strategies.
    pub(super) fn kinds(&self) -> [bool; 2] {
        [self.names_people(), self.strategies > 0]
    }

    /// The tactics and actions that share a word with a won't-do line.
    pub(super) fn meeting(&self, line: &Words) -> Vec<Place> {
        let meets = |place: &Place, trace: &Trace| {
            matches!(place.table, Table::Tactics | Table::Actions) && common(&trace.words.all, &line.all) > 0
        };
        let met = self.traces.iter().filter(|(place, trace)| meets(place, trace));
        met.map(|(place, _)| place.clone()).collect()
    }

    pub(super) fn put(&mut self, place: Place, trace: Trace) {
        for entry in &trace.entries {
            self.entries.insert(entry.clone());
        }
        for counted in trace.counted.iter().chain(&trace.channel) {
            *self.counts.entry(*counted).or_default() += 1;
        }
        self.channels += usize::from(trace.channel.is_some_and(|channel| self.counts.get(&channel) == Some(&1)));
        self.tactics += usize::from(trace.is_active_tactic);
        self.strategies += usize::from(place.table == Table::Strategies);
        self.spent += trace.spends;
        self.traces.insert(place, trace);
    }

    pub(super) fn take(&mut self, place: &Place) -> Option<Trace> {
        let trace = self.traces.remove(place)?;
        for entry in &trace.entries {
            self.entries.remove(entry);
        }
        for counted in trace.counted.iter().chain(&trace.channel) {
            if let Some(count) = self.counts.get_mut(counted) {
                *count -= 1;
                if *count == 0 {
                    self.counts.remove(counted);
                }
            }
        }
        self.channels -= usize::from(trace.channel.is_some_and(|channel| !self.counts.contains_key(&channel)));
        self.tactics -= usize::from(trace.is_active_tactic);
        self.strategies -= usize::from(place.table == Table::Strategies);
        self.spent -= trace.spends;
        Some(trace)
    }
}

/// What is to be remembered of `row`, which stands at `label` in its table.
pub(super) fn trace(setup: &Setup, place: &Place, row: &Row, label: i64) -> Trace {
    let mut trace = Trace { label, ..Trace::default() };
    let trace_of = Tracer { setup, key: &place.key };
    match row {
        Row::BusinessGoal(goal) => trace.down = u64::from(is_blank(&goal.text)),
        Row::Audience(audience) => {
            trace.down = u64::from(is_blank(&audience.name));
            if trace.down == 0 && audience.priority == Some(Priority::Primary) {
                trace.entries.push(trace_of.entry(Kind::Primary, 0, 0));
            }
        }
        Row::Objective(row) => trace_of.objective(row, label, &mut trace),
        Row::Strategy(row) => trace_of.strategy(row, label, &mut trace),
        Row::WontDo(row) => trace_of.line(row, &mut trace),
        Row::Tactic(row) => trace_of.tactic(row, label, &mut trace),
        Row::Action(row) => trace_of.action(row, &mut trace),
        Row::Person(person) if !is_blank(&person.name) => {
            trace.name.clone_from(&person.name);
            trace.load = person.hours_per_week.map_or(1, |hours| hours.get().to_bits());
            trace.entries.push(trace_of.entry(Kind::Person, folded(&person.name), 0));
        }
        Row::Review(review) => {
            trace.entries.extend(review.date.map(|date| trace_of.entry(Kind::Review, 0, day_number(date))));
        }
        Row::Dismissed(left) => {
            trace.name.clone_from(&left.rule);
            trace.links.push(left.entity.clone());
            trace.entries.push(trace_of.entry(Kind::Left, hash(&[&left.rule, left.entity.as_str()]), 0));
        }
        Row::Person(_) | Row::Kpi(_) => {}
    }
    trace
}

struct Tracer<'a> {
    setup: &'a Setup,
    key: &'a Id,
}

impl Tracer<'_> {
    fn entry(&self, kind: Kind, name: u64, number: i64) -> Entry {
        Entry { kind, name, number, key: self.key.clone() }
    }

    fn objective(&self, row: &Objective, label: i64, trace: &mut Trace) {
        let metric = norm(&row.metric);
        trace.down = mix(hash(&[&metric]), row.target.map_or(1, |target| Number::get(target).to_bits()));
        let due = row.due.filter(|_| !metric.is_empty());
        let same = due.map(|due| hash(&[&metric, &due.to_string()]));
        self.twin(
            Twin { label, group: group(Table::Objectives, ""), words: self.words(&norm(&row.text)), same },
            trace,
        );
    }

    fn strategy(&self, row: &Strategy, label: i64, trace: &mut Trace) {
        trace.links.clone_from(&row.objective_ids);
        let group = group(Table::Strategies, "");
        self.twin(Twin { label, group, words: self.words(&norm(&row.text)), same: None }, trace);
    }

    fn tactic(&self, row: &Tactic, label: i64, trace: &mut Trace) {
        trace.down = row.status.map_or(0, |status| status as u64 + 1);
        if !row.is_active() {
            return;
        }
        trace.is_active_tactic = true;
        trace.links.clone_from(&row.strategy_ids);
        let carries = |id: &Id| self.entry(Kind::Carrier, hash(&[id.as_str()]), 0);
        trace.entries.extend(row.strategy_ids.iter().map(carries));
        let channel = norm(&row.channel);
        trace.channel = (!channel.is_empty()).then(|| hash(&["channel", &channel]));
        let text = norm(&row.text);
        let words = self.words(&text);
        trace.words.all = sorted(self.parts(&text).into_iter().chain(every_word(&channel)).collect());
        trace.words.content.clone_from(&words);
        self.twin(Twin { label, group: group(Table::Tactics, &channel), words, same: None }, trace);
    }

    fn action(&self, row: &Action, trace: &mut Trace) {
        if !row.is_active() {
            return;
        }
        if !row.tactic_id.is_empty() {
            trace.links.push(row.tactic_id.clone());
        }
        // Nothing and 0 are the same to whoever sums up.
        trace.up = row.cost.map_or(0, Money::get).unsigned_abs();
        trace.name.clone_from(&row.owner);
        let (start, end) = row.days().map_or((0, -1), |(start, end)| (day_number(start), day_number(end)));
        let hours = row.hours.map_or(0.0, Hours::get);
        let days = mix(start.unsigned_abs(), end.unsigned_abs());
        trace.load = mix(mix(days, hours.to_bits()), u64::from(row.is_open()));
        trace.entries.push(self.entry(Kind::Owner, folded(&row.owner), 0));
        let text = norm(&row.text);
        trace.words.content = self.words(&text);
        trace.words.all = sorted(self.parts(&text));
    }

    fn line(&self, row: &WontDo, trace: &mut Trace) {
        if is_blank(&row.text) {
            return;
        }
        trace.words.line = norm(&row.text);
        trace.words.content = self.words(&trace.words.line);
        trace.words.all = sorted(every_word(&trace.words.line).chain(trace.words.content.iter().copied()).collect());
        trace.entries.push(self.entry(Kind::Line, 0, 0));
        let words = trace.words.all.iter().map(|word| self.entry(Kind::LineWord, *word, 0));
        trace.entries.extend(words.collect::<Vec<_>>());
    }

    /// Content words.
    fn words(&self, norm: &str) -> Vec<u64> {
        sorted(self.content(norm).into_iter().map(|word| hash(&[word])).collect())
    }

    /// Content words, and what hyphens part in them, unsorted.
    fn parts(&self, norm: &str) -> Vec<u64> {
        self.content(norm).iter().flat_map(|word| every_word(word).chain([hash(&[word])])).collect()
    }

    fn content<'t>(&self, norm: &'t str) -> Vec<&'t str> {
        let lists = &self.setup.lists;
        text::content_words(norm, lists.of(List::Stop), lists.of(List::Elisions))
    }

    fn twin(&self, twin: Twin, trace: &mut Trace) {
        trace.entries.extend(twin.names().map(|name| self.entry(Kind::Twin, name, twin.label)));
        trace.entries.extend(twin.same.map(|same| self.entry(Kind::Same, same, twin.label)));
        trace.counted = twin.words.iter().map(|word| mix(twin.group, *word)).collect();
        trace.twin = Some(twin);
    }
}

fn group(table: Table, name: &str) -> u64 {
    hash(&[table.name(), name])
}

/// The words of a [`norm`]ed text, whatever they carry, as phrases are found by them.
fn every_word(norm: &str) -> impl Iterator<Item = u64> {
    norm.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| hash(&[word]))
}

/// The numbers in order, each once.
pub(super) fn sorted(mut words: Vec<u64>) -> Vec<u64> {
    words.sort_unstable();
    words.dedup();
    words
}

/// How many of the words of one sorted list are in the other.
pub(super) fn common(one: &[u64], other: &[u64]) -> usize {
    let (mut here, mut there, mut common) = (0, 0, 0);
    while let Some((a, b)) = one.get(here).zip(other.get(there)) {
        common += usize::from(a == b);
        here += usize::from(a <= b);
        there += usize::from(b <= a);
    }
    common
}

impl Look<'_> {
    /// The keys of the active actions of a tactic.
    pub(super) fn actions_of<'a>(&'a self, tactic: &Place) -> impl Iterator<Item = &'a Action> {
        let plan: &Plan = self.plan;
        let actions = crate::plan::link::linking(plan, tactic, Table::Actions);
        actions.filter_map(|key| plan.get::<Action>(key.as_str())).filter(|action| action.is_active())
    }
}
