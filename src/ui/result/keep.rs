//! How to keep a result, share it, go on from it, or take the check again.

use super::Shown;
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    quiz::answers::Answers,
    ui::{
        app::App,
        files::task::Task,
        part::{actions, button, div, for_files, heading, leads, p, press},
    },
    visit::Screen,
    words::{BUILT_IN, Key},
};

pub fn view(app: &App, shown: &Shown) -> El {
    let is_open = Watched::new(false);
    let (open, pack, address) = (is_open.clone(), shown.taken.pack.clone(), app.link(&shown.taken));
    let link = address.as_ref().map(|_| button("sf-line", &app.t(Key::ResultLink), move || open.set(true)));
    // A result from a link is not among one's own.
    let is_own = !shown.taken.id.is_empty();
    let save = is_own.then(|| for_files(app, "sf-line", Key::ResultSave, || Task::SaveResult));
    let shared = app
        .then(move |app| address.iter().filter(|_| is_open.get()).map(|address| shared_link(app, address)).collect());
    div("sf-keep")
        .children(site_link(app))
        .children(full(app, shown))
        .child(heading(app, 1, &app.t(Key::ResultKeep)))
        .child(
            actions([press(app, "sf-line", Key::ResultPrint, App::print)]).children(save).children(link).child(leads(
                app,
                "sf-line",
                Key::AppHistory,
                Screen::History,
            )),
        )
        .child(div("sf-share").live(shared))
        .child(heading(app, 1, &app.t(Key::ResultAgain)))
        .child(p("sf-text", &app.t(Key::ResultAgainNote)))
        .child(actions([press(app, "sf-line", Key::ResultRetake, move |app| app.begin(&pack, &Answers::default()))]))
}

/// The full check after the quick one, with the answers brought along.
fn full(app: &App, shown: &Shown) -> Option<El> {
    let (id, items, _) = BUILT_IN.iter().find(|(id, ..)| *id == "full" && shown.pack.id == "quick")?;
    let left = items.saturating_sub(shown.answers.len());
    let known = shown.answers.clone();
    let note = p("sf-text", &app.count(Key::ResultFullNote, left, &[]));
    let go_on = press(app, "sf-solid", Key::ResultFull, move |app| app.begin(id, &known));
    Some(div("sf-note-box").child(note).child(go_on))
}

/// The link that the site set for its visitors.
fn site_link(app: &App) -> Option<El> {
    let (href, label) = app.options().cta()?;
    let link = el("a").class("sf-button sf-line").attr("href", &href).attr("rel", "noopener noreferrer");
    Some(el("p").class("sf-site").child(link.text(&label)))
}

fn shared_link(app: &App, link: &str) -> El {
    let id = app.id("link");
    let text = link.to_owned();
    let field = el("input").attr("type", "text").attr("id", &id).class("sf-input");
    let field = field.flag("readonly", true).attr("value", link);
    let copy = press(app, "sf-line", Key::ResultCopy, move |app| app.copy(&text));
    div("")
        .child(el("label").attr("for", &id).text(&app.t(Key::ResultLinkLabel)))
        .child(p("sf-note", &app.t(Key::ResultLinkHolds)))
        .child(div("sf-share-row").child(field).child(copy))
}
