//! Small parts that several screens are made of.

use super::{app::App, files::task::Task};
pub use crate::browser::element::{div, p, span};
use crate::{
    browser::{
        element::{El, el, svg},
        watched::Watched,
    },
    quiz::pack::Word,
    visit::Screen,
    words::Key,
};

/// The first heading of a screen. After a step it takes the focus, so that a keyboard or a screen reader starts there.
pub fn title(app: &App, text: &str) -> El {
    let takes_focus = app.take_moved();
    app.options().tell_title(text, &app.lang());
    let heading = el("h2").class("sf-title").attr("aria-level", &app.level(0));
    heading.attr("tabindex", "-1").text(text).focused(takes_focus)
}

/// The answer to what was just pressed. It takes the focus before the screen's heading can.
pub fn verdict(app: &App, text: &str) -> El {
    let takes_focus = app.take_moved();
    p("sf-verdict-word", text).attr("tabindex", "-1").focused(takes_focus)
}

/// A heading `below` the first one.
pub fn heading(app: &App, below: u8, text: &str) -> El {
    let class = if below == 1 { "sf-heading" } else { "sf-heading sf-heading-2" };
    el("h3").class(class).attr("aria-level", &app.level(below)).text(text)
}

/// A button that does one thing. `class` says how loud it is: `sf-solid`, `sf-line`, `sf-quiet` or `sf-link`.
pub fn button(class: &str, text: &str, press: impl Fn() + 'static) -> El {
    let button = el("button").attr("type", "button").class(&format!("sf-button {class}"));
    button.attr("part", "button").text(text).on("click", press)
}

/// A button with a text of ours that does something with the app.
pub fn press(app: &App, class: &str, key: Key, act: impl Fn(&App) + 'static) -> El {
    button(class, &app.t(key), app.then(act))
}

/// A button that saves or opens a file.
pub fn for_files(app: &App, class: &str, key: Key, task: fn() -> Task) -> El {
    press(app, class, key, move |app| app.files(task()))
}

/// A button that leads to another screen.
pub fn leads(app: &App, class: &str, key: Key, screen: Screen) -> El {
    press(app, class, key, move |app| app.go(screen.clone()))
}

/// A place for what lies in the part of the program that shares results, filled once that is there.
pub fn shared(app: &App, make: impl Fn(&App) -> Vec<El> + 'static) -> El {
    let is_there = Watched::new(false);
    let (asker, loaded, waiting) = (app.clone(), is_there.clone(), app.wait());
    app.options().part("plan-share", move |is_there| {
        drop(waiting);
        if is_there {
            loaded.set(true);
        } else {
            asker.fail(Key::AppFailed);
        }
    });
    div("").live(app.then(move |app| if is_there.get() { make(app) } else { Vec::new() }))
}

/// Buttons in a row.
pub fn actions(buttons: impl IntoIterator<Item = El>) -> El {
    div("sf-actions").children(buttons)
}

/// A paragraph, or nothing where there are no words.
pub fn p_if(class: &str, text: &str) -> Option<El> {
    (!text.is_empty()).then(|| p(class, text))
}

/// A part that folds: what is always there, and what unfolds.
pub fn fold(class: &str, summary: El, unfolds: impl IntoIterator<Item = El>) -> El {
    let fold = el("details").class(&format!("sf-fold {class}"));
    fold.child(el("summary").child(summary)).children(unfolds)
}

/// A native radio button in a row that answers as a whole.
pub fn radio(class: &str, id: &str, name: &str, is_chosen: bool, choose: impl Fn() + 'static, label: El) -> El {
    let input = el("input").attr("type", "radio").attr("id", id).attr("name", name);
    let input = input.flag("checked", is_chosen).on("change", choose);
    div(class).attr("part", "option").child(input).child(label.attr("for", id))
}

/// A table: the heads of its columns, the first of them over the rows' own heads, then the rows. On a narrow card each
/// cell stands under its column's name.
pub fn table(heads: &[String], rows: impl IntoIterator<Item = (El, Vec<String>)>) -> El {
    let head = |text: &String| el("th").attr("scope", "col").text(text);
    let row = |(first, cells): (El, Vec<String>)| {
        let cell = |(cell, head): (&String, &String)| el("td").attr("data-label", head).text(cell);
        let cells: Vec<El> = cells.iter().zip(heads.iter().skip(1)).map(cell).collect();
        el("tr").child(first.attr("scope", "row")).children(cells)
    };
    let rows: Vec<El> = rows.into_iter().map(row).collect();
    let heads = el("thead").child(el("tr").children(heads.iter().map(head)));
    el("table").class("sf-table").child(heads).child(el("tbody").children(rows))
}

/// A word with its shape: an empty, a half or a full disc. Never colour alone.
pub fn word_mark(word: Option<Word>, text: &str) -> El {
    let (class, filled) = match word {
        None => ("sf-word", ""),
        Some(Word::NotYet) => ("sf-word sf-settle", ""),
        Some(Word::Partly) => ("sf-word sf-think", "M8 2A6 6 0 0 1 8 14Z"),
        Some(Word::Mostly) => ("sf-word sf-fine", "M8 2A6 6 0 0 1 8 14A6 6 0 0 1 8 2Z"),
    };
    let circle = svg("circle").attr("cx", "8").attr("cy", "8").attr("r", "6");
    let mark = svg("svg").class("sf-mark").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true");
    let mark = mark.child(circle).child(svg("path").attr("d", filled));
    el("span").class(class).child(mark).text(text)
}
