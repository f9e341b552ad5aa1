//! The results so far, the last one first.

use super::{
    app::App,
    part::{button, button_named, title},
};
use crate::{
    document::result::TakenCheck,
    quiz::{answers::Answers, outcome::outcome},
    visit::Screen,
    words::Key,
};
use leptos::prelude::*;

pub fn view(app: App) -> AnyView {
    let results = app.with_visit(|visit| visit.results.clone());
    let list = if results.is_empty() {
        let pack = app.packs_offered().into_iter().next().unwrap_or_default();
        view! {
            <p class="sf-text">{app.t(Key::HistoryNone)}</p>
            <div class="sf-actions">
                {button("sf-solid", app.t(Key::HistoryTake), move || app.begin(pack.clone(), Answers::default()))}
            </div>
        }
        .into_any()
    } else {
        let rows = results.iter().rev().map(|taken| row(app, taken));
        view! { <ol class="sf-plain sf-history">{rows.collect_view()}</ol> }.into_any()
    };
    view! {
        {title(app, app.t(Key::HistoryTitle))}
        {list}
        <div class="sf-actions">{button("sf-line", app.t(Key::AppBack), move || app.go_back())}</div>
    }
    .into_any()
}

fn row(app: App, taken: &TakenCheck) -> AnyView {
    let date = app.date(&taken.taken_at);
    let delete = app.fill(Key::HistoryDeleteFull, &[("date", &date)]);
    let id = taken.id.clone();
    let delete = button_named("sf-quiet", app.t(Key::HistoryDelete), delete, move || app.delete(&id));
    let Some(pack) = app.pack(&taken.pack) else {
        return view! {
            <li>
                <span>{date}</span>
                <span class="sf-note">{app.t(Key::HistoryElsewhere)}</span>
                {delete}
            </li>
        }
        .into_any();
    };
    let (answers, _) = taken.answers.mapped_onto(&pack);
    let reading = outcome(&pack, &answers).reading;
    let lead = pack.reading_text(&reading).map(|text| text.lead.clone());
    let open = app.fill(Key::HistoryOpen, &[("date", &date)]);
    let screen = Screen::Result(taken.id.clone());
    view! {
        <li>
            {button_named("sf-link", date, open, move || app.go(screen.clone()))}
            <span class="sf-note">{pack.name.clone()}". "{lead}</span>
            {delete}
        </li>
    }
    .into_any()
}
