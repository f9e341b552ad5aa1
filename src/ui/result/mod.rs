//! The result: words first, then the picture, the one thing to do first, the steps with their answers, what is worth a
//! second look, how to keep it, and what it is not.

mod compare;
mod keep;
mod picture;
mod steps;

use super::{
    app::App,
    part::{button, heading, paragraph, title},
};
use crate::{
    document::result::TakenCheck,
    quiz::{
        answers::Answers,
        outcome::{First, Outcome, outcome},
        pack::{Measure, Pack, ReadingText},
    },
    visit::Screen,
    words::{Key, fill},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A result with all that the parts of the screen need.
struct Shown {
    pack: Arc<Pack>,
    taken: TakenCheck,
    /// As far as the pack knows them.
    answers: Answers,
    outcome: Outcome,
    /// The visitor's own result before this one.
    before: Option<TakenCheck>,
    /// Whether its answers can still be changed.
    is_current: bool,
    /// How many answers have no place in the pack any more.
    lost: usize,
}

/// One of the visitor's own results.
pub fn view(app: App, id: &str) -> AnyView {
    let found = app.with_visit(|visit| {
        let before = visit.before(id).cloned();
        visit
            .result(id)
            .map(|taken| (taken.clone(), before, visit.is_current(id)))
    });
    let shown = found.and_then(|(taken, before, is_current)| Shown::new(app, taken, before, is_current));
    let Some(shown) = shown else {
        return ().into_any();
    };
    view! {
        {summary(app, &shown)}
        {keep::view(app, &shown)}
        {about(app, &shown.pack)}
    }
    .into_any()
}

/// The result that came with a link.
pub fn shared(app: App) -> AnyView {
    let taken = app.with_visit(|visit| visit.shared.clone());
    let Some(shown) = taken.and_then(|taken| Shown::new(app, taken, None, false)) else {
        return ().into_any();
    };
    let date = app.date(&shown.taken.taken_at);
    view! {
        <div class="sf-note-box">
            <p class="sf-text">
                <strong>{app.t(Key::SharedTitle)}</strong>
                ". "
                {app.fill(Key::SharedTaken, &[("date", &date)])}
                ". "
                {app.t(Key::SharedNote)}
            </p>
            {button("sf-line", app.t(Key::SharedOwn), move || app.go(Screen::Start))}
        </div>
        {summary(app, &shown)}
        {about(app, &shown.pack)}
    }
    .into_any()
}

impl Shown {
    fn new(app: App, taken: TakenCheck, before: Option<TakenCheck>, is_current: bool) -> Option<Shown> {
        let pack = app.pack(&taken.pack)?;
        let (answers, lost) = taken.answers.mapped_onto(&pack);
        Some(Shown {
            outcome: outcome(&pack, &answers),
            lost: lost.len(),
            pack,
            taken,
            answers,
            before,
            is_current,
        })
    }

    fn reading(&self) -> ReadingText {
        self.pack
            .reading_text(&self.outcome.reading)
            .cloned()
            .unwrap_or_default()
    }
}

fn summary(app: App, shown: &Shown) -> AnyView {
    let has_scores = !shown.outcome.reading.touches.is_empty();
    view! {
        <div class="sf-result" part="result" lang=shown.pack.lang.clone()>
            {reading(app, shown)}
            {has_scores.then(|| picture::view(app, shown))}
            {first(app, shown)}
            {compare::view(app, shown)}
            {steps::view(app, shown)}
            {flags(app, shown)}
        </div>
    }
    .into_any()
}

/// Words first, numbers second.
fn reading(app: App, shown: &Shown) -> AnyView {
    let (pack, outcome) = (&shown.pack, &shown.outcome);
    let text = shown.reading();
    let tie = outcome.tie_shown(pack).map(|word| pack.tie_texts.of(word).to_owned());
    let texts = if outcome.reading.touches.is_empty() {
        too_few(shown, &text.text)
    } else {
        vec![text.text]
    };
    let lost = (shown.lost > 0).then(|| app.count(Key::AppUnmapped, shown.lost, &[]));
    view! {
        <p class="sf-eyebrow">{app.t(Key::ResultTitle)} ", " {app.date(&shown.taken.taken_at)}</p>
        {title(app, text.lead)}
        {texts.into_iter().map(|text| paragraph("sf-lead", text)).collect_view()}
        {paragraph("sf-text", tie.unwrap_or_default())}
        {paragraph("sf-note", pack.caveat.clone())}
        {paragraph("sf-note", lost.unwrap_or_default())}
    }
    .into_any()
}

/// A sentence for each axis that lacks answers.
fn too_few(shown: &Shown, text: &str) -> Vec<String> {
    let pack = &shown.pack;
    let axes = [
        (&pack.direction, Measure::Direction, shown.outcome.direction),
        (&pack.work, Measure::Work, shown.outcome.work),
    ];
    let lacking = axes.into_iter().filter(|(.., score)| score.is_none());
    let sentences = lacking.map(|(axis, measure, _)| {
        let answered = pack
            .answered(&shown.answers)
            .filter(|(item, _)| item.measure == measure)
            .count();
        let asked = pack.asked_in(measure, &shown.answers);
        let blanks = [
            ("n", answered.to_string()),
            ("m", asked.to_string()),
            ("axis", axis.name.clone()),
            ("k", axis.min_answers.to_string()),
        ];
        fill(text, &blanks.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    sentences.collect()
}

/// The one thing to do first: what the answer's own feedback says.
fn first(app: App, shown: &Shown) -> AnyView {
    let (pack, answers) = (&shown.pack, &shown.answers);
    let (name, from, text) = match &shown.outcome.first {
        None => return ().into_any(),
        Some(First::Review) => (
            app.t(Key::ResultFirstReview),
            String::new(),
            app.t(Key::ResultFirstReviewText),
        ),
        Some(First::Item { stage, item }) => {
            let found = pack.answered(answers).find(|(answered, _)| answered.id == *item);
            let Some((item, option)) = found else {
                return ().into_any();
            };
            let from = app.fill(
                Key::ResultFirstFrom,
                &[("question", &item.text), ("answer", &option.text)],
            );
            (pack.stage_name(*stage).to_owned(), from, option.feedback.clone())
        }
    };
    view! {
        <div class="sf-first">
            <p class="sf-eyebrow">{app.t(Key::ResultFirst)}</p>
            {heading(app, 1, name)}
            {paragraph("sf-lead", text)}
            {paragraph("sf-note", from)}
        </div>
    }
    .into_any()
}

fn flags(app: App, shown: &Shown) -> AnyView {
    let flags = shown
        .pack
        .flags
        .iter()
        .filter(|flag| shown.outcome.flags.contains(&flag.id));
    let rows: Vec<_> = flags
        .map(|flag| {
            view! {
                <li>
                    {heading(app, 2, flag.name.clone())}
                    {paragraph("sf-text", flag.text.clone())}
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        {heading(app, 1, app.t(Key::ResultFlags))}
        <ul class="sf-plain sf-flags">{rows}</ul>
    }
    .into_any()
}

fn about(app: App, pack: &Pack) -> AnyView {
    view! {
        <div class="sf-aside">
            {heading(app, 1, app.t(Key::ResultNot))}
            {paragraph("sf-text", pack.about.clone())}
            <div class="sf-actions sf-actions-start">
                {button("sf-link", app.t(Key::AppDifference), move || app.go(Screen::Difference))}
                {button("sf-link", app.t(Key::AppDrill), move || app.go(Screen::Drill))}
            </div>
        </div>
    }
    .into_any()
}
