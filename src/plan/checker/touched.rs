//! What an edit touches.

use crate::plan::{
    edit::{Edit, Part},
    link::Place,
};

/// A part of the plan that an edit touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    Cover,
    Row(Place),
    /// A row that stands somewhere else now, or is new.
    Moved(Place),
}

impl Touched {
    /// What `edit` touches, and likewise what the edit touches that takes it back.
    #[must_use]
    pub fn by(edit: &Edit) -> Vec<Touched> {
        match edit {
            Edit::Set { of: Part::Cover, .. } => vec![Touched::Cover],
            Edit::Set { of: Part::Row(place), .. } => vec![Touched::Row(place.clone())],
            Edit::Insert { key, row, .. } => vec![Touched::Moved(Place { table: row.table(), key: key.clone() })],
            Edit::Remove(place) | Edit::Move { place, .. } => vec![Touched::Moved(place.clone())],
            Edit::Together { edits, .. } => edits.iter().flat_map(Touched::by).collect(),
        }
    }

    /// The row, and whether it moved.
    pub(super) fn place(&self) -> Option<(&Place, bool)> {
        match self {
            Touched::Cover => None,
            Touched::Row(place) => Some((place, false)),
            Touched::Moved(place) => Some((place, true)),
        }
    }
}
