//! The drill for a class: one statement at a time in big type, then what it is and why; in the order of the session's link, so that
//! learners who follow on their own phones see the same one.

use super::{
    desk::{Desk, Show},
    part::{actions, press},
    projector::stage,
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    pages::common::{div, p, span},
    quiz::drill::{Drill, Statement},
    words::TrainerKey,
};

/// How far the class is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct At {
    statement: usize,
    is_revealed: bool,
}

pub fn view(desk: &Desk) -> Vec<El> {
    let order = desk.then(|desk| {
        let key = if desk.asked().session.seed.is_some() { TrainerKey::ClassOrder } else { TrainerKey::ClassNoOrder };
        vec![span("", &desk.fill(key, &[("seed", desk.asked().seed_typed.trim())]))]
    });
    vec![
        p("sf-text", &desk.t(TrainerKey::ClassLead)),
        p("sf-text", "").live(order),
        actions([press(desk, "sf-solid", TrainerKey::ClassStart, |desk| desk.show(Show::Class))]),
        p("sf-note", &desk.t(TrainerKey::ClassKeys)),
    ]
}

/// What the class sees.
pub fn stage_of(desk: &Desk) -> El {
    let at = Watched::new(At::default());
    let (shown, progress, named) = (at.clone(), at.clone(), at.clone());
    let shown = desk.then(move |desk| statement_at(desk, shown.get()));
    let progress = desk.then(move |desk| progress_at(desk, progress.get()));
    let on = desk.then(move |desk| vec![span("", &desk.t(next_name(desk, named.get())))]);
    let go = move |desk: &Desk, is_on: bool| at.set(at.peek().gone(is_on, count(desk)));
    let (forward, back, keyed, held) = (go.clone(), go.clone(), go, desk.clone());
    let on = el("button").attr("type", "button").class("sf-button sf-solid").flag("autofocus", true).live(on);
    let on = on.on("click", desk.then(move |desk| forward(desk, true)));
    let back = press(desk, "sf-line", TrainerKey::ShowBack, move |desk| back(desk, false));
    let bar = [div("sf-show-at").live(progress), back, on];
    stage(desk, TrainerKey::ClassTitle, div("sf-show-main sf-class").live(shown), bar).on_keys(move |key| {
        let way = match key {
            "ArrowRight" | "PageDown" | " " => Some(true),
            "ArrowLeft" | "PageUp" => Some(false),
            _ => None,
        };
        way.inspect(|is_on| keyed(&held, *is_on)).is_some()
    })
}

impl At {
    /// On: first what it is, then the next statement, and at last the end. Back: the statement before, as it was shown.
    fn gone(self, is_on: bool, count: usize) -> At {
        let At { statement, is_revealed } = self;
        if is_on {
            let is_over = statement >= count;
            let goes_on = is_revealed && !is_over;
            At { statement: statement + usize::from(goes_on), is_revealed: !is_revealed && !is_over }
        } else if is_revealed || statement == 0 {
            At { statement, is_revealed: false }
        } else {
            At { statement: statement - 1, is_revealed: true }
        }
    }
}

fn count(desk: &Desk) -> usize {
    desk.texts().map_or(0, |texts| texts.known.drill.statements.len() + texts.known.drill.bonus.len())
}

fn next_name(desk: &Desk, at: At) -> TrainerKey {
    if at.is_revealed || at.statement >= count(desk) { TrainerKey::ShowNext } else { TrainerKey::ClassReveal }
}

fn statement_at(desk: &Desk, at: At) -> Vec<El> {
    let Some(texts) = desk.texts() else { return Vec::new() };
    let drill = &texts.known.drill;
    let seed = desk.asked().session.seed.unwrap_or_default();
    let Some(statement) = drill.in_order(seed).get(at.statement).copied() else {
        return vec![el("h2").class("sf-title").text(&desk.t(TrainerKey::ClassOver))];
    };
    let is_bonus = at.statement >= drill.statements.len();
    let question = drill.choices(statement).map(|key| drill.key_name(key).to_owned());
    let mut parts: Vec<El> = is_bonus.then(|| p("sf-text", &drill.bonus_intro)).into_iter().collect();
    parts.push(el("h2").class("sf-title").text(&statement.text));
    parts.push(if at.is_revealed {
        revealed(drill, statement)
    } else {
        let blanks = [("one", &*question[0]), ("other", &question[1])];
        p("sf-lead", &desk.fill(TrainerKey::ClassQuestion, &blanks))
    });
    parts
}

fn revealed(drill: &Drill, statement: &Statement) -> El {
    div("sf-revealed").child(p("sf-key", drill.key_name(statement.key))).child(p("sf-lead", &statement.why))
}

fn progress_at(desk: &Desk, at: At) -> Vec<El> {
    let count = count(desk);
    let n = (at.statement + 1).min(count).to_string();
    vec![p("sf-note", &desk.fill(TrainerKey::ClassAt, &[("n", &n), ("total", &count.to_string())]))]
}
