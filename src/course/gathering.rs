//! What a group handed in, and the door through which its figures come: there is none for a group that is too small.

use super::{
    code::{Code, Moment, Who, write},
    shape::Shape,
};
use crate::quiz::{answers::Answers, pack::Pack};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that was handed in. Nothing reads it but what asks [`Least`] first.
#[derive(Clone, Default)]
pub struct Gathering {
    // By the person's number, which is random, so that no order says who came first.
    taken: BTreeMap<Key, Answers>,
}

/// One thing that one person hands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A pack's id, or [`super::shape::DRILL`].
    pub pack: String,
    pub moment: Moment,
    /// What stands for the person, in all that they hand in.
    pub who: String,
    pub answers: Answers,
}

/// What to do with a second result of the same person, pack and moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Twice {
    /// The later one counts: whoever mends an answer hands in again.
    #[default]
    Replace,
    Skip,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    New,
    Replaced,
    Skipped,
    /// It was here already, word for word.
    Same,
}

/// How many people a figure needs, so that nobody is seen in it. There is no other number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Least {
    #[default]
    Five,
    /// Where the trainer says so.
    Three,
}

/// A figure that is not shown, since too few people are behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    pub have: usize,
    pub need: usize,
}

/// A figure, or why it is hidden.
pub type Shown<T> = Result<T, Hidden>;

/// Pack, moment, person.
type Key = (String, Moment, String);

impl Gathering {
    pub fn add(&mut self, entry: Entry, twice: Twice) -> Added {
        let Entry { pack, moment, who, answers } = entry;
        let key = (pack, moment, who);
        let added = match self.taken.get(&key) {
            None => Added::New,
            Some(held) if *held == answers => return Added::Same,
            Some(_) if twice == Twice::Skip => return Added::Skipped,
            Some(_) => Added::Replaced,
        };
        self.taken.insert(key, answers);
        added
    }

    /// How many handed in answers to `pack`. To count them shows nobody.
    #[must_use]
    pub fn count(&self, pack: &str, moment: Moment) -> usize {
        self.of(pack, moment).count()
    }

    /// The packs that there are results of, by id.
    #[must_use]
    pub fn packs(&self) -> BTreeSet<&str> {
        self.taken.keys().map(|(pack, ..)| pack.as_str()).collect()
    }

    /// All that was handed in as codes, by the shapes that they are read by: for whoever holds them already, to keep them. What no shape
    /// holds is left out.
    #[must_use]
    pub fn codes(&self, shapes: &[Shape]) -> Vec<String> {
        let code = |((pack, moment, who), answers): (&Key, &Answers)| {
            let shape = shapes.iter().find(|shape| shape.holds(pack, answers))?;
            Some(write(shape, answers, Who::named(who), *moment))
        };
        self.taken.iter().filter_map(code).collect()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.taken.is_empty()
    }

    /// Everybody's answers to `pack`, as far as it knows them.
    pub(super) fn answers(&self, pack: &Pack, moment: Moment) -> Vec<Answers> {
        self.of(&pack.id, moment).map(|(_, answers)| answers.mapped_onto(pack).0).collect()
    }

    /// Everybody's way through the drill.
    pub(super) fn sorted<'a>(&'a self, drill: &'a str, moment: Moment) -> Vec<&'a Answers> {
        self.of(drill, moment).map(|(_, answers)| answers).collect()
    }

    /// The answers of all who answered at both moments, as far as `pack` knows them.
    pub(super) fn pairs(&self, pack: &Pack, from: Moment, to: Moment) -> Vec<(Answers, Answers)> {
        let mapped = |answers: &Answers| answers.mapped_onto(pack).0;
        let pair = |(who, earlier): (&str, &Answers)| {
            let later = self.taken.get(&(pack.id.clone(), to, who.to_owned()))?;
            Some((mapped(earlier), mapped(later)))
        };
        self.of(&pack.id, from).filter_map(pair).collect()
    }

    fn of<'a>(&'a self, pack: &'a str, moment: Moment) -> impl Iterator<Item = (&'a str, &'a Answers)> {
        let from = (pack.to_owned(), moment, String::new());
        let theirs = self.taken.range(from..).take_while(move |((is, when, _), _)| is == pack && *when == moment);
        theirs.map(|((_, _, who), answers)| (who.as_str(), answers))
    }
}

impl Least {
    #[must_use]
    pub fn people(self) -> usize {
        match self {
            Least::Five => 5,
            Least::Three => 3,
        }
    }

    /// Makes a figure of `people`, if they are enough.
    pub(super) fn show<T>(self, people: usize, figure: impl FnOnce() -> T) -> Shown<T> {
        let need = self.people();
        if people < need { Err(Hidden { have: people, need }) } else { Ok(figure()) }
    }
}

impl From<Code> for Entry {
    fn from(code: Code) -> Entry {
        Entry { pack: code.pack, moment: code.moment, who: code.who.to_string(), answers: code.answers }
    }
}
