//! How to keep a result, share it, go on from it, or take the check again. What was asked for is drawn by `saved`.

use super::{Shown, saved};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    quiz::answers::Answers,
    ui::{
        app::App,
        files::task::Task,
        part::{actions, div, for_files, heading, leads, p, press},
    },
    visit::Screen,
    words::{BUILT_IN, Key},
};
use std::rc::Rc;

/// What has been asked for, and stands under the buttons.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Nothing,
    Link,
    Picture,
    Code,
}

pub fn view(app: &App, shown: &Rc<Shown>) -> El {
    let asked = Watched::new(Asked::Nothing);
    let pack = shown.taken.pack.clone();
    let ask = |key: Key, what: Asked| {
        let asked = asked.clone();
        press(app, "sf-line", key, move |_| asked.set(what))
    };
    let has_picture = shown.outcome.direction.is_some() && shown.outcome.work.is_some();
    let picture = has_picture.then(|| ask(Key::ResultPictureSave, Asked::Picture));
    let link = ask(Key::ResultLink, Asked::Link);
    // A result from a link is not among one's own.
    let is_own = !shown.taken.id.is_empty();
    let save = is_own.then(|| for_files(app, "sf-line", Key::ResultSave, || Task::SaveResult));
    let shown_there = shown.clone();
    let code = is_own.then(|| ask(Key::ResultCode, Asked::Code));
    let under = app.then(move |app| saved::view(app, &shown_there, asked.get()));
    div("sf-keep")
        .children(site_link(app))
        .children(full(app, shown))
        .child(heading(app, 1, &app.t(Key::ResultKeep)))
        .child(
            actions([press(app, "sf-line", Key::ResultPrint, App::print)])
                .children(picture)
                .children(save)
                .child(link)
                .children(code)
                .child(leads(app, "sf-line", Key::AppHistory, Screen::History))
                .class("sf-actions sf-ways"),
        )
        // Said before there is a link.
        .child(p("sf-note", &app.t(Key::ResultLinkHolds)))
        .child(div("sf-share").live(under))
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
