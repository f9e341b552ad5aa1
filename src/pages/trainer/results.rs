//! The group's results: what to look at, and the figures, one below the other.

use super::{
    desk::{Desk, Show},
    figures,
    gather::moment_key,
    part::{actions, choice, labelled, press},
    seen::{self, Seen},
};
use crate::{
    browser::element::{El, el},
    course::gathering::Least,
    pages::common::{div, p},
    words::TrainerKey,
};

pub fn view(desk: &Desk) -> Vec<El> {
    // What is chosen here draws the figures anew, and not what it is chosen with, or that would lose the focus.
    let (controls, figures) = (div("").live(desk.then(controls)), div("sf-figures").live(desk.then(figures_below)));
    vec![controls, figures]
}

/// They change with the group: only what is there can be chosen.
fn controls(desk: &Desk) -> Vec<El> {
    if desk.seen_group().gathering.is_empty() {
        return vec![p("sf-text", &desk.t(TrainerKey::ResultsEmpty))];
    }
    let look = div("sf-pair").child(div("sf-stack").children(pack(desk)).child(div("").live(desk.then(moment))));
    let show = press(desk, "sf-solid", TrainerKey::ResultsShow, |desk| desk.show(Show::Figures));
    vec![look.child(smallest(desk)), actions([show])]
}

fn pack(desk: &Desk) -> Vec<El> {
    let (Some(texts), group) = (desk.texts(), desk.seen_group()) else { return Vec::new() };
    let packs = seen::packs(&texts, &group);
    if packs.len() < 2 {
        return Vec::new();
    }
    let options = packs.into_iter().map(|pack| el("option").attr("value", &pack.id).text(&pack.name));
    let chosen = desk.then(|desk| {
        let seen = Seen::at(desk, None);
        seen.and_then(|seen| Some(seen.pack()?.id.clone())).unwrap_or_default()
    });
    let field = el("select").class("sf-input").children(options).live_value(chosen);
    let field = field.on_value(desk.given(Desk::look_at_pack));
    vec![labelled(&desk.id("pack"), &desk.t(TrainerKey::ResultsPack), field, "")]
}

/// Those of the chosen pack.
fn moment(desk: &Desk) -> Vec<El> {
    let Some(seen) = Seen::at(desk, desk.peek_moment()).filter(|seen| seen.moments().len() > 1) else {
        return Vec::new();
    };
    let moments = seen.moments();
    let labels: Vec<String> = moments.iter().map(|moment| desk.t(moment_key(*moment))).collect();
    let chosen = moments.iter().position(|moment| *moment == seen.moment).unwrap_or(0);
    let choose = move |desk: &Desk, place: usize| {
        if let Some(moment) = moments.get(place) {
            desk.look_at_moment(*moment);
        }
    };
    vec![choice(desk, "moment", &desk.t(TrainerKey::ResultsMoment), &labels, chosen, choose)]
}

fn smallest(desk: &Desk) -> El {
    let sizes = [Least::Five, Least::Three];
    let labels = [TrainerKey::ResultsFive, TrainerKey::ResultsThree].map(|key| desk.t(key));
    let chosen = usize::from(desk.peek_least() == Least::Three);
    let choose = move |desk: &Desk, place: usize| desk.set_least(sizes[place.min(1)]);
    let group = choice(desk, "least", &desk.t(TrainerKey::ResultsLeast), &labels, chosen, choose);
    div("sf-stack").child(group).child(p("sf-note", &desk.t(TrainerKey::ResultsLeastNote)))
}

fn figures_below(desk: &Desk) -> Vec<El> {
    let Some(seen) = Seen::of(desk) else { return Vec::new() };
    let figure = |figure: figures::Figure| {
        let heading = el("h3").class("sf-heading").text(&figure.title);
        el("section").class("sf-figure").child(heading).children(figure.parts)
    };
    let example = desk.is_example().then(|| p("sf-note sf-print-note", &desk.t(TrainerKey::ExampleNote)));
    example.into_iter().chain(figures::all(desk, &seen).into_iter().map(figure)).collect()
}
