//! The result: words first, then the picture, the one thing to do first, the steps with their answers, what is worth a
//! second look, how to keep it, and what it is not.

mod compare;
mod keep;
mod picture;
pub mod saved;
mod steps;

use super::{
    app::App,
    part::{actions, div, heading, leads, p, p_if, press, title},
};
use crate::{
    article::Article,
    browser::element::{El, el},
    document::{object::object, result::TakenCheck},
    quiz::{
        answers::Answers,
        outcome::{First, Outcome, outcome},
        pack::{Measure, Pack, ReadingText},
    },
    visit::Screen,
    words::{Key, fill},
};
use std::rc::Rc;

/// A result with all that the parts of the screen need.
pub struct Shown {
    pack: Rc<Pack>,
    taken: TakenCheck,
    /// As far as the pack knows them.
    answers: Answers,
    outcome: Outcome,
    /// The visitor's own result before this one.
    before: Option<TakenCheck>,
    /// Whether its answers can still be changed.
    is_current: bool,
    /// The items of the answers that have no place in the pack any more.
    lost: Vec<String>,
}

/// One of the visitor's own results.
pub fn view(app: &App, id: &str) -> Vec<El> {
    let visit = app.visit();
    let shown = visit.result(id).and_then(|taken| {
        let before = visit.before(id).cloned();
        Shown::new(app, taken.clone(), before, visit.is_current(id))
    });
    let Some(shown) = shown.map(Rc::new) else {
        return Vec::new();
    };
    vec![summary(app, &shown), keep::view(app, &shown), about(app, &shown.pack)]
}

/// The result that came with a link.
pub fn shared(app: &App) -> Vec<El> {
    let taken = app.visit().shared.clone();
    let Some(shown) = taken.and_then(|taken| Shown::new(app, taken, None, false)) else {
        return Vec::new();
    };
    let note = format!(". {}", app.t(Key::SharedNote));
    let name = el("strong").text(&app.t(Key::SharedTitle));
    let note = el("p").class("sf-text").child(name).text(&note);
    let own = leads(app, "sf-line", Key::SharedOwn, Screen::Start);
    vec![div("sf-note-box").child(note).child(own), summary(app, &shown), about(app, &shown.pack)]
}

impl Shown {
    fn new(app: &App, taken: TakenCheck, before: Option<TakenCheck>, is_current: bool) -> Option<Shown> {
        let pack = app.pack(&taken.pack)?;
        let (answers, lost) = taken.answers.mapped_onto(&pack);
        Some(Shown {
            outcome: outcome(&pack, &answers),
            lost: lost.into_iter().map(|answer| answer.item).collect(),
            pack,
            taken,
            answers,
            before,
            is_current,
        })
    }

    fn reading(&self) -> ReadingText {
        self.pack.reading_text(&self.outcome.reading).cloned().unwrap_or_default()
    }
}

fn summary(app: &App, shown: &Shown) -> El {
    div("sf-result")
        .attr("part", "result")
        .attr("lang", &shown.pack.lang)
        .children(reading(app, shown))
        .children(picture::view(app, shown))
        .children(first(app, shown))
        .children(compare::view(app, shown))
        .children(steps::view(app, shown))
        .children(flags(app, shown))
}

/// Words first, numbers second.
fn reading(app: &App, shown: &Shown) -> Vec<El> {
    let (pack, outcome) = (&shown.pack, &shown.outcome);
    let text = shown.reading();
    let mut parts: Vec<El> =
        (!shown.taken.taken_at.is_empty()).then(|| p("sf-eyebrow", &eyebrow(app, shown))).into_iter().collect();
    parts.push(title(app, &text.lead));
    if outcome.reading.touches.is_empty() {
        parts.extend(too_few(shown, &text.text).iter().map(|text| p("sf-lead", text)));
    } else {
        parts.push(p("sf-lead", &text.text));
    }
    parts.extend(outcome.tie_shown(pack).map(|word| p("sf-text", pack.tie_texts.of(word))));
    parts.extend(p_if("sf-note", &pack.caveat));
    parts.extend((!shown.lost.is_empty()).then(|| p("sf-note", &app.unmapped(&shown.lost))));
    parts
}

/// What this is, and of which day.
#[expect(
    clippy::inline_always,
    reason = "the part that saves the picture has its own, so the first one stays as small"
)]
#[inline(always)]
fn eyebrow(app: &App, shown: &Shown) -> String {
    let day = app.date(&shown.taken.taken_at);
    // One that came with a link has no id, and is not the visitor's.
    if shown.taken.id.is_empty() {
        app.fill(Key::SharedTaken, &[("date", &day)])
    } else {
        format!("{}, {day}", app.t(Key::ResultTitle))
    }
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
        let answered = pack.answered(&shown.answers).filter(|(item, _)| item.measure == measure).count();
        let blanks = [
            ("n", &*answered.to_string()),
            ("m", &*pack.asked_in(measure, &shown.answers).to_string()),
            ("axis", &axis.name),
            ("k", &*axis.min_answers.to_string()),
        ];
        fill(text, &blanks)
    });
    sentences.collect()
}

/// To the plan, with the answers and where to begin.
fn build(app: &App, shown: &Shown) -> El {
    let (stage, item) = match &shown.outcome.first {
        Some(First::Item { stage, item }) => (stage.code(), &**item),
        _ => ("CON", ""),
    };
    let handed = object([
        ("stage", stage.into()),
        ("item", item.into()),
        ("pack", (&*shown.taken.pack).into()),
        ("answers", shown.answers.to_json()),
    ]);
    // Not by `Display`, which would bring in a second writer of JSON.
    let handed = serde_json::to_string(&handed).unwrap_or_default();
    actions([press(app, "sf-solid", Key::AppBuild, move |app| app.open_plan(&handed))])
}

/// The one thing to do first: what the answer's own feedback says.
fn first(app: &App, shown: &Shown) -> Option<El> {
    let card = div("sf-first").child(p("sf-eyebrow", &app.t(Key::ResultFirst)));
    let card = match shown.outcome.first.as_ref()? {
        First::Review => card
            .child(heading(app, 1, &app.t(Key::ResultFirstReview)))
            .child(p("sf-lead", &app.t(Key::ResultFirstReviewText))),
        First::Item { stage, item } => {
            let item = shown.pack.item(item)?;
            let option = item.option(shown.answers.of(&item.id)?)?;
            let blanks = [("question", &*item.text), ("answer", &*option.text)];
            card.child(heading(app, 1, shown.pack.stage_name(*stage)))
                .child(p("sf-lead", &option.feedback))
                .child(p("sf-note", &app.fill(Key::ResultFirstFrom, &blanks)))
        }
    };
    Some(card.children(app.options().has_plan().then(|| build(app, shown))))
}

fn flags(app: &App, shown: &Shown) -> Vec<El> {
    let flags = shown.pack.flags.iter().filter(|flag| shown.outcome.flags.contains(&flag.id));
    let rows: Vec<El> =
        flags.map(|flag| el("li").child(heading(app, 2, &flag.name)).child(p("sf-text", &flag.text))).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![heading(app, 1, &app.t(Key::ResultFlags)), el("ul").class("sf-plain sf-flags").children(rows)]
}

fn about(app: &App, pack: &Pack) -> El {
    div("sf-aside").child(heading(app, 1, &app.t(Key::ResultNot))).child(p("sf-text", &pack.about)).child(actions([
        leads(app, "sf-link", Key::AppDifference, Screen::Article(Article::Difference)),
        leads(app, "sf-link", Key::AppGlossary, Screen::Article(Article::Glossary)),
        leads(app, "sf-link", Key::AppDrill, Screen::Drill),
    ]))
}
