//! What a group's answers come to at one moment: points, middle and spread, the stages' words, and where they disagree. A person's
//! own outcome is [`crate::quiz::outcome`]'s; here they are only counted.

use super::{
    code::Moment,
    gathering::{Gathering, Least, Shown},
};
use crate::quiz::{
    answers::Answers,
    outcome::{Outcome, TOP_SCORE, outcome},
    pack::{Item, Pack, Stage},
};

/// A group at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    pub people: usize,
    pub points: Shown<Points>,
    /// The stages that the pack has words for: how many are not yet, partly and mostly there.
    pub stages: Vec<(Stage, Shown<[usize; 3]>)>,
    /// The pack's items, in order.
    pub items: Vec<(String, Shown<Answered>)>,
}

/// Those who answered enough to stand somewhere in the square.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// Direction and Work, 0 to 100 each; sorted, so that nobody's place in a row says who it is.
    pub all: Vec<(u8, u8)>,
    pub direction: Spread,
    pub work: Spread,
}

/// The middle of a group, and where its middle half lies. Medians, since one far-off point would draw a mean along, and few
/// people make the difference; the quarters are medians of the two halves, the middle one in both (Tukey 1977, "hinges").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub low: u8,
    pub middle: u8,
    pub high: u8,
}

/// How an item was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub people: usize,
    /// How many chose each option, in the item's order.
    pub options: Vec<(String, usize)>,
    /// How many chose an option of each score, 0 to 3.
    pub scores: [usize; SCORES],
}

/// How many scores an option can have.
pub(super) const SCORES: usize = TOP_SCORE as usize + 1;
/// As many questions as there is time to talk about.
const DISAGREED: usize = 3;

/// What the answers to `pack` at this moment come to.
///
/// # Errors
/// Where the group, or the part of it that a figure is about, is too small to be shown.
pub fn figures(gathering: &Gathering, pack: &Pack, moment: Moment, least: Least) -> Shown<Figures> {
    let people = gathering.count(&pack.id, moment);
    least.show(people, || {
        let all = gathering.answers(pack, moment);
        let outcomes: Vec<Outcome> = all.iter().map(|answers| outcome(pack, answers)).collect();
        Figures {
            people,
            points: points(&outcomes, least),
            stages: if pack.stage_min_answers.is_some() { stages(pack, &outcomes, least) } else { Vec::new() },
            items: items(pack, &all, least),
        }
    })
}

impl Figures {
    /// The questions on which the group disagrees most, most of all first; of equals, the earlier question first. None that all
    /// answered alike.
    #[must_use]
    pub fn disagreed(&self) -> Vec<(&str, &Answered)> {
        let shown = self.items.iter().filter_map(|(item, answered)| Some((item.as_str(), answered.as_ref().ok()?)));
        let mut disagreed: Vec<_> = shown.filter(|(_, answered)| answered.disagreement() > 0).collect();
        disagreed.sort_by_key(|(_, answered)| std::cmp::Reverse(answered.disagreement()));
        disagreed.truncate(DISAGREED);
        disagreed
    }
}

impl Answered {
    /// How far the answers are apart, 0 (all alike) to 1000 (half of them at either end).
    #[must_use]
    pub fn disagreement(&self) -> usize {
        dispersion(&self.scores)
    }
}

/// Leik's ordinal dispersion, in thousandths, rounded half up (R. K. Leik, "A measure of ordinal consensus", Pacific Sociological Review 9, 1966):
/// at each step between two scores, how many stand on its smaller side. It goes by the order of the answers alone, and nobody has
/// to believe that their distances are equal, as with a variance; and two far ends are more disagreement than two neighbours,
/// which a count of different answers would take for the same.
#[must_use]
pub fn dispersion(counts: &[usize]) -> usize {
    let all: usize = counts.iter().sum();
    let steps = counts.len().saturating_sub(1);
    let mut below = 0;
    let mut apart = 0;
    for count in counts.iter().take(steps) {
        below += count;
        apart += below.min(all - below);
    }
    let most = all * steps;
    (2 * 2 * 1000 * apart + most).checked_div(2 * most).unwrap_or(0)
}

fn points(outcomes: &[Outcome], least: Least) -> Shown<Points> {
    let mut all: Vec<(u8, u8)> = outcomes.iter().filter_map(|outcome| outcome.direction.zip(outcome.work)).collect();
    all.sort_unstable();
    least.show(all.len(), || Points {
        direction: spread(all.iter().map(|(direction, _)| *direction).collect()),
        work: spread(all.iter().map(|(_, work)| *work).collect()),
        all,
    })
}

fn spread(mut scores: Vec<u8>) -> Spread {
    scores.sort_unstable();
    let half = scores.len().div_ceil(2);
    let (low, high) = (&scores[..half], &scores[scores.len() - half..]);
    Spread { low: median(low), middle: median(&scores), high: median(high) }
}

/// Of sorted scores; between two, the middle, rounded half up.
fn median(sorted: &[u8]) -> u8 {
    let at = |place: usize| sorted.get(place).copied().map_or(0, u16::from);
    let middle = (at(sorted.len().saturating_sub(1) / 2) + at(sorted.len() / 2)).div_ceil(2);
    u8::try_from(middle).unwrap_or(u8::MAX)
}

fn stages(pack: &Pack, outcomes: &[Outcome], least: Least) -> Vec<(Stage, Shown<[usize; 3]>)> {
    let counted = |stage: Stage| {
        let mut words = [0; 3];
        for word in outcomes.iter().filter_map(|outcome| outcome.stage(stage)) {
            words[word as usize] += 1;
        }
        (stage, least.show(words.iter().sum(), || words))
    };
    pack.stages.iter().map(|text| counted(text.stage)).collect()
}

fn items(pack: &Pack, all: &[Answers], least: Least) -> Vec<(String, Shown<Answered>)> {
    let options = |item: &Item| item.options.iter().map(|option| (option.id.clone(), 0)).collect();
    let empty = |item: &Item| Answered { people: 0, options: options(item), scores: [0; SCORES] };
    let mut counted: Vec<(&Item, Answered)> = pack.items.iter().map(|item| (item, empty(item))).collect();
    for (item, option) in all.iter().flat_map(|answers| pack.answered(answers)) {
        for (_, answered) in counted.iter_mut().filter(|(is, _)| is.id == item.id) {
            answered.people += 1;
            answered.options.iter_mut().filter(|(id, _)| *id == option.id).for_each(|(_, count)| *count += 1);
            answered.scores.iter_mut().skip(option.score.into()).take(1).for_each(|count| *count += 1);
        }
    }
    counted.into_iter().map(|(item, answered)| (item.id.clone(), least.show(answered.people, || answered))).collect()
}
