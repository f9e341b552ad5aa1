//! The result as a picture to keep.

use super::{
    Shown,
    picture::{before, in_words, key},
};
use crate::{
    browser::{dom, element::El},
    picture::result::{Said, result},
    quiz::outcome::First,
    ui::{
        app::App,
        picture::{self, Around},
    },
    words::Key,
};

/// The picture of one of the visitor's own results, with what saves it.
pub fn view(app: &App, id: &str) -> Vec<El> {
    let Some(shown) = Shown::own(app, id) else { return Vec::new() };
    let Some(drawing) = result(&shown.pack, &shown.outcome, before(&shown), &said(app, &shown)) else {
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
    Said {
        eyebrow: super::eyebrow(app, shown),
        lead: text.lead,
        text: text.text,
        square: app.t(Key::ResultPicture),
        numbers: in_words(app, shown, Key::ResultNumbers),
        words: in_words(app, shown, Key::ResultPictureText),
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
