//! This time beside the time before, answer by answer. Nothing inside the band is called a change.

use super::Shown;
use crate::{
    browser::element::{El, el},
    quiz::{
        compare::{Change, Changed, compare},
        pack::Axis,
    },
    ui::{
        app::App,
        part::{div, fold, heading, p, span, table},
    },
    words::Key,
};

pub fn view(app: &App, shown: &Shown) -> Option<El> {
    let (before, pack) = (shown.before.as_ref()?, &shown.pack);
    let (was, lost) = before.answers.mapped_onto(pack);
    let lost: Vec<String> = lost.into_iter().map(|answer| answer.item).collect();
    let lost = (!lost.is_empty()).then(|| p("sf-note", &app.unmapped(&lost)));
    let comparison = compare(pack, &was, &shown.answers);
    let sentence = |axis: &Axis, change: Change| {
        let key = match change {
            Change::Unknown => Key::CompareUnknown,
            Change::WithinBand => Key::CompareWithin,
            Change::Higher => Key::CompareHigher,
            Change::Lower => Key::CompareLower,
        };
        el("li").text(&app.fill(key, &[("axis", &axis.name)]))
    };
    let sentences = [sentence(&pack.direction, comparison.direction), sentence(&pack.work, comparison.work)];
    let answers = if comparison.items.is_empty() {
        p("sf-text", &app.t(Key::CompareSame))
    } else {
        changed(app, shown, &comparison.items)
    };
    let title = app.fill(Key::CompareTitle, &[("date", &app.date(&before.taken_at))]);
    let parts = div("sf-compare").child(heading(app, 1, &title));
    Some(parts.child(el("ul").class("sf-plain").children(sentences)).child(answers).children(lost))
}

fn changed(app: &App, shown: &Shown, changed: &[Changed]) -> El {
    let text = |item: &str, option: Option<&String>| {
        let option = option.and_then(|id| shown.pack.item(item)?.option(id));
        option.map_or_else(|| app.t(Key::ResultSkipped), |option| option.text.clone())
    };
    let rows = changed.iter().map(|row| {
        let question = shown.pack.item(&row.item).map(|item| &*item.text).unwrap_or_default();
        let cells = [&row.before, &row.after].map(|option| text(&row.item, option.as_ref()));
        (el("th").text(question), cells.to_vec())
    });
    let heads = [Key::CompareQuestion, Key::CompareThen, Key::CompareNow].map(|key| app.t(key));
    let summary = span("", &app.count(Key::CompareChanged, changed.len(), &[]));
    fold("", summary, [table(&heads, rows)])
}
