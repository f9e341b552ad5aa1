//! The square of a result: four named quarters, the answers as a disc inside the band of uncertainty. The page draws these
//! shapes by its style sheet, and the file by colours of its own.

use crate::quiz::{
    pack::{Axis, Pack},
    reading::Description,
};

/// The room that the square needs with the words around it, in its own units.
pub const WIDTH: i32 = 344;
pub const HEIGHT: i32 = 342;

/// The square's side, and its place.
const SIDE: i32 = 300;
const LEFT: i32 = 42;
const TOP: i32 = 2;
const RIGHT: i32 = LEFT + SIDE;
const BOTTOM: i32 = TOP + SIDE;

/// A part of the picture.
pub struct Shape<'a> {
    pub tag: &'static str,
    /// What it stands for, as the style sheet names it.
    pub class: &'static str,
    pub numbers: Vec<(&'static str, i32)>,
    pub words: Option<Words<'a>>,
}

/// What a `text` says, and how it stands at its place.
pub struct Words<'a> {
    pub text: &'a str,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// Read from below, as beside an axis; then how to turn it.
    pub turned: Option<String>,
}

/// Two scores, 0 to 100 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub direction: i32,
    pub work: i32,
}

impl Point {
    #[must_use]
    pub fn new(direction: u8, work: u8) -> Point {
        Point { direction: direction.into(), work: work.into() }
    }

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

/// The shapes from the lowest to the topmost. `touched` are the descriptions that the band touches.
#[must_use]
pub fn square<'a>(pack: &'a Pack, touched: &[Description], now: Point, before: Option<Point>) -> Vec<Shape<'a>> {
    let mut shapes = quarters(pack, touched);
    shapes.extend(ends(&pack.direction, &pack.work));
    shapes.push(band(now, pack.band.into()));
    shapes.extend(names(pack, &[Some(now), before]));
    if let Some(before) = before {
        let ends = vec![("x1", before.x()), ("y1", before.y()), ("x2", now.x()), ("y2", now.y())];
        shapes.extend([plain("line", "sf-way", ends), disc("sf-earlier", before, 7)]);
    }
    shapes.push(disc("sf-point", now, 8));
    shapes
}

/// The four quarters, meeting at the cut.
fn quarters<'a>(pack: &Pack, touched: &[Description]) -> Vec<Shape<'a>> {
    let cut = Point { direction: pack.cut.into(), work: pack.cut.into() };
    let quarter = |description: Description| {
        let (is_high, is_right) = corner(description);
        let (x, width) = if is_right { (cut.x(), RIGHT - cut.x()) } else { (LEFT, cut.x() - LEFT) };
        let (y, height) = if is_high { (TOP, cut.y() - TOP) } else { (cut.y(), BOTTOM - cut.y()) };
        let class = if touched.contains(&description) { "sf-quarter sf-touched" } else { "sf-quarter" };
        plain("rect", class, vec![("x", x), ("y", y), ("width", width), ("height", height)])
    };
    Description::ALL.into_iter().map(quarter).collect()
}

/// The quarters' names, over the band: each in its outer corner, or a little further in where a disc would cover it.
fn names<'a>(pack: &'a Pack, discs: &[Option<Point>]) -> Vec<Shape<'a>> {
    let name = |description: Description| {
        let (is_high, is_right) = corner(description);
        let (x, anchor) = if is_right { (RIGHT - 10, "end") } else { (LEFT + 10, "start") };
        let (y, further) = if is_high { (TOP + 24, 34) } else { (BOTTOM - 12, -34) };
        let covers = |at: &Point| (at.x() - x).abs() < 120 && (at.y() - y + 5).abs() < 15;
        let y = if discs.iter().flatten().any(covers) { y + further } else { y };
        let name = pack.reading_text_by(description.code()).map_or("", |text| &text.name);
        said("sf-quarter-name", (x, y), anchor, name, false)
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
fn ends<'a>(direction: &'a Axis, work: &'a Axis) -> [Shape<'a>; 6] {
    let (below, beside, middle) = (BOTTOM + 16, LEFT - 8, SIDE / 2);
    [
        said("sf-end", (LEFT, below), "start", &work.low, false),
        said("sf-end", (RIGHT, below), "end", &work.high, false),
        said("sf-axis-name", (LEFT + middle, below + 19), "middle", &work.name, false),
        said("sf-end", (beside, BOTTOM), "start", &direction.low, true),
        said("sf-end", (beside, TOP), "end", &direction.high, true),
        said("sf-axis-name", (beside - 19, TOP + middle), "middle", &direction.name, true),
    ]
}

/// A soft box, as far as it lies within the square.
fn band<'a>(now: Point, band: i32) -> Shape<'a> {
    let (low, high) = (now.moved(-band), now.moved(band));
    let (width, height) = (high.x() - low.x(), low.y() - high.y());
    let numbers = vec![("x", low.x()), ("y", high.y()), ("width", width), ("height", height), ("rx", 10)];
    plain("rect", "sf-band", numbers)
}

fn disc<'a>(class: &'static str, at: Point, radius: i32) -> Shape<'a> {
    plain("circle", class, vec![("cx", at.x()), ("cy", at.y()), ("r", radius)])
}

fn plain<'a>(tag: &'static str, class: &'static str, numbers: Vec<(&'static str, i32)>) -> Shape<'a> {
    Shape { tag, class, numbers, words: None }
}

fn said<'a>(class: &'static str, at: (i32, i32), anchor: &'static str, text: &'a str, is_turned: bool) -> Shape<'a> {
    let (x, y) = at;
    let turned = is_turned.then(|| format!("rotate(-90 {x} {y})"));
    Shape { tag: "text", class, numbers: vec![("x", x), ("y", y)], words: Some(Words { text, anchor, turned }) }
}
