//! The map of what serves what as a picture to keep: five columns, each thing in a box, the links between.

use super::{BORDER, CONTROL, INK, MUTED, PAPER, Picture, SERIF, THINK, Type, finished, svg::Node};
use crate::plan::map::{COLUMNS, Map};

/// What the picture says, in the page's language.
pub struct Said {
    pub lang: String,
    pub title: String,
    /// What the picture is, and of which day.
    pub eyebrow: String,
    /// Over each column.
    pub heads: [String; COLUMNS.len()],
    /// Under each column, what is left out; may be empty.
    pub rests: [String; COLUMNS.len()],
    /// In a column without anything.
    pub none: String,
    /// The name of each thing of the map, and how it hangs loose if it does.
    pub things: Vec<(String, Option<String>)>,
    /// What a dashed outline means, where there is one.
    pub key: Option<String>,
    /// Who made the picture.
    pub from: String,
    /// What there is, for whoever does not see it.
    pub words: String,
}

const EDGE: i32 = 40;
const COLUMN: i32 = 236;
const BETWEEN: i32 = 44;
const WIDTH: i32 = 2 * EDGE + 5 * COLUMN + 4 * BETWEEN;
const ROOM: i32 = WIDTH - 2 * EDGE;
/// The room around a box's words, and the least between two boxes.
const INNER: i32 = 10;
const GAP: i32 = 16;

const EYEBROW: Type = Type::new(15, 22, "600", MUTED);
const TITLE: Type = Type { family: Some(SERIF), ..Type::new(28, 36, "600", INK) };
const HEAD: Type = Type::new(14, 20, "600", MUTED);
const NAME: Type = Type::new(14, 18, "400", INK);
const LOOSE: Type = Type::new(12, 17, "600", THINK);
const NOTE: Type = Type::new(14, 21, "400", MUTED);

/// A thing's box, from the top of the columns.
struct Placed<'a> {
    name: &'a str,
    loose: Option<&'a str>,
    lines: Node,
    y: i32,
    height: i32,
}

/// The picture of a map, of which `said` names each thing in order.
#[must_use]
pub fn map(map: &Map, said: &Said) -> Picture {
    let (eyebrow, y) = EYEBROW.set(&said.eyebrow, (EDGE, EDGE - 8), ROOM, 1);
    let (title, y) = TITLE.set(&said.title, (EDGE, y + 2), ROOM, 3);
    let (heads, top) = heads(said, y + 20);
    let (boxes, height) = boxes(map, said);
    let links = links(map, &boxes);
    let things = map.nodes.iter().zip(boxes).map(|(node, thing)| drawn(thing, left(node.column)));
    let picture = Node::new("g").with("transform", &format!("translate(0 {top})")).child(links).children(things);
    let (rests, y) = rests(map, said, top, height);
    let (key, y) = NOTE.set(said.key.as_deref().unwrap_or_default(), (EDGE, y + 12), ROOM, 3);
    let (from, y) = NOTE.set(&said.from, (EDGE, y + 4), ROOM, 1);
    let parts = [eyebrow, title, Some(heads), Some(picture), Some(rests), key, from].into_iter().flatten().collect();
    finished(&said.lang, (WIDTH, y + EDGE - 16), &said.title, &said.words, parts)
}

fn left(column: usize) -> i32 {
    EDGE + i32::try_from(column).unwrap_or_default() * (COLUMN + BETWEEN)
}

/// The columns' names over a line each, all of which stand at one height; and the height below.
fn heads(said: &Said, top: i32) -> (Node, i32) {
    let set = |(column, head): (usize, &String)| HEAD.set(head, (left(column), top), COLUMN, 2);
    let heads: Vec<(Option<Node>, i32)> = said.heads.iter().enumerate().map(set).collect();
    let below = heads.iter().map(|(_, below)| *below).max().unwrap_or(top) + 6;
    let line = |column: usize| {
        let ends = [("x1", left(column)), ("x2", left(column) + COLUMN), ("y1", below), ("y2", below)];
        Node::new("line").numbers(&ends).with("stroke", BORDER)
    };
    let lines = (0..COLUMNS.len()).map(line);
    (Node::new("g").children(heads.into_iter().filter_map(|(head, _)| head)).children(lines), below + GAP)
}

/// The boxes in the order of the map, each as high as its words, spread evenly over the height of the highest column.
fn boxes<'a>(map: &Map, said: &'a Said) -> (Vec<Placed<'a>>, i32) {
    let counts = map.counts();
    let mut boxes: Vec<Placed> = Vec::new();
    let mut filled = [0; COLUMNS.len()];
    for (node, (name, loose)) in map.nodes.iter().zip(&said.things) {
        let (x, room) = (left(node.column) + INNER, COLUMN - 2 * INNER);
        let (words, below) = NAME.set(name, (x, INNER - 2), room, 4);
        let (word, below) = LOOSE.set(loose.as_deref().unwrap_or_default(), (x, below), room, 2);
        let (lines, height) = (Node::new("g").children(words).children(word), below + INNER - 2);
        filled[node.column] += height;
        boxes.push(Placed { name, loose: loose.as_deref(), lines, y: 0, height });
    }
    let count = |column: usize| i32::try_from(counts[column]).unwrap_or(i32::MAX);
    let least = |column: usize| filled[column] + GAP * count(column);
    let height = (0..COLUMNS.len()).map(least).max().unwrap_or_default();
    // Half of the room between two boxes, above and below each.
    let mut next: [i32; COLUMNS.len()] = [0; COLUMNS.len()];
    for (node, thing) in map.nodes.iter().zip(&mut boxes) {
        let around = (height - filled[node.column]) / count(node.column);
        thing.y = next[node.column] + around / 2;
        next[node.column] += around + thing.height;
    }
    (boxes, height)
}

/// The links as thin curves from the right edge of what is served to the left edge of what serves it.
fn links(map: &Map, boxes: &[Placed]) -> Node {
    let middle = |thing: &Placed| thing.y + thing.height / 2;
    let curve = |(from, to): &(usize, usize)| {
        let (start, end) = (left(map.nodes[*to].column) + COLUMN, left(map.nodes[*from].column));
        let (y, to_y, half) = (middle(boxes.get(*to)?), middle(boxes.get(*from)?), i32::midpoint(start, end));
        Some(Node::new("path").with("d", &format!("M{start} {y}C{half} {y} {half} {to_y} {end} {to_y}")))
    };
    let look = [("fill", "none"), ("stroke", CONTROL), ("stroke-width", "1.25")];
    Node::new("g").all(&look).children(map.links.iter().filter_map(curve))
}

/// A thing with its words; with all of them in its title, where they were cut.
fn drawn(thing: Placed, x: i32) -> Node {
    let edge = Node::new("rect").numbers(&[("x", x), ("width", COLUMN), ("height", thing.height), ("rx", 8)]);
    let edge = edge.with("fill", PAPER);
    let edge = match thing.loose {
        Some(_) => edge.all(&[("stroke", THINK), ("stroke-width", "2"), ("stroke-dasharray", "5 4")]),
        None => edge.with("stroke", CONTROL),
    };
    let whole = Node::new("title").words(thing.name);
    let place = format!("translate(0 {})", thing.y);
    Node::new("g").with("transform", &place).child(whole).child(edge).child(thing.lines)
}

/// What stands under the columns: how much more there is, or that there is nothing.
fn rests(map: &Map, said: &Said, top: i32, height: i32) -> (Node, i32) {
    let counts = map.counts();
    let set = |column: usize| {
        let (words, y) = if counts[column] == 0 { (&said.none, top) } else { (&said.rests[column], top + height) };
        NOTE.set(words, (left(column), y), COLUMN, 2)
    };
    let rests: Vec<(Option<Node>, i32)> = (0..COLUMNS.len()).map(set).collect();
    let below = rests.iter().map(|(_, below)| *below).max().unwrap_or_default();
    (Node::new("g").children(rests.into_iter().filter_map(|(rest, _)| rest)), below.max(top + height))
}
