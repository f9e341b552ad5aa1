//! What can be done with the pack as a whole: undo, try, save, put away, its languages, its JSON.

use super::{begin::file_field, desk::Editor, kept::Kept, rows::fold};
use crate::{
    browser::{
        dom,
        download::download,
        element::{El, el},
        storage::{Tier, Why},
    },
    document::{
        faults,
        reader::{Problem, is_id},
    },
    draft::{model::Draft, place::Place},
    pages::common::{div, p, span},
    words::EditorKey,
};
use std::{cell::RefCell, rc::Rc};

/// The bar that stays in view: steps, trying, and where it is kept.
pub fn bar(editor: &Editor) -> El {
    let step = |key: EditorKey,
                said: EditorKey,
                can: fn(&Draft) -> bool,
                act: fn(&mut Draft) -> crate::draft::model::Changed| {
        let press = editor.then(move |editor| {
            if editor.read(can) {
                editor.act(act);
                editor.say(&editor.t(said));
            }
        });
        let can = editor.then(move |editor| {
            editor.follow_steps();
            (!editor.read(can)).to_string()
        });
        button("sf-line", &editor.t(key)).live_attr("aria-disabled", can).on("click", press)
    };
    let tries = button("sf-solid", &editor.t(EditorKey::ToolsTry))
        .on("click", editor.then(|editor| super::trial::open(editor, editor.spoken())));
    div("sf-tools")
        .attr("role", "group")
        .attr("aria-label", &editor.t(EditorKey::ToolsLabel))
        .child(step(EditorKey::ToolsUndo, EditorKey::ToolsUndone, Draft::can_undo, Draft::undo))
        .child(step(EditorKey::ToolsRedo, EditorKey::ToolsRedone, Draft::can_redo, Draft::redo))
        .child(tries)
        .child(div("sf-kept-words").live(editor.then(kept)))
}

/// The way back while there is nothing: what was put away comes back.
pub fn back(editor: &Editor) -> Option<El> {
    let undo = editor.then(|editor| {
        editor.act(Draft::undo);
        editor.say(&editor.t(EditorKey::ToolsUndone));
    });
    editor.read(Draft::can_undo).then(|| button("sf-line", &editor.t(EditorKey::ToolsUndo)).on("click", undo))
}

fn kept(editor: &Editor) -> Vec<El> {
    let state = editor.kept();
    let key = match state {
        Kept::Behind => EditorKey::KeptBehind,
        Kept::Here(Tier::Local) => EditorKey::KeptLocal,
        Kept::Here(Tier::Session) => EditorKey::KeptSession,
        Kept::Here(Tier::Memory(Why::NoRoom)) => EditorKey::KeptRoom,
        Kept::Here(Tier::Memory(Why::Newer)) => EditorKey::KeptNewer,
        Kept::Here(Tier::Memory(_)) => EditorKey::KeptNone,
    };
    let class = if state == Kept::Here(Tier::Local) { "sf-note" } else { "sf-note sf-think" };
    let choices = (state == Kept::Behind).then(|| {
        let theirs =
            button("sf-line", &editor.t(EditorKey::KeptBehindTheirs)).on("click", editor.then(Editor::take_theirs));
        let mine = button("sf-line", &editor.t(EditorKey::KeptBehindMine)).on("click", editor.then(Editor::keep_mine));
        div("sf-actions").child(theirs).child(mine)
    });
    [p(class, &editor.t(key))].into_iter().chain(choices).collect()
}

/// Saving, opening, languages, the JSON, and what to do with it afterwards.
pub fn below(editor: &Editor) -> El {
    let draw = |editor: &Editor| {
        editor.follow_shape();
        let saves = (0..editor.files()).map(|file| save_button(editor, file));
        let close = button("sf-quiet", &editor.t(EditorKey::ToolsClose)).on(
            "click",
            editor.then(|editor| {
                editor.act(|draft| draft.replace(Vec::new()));
                editor.say(&editor.t(EditorKey::ToolsClosed));
            }),
        );
        vec![
            div("sf-actions").children(saves).child(close),
            file_field(editor),
            p("sf-note", &editor.t(EditorKey::OpenDrop)),
            languages(editor),
            json(editor),
            uses(editor),
        ]
    };
    div("sf-card sf-below").live(editor.then(draw))
}

/// What a file is saved as.
fn file_name(editor: &Editor, file: usize) -> String {
    let word = |name: &str| {
        let word = editor.value(file, &Place::parse(name)).and_then(|word| word.as_str().map(str::to_owned));
        word.filter(|word| is_id(word))
            .unwrap_or_else(|| if name == "id" { "pack".to_owned() } else { (file + 1).to_string() })
    };
    format!("{}.{}.json", word("id"), word("lang"))
}

fn save_button(editor: &Editor, file: usize) -> El {
    let words = editor.then(move |editor| {
        vec![span("", &editor.page().fill(EditorKey::ToolsSave, &[("file", &file_name(editor, file))]))]
    });
    let save = editor.then(move |editor| {
        editor.settle();
        let name = file_name(editor, file);
        download(&name, "application/json", editor.read(|draft| draft.written(file)).as_bytes());
        let faults = editor.found().iter().filter(|found| found.file == file).count();
        let page = editor.page();
        editor.say(&match faults {
            0 => page.fill(EditorKey::ToolsSaved, &[("file", &name)]),
            _ => page.count(EditorKey::ToolsSavedFaulty, faults, &[("file", &name)]),
        });
    });
    el("button").attr("type", "button").class("sf-button sf-solid").live(words).on("click", save)
}

fn languages(editor: &Editor) -> El {
    let id = editor.page().id("lang-add");
    let typed = Rc::new(RefCell::new(String::new()));
    let typing = typed.clone();
    let field = el("input").class("sf-input").attr("type", "text").attr("id", &id).attr("autocomplete", "off");
    let field = field.attr("spellcheck", "false").attr("autocapitalize", "off");
    let field = field.on_typed(move |text| *typing.borrow_mut() = text);
    let add = editor.then(move |editor| {
        let tag = typed.borrow().trim().to_owned();
        let is_there = editor.read(|draft| draft.files().iter().any(|file| Draft::lang_of(file) == tag));
        let wrong = match (is_id(&tag), is_there) {
            (true, false) => None,
            (true, true) => Some(Problem::DuplicateId { id: tag.clone() }),
            (false, _) => Some(Problem::BadId { id: tag.clone() }),
        };
        if let Some(explained) = wrong.and_then(|problem| faults::problem(&editor.explains(), &problem)) {
            editor.say(&format!("{} {}", explained.wrong, explained.mend));
        } else {
            editor.act(|draft| draft.add_language(&tag));
            let lang = editor.lang_name(editor.files() - 1);
            editor.say(&editor.page().fill(EditorKey::LangAdded, &[("lang", &lang)]));
        }
    });
    let remove = |file: usize| {
        let lang = editor.lang_name(file);
        let words = editor.page().fill(EditorKey::LangRemove, &[("lang", &lang)]);
        let press = editor.then(move |editor| {
            let lang = editor.lang_name(file);
            editor.act(|draft| draft.remove_language(file));
            editor.say(&editor.page().fill(EditorKey::LangRemoved, &[("lang", &lang)]));
        });
        button("sf-quiet", &words).on("click", press)
    };
    let files = editor.files();
    let removes = (0..files).filter(|_| files > 1).map(remove).collect::<Vec<_>>();
    let label = el("label").class("sf-label").attr("for", &id).text(&editor.t(EditorKey::LangAddTag));
    let summary = el("summary").child(span("", &editor.t(EditorKey::LangTitle)));
    let add = button("sf-line", &editor.t(EditorKey::LangAddPress)).on("click", add);
    let row = div("sf-actions").child(field).child(add);
    el("details")
        .class("sf-fold")
        .child(summary)
        .child(div("sf-fold-body").children(removes).child(div("sf-field").child(label).child(row)))
}

/// The file as it is saved, for whoever wants to see it.
fn json(editor: &Editor) -> El {
    let summary = el("summary").child(span("", &editor.t(EditorKey::JsonTitle)));
    fold(editor, "json", "", summary, |editor| (0..editor.files()).map(|file| one_json(editor, file)).collect())
}

fn one_json(editor: &Editor, file: usize) -> El {
    let id = editor.page().id(&format!("json-{file}"));
    let label = editor.page().fill(EditorKey::JsonLabel, &[("lang", &editor.lang_name(file))]);
    let text = editor.then(move |editor| {
        // Not at each stroke: after each check.
        editor.found();
        editor.read(|draft| draft.written(file))
    });
    let field = el("textarea").class("sf-input sf-json").attr("rows", "12").attr("readonly", "").attr("id", &id);
    let field = field.attr("spellcheck", "false").live_value(text);
    let copy = editor.then(move |editor| {
        let (text, then) = (editor.read(|draft| draft.written(file)), editor.clone());
        dom::copy(&text, move |is_copied| {
            then.say(&then.t(if is_copied { EditorKey::JsonCopied } else { EditorKey::JsonNotCopied }));
        });
    });
    div("sf-field")
        .child(el("label").class("sf-label").attr("for", &id).text(&label))
        .child(field)
        .child(div("sf-actions").child(button("sf-line", &editor.t(EditorKey::JsonCopy)).on("click", copy)))
}

/// What to do with the file: three lines.
fn uses(editor: &Editor) -> El {
    let name = move |editor: &Editor| file_name(editor, 0);
    let lines = editor.then(move |editor| {
        let name = name(editor);
        let all: Vec<String> = (0..editor.files()).map(|file| file_name(editor, file)).collect();
        let on_page = with_code(
            &editor.t(EditorKey::UsePage),
            &[("code", format!("index.html?pack={name}")), ("attribute", format!("pack=\"{name}\""))],
        );
        let in_course = with_code(
            &editor.t(EditorKey::UseCourse),
            &[("code", format!("cargo xtask dist --pack {}", all.join(" ")))],
        );
        let link = |address: &str, key: EditorKey| el("a").attr("href", address).text(&editor.t(key));
        vec![
            el("li").children(on_page).text(" ").child(link("embed.html", EditorKey::UsePageLink)),
            el("li")
                .text(&editor.t(EditorKey::UseTrainer))
                .text(" ")
                .child(link("trainer.html", EditorKey::UseTrainerLink)),
            el("li").children(in_course),
        ]
    });
    let summary = el("summary").child(span("", &editor.t(EditorKey::UseTitle)));
    el("details").class("sf-fold").attr("open", "").child(summary).child(el("ul").class("sf-uses").live(lines))
}

/// A sentence with code in its blanks.
fn with_code(words: &str, blanks: &[(&str, String)]) -> Vec<El> {
    let mut parts = Vec::new();
    for (index, piece) in words.split('{').enumerate() {
        let filled = piece.split_once('}').filter(|_| index > 0).and_then(|(name, after)| {
            let (_, code) = blanks.iter().find(|(blank, _)| *blank == name)?;
            Some((code, after))
        });
        let after = filled.map_or(piece, |(_, after)| after);
        parts.extend(filled.map(|(code, _)| el("code").text(code)));
        parts.push(span("", after));
    }
    parts
}

fn button(class: &str, words: &str) -> El {
    el("button").attr("type", "button").class(&format!("sf-button {class}")).text(words)
}
