//! How to keep a result, share it, go on from it, or take the check again.

use super::Shown;
use crate::{
    browser::{
        element::{El, el},
        options::Options,
    },
    quiz::answers::Answers,
    ui::{
        app::App,
        part::{actions, button, div, heading, p},
    },
    visit::Screen,
    words::{BUILT_IN, Key},
};
use leptos::prelude::{Get, RwSignal, Set};

pub fn view(app: App, shown: &Shown) -> El {
    let link = RwSignal::new(false);
    let (taken, pack) = (shown.taken.clone(), shown.taken.pack.clone());
    let address = app.link(&taken);
    let shared = move || link.get().then(|| shared_link(app, &address)).into_iter().collect();
    let retake = move || app.begin(pack.clone(), Answers::default());
    div("sf-keep")
        .children(site_link(app))
        .children(full(app, shown))
        .child(heading(app, 1, &app.t(Key::ResultKeep)))
        .child(actions([
            button("sf-line", &app.t(Key::ResultPrint), move || app.print()),
            button("sf-line", &app.t(Key::ResultLink), move || link.set(true)),
            button("sf-line", &app.t(Key::AppHistory), move || app.go(Screen::History)),
        ]))
        .child(div("sf-share").live(shared))
        .child(heading(app, 1, &app.t(Key::ResultAgain)))
        .child(p("sf-text", &app.t(Key::ResultAgainNote)))
        .child(actions([button("sf-line", &app.t(Key::ResultRetake), retake)]))
}

/// The full check after the quick one, with the answers brought along.
fn full(app: App, shown: &Shown) -> Option<El> {
    let (id, items, _) = BUILT_IN
        .iter()
        .find(|(id, ..)| *id == "full" && shown.pack.id == "quick")?;
    let left = items.saturating_sub(shown.answers.len());
    let known = shown.answers.clone();
    let go_on = move || app.begin((*id).to_owned(), known.clone());
    let note = p("sf-text", &app.count(Key::ResultFullNote, left, &[]));
    Some(
        div("sf-note-box")
            .child(note)
            .child(button("sf-solid", &app.t(Key::ResultFull), go_on)),
    )
}

/// The link that the site set for its visitors.
fn site_link(app: App) -> Option<El> {
    let (href, label) = app.option(Options::cta)?;
    let link = el("a")
        .class("sf-button sf-line")
        .attr("href", &href)
        .attr("rel", "noopener noreferrer");
    Some(el("p").class("sf-site").child(link.text(&label)))
}

fn shared_link(app: App, link: &str) -> El {
    let id = app.id("link");
    let text = link.to_owned();
    let field = el("input").attr("type", "text").attr("id", &id).class("sf-input");
    let field = field.flag("readonly", true).attr("value", link);
    let copy = button("sf-line", &app.t(Key::ResultCopy), move || app.copy(text.clone()));
    div("")
        .child(el("label").attr("for", &id).text(&app.t(Key::ResultLinkLabel)))
        .child(p("sf-note", &app.t(Key::ResultLinkHolds)))
        .child(div("sf-share-row").child(field).child(copy))
}
