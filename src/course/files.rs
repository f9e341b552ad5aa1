//! Results from files: what the page saves as a result or as a backup.

use super::{
    code::Moment,
    gathering::Entry,
    shape::{DRILL, Shape},
};
use crate::{
    document::reader::read,
    files::state::State,
    visit::{MOMENT, Visit},
};
use serde_json::Value;

/// What a file holds for a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    pub entries: Vec<Entry>,
    /// How many earlier results there are, of the same person, pack and moment; a person counts once.
    pub earlier: usize,
    /// Packs of results whose questions are not at hand, by id.
    pub unknown: Vec<String>,
}

/// What the file with this `state` holds. When, seen from the course, a result was taken is what it says itself, or else `moment`.
/// Everything in a file that has a person's number goes by that, as their codes do; else results go by their own id, and what has
/// none, as the drill, by that of the file's last result, or else by `name`.
#[must_use]
pub fn handed(state: &State, shapes: &[Shape], moment: Moment, name: &str) -> Handed {
    let mut handed = Handed::default();
    let (visit, _) = read(&state.session, |top| Visit::read(top, Vec::new()));
    let is_known = |pack: &str| shapes.iter().any(|shape| shape.id() == pack);
    let who = |id: &str| visit.who.clone().unwrap_or_else(|| if id.is_empty() { name } else { id }.to_owned());
    // As they are kept, the last one taken is the last one.
    for taken in state.results.iter().rev() {
        let said = taken.other.get(MOMENT).and_then(Value::as_str).and_then(Moment::named);
        let moment = said.unwrap_or(moment);
        if !is_known(&taken.pack) {
            handed.unknown.push(taken.pack.clone());
        } else if handed.entries.iter().any(|entry| (&entry.pack, entry.moment) == (&taken.pack, moment)) {
            handed.earlier += 1;
        } else {
            let answers = taken.answers.clone();
            handed.entries.push(Entry { pack: taken.pack.clone(), moment, who: who(&taken.id), answers });
        }
    }
    let run = visit.run.as_ref().filter(|run| !run.sorted.is_empty());
    if let Some(run) = run {
        let answers = run.sorted.iter().map(|(statement, key)| (statement, key.code())).collect();
        let last = state.results.last().map_or("", |taken| &taken.id);
        handed.entries.push(Entry { pack: DRILL.to_owned(), moment, who: who(last), answers });
    }
    handed
}
