//! Every change to a plan, as data. Applying one gives the edit that takes it back.

use super::{
    field::Content,
    kind::name_path,
    link::{Place, links_from},
    plan::Plan,
    record,
    table::{Row, Table},
    value::Id,
};

/// A change to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Puts something in a field of the cover or of a row; the field by its path, as in `basics.who` or `bridge.cta`.
    Set {
        of: Part,
        field: String,
        to: Content,
    },
    /// Puts a row in front of another one, or last. Its key is its id, where rows of this kind have ids.
    Insert {
        key: Id,
        row: Box<Row>,
        in_front_of: Option<Id>,
    },
    Remove(Place),
    /// Moves a row in front of another one of its table, or to the end.
    Move {
        place: Place,
        in_front_of: Option<Id>,
    },
    /// Several edits as one step, with its name: all of them or none.
    Together {
        name: Name,
        edits: Vec<Edit>,
    },
}

/// What a field belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Cover,
    Row(Place),
}

/// What a step did and to what, for "Undo: delete tactic". The words are the interface's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    pub did: Did,
    /// Nothing for the cover.
    pub to: Option<Table>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    Change,
    Add,
    Delete,
    Move,
}

/// Something in a plan that an edit changes, so that only what shows it is drawn anew.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Touch {
    /// One field of the cover or of a row.
    Field(Part, String),
    /// What a row is called wherever it is mentioned.
    Name(Place),
    /// Which rows a table has, and in which order.
    List(Table),
}

/// What an edit came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Takes it back.
    pub inverse: Edit,
    pub name: Name,
}

/// Why an edit was not applied. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It names a row that is not there.
    NoSuchRow,
    /// It names a field that is not there, or an id, which stays what it is.
    NoSuchField,
    /// The field holds something of another kind, or less of it.
    DoesNotFit,
    /// A row with this key is there already.
    KeyTaken,
    /// The key is empty, or it is not the row's id.
    KeyDiffers,
}

impl Plan {
    /// Changes the plan. What this costs depends on the edit, never on how much else there is in the plan.
    ///
    /// # Errors
    /// [`Refused`], with the reason; the plan is then as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<Applied, Refused> {
        let name = edit.name();
        let inverse = match edit {
            Edit::Set { of, field, to } => self.set(of, field, to),
            Edit::Insert { key, row, in_front_of } => self.insert(key, *row, in_front_of.as_ref()),
            Edit::Remove(place) => self.remove(place),
            Edit::Move { place, in_front_of } => self.shift(place, in_front_of.as_ref()),
            Edit::Together { name, edits } => self.together(name, edits),
        }?;
        Ok(Applied { inverse, name })
    }

    fn set(&mut self, of: Part, field: String, mut to: Content) -> Result<Edit, Refused> {
        match &of {
            Part::Cover => exchange(record::at_mut(&mut self.cover, &field), &mut to)?,
            Part::Row(place) if links_from(place.table).any(|link| link.field == field) => {
                // A row that leaves the index and comes back with other links.
                let row = self.row(place).ok_or(Refused::NoSuchRow)?;
                let mut row = row.clone();
                exchange(record::at_mut(row.record_mut(), &field), &mut to)?;
                let old = self.row_mut(place).map(|old| std::mem::replace(old, row.clone()));
                if let Some(old) = old {
                    self.index.remove(place, &old);
                }
                self.index.add(place, &row);
            }
            Part::Row(place) => {
                let row = self.row_mut(place).ok_or(Refused::NoSuchRow)?;
                let held = record::at_mut(row.record_mut(), &field).filter(|_| field != "id");
                exchange(held, &mut to)?;
            }
        }
        Ok(Edit::Set { of, field, to })
    }

    fn insert(&mut self, key: Id, row: Row, in_front_of: Option<&Id>) -> Result<Edit, Refused> {
        let rows = self.table(row.table());
        if rows.holds(key.as_str()) {
            return Err(Refused::KeyTaken);
        }
        if key.is_empty() || (!row.id().is_empty() && *row.id() != key) {
            return Err(Refused::KeyDiffers);
        }
        if in_front_of.is_some_and(|next| !rows.holds(next.as_str())) {
            return Err(Refused::NoSuchRow);
        }
        let place = Place { table: row.table(), key: key.clone() };
        self.enter(key, row, in_front_of);
        Ok(Edit::Remove(place))
    }

    fn remove(&mut self, place: Place) -> Result<Edit, Refused> {
        let (row, in_front_of) = self.leave(&place).ok_or(Refused::NoSuchRow)?;
        Ok(Edit::Insert { key: place.key, row: Box::new(row), in_front_of })
    }

    fn shift(&mut self, place: Place, in_front_of: Option<&Id>) -> Result<Edit, Refused> {
        let rows = self.table(place.table);
        if in_front_of.is_some_and(|next| !rows.holds(next.as_str()) || *next == place.key) {
            return Err(Refused::NoSuchRow);
        }
        let (row, was_in_front_of) = self.leave(&place).ok_or(Refused::NoSuchRow)?;
        self.enter(place.key.clone(), row, in_front_of);
        Ok(Edit::Move { place, in_front_of: was_in_front_of })
    }

    fn together(&mut self, name: Name, edits: Vec<Edit>) -> Result<Edit, Refused> {
        let mut inverses = Vec::with_capacity(edits.len());
        let mut refused = None;
        for edit in edits {
            match self.apply(edit) {
                Ok(applied) => inverses.push(applied.inverse),
                Err(reason) => {
                    refused = Some(reason);
                    break;
                }
            }
        }
        inverses.reverse();
        let Some(reason) = refused else {
            return Ok(Edit::Together { name, edits: inverses });
        };
        for inverse in inverses {
            // The inverse of what was applied a moment ago is never refused.
            self.apply(inverse)?;
        }
        Err(reason)
    }
}

fn exchange(held: Option<&mut dyn super::field::Held>, content: &mut Content) -> Result<(), Refused> {
    let held = held.ok_or(Refused::NoSuchField)?;
    if held.exchange(content) { Ok(()) } else { Err(Refused::DoesNotFit) }
}

impl Edit {
    /// Sets a field of the cover.
    #[must_use]
    pub fn set(field: &str, to: Content) -> Edit {
        Edit::Set { of: Part::Cover, field: field.to_owned(), to }
    }

    /// Sets a field of a row.
    #[must_use]
    pub fn set_row(place: Place, field: &str, to: Content) -> Edit {
        Edit::Set { of: Part::Row(place), field: field.to_owned(), to }
    }

    /// Puts a row last in its table.
    #[must_use]
    pub fn add(key: &str, row: impl Into<Row>) -> Edit {
        Edit::Insert { key: key.into(), row: Box::new(row.into()), in_front_of: None }
    }

    /// Everything that this edit changes; taking it back changes the same.
    #[must_use]
    pub fn touches(&self) -> Vec<Touch> {
        match self {
            Edit::Set { of, field, .. } => {
                let mut all = vec![Touch::Field(of.clone(), field.clone())];
                if let Part::Row(place) = of
                    && name_path(place.table) == field
                {
                    all.push(Touch::Name(place.clone()));
                }
                all
            }
            Edit::Insert { row, .. } => vec![Touch::List(row.table())],
            Edit::Remove(place) | Edit::Move { place, .. } => vec![Touch::List(place.table)],
            Edit::Together { edits, .. } => {
                let mut all: Vec<Touch> = edits.iter().flat_map(Edit::touches).collect();
                all.dedup();
                all
            }
        }
    }

    #[must_use]
    pub fn name(&self) -> Name {
        let (did, to) = match self {
            Edit::Set { of: Part::Cover, .. } => (Did::Change, None),
            Edit::Set { of: Part::Row(place), .. } => (Did::Change, Some(place.table)),
            Edit::Insert { row, .. } => (Did::Add, Some(row.table())),
            Edit::Remove(place) => (Did::Delete, Some(place.table)),
            Edit::Move { place, .. } => (Did::Move, Some(place.table)),
            Edit::Together { name, .. } => return *name,
        };
        Name { did, to }
    }
}

impl Name {
    /// Its name among the interface's texts, as in `delete.tactics` or `change.cover`.
    #[must_use]
    pub fn key(self) -> String {
        let did = match self.did {
            Did::Change => "change",
            Did::Add => "add",
            Did::Delete => "delete",
            Did::Move => "move",
        };
        format!("{did}.{}", self.to.map_or("cover", Table::name))
    }
}
