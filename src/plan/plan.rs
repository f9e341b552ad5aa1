//! A plan: its cover, its lists, and who links to whom.

use super::{
    link::{Index, Place},
    model::Cover,
    record,
    table::{IsRow, Row, Rows, Table},
    value::Id,
};
use crate::document::object::put;
use crate::document::reader::{Node, Problem};
use serde_json::Value;
use std::collections::HashSet;

/// What a plan file calls itself.
pub const FORMAT: &str = "strategy-first/plan";
/// The version written here, and the newest that is read.
pub const VERSION: u64 = 1;
/// The most rows of a list in a file. A file of 1 MiB has room for some thousands of real ones.
pub const MAX_ROWS: usize = 10_000;

/// A marketing plan. It is changed by [`Plan::apply`] alone, so that each change can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub(super) cover: Cover,
    /// In the order of [`Table::ALL`].
    tables: [Rows; Table::ALL.len()],
    pub(super) index: Index,
}

impl Plan {
    /// Reads a plan; its format and version were looked at before. What has a fault is left empty.
    #[must_use]
    pub fn read(top: Node) -> Plan {
        let mut plan = Plan::default();
        record::read_into(&mut plan.cover, top);
        let other = &mut plan.cover.other;
        other.remove("format");
        other.remove("version");
        // A list that the file names although it is empty stays with the unknown fields, and is written back so.
        other.retain(|name, value| {
            Table::named(name).is_none() || value.is_null() || *value == Value::Array(Vec::new())
        });
        for table in Table::ALL {
            if let Some(list) = top.maybe(table.name()) {
                plan.read_table(*table, &list.list_of(0..=MAX_ROWS));
            }
        }
        plan
    }

    fn read_table(&mut self, table: Table, nodes: &[Node]) {
        let mut rows: Vec<Row> = nodes.iter().map(|node| table.read_row(*node)).collect();
        let given: HashSet<Id> = rows.iter().map(|row| row.id().clone()).collect();
        let mut numbers = 1..;
        // A name that no row of this file has.
        let mut fresh = |like: &str| {
            let names = numbers.by_ref().map(|number| Id(format!("{like}{number}")));
            names.into_iter().find(|id| !given.contains(id)).unwrap_or_default()
        };
        for (row, node) in rows.iter_mut().zip(nodes) {
            let mut key = row.id().clone();
            if key.is_empty() {
                key = fresh("#");
            } else if self.table(table).holds(key.as_str()) {
                node.field("id").fault(Problem::DuplicateId { id: key.0 });
                key = fresh("again-");
                row.set_id(key.clone());
            }
            self.enter(key, std::mem::replace(row, table.empty_row()), None);
        }
    }

    /// The keys of the rows that have no ids, by table and in order: a file does not hold them, and edits name rows by them.
    #[must_use]
    pub fn loose_keys(&self) -> Value {
        let mut keys = serde_json::Map::new();
        for table in Table::ALL {
            let loose: Vec<Value> = self.loose(*table).map(|key| key.as_str().into()).collect();
            if !loose.is_empty() {
                keys.insert(table.name().to_owned(), loose.into());
            }
        }
        Value::Object(keys)
    }

    /// Gives the rows that have no ids the keys that [`Plan::loose_keys`] told of them.
    pub fn rekey(&mut self, keys: &Value) {
        for table in Table::ALL {
            let listed = keys.get(table.name()).and_then(Value::as_array);
            let wanted = listed.into_iter().flatten().filter_map(Value::as_str).map(Id::from);
            let pairs: Vec<(Id, Id)> = self.loose(*table).cloned().zip(wanted).collect();
            // By way of keys that nobody has, since a new one may be that of another row.
            let between = |number: usize| Id(format!("\u{0}{number}"));
            for (number, (old, _)) in pairs.iter().enumerate() {
                self.rename(*table, old, between(number));
            }
            for (number, (_, new)) in pairs.into_iter().enumerate() {
                self.rename(*table, &between(number), new);
            }
        }
    }

    /// Puts the row `old` in the same place under another key, where that one is free.
    fn rename(&mut self, table: Table, old: &Id, new: Id) {
        let place = Place { table, key: old.clone() };
        if self.table(table).holds(new.as_str()) {
            return;
        }
        if let Some((row, in_front_of)) = self.leave(&place) {
            self.enter(new, row, in_front_of.as_ref());
        }
    }

    fn loose(&self, table: Table) -> impl Iterator<Item = &Id> {
        self.rows(table).filter(|(_, row)| row.id().is_empty()).map(|(key, _)| key)
    }

    /// As a `strategy-first/plan` file.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut file = record::to_json(&self.cover);
        put(&mut file, [("format", FORMAT.into()), ("version", VERSION.into())]);
        for table in Table::ALL {
            let rows = self.table(*table).iter().map(|(_, row)| Value::Object(record::to_json(row.record())));
            let rows: Vec<Value> = rows.collect();
            if !rows.is_empty() {
                file.insert(table.name().to_owned(), rows.into());
            }
        }
        Value::Object(file)
    }

    #[must_use]
    pub fn cover(&self) -> &Cover {
        &self.cover
    }

    /// The rows of one kind, in order, with their keys.
    pub fn all<R: IsRow + 'static>(&self) -> impl Iterator<Item = (&Id, &R)> {
        self.table(R::TABLE).iter().filter_map(|(key, row)| Some((key, R::of(row)?)))
    }

    #[must_use]
    pub fn get<R: IsRow + 'static>(&self, key: &str) -> Option<&R> {
        self.table(R::TABLE).get(key).and_then(R::of)
    }

    /// The row that a link with this id leads to.
    #[must_use]
    pub fn linked<R: IsRow + 'static>(&self, id: &Id) -> Option<&R> {
        self.leads_to(R::TABLE, id).then(|| self.get(id.as_str())).flatten()
    }

    /// The rows of a table whatever their kind, in order, with their keys.
    pub fn rows(&self, table: Table) -> impl Iterator<Item = (&Id, &Row)> {
        self.table(table).iter()
    }

    #[must_use]
    pub fn row(&self, place: &Place) -> Option<&Row> {
        self.table(place.table).get(place.key.as_str())
    }

    /// How many rows a table has.
    #[must_use]
    pub fn count(&self, table: Table) -> usize {
        self.table(table).len()
    }

    /// The keys of the rows in front of this one and behind it, for moving it up or down.
    #[must_use]
    pub fn neighbours(&self, place: &Place) -> (Option<&Id>, Option<&Id>) {
        let rows = self.table(place.table);
        (rows.before(place.key.as_str()), rows.after(place.key.as_str()))
    }

    /// Whether a row of `table` has this id. A row that has none, and only a key, is nothing to link to.
    pub(super) fn leads_to(&self, table: Table, id: &Id) -> bool {
        self.table(table).get(id.as_str()).is_some_and(|row| row.id() == id && !id.is_empty())
    }

    pub(super) fn table(&self, table: Table) -> &Rows {
        &self.tables[table as usize]
    }

    pub(super) fn row_mut(&mut self, place: &Place) -> Option<&mut Row> {
        self.tables[place.table as usize].get_mut(place.key.as_str())
    }

    /// Puts a row in. The key must be free, and the row in front of which it goes be there.
    pub(super) fn enter(&mut self, key: Id, row: Row, in_front_of: Option<&Id>) {
        let place = Place { table: row.table(), key };
        self.index.add(&place, &row);
        self.tables[place.table as usize].insert(place.key, row, in_front_of);
    }

    /// Takes a row out, and says which one it stood in front of.
    pub(super) fn leave(&mut self, place: &Place) -> Option<(Row, Option<Id>)> {
        let (row, after) = self.tables[place.table as usize].remove(place.key.as_str())?;
        self.index.remove(place, &row);
        Some((row, after))
    }
}
