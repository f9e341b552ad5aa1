//! A group that never was, to see what a real one would come to: fourteen people before a course, after it, and looking back.

use super::{
    code::{Moment, Who},
    gathering::{Entry, Gathering, Twice},
    shape::DRILL,
};
use crate::quiz::{
    answers::Answers,
    drill::{Drill, Key, shuffled},
    pack::{Item, Measure, Pack},
};

/// How each person stands before, in quarters of a point an item on either axis: busy people, as most who come to a course are.
const PEOPLE: [(i32, i32); 14] =
    [(2, 7), (4, 8), (3, 9), (5, 6), (2, 4), (6, 9), (4, 5), (8, 8), (3, 7), (9, 5), (5, 10), (1, 3), (7, 7), (4, 7)];

/// What a moment adds to that on either axis: afterwards the direction is clearer, and the time before looks darker.
const SINCE: [(Moment, i32, i32); 3] = [(Moment::Before, 0, 0), (Moment::After, 3, 1), (Moment::Then, -2, -1)];

/// What such a group would hand in: answers to `pack`, and the drill.
#[must_use]
pub fn example(pack: &Pack, drill: &Drill) -> Gathering {
    let mut gathering = Gathering::default();
    for (number, (direction, work)) in (1_u32..).zip(PEOPLE) {
        let who = Who::new(number.into()).to_string();
        for (moment, clearer, busier) in SINCE {
            // The last two had to leave before the end.
            if moment == Moment::Before || number < 13 {
                let seed = number * 4 + moment as u32;
                // Some see only afterwards what they were asked, and answer lower.
                let sobered = if moment == Moment::After && number.is_multiple_of(4) { 5 } else { 0 };
                let answers = answers(pack, (direction + clearer - sobered, work + busier), seed);
                gathering.add(Entry { pack: pack.id.clone(), moment, who: who.clone(), answers }, Twice::Skip);
            }
        }
        let answers = sorted(drill, number);
        gathering.add(Entry { pack: DRILL.to_owned(), moment: Moment::Before, who, answers }, Twice::Skip);
    }
    gathering
}

/// Answers around these levels, some higher and some lower.
fn answers(pack: &Pack, (direction, work): (i32, i32), seed: u32) -> Answers {
    let wobbles = shuffled(pack.items.len(), seed);
    let chosen = pack.items.iter().zip(wobbles).filter_map(|(item, wobble)| {
        let level = match item.measure {
            Measure::Direction => direction,
            Measure::Work => work,
            Measure::Tie => i32::midpoint(direction, work),
        };
        let wobble = i32::try_from(wobble % 7).unwrap_or(0) - 3;
        Some((item.id.clone(), nearest(item, level + wobble)?))
    });
    chosen.collect()
}

/// The option whose score, in quarters, is nearest.
fn nearest(item: &Item, level: i32) -> Option<String> {
    let option = item.options.iter().min_by_key(|option| (i32::from(option.score) * 4 - level).abs());
    option.map(|option| option.id.clone())
}

/// Sorted as the key says, but for a few; the later ones in the file are missed more often.
fn sorted(drill: &Drill, seed: u32) -> Answers {
    let statements = drill.statements.iter().chain(&drill.bonus);
    let slips = shuffled(drill.statements.len() + drill.bonus.len(), seed);
    let as_sorted = statements.zip(slips).enumerate().map(|(place, (statement, slip))| {
        let [one, other]: [Key; 2] = drill.choices(statement);
        let wrong = if statement.key == one { other } else { one };
        let key = if slip * 4 < place { wrong } else { statement.key };
        (statement.id.clone(), key.code().to_owned())
    });
    as_sorted.collect()
}
