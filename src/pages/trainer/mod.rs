//! The trainer’s page: what a group handed in, and what it comes to; what a session asks of a room; the drill for a class.

mod asked;
mod class;
mod desk;
mod figures;
mod gather;
mod held;
mod keep;
mod kept;
mod notes;
mod part;
mod projector;
mod results;
mod seen;
mod session;
mod square;
mod texts;

use self::{
    desk::{Desk, Show},
    part::{button, list_of_links},
};
use super::{
    common::{self, div, p},
    page::Page,
};
use crate::{
    browser::element::{El, el},
    words::TrainerKey,
};

/// The whole page.
pub fn view(page: &Page<TrainerKey>) -> El {
    let desk = Desk::new(page.clone());
    let body = div("").live(desk.then(body));
    let shown = div("").live(desk.then(shown));
    common::page(page, TrainerKey::Title, [body.on_all_dropped_at(page.host(), desk.given(Desk::take_files)), shown])
}

/// All sections; they are drawn anew with each language, and with nothing else.
fn body(desk: &Desk) -> Vec<El> {
    let mut parts = vec![p("sf-lead", &desk.t(TrainerKey::Lead))];
    if desk.texts().is_none() {
        parts.extend(waiting(desk));
        return parts;
    }
    let sections = [
        ("gather", TrainerKey::NavGather),
        ("results", TrainerKey::NavResults),
        ("keep", TrainerKey::NavKeep),
        ("session", TrainerKey::NavSession),
        ("class", TrainerKey::NavClass),
    ];
    parts.push(list_of_links(desk, &sections));
    parts.push(section(desk, "gather", TrainerKey::GatherTitle, gather::view(desk)));
    parts.push(section(desk, "results", TrainerKey::ResultsTitle, results::view(desk)));
    parts.push(section(desk, "keep", TrainerKey::KeepTitle, keep::view(desk)));
    parts.push(section(desk, "session", TrainerKey::SessionTitle, session::view(desk)));
    parts.push(section(desk, "class", TrainerKey::ClassTitle, class::view(desk)));
    parts.push(section(desk, "more", TrainerKey::MoreTitle, neighbours(desk)));
    parts
}

/// The other pages for a course.
fn neighbours(desk: &Desk) -> Vec<El> {
    let row = |(page, name, about): (&str, TrainerKey, TrainerKey)| {
        let address = format!("{page}?lang={}", desk.page().lang());
        let link = el("a").class("sf-button sf-link").attr("href", &address).text(&desk.t(name));
        div("sf-also-row").child(link).child(p("sf-note", &desk.t(about)))
    };
    let pages = [
        ("worksheets.html", TrainerKey::MoreWorksheets, TrainerKey::MoreWorksheetsAbout),
        ("editor.html", TrainerKey::MoreEditor, TrainerKey::MoreEditorAbout),
    ];
    pages.map(row).into()
}

/// The questions are on their way, or can't be had.
fn waiting(desk: &Desk) -> Vec<El> {
    if !desk.has_failed() {
        return vec![p("sf-text", &desk.t(TrainerKey::Loading))];
    }
    vec![
        p("sf-error", &desk.t(TrainerKey::LoadingFailed)).attr("role", "alert"),
        button("sf-line", &desk.t(TrainerKey::LoadingAgain), desk.then(Desk::load_again)),
    ]
}

fn section(desk: &Desk, name: &str, title: TrainerKey, parts: Vec<El>) -> El {
    let heading = desk.id(&format!("{name}-title"));
    el("section")
        .class(&format!("sf-part sf-part-{name}"))
        .attr("id", &desk.id(name))
        .attr("aria-labelledby", &heading)
        .child(el("h2").class("sf-heading").attr("id", &heading).text(&desk.t(title)))
        .children(parts)
}

/// What takes the whole page for a while.
fn shown(desk: &Desk) -> Vec<El> {
    match desk.shown() {
        Show::Page => Vec::new(),
        Show::Figures => vec![projector::view(desk)],
        Show::Class => vec![class::stage_of(desk)],
    }
}
