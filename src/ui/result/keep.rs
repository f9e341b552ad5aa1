//! How to keep a result, share it, go on from it, or take the check again.

use super::Shown;
use crate::{
    browser::options::Options,
    quiz::answers::Answers,
    ui::{
        app::App,
        part::{button, heading, paragraph},
    },
    visit::Screen,
    words::{BUILT_IN, Key},
};
use leptos::prelude::*;

pub fn view(app: App, shown: &Shown) -> AnyView {
    let link = RwSignal::new(None::<String>);
    let taken = shown.taken.clone();
    let pack = shown.taken.pack.clone();
    view! {
        <div class="sf-keep">
            {site_link(app)}
            {full(app, shown)}
            {heading(app, 1, app.t(Key::ResultKeep))}
            <div class="sf-actions sf-actions-start">
                {button("sf-line", app.t(Key::ResultPrint), move || app.print())}
                {button("sf-line", app.t(Key::ResultLink), move || link.set(Some(app.link(&taken))))}
                {button("sf-line", app.t(Key::AppHistory), move || app.go(Screen::History))}
            </div>
            {move || link.get().map(|link| shared_link(app, link))}
            {heading(app, 1, app.t(Key::ResultAgain))}
            {paragraph("sf-text", app.t(Key::ResultAgainNote))}
            <div class="sf-actions sf-actions-start">
                {button("sf-line", app.t(Key::ResultRetake), move || app.begin(pack.clone(), Answers::default()))}
            </div>
        </div>
    }
    .into_any()
}

/// The full check after the quick one, with the answers brought along.
fn full(app: App, shown: &Shown) -> AnyView {
    let (_, items, _) = BUILT_IN
        .iter()
        .find(|(id, ..)| *id == "full")
        .copied()
        .unwrap_or_default();
    if shown.pack.id != "quick" {
        return ().into_any();
    }
    let left = items.saturating_sub(shown.answers.len());
    let known = shown.answers.clone();
    view! {
        <div class="sf-note-box">
            {paragraph("sf-text", app.count(Key::ResultFullNote, left, &[]))}
            {button("sf-solid", app.t(Key::ResultFull), move || app.begin("full".to_owned(), known.clone()))}
        </div>
    }
    .into_any()
}

/// The link the site set for its visitors.
fn site_link(app: App) -> AnyView {
    let link = app.option(Options::cta).map(|(href, label)| {
        view! {
            <p class="sf-site">
                <a class="sf-button sf-line" href=href rel="noopener noreferrer">
                    {label}
                </a>
            </p>
        }
    });
    link.into_any()
}

fn shared_link(app: App, link: String) -> AnyView {
    let id = app.id("link");
    let text = link.clone();
    view! {
        <div class="sf-share">
            <label for=id.clone()>{app.t(Key::ResultLinkLabel)}</label>
            <p class="sf-note">{app.t(Key::ResultLinkHolds)}</p>
            <div class="sf-share-row">
                <input type="text" id=id class="sf-input" readonly=true value=link />
                {button("sf-line", app.t(Key::ResultCopy), move || app.copy(text.clone()))}
            </div>
        </div>
    }
    .into_any()
}
