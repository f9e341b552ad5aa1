//! The picture: a square with four named quarters, the answers as a disc inside the band of uncertainty.

use super::Shown;
use crate::{
    browser::element::{El, el, svg},
    picture::square::{HEIGHT, Point, Shape, WIDTH, square},
    quiz::{
        outcome::outcome,
        pack::{Axis, Pack},
    },
    ui::{
        app::App,
        part::{fold, span, table},
    },
    words::Key,
};

pub fn view(app: &App, shown: &Shown) -> Option<El> {
    let (pack, outcome) = (&shown.pack, &shown.outcome);
    let (direction, work) = outcome.direction.zip(outcome.work)?;
    let before = before(shown);
    let [words, in_numbers] = in_words(app, shown);
    let (title_id, text_id) = (app.id("picture"), app.id("picture-text"));
    let mut shapes = Vec::new();
    let now = Point::new(direction, work);
    square(pack, &outcome.reading.touches, now, before, &mut |shape| shapes.push(drawn(&shape)));
    let picture = svg("svg")
        .attr("viewBox", &format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("role", "img")
        .attr("aria-labelledby", &format!("{title_id} {text_id}"))
        .child(svg("title").attr("id", &title_id).text(&app.t(Key::ResultPicture)))
        .child(svg("desc").attr("id", &text_id).text(&words))
        .children(shapes);
    let caption = el("figcaption").class("sf-note").text(&key(app, before.is_some()));
    let caption = caption.child(span("sf-numbers", &in_numbers));
    let scores = [(&pack.direction, direction), (&pack.work, work)];
    Some(el("figure").class("sf-picture").child(picture).child(caption).child(numbers(app, pack, scores)))
}

/// Where the result before this one stood.
#[expect(
    clippy::inline_always,
    reason = "the part that saves the picture has its own, so the first one stays as small"
)]
#[inline(always)]
pub fn before(shown: &Shown) -> Option<Point> {
    let taken = shown.before.as_ref()?;
    let (answers, _) = taken.answers.mapped_onto(&shown.pack);
    let outcome = outcome(&shown.pack, &answers);
    Some(Point::new(outcome.direction?, outcome.work?))
}

/// How to read the picture.
#[expect(
    clippy::inline_always,
    reason = "the part that saves the picture has its own, so the first one stays as small"
)]
#[inline(always)]
pub fn key(app: &App, has_before: bool) -> String {
    let mut key = app.t(Key::ResultPictureKey);
    if has_before {
        key.push(' ');
        key.push_str(&app.t(Key::ResultPictureKeyBefore));
    }
    key
}

/// The scores, as said to whoever does not see the picture, and beside it.
#[expect(
    clippy::inline_always,
    reason = "the part that saves the picture has its own, so the first one stays as small"
)]
#[inline(always)]
pub fn in_words(app: &App, shown: &Shown) -> [String; 2] {
    let pack = &shown.pack;
    let score = |score: Option<u8>| score.unwrap_or_default().to_string();
    let blanks = [
        ("direction", &*pack.direction.name),
        ("work", &pack.work.name),
        ("direction_score", &score(shown.outcome.direction)),
        ("work_score", &score(shown.outcome.work)),
        ("band", &pack.band.to_string()),
        ("lead", &shown.reading().lead),
    ];
    [app.fill(Key::ResultPictureText, &blanks), app.fill(Key::ResultNumbers, &blanks)]
}

/// A shape, in the colours of the style sheet.
fn drawn(shape: &Shape) -> El {
    let part = svg(shape.tag).class(shape.class);
    let part = shape.numbers.iter().fold(part, |part, (name, number)| part.attr(name, &number.to_string()));
    let Some(words) = &shape.words else { return part };
    let part = part.attr("text-anchor", words.anchor).text(words.text);
    words.turned.iter().fold(part, |part, turn| part.attr("transform", turn))
}

fn numbers(app: &App, pack: &Pack, scores: [(&Axis, u8); 2]) -> El {
    let rows = scores.map(|(axis, score)| {
        let (low, high) = (score.saturating_sub(pack.band), (score + pack.band).min(100));
        let name = el("th").text(&axis.name).child(span("sf-note", &axis.question));
        (name, vec![score.to_string(), format!("{low}–{high}")])
    });
    let heads = [Key::ResultTableAxis, Key::ResultTableScore, Key::ResultTableRange].map(|key| app.t(key));
    fold("", span("", &app.t(Key::ResultTable)), [table(&heads, rows)])
}
