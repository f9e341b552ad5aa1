//! What was taken, what was refused and why.

use super::{desk::Desk, part::fold, texts::Texts};
use crate::{
    browser::element::{El, el},
    course::intake::{Came, Note, Why},
    pages::common::{div, p, span},
    words::TrainerKey,
};

/// So many are told without being asked.
const TOLD: usize = 12;

pub fn view(desk: &Desk) -> Vec<El> {
    let (Some(came), Some(texts)) = (desk.came(), desk.texts()) else { return Vec::new() };
    let (refused, others): (Vec<&Note>, Vec<&Note>) = came.notes.iter().partition(|note| note.why.is_refused());
    let mut parts = vec![p("sf-came", &summary(desk, &came))];
    if !refused.is_empty() {
        let (told, more) = refused.split_at(refused.len().min(TOLD));
        parts.push(p("sf-settle sf-came-title", &desk.t(TrainerKey::CameRefusedTitle)));
        parts.push(list(desk, &texts, told));
        if !more.is_empty() {
            parts.push(fold(&desk.count(TrainerKey::CameMore, more.len()), [list(desk, &texts, more)]));
        }
    }
    if !others.is_empty() {
        parts.push(fold(&desk.t(TrainerKey::CameOthersTitle), [list(desk, &texts, &others)]));
    }
    vec![div("sf-came-box").children(parts)]
}

/// All of it in a line or two.
pub fn summary(desk: &Desk, came: &Came) -> String {
    let counted = [
        (TrainerKey::CameReplaced, came.count(&Why::Replaced)),
        (TrainerKey::CameSkipped, came.count(&Why::Skipped)),
        (TrainerKey::CameSame, came.count(&Why::Same)),
        (TrainerKey::CameRefused, came.refused()),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| desk.count(key, count));
    let packs =
        (!came.packs.is_empty()).then(|| desk.fill(TrainerKey::CamePacks, &[("names", &came.packs.join(", "))]));
    // Of packs alone nobody expects results.
    let has_results = came.taken > 0 || came.packs.is_empty();
    let taken = has_results.then(|| desk.count(TrainerKey::CameTaken, came.taken));
    let all: Vec<String> = packs.into_iter().chain(taken).chain(counted).collect();
    all.join(" ")
}

fn list(desk: &Desk, texts: &Texts, notes: &[&Note]) -> El {
    let row = |note: &&Note| {
        let place = place(desk, note);
        let place = (!place.is_empty()).then(|| span("sf-came-place", &place));
        let text = (!note.text.is_empty()).then(|| el("code").attr("translate", "no").text(&short(&note.text)));
        el("li").children(place).text(" ").children(text).text(" ").child(p("sf-text", &texts.words().note(&note.why)))
    };
    el("ul").class("sf-plain sf-came-list").children(notes.iter().map(row))
}

/// Where it stands: in which file, on which line.
fn place(desk: &Desk, note: &Note) -> String {
    match (note.line, &*note.file) {
        (None, file) => file.to_owned(),
        (Some(line), "") => desk.fill(TrainerKey::CameLine, &[("line", &line.to_string())]),
        (Some(line), file) => desk.fill(TrainerKey::CameFileLine, &[("file", file), ("line", &line.to_string())]),
    }
}

/// As much as a whole code has.
fn short(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
