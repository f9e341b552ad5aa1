//! What is wrong with the pack, beside the form: each fault with its place and the mend, and the way there.

use super::{desk::Editor, labels};
use crate::{
    browser::element::{El, el},
    document::{faults, reader::Problem},
    draft::{
        check::Found,
        field::{Kind, kind},
        place::Place,
    },
    pages::common::{div, p, span},
    words::EditorKey,
};

/// No more than this are listed at a time: the next come up as these are mended.
const SHOWN: usize = 20;

pub fn view(editor: &Editor) -> El {
    let draw = |editor: &Editor| {
        let found = editor.found();
        let title = el("h2").class("sf-heading").text(&editor.t(EditorKey::CheckTitle));
        if found.is_empty() {
            let clean = p("sf-fine sf-clean", &editor.t(EditorKey::CheckClean));
            return vec![title, clean, p("sf-note", &editor.t(EditorKey::CheckCleanNote))];
        }
        let count = p("sf-settle sf-count", &editor.page().count(EditorKey::CheckCount, found.len(), &[]));
        let list =
            el("ol").class("sf-plain sf-faults").children(found.iter().take(SHOWN).map(|found| fault(editor, found)));
        let rest = found.len().saturating_sub(SHOWN);
        let more =
            (rest > 0).then(|| p("sf-note", &editor.page().fill(EditorKey::CheckMore, &[("n", &rest.to_string())])));
        [title, count, list].into_iter().chain(more).collect()
    };
    el("aside").class("sf-check").live(editor.then(draw))
}

fn fault(editor: &Editor, found: &Found) -> El {
    let at = Place::parse(&found.fault.place);
    let mut name = labels::place(editor, &at);
    let is_worded = kind(&at).is_some_and(Kind::is_worded);
    if editor.files() > 1 && is_worded {
        name = format!("{name} ({})", editor.lang_name(found.file));
    }
    let (file, goes_to) = (found.file, at.clone());
    let go = editor.then(move |editor| editor.go_to(file, &goes_to));
    let way = el("button").attr("type", "button").class("sf-button sf-link").text(&name).on("click", go);
    let said = faults::problem(&editor.explains(), &found.fault.problem).map(|explained| {
        div("sf-fault-words").child(p("sf-text", &explained.wrong)).child(p("sf-note", &explained.mend))
    });
    el("li").class("sf-fault").child(way).children(said).children(mend(editor, found, &at))
}

/// Where two languages differ in what has to be the same, one press takes it over from the first.
fn mend(editor: &Editor, found: &Found, at: &Place) -> Option<El> {
    kind(at).filter(|_| matches!(found.fault.problem, Problem::DiffersFrom { .. }))?;
    let (file, at) = (found.file, at.clone());
    let words = editor.page().fill(EditorKey::CheckTake, &[("lang", &editor.lang_name(0))]);
    let take = editor.then(move |editor| {
        let first = editor.now(0, &at);
        editor.act(|draft| draft.set(file, &at, first));
    });
    let button = el("button").attr("type", "button").class("sf-button sf-line").child(span("", &words));
    Some(button.on("click", take))
}
