//! The plan on paper: a sheet for each of its sections, and the one page.

use super::{Block, Cell, Choice, Field, Frame, Holds, book::Book, check::signature};
use crate::{
    plan::{
        edit::Part,
        field::{Content, Held},
        kind::{self, Kind},
        link::Place,
        outline::{self, Entry, Section},
        plan::Plan,
        record,
        table::Table,
        value::Id,
    },
    takeaway::{
        sheet::{self, sheet},
        voice::{Figures, Voice},
    },
    words::PlanKey,
};

/// The lists whose rows are written side by side.
const TABLES: [Table; 6] =
    [Table::BusinessGoals, Table::WontDo, Table::Actions, Table::People, Table::Kpis, Table::Reviews];
/// A cell that holds more than so many letters would make a narrow column long.
const CELL: usize = 160;
/// A text of no more than so many letters stands beside another.
const SHORT: usize = 60;
/// A long text is parted into pieces of about so many letters, so that it can go on overleaf.
const PIECE: usize = 500;

/// The sheet of a section, with what `plan` has of it.
pub(super) fn section(book: &Book, section: &Section, plan: &Plan, figures: &dyn Figures) -> Vec<Block> {
    let voice = book.voice(plan, figures);
    let mut blocks = title(book, &voice, &section.name, voice.says(&["sections", &section.id, "lead"]));
    let mut fields = Vec::new();
    for entry in &section.entries {
        match entry {
            Entry::Field(field) => fields.push(field.path.as_str()),
            Entry::List { table, name, fields: of } => {
                blocks.extend(laid_out(&voice, None, &std::mem::take(&mut fields), Some(&Part::Cover)));
                blocks.extend(list(&voice, *table, name, of));
            }
        }
    }
    blocks.extend(laid_out(&voice, None, &fields, Some(&Part::Cover)));
    blocks
}

/// Over a sheet that is filled stands whose plan it is; on a blank one there is room to write it.
fn title(book: &Book, voice: &Voice, name: &str, lead: String) -> Vec<Block> {
    let is_blank = is_blank(voice.plan);
    let about = (!is_blank).then(|| voice.title());
    let title = Block::Title { name: name.to_owned(), lead, about };
    [title].into_iter().chain(is_blank.then(|| signature(book))).collect()
}

fn is_blank(plan: &Plan) -> bool {
    *plan == Plan::default()
}

/// Fields one below the other, short ones side by side. `of` is nothing for a row that is not there yet.
fn laid_out(voice: &Voice, table: Option<Table>, paths: &[&str], of: Option<&Part>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut beside: Vec<Field> = Vec::new();
    for path in paths {
        let Some((field, rest)) = field(voice, table, path, of) else { continue };
        if is_short(table, path, &field) {
            beside.push(field);
            if beside.len() == 2 {
                blocks.push(Block::Fields(std::mem::take(&mut beside)));
            }
            continue;
        }
        if !beside.is_empty() {
            blocks.push(Block::Fields(std::mem::take(&mut beside)));
        }
        blocks.push(Block::Field(field));
        blocks.extend(rest.into_iter().map(Block::More));
    }
    if !beside.is_empty() {
        blocks.push(Block::Fields(beside));
    }
    blocks
}

/// A field with what is written in it, and the rest of a long text.
fn field(voice: &Voice, table: Option<Table>, path: &str, of: Option<&Part>) -> Option<(Field, Vec<String>)> {
    let kind = kind::kind(table, path)?;
    let label = voice.label(table, path);
    let prompt = voice.says(&["fields", &kind::full(table, path), "prompt"]);
    let (holds, rest) = match &kind {
        Kind::Word(codes) => (Holds::Choices(choices(voice, table, path, codes, of)), Vec::new()),
        Kind::Flag => (Holds::Box(of.is_some_and(|of| voice.read(of, path).is_some())), Vec::new()),
        _ => match of.and_then(|of| read(voice, of, path)) {
            Some(text) => {
                let mut pieces = pieces(&text).into_iter();
                (Holds::Text(pieces.next().unwrap_or_default()), pieces.collect())
            }
            None => (Holds::Lines(lines(table, &kind)), Vec::new()),
        },
    };
    Some((Field { label, prompt, holds }, rest))
}

/// A list on the cover has its texts below each other.
fn read(voice: &Voice, of: &Part, path: &str) -> Option<String> {
    match of {
        Part::Cover => Some(voice.lines(path).join("\n")).filter(|text| !text.is_empty()),
        Part::Row(_) => voice.read(of, path),
    }
}

/// What can be ticked in place of writing.
fn choices(voice: &Voice, table: Option<Table>, path: &str, codes: &[&str], of: Option<&Part>) -> Vec<Choice> {
    let record = of.and_then(|of| match of {
        Part::Cover => record::at(voice.plan.cover(), path),
        Part::Row(place) => record::at(voice.plan.row(place)?.record(), path),
    });
    let held = record.and_then(Held::content);
    let is = |code: &str| matches!(&held, Some(Content::Text(held)) if held == code);
    let text = |code: &str| voice.says(&["choices", &kind::full(table, path), code]);
    codes.iter().map(|code| Choice { text: text(code), is_ticked: is(code) }).collect()
}

/// The lines to write on: the cover has more room than a row has.
fn lines(table: Option<Table>, kind: &Kind) -> u8 {
    match (kind, table) {
        (Kind::Text | Kind::Lines, None) => 3,
        (Kind::Text, Some(_)) => 2,
        _ => 1,
    }
}

fn is_short(table: Option<Table>, path: &str, field: &Field) -> bool {
    match &field.holds {
        Holds::Lines(lines) => *lines == 1,
        Holds::Text(text) => {
            let is_text = matches!(kind::kind(table, path), Some(Kind::Text | Kind::Lines));
            !is_text && text.chars().count() <= SHORT
        }
        Holds::Choices(_) => false,
        Holds::Box(_) => true,
    }
}

fn list(voice: &Voice, table: Table, name: &str, fields: &[outline::Field]) -> Vec<Block> {
    let paths: Vec<&str> = fields.iter().map(|field| field.path.as_str()).collect();
    let places: Vec<Place> = voice.plan.rows(table).map(|(key, _)| place(table, key)).collect();
    let mut blocks =
        vec![Block::Heading { name: name.to_owned(), note: voice.says(&["tables", table.name(), "empty"]) }];
    let rows = if TABLES.contains(&table) { side_by_side(voice, table, &paths, &places) } else { None };
    blocks.extend(rows.unwrap_or_else(|| one_by_one(voice, table, &paths, &places)));
    blocks
}

fn place(table: Table, key: &Id) -> Place {
    Place { table, key: key.clone() }
}

/// The rows with their fields below each other.
fn one_by_one(voice: &Voice, table: Table, paths: &[&str], places: &[Place]) -> Vec<Block> {
    let count = if places.is_empty() { blank_rows(table) } else { places.len() };
    let one = capitalised(&voice.says(&["tables", table.name(), "one"]));
    let row = |at: usize| {
        let of = places.get(at).cloned().map(Part::Row);
        let name = Block::Subheading(format!("{one} {}", at + 1));
        [name].into_iter().chain(laid_out(voice, Some(table), paths, of.as_ref()))
    };
    (0..count).flat_map(row).collect()
}

/// The rows as a table; nothing where one of them says too much for that.
fn side_by_side(voice: &Voice, table: Table, paths: &[&str], places: &[Place]) -> Option<Vec<Block>> {
    let cell = |path: &str, place: &Place| {
        let text = voice.read(&Part::Row(place.clone()), path);
        match kind::kind(Some(table), path) {
            Some(Kind::Flag) => Cell::Box(text.is_some()),
            _ => text.map_or(Cell::Blank, Cell::Text),
        }
    };
    // What is known only once the work is under way has no column until then.
    let is_later = |path: &str| matches!(kind::kind(Some(table), path), Some(Kind::Flag | Kind::Word(_)));
    let holds = |path: &str| places.iter().any(|place| !matches!(cell(path, place), Cell::Blank | Cell::Box(false)));
    let paths: Vec<&str> = paths.iter().copied().filter(|path| !is_later(path) || holds(path)).collect();
    let share = |path: &str| kind::kind(Some(table), path).map_or(2, |kind| share(&kind));
    let row = |place: &Place| paths.iter().map(|path| (cell(path, place), share(path))).collect::<Vec<_>>();
    let rows: Vec<_> = places.iter().map(row).collect();
    let is_long = |(cell, _): &(Cell, u8)| matches!(cell, Cell::Text(text) if text.chars().count() > CELL);
    if rows.iter().flatten().any(is_long) {
        return None;
    }
    let head = Block::Head(paths.iter().map(|path| (voice.label(Some(table), path), share(path))).collect());
    let blank = if rows.is_empty() { blank_rows(table) } else { 0 };
    let blanks = std::iter::repeat_with(|| paths.iter().map(|path| (Cell::Blank, share(path))).collect()).take(blank);
    Some([head].into_iter().chain(rows.into_iter().chain(blanks).map(Block::Row)).collect())
}

/// How much of a table's width a column gets, beside the others.
fn share(kind: &Kind) -> u8 {
    match kind {
        Kind::Text | Kind::Lines => 6,
        Kind::Line | Kind::Link(_) | Kind::Links(_) | Kind::Readings => 4,
        Kind::Number | Kind::Money | Kind::Days | Kind::Flag => 2,
        _ => 3,
    }
}

/// How many rows there are to write in.
fn blank_rows(table: Table) -> usize {
    match table {
        Table::Actions => 8,
        Table::Kpis | Table::WontDo => 5,
        Table::People | Table::Reviews => 4,
        Table::BusinessGoals => 3,
        _ => 2,
    }
}

/// The plan on one page, to be read; or to be written by hand, where there is none.
pub(super) fn one_page(book: &Book, name: &str, plan: &Plan, figures: &dyn Figures) -> Vec<Block> {
    let voice = book.voice(plan, figures);
    let mut blocks = title(book, &voice, name, String::new());
    let Some(outline) = book.one_page() else { return blocks };
    if is_blank(plan) {
        let frames: Vec<Frame> = outline.sections.iter().map(|section| frame(&voice, section)).collect();
        blocks.extend(frames.chunks(2).map(|pair| Block::Frames(pair.to_vec())));
        return blocks;
    }
    for section in sheet(&voice, outline).sections {
        blocks.push(Block::Heading { name: section.name, note: String::new() });
        blocks.extend(section.blocks.into_iter().flat_map(|block| told(&voice, block)));
    }
    blocks
}

fn told(voice: &Voice, block: sheet::Block) -> Vec<Block> {
    match block {
        sheet::Block::Line(line) => {
            let text = line.texts.join("\n");
            let mut pieces = pieces(&text).into_iter();
            let holds = Holds::Text(pieces.next().unwrap_or_default());
            let field = Block::Field(Field { label: line.label, prompt: String::new(), holds });
            [field].into_iter().chain(pieces.map(Block::More)).collect()
        }
        sheet::Block::List(list) => {
            let point = |row: &Vec<Option<String>>| {
                let (name, rest) = list.told(row);
                let labelled =
                    |(label, value)| voice.fill(PlanKey::PageLabelled, &[("label", label), ("value", value)]);
                let beside = rest.into_iter().map(labelled).collect::<Vec<_>>().join(" · ");
                Block::Point { text: name.to_owned(), beside }
            };
            [Block::Subheading(list.name.clone())].into_iter().chain(list.rows.iter().map(point)).collect()
        }
    }
}

fn frame(voice: &Voice, section: &Section) -> Frame {
    let part = |entry: &Entry| match entry {
        Entry::Field(field) if ["title", "budget.currency"].contains(&&*field.path) => None,
        Entry::Field(field) => {
            let lines = kind::kind(None, &field.path).map_or(1, |kind| lines(None, &kind).min(2));
            Some((voice.label(None, &field.path), lines))
        }
        Entry::List { table, name, .. } => Some((name.clone(), hand_lines(*table))),
    };
    Frame { name: section.name.clone(), parts: section.entries.iter().filter_map(part).collect() }
}

/// The lines that a list has on the page that is written by hand.
fn hand_lines(table: Table) -> u8 {
    match table {
        Table::Actions => 5,
        Table::Tactics => 4,
        Table::Objectives | Table::Strategies | Table::WontDo => 3,
        Table::Reviews => 1,
        _ => 2,
    }
}

/// Parts a text between words, without losing any of it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for line in text.split('\n') {
        let mut piece = String::new();
        for word in line.split_inclusive(' ') {
            if !piece.is_empty() && piece.chars().count() + word.chars().count() > PIECE {
                pieces.push(std::mem::take(&mut piece).trim_end().to_owned());
            }
            piece.push_str(word);
        }
        pieces.push(piece);
    }
    pieces
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
