//! One person's way through a check, from the first question to the result.

use super::{
    answers::Answers,
    pack::{Item, Pack},
};

/// Where somebody is in a check, and what they answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The pack's id, and the version that the answers were given to.
    pub pack: String,
    pub pack_version: String,
    pub answers: Answers,
    /// The item in view.
    pub at: String,
    /// Items answered in another pack, and so not asked again.
    pub carried: Vec<String>,
    /// Under which id the result is kept, once it was seen.
    pub result_id: Option<String>,
}

impl Session {
    /// At the first question of `pack` that `answers`, given to another pack, leave open (WCAG 3.3.7).
    #[must_use]
    pub fn carry(pack: &Pack, answers: &Answers) -> Session {
        let (answers, _) = answers.mapped_onto(pack);
        let mut session = Session {
            pack: pack.id.clone(),
            pack_version: pack.version.clone(),
            carried: answers.iter().map(|(item, _)| item.to_owned()).collect(),
            answers,
            ..Session::default()
        };
        session.at = session.path(pack).first().map(|item| item.id.clone()).unwrap_or_default();
        session
    }

    /// The items on the way, in order.
    #[must_use]
    pub fn path<'a>(&'a self, pack: &'a Pack) -> Vec<&'a Item> {
        pack.asked(&self.answers).filter(|item| !self.carried.contains(&item.id)).collect()
    }

    /// The item in view; the first one, where the item that was in view is no longer there.
    #[must_use]
    pub fn current<'a>(&'a self, pack: &'a Pack) -> Option<&'a Item> {
        let path = self.path(pack);
        path.get(self.index(&path)).copied()
    }

    /// The place of the item in view, from 1, and how many there are.
    #[must_use]
    pub fn position(&self, pack: &Pack) -> (usize, usize) {
        let path = self.path(pack);
        (self.index(&path) + 1, path.len())
    }

    /// Whether the item in view has an answer.
    #[must_use]
    pub fn is_answered(&self, pack: &Pack) -> bool {
        self.current(pack).is_some_and(|item| self.answers.of(&item.id).is_some())
    }

    /// Chooses `option` for the item in view.
    pub fn answer(&mut self, pack: &Pack, option: &str) {
        if let Some(item) = self.current(pack).map(|item| item.id.clone()) {
            self.answers.set(&item, option);
        }
    }

    /// Leaves the item in view without an answer.
    pub fn skip(&mut self, pack: &Pack) {
        if let Some(item) = self.current(pack).map(|item| item.id.clone()) {
            self.answers.clear(&item);
        }
    }

    /// To the next item. Gives `false`, and stays, at the last one.
    pub fn forward(&mut self, pack: &Pack) -> bool {
        self.step(pack, |index| index.checked_add(1))
    }

    /// To the item before. Gives `false`, and stays, at the first one.
    pub fn back(&mut self, pack: &Pack) -> bool {
        self.step(pack, |index| index.checked_sub(1))
    }

    /// Puts `item` in view, to be answered again.
    pub fn open(&mut self, item: &str) {
        self.carried.retain(|carried| carried != item);
        item.clone_into(&mut self.at);
    }

    /// Takes the answers over to `pack`, which may be another version of the one they were given to; gives the items of those
    /// that have no place in it.
    pub fn map_onto(&mut self, pack: &Pack) -> Vec<String> {
        let (known, unmapped) = self.answers.mapped_onto(pack);
        self.answers = known;
        self.carried.retain(|item| self.answers.of(item).is_some());
        pack.version.clone_into(&mut self.pack_version);
        unmapped.into_iter().map(|answer| answer.item).collect()
    }

    fn step(&mut self, pack: &Pack, to: impl FnOnce(usize) -> Option<usize>) -> bool {
        let path = self.path(pack);
        let target = to(self.index(&path)).and_then(|index| path.get(index));
        let Some(id) = target.map(|item| item.id.clone()) else {
            return false;
        };
        self.at = id;
        true
    }

    fn index(&self, path: &[&Item]) -> usize {
        path.iter().position(|item| item.id == self.at).unwrap_or(0)
    }
}
