//! What a draft begins from: a copy of ours, no questions, or a file.

use super::{desk::Editor, explanations};
use crate::{
    browser::{
        element::{El, el},
        given::Given,
        watched::Watched,
    },
    document::{faults, file},
    draft::{model::Draft, start},
    pages::common::{div, p},
    words::{EditorKey, LANGUAGES},
};
use serde_json::Value;

/// The ways to begin, as long as there is nothing yet.
pub fn view(editor: &Editor) -> El {
    let langs = Watched::new(String::new());
    let id = editor.page().id("start-langs");
    let all = el("option").attr("value", "").text(&editor.t(EditorKey::StartLangsAll));
    let each = LANGUAGES.iter().map(|(tag, name)| el("option").attr("value", tag).attr("lang", tag).text(name));
    let choose = langs.clone();
    let select = el("select").class("sf-input").attr("id", &id).child(all).children(each);
    let select = select.on_value(move |lang| choose.set_quietly(lang));
    let label = el("label").class("sf-label").attr("for", &id).text(&editor.t(EditorKey::StartLangs));
    let begin = |class: &str, key: EditorKey, pack: &'static str, prepare: fn(Vec<Value>) -> Vec<Value>| {
        let langs = langs.clone();
        let press = editor.then(move |editor| begin(editor, pack, &langs.peek(), prepare));
        let class = format!("sf-button {class}");
        el("button").attr("type", "button").class(&class).text(&editor.t(key)).on("click", press)
    };
    div("sf-card sf-begin")
        .child(el("h2").class("sf-heading").text(&editor.t(EditorKey::StartTitle)))
        .child(div("sf-field sf-short").child(label).child(select))
        .child(
            div("sf-actions")
                .child(begin("sf-solid", EditorKey::StartFull, "full", start::copy))
                .child(begin("sf-line", EditorKey::StartQuick, "quick", start::copy))
                .child(begin("sf-line", EditorKey::StartEmpty, "full", start::without_questions)),
        )
        .child(p("sf-note", &editor.t(EditorKey::StartEmptyNote)))
        .child(file_field(editor))
        .child(p("sf-note", &editor.t(EditorKey::OpenDrop)))
}

/// A field to choose a file in.
pub fn file_field(editor: &Editor) -> El {
    let id = editor.page().id("open");
    let opener = editor.clone();
    let field = el("input").attr("type", "file").attr("id", &id).attr("accept", ".json,application/json");
    let field = field.class("sf-input").on_picked(move |given| open(&opener, &given));
    let label = el("label").class("sf-label").attr("for", &id).text(&editor.t(EditorKey::OpenLabel));
    div("sf-field sf-open").child(label).child(field)
}

/// Opens a file that was picked or dropped: where it can't be read, says why and what mends that, and changes nothing.
pub fn open(editor: &Editor, given: &Given) {
    if given.size() > file::MAX_BYTES {
        return refuse(editor, file::Refusal::TooLarge);
    }
    let editor = editor.clone();
    given.text(move |text| match text.map(|text| start::open(&text)) {
        None => editor.say(&editor.t(EditorKey::OpenUnreadable)),
        Some(Err(refusal)) => refuse(&editor, refusal),
        Some(Ok(pack)) => take(&editor, pack),
    });
}

/// The words for that may still be on their way.
fn refuse(editor: &Editor, refusal: file::Refusal) {
    let told = editor.clone();
    explanations(editor, move |words| match faults::refusal(words, &refusal) {
        Some(explained) => told.say(&format!("{} {}", explained.wrong, explained.mend)),
        None => told.say(&told.t(EditorKey::OpenUnreadable)),
    });
}

fn take(editor: &Editor, pack: Value) {
    let was_empty = editor.files() == 0;
    let mut is_beside = false;
    let title = pack["name"].as_str().unwrap_or_default().to_owned();
    editor.act(|draft| {
        let (changed, beside) = draft.open(pack);
        is_beside = beside;
        changed
    });
    let page = editor.page();
    let last = editor.files().saturating_sub(1);
    let said = if is_beside {
        page.fill(EditorKey::OpenBeside, &[("lang", &editor.lang_name(last))])
    } else {
        page.fill(EditorKey::OpenOpened, &[("name", if title.is_empty() { "…" } else { &title })])
    };
    let back = if was_empty { String::new() } else { format!(" {}", page.t(EditorKey::OpenUndo)) };
    editor.say(&format!("{said}{back}"));
}

/// Begins from ours, in one language or in all of them.
fn begin(editor: &Editor, pack: &str, lang: &str, prepare: fn(Vec<Value>) -> Vec<Value>) {
    let langs = LANGUAGES.iter().map(|(tag, _)| *tag).filter(|tag| lang.is_empty() || *tag == lang);
    let paths = langs.map(|tag| format!("packs/{pack}.{tag}.json")).collect();
    let (then, waiting) = (editor.clone(), editor.page().wait());
    let then = move |texts: Vec<Option<String>>| {
        drop(waiting);
        let packs: Option<Vec<Value>> = texts.iter().map(|text| start::open(text.as_deref()?).ok()).collect();
        let Some(packs) = packs else {
            return then.say(&then.t(EditorKey::StartFailed));
        };
        then.act(|draft: &mut Draft| draft.replace(prepare(packs)));
        then.aim(then.id("0", &crate::draft::place::Place::parse("name")));
        then.say(&then.t(EditorKey::StartBegun));
    };
    editor.page().options().texts(paths, Box::new(then));
}
