//! The start: what this is, how long it takes, where answers are kept; then one button.

use super::{
    app::App,
    part::{button, heading, paragraph, title},
};
use crate::{
    quiz::answers::Answers,
    visit::Screen,
    words::{BUILT_IN, Key},
};
use leptos::prelude::*;

pub fn view(app: App) -> AnyView {
    let offered = app.packs_offered();
    let chosen = StoredValue::new(offered.first().cloned().unwrap_or_default());
    let under_way = app.with_visit(|visit| {
        visit
            .session
            .as_ref()
            .is_some_and(|session| session.result_id.is_none())
    });
    let begin = move || app.begin(chosen.get_value(), Answers::default());
    let actions = if under_way {
        view! {
            {button("sf-solid", app.t(Key::StartResume), move || app.go(Screen::Question))}
            {button("sf-line", app.t(Key::AppStartOver), move || app.start_over())}
        }
        .into_any()
    } else {
        button("sf-solid", app.t(Key::StartStart), begin)
    };
    view! {
        {title(app, app.t(Key::StartTitle))}
        <p class="sf-lead">{app.t(Key::StartLead)}</p>
        {(!under_way && offered.len() > 1).then(|| lengths(app, &offered, chosen))}
        <div class="sf-actions sf-actions-start">{actions}</div>
        {intro(app, &offered)}
        {also(app)}
    }
    .into_any()
}

fn lengths(app: App, offered: &[String], chosen: StoredValue<String>) -> AnyView {
    let rows = offered.iter().enumerate().filter_map(|(index, pack)| {
        let (_, items, minutes) = BUILT_IN.iter().find(|(id, ..)| id == pack)?;
        let (name, note) = if pack == "quick" {
            (Key::StartQuick, Key::StartQuickNote)
        } else {
            (Key::StartFull, Key::StartFullNote)
        };
        let id = app.id(&format!("length-{pack}"));
        let pack = pack.clone();
        let length = app.count(Key::StartOption, *items, &[("name", &app.t(name))]);
        let note = format!("{}, {}", app.count(Key::StartMinutes, *minutes, &[]), app.t(note));
        Some(view! {
            <div class="sf-option" part="option">
                <input
                    type="radio"
                    id=id.clone()
                    name=app.id("length")
                    value=pack.clone()
                    checked=index == 0
                    on:change=move |_| chosen.set_value(pack.clone())
                />
                <label for=id>
                    {length} " " <span class="sf-note">{note}</span>
                </label>
            </div>
        })
    });
    view! {
        <fieldset class="sf-options">
            <legend>{app.t(Key::StartLength)}</legend>
            {rows.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// What to know first, in the words of the pack that is proposed.
fn intro(app: App, offered: &[String]) -> AnyView {
    let Some(pack) = offered.first().and_then(|id| app.pack(id)) else {
        return ().into_any();
    };
    let text = pack.intro.clone();
    view! {
        <div class="sf-aside">
            {heading(app, 1, app.t(Key::StartBefore))}
            {paragraph("sf-text", text)}
        </div>
    }
    .into_any()
}

fn also(app: App) -> AnyView {
    let results = app.with_visit(|visit| visit.results.len());
    let row = |key: Key, note: String, screen: Screen| {
        view! {
            <li>
                {button("sf-link", app.t(key), move || app.go(screen.clone()))}
                <span class="sf-note">{note}</span>
            </li>
        }
    };
    view! {
        <div class="sf-also">
            {heading(app, 1, app.t(Key::StartAlso))}
            <ul class="sf-plain">
                {row(Key::AppDifference, app.t(Key::StartDifferenceNote), Screen::Difference)}
                {row(Key::AppDrill, app.t(Key::StartDrillNote), Screen::Drill)}
                {(results > 0)
                    .then(|| row(Key::AppHistory, app.count(Key::StartHistoryNote, results, &[]), Screen::History))}
            </ul>
        </div>
    }
    .into_any()
}
