//! A group's figures: who counts, what is hidden, and what the rest comes to.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{any_answers, drill_file, given, json_file, pack};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::json;
use std::{collections::BTreeSet, sync::LazyLock};
use strategy_first::{
    course::{
        code::{Moment, Who, write},
        drill::hardest,
        figures::{Answered, Figures, Spread, dispersion, figures},
        files::handed,
        find::{Refusal, find},
        gathering::{Added, Entry, Gathering, Hidden, Least, Twice},
        moves::{Moves, Ways, moves},
        shape::{DRILL, Shape},
        table::{drill_rows, pack_rows, table},
        words::CourseWords,
    },
    files::door,
    quiz::{
        answers::Answers,
        drill::{Drill, read_drill},
        outcome::outcome,
        pack::{Pack, Stage},
    },
    takeaway::csv::Dialect,
};

static FULL: LazyLock<Pack> = LazyLock::new(|| pack("full", "en"));
static SHAPES: LazyLock<Vec<Shape>> =
    LazyLock::new(|| vec![Shape::of_pack(&FULL), Shape::of_pack(&pack("quick", "en")), Shape::of_drill(&drill())]);

fn drill() -> Drill {
    read_drill(&drill_file("en")).0
}

fn entry(who: usize, moment: Moment, answers: Answers) -> Entry {
    Entry { pack: "full".to_owned(), moment, who: who.to_string(), answers }
}

/// People with these answers in short, all before.
fn group(short: &[&str]) -> Gathering {
    let mut gathering = Gathering::default();
    for (who, short) in short.iter().enumerate() {
        gathering.add(entry(who, Moment::Before, given(&FULL, short)), Twice::Replace);
    }
    gathering
}

fn before(short: &[&str]) -> Figures {
    figures(&group(short), &FULL, Moment::Before, Least::Three).unwrap()
}

fn answered<'a>(figures: &'a Figures, item: &str) -> Result<&'a Answered, &'a Hidden> {
    figures.items.iter().find(|(is, _)| is == item).unwrap().1.as_ref()
}

#[test]
fn a_group_that_is_too_small_is_hidden() {
    let check = |people: usize, least: Least, need: Option<usize>| {
        let gathering = group(&vec!["direction=9/7 work=9/6"; people]);
        let hidden = need.map(|need| Hidden { have: people, need });
        assert_eq!(figures(&gathering, &FULL, Moment::Before, least).err(), hidden);
        assert_eq!(gathering.count("full", Moment::Before), people);
    };
    check(0, Least::Five, Some(5));
    check(4, Least::Five, Some(5));
    check(5, Least::Five, None);
    check(2, Least::Three, Some(3));
    check(3, Least::Three, None);
}

#[test]
fn so_is_each_part_of_a_group_that_too_few_answered() {
    let figures = before(&["q01=1 q02=1", "q01=1 q02=1", "q01=1", "q03=1"]);
    let hidden = |have| Hidden { have, need: 3 };
    assert_eq!(figures.points, Err(hidden(0)));
    assert_eq!(answered(&figures, "q01").unwrap().scores, [0, 3, 0, 0]);
    assert_eq!(answered(&figures, "q02"), Err(&hidden(2)));
    assert_eq!(figures.stages[0], (Stage::Situation, Err(hidden(2))));
    assert_eq!(figures.disagreed(), []);
}

#[test]
fn both_moments_need_enough_people_and_so_does_each_comparison() {
    let answers = given(&FULL, "direction=9/7 work=9/6");
    let mut gathering = Gathering::default();
    for who in 0..5 {
        gathering.add(entry(who, Moment::Before, answers.clone()), Twice::Replace);
        gathering.add(entry(who + 3, Moment::After, answers.clone()), Twice::Replace);
    }
    let both = (Moment::Before, Moment::After);
    assert_eq!(moves(&gathering, &FULL, both, Least::Five), Err(Hidden { have: 2, need: 5 }));
    assert_eq!(moves(&gathering, &FULL, both, Least::Three), Err(Hidden { have: 2, need: 3 }));
    gathering.add(entry(2, Moment::After, answers), Twice::Replace);
    assert_eq!(moves(&gathering, &FULL, both, Least::Three).unwrap().people, 3);
}

#[test]
fn the_middle_and_the_middle_half_are_medians() {
    let check = |sums: &[u8], low: u8, middle: u8, high: u8| {
        let short: Vec<String> = sums.iter().map(|sum| format!("direction={sum}/7 work=9/6")).collect();
        let figures = before(&short.iter().map(String::as_str).collect::<Vec<_>>());
        let points = figures.points.unwrap();
        assert_eq!(points.direction, Spread { low, middle, high }, "{sums:?}");
        assert_eq!(points.work, Spread { low: 50, middle: 50, high: 50 });
        assert!(points.all.is_sorted());
    };
    // 0, 7, 14 and 21 of 21 are 0, 33, 67 and 100.
    check(&[21, 0, 7], 17, 33, 67);
    check(&[21, 0, 7, 14], 17, 50, 84);
    check(&[0, 0, 21, 21, 7], 0, 33, 100);
    check(&[7, 7, 7, 7, 7, 21], 33, 33, 33);
}

#[test]
fn the_stages_count_their_words() {
    let figures = before(&["q01=0 q02=0", "q01=1 q02=1", "q01=3 q02=3", "q01=2 q02=2", "q01=3"]);
    assert_eq!(figures.stages.len(), 6);
    assert_eq!(figures.stages[0], (Stage::Situation, Ok([1, 1, 2])));
    assert_eq!(figures.stages[1], (Stage::Objectives, Err(Hidden { have: 0, need: 3 })));
}

#[test]
fn disagreement_is_leiks_dispersion() {
    let check = |counts: &[usize], expected: usize| assert_eq!(dispersion(counts), expected, "{counts:?}");
    // The example in the documentation of R's package agrmt: 0.287.
    check(&[30, 40, 210, 130, 530, 50, 10], 287);
    check(&[5, 0, 0, 5], 1000);
    check(&[0, 7, 0, 0], 0);
    check(&[0, 5, 5, 0], 333);
    check(&[1, 1, 1, 1], 667);
    check(&[0, 0, 0, 0], 0);
    check(&[], 0);
}

#[test]
fn the_three_questions_that_divide_a_group_most_come_first() {
    let figures = before(&[
        "q01=0 q02=1 q03=0 q04=2 q05=0",
        "q01=0 q02=1 q03=3 q04=1 q05=3",
        "q01=3 q02=1 q03=0 q04=2 q05=1",
        "q01=3 q02=1 q03=3 q04=1 q05=2",
    ]);
    let disagreed = figures.disagreed();
    let short: Vec<(&str, usize)> = disagreed.iter().map(|(item, answered)| (*item, answered.disagreement())).collect();
    assert_eq!(short, [("q01", 1000), ("q03", 1000), ("q05", 667)]);
}

#[test]
fn a_second_result_of_the_same_person_replaces_the_first_or_is_left_out() {
    let check = |twice: Twice, added: Added, score: usize| {
        let mut gathering = group(&["q01=0"; 3]);
        assert_eq!(gathering.add(entry(0, Moment::Before, given(&FULL, "q01=0")), twice), Added::Same);
        assert_eq!(gathering.add(entry(0, Moment::Before, given(&FULL, "q01=3")), twice), added);
        assert_eq!(gathering.add(entry(0, Moment::After, given(&FULL, "q01=3")), twice), Added::New);
        let figures = figures(&gathering, &FULL, Moment::Before, Least::Three).unwrap();
        assert_eq!(figures.people, 3);
        assert_eq!(answered(&figures, "q01").unwrap().scores[score], if score == 3 { 1 } else { 3 });
    };
    check(Twice::Replace, Added::Replaced, 3);
    check(Twice::Skip, Added::Skipped, 0);
}

/// Three people, each with answers before, after and then.
fn course(people: [[&str; 3]; 3]) -> Gathering {
    let mut gathering = Gathering::default();
    for (who, answers) in people.into_iter().enumerate() {
        for (moment, short) in Moment::ALL.into_iter().zip(answers) {
            gathering.add(entry(who, moment, given(&FULL, short)), Twice::Replace);
        }
    }
    gathering
}

#[test]
fn before_and_after_are_compared_item_by_item_and_the_view_from_afterwards_beside_it() {
    let gathering = course([
        ["q01=2 direction=14/6 work=9/6", "q01=1 direction=14/6 work=18/6", "q01=0 direction=4/6 work=9/6"],
        ["q01=1 direction=9/6 work=9/6", "q01=3 direction=9/6 work=9/6", "q01=1 direction=9/6 work=9/6"],
        ["q01=3 direction=9/6", "q01=3 direction=9/6", "direction=9/6"],
    ]);
    let compared = |from, to| moves(&gathering, &FULL, (from, to), Least::Three).unwrap();
    let item = |moves: &Moves| moves.items[0].1;
    let real = compared(Moment::Before, Moment::After);
    assert_eq!(item(&real).unwrap().ways, Ways { higher: 1, same: 1, lower: 1 });
    assert_eq!((item(&real).unwrap().earlier, item(&real).unwrap().later), ([0, 1, 1, 1], [0, 1, 0, 2]));
    assert_eq!(real.direction, Ok(Ways { higher: 0, same: 3, lower: 0 }), "one point of a question is within the band");
    assert_eq!(real.work, Err(Hidden { have: 2, need: 3 }), "one of them has no score there");
    let seen = compared(Moment::Then, Moment::After);
    assert_eq!(seen.direction, Ok(Ways { higher: 1, same: 2, lower: 0 }));
    assert_eq!(item(&seen).unwrap().ways, Ways { higher: 2, same: 1, lower: 0 });
    assert_eq!(compared(Moment::Before, Moment::Then).direction, Ok(Ways { higher: 0, same: 2, lower: 1 }));
}

#[test]
fn the_hardest_statements_are_those_that_the_largest_share_missed() {
    let drill = drill();
    let [one, two, three] = [0, 1, 2].map(|at| drill.statements[at].clone());
    let way = |right: &[(&strategy_first::quiz::drill::Statement, bool)]| -> Answers {
        let sorted = right.iter().map(|(statement, is_right)| {
            let key = drill.choices(statement).into_iter().find(|key| (*key == statement.key) == *is_right).unwrap();
            (statement.id.clone(), key.code())
        });
        sorted.collect()
    };
    let ways = [
        way(&[(&one, true), (&two, false), (&three, false)]),
        way(&[(&one, true), (&two, true), (&three, false)]),
        way(&[(&one, true), (&two, true), (&three, false)]),
        way(&[(&one, true), (&two, true)]),
    ];
    let mut gathering = Gathering::default();
    for (who, answers) in ways.into_iter().enumerate() {
        let code = write(&SHAPES[2], &answers, Who::new(who as u64), Moment::Before);
        let code = find(&code, &SHAPES).remove(0).code.unwrap();
        gathering.add(code.into(), Twice::Replace);
    }
    let hardest = |least| hardest(&gathering, &drill, Moment::Before, least);
    assert_eq!(hardest(Least::Five), Err(Hidden { have: 4, need: 5 }));
    let shares =
        hardest(Least::Three).unwrap().into_iter().map(|missed| (missed.statement, missed.missed, missed.people));
    assert_eq!(shares.collect::<Vec<_>>(), [(three.id.clone(), 3, 3), (two.id.clone(), 1, 4)]);
}

/// Five hundred codes as a trainer may paste them: fifty with a slip, twenty handed in twice.
#[test]
fn five_hundred_codes_are_sorted_rightly() {
    let mut runner = TestRunner::deterministic();
    let any = any_answers(&FULL);
    let people: Vec<Answers> = (0..480).map(|_| any.new_tree(&mut runner).unwrap().current()).collect();
    let code = |who: usize| write(&SHAPES[0], &people[who], Who::new(who as u64 * 7919), Moment::Before);
    let mut lines: Vec<String> = (0..480).map(code).collect();
    // Every ninth has a slip, until there are fifty; five kinds of them in turn.
    let slips: Vec<usize> = (0..50).map(|slip| slip * 9).collect();
    for who in &slips {
        let line = &mut lines[*who];
        match who / 9 % 5 {
            0 => line.replace_range(20..21, if line[20..].starts_with('7') { "8" } else { "7" }),
            1 => line.truncate(30),
            2 => *line = line.replacen("SF1", "SF2", 1),
            3 => *line = line.split_off(6),
            _ => line.insert(16, 'X'),
        }
    }
    // Twenty sound ones once more, written differently.
    let again =
        (0..480).filter(|who| !slips.contains(who)).take(20).map(|who| code(who).replace('-', " ").to_lowercase());
    lines.extend(again);
    assert_eq!(lines.len(), 500);

    let (mut gathering, mut counts, text) = (Gathering::default(), [0; 3], lines.join("\r\n"));
    for found in find(&text, &SHAPES) {
        let is_slip = slips.contains(&(found.line - 1));
        assert_eq!(found.code.is_err(), is_slip, "{found:?}");
        match found.code.map(|code| gathering.add(code.into(), Twice::Replace)) {
            Ok(Added::New) => counts[0] += 1,
            Ok(Added::Same) => counts[1] += 1,
            Err(Refusal::Altered | Refusal::CutShort | Refusal::NoBeginning) => counts[2] += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(counts, [430, 20, 50]);
    let sound = || (0..480).filter(|who| !slips.contains(who)).map(|who| outcome(&FULL, &people[who]));
    let mut points: Vec<_> = sound().filter_map(|outcome| outcome.direction.zip(outcome.work)).collect();
    points.sort_unstable();
    let figures = figures(&gathering, &FULL, Moment::Before, Least::Five).unwrap();
    assert_eq!((figures.people, figures.points.unwrap().all), (430, points));
}

#[test]
fn of_a_backup_the_last_result_of_each_pack_counts_and_the_drill() {
    let result = |id: &str, pack: &str| json!({"format": "strategy-first/result", "version": 1, "id": id, "pack": pack, "answers": {"q02": "a"}});
    let statement = &drill().statements[0].id;
    let backup = json!({
        "format": "strategy-first/backup", "version": 1, "saved_at": "", "plans": [], "current_plan": null, "preferences": {},
        "session": {"drill": {"seed": 1, "at": 1, "sorted": [{"id": statement, "as": "tactic"}]}},
        "results": [result("r1", "full"), result("r2", "quick"), result("r3", "own"), result("r4", "full")],
    });
    let state = door::read(&backup).unwrap().state;
    let handed = handed(&state, &SHAPES, Moment::After, "anna.json");
    let taken: Vec<(&str, &str)> = handed.entries.iter().map(|entry| (&*entry.pack, &*entry.who)).collect();
    assert_eq!(taken, [("full", "r4"), ("quick", "r2"), (DRILL, "r4")]);
    assert_eq!((handed.earlier, handed.unknown), (1, vec!["own".to_owned()]));
    assert!(handed.entries.iter().all(|entry| entry.moment == Moment::After));
}

/// Where a formula would begin, the table guards; where a figure is hidden, it has none.
#[test]
fn the_table_holds_no_formula_and_no_hidden_figure() {
    let words = json_file("content/en/course.json");
    let words = CourseWords(&words);
    let mut own = FULL.clone();
    own.items[0].text = "=HYPERLINK(1)".to_owned();
    let rows = pack_rows(&group(&["q01=1", "q01=2", "q01=3"]), &own, Least::Three, words);
    let text = table(&rows, words, Dialect { decimal: '.', decimals: 0 });
    assert!(text.contains("\"'=HYPERLINK(1)\"") && !text.contains("\"=HYPERLINK"), "{text}");
    let rows = pack_rows(&group(&["q01=1", "q01=2", "q01=3"]), &own, Least::Five, words);
    let short: Vec<_> = rows.iter().map(|row| (row.about.as_str(), row.figure)).collect();
    assert_eq!(short, [("People", Some(3)), (&*own.name, None)]);
    assert!(drill_rows(&Gathering::default(), &drill(), Least::Five, words).is_empty());
}

#[test]
fn everything_said_of_a_group_has_words_in_every_language() {
    for lang in common::LANGUAGES {
        let file = json_file(&format!("content/{lang}/course.json"));
        let words = CourseWords(&file);
        let pack = "own".to_owned();
        let refusals = [
            Refusal::CutShort,
            Refusal::Altered,
            Refusal::NoBeginning,
            Refusal::Newer,
            Refusal::UnknownPack,
            Refusal::OtherVersion { pack },
        ];
        let mut said = BTreeSet::new();
        for refusal in &refusals {
            let explained = words.refusal(refusal).unwrap_or_else(|| panic!("{lang}: no words for {refusal:?}"));
            assert!(explained.wrong.ends_with('.') && explained.mend.ends_with('.'), "{lang}: {explained:?}");
            assert_eq!(explained.wrong.contains("own"), matches!(refusal, Refusal::OtherVersion { .. }), "{lang}");
            assert!(said.insert(explained.wrong), "{lang}: {refusal:?}");
        }
        assert_eq!(file["refusals"].as_object().unwrap().len(), refusals.len(), "{lang}");
        let hidden = words.hidden(Hidden { have: 4, need: 5 });
        assert!(hidden.contains('4') && hidden.contains('5') && !hidden.contains('{'), "{lang}: {hidden}");
        let english = json_file("content/en/course.json");
        for part in ["moments", "table", "words", "added", "files"] {
            let keys = |file: &serde_json::Value| file[part].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(&file), keys(&english), "{lang}: {part}");
        }
    }
}

proptest! {
    #[test]
    fn figures_count_everybody_once(people in prop::collection::vec(any_answers(&FULL), 5..30)) {
        let mut gathering = Gathering::default();
        for (who, answers) in people.iter().enumerate() {
            gathering.add(entry(who, Moment::Before, answers.clone()), Twice::Replace);
        }
        let figures = figures(&gathering, &FULL, Moment::Before, Least::Five).unwrap();
        prop_assert_eq!(figures.people, people.len());
        for (item, answered) in &figures.items {
            let have = people.iter().filter(|answers| answers.of(item).is_some()).count();
            match answered {
                Ok(answered) => {
                    let chosen: usize = answered.options.iter().map(|(_, count)| count).sum();
                    prop_assert_eq!((answered.people, chosen, answered.scores.iter().sum()), (have, have, have));
                    prop_assert!(answered.disagreement() <= 1000);
                }
                Err(hidden) => prop_assert_eq!(*hidden, Hidden { have, need: 5 }),
            }
        }
    }
}
