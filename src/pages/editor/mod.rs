//! The pack editor: questions of one’s own, checked as they are written.

mod aside;
mod begin;
mod conditions;
mod desk;
mod field;
mod form;
mod kept;
mod labels;
mod rows;
mod tools;
mod trial;

use self::desk::Editor;
use super::{
    common::{self, div, p},
    page::Page,
};
use crate::{browser::element::El, document::file, words::EditorKey};
use serde_json::Value;

/// The whole page.
pub fn view(page: &Page<EditorKey>) -> El {
    let editor = Editor::new(page);
    let lead = div("").live(page.then(|page| vec![p("sf-lead", &page.t(EditorKey::Lead))]));
    let opener = editor.clone();
    let body = div("sf-editor")
        .live(editor.then(whole))
        .on_dropped_at(page.host(), move |given| begin::open(&opener, &given))
        .on_window("pagehide", editor.then(Editor::settle));
    let words = div("").live(editor.then(|editor| {
        explanations(editor, |_| {});
        Vec::new()
    }));
    common::page(page, EditorKey::Title, [lead, body, words])
}

/// The form with the check beside it; or the ways to begin.
fn whole(editor: &Editor) -> Vec<El> {
    if !editor.has_files() {
        return vec![begin::view(editor)].into_iter().chain(tools::back(editor)).collect();
    }
    let beside = div("sf-desk").child(div("sf-desk-form").child(form::view(editor)).child(tools::below(editor)));
    vec![tools::bar(editor), trial::view(editor), beside.child(aside::view(editor))]
}

/// Fetches the words for what is wrong, in the language of the page, and then hands them over.
fn explanations(editor: &Editor, then: impl FnOnce(&Value) + 'static) {
    let path = format!("editor/faults.{}.json", editor.page().lang());
    let taught = editor.clone();
    let fetched = move |texts: Vec<Option<String>>| {
        let words = texts.into_iter().next().flatten().and_then(|text| file::parse(&text).ok());
        if let Some(words) = words {
            taught.set_explains(words);
        }
        then(&taught.explains());
    };
    editor.page().options().texts(vec![path], Box::new(fetched));
}
