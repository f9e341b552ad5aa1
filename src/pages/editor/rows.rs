//! The parts of a list: questions, answers, patterns, stages. Each can be moved, copied and taken away.

use super::{desk::Editor, field};
use crate::{
    browser::element::{El, el},
    draft::{
        check::Found,
        fresh::List,
        place::{Place, Step},
    },
    pages::common::{div, span},
    words::EditorKey,
};

/// All parts of a list, and the button for one more.
pub fn view(editor: &Editor, holder: &Place, list: List) -> El {
    let place = holder.field(list.name());
    let count = editor.read(|draft| draft.count(&place));
    let rows = (0..count).map(|at| row(editor, holder, list, at, count));
    div("sf-rows").children(rows).child(field::errors_at(editor, &place)).child(add(editor, holder, list))
}

fn add(editor: &Editor, holder: &Place, list: List) -> El {
    let place = holder.field(list.name());
    let id = editor.id("list", &place);
    let holder = holder.clone();
    let then = editor.then(move |editor| {
        let mut at = 0;
        editor.act(|draft| {
            let (changed, index) = draft.add(&holder, list);
            at = index;
            changed
        });
        let part = place.index(at);
        if list != List::Options {
            editor.fold(&editor.part_name(&part)).set_quietly(true);
        }
        let first = if matches!(list, List::Items | List::Options) { "text" } else { "name" };
        editor.aim(editor.id("0", &part.field(first)));
    });
    let key = match list {
        List::Items => EditorKey::AddItems,
        List::Options => EditorKey::AddOptions,
        List::Flags => EditorKey::AddFlags,
        List::Stages => EditorKey::AddStages,
    };
    let button = el("button").attr("type", "button").class("sf-button sf-line sf-add").attr("id", &id);
    button.text(&editor.t(key)).on("click", then).focused(editor.take_aim(&id))
}

/// What a part of a list is called, as ‘Question 3’.
fn name(editor: &Editor, list: List, at: usize) -> String {
    let key = match list {
        List::Items => EditorKey::PartItems,
        List::Options => EditorKey::PartOptions,
        List::Flags => EditorKey::PartFlags,
        List::Stages => EditorKey::PartStages,
    };
    editor.page().fill(key, &[("n", &(at + 1).to_string())])
}

fn row(editor: &Editor, holder: &Place, list: List, at: usize, count: usize) -> El {
    let part = holder.field(list.name()).index(at);
    if list == List::Options {
        let legend = el("legend").class("sf-row-name").text(&name(editor, list, at));
        let parts = fields(editor, &part, list);
        return el("fieldset")
            .class("sf-row")
            .child(legend)
            .children(parts)
            .child(buttons(editor, holder, list, at, count));
    }
    let summary = summary(editor, &part, list, at);
    let (drawn, drawer) = (part.clone(), holder.clone());
    fold(editor, &editor.part_name(&part), "sf-row", summary.attr("id", &editor.id("row", &part)), move |editor| {
        let mut parts = fields(editor, &drawn, list);
        parts.push(buttons(editor, &drawer, list, at, count));
        parts
    })
}

/// A part that folds, and is drawn only while it is open.
pub fn fold(editor: &Editor, name: &str, class: &str, summary: El, draw: impl Fn(&Editor) -> Vec<El> + 'static) -> El {
    let whole = el("details").class(&format!("sf-fold {class}"));
    let (handle, is_open) = (whole.handle(), editor.fold(name));
    let toggled = is_open.clone();
    let body = div("sf-fold-body").live(editor.then(move |editor| {
        let is_open = is_open.get();
        handle.flag("open", is_open);
        if is_open { draw(editor) } else { Vec::new() }
    }));
    let toggle = move |is_open| {
        if toggled.peek() != is_open {
            toggled.set(is_open);
        }
    };
    whole.on_toggle(toggle).child(summary).child(body)
}

/// The first words of a part, and how much is wrong in it.
fn summary(editor: &Editor, part: &Place, list: List, at: usize) -> El {
    let text = part.field(if list == List::Items { "text" } else { "name" });
    let (named, counted) = (name(editor, list, at), part.clone());
    let words = editor.then(move |editor| {
        let words = editor.value(editor.spoken(), &text).and_then(|words| words.as_str().map(str::to_owned));
        let words = words.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| editor.t(EditorKey::RowUnnamed));
        vec![span("sf-row-name", &named), span("sf-row-words", &words)]
    });
    let count = editor.then(move |editor| count(editor, |found| is_in(&found.fault.place, &counted)));
    el("summary").child(span("sf-row-head", "").live(words)).child(span("sf-row-count", "").live(count))
}

/// How many of the faults there are, where there are any.
pub fn count(editor: &Editor, is_counted: impl Fn(&Found) -> bool) -> Vec<El> {
    let count = editor.found().iter().filter(|found| is_counted(found)).count();
    let words = editor.page().fill(EditorKey::CheckIn, &[("n", &count.to_string())]);
    (count > 0).then(|| span("sf-settle", &words)).into_iter().collect()
}

fn is_in(place: &str, part: &Place) -> bool {
    place.strip_prefix(&*part.to_string()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn fields(editor: &Editor, part: &Place, list: List) -> Vec<El> {
    let short = |names: &[&str]| div("sf-shorts").children(field::all(editor, part, names));
    let mut parts = match list {
        List::Items => field::all(editor, part, &["text", "hint"]),
        List::Options => field::all(editor, part, &["text", "feedback"]),
        List::Flags => field::all(editor, part, &["name", "text", "all", "any"]),
        List::Stages => field::all(editor, part, &["name", "question"]),
    };
    match list {
        List::Items => {
            parts.push(short(&["stage", "measures", "id"]));
            parts.push(view(editor, part, List::Options));
            parts.extend(field::all(editor, part, &["show_if"]));
            parts.push(short(&["rule", "opens", "sources"]));
        }
        List::Options => parts.push(short(&["score", "id"])),
        List::Flags => parts.push(short(&["id", "rule", "sources"])),
        List::Stages => parts.push(short(&["id"])),
    }
    parts
}

/// What can be done with a part as a whole.
fn buttons(editor: &Editor, holder: &Place, list: List, at: usize, count: usize) -> El {
    let place = holder.field(list.name());
    let mut buttons = Vec::new();
    for (what, key, to) in [
        ("up", EditorKey::RowUp, at.checked_sub(1)),
        ("down", EditorKey::RowDown, Some(at + 1).filter(|to| *to < count)),
    ] {
        let Some(to) = to else { continue };
        let (moves, list_place) = (holder.clone(), place.clone());
        buttons.push(button(editor, &place.index(at), what, key, list, move |editor| {
            editor.act(|draft| draft.shift(&moves, list, at, to));
            // At an end of the list there is only the other direction.
            let what = if to == 0 {
                "down"
            } else if to + 1 == count {
                "up"
            } else {
                what
            };
            editor.aim(editor.id(what, &list_place.index(to)));
            editor.say(&editor.page().fill(EditorKey::RowMoved, &[("n", &(to + 1).to_string())]));
        }));
    }
    let (copies, copied_in) = (holder.clone(), place.clone());
    // There are six stages, each of them once.
    if list != List::Stages {
        buttons.push(button(editor, &place.index(at), "copy", EditorKey::RowDuplicate, list, move |editor| {
            editor.act(|draft| draft.duplicate(&copies, list, at));
            editor.aim(editor.id("copy", &copied_in.index(at)));
            editor.say(&editor.page().fill(EditorKey::RowDuplicated, &[("part", &name(editor, list, at))]));
        }));
    }
    let (removes, goes_on_at) = (holder.clone(), place.clone());
    buttons.push(button(editor, &place.index(at), "remove", EditorKey::RowRemove, list, move |editor| {
        let part = name(editor, list, at);
        editor.act(|draft| draft.remove(&removes, list, at));
        editor.aim(editor.id("list", &goes_on_at));
        editor.say(&editor.page().fill(EditorKey::RowRemoved, &[("part", &part)]));
    }));
    div("sf-actions").children(buttons)
}

fn button(
    editor: &Editor,
    part: &Place,
    what: &str,
    key: EditorKey,
    list: List,
    act: impl Fn(&Editor) + 'static,
) -> El {
    let id = editor.id(what, part);
    let at = part.steps().last().map_or(0, |step| match step {
        Step::Index(at) => *at,
        Step::Field(_) => 0,
    });
    let button = el("button").attr("type", "button").class("sf-button sf-quiet").attr("id", &id);
    let of = span("sf-hidden", &format!(" ({})", name(editor, list, at)));
    button.text(&editor.t(key)).child(of).on("click", editor.then(act)).focused(editor.take_aim(&id))
}

/// A heading with what belongs to it.
pub fn group(editor: &Editor, place: &Place, words: &str, parts: impl IntoIterator<Item = El>) -> El {
    // What is wrong with all of it leads here.
    let id = editor.id("row", place);
    div("sf-group")
        .child(el("h3").class("sf-heading sf-heading-2").attr("id", &id).attr("tabindex", "-1").text(words))
        .children(parts)
}
