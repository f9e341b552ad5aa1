//! What a group hands in, in whatever form: what is taken, what is refused and why, and that it can be kept and opened again.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, any_answers, drill_file, given, json_file, pack, pack_file};
use proptest::{
    strategy::{Strategy as _, ValueTree as _},
    test_runner::TestRunner,
};
use serde_json::{Value, json};
use strategy_first::{
    course::{
        code::{Moment, Who, write},
        example::example,
        find::Refusal,
        gathering::{Least, Twice},
        intake::{Came, Group, How, Known, Text, Why},
        moves::moves,
        shape::{DRILL, Shape},
        table::{pack_rows, table},
        words::CourseWords,
    },
    files::door::Refused,
    quiz::{drill::read_drill, pack::Pack, pack_file::read_pack},
    takeaway::csv::Dialect,
};

const HOW: How = How { twice: Twice::Replace, files_from: Moment::Before };

fn known() -> Known {
    Known { packs: vec![pack("full", "en"), pack("quick", "en")], drill: read_drill(&drill_file("en")).0 }
}

fn take(group: &mut Group, files: &[(&str, &str)], how: How) -> Came {
    let texts: Vec<Text> = files.iter().map(|(name, text)| Text { name, text, size: text.len() }).collect();
    group.take(&texts, &known(), how)
}

fn code(pack: &Pack, short: &str, who: u64, moment: Moment) -> String {
    write(&Shape::of_pack(pack), &given(pack, short), Who::new(who), moment)
}

/// A pack of somebody's own, as a file.
fn own(id: &str, version: &str) -> Value {
    let mut file = pack_file("quick", "en");
    file["id"] = id.into();
    file["pack_version"] = version.into();
    file["name"] = format!("Ours {version}").into();
    file
}

#[test]
fn five_hundred_codes_are_sorted_rightly() {
    let (full, mut runner) = (pack("full", "en"), TestRunner::deterministic());
    let (shape, any) = (Shape::of_pack(&full), any_answers(&full));
    let code = |who: u64, runner: &mut TestRunner| {
        write(&shape, &any.new_tree(runner).unwrap().current(), Who::new(who * 7919), Moment::Before)
    };
    let mut lines: Vec<String> = (0..480).map(|who| code(who, &mut runner)).collect();
    let again: Vec<String> = lines.iter().skip(1).step_by(9).take(20).map(|line| line.to_lowercase()).collect();
    for (slip, line) in lines.iter_mut().step_by(9).take(50).enumerate() {
        match slip % 3 {
            0 => line.truncate(30),
            1 => line.insert(16, 'X'),
            _ => *line = line.split_off(6),
        }
    }
    lines.extend(again);
    assert_eq!(lines.len(), 500);
    let came = take(&mut Group::default(), &[("", &lines.join("\n"))], HOW);
    assert_eq!((came.taken, came.count(&Why::Same), came.refused()), (430, 20, 50));
}

#[test]
fn a_second_result_of_the_same_person_replaces_the_first_or_is_left_out() {
    let full = pack("full", "en");
    let (first, second) = (code(&full, "q01=1", 7, Moment::Before), code(&full, "q01=2", 7, Moment::Before));
    for (twice, why, stays) in [(Twice::Replace, Why::Replaced, &second), (Twice::Skip, Why::Skipped, &first)] {
        let mut group = Group::default();
        take(&mut group, &[("", &first)], HOW);
        let came = take(&mut group, &[("", &second)], How { twice, ..HOW });
        assert_eq!((came.taken, came.count(&why)), (0, 1));
        assert_eq!(group.text(&known()), format!("{stays}\n"));
    }
}

#[test]
fn packs_come_before_the_codes_beside_them_and_every_version_is_read() {
    let [first, second] = ["1.0", "2.0"].map(|version| own("ours", version));
    let codes = [&first, &second].map(|file| code(&read_pack(file).0, "q02=1", 3, Moment::Before));
    let mut group = Group::default();
    let files = [("codes.txt", &*codes.join("\n")), ("1.json", &first.to_string()), ("2.json", &second.to_string())];
    let came = take(&mut group, &files, HOW);
    assert_eq!(came.packs, ["Ours 1.0", "Ours 2.0"]);
    assert_eq!((came.taken, came.count(&Why::Same), came.refused()), (1, 1, 0));
    let known = known();
    let names: Vec<&str> = group.packs(&known).into_iter().map(|pack| &*pack.name).collect();
    assert_eq!(names, [&*known.packs[0].name, &known.packs[1].name, "Ours 2.0"]);
}

#[test]
fn whatever_is_refused_is_refused_for_one_reason_in_every_language() {
    let result = |pack: &str| {
        let answers = json!({"q01": "a"});
        json!({"format": "strategy-first/result", "version": 1, "id": "r1", "pack": pack, "answers": answers})
            .to_string()
    };
    let mut faulty = own("ours", "1.0");
    faulty["items"] = json!([]);
    let mut newer = own("ours", "1.0");
    newer["version"] = 9.into();
    let full = code(&pack("full", "en"), "q01=1", 1, Moment::Before);
    for (text, expected) in [
        (&full[..30], Why::Code(Refusal::CutShort)),
        (&full.replacen('-', "-X", 1), Why::Code(Refusal::Altered)),
        (&full[6..], Why::Code(Refusal::NoBeginning)),
        ("Dear all, thank you for coming.", Why::Nothing),
        ("", Why::Nothing),
        ("{", Why::File(Refused::CutShort)),
        ("{]", Why::File(Refused::NotJson { line: 1, column: 2 })),
        ("{}", Why::File(Refused::OtherFormat)),
        (&result("theirs"), Why::UnknownPack("theirs".to_owned())),
        (&newer.to_string(), Why::File(Refused::Newer)),
    ] {
        let mut group = Group::default();
        let came = take(&mut group, &[("a.txt", text)], HOW);
        assert_eq!((came.taken, came.refused(), &came.notes[0].why), (0, 1, &expected), "{text}");
        assert!(group.gathering.is_empty() && group.own.is_empty());
        said(&expected);
    }
    let came = take(&mut Group::default(), &[("ours.json", &faulty.to_string())], HOW);
    assert!(matches!(&came.notes[0].why, Why::Faulty { count, .. } if *count > 0), "{:?}", came.notes);
    said(&came.notes[0].why);
    for why in [Why::Unreadable("no such file".to_owned()), Why::Earlier(2), Why::Replaced, Why::Skipped, Why::Same] {
        said(&why);
    }
    assert_eq!(take(&mut Group::default(), &[("r.json", &result("full"))], HOW).taken, 1);
}

/// There are words for it in every language, with no blank left.
fn said(why: &Why) {
    for lang in LANGUAGES {
        let mut words = json_file(&format!("content/{lang}/course.json"));
        words["file-refusals"] = json_file(&format!("content/{lang}/faults.json"))["refusals"].take();
        let said = CourseWords(&words).note(why);
        assert!(said.len() > 8 && !said.contains('{'), "{lang}: {why:?}: {said}");
    }
}

#[test]
fn a_group_that_is_saved_is_the_same_when_it_is_opened_again() {
    let full = pack("full", "en");
    let words = json_file("content/en/course.json");
    let figures = |group: &Group| {
        let rows = pack_rows(&group.gathering, &full, Least::Three, CourseWords(&words));
        table(&rows, CourseWords(&words), Dialect { decimal: '.', decimals: 0 })
    };
    let codes: Vec<String> = (0..5).map(|who| code(&full, "direction=9/7 work=9/6", who, Moment::After)).collect();
    let answers = json!({"q01": "a"});
    let file =
        json!({"format": "strategy-first/result", "version": 1, "id": "anna-1", "pack": "full", "answers": answers});
    let files = [("codes.txt", &*codes.join("\n")), ("anna.json", &file.to_string())];
    let mut group = Group::default();
    assert_eq!(take(&mut group, &files, How { files_from: Moment::After, ..HOW }).taken, 6);
    let text = group.text(&known());
    let mut again = Group::default();
    assert_eq!(take(&mut again, &[("group.txt", &text)], HOW).taken, 6);
    assert_eq!(figures(&again), figures(&group));
    // The file itself is known again, too.
    let came = take(&mut again, &[files[1]], How { files_from: Moment::After, ..HOW });
    assert_eq!((came.taken, came.count(&Why::Same)), (0, 1));
}

/// What somebody saved knows its number and its moments, and so counts as the codes of the same person.
#[test]
fn a_backup_goes_with_the_codes_of_the_same_person() {
    let full = pack("full", "en");
    let result = |id: &str, moment: &str, option: &str| {
        json!({"format": "strategy-first/result", "version": 1, "id": id, "pack": "full", "pack_version": full.version,
            "answers": {"q01": option}, "moment": moment})
    };
    let backup = json!({
        "format": "strategy-first/backup", "version": 1, "plans": [], "session": {"who": Who::new(7).to_string()},
        "results": [result("r1", "before", "a"), result("r2", "after", "b"), result("r3", "after", "c")],
    });
    let codes = [("a", Moment::Before), ("c", Moment::After)].map(|(option, moment)| {
        let answers = [("q01", option)].into_iter().collect();
        write(&Shape::of_pack(&full), &answers, Who::new(7), moment)
    });
    let mut group = Group::default();
    assert_eq!(take(&mut group, &[("backup.json", &backup.to_string())], HOW).taken, 2);
    let came = take(&mut group, &[("", &codes.join(" "))], HOW);
    assert_eq!((came.taken, came.count(&Why::Same)), (0, 2));
}

#[test]
fn the_example_shows_every_figure_and_some_who_fell() {
    let Known { packs, drill } = known();
    let gathering = example(&packs[0], &drill);
    assert!(gathering.count(DRILL, Moment::Before) >= 5);
    for from in [Moment::Before, Moment::Then] {
        let moves = moves(&gathering, &packs[0], (from, Moment::After), Least::Five).unwrap();
        assert!(moves.items.iter().any(|(_, item)| item.unwrap().ways.lower > 0));
        assert!(moves.direction.unwrap().higher > moves.direction.unwrap().lower);
    }
}
