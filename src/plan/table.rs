//! The plan's lists. A row is found, put in, taken out and moved without touching the others, however many there are.

use super::{
    field::Content,
    model::{Action, Audience, BusinessGoal, Dismissed, Kpi, Objective, Person, Review, Strategy, Tactic, WontDo},
    record::{self, Record},
    value::Id,
};
use crate::document::reader::Node;
use std::collections::HashMap;

/// What can be a row, and in which table it stands.
pub trait IsRow: Record + Sized {
    const TABLE: Table;
    fn of(row: &Row) -> Option<&Self>;
}

macro_rules! tables {
    ($($(#[$note:meta])* $table:ident $name:literal $row:ident),* $(,)?) => {
        /// One of the plan's lists.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($(#[$note])* $table),* }

        /// A row of one of the plan's lists.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Row { $($row($row)),* }

        impl Table {
            pub const ALL: &[Table] = &[$(Table::$table),*];
            const NAMES: &[&str] = &[$($name),*];

            /// A row with nothing in it.
            #[must_use]
            pub fn empty_row(self) -> Row {
                match self { $(Table::$table => Row::$row($row::default())),* }
            }

            pub(super) fn read_row(self, node: Node) -> Row {
                match self { $(Table::$table => Row::$row(record::read(node))),* }
            }
        }

        impl Row {
            #[must_use]
            pub fn table(&self) -> Table {
                match self { $(Row::$row(_) => Table::$table),* }
            }

            #[must_use]
            pub fn record(&self) -> &dyn Record {
                match self { $(Row::$row(row) => row),* }
            }

            #[must_use]
            pub fn record_mut(&mut self) -> &mut dyn Record {
                match self { $(Row::$row(row) => row),* }
            }
        }

        $(impl IsRow for $row {
            const TABLE: Table = Table::$table;

            fn of(row: &Row) -> Option<&$row> {
                if let Row::$row(row) = row { Some(row) } else { None }
            }
        }

        impl From<$row> for Row {
            fn from(row: $row) -> Row {
                Row::$row(row)
            }
        })*
    };
}

tables! {
    BusinessGoals "business_goals" BusinessGoal,
    Objectives "objectives" Objective,
    Audiences "audiences" Audience,
    Strategies "strategies" Strategy,
    WontDo "wont_do" WontDo,
    Tactics "tactics" Tactic,
    Actions "actions" Action,
    People "people" Person,
    Kpis "kpis" Kpi,
    Reviews "reviews" Review,
    Dismissed "dismissed" Dismissed,
}

impl Table {
    /// The name used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        Table::NAMES[self as usize]
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Table> {
        Table::ALL.iter().copied().find(|table| table.name() == name)
    }
}

impl Row {
    /// The id that files give it; empty for people and dismissed findings, which have none, and where a file left it out.
    #[must_use]
    pub fn id(&self) -> &Id {
        const NONE: &Id = &Id(String::new());
        match self {
            Row::BusinessGoal(row) => &row.id,
            Row::Objective(row) => &row.id,
            Row::Audience(row) => &row.id,
            Row::Strategy(row) => &row.id,
            Row::WontDo(row) => &row.id,
            Row::Tactic(row) => &row.id,
            Row::Action(row) => &row.id,
            Row::Kpi(row) => &row.id,
            Row::Review(row) => &row.id,
            Row::Person(_) | Row::Dismissed(_) => NONE,
        }
    }

    /// The same row under another id, where rows of its kind have one.
    #[must_use]
    pub fn with_id(mut self, id: &Id) -> Row {
        self.set_id(id.clone());
        self
    }

    pub(super) fn set_id(&mut self, id: Id) {
        if let Some(field) = self.record_mut().field_mut("id") {
            field.exchange(&mut Content::Text(id.0));
        }
    }
}

/// Rows by their keys, each knowing its neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    slots: HashMap<Id, Slot>,
    first: Option<Id>,
    last: Option<Id>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    row: Row,
    before: Option<Id>,
    after: Option<Id>,
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    pub(super) fn get(&self, key: &str) -> Option<&Row> {
        self.slots.get(key).map(|slot| &slot.row)
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Row> {
        self.slots.get_mut(key).map(|slot| &mut slot.row)
    }

    pub(super) fn holds(&self, key: &str) -> bool {
        self.slots.contains_key(key)
    }

    /// The row behind this one.
    pub(super) fn after(&self, key: &str) -> Option<&Id> {
        self.slots.get(key)?.after.as_ref()
    }

    /// The row in front of this one.
    pub(super) fn before(&self, key: &str) -> Option<&Id> {
        self.slots.get(key)?.before.as_ref()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Id, &Row)> {
        let mut next = self.first.as_ref();
        std::iter::from_fn(move || {
            let (key, slot) = self.slots.get_key_value(next?)?;
            next = slot.after.as_ref();
            Some((key, &slot.row))
        })
    }

    /// Puts a row in front of another, or last. The key must be free, and the other one there.
    pub(super) fn insert(&mut self, key: Id, row: Row, in_front_of: Option<&Id>) {
        let before = match in_front_of {
            Some(next) => self.before(next.as_str()).cloned(),
            None => self.last.clone(),
        };
        self.join(before.as_ref(), Some(&key));
        self.join(Some(&key), in_front_of);
        self.slots.insert(key, Slot { row, before, after: in_front_of.cloned() });
    }

    /// Takes a row out, and says which one it stood in front of.
    pub(super) fn remove(&mut self, key: &str) -> Option<(Row, Option<Id>)> {
        let slot = self.slots.remove(key)?;
        self.join(slot.before.as_ref(), slot.after.as_ref());
        Some((slot.row, slot.after))
    }

    /// Makes these two neighbours; the beginning and the end of the list are nothing.
    fn join(&mut self, before: Option<&Id>, after: Option<&Id>) {
        match before.and_then(|before| self.slots.get_mut(before)) {
            Some(slot) => slot.after = after.cloned(),
            None if before.is_none() => self.first = after.cloned(),
            None => {}
        }
        match after.and_then(|after| self.slots.get_mut(after)) {
            Some(slot) => slot.before = before.cloned(),
            None if after.is_none() => self.last = before.cloned(),
            None => {}
        }
    }
}
