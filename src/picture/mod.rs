//! Pictures: what the square of a result or a group is made of, and these and the map as SVG files that stand on their own. Pure: data
//! in, shapes or text out.
//!
//! A file has its colours written into it, light ones whatever the page's theme, names nothing outside itself, and breaks its
//! own lines, since SVG breaks none.

pub mod crowd;
pub mod lines;
pub mod map;
pub mod result;
pub mod square;
pub mod svg;

use svg::Node;

/// A picture as a file, with its size in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The SVG file.
    pub text: String,
    pub width: i32,
    pub height: i32,
    /// What it says, for whoever does not see it.
    pub words: String,
}

/// The most points that a PNG may have: phones draw no more.
const MOST_POINTS: i32 = 16_000_000;

impl Picture {
    /// The picture as it is drawn as a PNG: twice its size, for sharp print; less where that is more than browsers draw.
    #[must_use]
    pub fn enlarged(&self) -> Picture {
        let drawn = |scale: i32| (self.width * scale / 100, self.height * scale / 100);
        let fits = |(width, height): &(i32, i32)| width.saturating_mul(*height) <= MOST_POINTS && *height <= 16_000;
        let (width, height) = (10..=200).rev().step_by(10).map(drawn).find(fits).unwrap_or_else(|| drawn(10));
        // The first of the file is its own size; whatever stands in it is drawn to that.
        let size = |width: i32, height: i32| format!(" width=\"{width}\" height=\"{height}\"");
        let text = self.text.replacen(&size(self.width, self.height), &size(width, height), 1);
        Picture { text, width, height, words: self.words.clone() }
    }
}

// The light colours of `style/tokens.css`; mixed ones are mixed here, since programs that draw SVG mix none.
const PAPER: &str = "#ffffff";
const INK: &str = "#1c2430";
const MUTED: &str = "#5b6573";
const CONTROL: &str = "#7d8590";
const BORDER: &str = "#dcd8cf";
const ACCENT: &str = "#0b6b69";
const WASH: &str = "#f6f6f7";
const TOUCHED: &str = "#e2eded";
const TINT: &str = "#e9f2f1";
const SETTLE: &str = "#b3261e";
const THINK: &str = "#8a5a00";
const FINE: &str = "#2b6b3f";
const SANS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const SERIF: &str =
    "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Noto Serif', Georgia, 'Liberation Serif', serif";

/// Closes a picture: its size, its language, its name and what it says, its paper.
fn finished(lang: &str, size: (i32, i32), title: &str, words: &str, parts: Vec<Node>) -> Picture {
    let (width, height) = size;
    let root = Node::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", &format!("0 0 {width} {height}"))
        .numbers(&[("width", width), ("height", height)])
        .with("lang", lang)
        .with("role", "img")
        .with("aria-labelledby", "title text")
        .with("font-family", SANS)
        .with("fill", INK)
        .child(Node::new("title").with("id", "title").words(title))
        .child(Node::new("desc").with("id", "text").words(words))
        .child(Node::new("rect").numbers(&[("width", width), ("height", height)]).with("fill", PAPER))
        .children(parts);
    Picture { text: root.file(), width, height, words: format!("{title}. {words}") }
}

/// How text is set: its size and the way from one line to the next in pixels, its weight and its colour.
#[derive(Clone, Copy)]
struct Type {
    size: i32,
    line: i32,
    weight: &'static str,
    fill: &'static str,
    family: Option<&'static str>,
}

impl Type {
    const fn new(size: i32, line: i32, weight: &'static str, fill: &'static str) -> Type {
        Type { size, line, weight, fill, family: None }
    }

    /// Words as lines no wider than `width` and no more than `most`, below the height `y`; and the height below them. Nothing
    /// where there are no words.
    fn set(self, words: &str, (x, y): (i32, i32), width: i32, most: usize) -> (Option<Node>, i32) {
        let lines = lines::broken(words, width, self.size, self.weight != "400", most);
        let mut text = Node::new("text").numbers(&[("font-size", self.size)]);
        text = text.with("font-weight", self.weight).with("fill", self.fill);
        if let Some(family) = self.family {
            text = text.with("font-family", family);
        }
        let mut below = y;
        for line in &lines {
            // Letters stand about a quarter of their size above the lower edge of their line.
            let foot = below + i32::midpoint(self.line, self.size) - self.size / 5;
            text = text.child(Node::new("tspan").numbers(&[("x", x), ("y", foot)]).words(line));
            below += self.line;
        }
        ((!lines.is_empty()).then_some(text), below)
    }
}
