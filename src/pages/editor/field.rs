//! One field of a pack, in every language or for all of them, with what is wrong with it.

use super::{desk::Editor, labels};
use crate::{
    browser::element::{El, el},
    document::faults,
    draft::{
        field::{Kind, kind},
        place::Place,
    },
    pages::common::{div, p, span},
    words::EditorKey,
};
use serde_json::Value;

/// A field, with a column for each language where they differ in it; nothing where there is no such field.
pub fn view(editor: &Editor, place: &Place) -> Option<El> {
    let kind = kind(place)?;
    if kind.is_worded() {
        let columns = (0..editor.files()).map(|file| one(editor, file, place, kind));
        return Some(div("sf-columns").children(columns));
    }
    Some(match kind {
        Kind::ShowIf => super::conditions::show_if(editor, place),
        Kind::Conditions => super::conditions::list(editor, place),
        _ => one(editor, 0, place, kind),
    })
}

/// Several fields of one part.
pub fn all(editor: &Editor, part: &Place, names: &[&str]) -> Vec<El> {
    names.iter().filter_map(|name| view(editor, &part.field(name))).collect()
}

fn one(editor: &Editor, file: usize, place: &Place, kind: Kind) -> El {
    let id = editor.id(&file.to_string(), place);
    let key = labels::label(place);
    let is_one_of_several = kind.is_worded() && editor.files() > 1;
    let words = editor.then(move |editor| {
        let (name, lang) = (editor.t(key), is_one_of_several.then(|| editor.lang_name(file)));
        vec![span("", &lang.map_or(name.clone(), |lang| format!("{name} ({lang})")))]
    });
    let note = match (kind, place.steps().len()) {
        (Kind::Id, 1) => Some(EditorKey::FieldIdNote),
        (Kind::Version, _) => Some(EditorKey::FieldVersionNote),
        _ => None,
    };
    let note_id = format!("{id}-note");
    let error_id = format!("{id}-error");
    let described = if note.is_some() { format!("{note_id} {error_id}") } else { error_id.clone() };
    let control = control(editor, file, place, kind).attr("id", &id).attr("aria-describedby", &described);
    let checker = editor.then({
        let place = place.clone();
        move |editor: &Editor| (!at(editor, file, &place).is_empty()).to_string()
    });
    let control = control.live_attr("aria-invalid", checker).on("blur", editor.then(Editor::pause));
    let control = control.focused(editor.take_aim(&id));
    let class = if matches!(kind, Kind::Whole(..)) { "sf-field sf-short" } else { "sf-field" };
    div(class)
        .child(el("label").class("sf-label").attr("for", &id).live(words))
        .children(note.map(|key| p("sf-note", &editor.t(key)).attr("id", &note_id)))
        .child(control)
        .child(errors(editor, file, place).attr("id", &error_id))
}

/// What is wrong with a list as a whole.
pub fn errors_at(editor: &Editor, list: &Place) -> El {
    let path = list.to_string();
    div("sf-errors").live(editor.then(move |editor| {
        let (found, words) = (editor.found(), editor.explains());
        let here = found.iter().filter(|found| found.fault.place == path);
        let said = here.filter_map(|found| faults::problem(&words, &found.fault.problem));
        said.map(|explained| p("sf-error sf-settle", &format!("{} {}", explained.wrong, explained.mend))).collect()
    }))
}

/// What is wrong at `place`, followed from now on.
pub fn errors(editor: &Editor, file: usize, place: &Place) -> El {
    let place = place.clone();
    div("sf-errors").live(editor.then(move |editor| {
        let said = at(editor, file, &place).into_iter().map(|text| p("sf-error sf-settle", &text));
        said.collect()
    }))
}

/// What is wrong with a field or within it, in words.
fn at(editor: &Editor, file: usize, place: &Place) -> Vec<String> {
    let (found, words, path) = (editor.found(), editor.explains(), place.to_string());
    let is_shared = kind(place).is_some_and(|kind| !kind.is_worded());
    let is_here =
        |at: &str| at.strip_prefix(&*path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']));
    let here = found.iter().filter(|found| (is_shared || found.file == file) && is_here(&found.fault.place));
    here.filter_map(|found| faults::problem(&words, &found.fault.problem))
        .map(|explained| format!("{} {}", explained.wrong, explained.mend))
        .collect()
}

fn control(editor: &Editor, file: usize, place: &Place, kind: Kind) -> El {
    let in_lang = |control: El| control.live_attr("lang", editor.then(move |editor| editor.lang(file)));
    match kind {
        // A question is longer than a phone is wide.
        Kind::Line(max) if max > 48 => typed(editor, file, place, in_lang(area("1")), kind),
        Kind::Line(_) => typed(editor, file, place, in_lang(line()), kind),
        Kind::Text(_) => typed(editor, file, place, in_lang(area("2")), kind),
        Kind::Choice(codes) => select(editor, place, codes),
        Kind::Whole(..) => given(editor, file, place, line().attr("inputmode", "numeric"), kind),
        _ => given(editor, file, place, line().attr("spellcheck", "false").attr("autocapitalize", "off"), kind),
    }
}

fn line() -> El {
    el("input").class("sf-input").attr("type", "text").attr("autocomplete", "off")
}

fn area(rows: &str) -> El {
    el("textarea").class("sf-input").attr("rows", rows)
}

/// Words, followed at each stroke. A line has no breaks.
fn typed(editor: &Editor, file: usize, place: &Place, control: El, kind: Kind) -> El {
    let (setter, set) = (editor.clone(), place.clone());
    let is_line = matches!(kind, Kind::Line(_));
    control.live_value(reading(editor, file, place)).on_typed(move |words| {
        let words = if is_line { words.replace(['\r', '\n'], " ") } else { words };
        setter.act(|draft| draft.set(file, &set, Some(words.into())));
    })
}

/// What is taken over when the field is left: it is nothing yet while half of it is typed.
fn given(editor: &Editor, file: usize, place: &Place, control: El, kind: Kind) -> El {
    let (setter, set) = (editor.clone(), place.clone());
    control.live_value(reading(editor, file, place)).on_value(move |words| {
        let words = words.trim();
        setter.act(|draft| match kind {
            Kind::Tag => draft.set(file, &set, Some(words.into())),
            Kind::Id => match set.parent() {
                Some((part, _)) if !part.steps().is_empty() => draft.rename(&part, words),
                _ => draft.set_all(&set, Some(&words.into())),
            },
            _ => draft.set_all(&set, meant(kind, words).as_ref()),
        });
        setter.pause();
    })
}

/// What words in a field stand for; nothing where it is left empty.
fn meant(kind: Kind, words: &str) -> Option<Value> {
    match kind {
        _ if words.is_empty() => None,
        // What is no number stays, and the check says so.
        Kind::Whole(..) => Some(words.parse::<i64>().map_or_else(|_| words.into(), Value::from)),
        Kind::Sources => {
            let parts = words.split(',').map(str::trim).filter(|part| !part.is_empty());
            Some(parts.map(Value::from).collect::<Vec<_>>().into())
        }
        _ => Some(words.into()),
    }
}

/// What stands in a field, as text, followed from now on.
fn reading(editor: &Editor, file: usize, place: &Place) -> impl Fn() -> String + 'static {
    let place = place.clone();
    editor.then(move |editor| written(editor.value(file, &place).as_ref()))
}

fn written(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(words)) => words.clone(),
        Some(Value::Array(parts)) if parts.iter().all(Value::is_string) => {
            parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        // Of another kind than it should be: shown as it stands in the file.
        Some(other) => crate::document::object::text(other),
    }
}

fn select(editor: &Editor, place: &Place, codes: &[&str]) -> El {
    let now = written(editor.now(0, place).as_ref());
    let is_known = codes.contains(&now.as_str());
    let other = (!is_known).then(|| (now.clone(), now));
    let known = codes
        .iter()
        .map(|code| ((*code).to_owned(), labels::choice(code).map(|key| editor.t(key)).unwrap_or_default()));
    let option = |(code, words): (String, String)| el("option").attr("value", &code).text(&words);
    let (setter, set) = (editor.clone(), place.clone());
    el("select")
        .class("sf-input")
        .children(other.into_iter().chain(known).map(option))
        .live_value(reading(editor, 0, place))
        .on_value(move |code| setter.act(|draft| draft.set_all(&set, Some(&code.into()))))
}
