//! A pack: the questions of one check in one language, with how they count and what is said about the answers.
//!
//! The file format is `schema/pack.schema.json`; `pack_file` reads it.

use super::{answers::Answers, flag::Flag, reading::Reading};

/// A check in one language. Packs of the same id and version have the same items, options and scores in every language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    pub id: String,
    /// The version of the questions, as in `2.0`; kept with every set of answers.
    pub version: String,
    /// A language tag (BCP 47).
    pub lang: String,
    pub name: String,
    /// What this pack cannot tell, shown with its result; may be empty.
    pub caveat: String,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// What to know before the first question.
    pub intro: String,
    /// What the result is not.
    pub about: String,
    pub direction: Axis,
    pub work: Axis,
    pub tie: Tie,
    /// Where low turns into high on an axis, 0 to 100.
    pub cut: u8,
    /// How far the true standing may be from the score, either way, in points of an axis.
    pub band: u8,
    /// A difference between two results of less than this, in points of an axis, is not called a change.
    pub change_band: u8,
    /// How many answers a stage needs before it gets a word; `None` where stages get no words.
    pub stage_min_answers: Option<u8>,
    pub stages: Vec<StageText>,
    pub words: WordTexts,
    pub readings: Vec<(String, ReadingText)>,
    pub tie_texts: WordTexts,
    pub items: Vec<Item>,
    pub flags: Vec<Flag>,
    /// At most so many flags are shown.
    pub flags_shown: u8,
}

/// One of the two axes of the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    pub name: String,
    pub question: String,
    /// The words at the low end.
    pub low: String,
    /// The words at the high end.
    pub high: String,
    /// How many answers it needs before it gets a score.
    pub min_answers: u8,
}

/// What joins the two axes. It gets a word and no score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tie {
    pub name: String,
    pub question: String,
    /// How many answers it needs before it gets a word.
    pub min_answers: u8,
}

/// A step of planning, in the order in which they are best taken (seed-facts S1.15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    Situation,
    Objectives,
    Choices,
    Tactics,
    Action,
    Control,
}

/// What an item counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Direction,
    Work,
    Tie,
}

/// How far a stage, or the tie, has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    NotYet,
    Partly,
    Mostly,
}

/// A text for each word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordTexts {
    pub not_yet: String,
    pub partly: String,
    pub mostly: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageText {
    pub stage: Stage,
    pub name: String,
    pub question: String,
}

/// What is said about a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingText {
    /// The description's own name; only the four single ones have one.
    pub name: String,
    pub lead: String,
    pub text: String,
}

/// A question with its options, in the order to show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub stage: Stage,
    pub measure: Measure,
    pub text: String,
    /// A line of help under the question; may be empty.
    pub hint: String,
    pub options: Vec<ItemOption>,
    /// Rows of seed-facts, as in `S1.16`.
    pub sources: Vec<String>,
    /// The rule of the plan checker that stands for the same thing, as in `SIT-01`.
    pub rule: String,
    /// The section of the plan that it opens, as in `situation`.
    pub opens: String,
    /// Shown only where an earlier item was answered in one of these ways.
    pub show_if: Option<ShowIf>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemOption {
    pub id: String,
    /// 0 to 3; more is better.
    pub score: u8,
    pub text: String,
    /// What is said to somebody who chose it.
    pub feedback: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowIf {
    pub item: String,
    pub is: Vec<String>,
}

impl Stage {
    /// All six, in order.
    pub const ALL: [Stage; 6] =
        [Stage::Situation, Stage::Objectives, Stage::Choices, Stage::Tactics, Stage::Action, Stage::Control];

    /// The three letters used in files and events.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["SIT", "OBJ", "CHO", "TAC", "ACT", "CON"][self as usize]
    }
}

impl Word {
    /// The name used in files and events.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["not-yet", "partly", "mostly"][self as usize]
    }
}

impl WordTexts {
    #[must_use]
    pub fn of(&self, word: Word) -> &str {
        match word {
            Word::NotYet => &self.not_yet,
            Word::Partly => &self.partly,
            Word::Mostly => &self.mostly,
        }
    }
}

impl Item {
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&ItemOption> {
        self.options.iter().find(|option| option.id == id)
    }
}

impl Pack {
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The items that are asked, given the answers so far, in order. An answer left behind by an item that is no longer
    /// asked opens no other.
    pub fn asked<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'a Item> {
        let mut asked: Vec<&str> = Vec::new();
        self.items.iter().filter(move |item| {
            let is_asked = item.show_if.as_ref().is_none_or(|condition| {
                asked.contains(&condition.item.as_str())
                    && answers.of(&condition.item).is_some_and(|option| condition.is.iter().any(|id| id == option))
            });
            if is_asked {
                asked.push(&item.id);
            }
            is_asked
        })
    }

    /// Every asked item that was answered, with the option chosen, in order.
    pub fn answered<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = (&'a Item, &'a ItemOption)> {
        self.asked(answers).filter_map(|item| Some((item, item.option(answers.of(&item.id)?)?)))
    }

    /// How many of the asked items count in `measure`.
    #[must_use]
    pub fn asked_in(&self, measure: Measure, answers: &Answers) -> usize {
        self.asked(answers).filter(|item| item.measure == measure).count()
    }

    #[must_use]
    pub fn stage_name(&self, stage: Stage) -> &str {
        self.stages.iter().find(|text| text.stage == stage).map_or(stage.code(), |text| &text.name)
    }

    /// What is said about `reading`.
    #[must_use]
    pub fn reading_text(&self, reading: &Reading) -> Option<&ReadingText> {
        self.reading_text_by(&reading.key())
    }

    /// What is said under `key`, as in `busy` or `busy|aligned`.
    #[must_use]
    pub fn reading_text_by(&self, key: &str) -> Option<&ReadingText> {
        self.readings.iter().find(|(name, _)| name == key).map(|(_, text)| text)
    }
}
