//! The form: every field of a pack, in sections that fold.

use super::{
    desk::Editor,
    field,
    labels::{self, READINGS, SECTIONS, WORDS},
    rows::{self, group},
};
use crate::{
    browser::element::{El, el},
    draft::{fresh::List, place::Place},
    pages::common::{div, p, span},
    words::EditorKey,
};

/// All sections, drawn anew when parts come, go or change places.
pub fn view(editor: &Editor) -> El {
    let draw = |editor: &Editor| {
        editor.follow_shape();
        SECTIONS.iter().map(|(name, fields)| section(editor, name, fields)).collect()
    };
    div("sf-form-sections").live(editor.then(draw))
}

fn section(editor: &Editor, name: &'static str, fields: &'static [&'static str]) -> El {
    let heading = el("h2").class("sf-heading").text(&editor.t(labels::section(name)));
    let count = editor.then(move |editor| {
        rows::count(editor, |found| fields.contains(&&*Place::parse(&found.fault.place).start(1).pattern()))
    });
    let summary =
        el("summary").attr("id", &editor.page().id(name)).child(heading).child(span("sf-row-count", "").live(count));
    rows::fold(editor, &format!("section:{name}"), "sf-section", summary, move |editor| {
        let lead = lead(name).map(|key| p("sf-note", &editor.t(key)));
        lead.into_iter().chain(body(editor, name, fields)).collect()
    })
}

fn lead(name: &str) -> Option<EditorKey> {
    Some(match name {
        "items" => EditorKey::SectionItemsLead,
        "flags" => EditorKey::SectionFlagsLead,
        "says" => EditorKey::SectionSaysLead,
        "axes" => EditorKey::SectionAxesLead,
        "counts" => EditorKey::SectionCountsLead,
        _ => return None,
    })
}

fn body(editor: &Editor, name: &str, fields: &[&str]) -> Vec<El> {
    let top = Place::default();
    let part = |path: &str| Place::parse(path);
    match name {
        "pack" => {
            let shorts = div("sf-shorts").children(field::all(editor, &top, &["id", "pack_version", "minutes"]));
            let worded = field::all(editor, &top, &["intro", "about", "caveat", "lang"]);
            field::all(editor, &top, &["name"]).into_iter().chain([shorts]).chain(worded).collect()
        }
        "items" => vec![rows::view(editor, &top, List::Items)],
        "flags" => [rows::view(editor, &top, List::Flags)]
            .into_iter()
            .chain(field::all(editor, &top, &["flags_shown"]))
            .collect(),
        "says" => {
            let reading = |(code, key): &(&str, EditorKey)| {
                let place = part("readings").field(code);
                // Only a description has a name.
                let names: &[&str] =
                    if code.contains(['|', '-']) && !["starting-out", "on-paper"].contains(code) || *code == "middle" {
                        &["lead", "text"]
                    } else {
                        &["name", "lead", "text"]
                    };
                group(editor, &place, &editor.t(*key), field::all(editor, &place, names))
            };
            let codes = WORDS.map(|(code, _)| code);
            let readings = READINGS.iter().map(reading);
            let ties = group(
                editor,
                &part("tie_texts"),
                &editor.t(EditorKey::TieTexts),
                field::all(editor, &part("tie_texts"), &codes),
            );
            readings
                .chain([
                    ties,
                    group(
                        editor,
                        &part("words"),
                        &editor.t(EditorKey::WordsTitle),
                        field::all(editor, &part("words"), &codes),
                    ),
                ])
                .collect()
        }
        "axes" => {
            let axis = |path: &str, key: EditorKey, names: &[&str]| {
                group(editor, &part(path), &editor.t(key), field::all(editor, &part(path), names))
            };
            let ends = ["name", "question", "low", "high", "min_answers"];
            vec![
                axis("axes.direction", EditorKey::MeasureDirection, &ends),
                axis("axes.work", EditorKey::MeasureWork, &ends),
                axis("tie", EditorKey::TieTitle, &["name", "question", "min_answers"]),
                rows::view(editor, &top, List::Stages),
            ]
        }
        _ => vec![div("sf-shorts").children(field::all(editor, &top, fields))],
    }
}
