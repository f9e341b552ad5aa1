//! The group in the square: in words, drawn, and as a file.

use super::{
    desk::Desk,
    figures::{Figure, hidden},
    seen::Seen,
};
use crate::{
    browser::{
        dom,
        element::{El, el, svg},
        intl,
    },
    course::figures::{Figures, Points},
    pages::common::p,
    picture::{
        Picture,
        crowd::{Crowd, Said, crowd, file},
        square::{HEIGHT, Point, Shape, WIDTH},
    },
    quiz::{pack::Pack, reading::Description},
    words::{Key, TrainerKey},
};

pub fn figure(desk: &Desk, pack: &Pack, figures: &Figures) -> Figure {
    let title = desk.t(TrainerKey::SquareTitle);
    let points = match &figures.points {
        Ok(points) => points,
        Err(why) => return Figure { title, parts: vec![hidden(desk, *why)] },
    };
    let [lead, spread] = sentences(desk, pack, points);
    let caption = el("figcaption").class("sf-note").text(&key(desk, pack));
    let picture = el("figure").class("sf-crowd").child(drawn(pack, &group(points), &title)).child(caption);
    let mut parts = vec![p("sf-lead", &lead), p("sf-text", &spread)];
    // Whoever skipped too much has no place in the square.
    let left_out = figures.people.saturating_sub(points.all.len());
    parts.extend((left_out > 0).then(|| p("sf-text", &desk.count(TrainerKey::SquareLeftOut, left_out))));
    parts.push(picture);
    Figure { title, parts }
}

/// The picture as a file; nothing where too few people would be in it.
pub fn picture(desk: &Desk, seen: &Seen) -> Option<Picture> {
    let pack = seen.pack()?;
    let points = seen.figures(pack).ok()?.points.ok()?;
    let [lead, text] = sentences(desk, pack, &points);
    let title = if desk.peek_example() { TrainerKey::ShowExample } else { TrainerKey::SquareTitle };
    let day = intl::date(&seen.texts.lang, &dom::today());
    let said = Said {
        eyebrow: format!("{} · {day}", desk.t(title)),
        lead,
        text,
        key: key(desk, pack),
        from: desk.page().app(Key::AppName),
    };
    Some(file(pack, &group(&points), &said))
}

fn group(points: &Points) -> Crowd {
    let (direction, work) = (points.direction, points.work);
    Crowd {
        points: points.all.iter().map(|(direction, work)| Point::new(*direction, *work)).collect(),
        middle: Point::new(direction.middle, work.middle),
        low: Point::new(direction.low, work.low),
        high: Point::new(direction.high, work.high),
    }
}

/// Where the middle is, and the middle half.
fn sentences(desk: &Desk, pack: &Pack, points: &Points) -> [String; 2] {
    let (direction, work) = (points.direction, points.work);
    let quarter = match (direction.middle >= pack.cut, work.middle >= pack.cut) {
        (false, false) => Description::StartingOut,
        (false, true) => Description::Busy,
        (true, false) => Description::OnPaper,
        (true, true) => Description::Aligned,
    };
    let numbers =
        [direction.middle, work.middle, direction.low, direction.high, work.low, work.high].map(|n| n.to_string());
    let [middle, busy, low, high, idle, hard] = numbers.each_ref().map(String::as_str);
    let quarter = pack.reading_text_by(quarter.code()).map_or("", |text| &text.name);
    let (n, names) = (points.all.len().to_string(), [("direction", &*pack.direction.name), ("work", &*pack.work.name)]);
    let lead = [("d", middle), ("w", busy), ("quarter", quarter)];
    let spread = [("n", &*n), ("dlow", low), ("dhigh", high), ("wlow", idle), ("whigh", hard)];
    [
        desk.fill(TrainerKey::SquareLead, &[&names[..], &lead].concat()),
        desk.fill(TrainerKey::SquareSpread, &[&names[..], &spread].concat()),
    ]
}

/// How to read it.
fn key(desk: &Desk, pack: &Pack) -> String {
    desk.fill(TrainerKey::SquareKey, &[("band", &pack.band.to_string())])
}

/// What it shows is said in the sentences before it.
fn drawn(pack: &Pack, group: &Crowd, name: &str) -> El {
    let mut shapes = Vec::new();
    let mut draw = |shape: Shape| {
        let part = shape
            .numbers
            .iter()
            .fold(svg(shape.tag).class(shape.class), |part, (name, number)| part.attr(name, &number.to_string()));
        let Some(words) = &shape.words else { return shapes.push(part) };
        let part = part.attr("text-anchor", words.anchor).text(words.text);
        shapes.push(words.turned.iter().fold(part, |part, turn| part.attr("transform", turn)));
    };
    crowd(pack, group, &mut draw);
    let picture = svg("svg").attr("viewBox", &format!("0 0 {WIDTH} {HEIGHT}")).attr("role", "img");
    picture.attr("aria-label", name).children(shapes)
}
