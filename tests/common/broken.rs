//! Packs with one thing wrong, and what must be said about it.

use super::{
    Change::{self, Remove, Set},
    make, pack_file,
};
use serde_json::{Value, json};

/// A good pack with something changed.
pub(crate) struct Broken {
    pub(crate) change: Vec<Change>,
    /// The faults that must be named, as `place problem`.
    pub(crate) faults: &'static [&'static str],
    /// Whether the fault is one of shape, which a JSON Schema can tell.
    pub(crate) shape: bool,
}

impl Broken {
    /// The full English pack with the change made.
    pub(crate) fn file(&self) -> Value {
        let mut file = pack_file("full", "en");
        for change in &self.change {
            make(&mut file, change);
        }
        file
    }
}

/// One change each, and every fault that must be named, in order.
pub(crate) fn broken_packs() -> Vec<Broken> {
    [
        missing(),
        of_the_wrong_kind(),
        empty_or_too_long(),
        out_of_range(),
        not_known(),
        twice(),
        waiting_for_later(),
        too_few_or_many(),
        without_a_blank(),
        several_at_once(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn missing() -> Vec<Broken> {
    vec![
        shape(Remove("/id"), &["id Missing"]),
        shape(Remove("/intro"), &["intro Missing"]),
        shape(Remove("/axes"), &["axes Missing"]),
        shape(Remove("/axes/work/high"), &["axes.work.high Missing"]),
        shape(Remove("/tie/name"), &["tie.name Missing"]),
        shape(Remove("/words/partly"), &["words.partly Missing"]),
        shape(Remove("/items/3/text"), &["items[3].text Missing"]),
        shape(Remove("/items/3/options/1/feedback"), &["items[3].options[1].feedback Missing"]),
        shape(Remove("/readings/busy"), &["readings.busy Missing"]),
        shape(Remove("/readings/busy/name"), &["readings.busy.name Missing"]),
        shape(Remove("/readings/busy|aligned/lead"), &["readings.busy|aligned.lead Missing"]),
        shape(Remove("/tie_texts/not-yet"), &["tie_texts.not-yet Missing"]),
        shape(Remove("/flags/0/text"), &["flags[0].text Missing"]),
        shape(Remove("/flags/0/all/1/item"), &["flags[0].all[1].item Missing"]),
    ]
}

fn of_the_wrong_kind() -> Vec<Broken> {
    vec![
        shape(Set("/id", json!(5)), &["id WrongKind { wanted: Text }"]),
        shape(Set("/cut", json!("50")), &["cut WrongKind { wanted: WholeNumber }"]),
        shape(Set("/band", json!(12.5)), &["band WrongKind { wanted: WholeNumber }"]),
        shape(Set("/axes", json!("two")), &["axes WrongKind { wanted: Object }"]),
        shape(Set("/axes/work", json!([])), &["axes.work WrongKind { wanted: Object }"]),
        shape(Set("/words", json!(null)), &["words WrongKind { wanted: Object }"]),
        shape(Set("/readings/middle", json!("x")), &["readings.middle WrongKind { wanted: Object }"]),
        shape(
            Set("/stages/0", json!("SIT")),
            &[
                "stages[0] WrongKind { wanted: Object }",
                "items[0].stage UnknownId { id: \"SIT\" }",
                "items[1].stage UnknownId { id: \"SIT\" }",
            ],
        ),
        shape(Set("/items/-", json!("q18")), &["items[17] WrongKind { wanted: Object }"]),
        shape(Set("/items/3/options/-", json!(null)), &["items[3].options[4] WrongKind { wanted: Object }"]),
        shape(Set("/items/3/sources", json!("S1.1")), &["items[3].sources WrongKind { wanted: List }"]),
        shape(Set("/items/3/sources/0", json!(1)), &["items[3].sources[0] WrongKind { wanted: Text }"]),
        shape(Set("/items/3/hint", json!([])), &["items[3].hint WrongKind { wanted: Text }"]),
        shape(Set("/items/3/show_if", json!("q01")), &["items[3].show_if WrongKind { wanted: Object }"]),
        shape(Set("/flags", json!({})), &["flags WrongKind { wanted: List }"]),
        shape(Set("/flags/0/all/0", json!("work")), &["flags[0].all[0] WrongKind { wanted: Object }"]),
    ]
}

fn empty_or_too_long() -> Vec<Broken> {
    let long = |length: usize| json!("x".repeat(length));
    vec![
        shape(Set("/name", json!("")), &["name Empty"]),
        shape(Set("/items/3/text", json!(" \n")), &["items[3].text Empty"]),
        shape(Set("/name", long(49)), &["name TooLong { max: 48, is: 49 }"]),
        shape(Set("/items/3/text", long(121)), &["items[3].text TooLong { max: 120, is: 121 }"]),
        shape(Set("/items/3/hint", long(121)), &["items[3].hint TooLong { max: 120, is: 121 }"]),
        shape(Set("/items/3/options/1/text", long(65)), &["items[3].options[1].text TooLong { max: 64, is: 65 }"]),
        shape(
            Set("/items/3/options/1/feedback", long(221)),
            &["items[3].options[1].feedback TooLong { max: 220, is: 221 }"],
        ),
        shape(Set("/readings/busy/lead", long(121)), &["readings.busy.lead TooLong { max: 120, is: 121 }"]),
        shape(Set("/intro", long(601)), &["intro TooLong { max: 600, is: 601 }"]),
        shape(Set("/caveat", long(601)), &["caveat TooLong { max: 600, is: 601 }"]),
    ]
}

fn out_of_range() -> Vec<Broken> {
    vec![
        shape(
            Set("/items/3/options/1/score", json!(4)),
            &["items[3].options[1].score OutOfRange { min: 0, max: 3, is: 4 }"],
        ),
        shape(
            Set("/items/3/options/1/score", json!(-1)),
            &["items[3].options[1].score OutOfRange { min: 0, max: 3, is: -1 }"],
        ),
        shape(Set("/minutes", json!(61)), &["minutes OutOfRange { min: 1, max: 60, is: 61 }"]),
        shape(Set("/cut", json!(100)), &["cut OutOfRange { min: 1, max: 99, is: 100 }"]),
        shape(Set("/band", json!(50)), &["band OutOfRange { min: 0, max: 49, is: 50 }"]),
        shape(Set("/change_band", json!(0)), &["change_band OutOfRange { min: 1, max: 100, is: 0 }"]),
        shape(Set("/flags_shown", json!(10)), &["flags_shown OutOfRange { min: 0, max: 9, is: 10 }"]),
        shape(Set("/stage_min_answers", json!(0)), &["stage_min_answers OutOfRange { min: 1, max: 99, is: 0 }"]),
        shape(
            Set("/axes/work/min_answers", json!(0)),
            &["axes.work.min_answers OutOfRange { min: 1, max: 99, is: 0 }"],
        ),
        shape(Set("/flags/0/all/0/min", json!(101)), &["flags[0].all[0].min OutOfRange { min: 0, max: 100, is: 101 }"]),
        shape(Set("/flags/0/all/1/max", json!(4)), &["flags[0].all[1].max OutOfRange { min: 0, max: 3, is: 4 }"]),
    ]
}

fn not_known() -> Vec<Broken> {
    vec![
        shape(Set("/id", json!("my pack")), &["id BadId { id: \"my pack\" }"]),
        shape(Set("/items/3/options/1/id", json!("")), &["items[3].options[1].id BadId { id: \"\" }"]),
        shape(Set("/items/3/rule", json!("été")), &["items[3].rule BadId { id: \"été\" }"]),
        shape(
            Set("/items/3/stage", json!("XXX")),
            &["items[3].stage NotOneOf { is: \"XXX\", known: \"SIT, OBJ, CHO, TAC, ACT, CON\" }"],
        ),
        shape(
            Set("/items/2/measures", json!("strategy")),
            &["items[2].measures NotOneOf { is: \"strategy\", known: \"direction, work, tie\" }"],
        ),
        shape(
            Set("/flags/0/all/0/axis", json!("tie")),
            &["flags[0].all[0].axis NotOneOf { is: \"tie\", known: \"direction, work\" }"],
        ),
        sense(Set("/flags/0/all/1/item", json!("q99")), &["flags[0].all[1].item UnknownId { id: \"q99\" }"]),
        sense(Set("/flags/2/any/0/item", json!("q99")), &["flags[2].any[0].item UnknownId { id: \"q99\" }"]),
        sense(Set("/flags/2/all/0/is/0", json!("z")), &["flags[2].all[0].is[0] UnknownId { id: \"z\" }"]),
        sense(
            Remove("/stages/5"),
            &["items[15].stage UnknownId { id: \"CON\" }", "items[16].stage UnknownId { id: \"CON\" }"],
        ),
    ]
}

fn twice() -> Vec<Broken> {
    vec![
        sense(Set("/items/3/id", json!("q01")), &["items[3].id DuplicateId { id: \"q01\" }"]),
        sense(Set("/items/3/options/1/id", json!("a")), &["items[3].options[1].id DuplicateId { id: \"a\" }"]),
        sense(Set("/flags/1/id", json!("copying")), &["flags[2].id DuplicateId { id: \"copying\" }"]),
        sense(
            Set("/stages/5/id", json!("ACT")),
            &[
                "stages[5].id DuplicateId { id: \"ACT\" }",
                "items[15].stage UnknownId { id: \"CON\" }",
                "items[16].stage UnknownId { id: \"CON\" }",
            ],
        ),
    ]
}

fn waiting_for_later() -> Vec<Broken> {
    let waits = |item: &str, is: &[&str]| json!({"item": item, "is": is});
    vec![
        sense(Set("/items/3/show_if", waits("q05", &["a"])), &["items[3].show_if.item NotEarlier { id: \"q05\" }"]),
        sense(Set("/items/3/show_if", waits("q04", &["a"])), &["items[3].show_if.item NotEarlier { id: \"q04\" }"]),
        sense(Set("/items/3/show_if", waits("q99", &["a"])), &["items[3].show_if.item UnknownId { id: \"q99\" }"]),
        sense(Set("/items/3/show_if", waits("q01", &["a", "z"])), &["items[3].show_if.is[1] UnknownId { id: \"z\" }"]),
        shape(Set("/items/3/show_if", json!({"item": "q01"})), &["items[3].show_if.is Missing"]),
    ]
}

fn too_few_or_many() -> Vec<Broken> {
    let more = |index: u8| {
        let mut item = pack_file("full", "en")["items"][0].clone();
        item["id"] = json!(format!("x{index}"));
        Set("/items/-", item)
    };
    vec![
        Broken {
            change: (17..101).map(more).collect(),
            faults: &["items TooMany { max: 100, have: 101 }"],
            shape: true,
        },
        shape(
            Set("/items/3/options", json!([{"id": "a", "score": 3, "text": "Yes", "feedback": "Good."}])),
            &["items[3].options TooFew { need: 2, have: 1 }"],
        ),
        shape(Set("/items/3/options", options(9)), &["items[3].options TooMany { max: 8, have: 9 }"]),
        sense(Set("/axes/direction/min_answers", json!(8)), &["axes.direction TooFew { need: 8, have: 7 }"]),
        shape(Set("/flags/0/all", json!([])), &["flags[0].all Empty"]),
    ]
}

fn without_a_blank() -> Vec<Broken> {
    vec![shape(
        Set("/readings/too-few/text", json!("{n} of {m} on {axis}.")),
        &["readings.too-few.text NoBlank { blank: \"{k}\" }"],
    )]
}

fn several_at_once() -> Vec<Broken> {
    vec![Broken {
        change: vec![Set("/items/0/text", json!("")), Remove("/name"), Set("/cut", json!(0))],
        faults: &["name Missing", "cut OutOfRange { min: 1, max: 99, is: 0 }", "items[0].text Empty"],
        shape: true,
    }]
}

/// Wrong in a way that a JSON Schema can tell.
fn shape(change: Change, faults: &'static [&'static str]) -> Broken {
    Broken { change: vec![change], faults, shape: true }
}

/// Wrong in a way that only shows to somebody who knows what the parts mean.
fn sense(change: Change, faults: &'static [&'static str]) -> Broken {
    Broken { change: vec![change], faults, shape: false }
}

fn options(count: u8) -> Value {
    (0..count)
        .map(|index| {
            json!({"id": char::from(b'a' + index).to_string(), "score": index % 4, "text": "Yes", "feedback": "Good."})
        })
        .collect()
}
