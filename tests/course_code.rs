//! Result codes: what goes in comes out, every slip is found, and codes that were handed out stay readable for ever.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, any_answers, drill_file, files_below, json_file, pack};
use proptest::{prelude::*, sample::Index};
use serde_json::Value;
use std::sync::LazyLock;
use strategy_first::{
    course::{
        code::{Code, LONGEST, Moment, Who, write},
        find::{Found, Refusal, find, who},
        shape::Shape,
    },
    quiz::{answers::Answers, drill::read_drill, pack::Pack},
};

static FULL: LazyLock<Pack> = LazyLock::new(|| pack("full", "en"));
static SHAPES: LazyLock<Vec<Shape>> =
    LazyLock::new(|| vec![Shape::of_pack(&FULL), Shape::of_pack(&pack("quick", "en"))]);

/// Digits and capitals as they are written.
const SIGNS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// To the full pack, before a course.
const ONE: &str = "SF17A-S4CNX-JTR3Z-YW4HM-07AE4-RM7B8-5A8MS";
const OTHER: &str = "SF168-SSQDD-9WANA-NANAN-2NEPS-DMYK7";

#[derive(Debug)]
struct Golden {
    shape: Shape,
    codes: Vec<(String, Code)>,
}

/// Every code in `tests/codes/`, with what it holds. A script that shares nothing with the program made them from the table in
/// `src/course/code.rs`. None is ever taken out.
fn golden() -> Vec<Golden> {
    let groups = files_below("tests/codes", ".json").into_iter().flat_map(|path| match json_file(&path) {
        Value::Array(groups) => groups,
        _ => Vec::new(),
    });
    groups.map(|group| golden_group(&group)).collect()
}

fn golden_group(group: &Value) -> Golden {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (id, version) = (text(&group["shape"]["id"]), text(&group["shape"]["version"]));
    let options = |options: &Value| options.as_array().unwrap().iter().map(text).collect();
    let items = group["shape"]["items"].as_object().unwrap();
    let shape = Shape::new(&id, &version, items.iter().map(|(item, of)| (item.clone(), options(of))).collect());
    let code = |code: &Value| {
        let answers =
            code["answers"].as_object().unwrap().iter().map(|(item, option)| (item, option.as_str().unwrap()));
        let who = text(&code["who"]).chars().fold(0, |who, sign| who * 32 + SIGNS.find(sign).unwrap() as u64);
        let moment = Moment::named(code["moment"].as_str().unwrap()).unwrap();
        let (pack, pack_version) = (id.clone(), version.clone());
        (text(&code["code"]), Code { pack, pack_version, who: Who::new(who), moment, answers: answers.collect() })
    };
    Golden { codes: group["codes"].as_array().unwrap().iter().map(code).collect(), shape }
}

#[test]
fn codes_that_were_handed_out_are_read_for_ever() {
    let golden = golden();
    assert!(golden.iter().map(|group| group.codes.len()).sum::<usize>() >= 11);
    for Golden { shape, codes } in golden {
        for (text, held) in codes {
            let found = find(&text, std::slice::from_ref(&shape));
            assert_eq!(found, [Found { line: 1, text: &text, code: Ok(held.clone()) }]);
            assert_eq!(write(&shape, &held.answers, held.who, held.moment), text);
        }
    }
}

/// A pack that changes without a new version would make its codes unreadable.
#[test]
fn what_is_asked_today_is_what_the_newest_codes_were_made_for() {
    let golden = golden();
    for lang in LANGUAGES {
        let packs = common::PACKS.map(|id| Shape::of_pack(&pack(id, lang)));
        let drill = Shape::of_drill(&read_drill(&drill_file(lang)).0);
        for shape in packs.into_iter().chain([drill]) {
            assert!(golden.iter().any(|group| group.shape == shape), "{lang}: no golden code for {shape:?}");
        }
    }
}

#[test]
fn no_code_is_longer_than_may_be_nor_has_signs_that_a_qr_code_would_spread() {
    for (text, _) in golden().into_iter().flat_map(|group| group.codes) {
        assert!(text.len() <= LONGEST, "{text}");
        assert!(text.chars().all(|letter| SIGNS.contains(letter) || letter == '-'), "{text}");
    }
}

/// What is found in a text, in short: a code as its pack and moment, a refusal as its reason, each with its line.
fn check(text: &str, expected: &[&str]) {
    let found = find(text, &SHAPES);
    let short = |found: &Found| match &found.code {
        Ok(code) => format!("{} {} {}", found.line, code.pack, code.moment.code()),
        Err(refusal) => format!("{} {refusal:?}", found.line),
    };
    assert_eq!(found.iter().map(short).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn codes_are_read_however_they_are_written_down() {
    let (whole, glued) = (["1 full before"], ONE.replace('-', ""));
    check(ONE, &whole);
    check(&ONE.to_lowercase(), &whole);
    check(&glued, &whole);
    check(&ONE.replace('-', " "), &whole);
    check(&ONE.replace('-', "\n"), &whole);
    check(&ONE.replace('-', "\u{2011}"), &whole);
    check(&glued.split("").collect::<Vec<_>>().join(" "), &whole);
    check(&ONE.replace('0', "O").replace('1', "I"), &whole);
    check(&ONE.replace('0', "o").replace('1', "l"), &whole);
    check(&format!("Anna: {ONE}, thanks!"), &whole);
    check(&format!("\u{feff}\"{ONE}\";\"{OTHER}\""), &["1 full before", "1 quick after"]);
    check(&format!("{ONE}{OTHER}"), &["1 full before", "1 quick after"]);
    check(&format!("{ONE}\r\n\r\nHello\r\n{OTHER}\r\n"), &["1 full before", "4 quick after"]);
    check("On 2026-11-21 we met at 10:30 in room B12, SF.", &[]);
    check("", &[]);
}

#[test]
fn what_is_no_code_is_refused_for_one_reason() {
    check(&ONE[..30], &["1 CutShort"]);
    check(&format!("{}\n{OTHER}", &ONE[..30]), &["1 CutShort", "2 quick after"]);
    check(&format!("{} {OTHER}", &ONE[..40]), &["1 CutShort", "1 quick after"]);
    check(&format!("{}é", &ONE[..30]), &["1 CutShort"]);
    check(&ONE.replace("YW4HM", "YW4HN"), &["1 Altered"]);
    check(&ONE.replace("YW4HM", "YWH4M"), &["1 Altered"]);
    check(&ONE.replace("YW4HM", "YW44HM"), &["1 Altered"]);
    check(&format!("{}\n{OTHER}", ONE.replace("YW4HM", "YW4HN")), &["1 Altered", "2 quick after"]);
    check(&format!("\n{}\n{OTHER}", &ONE[3..]), &["2 NoBeginning", "3 quick after"]);
    check(&ONE.replace("SF17A", "SF1A7"), &["1 NoBeginning"]);
    check("SF276-S4CNX-JT000-00005-027G3-7E98K-46QJG", &["1 Newer"]);
    check("SF17A-S4CGA-CS000-00005-027G3-7E98K-C1NN1", &["1 OtherVersion { pack: \"full\" }"]);
    check("SF168-0NTXT-40000-00005-0000C-D321Y", &["1 UnknownPack"]);
}

#[test]
fn every_single_wrong_sign_and_every_swap_of_neighbours_is_found() {
    for code in [ONE, OTHER] {
        assert!(find(code, &SHAPES)[0].code.is_ok());
        let places = code.char_indices().filter(|(_, sign)| *sign != '-').map(|(at, _)| at).collect::<Vec<_>>();
        for at in &places {
            for sign in SIGNS.chars().filter(|sign| !code[*at..].starts_with(*sign)) {
                let mut wrong = code.to_owned();
                wrong.replace_range(at..&(at + 1), &sign.to_string());
                assert!(find(&wrong, &SHAPES).iter().all(|found| found.code.is_err()), "{wrong}");
            }
        }
        for pair in places.windows(2) {
            let mut wrong = code.as_bytes().to_vec();
            wrong.swap(pair[0], pair[1]);
            let wrong = String::from_utf8(wrong).unwrap();
            let found = find(&wrong, &SHAPES);
            assert!(wrong == code || found.iter().all(|found| found.code.is_err()), "{wrong}");
        }
    }
}

/// Somebody who changes the device types an earlier code, of which only the number counts.
#[test]
fn a_code_is_somebodys_whatever_it_was_made_for() {
    let of = |text: &str| match find(text, &SHAPES).remove(0).code {
        Ok(code) => code.who,
        Err(refusal) => panic!("{text}: {refusal:?}"),
    };
    let newer = format!("SF2{}", &ONE[3..]);
    for (text, expected) in [
        (ONE.to_owned(), Ok(of(ONE))),
        (ONE.replace('-', " ").to_lowercase(), Ok(of(ONE))),
        (format!("Before: {ONE}\nAfter: {OTHER}"), Ok(of(ONE))),
        (format!("{}\n{OTHER}", ONE.replace('7', "8")), Ok(of(OTHER))),
        (ONE[..30].to_owned(), Err(Refusal::CutShort)),
        (ONE.replace("JTR3Z", "JTR3Y"), Err(Refusal::Altered)),
        (newer, Err(Refusal::NoBeginning)),
        (String::new(), Err(Refusal::NoBeginning)),
        ("my code".to_owned(), Err(Refusal::NoBeginning)),
    ] {
        assert_eq!(who(&text), expected, "{text}");
    }
    for other in ["", "S4CNX", "S4CNXJTR3", "S4CNXJTÉ"] {
        assert_eq!(Who::read(other), None, "{other}");
    }
}

/// Any pack that may be: up to a hundred questions of two to eight options.
fn any_shape() -> impl Strategy<Value = (Shape, Vec<(String, usize)>)> {
    let counts = prop::collection::vec(2..=8_usize, 1..=100);
    ("[a-z]{1,32}", "[0-9.]{1,6}", counts).prop_map(|(id, version, counts)| {
        let items: Vec<(String, usize)> =
            counts.into_iter().enumerate().map(|(place, count)| (format!("i{place}"), count)).collect();
        let options = |count: usize| (0..count).map(|option| format!("o{option}")).collect();
        let shape = items.iter().map(|(item, count)| (item.clone(), options(*count))).collect();
        (Shape::new(&id, &version, shape), items)
    })
}

proptest! {
    #[test]
    fn any_answers_to_any_pack_come_back(
        (shape, items) in any_shape(),
        chosen in prop::collection::vec(prop::option::of(any::<Index>()), 100),
        random in any::<u64>(),
        moment in prop::sample::select(&Moment::ALL[..]),
    ) {
        let answered = items.iter().zip(chosen);
        let answers: Answers = answered
            .filter_map(|((item, count), chosen)| Some((item.clone(), format!("o{}", chosen?.index(*count)))))
            .collect();
        let text = write(&shape, &answers, Who::new(random), moment);
        prop_assert!(text.len() <= LONGEST, "{}", text.len());
        let (pack, pack_version) = (shape.id().to_owned(), shape.version().to_owned());
        let held = Code { pack, pack_version, who: Who::new(random), moment, answers };
        prop_assert_eq!(&find(&text, &[shape])[0].code, &Ok(held));
        prop_assert_eq!(&find(&text, &SHAPES)[0].code, &Err(Refusal::UnknownPack));
        prop_assert_eq!(who(&text), Ok(Who::new(random)));
        prop_assert_eq!(Who::read(&Who::new(random).to_string()), Some(Who::new(random)));
    }

    #[test]
    fn a_slip_in_any_code_is_found(answers in any_answers(&FULL), random in any::<u64>(), at in 0..41_usize, sign in 0..32_usize) {
        let code = write(&SHAPES[0], &answers, Who::new(random), Moment::Then);
        let mut wrong = code.clone();
        wrong.replace_range(at..=at, &SIGNS[sign..=sign]);
        // A sign instead of a dash is one too many.
        prop_assert_eq!(code == wrong, find(&wrong, &SHAPES).iter().any(|found| found.code.is_ok()));
    }

    #[test]
    fn no_text_makes_reading_fail(text in any::<String>(), signs in "(SF1[0-9A-Z]{2}|[0-9A-Z]{1,5}|[- \n]){0,60}") {
        for text in [text, signs] {
            for found in find(&text, &SHAPES) {
                prop_assert!(!found.text.is_empty() && found.line <= 1 + text.matches('\n').count());
            }
        }
    }
}
