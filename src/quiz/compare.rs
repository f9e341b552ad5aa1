//! Two sets of answers to the same pack, side by side.

use super::{answers::Answers, outcome::outcome, pack::Pack};

/// What differs between two times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub direction: Change,
    pub work: Change,
    /// The items answered differently, in order.
    pub items: Vec<Changed>,
}

/// How the score of an axis moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// One of the two has no score.
    Unknown,
    /// Too small a difference to be called one: each reading carries the band's error.
    WithinBand,
    Higher,
    Lower,
}

/// An item with the options chosen then and now; nothing where it was skipped or not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub item: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Compares answer by answer. Both sets must be mapped onto `pack`.
#[must_use]
pub fn compare(pack: &Pack, before: &Answers, after: &Answers) -> Comparison {
    let (was, is) = (outcome(pack, before), outcome(pack, after));
    let chosen = |answers: &Answers, item: &str| {
        pack.answered(answers).find(|(asked, _)| asked.id == item).map(|(_, option)| option.id.clone())
    };
    let items = pack.items.iter().filter_map(|item| {
        let (before, after) = (chosen(before, &item.id), chosen(after, &item.id));
        (before != after).then(|| Changed { item: item.id.clone(), before, after })
    });
    Comparison {
        direction: change(was.direction, is.direction, pack.change_band),
        work: change(was.work, is.work, pack.change_band),
        items: items.collect(),
    }
}

fn change(before: Option<u8>, after: Option<u8>, change_band: u8) -> Change {
    match before.zip(after) {
        None => Change::Unknown,
        Some((before, after)) if before.abs_diff(after) < change_band => Change::WithinBand,
        Some((before, after)) if after > before => Change::Higher,
        Some(_) => Change::Lower,
    }
}
