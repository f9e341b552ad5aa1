//! What all pages have: the bar with the name and the language, and the status line.

use super::page::Page;
pub use crate::browser::element::{div, p, span};
use crate::{
    article::Article,
    browser::element::{El, el},
    words::{Key, Keyed, LANGUAGES},
};

/// The whole of a page: its bar, its heading, what `body` gives, and the status line. `title` is its name for the browser too.
pub fn page<K: Keyed + 'static>(page: &Page<K>, title: K, body: impl IntoIterator<Item = El>) -> El {
    let heading = move |page: &Page<K>| {
        let text = page.t(title);
        page.options().tell_title(&text, &page.lang());
        vec![span("", &text)]
    };
    let said = |page: &Page<K>| {
        let status = page.status();
        (!status.is_empty()).then(|| span("", &status)).into_iter().collect()
    };
    div("sf sf-page")
        .live_attr("lang", page.then(Page::lang))
        .live_attr("dir", page.then(|page| page.app(Key::LanguageDirection)))
        .child(bar(page))
        .child(el("h1").class("sf-title").live(page.then(heading)))
        .children(body)
        .child(div("sf-said").child(p("sf-status", "").attr("role", "status").live(page.then(said))))
        .child(foot(page))
}

/// The ways to the pages to read, which belong to the app.
fn foot<K: Keyed + 'static>(page: &Page<K>) -> El {
    let read = |key: Key, article: Article| {
        let address = move |page: &Page<K>| format!("./?lang={}#{}", page.lang(), article.name());
        let link = el("a").class("sf-button sf-link").live_attr("href", page.then(address));
        link.live(page.then(move |page| vec![span("", &page.app(key))]))
    };
    div("sf-foot").children([read(Key::AppGlossary, Article::Glossary), read(Key::AppAbout, Article::About)])
}

/// The list of languages is made once, so that it keeps the keyboard's focus when one is chosen.
fn bar<K: Keyed + 'static>(page: &Page<K>) -> El {
    let id = page.id("lang");
    let options = LANGUAGES.iter().map(|(tag, name)| el("option").attr("value", tag).attr("lang", tag).text(name));
    let choose = page.clone();
    let select = el("select").class("sf-lang").attr("id", &id).children(options);
    let select = select.live_value(page.then(Page::lang)).on_value(move |lang| choose.set_lang(&lang));
    let label = el("label").class("sf-hidden").attr("for", &id);
    let home = el("a").class("sf-button sf-link sf-name").attr("href", "./");
    div("sf-bar")
        .child(home.live(page.then(|page| vec![span("", &page.app(Key::AppName))])))
        .child(label.live(page.then(|page| vec![span("", &page.app(Key::LanguageChoose))])))
        .child(select)
}
