//! The six steps as rows that open to the answers behind their words.

use super::Shown;
use crate::{
    browser::element::{El, el},
    quiz::pack::{Item, StageText},
    ui::{
        app::App,
        part::{div, fold, heading, p, p_if, press, span, word_mark},
    },
    words::Key,
};

pub fn view(app: &App, shown: &Shown) -> Vec<El> {
    let has_words = shown.pack.stage_min_answers.is_some();
    let name = if has_words { Key::ResultStages } else { Key::ResultAnswers };
    let rows = shown.pack.stages.iter().filter_map(|stage| row(app, shown, stage, has_words));
    let mut parts = vec![heading(app, 1, &app.t(name))];
    parts.extend(has_words.then(|| p("sf-note", &app.t(Key::ResultStagesNote))));
    parts.push(div("sf-steps").children(rows));
    parts
}

fn row(app: &App, shown: &Shown, text: &StageText, has_words: bool) -> Option<El> {
    let asked = shown.pack.asked(&shown.answers).filter(|item| item.stage == text.stage);
    let answers: Vec<El> = asked.map(|item| answer(app, shown, item)).collect();
    if answers.is_empty() {
        return None;
    }
    let word = shown.outcome.stage(text.stage);
    let said = word.map_or_else(|| app.t(Key::ResultNoWord), |word| shown.pack.words.of(word).to_owned());
    let summary = el("span").class("sf-step-head").child(span("sf-step-name", &text.name));
    let summary = summary.children(has_words.then(|| word_mark(word, &said)));
    let unfolds = [p("sf-note", &text.question), el("ul").class("sf-plain sf-answers").children(answers)];
    Some(fold("sf-step", summary, unfolds))
}

fn answer(app: &App, shown: &Shown, item: &Item) -> El {
    let option = shown.answers.of(&item.id).and_then(|id| item.option(id));
    let chosen = option.map_or_else(|| app.t(Key::ResultSkipped), |option| option.text.clone());
    let change = shown.is_current.then(|| {
        let id = item.id.clone();
        let name = app.fill(Key::ResultChangeFull, &[("question", &item.text)]);
        press(app, "sf-link", Key::ResultChange, move |app| app.change(&id)).attr("aria-label", &name)
    });
    el("li")
        .child(p("sf-asked", &item.text))
        .child(el("p").class("sf-chosen").text(&chosen).text(" ").children(change))
        .children(option.and_then(|option| p_if("sf-text", &option.feedback)))
}
