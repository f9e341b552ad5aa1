//! A result as a picture to keep: what it says, the square, the six steps, what to do first.

use super::{
    ACCENT, BORDER, CONTROL, FINE, INK, MUTED, PAPER, Picture, SERIF, SETTLE, THINK, TINT, TOUCHED, Type, WASH,
    finished,
    square::{self, Point, Shape, square},
    svg::Node,
};
use crate::quiz::{
    outcome::Outcome,
    pack::{Pack, Word},
};

/// What the picture says besides what is in the pack, in the pack's language.
pub struct Said {
    /// What it is, and of which day.
    pub eyebrow: String,
    pub lead: String,
    pub text: String,
    /// The name of the square.
    pub square: String,
    /// The scores in numbers, for the eye; and with the sentence, for whoever does not see the square.
    pub numbers: String,
    pub words: String,
    /// How to read the square.
    pub key: String,
    /// What stands over the steps, and for one with too few answers.
    pub steps: String,
    pub no_word: String,
    /// What to do first: what stands over it, where that is, and what to do.
    pub first: Option<[String; 3]>,
    /// Who made the picture.
    pub from: String,
}

const WIDTH: i32 = 900;
const EDGE: i32 = 48;
const ROOM: i32 = WIDTH - 2 * EDGE;
/// The square is drawn by so much larger, in percent, than on the page.
const ENLARGED: i32 = 130;
/// The column beside the square.
const BESIDE: i32 = EDGE + square::WIDTH * ENLARGED / 100 + 32;
/// More lines than any of our sentences has.
const MOST: usize = 12;

const EYEBROW: Type = Type::new(15, 22, "600", MUTED);
const LEAD: Type = Type { family: Some(SERIF), ..Type::new(30, 38, "600", INK) };
const TEXT: Type = Type::new(18, 27, "400", INK);
const NOTE: Type = Type::new(14, 21, "400", MUTED);
const HEAD: Type = Type::new(17, 26, "600", INK);

/// The picture of a result; nothing where there are too few answers for a square.
#[must_use]
pub fn result(pack: &Pack, outcome: &Outcome, before: Option<Point>, said: &Said) -> Option<Picture> {
    let now = Point::new(outcome.direction?, outcome.work?);
    let (eyebrow, y) = EYEBROW.set(&said.eyebrow, (EDGE, EDGE - 8), ROOM, MOST);
    let (lead, y) = LEAD.set(&said.lead, (EDGE, y + 4), ROOM, MOST);
    let (text, y) = TEXT.set(&said.text, (EDGE, y + 8), ROOM, MOST);
    let top = y + 24;
    let mut shapes = Vec::new();
    square(pack, &outcome.reading.touches, now, before, &mut |shape| shapes.push(drawn(&shape)));
    let place = format!("translate({} {top}) scale({}.{:02})", EDGE - 8, ENLARGED / 100, ENLARGED % 100);
    let shapes = Node::new("g").with("transform", &place).children(shapes);
    let (beside, y) = beside(pack, outcome, said, top);
    let below = y.max(top + square::HEIGHT * ENLARGED / 100) + 24;
    let (first, below) = said.first.as_ref().map_or((None, below), |first| {
        let (first, below) = card(first, below);
        (Some(first), below + 24)
    });
    let (caveat, below) = NOTE.set(&pack.caveat, (EDGE, below), ROOM, MOST);
    let (from, below) = NOTE.set(&said.from, (EDGE, below + 4), ROOM, 1);
    let parts = [eyebrow, lead, text, Some(shapes), Some(beside), first, caveat, from].into_iter().flatten().collect();
    Some(finished(&pack.lang, (WIDTH, below + EDGE - 16), &said.square, &said.words, parts))
}

/// The steps with their words, and how to read the square; and the height below.
fn beside(pack: &Pack, outcome: &Outcome, said: &Said, top: i32) -> (Node, i32) {
    let room = WIDTH - EDGE - BESIDE;
    let mut parts = Vec::new();
    let mut y = top;
    if pack.stage_min_answers.is_some() {
        let (head, below) = HEAD.set(&said.steps, (BESIDE, y), room, MOST);
        parts.extend(head);
        y = below + 4;
        for text in &pack.stages {
            let word = outcome.stage(text.stage);
            let said = word.map_or(&*said.no_word, |word| pack.words.of(word));
            let (row, below) = step(&text.name, word, said, y);
            parts.push(row);
            y = below;
        }
        y += 16;
    }
    for note in [&said.numbers, &said.key] {
        let (note, below) = NOTE.set(note, (BESIDE, y), room, MOST);
        parts.extend(note);
        y = below + 8;
    }
    (Node::new("g").children(parts), y)
}

/// A step: its name, and its word with a shape of its own.
fn step(name: &str, word: Option<Word>, said: &str, y: i32) -> (Node, i32) {
    let colour = word.map_or(MUTED, |word| [SETTLE, THINK, FINE][word as usize]);
    let (first, at, end) = (y + 6, BESIDE + 136, WIDTH - EDGE);
    let row = Type::new(15, 22, "600", INK);
    let (name, below_name) = row.set(name, (BESIDE, first), at - BESIDE - 8, 2);
    let (said, below_said) = Type { fill: colour, ..row }.set(said, (at + 24, first), end - at - 24, 2);
    let below = below_name.max(below_said) + 6;
    let edge = Node::new("circle").all(&[("fill", "none"), ("stroke", colour), ("stroke-width", "2")]);
    let edge = edge.numbers(&[("cx", 8), ("cy", 8), ("r", 6)]);
    let edge = if word.is_none() { edge.with("stroke-dasharray", "2 2.7") } else { edge };
    let filled = match word {
        None | Some(Word::NotYet) => None,
        Some(Word::Partly) => Some("M8 2A6 6 0 0 1 8 14Z"),
        Some(Word::Mostly) => Some("M8 2A6 6 0 0 1 8 14A6 6 0 0 1 8 2Z"),
    };
    let mark = Node::new("g").with("transform", &format!("translate({at} {})", first + 3)).child(edge);
    let mark = mark.children(filled.map(|d| Node::new("path").all(&[("d", d), ("fill", colour)])));
    let line = [("x1", BESIDE), ("x2", end), ("y1", below), ("y2", below)];
    let line = Node::new("line").numbers(&line).with("stroke", BORDER);
    (Node::new("g").children(name).child(mark).children(said).child(line), below)
}

/// The one thing to do first, in a box.
fn card([over, name, text]: &[String; 3], y: i32) -> (Node, i32) {
    let inner = (EDGE + 24, ROOM - 48);
    let (over, below) = Type { fill: ACCENT, ..EYEBROW }.set(over, (inner.0, y + 18), inner.1, 1);
    let (name, below) = HEAD.set(name, (inner.0, below + 2), inner.1, 2);
    let (text, below) = TEXT.set(text, (inner.0, below + 2), inner.1, MOST);
    let below = below + 18;
    let paper = Node::new("rect").numbers(&[("x", EDGE), ("y", y), ("width", ROOM), ("height", below - y), ("rx", 8)]);
    let paper = paper.with("fill", TINT).with("stroke", ACCENT).with("stroke-opacity", "0.35");
    (Node::new("g").child(paper).children([over, name, text].into_iter().flatten()), below)
}

/// A shape of the square in colours of its own.
pub(super) fn drawn(shape: &Shape) -> Node {
    let node = Node::new(shape.tag).numbers(shape.numbers).all(look(shape.class));
    let Some(words) = &shape.words else { return node };
    let node = node.with("text-anchor", words.anchor).words(words.text);
    words.turned.iter().fold(node, |node, turn| node.with("transform", turn))
}

/// What `style/more/result.css` says of each class, in light.
fn look(class: &str) -> &'static [(&'static str, &'static str)] {
    match class {
        "sf-quarter" => &[("fill", WASH), ("stroke", CONTROL)],
        "sf-quarter sf-touched" => &[("fill", TOUCHED), ("stroke", CONTROL)],
        "sf-quarter-name" => &[("fill", INK), ("font-size", "14"), ("font-weight", "600")],
        "sf-end" => &[("fill", MUTED), ("font-size", "11.5")],
        "sf-axis-name" => &[("fill", INK), ("font-size", "13"), ("font-weight", "600")],
        "sf-band" => &[("fill", ACCENT), ("fill-opacity", "0.22"), ("stroke", ACCENT), ("stroke-width", "1.5")],
        "sf-point" => &[("fill", ACCENT), ("stroke", PAPER), ("stroke-width", "2.5")],
        "sf-earlier" => &[("fill", PAPER), ("stroke", INK), ("stroke-width", "2")],
        "sf-one" => &[("fill", ACCENT), ("fill-opacity", "0.55"), ("stroke", PAPER), ("stroke-width", "1")],
        "sf-middle-edge" => &[("stroke", PAPER), ("stroke-width", "7"), ("stroke-linecap", "round")],
        "sf-middle" => &[("stroke", INK), ("stroke-width", "3.5"), ("stroke-linecap", "round")],
        "sf-way" => &[("stroke", INK)],
        _ => &[],
    }
}
