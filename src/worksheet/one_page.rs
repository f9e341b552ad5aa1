//! The one page: to be written by hand, or with a plan's main lines.

use super::{
    Block, Frame, FramePart, Ruled,
    book::Book,
    plan::{is_blank, lines, title},
};
use crate::{
    plan::{
        edit::Part,
        kind,
        link::Place,
        model::{Action, Tactic},
        outline::{Entry, Section},
        plan::Plan,
        table::{IsRow, Row, Table},
    },
    takeaway::voice::{Figures, Voice},
};

/// About as many letters as a page has room for.
const PAGE: usize = 4000;

/// By hand in rows of two frames; what is written takes as much room as it needs.
pub(super) fn blocks(book: &Book, name: &str, plan: &Plan, figures: &dyn Figures) -> Vec<Block> {
    let voice = book.voice(plan, figures);
    let mut blocks = title(book, &voice, name, String::new());
    let sections = book.one_page().map(|outline| outline.sections.as_slice()).unwrap_or_default();
    let frames: Vec<Frame> = sections.iter().map(|section| frame(&voice, section)).collect();
    if is_blank(plan) {
        blocks.extend(frames.chunks(2).map(|pair| Block::Frames(evened(pair.to_vec()))));
    } else {
        // What is too long for one page goes on overleaf between two of its parts.
        let most = if frames.iter().map(letters).sum::<usize>() > PAGE { 2 } else { frames.len().max(1) };
        blocks.extend(frames.chunks(most).map(|frames| Block::Columns(frames.to_vec())));
    }
    blocks
}

fn frame(voice: &Voice, section: &Section) -> Frame {
    let parts = section.entries.iter().filter_map(|entry| part(voice, entry)).map(|part| FramePart {
        // Under a heading that says the same.
        label: Some(part.label).filter(|label| *label != section.name).unwrap_or_default(),
        holds: part.holds,
    });
    Frame { name: section.name.clone(), parts: parts.collect() }
}

/// A field or a list; of a plan that is there, only what it says.
fn part(voice: &Voice, entry: &Entry) -> Option<FramePart> {
    let is_blank = is_blank(voice.plan);
    match entry {
        Entry::Field(field) if ["title", "budget.currency"].contains(&&*field.path) => None,
        Entry::Field(field) => {
            let label = voice.label(None, &field.path);
            let lines = || Ruled::Lines(kind::kind(None, &field.path).map_or(1, |kind| lines(None, &kind).min(2)));
            let points: Vec<_> = voice.lines(&field.path).into_iter().map(|text| (text, String::new())).collect();
            let holds = if is_blank { lines() } else { Ruled::Points(points) };
            Some(FramePart { label, holds })
        }
        Entry::List { table, name, .. } if is_blank => {
            Some(FramePart { label: name.clone(), holds: Ruled::Lines(lines_for(*table)) })
        }
        Entry::List { table, name, .. } => {
            let rows = voice.plan.rows(*table).filter(|(_, row)| is_current(row));
            let points = rows.map(|(key, _)| point(voice, Place { table: *table, key: key.clone() })).collect();
            Some(FramePart { label: name.clone(), holds: Ruled::Points(points) })
        }
    }
    .filter(|part| !matches!(&part.holds, Ruled::Points(points) if points.is_empty()))
}

/// What a row is called, and the few things that are worth knowing beside.
fn point(voice: &Voice, place: Place) -> (String, String) {
    let beside: &[&str] = match place.table {
        Table::Objectives => &["baseline", "target", "due", "owner"],
        Table::Strategies => &["audience_id"],
        Table::Tactics => &["channel"],
        Table::Actions => &["owner", "end"],
        Table::People => &["hours_per_week"],
        Table::Kpis => &["target"],
        Table::Reviews => &["owner"],
        _ => &[],
    };
    let name = voice.name(&place);
    let table = place.table;
    let of = Part::Row(place);
    let told = |path: &str| {
        let text = voice.read(&of, path)?;
        Some(match path {
            // Of a bare figure nobody knows what it is.
            "baseline" | "target" | "hours_per_week" => format!("{} {text}", voice.label(Some(table), path)),
            _ => text,
        })
    };
    let told = beside.iter().filter_map(|path| told(path));
    (name, told.collect::<Vec<_>>().join(" · "))
}

/// Whether a row is about what is still to come.
fn is_current(row: &Row) -> bool {
    Action::of(row).is_none_or(Action::is_open) && Tactic::of(row).is_none_or(Tactic::is_active)
}

/// Frames side by side have as many lines as the one that has most.
fn evened(mut frames: Vec<Frame>) -> Vec<Frame> {
    let most = frames.iter().map(height).max().unwrap_or_default();
    for frame in &mut frames {
        let lacks = most.saturating_sub(height(frame));
        if let Some(FramePart { holds: Ruled::Lines(lines), .. }) = frame.parts.last_mut() {
            *lines = lines.saturating_add(lacks);
        }
    }
    frames
}

/// As many letters as are written in a frame.
fn letters(frame: &Frame) -> usize {
    let length = |(text, beside): &(String, String)| text.chars().count() + beside.chars().count();
    let part = |part: &FramePart| match &part.holds {
        Ruled::Points(points) => points.iter().map(length).sum(),
        Ruled::Lines(_) => 0,
    };
    frame.parts.iter().map(part).sum()
}

/// In lines, labels too.
fn height(frame: &Frame) -> u8 {
    let part = |part: &FramePart| match part.holds {
        Ruled::Lines(lines) => lines + u8::from(!part.label.is_empty()),
        Ruled::Points(_) => 0,
    };
    frame.parts.iter().map(part).sum()
}

/// The lines that a list has on the page that is written by hand.
fn lines_for(table: Table) -> u8 {
    match table {
        Table::Actions => 5,
        Table::Tactics => 4,
        Table::Objectives | Table::Strategies | Table::WontDo => 3,
        Table::Reviews => 1,
        _ => 2,
    }
}
