//! Patterns in the answers that are worth naming.

use super::{answers::Answers, pack::Pack};

/// A pattern with what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    pub id: String,
    pub name: String,
    pub text: String,
    /// All of these hold.
    pub all: Vec<Condition>,
    /// And one of these, where there are any.
    pub any: Vec<Condition>,
    pub sources: Vec<String>,
    /// The rule of the plan checker that it opens.
    pub rule: String,
}

/// Something that is true of a set of answers, or not. An item that was skipped, or an axis with too few answers, makes it
/// false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The score of Direction, 0 to 100, is within the two.
    Direction { min: u8, max: u8 },
    /// The score of Work, 0 to 100, is within the two.
    Work { min: u8, max: u8 },
    /// The score of the option chosen, 0 to 3, is within the two.
    Score { item: String, min: u8, max: u8 },
    /// One of these options was chosen.
    Chosen { item: String, is: Vec<String> },
}

impl Flag {
    #[must_use]
    pub fn holds(&self, pack: &Pack, answers: &Answers, direction: Option<u8>, work: Option<u8>) -> bool {
        let holds = |condition: &Condition| condition.holds(pack, answers, direction, work);
        self.all.iter().all(holds) && (self.any.is_empty() || self.any.iter().any(holds))
    }
}

impl Condition {
    fn holds(&self, pack: &Pack, answers: &Answers, direction: Option<u8>, work: Option<u8>) -> bool {
        let within = |is: Option<u8>, min: u8, max: u8| is.is_some_and(|is| (min..=max).contains(&is));
        let chosen = |id: &str| {
            let mut answered = pack.answered(answers);
            answered.find(|(item, _)| item.id == id).map(|(_, option)| option)
        };
        match self {
            Condition::Direction { min, max } => within(direction, *min, *max),
            Condition::Work { min, max } => within(work, *min, *max),
            Condition::Score { item, min, max } => within(chosen(item).map(|option| option.score), *min, *max),
            Condition::Chosen { item, is } => chosen(item).is_some_and(|option| is.contains(&option.id)),
        }
    }
}
