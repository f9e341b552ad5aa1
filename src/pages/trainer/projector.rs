//! The figures for a room: one at a time, in big type.

use super::{
    desk::{Desk, Show},
    figures,
    part::{button, press},
    seen::Seen,
};
use crate::{
    browser::{
        dialog::has_whole_screen,
        element::{El, el},
        watched::Watched,
    },
    pages::common::{div, p, span},
    words::TrainerKey,
};

pub fn view(desk: &Desk) -> El {
    let at = Watched::new(0);
    let figure = {
        let at = at.clone();
        desk.then(move |desk| {
            let figure = take(desk, at.get());
            let parts = |figure: figures::Figure| {
                let heading = el("h2").class("sf-title").text(&figure.title);
                [heading].into_iter().chain(figure.parts).collect()
            };
            figure.map(parts).unwrap_or_default()
        })
    };
    let progress = {
        let at = at.clone();
        desk.then(move |desk| vec![progress(desk, at.get())])
    };
    let go = move |desk: &Desk, by: usize| {
        let count = count(desk).max(1);
        at.set((at.peek() + by + count) % count);
    };
    let (on, back, keyed) = (go.clone(), go.clone(), go);
    let on = press(desk, "sf-solid", TrainerKey::ShowNext, move |desk| on(desk, 1)).flag("autofocus", true);
    let back = press(desk, "sf-line", TrainerKey::ShowBack, move |desk| back(desk, count(desk).max(1) - 1));
    let bar = [div("sf-show-at").live(progress), back, on];
    let held = desk.clone();
    stage(desk, TrainerKey::ShowLabel, div("sf-show-main").live(figure), bar).on_keys(move |key| match key {
        "ArrowRight" | "PageDown" | " " => {
            keyed(&held, 1);
            true
        }
        "ArrowLeft" | "PageUp" => {
            keyed(&held, count(&held).max(1) - 1);
            true
        }
        _ => false,
    })
}

/// What takes the page: what is shown in big type, and below it a bar with the ways on, on the whole screen, and out.
pub fn stage(desk: &Desk, label: TrainerKey, main: El, bar: impl IntoIterator<Item = El>) -> El {
    let end = button("sf-quiet", &desk.t(TrainerKey::ShowEnd), || {}).closes();
    let whole = has_whole_screen().then(|| button("sf-quiet", &desk.t(TrainerKey::ShowWhole), || {}).fills_screen());
    let bar = div("sf-show-bar").children(bar).children(whole).child(end);
    // What is too much for one screen is scrolled, by keys too.
    let main = main.attr("aria-live", "polite").attr("tabindex", "0");
    let stage = div("sf-show-stage").child(main).child(bar);
    let dialog = el("dialog").class("sf-show").attr("aria-label", &desk.t(label)).attr("tabindex", "-1");
    dialog.child(stage).modal(desk.then(|desk| desk.show(Show::Page)))
}

fn take(desk: &Desk, at: usize) -> Option<figures::Figure> {
    figures::all(desk, &Seen::of(desk)?).into_iter().nth(at)
}

fn count(desk: &Desk) -> usize {
    Seen::of(desk).map_or(0, |seen| figures::all(desk, &seen).len())
}

fn progress(desk: &Desk, at: usize) -> El {
    let blanks = [("n", &*(at + 1).to_string()), ("total", &count(desk).to_string())];
    let example = desk.is_example().then(|| span("sf-example", &desk.t(TrainerKey::ShowExample)));
    p("sf-note", &desk.fill(TrainerKey::ShowAt, &blanks)).text(" ").children(example)
}
