//! What an edit affects: from what a row was and what it is to everything that has to be checked again.

use super::{
    checker::Checker,
    finding::About,
    index::{Kind, Trace, folded},
    rule::Seen,
};
use crate::plan::{
    link::{Place, holders},
    plan::Plan,
    table::Table,
    value::Id,
};
use std::collections::BTreeSet;

/// What has to be checked again.
#[derive(Default)]
pub(super) struct Dirty {
    /// Rows, and persons with what they have to do.
    pub(super) about: BTreeSet<About>,
    /// In the order of [`Table::ALL`].
    pub(super) tables: [bool; Table::ALL.len()],
    pub(super) cover: bool,
    /// What of the whole plan has changed that rules about rows look at.
    pub(super) seen: Vec<Seen>,
    pub(super) left: Vec<(String, Id)>,
}

impl Dirty {
    pub(super) fn rows(&mut self, places: impl IntoIterator<Item = Place>) {
        self.about.extend(places.into_iter().map(About::Row));
    }

    pub(super) fn owner(&mut self, name: &str) {
        if !name.is_empty() {
            self.about.insert(About::Person(name.to_owned()));
        }
    }
}

impl Checker {
    /// Notes what a row affects that was `old`.
    pub(super) fn spread(&self, plan: &Plan, place: &Place, old: Option<&Trace>, dirty: &mut Dirty) {
        let new = self.index.traces.get(place);
        let both = || old.into_iter().chain(new);
        dirty.tables[place.table as usize] = true;
        dirty.rows([place.clone()]);
        if old.map(|old| old.down) != new.map(|new| new.down) {
            dirty.rows(holders(plan, &place.key).cloned());
        }
        let upwards = |trace: Option<&Trace>| trace.map(|trace| (trace.up, trace.links.clone()));
        if upwards(old) != upwards(new) {
            both().flat_map(|trace| &trace.links).for_each(|id| self.serve(place.table, id, dirty));
        }
        let load = |trace: Option<&Trace>| trace.map(|trace| (trace.load, trace.name.clone()));
        if load(old) != load(new) {
            both().for_each(|trace| dirty.owner(&trace.name));
        }
        let config = &self.setup.config;
        match place.table {
            Table::People => {
                let owners = both().map(|trace| folded(&trace.name));
                let actions = owners.flat_map(|name| self.index.under(Kind::Owner, name));
                dirty.rows(actions.map(|entry| Place { table: Table::Actions, key: entry.key.clone() }));
            }
            Table::WontDo => dirty.rows(both().flat_map(|trace| self.index.meeting(&trace.words))),
            Table::Dismissed => {
                let entity = |trace: &Trace| trace.links.first().cloned().unwrap_or_default();
                dirty.left.extend(both().map(|trace| (trace.name.clone(), entity(trace))));
            }
            Table::Objectives | Table::Strategies | Table::Tactics => {
                if let Some(twin) = old.and_then(|old| old.twin.as_ref()) {
                    dirty.rows(self.index.named_by(place.table, twin, config));
                }
                dirty.rows(self.index.names(place, config));
            }
            _ => {}
        }
    }

    /// Notes what is served by a row that links to `id`, and by that.
    fn serve(&self, table: Table, id: &Id, dirty: &mut Dirty) {
        let up = match table {
            Table::Actions => Table::Tactics,
            Table::Tactics => Table::Strategies,
            Table::Strategies => Table::Objectives,
            _ => return,
        };
        let served = Place { table: up, key: id.clone() };
        if table == Table::Tactics
            && let Some(strategy) = self.index.traces.get(&served)
        {
            strategy.links.iter().for_each(|id| self.serve(up, id, dirty));
        }
        dirty.rows([served]);
    }
}
