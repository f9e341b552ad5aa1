//! The square of a group: a disc for each person, none hiding another, the middle half as a soft box, the middle marked; as shapes,
//! and as a file.

use super::{
    INK, MUTED, Picture, SERIF, Type, finished,
    result::drawn,
    square::{self, Draw, Point, box_between, ends, names, plain, quarters},
    svg::Node,
};
use crate::quiz::pack::Pack;

/// Where a group stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// Everybody's place; equal ones beside each other.
    pub points: Vec<Point>,
    pub middle: Point,
    /// The corners of the middle half.
    pub low: Point,
    pub high: Point,
}

/// What the file says besides what is in the pack.
pub struct Said {
    /// What it is, and of which day.
    pub eyebrow: String,
    pub lead: String,
    pub text: String,
    /// How to read the square.
    pub key: String,
    /// Who made the picture.
    pub from: String,
}

const WIDTH: i32 = 760;
const EDGE: i32 = 48;
const ROOM: i32 = WIDTH - 2 * EDGE;
/// The square is drawn by so much larger, in percent, than on the page.
const ENLARGED: i32 = 190;
const MOST: usize = 12;

const EYEBROW: Type = Type::new(15, 22, "600", MUTED);
const LEAD: Type = Type { family: Some(SERIF), ..Type::new(30, 38, "600", INK) };
const TEXT: Type = Type::new(18, 27, "400", INK);
const NOTE: Type = Type::new(14, 21, "400", MUTED);

/// Draws the shapes from the lowest to the topmost.
pub fn crowd(pack: &Pack, crowd: &Crowd, draw: Draw) {
    quarters(pack, &[], draw);
    ends(&pack.direction, &pack.work, draw);
    box_between(crowd.low, crowd.high, draw);
    let radius = match crowd.points.len() {
        0..=30 => 6,
        31..=120 => 5,
        _ => 3,
    };
    for (at, place) in places(&crowd.points, radius) {
        let ((x, y), (across, down)) = (at.at(), place);
        plain("circle", "sf-one", &[("cx", x + across), ("cy", y + down), ("r", radius)], draw);
    }
    names(pack, [Some(crowd.middle), None], draw);
    let (x, y) = crowd.middle.at();
    for class in ["sf-middle-edge", "sf-middle"] {
        plain("line", class, &[("x1", x - 13), ("y1", y), ("x2", x + 13), ("y2", y)], draw);
        plain("line", class, &[("x1", x), ("y1", y - 13), ("x2", x), ("y2", y + 13)], draw);
    }
}

/// Each point with how far its disc is moved from there, so that those at one place stand around it, in rings of six, twelve, and so
/// on.
fn places(points: &[Point], radius: i32) -> Vec<(Point, (i32, i32))> {
    let mut sorted = points.to_vec();
    sorted.sort_by_key(|point| (point.direction, point.work));
    let groups = sorted.chunk_by(|one, other| one == other);
    groups.flat_map(|same| same.iter().zip(rings(2 * radius + 1)).map(|(at, place)| (*at, place))).collect()
}

/// The places of a hexagonal lattice around the middle, nearest first, `apart` from each other.
fn rings(apart: i32) -> impl Iterator<Item = (i32, i32)> {
    // Six ways to go along a ring, in units of a half step across and of a row down.
    const WAYS: [(i32, i32); 6] = [(-1, 1), (-2, 0), (-1, -1), (1, -1), (2, 0), (1, 1)];
    let ring = |number: i32| {
        let mut at = (2 * number, 0);
        let steps =
            WAYS.into_iter().flat_map(move |way| std::iter::repeat_n(way, usize::try_from(number).unwrap_or(0)));
        steps.map(move |(across, down)| {
            let here = at;
            at = (at.0 + across, at.1 + down);
            here
        })
    };
    // A row is the height of a triangle of equal sides below the one before.
    let placed = move |(across, down): (i32, i32)| (across * apart / 2, down * apart * 13 / 15);
    std::iter::once((0, 0)).chain((1..).flat_map(ring)).map(placed)
}

/// The group's square as a file.
#[must_use]
pub fn file(pack: &Pack, group: &Crowd, said: &Said) -> Picture {
    let (eyebrow, y) = EYEBROW.set(&said.eyebrow, (EDGE, EDGE - 8), ROOM, MOST);
    let (lead, y) = LEAD.set(&said.lead, (EDGE, y + 4), ROOM, MOST);
    let (text, y) = TEXT.set(&said.text, (EDGE, y + 8), ROOM, MOST);
    let top = y + 24;
    let mut shapes = Vec::new();
    crowd(pack, group, &mut |shape| shapes.push(drawn(&shape)));
    let place = format!("translate({} {top}) scale({}.{:02})", EDGE - 24, ENLARGED / 100, ENLARGED % 100);
    let shapes = Node::new("g").with("transform", &place).children(shapes);
    let (key, below) = NOTE.set(&said.key, (EDGE, top + square::HEIGHT * ENLARGED / 100 + 24), ROOM, MOST);
    let (caveat, below) = NOTE.set(&pack.caveat, (EDGE, below + 8), ROOM, MOST);
    let (from, below) = NOTE.set(&said.from, (EDGE, below + 8), ROOM, 1);
    let parts = [eyebrow, lead, text, Some(shapes), key, caveat, from].into_iter().flatten().collect();
    let words = format!("{} {}", said.lead, said.text);
    finished(&pack.lang, (WIDTH, below + EDGE - 16), &said.eyebrow, &words, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_disc_hides_another_at_the_same_place() {
        for radius in [3, 5, 6] {
            let places = places(&[Point::new(50, 50); 120], radius);
            let all: Vec<(i32, i32)> = places.into_iter().map(|(_, place)| place).collect();
            assert_eq!(all[0], (0, 0));
            for (index, (x, y)) in all.iter().enumerate() {
                for (other_x, other_y) in &all[..index] {
                    let apart = (x - other_x).pow(2) + (y - other_y).pow(2);
                    assert!(apart >= (2 * radius - 1).pow(2), "{radius}: {index} at {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn places_of_their_own_stay_where_they_are() {
        let points = [Point::new(10, 20), Point::new(20, 10), Point::new(10, 21)];
        assert!(places(&points, 6).iter().all(|(_, place)| *place == (0, 0)));
    }
}
