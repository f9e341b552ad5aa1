//! Reads a pack file: the pack it holds, and everything that is wrong with it.

use super::{
    flag::{Condition, Flag},
    outcome::TOP_SCORE,
    pack::{Axis, Item, ItemOption, Measure, Pack, ReadingText, ShowIf, Stage, StageText, Tie, WordTexts},
    reading::Reading,
};
use crate::document::reader::{Fault, Node, Problem, note_twice, read};
use serde_json::Value;
use std::ops::RangeInclusive;

/// What a pack file calls itself.
pub const FORMAT: &str = "strategy-first/pack";
/// The newest version of the format that is read here.
pub const VERSION: u64 = 1;

/// How long texts may be, in characters, so that a question fits a phone's screen.
pub mod longest {
    pub const NAME: usize = 48;
    /// The end of an axis: two of them stand under the picture side by side.
    pub const END: usize = 22;
    pub const QUESTION: usize = 120;
    pub const HINT: usize = 120;
    pub const OPTION: usize = 64;
    pub const FEEDBACK: usize = 220;
    pub const LEAD: usize = 120;
    pub const PARAGRAPH: usize = 600;
}

/// An axis needs at least so many items, whatever its `min_answers` says: fewer than three say nothing steady
/// (question-bank, "How sure").
const MIN_ITEMS: usize = 3;

/// How many options an item may have.
const OPTIONS: RangeInclusive<usize> = 2..=8;

/// Nobody answers more questions than this; and it bounds the work that a hostile file can cause.
const ITEMS: RangeInclusive<usize> = 1..=100;

/// The same holds for flags.
const FLAGS: RangeInclusive<usize> = 0..=50;

/// There are six stages.
const STAGES: RangeInclusive<usize> = 1..=6;

/// The pack in `file`, and its faults in the order of reading. A pack with faults is for showing to its editor, not for use.
///
/// That it is a pack at all is for [`crate::document::file::expect_format`] to check first.
#[must_use]
pub fn read_pack(file: &Value) -> (Pack, Vec<Fault>) {
    read(file, |top| {
        let pack = pack(top);
        check_references(top, &pack);
        pack
    })
}

fn pack(top: Node) -> Pack {
    let axes = top.field("axes");
    Pack {
        id: top.field("id").id(),
        version: top.field("pack_version").text(longest::NAME),
        lang: top.field("lang").id(),
        name: top.field("name").text(longest::NAME),
        caveat: top.maybe("caveat").map(|node| node.text_or_empty(longest::PARAGRAPH)).unwrap_or_default(),
        minutes: top.field("minutes").small(1..=60),
        intro: top.field("intro").text(longest::PARAGRAPH),
        about: top.field("about").text(longest::PARAGRAPH),
        direction: axis(axes.field("direction")),
        work: axis(axes.field("work")),
        tie: tie(top.field("tie")),
        cut: top.field("cut").small(1..=99),
        band: top.field("band").small(0..=49),
        change_band: top.field("change_band").small(1..=100),
        stage_min_answers: top.maybe("stage_min_answers").map(|node| node.small(1..=99)),
        stages: top.field("stages").list_of(STAGES).into_iter().filter_map(stage_text).collect(),
        words: words(top.field("words"), longest::NAME),
        readings: readings(top.field("readings")),
        tie_texts: words(top.field("tie_texts"), longest::PARAGRAPH),
        items: top.field("items").list_of(ITEMS).into_iter().filter_map(item).collect(),
        flags: top.maybe("flags").map(|node| node.list_of(FLAGS).into_iter().map(flag).collect()).unwrap_or_default(),
        flags_shown: top.maybe("flags_shown").map_or(3, |node| node.small(0..=9)),
    }
}

fn axis(node: Node) -> Axis {
    Axis {
        name: node.field("name").text(longest::NAME),
        question: node.field("question").text(longest::QUESTION),
        low: node.field("low").text(longest::END),
        high: node.field("high").text(longest::END),
        min_answers: node.field("min_answers").small(1..=99),
    }
}

fn tie(node: Node) -> Tie {
    Tie {
        name: node.field("name").text(longest::NAME),
        question: node.field("question").text(longest::QUESTION),
        min_answers: node.field("min_answers").small(1..=99),
    }
}

fn stage(node: Node) -> Option<Stage> {
    node.one_of(&Stage::ALL.map(|stage| (stage.code(), stage)))
}

fn measure(node: Node) -> Option<Measure> {
    node.one_of(&[("direction", Measure::Direction), ("work", Measure::Work), ("tie", Measure::Tie)])
}

fn stage_text(node: Node) -> Option<StageText> {
    let name = node.field("name").text(longest::NAME);
    let question = node.field("question").text(longest::QUESTION);
    Some(StageText { stage: stage(node.field("id"))?, name, question })
}

fn words(node: Node, max: usize) -> WordTexts {
    WordTexts {
        not_yet: node.field("not-yet").text(max),
        partly: node.field("partly").text(max),
        mostly: node.field("mostly").text(max),
    }
}

fn readings(node: Node) -> Vec<(String, ReadingText)> {
    let text = |key: &'static str| {
        let node = node.field(key);
        let has_name = super::reading::Description::ALL.iter().any(|one| one.code() == key);
        let text = node.field("text");
        let reading = ReadingText {
            name: if has_name { node.field("name").text(longest::NAME) } else { String::new() },
            lead: node.field("lead").text(longest::LEAD),
            text: text.text(longest::PARAGRAPH),
        };
        if key == "too-few" {
            for blank in ["n}", "m}", "axis}", "k}"] {
                // Searching for a text within a text would be 2 kB more to download.
                let is_there = reading.text.split('{').skip(1).any(|behind| behind.starts_with(blank));
                if !reading.text.is_empty() && !is_there {
                    text.fault(Problem::NoBlank { blank: format!("{{{blank}") });
                }
            }
        }
        (key.to_owned(), reading)
    };
    Reading::keys().into_iter().map(text).collect()
}

fn item(node: Node) -> Option<Item> {
    let options = node.field("options").list_of(OPTIONS);
    let stage = stage(node.field("stage"));
    let measure = measure(node.field("measures"));
    let item = Item {
        id: node.field("id").id(),
        stage: stage?,
        measure: measure?,
        text: node.field("text").text(longest::QUESTION),
        hint: node.maybe("hint").map(|hint| hint.text_or_empty(longest::HINT)).unwrap_or_default(),
        options: options.into_iter().map(item_option).collect(),
        sources: sources(node),
        rule: node.maybe("rule").map(Node::id).unwrap_or_default(),
        opens: node.maybe("opens").map(Node::id).unwrap_or_default(),
        show_if: node
            .maybe("show_if")
            .map(|condition| ShowIf { item: condition.field("item").id(), is: ids(condition.field("is")) }),
    };
    Some(item)
}

fn item_option(node: Node) -> ItemOption {
    ItemOption {
        id: node.field("id").id(),
        score: node.field("score").small(0..=TOP_SCORE),
        text: node.field("text").text(longest::OPTION),
        feedback: node.field("feedback").text(longest::FEEDBACK),
    }
}

fn flag(node: Node) -> Flag {
    let conditions = |name: &'static str| -> Vec<Condition> {
        let list = node.maybe(name).map(Node::list).unwrap_or_default();
        list.into_iter().filter_map(condition).collect()
    };
    let flag = Flag {
        id: node.field("id").id(),
        name: node.field("name").text(longest::NAME),
        text: node.field("text").text(longest::FEEDBACK),
        all: conditions("all"),
        any: conditions("any"),
        sources: sources(node),
        rule: node.maybe("rule").map(Node::id).unwrap_or_default(),
    };
    if flag.all.is_empty() && flag.any.is_empty() {
        node.field("all").fault(Problem::Empty);
    }
    flag
}

fn condition(node: Node) -> Option<Condition> {
    let limits = |highest: u8| {
        let limit = |name: &'static str, absent: u8| node.maybe(name).map_or(absent, |node| node.small(0..=highest));
        (limit("min", 0), limit("max", highest))
    };
    if let Some(axis) = node.maybe("axis") {
        let (min, max) = limits(100);
        let is_direction = axis.one_of(&[("direction", true), ("work", false)])?;
        return Some(if is_direction { Condition::Direction { min, max } } else { Condition::Work { min, max } });
    }
    let item = node.field("item").id();
    if let Some(is) = node.maybe("is") {
        let is = ids(is);
        return Some(Condition::Chosen { item, is });
    }
    let (min, max) = limits(TOP_SCORE);
    Some(Condition::Score { item, min, max })
}

fn ids(list: Node) -> Vec<String> {
    list.list().into_iter().map(Node::id).collect()
}

fn sources(node: Node) -> Vec<String> {
    let list = node.maybe("sources").map(Node::list).unwrap_or_default();
    list.iter().map(|source| source.text(longest::QUESTION)).collect()
}

/// The ids of each item's options. Of all items in the file, also of those with a fault of their own, so that nothing that
/// refers to such an item is called a fault too.
type Options = Vec<(String, Vec<String>)>;

/// What only shows once the whole pack is read: ids twice, ids that lead nowhere, too few items.
fn check_references(top: Node, pack: &Pack) {
    let items = top.field("items").list_of(ITEMS);
    note_twice(&items);
    let mut known = Options::new();
    for node in &items {
        let options = node.field("options").list_of(OPTIONS);
        note_twice(&options);
        let ids = options.iter().map(|option| option.field("id").id());
        known.push((node.field("id").id(), ids.collect()));
    }
    let mut earlier: Vec<String> = Vec::new();
    for node in &items {
        if let Some(condition) = node.maybe("show_if") {
            let on = condition.field("item");
            let id = on.id();
            if known.iter().any(|(item, _)| *item == id) && !earlier.contains(&id) {
                on.fault(Problem::NotEarlier { id });
            } else {
                check_item_condition(&known, condition);
            }
        }
        earlier.push(node.field("id").id());
    }
    let flags = top.maybe("flags").map(|node| node.list_of(FLAGS)).unwrap_or_default();
    note_twice(&flags);
    for condition in flags.iter().flat_map(|flag| {
        let list = |name: &'static str| flag.maybe(name).map(Node::list).unwrap_or_default();
        [list("all"), list("any")].concat()
    }) {
        if condition.maybe("item").is_some() {
            check_item_condition(&known, condition);
        }
    }
    let stages = top.field("stages").list_of(STAGES);
    note_twice(&stages);
    check_stages(&items, pack);
    check_counts(top, &items, pack);
}

fn check_stages(items: &[Node], pack: &Pack) {
    for node in items {
        let id = node.field("stage");
        let unnamed = |stage: &Stage| !pack.stages.iter().any(|text| text.stage == *stage);
        if let Some(stage) = stage(id).filter(unnamed) {
            id.fault(Problem::UnknownId { id: stage.code().to_owned() });
        }
    }
}

fn check_counts(top: Node, items: &[Node], pack: &Pack) {
    let axes = top.field("axes");
    let counts = [
        (axes.field("direction"), Measure::Direction, pack.direction.min_answers),
        (axes.field("work"), Measure::Work, pack.work.min_answers),
    ];
    for (node, counted, min_answers) in counts {
        let measures = items.iter().map(|item| measure(item.field("measures")));
        let have = measures.filter(|is| *is == Some(counted)).count();
        let need = MIN_ITEMS.max(min_answers.into());
        if have < need {
            node.fault(Problem::TooFew { need, have });
        }
    }
}

/// `item` must be there, and so must the options that `is` lists.
fn check_item_condition(known: &Options, condition: Node) {
    let node = condition.field("item");
    let id = node.id();
    let Some((_, options)) = known.iter().find(|(item, _)| *item == id) else {
        if !id.is_empty() {
            node.fault(Problem::UnknownId { id });
        }
        return;
    };
    for option in condition.maybe("is").map(Node::list).unwrap_or_default() {
        let id = option.id();
        if !options.contains(&id) {
            option.fault(Problem::UnknownId { id });
        }
    }
}
