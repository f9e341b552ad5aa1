//! More than ten thousand malformed files: none makes the program panic, take long, or lose what is here.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod files_common;

use common::{mutation::any_mutation, pack_file};
use files_common::{CHOICES, backup, backup_text, decoded, merge, plan, result, state};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};
use strategy_first::{
    document::{file::MAX_BYTES, result::TakenCheck},
    files::{
        door::{self, Refused},
        merge::{Choice, undone},
        preview::Preview,
        state::State,
    },
};

/// The promise is a fifth of a second on a visitor's machine; this is an unoptimised build on a busy one. The benchmark prints
/// what the real one takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// What somebody has when the files come: a plan and a result that the real files have too, and others.
static HERE: LazyLock<State> = LazyLock::new(|| {
    state(&json!({
        "format": "strategy-first/backup", "version": 1,
        "plans": [plan("p2", "Mine"), plan("own", "Own")],
        "results": [result("r1", "2026-05-01", "b"), result("own", "2026-06-01", "a")],
        "session": {"check": {"pack": "full", "answers": {"q01": "a"}}},
    }))
});

/// Opens a file in every way there is, and holds it to what must be true of any.
fn check(bytes: &[u8]) -> Result<(), Refused> {
    let start = Instant::now();
    let text = decoded(bytes);
    let opened = door::open(door::decoded(&text, bytes.len())?)?;
    let here = &*HERE;
    let preview = Preview::of(&opened, here);
    for choice in CHOICES {
        let Ok(after) = merge(here, &opened, choice) else { continue };
        // Nothing that is here goes, but what somebody chose to replace.
        for (index, plan) in here.plans.iter().enumerate() {
            assert_eq!(after.plans[index].cover().id, plan.cover().id);
            assert!(choice == Choice::Replace || after.plans[index] == *plan);
        }
        let is_here = |taken: &&TakenCheck| after.results.contains(*taken) || choice == Choice::Replace;
        assert_eq!(here.results.iter().filter(is_here).count(), here.results.len());
        assert_eq!(undone(&after, here, &after), *here, "it can be taken back");
        // What came in is kept, and can be saved and opened again.
        let (again, faults) = State::read(&after.to_json(""));
        assert_eq!((again.to_json(""), faults), (after.to_json(""), Vec::new()));
        assert!(preview.brings_something() || after.plans == here.plans && after.results == here.results);
    }
    assert!(start.elapsed() < PATIENCE, "it took {:?}", start.elapsed());
    Ok(())
}

/// Real files, the small ones: what is done at every byte of them takes its time.
fn real_files() -> Vec<String> {
    vec![
        backup_text(),
        backup().to_string(),
        plan("p2", "Été « à la carte » 🙂").to_string(),
        result("r1", "2026-11-21", "a").to_string(),
    ]
}

#[test]
fn files_that_were_cut_at_any_byte() {
    let mut count = 0;
    for file in real_files() {
        for end in 0..file.len() {
            let cut = &file.as_bytes()[..end];
            let refused = check(cut).unwrap_err();
            let is_blank = cut.trim_ascii().is_empty();
            let expected = match refused {
                // In the middle of a character.
                Refused::NotText | Refused::CutShort if std::str::from_utf8(cut).is_err() => true,
                Refused::Empty => is_blank,
                Refused::CutShort => !is_blank,
                _ => false,
            };
            assert!(expected, "{refused:?} at {end}");
            count += 1;
        }
        assert_eq!(check(file.as_bytes()), Ok(()));
    }
    assert!(count > 9000, "{count}");
}

#[test]
fn texts_that_are_made_to_hurt() {
    let deep = |open: &str, close: &str, levels: usize| format!("{}1{}", open.repeat(levels), close.repeat(levels));
    let mut inside = backup();
    inside["plans"][0]["mine"] = serde_json::from_str(&deep("[", "]", 40)).unwrap();
    let rows = json!({"format": "strategy-first/plan", "version": 1, "tactics": vec![json!({"id": "t"}); 9000]});
    let twice = backup_text().replacen("\"plans\"", "\"plans\": [7], \"plans\"", 1);
    let polluting = r#"{"format":"strategy-first/plan","version":1,"__proto__":{"x":1},"constructor":{"prototype":{}},"title":"t"}"#;
    let many =
        format!(r#"{{"format":"strategy-first/backup","version":1,"results":[{}]}}"#, vec!["7"; 200_000].join(","));
    let utf_16: Vec<u8> = backup_text().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = |mark: &[u8]| [mark, &utf_16].concat();
    let expect = |bytes: &[u8], expected: Result<(), Refused>| {
        let start: String = String::from_utf8_lossy(bytes).chars().take(80).collect();
        assert_eq!(check(bytes), expected, "{start}");
    };
    expect(inside.to_string().as_bytes(), Err(Refused::TooDeep));
    expect(deep("{\"a\":", "}", 150_000).as_bytes(), Err(Refused::TooDeep));
    expect("[".repeat(MAX_BYTES).as_bytes(), Err(Refused::TooDeep));
    expect("\"".repeat(MAX_BYTES).as_bytes(), Err(Refused::NotJson { line: 1, column: 3 }));
    expect(rows.to_string().as_bytes(), Ok(()));
    expect(twice.as_bytes(), Ok(()));
    expect(polluting.as_bytes(), Ok(()));
    expect(many.as_bytes(), Err(Refused::Broken { place: "results".to_owned() }));
    expect(&with_mark(&[0xff, 0xfe]), Err(Refused::NotText));
    expect(&with_mark(&[0xfe, 0xff]), Err(Refused::NotText));
    expect(&utf_16, Err(Refused::NotText));
    expect(pack_file("full", "en").to_string().as_bytes(), Err(Refused::Pack));
    for number in ["1e999", "-1e999", "NaN", "Infinity", "0x10", "01", "1.", ".5", "--1"] {
        let text = format!(r#"{{"format":"strategy-first/plan","version":1,"budget":{{"total":{number}}}}}"#);
        assert!(matches!(check(text.as_bytes()), Err(Refused::NotJson { .. })), "{number}");
    }
    for number in
        ["1e300", "-1e300", "9007199254740993", "18446744073709551615", "99999999999999999999", "1e-400", "-0.0"]
    {
        let text = format!(r#"{{"format":"strategy-first/plan","version":1,"budget":{{"total":{number}}}}}"#);
        expect(text.as_bytes(), Ok(()));
    }
    for escape in [r"\ud800", r"\udc00\ud800", r"\ud800a", r"\u12", r"\x"] {
        let text = format!(r#"{{"format":"strategy-first/plan","version":1,"title":"{escape}"}}"#);
        assert!(matches!(check(text.as_bytes()), Err(Refused::NotJson { .. })), "{escape}");
    }
}

/// Something done to the text of a file.
#[derive(Clone, Debug)]
enum Harm {
    Flip(Index, u8),
    Take(Index, usize),
    Put(Index, &'static str),
    Repeat(Index, usize),
}

const SPLINTERS: [&str; 16] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "\\",
    "null",
    "1e999",
    "\\ud800",
    "\"__proto__\":{},",
    "\"id\":\"own\",",
    "\u{0}",
    "\u{feff}",
    "\"plans\":[],",
];

fn any_harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        (any::<Index>(), 0_u8..8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        (any::<Index>(), 1_usize..40).prop_map(|(at, count)| Harm::Take(at, count)),
        (any::<Index>(), prop::sample::select(&SPLINTERS[..])).prop_map(|(at, splinter)| Harm::Put(at, splinter)),
        (any::<Index>(), 1_usize..200).prop_map(|(at, count)| Harm::Repeat(at, count)),
    ]
}

fn harmed(mut bytes: Vec<u8>, harm: &Harm) -> Vec<u8> {
    let from = |at: &Index| if bytes.is_empty() { 0 } else { at.index(bytes.len()) };
    match harm {
        Harm::Flip(at, bit) => {
            let at = from(at);
            bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << bit);
        }
        Harm::Take(at, count) => drop(bytes.drain(from(at)..(from(at) + count).min(bytes.len()))),
        Harm::Put(at, splinter) => drop(bytes.splice(from(at)..from(at), splinter.bytes()).count()),
        Harm::Repeat(at, count) => {
            let (start, end) = (from(at), (from(at) + count).min(bytes.len()));
            bytes.extend_from_within(start..end);
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn texts_that_something_was_done_to(file in any::<Index>(), harms in prop::collection::vec(any_harm(), 1..4)) {
        let file = file.get(&real_files()).clone().into_bytes();
        let _ = check(&harms.iter().fold(file, harmed));
    }

    #[test]
    fn files_with_anything_anywhere(mutations in prop::collection::vec(any_mutation(), 1..6)) {
        let mut file: Value = backup();
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        let _ = check(file.to_string().as_bytes());
    }

    #[test]
    fn bytes_that_were_never_a_file(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(check(&bytes).is_err());
    }
}
