//! What stands on worksheets: every question, every statement, all of a plan; and how it is shared out over paper.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;
mod takeaway_common;

use common::{LANGUAGES, drill_file, given, json_file, pack_file};
use plan_common::plan_with;
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::{
    document::result::TakenCheck,
    plan::{edit::Part, link::Place, outline::joined, record::paths, table::Table},
    quiz::drill::{Key, Run},
    takeaway::voice::Voice,
    worksheet::{
        Block, Cell, Choice, Field, Filling, Frame, Holds, Kind, Ruled,
        book::Book,
        kinds,
        leaves::{Measured, leaves},
    },
};
use takeaway_common::{Plainly, everywhere, example};

/// The book as a browser reads it.
fn book(lang: &str) -> Book {
    let listed = |path: &str| {
        let words = json_file(path);
        let mut texts: Vec<_> = words.as_object().unwrap().iter().collect();
        texts.sort_by_key(|(key, _)| *key);
        texts.into_iter().map(|(_, text)| text.clone()).collect::<Value>()
    };
    let outlines = joined(&json_file("content/outlines.json"), &json_file(&format!("content/{lang}/outlines.json")));
    let files = [
        pack_file("quick", lang),
        pack_file("full", lang),
        drill_file(lang),
        outlines,
        json_file(&format!("content/{lang}/plan.json")),
        listed(&format!("locales/plan/{lang}.json")),
        listed(&format!("locales/worksheets/{lang}.json")),
    ];
    let texts: Vec<_> = files.iter().map(|file| Some(file.to_string())).collect();
    assert_eq!(texts.len(), Book::paths(lang).len());
    Book::read(lang, &texts).unwrap()
}

fn blocks(book: &Book, kind: Kind, filling: &Filling) -> Vec<Block> {
    kind.sheet(book, filling, &Plainly).blocks
}

/// All that was written by hand or ticked, and every question and label, in order.
fn told(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(texts).collect()
}

fn texts(block: &Block) -> Vec<String> {
    let choice = |choice: &Choice| format!("{}{}", if choice.is_ticked { "[x] " } else { "[ ] " }, choice.text);
    let field = |field: &Field| match &field.holds {
        Holds::Text(text) => vec![field.label.clone(), text.clone()],
        Holds::Choices(choices) => [field.label.clone()].into_iter().chain(choices.iter().map(choice)).collect(),
        Holds::Lines(_) | Holds::Box(_) => vec![field.label.clone()],
    };
    let cell = |(cell, _): &(Cell, u8)| match cell {
        Cell::Text(text) => vec![text.clone()],
        Cell::Blank | Cell::Box(_) => vec![],
    };
    let frame = |frame: &Frame| {
        let points = frame.parts.iter().filter_map(|part| match &part.holds {
            Ruled::Points(points) => Some(points),
            Ruled::Lines(_) => None,
        });
        let points = points.flatten().flat_map(|(text, beside)| [text.clone(), beside.clone()]);
        [frame.name.clone()].into_iter().chain(points).collect::<Vec<_>>()
    };
    match block {
        Block::Title { name, lead, about } => [name, lead].into_iter().cloned().chain(about.iter().cloned()).collect(),
        Block::Signature(labels) => labels.clone(),
        Block::Heading { name, note } => vec![name.clone(), note.clone()],
        Block::Subheading(text) | Block::Note(text) | Block::More(text) => vec![text.clone()],
        Block::Question(question) => {
            [question.text.clone()].into_iter().chain(question.choices.iter().map(choice)).collect()
        }
        Block::Field(one) => field(one),
        Block::Fields(several) => several.iter().flat_map(field).collect(),
        Block::Head(heads) => heads.iter().map(|(head, _)| head.clone()).collect(),
        Block::Row(cells) => cells.iter().flat_map(cell).collect(),
        Block::Answer { number, text, key, why } => vec![format!("{number} {key}"), text.clone(), why.clone()],
        Block::Frames(frames) | Block::Columns(frames) => frames.iter().flat_map(frame).collect(),
        Block::Joined(joined) => texts(joined),
    }
}

#[test]
fn there_is_a_sheet_for_each_part_of_the_course() {
    for lang in LANGUAGES {
        let book = book(lang);
        let names: Vec<String> = kinds(&book).into_iter().map(|kind| kind.name(&book)).collect();
        assert_eq!(names.len(), 12, "{names:?}");
        for kind in kinds(&book) {
            let sheet = kind.sheet(&book, &Filling::default(), &Plainly);
            assert!(sheet.blocks.len() > 2 && !sheet.name.is_empty(), "{lang}: {kind:?}");
            let said = told(&sheet.blocks);
            assert!(!said.iter().any(|text| text.contains("[x]")), "{lang}: {kind:?} is blank");
            // Of each plain list there is something to write on.
            let has_lines = format!("{:?}", sheet.blocks).contains("Lines(");
            let is_ticked = matches!(kind, Kind::Quick | Kind::Full | Kind::Drill | Kind::Answers);
            assert!(has_lines || is_ticked || said.len() > 5, "{lang}: {kind:?}");
        }
    }
}

#[test]
fn the_check_has_every_question_and_ticks_what_was_answered() {
    for lang in LANGUAGES {
        let book = book(lang);
        for (kind, pack) in [(Kind::Quick, &book.quick), (Kind::Full, &book.full)] {
            let answers = given(pack, "direction=5/3");
            let mut ticked: Vec<String> = answers
                .iter()
                .map(|(item, option)| format!("[x] {}", pack.item(item).unwrap().option(option).unwrap().text))
                .collect();
            let taken = TakenCheck { taken_at: "2026-11-22".to_owned(), answers, ..TakenCheck::default() };
            let said = told(&blocks(&book, kind, &Filling { taken: Some(taken), ..Filling::default() }));
            for item in &pack.items {
                assert_eq!(said.iter().filter(|text| **text == item.text).count(), 1, "{}", item.text);
            }
            let options = said.iter().filter(|text| text.starts_with('[')).count();
            assert_eq!(options, pack.items.iter().map(|item| item.options.len()).sum::<usize>());
            let mut found: Vec<_> = said.iter().filter(|text| text.starts_with("[x]")).cloned().collect();
            found.sort();
            ticked.sort();
            assert_eq!(found, ticked);
            assert!(said.iter().any(|text| text.contains("2026-11-22")), "{said:?}");
        }
    }
}

#[test]
fn the_drill_and_its_answers_come_in_the_same_order() {
    let book = book("en");
    let run = Run { sorted: vec![("D01".to_owned(), Key::Strategy)], ..Run::new(7) };
    let filling = Filling { run: Some(run), seed: 7, ..Filling::default() };
    let order: Vec<&str> = book.drill.in_order(7).into_iter().map(|statement| statement.text.as_str()).collect();
    let questions = blocks(&book, Kind::Drill, &filling);
    let asked: Vec<_> = questions
        .iter()
        .filter_map(|block| match block {
            Block::Question(question) => Some(question),
            _ => None,
        })
        .collect();
    assert_eq!(asked.iter().map(|question| question.text.as_str()).collect::<Vec<_>>(), order);
    let ticked: Vec<_> = asked.iter().filter(|question| question.choices.iter().any(|one| one.is_ticked)).collect();
    assert_eq!(ticked.len(), 1);
    assert_eq!(ticked[0].text, book.drill.statements.iter().find(|one| one.id == "D01").unwrap().text);
    let answers = blocks(&book, Kind::Answers, &filling);
    let answered: Vec<_> = answers
        .iter()
        .filter_map(|block| match block {
            Block::Answer { number, text, .. } => Some((*number, text.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(answered, (1..).zip(order).collect::<Vec<_>>());
}

/// What a plan says in its fields, but for boxes.
fn written(voice: &Voice) -> Vec<String> {
    let mut all = Vec::new();
    let outline = paths(voice.plan.cover());
    all.extend(outline.iter().filter(|path| shown(path)).flat_map(|path| voice.lines(path)));
    for table in Table::ALL.iter().filter(|table| **table != Table::Dismissed) {
        for (key, row) in voice.plan.rows(*table) {
            let of = Part::Row(Place { table: *table, key: key.clone() });
            let paths = paths(row.record());
            all.extend(paths.iter().filter(|path| shown(path)).filter_map(|path| voice.read(&of, path)));
        }
    }
    all.into_iter().filter(|text| text != "✓").collect()
}

/// What no outline shows is on no sheet.
fn shown(path: &str) -> bool {
    !["id", "entity", "created", "updated", "legacy", "note", "goal_id"].contains(&path)
}

/// Letters alone, as they stand on the sheets one behind the other.
fn letters(texts: &[String]) -> String {
    texts.concat().split_whitespace().collect()
}

#[test]
fn all_of_a_plan_is_on_its_sheets() {
    for lang in LANGUAGES {
        let book = book(lang);
        let sections: Vec<Kind> = kinds(&book).into_iter().filter(|kind| matches!(kind, Kind::Section(_))).collect();
        let long = "word by word, ".repeat(100);
        for plan in [example(lang), everywhere(example(lang), &long)] {
            let filling = Filling { plan, ..Filling::default() };
            let whole: Vec<Block> = sections.iter().flat_map(|kind| blocks(&book, *kind, &filling)).collect();
            let said = letters(&told(&whole));
            let voice = book.voice(&filling.plan, &Plainly);
            let texts = written(&voice);
            assert!(texts.len() > 100, "{}", texts.len());
            let missing: Vec<&String> =
                texts.iter().filter(|text| !said.contains(&letters(&[(*text).clone()]))).collect();
            assert!(missing.is_empty(), "{lang}: {missing:?}");
        }
    }
}

#[test]
fn a_row_that_says_much_is_no_row_of_a_table() {
    let book = book("en");
    let control = Kind::Section(6);
    let check = |name: String, expected: bool| {
        let plan = plan_with(json!({"kpis": [{"id": "k", "name": name}, {"id": "l", "name": "Short"}]}));
        let found = blocks(&book, control, &Filling { plan, ..Filling::default() });
        let is_table = found.iter().any(|block| matches!(block, Block::Row(cells) if cells[0].0 != Cell::Blank));
        assert_eq!(is_table, expected);
    };
    check("Bookings".to_owned(), true);
    check("Bookings and ".repeat(30), false);
}

#[test]
fn the_one_page_is_blank_or_says_what_is_to_come() {
    let book = book("en");
    let blank = blocks(&book, Kind::OnePage, &Filling::default());
    assert_eq!(blank.iter().filter(|block| matches!(block, Block::Frames(_))).count(), 4);
    let plan = plan_with(json!({
        "title": "Ours",
        "tactics": [{"id": "a", "text": "A newsletter", "status": "active"}, {"id": "b", "text": "A fair", "status": "dropped"}],
        "actions": [{"id": "c", "text": "Write it", "status": "todo", "owner": "Ann"}, {"id": "d", "text": "Name it", "status": "done"}],
    }));
    let said = told(&blocks(&book, Kind::OnePage, &Filling { plan, ..Filling::default() }));
    for (text, expected) in [
        ("Ours", true),
        ("A newsletter", true),
        ("A fair", false),
        ("Write it", true),
        ("Ann", true),
        ("Name it", false),
    ] {
        assert_eq!(said.iter().any(|told| told == text), expected, "{text}: {said:?}");
    }
}

/// Blocks in short: `H` leads on, `T` is the head of a table, `R` a row of it, `B` is anything else; each with its height.
fn measured(short: &str) -> Vec<Measured> {
    let block = |word: &str| {
        let (kind, height) = word.split_at(1);
        Measured { height: height.parse().unwrap(), leads_on: "HT".contains(kind), is_row: kind == "R" }
    };
    short.split_whitespace().map(block).collect()
}

#[test]
fn blocks_are_shared_out() {
    let check = |short: &str, expected: &[&[usize]]| assert_eq!(leaves(&measured(short), 100.0), expected, "{short}");
    check("", &[]);
    check("B40 B40 B40", &[&[0, 1], &[2]]);
    check("B40 B60 B1", &[&[0, 1], &[2]]);
    // A heading goes with what follows.
    check("B80 H10 B20", &[&[0], &[1, 2]]);
    check("B80 H10 H10 B10", &[&[0], &[1, 2, 3]]);
    // A table has its head again.
    check("T10 R40 R40 R40", &[&[0, 1, 2], &[0, 3]]);
    check("B60 T10 R40 R40", &[&[0], &[1, 2, 3]]);
    // What is too high for any leaf has one of its own, and its heading before it.
    check("B10 B120 B10", &[&[0], &[1], &[2]]);
    check("B10 H10 B120 B10", &[&[0, 1], &[2], &[3]]);
    check("H10", &[&[0]]);
}

proptest! {
    #[test]
    fn nothing_is_left_out_and_nothing_is_too_high(kinds in prop::collection::vec((0..4_usize, 1..60_u8), 0..60)) {
        let block = |(kind, height): &(usize, u8)| format!("{}{height} ", ["H", "T", "R", "B"][*kind]);
        let blocks = measured(&kinds.iter().map(block).collect::<String>());
        let shared = leaves(&blocks, 100.0);
        let mut once: Vec<usize> = Vec::new();
        for leaf in &shared {
            let again = usize::from(once.contains(&leaf[0]));
            once.extend(&leaf[again..]);
            let height: f64 = leaf.iter().map(|at| blocks[*at].height).sum();
            prop_assert!(height <= 160.0, "{leaf:?}");
        }
        prop_assert_eq!(once, (0..blocks.len()).collect::<Vec<_>>());
    }
}

#[test]
fn a_book_of_another_build_is_none() {
    let mut texts: Vec<Option<String>> = vec![Some("{}".to_owned()); 7];
    assert!(Book::read("en", &texts).is_none());
    texts[0] = None;
    assert!(Book::read("en", &texts).is_none());
}
