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
    pub numbers: &'a [(&'static str, i32)],
    pub words: Option<Words<'a>>,
}

/// What a `text` says, and how it stands at its place.
pub struct Words<'a> {
    pub text: &'a str,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// Read from below, as beside an axis: how it is turned.
    pub turned: Option<String>,
}

/// What draws a shape.
pub(super) type Draw<'a> = &'a mut dyn FnMut(Shape);

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

    /// Its place in the picture.
    pub(super) fn at(self) -> (i32, i32) {
        (self.x(), self.y())
    }

    /// Both scores moved by `by`, as far as the square reaches.
    fn moved(self, by: i32) -> Point {
        Point { direction: (self.direction + by).clamp(0, 100), work: (self.work + by).clamp(0, 100) }
    }
}

/// Draws the shapes from the lowest to the topmost. `touched` are the descriptions that the band touches.
#[expect(
    clippy::inline_always,
    reason = "the part that saves the picture has its own, so the first one stays as small"
)]
#[inline(always)]
pub fn square(pack: &Pack, touched: &[Description], now: Point, before: Option<Point>, draw: Draw) {
    quarters(pack, touched, draw);
    ends(&pack.direction, &pack.work, draw);
    band(now, pack.band.into(), draw);
    names(pack, [Some(now), before], draw);
    if let Some(before) = before {
        plain("line", "sf-way", &[("x1", before.x()), ("y1", before.y()), ("x2", now.x()), ("y2", now.y())], draw);
        disc("sf-earlier", before, 7, draw);
    }
    disc("sf-point", now, 8, draw);
}

/// The four quarters, meeting at the cut.
pub(super) fn quarters(pack: &Pack, touched: &[Description], draw: Draw) {
    let cut = Point { direction: pack.cut.into(), work: pack.cut.into() };
    for description in Description::ALL {
        let (is_high, is_right) = corner(description);
        let (x, width) = if is_right { (cut.x(), RIGHT - cut.x()) } else { (LEFT, cut.x() - LEFT) };
        let (y, height) = if is_high { (TOP, cut.y() - TOP) } else { (cut.y(), BOTTOM - cut.y()) };
        let class = if touched.contains(&description) { "sf-quarter sf-touched" } else { "sf-quarter" };
        plain("rect", class, &[("x", x), ("y", y), ("width", width), ("height", height)], draw);
    }
}

/// The quarters' names, over the band: each in its outer corner, or a little further in where a disc would cover it.
pub(super) fn names(pack: &Pack, discs: [Option<Point>; 2], draw: Draw) {
    for description in Description::ALL {
        let (is_high, is_right) = corner(description);
        let (x, anchor) = if is_right { (RIGHT - 10, "end") } else { (LEFT + 10, "start") };
        let (y, further) = if is_high { (TOP + 24, 34) } else { (BOTTOM - 12, -34) };
        let covers = |at: &Point| (at.x() - x).abs() < 120 && (at.y() - y + 5).abs() < 15;
        let y = if discs.iter().flatten().any(covers) { y + further } else { y };
        let name = pack.reading_text_by(description.code()).map_or("", |text| &text.name);
        said("sf-quarter-name", (x, y), anchor, name, false, draw);
    }
}

/// Whether a quarter is one of the upper two, and whether it is one of those at the right.
fn corner(description: Description) -> (bool, bool) {
    (
        matches!(description, Description::OnPaper | Description::Aligned),
        matches!(description, Description::Busy | Description::Aligned),
    )
}

/// Each axis in words: both of its ends beside the square, and its name in a line of its own.
pub(super) fn ends(direction: &Axis, work: &Axis, draw: Draw) {
    let (below, beside, middle) = (BOTTOM + 16, LEFT - 8, SIDE / 2);
    for (class, at, anchor, text, is_turned) in [
        ("sf-end", (LEFT, below), "start", &work.low, false),
        ("sf-end", (RIGHT, below), "end", &work.high, false),
        ("sf-axis-name", (LEFT + middle, below + 19), "middle", &work.name, false),
        ("sf-end", (beside, BOTTOM), "start", &direction.low, true),
        ("sf-end", (beside, TOP), "end", &direction.high, true),
        ("sf-axis-name", (beside - 19, TOP + middle), "middle", &direction.name, true),
    ] {
        said(class, at, anchor, text, is_turned, draw);
    }
}

/// A soft box, as far as it lies within the square.
fn band(now: Point, band: i32, draw: Draw) {
    box_between(now.moved(-band), now.moved(band), draw);
}

pub(super) fn box_between(low: Point, high: Point, draw: Draw) {
    let (width, height) = (high.x() - low.x(), low.y() - high.y());
    let numbers = [("x", low.x()), ("y", high.y()), ("width", width), ("height", height), ("rx", 10)];
    plain("rect", "sf-band", &numbers, draw);
}

pub(super) fn disc(class: &'static str, at: Point, radius: i32, draw: Draw) {
    plain("circle", class, &[("cx", at.x()), ("cy", at.y()), ("r", radius)], draw);
}

pub(super) fn plain(tag: &'static str, class: &'static str, numbers: &[(&'static str, i32)], draw: Draw) {
    draw(Shape { tag, class, numbers, words: None });
}

fn said(class: &'static str, (x, y): (i32, i32), anchor: &'static str, text: &str, is_turned: bool, draw: Draw) {
    let turned = is_turned.then(|| format!("rotate(-90 {x} {y})"));
    let words = Some(Words { text, anchor, turned });
    draw(Shape { tag: "text", class, numbers: &[("x", x), ("y", y)], words });
}
