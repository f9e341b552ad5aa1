//! The same people at two moments, item by item. What counts as a change on an axis is [`crate::quiz::compare`]'s to say.
//!
//! Whoever learns what a question means may answer it lower than before: a fall is not a failure (Howard et al. 1979,
//! "response shift"). The rating *then*, made afterwards, goes by the same yardstick as the one after; but people also paint the past
//! darker, so that the change looks larger (Taylor, Russ-Eft and Taylor 2009). Neither is the truth, so both are there to see.

use super::{
    code::Moment,
    figures::SCORES,
    gathering::{Gathering, Least, Shown},
};
use crate::quiz::{
    answers::Answers,
    compare::{Change, Comparison, compare},
    pack::{Item, Pack},
};
use std::cmp::Ordering;

/// How those who answered at both moments moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    pub people: usize,
    pub direction: Shown<Ways>,
    pub work: Shown<Ways>,
    /// The pack's items, in order; each counts those who answered it both times.
    pub items: Vec<(String, Shown<ItemMoves>)>,
}

/// How many went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    pub higher: usize,
    /// On an axis, also whatever lies within the band.
    pub same: usize,
    pub lower: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemMoves {
    /// How many chose an option of each score, 0 to 3, the first time.
    pub earlier: [usize; SCORES],
    pub later: [usize; SCORES],
    pub ways: Ways,
}

/// Which moments are worth comparing: what changed, what changed seen from afterwards, and how far the two views of the time
/// before are apart.
pub const COMPARED: [(Moment, Moment); 3] =
    [(Moment::Before, Moment::After), (Moment::Then, Moment::After), (Moment::Before, Moment::Then)];

/// How the answers to `pack` moved between two moments.
///
/// # Errors
/// Where too few people answered at both moments to be shown.
pub fn moves(gathering: &Gathering, pack: &Pack, (from, to): (Moment, Moment), least: Least) -> Shown<Moves> {
    let pairs = gathering.pairs(pack, from, to);
    least.show(pairs.len(), || {
        let compared: Vec<Comparison> = pairs.iter().map(|(earlier, later)| compare(pack, earlier, later)).collect();
        Moves {
            people: pairs.len(),
            direction: on_axis(compared.iter().map(|comparison| comparison.direction), least),
            work: on_axis(compared.iter().map(|comparison| comparison.work), least),
            items: on_items(pack, &pairs, least),
        }
    })
}

impl Ways {
    #[must_use]
    pub fn people(&self) -> usize {
        self.higher + self.same + self.lower
    }
}

fn on_axis(changes: impl Iterator<Item = Change>, least: Least) -> Shown<Ways> {
    let mut ways = Ways::default();
    for change in changes {
        match change {
            Change::Unknown => {}
            Change::WithinBand => ways.same += 1,
            Change::Higher => ways.higher += 1,
            Change::Lower => ways.lower += 1,
        }
    }
    least.show(ways.people(), || ways)
}

fn on_items(pack: &Pack, pairs: &[(Answers, Answers)], least: Least) -> Vec<(String, Shown<ItemMoves>)> {
    let mut counted = vec![ItemMoves::default(); pack.items.len()];
    for (earlier, later) in pairs {
        let both = scores(pack, earlier).into_iter().zip(scores(pack, later));
        for (moves, (earlier, later)) in counted.iter_mut().zip(both) {
            if let Some((earlier, later)) = earlier.zip(later) {
                moves.count(earlier, later);
            }
        }
    }
    let shown = |(item, moves): (&Item, ItemMoves)| (item.id.clone(), least.show(moves.ways.people(), || moves));
    pack.items.iter().zip(counted).map(shown).collect()
}

/// The score of each of the pack's items, in order; nothing where it was not answered.
fn scores(pack: &Pack, answers: &Answers) -> Vec<Option<usize>> {
    let mut answered = pack.answered(answers).peekable();
    let score = |item: &Item| answered.next_if(|(is, _)| is.id == item.id).map(|(_, option)| option.score.into());
    pack.items.iter().map(score).collect()
}

impl ItemMoves {
    /// Scores are 0 to 3, as a pack's reader sees to.
    fn count(&mut self, earlier: usize, later: usize) {
        self.earlier.iter_mut().skip(earlier).take(1).for_each(|count| *count += 1);
        self.later.iter_mut().skip(later).take(1).for_each(|count| *count += 1);
        let way = match later.cmp(&earlier) {
            Ordering::Greater => &mut self.ways.higher,
            Ordering::Equal => &mut self.ways.same,
            Ordering::Less => &mut self.ways.lower,
        };
        *way += 1;
    }
}
