//! A result to take away: as a link, or as a picture.

use super::{
    Shown,
    keep::Asked,
    picture::{before, in_words, key},
};
use crate::{
    browser::{
        dom,
        element::{El, el},
    },
    halves,
    picture::result::{Said, result},
    quiz::outcome::First,
    ui::{
        app::App,
        code::{self, Handed},
        part::{div, p, press, shared},
        picture::{self, Around},
    },
    visit::MOMENT,
    words::Key,
};
use std::rc::Rc;

/// What was asked for.
pub fn view(app: &App, shown: &Rc<Shown>, what: Asked) -> Vec<El> {
    match what {
        Asked::Nothing => Vec::new(),
        Asked::Link => vec![link(app, shown)],
        Asked::Picture => {
            let shown = shown.clone();
            vec![shared(app, move |app| halves::picture(app, &shown))]
        }
        Asked::Code => vec![code(app, shown)],
    }
}

/// A code for whoever gathers the results of a group.
fn code(app: &App, shown: &Shown) -> El {
    let moment = shown.taken.other.get(MOMENT).and_then(|moment| moment.as_str()).map(str::to_owned);
    let questions = code::Questions::Pack(shown.pack.clone());
    code::view(app, Handed { questions, answers: shown.answers.clone(), moment })
}

/// The link, where it is short enough for one.
fn link(app: &App, shown: &Shown) -> El {
    let Some(address) = app.link(&shown.taken) else {
        return p("sf-note", &app.t(Key::ResultLinkLong));
    };
    let id = app.id("link");
    let field = el("input").attr("type", "text").attr("id", &id).class("sf-input");
    let field = field.flag("readonly", true).attr("value", &address);
    let copy = press(app, "sf-line", Key::ResultCopy, move |app| app.copy(&address));
    div("")
        .child(el("label").attr("for", &id).text(&app.t(Key::ResultLinkLabel)))
        .child(div("sf-share-row").child(field).child(copy))
}

/// The picture of a result, with what saves it; what lies behind a cut.
pub fn picture(app: &App, shown: &Shown) -> Vec<El> {
    let Some(drawing) = result(&shown.pack, &shown.outcome, before(shown), &said(app, shown)) else {
        return Vec::new();
    };
    let around = Around {
        save: ["PNG", "SVG"].map(|kind| app.fill(Key::ResultPictureAs, &[("kind", kind)])),
        note: app.t(Key::ResultPictureNote),
        file: format!("strategy-first-{}", dom::today()),
    };
    let told = app.clone();
    picture::view(drawing, around, move |format| told.exported(format))
}

fn said(app: &App, shown: &Shown) -> Said {
    let text = shown.reading();
    let [words, numbers] = in_words(app, shown);
    Said {
        eyebrow: super::eyebrow(app, shown),
        lead: text.lead,
        text: text.text,
        square: app.t(Key::ResultPicture),
        numbers,
        words,
        key: key(app, shown.before.is_some()),
        steps: app.t(Key::ResultStages),
        no_word: app.t(Key::ResultNoWord),
        first: first(app, shown),
        from: app.t(Key::AppName),
    }
}

/// What to do first, as the page says it.
fn first(app: &App, shown: &Shown) -> Option<[String; 3]> {
    let [name, text] = match shown.outcome.first.as_ref()? {
        First::Review => [app.t(Key::ResultFirstReview), app.t(Key::ResultFirstReviewText)],
        First::Item { stage, item } => {
            let option = shown.pack.item(item)?.option(shown.answers.of(item)?)?;
            [shown.pack.stage_name(*stage).to_owned(), option.feedback.clone()]
        }
    };
    Some([app.t(Key::ResultFirst), name, text])
}
