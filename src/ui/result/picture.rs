//! The picture: a square with four named quarters, the answers as a disc inside the band of uncertainty.

use super::Shown;
use crate::{
    browser::element::{El, el, svg},
    quiz::{
        outcome::outcome,
        pack::{Axis, Pack},
        reading::Description,
    },
    ui::{
        app::App,
        part::{fold, span, table},
    },
    words::Key,
};

/// The square's side, and its place in the picture, in the picture's own units.
const SIDE: i32 = 300;
const LEFT: i32 = 42;
const TOP: i32 = 2;
const RIGHT: i32 = LEFT + SIDE;
const BOTTOM: i32 = TOP + SIDE;

/// Two scores, 0 to 100 each.
#[derive(Clone, Copy)]
struct Point {
    direction: i32,
    work: i32,
}

impl Point {
    fn x(self) -> i32 {
        LEFT + self.work * SIDE / 100
    }

    fn y(self) -> i32 {
        TOP + (100 - self.direction) * SIDE / 100
    }

    /// Both scores moved by `by`, as far as the square reaches.
    fn moved(self, by: i32) -> Point {
        Point { direction: (self.direction + by).clamp(0, 100), work: (self.work + by).clamp(0, 100) }
    }
}

pub fn view(app: &App, shown: &Shown) -> Option<El> {
    let pack = &shown.pack;
    let (direction, work) = shown.outcome.direction.zip(shown.outcome.work)?;
    let now = Point { direction: direction.into(), work: work.into() };
    let before = before(shown);
    let blanks = [
        ("direction", &*pack.direction.name),
        ("work", &pack.work.name),
        ("direction_score", &direction.to_string()),
        ("work_score", &work.to_string()),
        ("band", &pack.band.to_string()),
        ("lead", &shown.reading().lead),
    ];
    let (title_id, text_id) = (app.id("picture"), app.id("picture-text"));
    let picture = svg("svg")
        .attr("viewBox", "0 0 344 342")
        .attr("role", "img")
        .attr("aria-labelledby", &format!("{title_id} {text_id}"))
        .child(svg("title").attr("id", &title_id).text(&app.t(Key::ResultPicture)))
        .child(svg("desc").attr("id", &text_id).text(&app.fill(Key::ResultPictureText, &blanks)))
        .children(quarters(shown))
        .children(ends(&pack.direction, &pack.work))
        .child(band(now, pack.band.into()))
        .children(names(shown, &[Some(now), before]))
        .children(before.into_iter().flat_map(|before| earlier(before, now)))
        .child(disc("sf-point", now, 8));
    let caption = el("figcaption").class("sf-note").text(&app.t(Key::ResultPictureKey));
    let caption = caption
        .children(before.map(|_| span("", &format!(" {}", app.t(Key::ResultPictureKeyBefore)))))
        .child(span("sf-numbers", &app.fill(Key::ResultNumbers, &blanks)));
    let scores = [(&pack.direction, direction), (&pack.work, work)];
    Some(el("figure").class("sf-picture").child(picture).child(caption).child(numbers(app, pack, scores)))
}

fn before(shown: &Shown) -> Option<Point> {
    let taken = shown.before.as_ref()?;
    let (answers, _) = taken.answers.mapped_onto(&shown.pack);
    let outcome = outcome(&shown.pack, &answers);
    Some(Point { direction: outcome.direction?.into(), work: outcome.work?.into() })
}

/// The four quarters, meeting at the cut.
fn quarters(shown: &Shown) -> Vec<El> {
    let cut = Point { direction: shown.pack.cut.into(), work: shown.pack.cut.into() };
    let quarter = |description: Description| {
        let (is_high, is_right) = corner(description);
        let (x, width) = if is_right { (cut.x(), RIGHT - cut.x()) } else { (LEFT, cut.x() - LEFT) };
        let (y, height) = if is_high { (TOP, cut.y() - TOP) } else { (cut.y(), BOTTOM - cut.y()) };
        let is_touched = shown.outcome.reading.touches.contains(&description);
        let class = if is_touched { "sf-quarter sf-touched" } else { "sf-quarter" };
        placed("rect", &[("x", x), ("y", y), ("width", width), ("height", height)]).class(class)
    };
    Description::ALL.into_iter().map(quarter).collect()
}

/// The quarters' names, over the band: each in its outer corner, or a little further in where a disc would cover it.
fn names(shown: &Shown, discs: &[Option<Point>]) -> Vec<El> {
    let name = |description: Description| {
        let (is_high, is_right) = corner(description);
        let (x, anchor) = if is_right { (RIGHT - 10, "end") } else { (LEFT + 10, "start") };
        let (y, further) = if is_high { (TOP + 24, 34) } else { (BOTTOM - 12, -34) };
        let covers = |at: &Point| (at.x() - x).abs() < 120 && (at.y() - y + 5).abs() < 15;
        let y = if discs.iter().flatten().any(covers) { y + further } else { y };
        let name = shown.pack.reading_text_by(description.code()).map(|text| &*text.name);
        placed("text", &[("x", x), ("y", y)])
            .class("sf-quarter-name")
            .attr("text-anchor", anchor)
            .text(name.unwrap_or_default())
    };
    Description::ALL.into_iter().map(name).collect()
}

/// Whether a quarter is one of the upper two, and whether it is one of those at the right.
fn corner(description: Description) -> (bool, bool) {
    (
        matches!(description, Description::OnPaper | Description::Aligned),
        matches!(description, Description::Busy | Description::Aligned),
    )
}

/// Each axis in words: both of its ends beside the square, and its name in a line of its own.
fn ends(direction: &Axis, work: &Axis) -> Vec<El> {
    let along = |x: i32, y: i32, anchor: &str, words: &str| {
        placed("text", &[("x", x), ("y", y)]).attr("text-anchor", anchor).text(words)
    };
    let up = |x: i32, y: i32, anchor: &str, words: &str| {
        along(x, y, anchor, words).attr("transform", &format!("rotate(-90 {x} {y})"))
    };
    let (below, beside, middle) = (BOTTOM + 16, LEFT - 8, SIDE / 2);
    vec![
        along(LEFT, below, "start", &work.low).class("sf-end"),
        along(RIGHT, below, "end", &work.high).class("sf-end"),
        along(LEFT + middle, below + 19, "middle", &work.name).class("sf-axis-name"),
        up(beside, BOTTOM, "start", &direction.low).class("sf-end"),
        up(beside, TOP, "end", &direction.high).class("sf-end"),
        up(beside - 19, TOP + middle, "middle", &direction.name).class("sf-axis-name"),
    ]
}

/// A soft box, as far as it lies within the square.
fn band(now: Point, band: i32) -> El {
    let (low, high) = (now.moved(-band), now.moved(band));
    let size = [("width", high.x() - low.x()), ("height", low.y() - high.y()), ("rx", 10)];
    placed("rect", &[[("x", low.x()), ("y", high.y())].as_slice(), &size].concat()).class("sf-band")
}

fn earlier(before: Point, now: Point) -> [El; 2] {
    let ends = [("x1", before.x()), ("y1", before.y()), ("x2", now.x()), ("y2", now.y())];
    [placed("line", &ends).class("sf-way"), disc("sf-earlier", before, 7)]
}

fn disc(class: &str, at: Point, radius: i32) -> El {
    placed("circle", &[("cx", at.x()), ("cy", at.y()), ("r", radius)]).class(class)
}

fn placed(tag: &'static str, numbers: &[(&'static str, i32)]) -> El {
    numbers.iter().fold(svg(tag), |part, (name, number)| part.attr(name, &number.to_string()))
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
