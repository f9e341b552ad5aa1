//! A plan in the order of an outline, as a tree of what is to be read: the printed page, Markdown and the Word file are all
//! drawn from it, so that none of them says less than the others.

use super::voice::Voice;
use crate::{
    desk::FIRST_OUTLINE,
    plan::{
        edit::Part,
        kind,
        link::Place,
        outline::{Entry, Field, Outline},
        table::Table,
        value::Id,
    },
    words::PlanKey,
};

/// All there is to read; what is empty is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    pub sections: Vec<Section>,
    /// Whose idea the order is, where that has to be said.
    pub credit: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// With its number, if it has one.
    pub name: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Line(Line),
    List(List),
}

/// A field of the cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    /// One text, or the lines of a field that holds several.
    pub texts: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub name: String,
    /// Whether its rows are short and alike, so that they are best compared side by side.
    pub is_table: bool,
    /// The labels of its fields, the one that rows are called by first. There is something below each.
    pub heads: Vec<String>,
    /// As many cells each as there are heads; the first of them always holds something.
    pub rows: Vec<Vec<Option<String>>>,
}

/// The lists whose rows are short: who, when, how much.
const TABLES: [Table; 4] = [Table::Actions, Table::People, Table::Kpis, Table::Reviews];

/// The plan as it is read in this order.
#[must_use]
pub fn sheet(voice: &Voice, outline: &Outline) -> Sheet {
    let sections = outline.sections.iter().filter_map(|section| {
        let blocks: Vec<Block> = section.entries.iter().filter_map(|part| block(voice, part)).collect();
        let name = section.number.map_or_else(|| section.name.clone(), |number| format!("{number}. {}", section.name));
        (!blocks.is_empty()).then_some(Section { name, blocks })
    });
    let credit = (outline.id == FIRST_OUTLINE).then(|| voice.t(PlanKey::DocumentCredit).to_owned());
    Sheet { title: voice.title(), sections: sections.collect(), credit }
}

fn block(voice: &Voice, entry: &Entry) -> Option<Block> {
    match entry {
        // The title stands above everything.
        Entry::Field(field) if field.path == "title" => None,
        Entry::Field(field) => {
            let texts = voice.lines(&field.path);
            (!texts.is_empty()).then(|| Block::Line(Line { label: voice.label(None, &field.path), texts }))
        }
        Entry::List { table, name, fields } => list(voice, *table, name, fields).map(Block::List),
    }
}

fn list(voice: &Voice, table: Table, name: &str, fields: &[Field]) -> Option<List> {
    let called_by = kind::name_path(table);
    let fields: Vec<&str> = fields.iter().map(|field| field.path.as_str()).filter(|path| *path != called_by).collect();
    let cells = |key: &Id| {
        let place = Place { table, key: key.clone() };
        let name = voice.name(&place);
        let of = Part::Row(place);
        let rest = fields.iter().map(|path| voice.read(&of, path));
        [Some(name)].into_iter().chain(rest).collect()
    };
    let mut rows: Vec<Vec<Option<String>>> = voice.plan.rows(table).map(|(key, _)| cells(key)).collect();
    let labels = [called_by].into_iter().chain(fields.iter().copied()).map(|path| voice.label(Some(table), path));
    let mut heads: Vec<String> = labels.collect();
    for at in (0..heads.len()).rev() {
        if rows.iter().all(|row| row[at].is_none()) {
            heads.remove(at);
            for row in &mut rows {
                row.remove(at);
            }
        }
    }
    let list = List { name: name.to_owned(), is_table: TABLES.contains(&table), heads, rows };
    (!list.rows.is_empty()).then_some(list)
}

impl List {
    /// What a row is called, and what else stands in it, each with its label.
    #[must_use]
    pub fn told<'a>(&'a self, row: &'a [Option<String>]) -> (&'a str, Vec<(&'a str, &'a str)>) {
        let name = row.first().and_then(Option::as_deref).unwrap_or_default();
        let rest = self.heads.iter().zip(row).skip(1);
        (name, rest.filter_map(|(head, cell)| Some((head.as_str(), cell.as_deref()?))).collect())
    }
}
