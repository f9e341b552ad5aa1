//! *What is the difference?*: a page to read, drawn from the tree of parts in its file.
//!
//! A part is a list: its name with a class behind a point, as in `p.sf-text`; its attributes, where it has any, as an object;
//! then its words and parts. Only the names listed here become elements, so that no file can bring any other.

use super::{
    app::App,
    part::{actions, heading, leads, press, title},
};
use crate::{
    browser::element::{El, el},
    visit::Screen,
    words::Key,
};
use serde_json::Value;

const TAGS: [&str; 15] =
    ["div", "p", "ul", "ol", "li", "strong", "span", "details", "summary", "table", "thead", "tbody", "tr", "th", "td"];
const ATTRIBUTES: [&str; 3] = ["scope", "data-label", "open"];

pub fn view(app: &App) -> Vec<El> {
    let Some(page) = app.difference() else {
        return Vec::new();
    };
    let buttons = actions([
        press(app, "sf-line", Key::AppBack, App::go_back),
        leads(app, "sf-quiet", Key::AppDrill, Screen::Drill),
    ]);
    part(app, &page).into_iter().chain([buttons]).collect()
}

fn part(app: &App, tree: &Value) -> Option<El> {
    let (name, rest) = tree.as_array()?.split_first()?;
    let (tag, class) = name.as_str().map(|name| name.split_once('.').unwrap_or((name, "")))?;
    let words = rest.first().and_then(Value::as_str).unwrap_or_default();
    match tag {
        "title" => return Some(title(app, words)),
        "h1" => return Some(heading(app, 1, words)),
        "h2" => return Some(heading(app, 2, words)),
        _ => {}
    }
    let tag = TAGS.into_iter().find(|known| *known == tag)?;
    let mut element = el(tag);
    if !class.is_empty() {
        element = element.class(class);
    }
    for held in rest {
        element = match held {
            Value::String(words) => element.text(words),
            Value::Object(attributes) => ATTRIBUTES.into_iter().fold(element, |element, name| {
                match attributes.get(name).and_then(Value::as_str) {
                    Some(value) => element.attr(name, value),
                    None => element,
                }
            }),
            below => element.children(part(app, below)),
        };
    }
    Some(element)
}
