//! From answers to an outcome: scores, reading, words, flags and what to do first. Integers only; question-bank, "Scoring".

use super::{
    answers::Answers,
    pack::{Item, ItemOption, Measure, Pack, Stage, Word},
    reading::{Reading, touched},
};
use crate::document::object::object;
use serde_json::Value;

/// What a set of answers comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// 0 to 100, or nothing where there are too few answers.
    pub direction: Option<u8>,
    /// 0 to 100, or nothing where there are too few answers.
    pub work: Option<u8>,
    /// Whether what is done serves what is wanted.
    pub tie: Option<Word>,
    pub reading: Reading,
    /// A word for each of the six stages, in order.
    pub stages: [Option<Word>; 6],
    /// Ids of the flags to show, in order.
    pub flags: Vec<String>,
    /// What to do first; nothing where nothing was answered.
    pub first: Option<First>,
}

/// The one thing to do first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// What this item asks about.
    Item { stage: Stage, item: String },
    /// Every answer is the best there is: look again on a set day.
    Review,
}

/// A sum of scores, and how many answers made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    sum: u32,
    answers: u32,
}

/// What `answers` come to under `pack`. Answers to items that are not asked, or not there, do not count.
#[must_use]
pub fn outcome(pack: &Pack, answers: &Answers) -> Outcome {
    let of = |measure: Measure| Tally::of(pack, answers, |item| item.measure == measure);
    let direction = of(Measure::Direction).score(pack.direction.min_answers);
    let work = of(Measure::Work).score(pack.work.min_answers);
    let tie = of(Measure::Tie).word(pack.tie.min_answers);
    let stages = Stage::ALL.map(|stage| {
        let tally = Tally::of(pack, answers, |item| item.stage == stage);
        pack.stage_min_answers.and_then(|min| tally.word(min))
    });
    let touches =
        direction.zip(work).map(|(direction, work)| touched(direction, work, pack.cut, pack.band)).unwrap_or_default();
    let aligned = [super::reading::Description::Aligned];
    let reading = Reading { links_missing: touches == aligned && tie.is_some_and(|word| word < Word::Mostly), touches };
    let flags = pack.flags.iter().filter(|flag| flag.holds(pack, answers, direction, work));
    Outcome {
        direction,
        work,
        tie,
        reading,
        stages,
        flags: flags.take(pack.flags_shown.into()).map(|flag| flag.id.clone()).collect(),
        first: first(pack, answers, stages),
    }
}

impl Outcome {
    /// The sentence on the tie is left out where work is low, or where the reading already says that links are missing.
    #[must_use]
    pub fn tie_shown(&self, pack: &Pack) -> Option<Word> {
        let work_is_low = self.work? <= pack.cut.saturating_sub(pack.band);
        self.tie.filter(|_| !work_is_low && !self.reading.links_missing)
    }

    #[must_use]
    pub fn stage(&self, stage: Stage) -> Option<Word> {
        self.stages[stage as usize]
    }

    /// The detail of the event `sf-complete`, and what `cargo xtask score` prints.
    #[must_use]
    pub fn to_json(&self, pack: &Pack) -> Value {
        let mut stages = serde_json::Map::new();
        for stage in Stage::ALL {
            stages.insert(stage.code().to_owned(), self.stage(stage).map(Word::code).into());
        }
        let reading: Vec<&str> = self.reading.touches.iter().map(|description| description.code()).collect();
        let first = match &self.first {
            Some(First::Item { stage, item }) => {
                object([("stage", stage.code().into()), ("item", item.as_str().into())])
            }
            Some(First::Review) => object([("stage", Stage::Control.code().into()), ("item", Value::Null)]),
            None => Value::Null,
        };
        object([
            ("pack", pack.id.as_str().into()),
            ("packVersion", pack.version.as_str().into()),
            ("strategy", self.direction.into()),
            ("tactics", self.work.into()),
            ("reading", reading.into()),
            ("tie", self.tie.map(Word::code).into()),
            ("stages", stages.into()),
            ("flags", self.flags.clone().into()),
            ("first", first),
        ])
    }
}

impl Tally {
    fn of(pack: &Pack, answers: &Answers, counts: impl Fn(&Item) -> bool) -> Tally {
        pack.answered(answers).filter(|(item, _)| counts(item)).fold(Tally::default(), |tally, (_, option)| Tally {
            sum: tally.sum + u32::from(option.score),
            answers: tally.answers + 1,
        })
    }

    /// `100 × sum ÷ (3 × answers)`, rounded half up.
    fn score(self, min_answers: u8) -> Option<u8> {
        let enough = self.answers > 0 && self.answers >= min_answers.into();
        let score = (200 * self.sum + 3 * self.answers).checked_div(6 * self.answers)?;
        u8::try_from(score).ok().filter(|_| enough)
    }

    fn word(self, min_answers: u8) -> Option<Word> {
        let enough = self.answers > 0 && self.answers >= min_answers.into();
        let word = if self.sum < self.answers {
            Word::NotYet
        } else if self.sum < 2 * self.answers {
            Word::Partly
        } else {
            Word::Mostly
        };
        enough.then_some(word)
    }
}

/// The first stage with the lowest word, and in it the first item with the lowest score. Where no stage stands out, the
/// first item with the lowest score of all. Comparing words, and not means, keeps two-item stages from deciding by half a
/// point; the earlier stage wins because order matters (seed-facts S3.16, S1.22).
fn first(pack: &Pack, answers: &Answers, stages: [Option<Word>; 6]) -> Option<First> {
    let lowest_word = stages.into_iter().flatten().min().filter(|word| *word < Word::Mostly);
    let weakest = Stage::ALL.into_iter().find(|stage| lowest_word.is_some() && stages[*stage as usize] == lowest_word);
    let candidates = pack.answered(answers).filter(|(item, _)| weakest.is_none_or(|stage| item.stage == stage));
    // `min_by_key` gives the first of equals.
    let (item, option): (&Item, &ItemOption) = candidates.min_by_key(|(_, option)| option.score)?;
    if option.score == TOP_SCORE {
        return Some(First::Review);
    }
    Some(First::Item { stage: item.stage, item: item.id.clone() })
}

/// The best score an option can have.
pub const TOP_SCORE: u8 = 3;
