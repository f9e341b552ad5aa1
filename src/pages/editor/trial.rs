//! Trying the questions: the widget itself, on the page, with what is written so far.

use super::desk::Editor;
use crate::{
    browser::{
        element::{El, el},
        trial,
        watched::Watched,
    },
    pages::common::{div, p},
    words::{EditorKey, nearest},
};

/// Shows the widget with the questions in the language of a file.
pub fn open(editor: &Editor, file: usize) {
    editor.settle();
    let begun = editor.trial().peek().map_or(0, |(_, begun)| begun) + 1;
    let (then, waiting) = (editor.clone(), editor.page().wait());
    editor.page().options().part("embed", move |is_there| {
        drop(waiting);
        if is_there {
            then.trial().set(Some((file, begun)));
        } else {
            then.say(&then.t(EditorKey::TryLost));
        }
    });
}

/// The widget, as long as somebody wants it.
pub fn view(editor: &Editor) -> El {
    let draw = |editor: &Editor| {
        let Some((file, _)) = editor.trial().get() else { return Vec::new() };
        let file = file.min(editor.files().saturating_sub(1));
        vec![panel(editor, file)]
    };
    div("sf-trial-place").live(editor.then(draw))
}

fn panel(editor: &Editor, file: usize) -> El {
    let button =
        |class: &str, words: &str| el("button").attr("type", "button").class(&format!("sf-button {class}")).text(words);
    let again =
        button("sf-line", &editor.t(EditorKey::TryAgain)).on("click", editor.then(move |editor| open(editor, file)));
    let others = (0..editor.files()).filter(|other| *other != file).map(|other| {
        let words = editor.page().fill(EditorKey::TryLang, &[("lang", &editor.lang_name(other))]);
        button("sf-line", &words).on("click", editor.then(move |editor| open(editor, other)))
    });
    let others: Vec<El> = others.collect();
    let close =
        button("sf-quiet", &editor.t(EditorKey::TryClose)).on("click", editor.then(|editor| editor.trial().set(None)));
    let said = Watched::new(String::new());
    let (failed, teller) = (said.clone(), editor.clone());
    let lang =
        editor.read(|draft| draft.files().get(file).map(crate::draft::model::Draft::lang_of).unwrap_or_default());
    let widget = trial::widget(nearest(&lang), &editor.read(|draft| draft.written(file)), move |message| {
        failed.set(teller.page().fill(EditorKey::TryFailed, &[("message", message)]));
    });
    let faults = editor.then(move |editor| {
        let count = editor.found().iter().filter(|found| found.file == file).count();
        (count > 0)
            .then(|| p("sf-note sf-think", &editor.page().count(EditorKey::TryFaulty, count, &[])))
            .into_iter()
            .collect()
    });
    let told = move || {
        let words = said.get();
        (!words.is_empty()).then(|| p("sf-error sf-settle", &words)).into_iter().collect()
    };
    let title = el("h2").class("sf-heading").attr("tabindex", "-1").text(&editor.t(EditorKey::TryTitle)).focused(true);
    el("section")
        .class("sf-card sf-trial")
        .child(title)
        .child(p("sf-note", &editor.t(EditorKey::TryLead)))
        .child(div("sf-errors").live(faults))
        .child(div("sf-errors").attr("role", "alert").live(told))
        .child(div("sf-actions").child(again).children(others).child(close))
        .child(widget)
}
