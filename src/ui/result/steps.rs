//! The six steps as rows that open to the answers behind their words.

use super::Shown;
use crate::{
    quiz::pack::{Item, Stage},
    ui::{
        app::App,
        part::{button_named, heading, paragraph, word_mark},
    },
    words::Key,
};
use leptos::prelude::*;

pub fn view(app: App, shown: &Shown) -> AnyView {
    let has_words = shown.pack.stage_min_answers.is_some();
    let (name, note) = if has_words {
        (Key::ResultStages, app.t(Key::ResultStagesNote))
    } else {
        (Key::ResultAnswers, String::new())
    };
    let stages = shown
        .pack
        .stages
        .iter()
        .filter_map(|text| row(app, shown, text.stage, &text.question, has_words));
    view! {
        {heading(app, 1, app.t(name))}
        {paragraph("sf-note", note)}
        <div class="sf-steps">{stages.collect_view()}</div>
    }
    .into_any()
}

fn row(app: App, shown: &Shown, stage: Stage, question: &str, has_words: bool) -> Option<AnyView> {
    let items: Vec<&Item> = shown
        .pack
        .asked(&shown.answers)
        .filter(|item| item.stage == stage)
        .collect();
    if items.is_empty() {
        return None;
    }
    let word = shown.outcome.stage(stage);
    let text = word.map_or_else(|| app.t(Key::ResultNoWord), |word| shown.pack.words.of(word).to_owned());
    let answers: Vec<AnyView> = items.into_iter().map(|item| answer(app, shown, item)).collect();
    let row = view! {
        <details class="sf-fold sf-step">
            <summary>
                <span class="sf-step-name">{shown.pack.stage_name(stage).to_owned()}</span>
                {has_words.then(|| word_mark(word, text))}
            </summary>
            <p class="sf-note">{question.to_owned()}</p>
            <ul class="sf-plain sf-answers">{answers}</ul>
        </details>
    };
    Some(row.into_any())
}

fn answer(app: App, shown: &Shown, item: &Item) -> AnyView {
    let option = shown.answers.of(&item.id).and_then(|id| item.option(id));
    let chosen = option.map_or_else(|| app.t(Key::ResultSkipped), |option| option.text.clone());
    let feedback = option.map(|option| option.feedback.clone()).unwrap_or_default();
    let change = shown.is_current.then(|| {
        let name = app.fill(Key::ResultChangeFull, &[("question", &item.text)]);
        let id = item.id.clone();
        button_named("sf-link", app.t(Key::ResultChange), name, move || app.change(&id))
    });
    view! {
        <li>
            <p class="sf-asked">{item.text.clone()}</p>
            <p class="sf-chosen">{chosen} " " {change}</p>
            {paragraph("sf-text", feedback)}
        </li>
    }
    .into_any()
}
