//! Pages to read, drawn from the tree of parts in their files: for the check, and for the plan builder (`plan/article.rs`).
//!
//! A part is a list: its name with a class behind a point, as in `p.sf-text`; its attributes, where it has any, as an object;
//! then its words and parts. Only the names listed here become elements, so that no file can bring any other.

use super::{
    app::App,
    part::{actions, heading, leads, press, title},
};
use crate::{
    article::Article,
    browser::element::{El, el},
    visit::Screen,
    words::Key,
};
use serde_json::Value;

const TAGS: [&str; 19] = [
    "div", "p", "ul", "ol", "li", "dl", "dt", "dd", "strong", "cite", "span", "details", "summary", "table", "thead",
    "tbody", "tr", "th", "td",
];
const ATTRIBUTES: [&str; 3] = ["scope", "data-label", "open"];

pub fn view(app: &App, article: Article) -> Vec<El> {
    let Some(page) = app.article(article) else {
        return Vec::new();
    };
    let next = match article {
        Article::Difference => leads(app, "sf-quiet", Key::AppDrill, Screen::Drill),
        _ => leads(app, "sf-quiet", Key::AppDifference, Screen::Article(Article::Difference)),
    };
    let glossary = (article == Article::Difference)
        .then(|| leads(app, "sf-quiet", Key::AppGlossary, Screen::Article(Article::Glossary)));
    let buttons = [press(app, "sf-line", Key::AppBack, App::go_back), next];
    let head = |below: u8, words: &str| if below == 0 { title(app, words) } else { heading(app, below, words) };
    part(&head, &page).into_iter().chain([actions(buttons.into_iter().chain(glossary))]).collect()
}

/// The element that a part stands for. `head` makes a heading, so many levels below the first one.
pub fn part(head: &dyn Fn(u8, &str) -> El, tree: &Value) -> Option<El> {
    let (name, rest) = tree.as_array()?.split_first()?;
    let (tag, class) = name.as_str().map(|name| name.split_once('.').unwrap_or((name, "")))?;
    let words = rest.first().and_then(Value::as_str).unwrap_or_default();
    match tag {
        "title" => return Some(head(0, words)),
        "h1" => return Some(head(1, words)),
        "h2" => return Some(head(2, words)),
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
            below => element.children(part(head, below)),
        };
    }
    Some(element)
}
