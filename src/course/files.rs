//! Results from files: what the page saves as a result or as a backup.

use super::{
    code::Moment,
    gathering::Entry,
    shape::{DRILL, Shape},
};
use crate::{document::reader::read, files::state::State, visit::Visit};

/// What a file holds for a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    pub entries: Vec<Entry>,
    /// How many earlier results there are, of the same person and pack; a person counts once.
    pub earlier: usize,
    /// Packs of results whose questions are not at hand, by id.
    pub unknown: Vec<String>,
}

/// What the file with this `state` holds. No file says when, seen from the course, it was made, so that is given. Results go by their
/// own id; what has none, and the drill, by that of the file's last result, or else by `name`.
#[must_use]
pub fn handed(state: &State, shapes: &[Shape], moment: Moment, name: &str) -> Handed {
    let mut handed = Handed::default();
    let is_known = |pack: &str| shapes.iter().any(|shape| shape.id() == pack);
    let id = |id: &str| if id.is_empty() { name } else { id }.to_owned();
    // As they are kept, the last one taken is the last one.
    for taken in state.results.iter().rev() {
        if !is_known(&taken.pack) {
            handed.unknown.push(taken.pack.clone());
        } else if handed.entries.iter().any(|entry| entry.pack == taken.pack) {
            handed.earlier += 1;
        } else {
            let answers = taken.answers.clone();
            handed.entries.push(Entry { pack: taken.pack.clone(), moment, who: id(&taken.id), answers });
        }
    }
    let (visit, _) = read(&state.session, |top| Visit::read(top, Vec::new()));
    let run = visit.run.filter(|run| !run.sorted.is_empty());
    if let Some(run) = run {
        let answers = run.sorted.iter().map(|(statement, key)| (statement, key.code())).collect();
        let last = state.results.last().map_or("", |taken| &taken.id);
        handed.entries.push(Entry { pack: DRILL.to_owned(), moment, who: id(last), answers });
    }
    handed
}
