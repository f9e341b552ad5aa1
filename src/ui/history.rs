//! The results so far, the last one first.

use super::{
    app::App,
    part::{actions, button, p, press, span, title},
};
use crate::{
    browser::element::{El, el},
    document::result::TakenCheck,
    quiz::{answers::Answers, outcome::outcome},
    visit::Screen,
    words::Key,
};

pub fn view(app: &App) -> Vec<El> {
    let results = app.visit().results.clone();
    let list = if results.is_empty() {
        let pack = app.packs_offered().into_iter().next().unwrap_or_default();
        let take = app.then(move |app| app.begin(&pack, &Answers::default()));
        let take = button("sf-solid", &app.t(Key::HistoryTake), take);
        vec![p("sf-text", &app.t(Key::HistoryNone)), actions([take])]
    } else {
        let rows = results.iter().enumerate().rev().map(|(index, taken)| row(app, taken, &day(app, &results, index)));
        vec![el("ol").class("sf-plain sf-history").children(rows)]
    };
    let mut parts = vec![title(app, &app.t(Key::HistoryTitle))];
    parts.extend(list);
    parts.push(actions([press(app, "sf-line", Key::AppBack, App::go_back)]));
    parts
}

/// The day of a result, with a number where there are several of that day, so that no two rows are called the same.
fn day(app: &App, results: &[TakenCheck], index: usize) -> String {
    let same = |taken: &&TakenCheck| taken.taken_at == results[index].taken_at;
    let date = app.date(&results[index].taken_at);
    match (results.iter().filter(same).count(), results[..=index].iter().filter(same).count()) {
        (1, _) => date,
        (_, number) => format!("{date} ({number})"),
    }
}

fn row(app: &App, taken: &TakenCheck, date: &str) -> El {
    let id = taken.id.clone();
    let delete = press(app, "sf-quiet", Key::HistoryDelete, move |app| app.delete(&id));
    let delete = delete.attr("aria-label", &app.fill(Key::HistoryDeleteFull, &[("date", date)]));
    let Some(pack) = app.pack(&taken.pack) else {
        let note = span("sf-note", &app.t(Key::HistoryElsewhere));
        return el("li").child(span("", date)).child(note).child(delete);
    };
    let (answers, _) = taken.answers.mapped_onto(&pack);
    let reading = outcome(&pack, &answers).reading;
    let lead = pack.reading_text(&reading).map(|text| text.lead.clone()).unwrap_or_default();
    let screen = Screen::Result(taken.id.clone());
    let open = button("sf-link", date, app.then(move |app| app.go(screen.clone())));
    let open = open.attr("aria-label", &app.fill(Key::HistoryOpen, &[("date", date)]));
    let note = span("sf-note", &format!("{}. {lead}", pack.name));
    el("li").child(open).child(note).child(delete)
}
