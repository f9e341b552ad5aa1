//! The plan on paper: a sheet for each of its sections, and the one page.

use super::{Block, Cell, Choice, Field, Holds, book::Book, check::signature};
use crate::{
    plan::{
        edit::Part,
        kind::{self, Kind},
        link::Place,
        outline::{self, Entry, Section},
        plan::Plan,
        table::Table,
        value::Id,
    },
    takeaway::voice::{Figures, Voice},
};

/// The lists whose rows are written side by side.
const TABLES: [Table; 6] =
    [Table::BusinessGoals, Table::WontDo, Table::Actions, Table::People, Table::Kpis, Table::Reviews];
/// A cell that holds more than so many letters would make a narrow column long.
const CELL: usize = 160;
/// With more columns than this, each is a narrow one.
const MANY: usize = 6;
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
pub(super) fn title(book: &Book, voice: &Voice, name: &str, lead: String) -> Vec<Block> {
    let is_blank = is_blank(voice.plan);
    let about = (!is_blank).then(|| voice.title());
    let title = Block::Title { name: name.to_owned(), lead, about };
    [title].into_iter().chain(is_blank.then(|| signature(book))).collect()
}

pub(super) fn is_blank(plan: &Plan) -> bool {
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
        blocks.extend(row_of(std::mem::take(&mut beside)));
        blocks.push(Block::Field(field));
        blocks.extend(rest.into_iter().map(Block::More));
    }
    blocks.extend(row_of(beside));
    blocks
}

/// Fields side by side; one that was written in and is left alone has the whole width.
fn row_of(mut fields: Vec<Field>) -> Option<Block> {
    match fields.as_slice() {
        [] => None,
        [Field { holds: Holds::Text(_), .. }] => fields.pop().map(Block::Field),
        _ => Some(Block::Fields(fields)),
    }
}

/// A field with what is written in it, and the rest of a long text.
fn field(voice: &Voice, table: Option<Table>, path: &str, of: Option<&Part>) -> Option<(Field, Vec<String>)> {
    let kind = kind::kind(table, path)?;
    let label = voice.label(table, path);
    let prompt = voice.says(&["fields", &kind::full(table, path), "prompt"]);
    let (holds, rest) = match &kind {
        Kind::Word(codes) => match of.and_then(|of| voice.read(of, path)) {
            Some(chosen) => (Holds::Text(chosen), Vec::new()),
            None => (Holds::Choices(choices(voice, table, path, codes)), Vec::new()),
        },
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
fn choices(voice: &Voice, table: Option<Table>, path: &str, codes: &[&str]) -> Vec<Choice> {
    let text = |code: &str| voice.says(&["choices", &kind::full(table, path), code]);
    codes.iter().map(|code| Choice { text: text(code), is_ticked: false }).collect()
}

/// The lines to write on: the cover has more room than a row has.
pub(super) fn lines(table: Option<Table>, kind: &Kind) -> u8 {
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
    // What is known only once the work is under way is not asked of a row that is not there yet.
    let is_early = |path: &&str| kind::kind(Some(table), path) != Some(Kind::Readings);
    let row = |at: usize| {
        let of = places.get(at).cloned().map(Part::Row);
        let paths: Vec<&str> = paths.iter().copied().filter(|path| of.is_some() || is_early(path)).collect();
        let mut blocks = laid_out(voice, Some(table), &paths, of.as_ref());
        let name = format!("{one} {}", at + 1);
        let is_named = paths.first() == Some(&kind::name_path(table));
        // The field that the row is called by needs no other label.
        match blocks.first_mut() {
            Some(Block::Field(field)) if is_named => field.label.clear(),
            Some(Block::Fields(fields)) if is_named && !fields.is_empty() => fields[0].label.clear(),
            _ => {}
        }
        blocks.insert(0, Block::Subheading(name));
        joined(blocks)
    };
    (0..count).flat_map(row).collect()
}

/// The blocks as one, where a leaf has room for that.
fn joined(mut blocks: Vec<Block>) -> Vec<Block> {
    let last = blocks.pop();
    blocks.into_iter().map(|block| Block::Joined(Box::new(block))).chain(last).collect()
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
    // What is known only once the work is under way has no column until then; and where there are many, boxes have none.
    let has_column = |path: &str| match kind::kind(Some(table), path) {
        Some(Kind::Flag) if paths.len() > MANY => false,
        Some(Kind::Flag | Kind::Word(_)) => {
            places.iter().any(|place| !matches!(cell(path, place), Cell::Blank | Cell::Box(false)))
        }
        _ => true,
    };
    let paths: Vec<&str> = paths.iter().copied().filter(|path| has_column(path)).collect();
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
        Table::BusinessGoals | Table::Objectives => 3,
        _ => 2,
    }
}

/// Parts a long text between lines or words, without losing any of it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for word in text.split_inclusive([' ', '\n']) {
        let more = word.chars().count();
        if length > 0 && length + more > PIECE {
            pieces.push(String::new());
            length = 0;
        }
        length += more;
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(word);
        }
    }
    pieces.iter().map(|piece| piece.trim_end().to_owned()).collect()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
