//! A pack being written: what its steps do, that each can be taken back, and what is said to be wrong with it.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, PACKS, broken::broken_packs, mutation::any_mutation, pack_file};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::{
    document::{file::Refusal, object::text, reader::MAX_FAULTS},
    draft::{
        check::faults,
        field::{Kind, kind},
        fresh::List,
        model::{Changed, Draft},
        place::{Place, Step},
        start,
    },
    quiz::pack_file::read_pack,
};

fn draft(files: Vec<Value>) -> Draft {
    let mut draft = Draft::default();
    draft.replace(files);
    draft
}

fn ours(id: &str) -> Vec<Value> {
    LANGUAGES.map(|lang| pack_file(id, lang)).to_vec()
}

/// What is said of one file beside another needs no more than two.
fn two() -> [Value; 2] {
    ["en", "fr"].map(|lang| pack_file("full", lang))
}

fn at(path: &str) -> Place {
    Place::parse(path)
}

/// The faults of a draft, as `file place problem`.
fn told(draft: &Draft) -> Vec<String> {
    let line = |found: strategy_first::draft::check::Found| {
        format!("{} {} {:?}", found.file, found.fault.place, found.fault.problem)
    };
    faults(draft).into_iter().map(line).collect()
}

#[test]
fn opening_our_own_and_saving_them_changes_no_byte() {
    for id in PACKS {
        for lang in LANGUAGES {
            let published = text(&pack_file(id, lang));
            let mut draft = Draft::default();
            draft.open(start::open(&published).unwrap());
            assert_eq!(text(&draft.files()[0]), published, "{id} {lang}");
            assert_eq!(Draft::kept(&draft.to_keep()).files(), draft.files());
        }
        let mut both = Draft::default();
        for (lang, file) in LANGUAGES.iter().zip(ours(id)) {
            let (_, is_beside) = both.open(file);
            assert_eq!(is_beside, *lang != LANGUAGES[0]);
        }
        assert_eq!(both.files(), ours(id));
    }
}

#[test]
fn a_copy_of_ours_has_no_fault_and_an_id_of_its_own() {
    for id in PACKS {
        assert_eq!(told(&draft(start::copy(ours(id)))), [""; 0], "{id}");
        let taken = format!("0 id DuplicateId {{ id: {id:?} }}");
        assert_eq!(told(&draft(ours(id))), [taken]);
    }
    let empty = draft(start::without_questions(ours("full")));
    let lacks = ["name Empty", "items TooFew { need: 1, have: 0 }", "axes.direction TooFew { need: 5, have: 0 }"];
    for lack in lacks {
        assert!(told(&empty).contains(&format!("0 {lack}")), "{lack}: {:?}", told(&empty));
    }
}

/// The editor says of a file what `check-pack` says of it, in the same order.
#[test]
fn the_faults_are_those_of_check_pack() {
    for broken in broken_packs() {
        let mut file = broken.file();
        if file["id"] == "full" {
            file["id"] = json!("mine");
        }
        let expected = read_pack(&file).1;
        let found: Vec<_> = faults(&draft(vec![file])).into_iter().map(|found| found.fault).collect();
        assert_eq!(found, expected, "{:?}", broken.change);
    }
}

#[test]
fn what_one_language_lacks_is_a_fault_of_that_language() {
    let check = |path: &str, file: usize, value: Value, expected: &[&str]| {
        let mut draft = draft(start::copy(two().to_vec()));
        draft.set(file, &at(path), Some(value));
        assert_eq!(told(&draft), expected, "{path}");
    };
    check("items[3].hint", 1, json!(""), &["1 items[3].hint Untranslated { lang: \"en\" }"]);
    check("items[3].hint", 0, json!(""), &["0 items[3].hint Untranslated { lang: \"fr\" }"]);
    check("items[3].text", 1, json!(""), &["1 items[3].text Empty"]);
    check("items[3].options[1].score", 1, json!(0), &["1 items[3].options[1].score DiffersFrom { lang: \"en\" }"]);
    check("lang", 1, json!("en"), &["1 lang DuplicateId { id: \"en\" }"]);
    let mut both = draft(start::copy(two().to_vec()));
    both.set_all(&at("items[3].options[1].score"), Some(&json!(7)));
    assert_eq!(told(&both), ["0 items[3].options[1].score OutOfRange { min: 0, max: 3, is: 7 }"]);
}

#[test]
fn a_file_in_another_language_is_brought_in_step() {
    let [mut english, mut french]: [Value; 2] = start::copy(two().to_vec()).try_into().unwrap();
    english["items"].as_array_mut().unwrap().remove(4);
    french["items"].as_array_mut().unwrap().swap(0, 1);
    french["note"] = json!({"mine": 1});
    let mut draft = Draft::default();
    draft.open(english.clone());
    assert!(draft.open(french.clone()).1);
    let ids = |file: usize| -> Vec<String> {
        let items = draft.files()[file]["items"].as_array().unwrap();
        items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(0), ids(1));
    assert_eq!((ids(0)[0].as_str(), ids(0)[16].as_str()), ("q01", "q05"));
    assert_eq!(draft.files()[0]["items"][16]["options"][3]["score"], french["items"][4]["options"][3]["score"]);
    assert_eq!(draft.files()[1]["note"], french["note"]);
    assert!(told(&draft).contains(&"0 items[16].text Empty".to_owned()), "{:?}", told(&draft));
    // Another pack, or the same language, takes the place of what is there.
    assert!(!draft.open(english.clone()).1);
    assert_eq!(draft.files(), [english]);
    draft.undo();
    assert_eq!(draft.files().len(), 2);
}

#[test]
fn what_is_no_pack_is_refused_with_the_reason() {
    let check = |text: &str, expected: Refusal| assert_eq!(start::open(text), Err(expected), "{text:.40}");
    check("{", Refusal::NotJson { line: 1, column: 1 });
    check(r#"{"format":"strategy-first/plan","version":1}"#, Refusal::OtherFormat);
    check(r#"{"format":"strategy-first/pack","version":2}"#, Refusal::Newer);
    check(&" ".repeat(1024 * 1024 + 1), Refusal::TooLarge);
}

#[test]
fn an_id_takes_along_what_refers_to_it() {
    let mut draft = draft(start::copy(ours("full")));
    let waits = json!({"item": "q03", "is": ["a", "b"]});
    draft.set_all(&at("items[4].show_if"), Some(&waits));
    draft.rename(&at("items[2]"), "goal");
    draft.rename(&at("items[2].options[0]"), "none");
    for file in draft.files() {
        assert_eq!(file["items"][4]["show_if"], json!({"item": "goal", "is": ["none", "b"]}));
        assert!(!text(&file["flags"]).contains("q03"), "{}", file["flags"]);
    }
    assert_eq!(told(&draft), [""; 0]);
    draft.undo();
    draft.undo();
    assert_eq!(draft.files()[1]["items"][4]["show_if"], waits);
}

#[test]
fn a_part_is_added_duplicated_moved_and_removed_in_every_language() {
    let mut draft = draft(start::copy(ours("quick")));
    let before = draft.clone();
    let (top, items) = (Place::default(), at("items"));
    let (changed, index) = draft.add(&top, List::Items);
    assert_eq!((changed, index, draft.count(&items)), (Changed::Shape, 8, 9));
    draft.duplicate(&top, List::Items, 0);
    draft.shift(&top, List::Items, 1, 3);
    draft.add(&at("items[3]"), List::Options);
    draft.remove(&at("items[3]"), List::Options, 0);
    draft.add_language("de");
    for file in draft.files() {
        let of_first = &draft.files()[0]["items"][3];
        assert_eq!(file["items"][3]["id"], of_first["id"]);
        assert_eq!(file["items"][3]["options"][3]["id"], of_first["options"][3]["id"]);
    }
    assert_eq!(draft.files()[LANGUAGES.len()]["items"][0]["text"], "");
    for _ in 0..6 {
        draft.undo();
    }
    assert_eq!(draft.files(), before.files());
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut draft = draft(start::copy(ours("quick")));
    let name = at("name");
    for typed in ["M", "Mi", "Mine"] {
        draft.set(0, &name, Some(typed.into()));
    }
    draft.pause();
    draft.set(0, &name, Some("Mine too".into()));
    draft.undo();
    assert_eq!(draft.value(0, &name), Some(&json!("Mine")));
    draft.undo();
    assert_eq!(draft.value(0, &name), Some(&json!("Quick check")));
    draft.redo();
    assert_eq!(draft.value(0, &name), Some(&json!("Mine")));
}

/// Whatever a pack may have can be filled in.
#[test]
fn every_field_there_is_has_its_kind() {
    for id in PACKS {
        let file = pack_file(id, "en");
        fields_below(&file, &Place::default());
    }
    assert_eq!(kind(&at("items[2].show_if")), Some(Kind::ShowIf));
    assert_eq!(kind(&at("items[2].other")), None);
}

fn fields_below(value: &Value, place: &Place) {
    if kind(place).is_some() || ["format", "version"].contains(&place.pattern().as_str()) {
        return;
    }
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| fields_below(value, &place.field(name))),
        Value::Array(parts) => parts.iter().enumerate().for_each(|(at, part)| fields_below(part, &place.index(at))),
        _ => panic!("nothing says how {place} is filled in"),
    }
}

/// One thing that somebody may do.
#[derive(Clone, Debug)]
enum Verb {
    Set(usize, Place, Option<Value>),
    SetAll(Place, Option<Value>),
    Rename(Place, String),
    Add(Place, List),
    Duplicate(usize),
    Remove(usize),
    Shift(usize, usize),
    AddLanguage,
    RemoveLanguage(usize),
    Open(Value),
    Pause,
    Undo,
    Redo,
}

fn any_verb() -> impl Strategy<Value = Verb> {
    let index = 0..9_usize;
    let places = ["name", "items[1].text", "axes.work.low", "items", "readings.busy.lead", "flags[0].all", "tie.x.y"];
    let place = prop::sample::select(places.map(at).to_vec());
    let value = prop::option::of(prop_oneof![
        Just(json!("x")),
        Just(json!("xy")),
        Just(json!(5)),
        Just(json!([])),
        Just(json!({"id": 1})),
    ]);
    let list = prop::sample::select(vec![List::Items, List::Flags, List::Stages]);
    prop_oneof![
        (0..3_usize, place.clone(), value.clone()).prop_map(|(file, place, value)| Verb::Set(file, place, value)),
        (place, value).prop_map(|(place, value)| Verb::SetAll(place, value)),
        index.clone().prop_map(|item| Verb::Rename(at("items").index(item), "new".to_owned())),
        list.prop_map(|list| Verb::Add(Place::default(), list)),
        index.clone().prop_map(|item| Verb::Add(at("items").index(item), List::Options)),
        index.clone().prop_map(Verb::Duplicate),
        index.clone().prop_map(Verb::Remove),
        (index.clone(), index).prop_map(|(from, to)| Verb::Shift(from, to)),
        Just(Verb::AddLanguage),
        (0..3_usize).prop_map(Verb::RemoveLanguage),
        any_mutation().prop_map(|mutation| {
            let mut file = pack_file("quick", "fr");
            mutation.apply(&mut file);
            Verb::Open(file)
        }),
        Just(Verb::Pause),
        Just(Verb::Undo),
        Just(Verb::Redo),
    ]
}

fn act(draft: &mut Draft, verb: Verb) {
    let top = Place::default();
    match verb {
        Verb::Set(file, place, value) => drop(draft.set(file, &place, value)),
        Verb::SetAll(place, value) => drop(draft.set_all(&place, value.as_ref())),
        Verb::Rename(part, id) => drop(draft.rename(&part, &id)),
        Verb::Add(holder, list) => drop(draft.add(&holder, list)),
        Verb::Duplicate(item) => drop(draft.duplicate(&top, List::Items, item)),
        Verb::Remove(item) => drop(draft.remove(&top, List::Items, item)),
        Verb::Shift(from, to) => drop(draft.shift(&top, List::Items, from, to)),
        Verb::AddLanguage => drop(draft.add_language("de")),
        Verb::RemoveLanguage(file) => drop(draft.remove_language(file)),
        Verb::Open(file) => drop(draft.open(file)),
        Verb::Pause => draft.pause(),
        Verb::Undo => drop(draft.undo()),
        Verb::Redo => drop(draft.redo()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is done can be taken back to the beginning, and done again to the end; and the check never fails.
    #[test]
    fn all_steps_round_trip(verbs in prop::collection::vec(any_verb(), 1..30)) {
        let mut draft = Draft::kept(&json!({"files": ours("quick")}));
        let first = draft.files().to_vec();
        for verb in verbs {
            act(&mut draft, verb);
        }
        // A language that was only just added lacks every text: beside those that there were, each may lack as many.
        prop_assert!(faults(&draft).len() < 333 * draft.files().len().max(3));
        while draft.can_redo() {
            draft.redo();
        }
        let last = draft.files().to_vec();
        while draft.can_undo() {
            draft.undo();
        }
        prop_assert_eq!(draft.files(), first);
        while draft.can_redo() {
            draft.redo();
        }
        prop_assert_eq!(draft.files(), last);
    }

    /// A file with anything wrong in it is opened, and nothing of it is lost.
    #[test]
    fn a_file_with_faults_keeps_all_it_has(mutations in prop::collection::vec(any_mutation(), 1..5)) {
        let mut file = pack_file("quick", "en");
        for mutation in mutations {
            mutation.apply(&mut file);
        }
        let mut draft = Draft::default();
        draft.open(file.clone());
        prop_assert!(faults(&draft).len() <= 2 * MAX_FAULTS);
        prop_assert_eq!(&draft.files()[0], &file);
    }
}

#[test]
fn places_lead_to_what_holds_them() {
    let place = at("items[2].options[1].text");
    assert_eq!(
        place.parent().map(|(above, last)| (above.to_string(), last.clone())),
        Some(("items[2].options[1]".to_owned(), Step::Field("text".to_owned()),))
    );
}
