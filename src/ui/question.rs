//! One question: native radio buttons, and no step without the visitor's own press.

use super::{
    app::App,
    part::{actions, div, p, p_if, press, radio, span, title},
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    quiz::{
        pack::{Item, Pack, Stage},
        session::Session,
    },
    words::Key,
};

pub fn view(app: &App) -> Vec<El> {
    let Some(pack) = app.session_pack() else {
        return Vec::new();
    };
    let session = app.visit().session.clone().unwrap_or_default();
    let Some(item) = session.current(&pack) else {
        return Vec::new();
    };
    let is_last = app.visit().is_last(&pack);
    let missing = Watched::new(false);
    let next = el("button").attr("type", "submit").class("sf-button sf-solid").attr("part", "button");
    let next = next.text(&app.t(if is_last { Key::QuestionResult } else { Key::QuestionNext }));
    let buttons = actions([
        press(app, "sf-quiet", Key::QuestionBack, App::back),
        press(app, "sf-quiet", Key::QuestionSkip, App::skip),
        next,
    ]);
    let form = el("form").class("sf-form").child(fieldset(app, &pack, item, &session, &missing));
    let form = form.child(buttons).on_submit(app.then(move |app| {
        if app.is_answered() {
            app.next();
        } else {
            missing.set(true);
        }
    }));
    vec![progress(app, &pack, &session, item), form, p("sf-keys", &app.t(Key::QuestionKeys))]
}

/// Progress in words, and as segments that fill, one a stage.
fn progress(app: &App, pack: &Pack, session: &Session, item: &Item) -> El {
    let (index, total) = session.position(pack);
    let path = session.path(pack);
    let stages: Vec<Stage> =
        Stage::ALL.into_iter().filter(|stage| path.iter().any(|item| item.stage == *stage)).collect();
    let stage = stages.iter().position(|stage| *stage == item.stage).unwrap_or(0) + 1;
    let blanks = [("n", &*index.to_string()), ("total", &*total.to_string())];
    let count = app.fill(Key::QuestionProgress, &blanks);
    let blanks =
        [("n", &*stage.to_string()), ("total", &*stages.len().to_string()), ("stage", pack.stage_name(item.stage))];
    let stage = app.fill(Key::QuestionStage, &blanks);
    let segment = |stage: &Stage| {
        let cells = path.iter().enumerate().filter(|(_, item)| item.stage == *stage);
        let cell = |place: usize| el("span").class(if place + 1 < index { "sf-cell sf-done" } else { "sf-cell" });
        el("span").class("sf-segment").children(cells.map(|(place, _)| cell(place)))
    };
    let words = el("p").class("sf-progress-words").child(span("", &count)).text(" ");
    let segments = div("sf-segments").attr("aria-hidden", "true").children(stages.iter().map(segment));
    div("sf-progress").attr("part", "progress").child(words.child(span("sf-progress-stage", &stage))).child(segments)
}

fn fieldset(app: &App, pack: &Pack, item: &Item, session: &Session, missing: &Watched<bool>) -> El {
    let (hint_id, error_id) = (app.id("hint"), app.id("error"));
    let described_by = if item.hint.is_empty() { error_id.clone() } else { format!("{hint_id} {error_id}") };
    let hint = p_if("sf-hint", &item.hint).map(|hint| hint.attr("id", &hint_id));
    let error = p("sf-error", "").attr("id", &error_id).attr("role", "alert");
    let is_missing = missing.clone();
    let error = error.live(app.then(move |app| {
        let mark = || span("sf-hidden", &app.t(Key::QuestionError));
        let words = || span("", &format!(" {}", app.t(Key::QuestionChoose)));
        if is_missing.get() { vec![mark(), words()] } else { Vec::new() }
    }));
    let rows = item.options.iter().map(|option| {
        let (answer, missing) = (option.id.clone(), missing.clone());
        let choose = app.then(move |app| {
            app.answer(&answer);
            missing.set(false);
        });
        let is_chosen = session.answers.of(&item.id) == Some(option.id.as_str());
        let id = app.id(&format!("{}-{}", item.id, option.id));
        let label = el("label").text(&option.text);
        radio("sf-option", &id, &app.id(&item.id), is_chosen, choose, label)
    });
    el("fieldset")
        .class("sf-options")
        .attr("lang", &pack.lang)
        .attr("aria-describedby", &described_by)
        .child(el("legend").child(title(app, &item.text)))
        .children(hint)
        .child(error)
        .children(rows)
}
