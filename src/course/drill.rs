//! The statements that a group found hardest to sort.

use super::{
    code::Moment,
    gathering::{Gathering, Least, Shown},
    shape::DRILL,
};
use crate::quiz::drill::{Drill, Statement};

/// A statement that somebody sorted otherwise than the key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    pub statement: String,
    pub people: usize,
    pub missed: usize,
}

/// Every statement that was missed, hardest first: by the share of those who sorted it, and of equals the earlier one first.
/// What too few people sorted is left out.
///
/// # Errors
/// Where too few people handed in the drill.
pub fn hardest(gathering: &Gathering, drill: &Drill, moment: Moment, least: Least) -> Shown<Vec<Missed>> {
    let sorted = gathering.sorted(DRILL, moment);
    let count = |statement: &Statement| {
        let keys: Vec<&str> = sorted.iter().filter_map(|answers| answers.of(&statement.id)).collect();
        let missed = keys.iter().filter(|key| **key != statement.key.code()).count();
        let shown = least.show(keys.len(), || missed).ok().filter(|missed| *missed > 0);
        shown.map(|missed| Missed { statement: statement.id.clone(), people: keys.len(), missed })
    };
    least.show(sorted.len(), || {
        let mut hardest: Vec<Missed> = drill.statements.iter().chain(&drill.bonus).filter_map(count).collect();
        // As fractions, without their rounding.
        hardest.sort_by(|one, other| (other.missed * one.people).cmp(&(one.missed * other.people)));
        hardest
    })
}
