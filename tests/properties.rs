//! What holds for any answers at all.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, PACKS, any_answers, pack, spread};
use proptest::{prelude::*, sample::Index};
use std::{collections::BTreeSet, sync::LazyLock};
use strategy_first::quiz::{
    answers::Answers,
    flag::Condition,
    outcome::{First, outcome},
    pack::{Measure, Pack, Word},
    reading::{Description, Reading},
    session::Session,
};

static FULL: LazyLock<Pack> = LazyLock::new(|| pack("full", "en"));

proptest! {
    #[test]
    fn a_better_answer_never_lowers_anything(answers in full_answers(), item in any::<Index>(), option in any::<Index>()) {
        let pack = &*FULL;
        let item = item.get(&pack.items);
        let better = option.get(&item.options);
        let chosen = answers.of(&item.id).and_then(|id| item.option(id));
        prop_assume!(chosen.is_some_and(|chosen| chosen.score < better.score));
        let mut improved = answers.clone();
        improved.set(&item.id, &better.id);
        let (was, is) = (outcome(pack, &answers), outcome(pack, &improved));
        prop_assert!(is.direction >= was.direction && is.work >= was.work && is.tie >= was.tie);
        for (was, is) in was.stages.iter().zip(is.stages) {
            prop_assert!(is >= *was);
        }
    }

    #[test]
    fn the_order_of_answering_never_matters(answers in full_answers(), order in Just((0..17_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let pack = &*FULL;
        let mut session = Session::carry(pack, &Answers::default());
        for item in order.into_iter().map(|index| &pack.items[index]) {
            session.open(&item.id);
            session.answer(pack, &item.options[0].id);
            session.skip(pack);
            if let Some(option) = answers.of(&item.id) {
                session.answer(pack, option);
            }
        }
        prop_assert_eq!(outcome(pack, &session.answers), outcome(pack, &answers));
    }

    #[test]
    fn a_score_is_the_fraction_rounded_half_up(answers in full_answers()) {
        let pack = &*FULL;
        let is = outcome(pack, &answers);
        for (measure, score, least) in [(Measure::Direction, is.direction, 5), (Measure::Work, is.work, 5)] {
            let scores: Vec<i32> = pack
                .answered(&answers)
                .filter(|(item, _)| item.measure == measure)
                .map(|(_, option)| option.score.into())
                .collect();
            prop_assert_eq!(score.is_some(), scores.len() >= least);
            if let Some(score) = score {
                let (twice, best) = (200 * scores.iter().sum::<i32>(), 3 * i32::try_from(scores.len()).unwrap());
                let score = i32::from(score);
                prop_assert!((0..=100).contains(&score));
                prop_assert!((2 * score - 1) * best <= twice && twice < (2 * score + 1) * best);
            }
        }
    }

    #[test]
    fn the_reading_always_holds_the_plain_side_of_the_cut(answers in full_answers()) {
        let pack = &*FULL;
        let is = outcome(pack, &answers);
        if let Some((direction, work)) = is.direction.zip(is.work) {
            let plain = match (direction >= 50, work >= 50) {
                (false, false) => Description::StartingOut,
                (false, true) => Description::Busy,
                (true, false) => Description::OnPaper,
                (true, true) => Description::Aligned,
            };
            prop_assert!(is.reading.touches.contains(&plain));
        }
        prop_assert!([0, 1, 2, 4].contains(&is.reading.touches.len()));
    }

    #[test]
    fn a_skipped_item_never_raises_a_flag_that_needs_it(answers in full_answers(), flag in any::<Index>(), need in any::<Index>()) {
        let mut pack = FULL.clone();
        pack.flags_shown = 9;
        let flag = flag.get(&pack.flags);
        let mut fewer = answers.clone();
        match need.get(&flag.all) {
            Condition::Score { item, .. } | Condition::Chosen { item, .. } => fewer.clear(item),
            Condition::Direction { .. } => clear_all(&pack, &mut fewer, Measure::Direction),
            Condition::Work { .. } => clear_all(&pack, &mut fewer, Measure::Work),
        }
        prop_assert!(!outcome(&pack, &fewer).flags.contains(&flag.id));
    }

    #[test]
    fn a_flag_shown_is_one_whose_every_condition_was_answered(answers in full_answers()) {
        let pack = &*FULL;
        let is = outcome(pack, &answers);
        prop_assert!(is.flags.len() <= 3);
        for id in &is.flags {
            let flag = pack.flags.iter().find(|flag| flag.id == *id).unwrap();
            for condition in &flag.all {
                if let Condition::Score { item, .. } | Condition::Chosen { item, .. } = condition {
                    prop_assert!(answers.of(item).is_some());
                }
            }
        }
    }

    #[test]
    fn the_first_thing_to_do_was_answered_and_can_get_better(answers in full_answers()) {
        let pack = &*FULL;
        match outcome(pack, &answers).first {
            None => prop_assert!(answers.is_empty()),
            Some(First::Review) => prop_assert!(pack.answered(&answers).all(|(_, option)| option.score == 3)),
            Some(First::Item { stage, item }) => {
                let (item, option) = pack.answered(&answers).find(|(is, _)| is.id == item).unwrap();
                prop_assert!(item.stage == stage && option.score < 3);
            }
        }
    }
}

fn full_answers() -> impl Strategy<Value = Answers> {
    any_answers(&FULL)
}

fn clear_all(pack: &Pack, answers: &mut Answers, measure: Measure) {
    for item in pack.items.iter().filter(|item| item.measure == measure) {
        answers.clear(&item.id);
    }
}

/// Every pair of sums that an axis can have with every number of answers, and every word the tie can have.
#[test]
fn every_state_that_can_be_reached_has_words_in_every_language() {
    for id in PACKS {
        let packs = LANGUAGES.map(|lang| pack(id, lang));
        let mut seen = BTreeSet::new();
        for direction in sums(&packs[0], Measure::Direction) {
            for work in sums(&packs[0], Measure::Work) {
                for tie in [None, Some(0), Some(1), Some(2)] {
                    seen.insert(has_words(&packs, direction, work, tie));
                }
            }
        }
        let expected: BTreeSet<String> = Reading::keys().map(str::to_owned).into();
        assert_eq!(seen, expected, "{id}: every reading can be reached, and no other");
    }
}

/// Every sum with every number of answers that `measure` can have.
fn sums(pack: &Pack, measure: Measure) -> Vec<(u8, usize)> {
    let items = pack.items.iter().filter(|item| item.measure == measure).count();
    (0..=items).flat_map(|count| (0..=3 * u8::try_from(count).unwrap()).map(move |sum| (sum, count))).collect()
}

/// Answers that come to this state, looked up in every language; gives the reading's key.
fn has_words(packs: &[Pack], direction: (u8, usize), work: (u8, usize), tie: Option<u8>) -> String {
    let pack = &packs[0];
    let mut answers = Answers::default();
    spread(pack, &mut answers, Measure::Direction, direction.0, direction.1);
    spread(pack, &mut answers, Measure::Work, work.0, work.1);
    if let Some(each) = tie {
        let items = sums(pack, Measure::Tie).last().unwrap().1;
        spread(pack, &mut answers, Measure::Tie, each * u8::try_from(items).unwrap(), items);
    }
    let first = outcome(pack, &answers);
    assert!([0, 1, 2, 4].contains(&first.reading.touches.len()), "{first:?}");
    for pack in packs {
        let is = outcome(pack, &answers);
        assert_eq!(is, first, "{}", pack.lang);
        let text = pack.reading_text(&is.reading).unwrap();
        assert!(!text.lead.is_empty() && !text.text.is_empty(), "{}", is.reading.key());
        for description in &is.reading.touches {
            let text = pack.reading_text_by(description.code()).unwrap();
            assert!(!text.name.is_empty(), "{}", description.code());
        }
        let words = is.stages.into_iter().flatten().map(|word| pack.words.of(word));
        let tie = is.tie_shown(pack).map(|word: Word| pack.tie_texts.of(word));
        assert!(words.chain(tie).all(|words| !words.is_empty()), "{} {}", pack.lang, is.reading.key());
    }
    first.reading.key()
}
