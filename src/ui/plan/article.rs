//! Pages to read in the builder, and the words that a section uses: both are fetched once somebody asks for them.

use super::{
    part::{heading, press, title},
    planner::Planner,
};
use crate::{
    article::Article,
    browser::{element::El, watched::Watched},
    document::file,
    ui::{
        article::part,
        part::{actions, div},
    },
    words::PlanKey,
};
use serde_json::Value;
use std::rc::Rc;

pub fn view(planner: &Planner, article: Article) -> Vec<El> {
    let page = fetched(planner, article.path(&planner.lang()), drawn);
    let other = match article {
        Article::Glossary => (PlanKey::AppAbout, Article::About),
        _ => (PlanKey::AppGlossary, Article::Glossary),
    };
    let buttons = [
        press(planner, "sf-line", PlanKey::AppBack, Planner::read_no_more),
        press(planner, "sf-quiet", other.0, move |planner| planner.read_article(other.1)),
    ];
    vec![page, actions(buttons)]
}

/// The words of the field that a section uses, explained.
pub fn words(planner: &Planner, section: &str) -> Vec<El> {
    let section = section.to_owned();
    let draw = move |planner: &Planner, words: &Value| drawn(planner, &words[&*section]);
    vec![fetched(planner, format!("plan/glossary.{}.json", planner.lang()), draw)]
}

/// What `draw` makes of a file, once it is there.
fn fetched(planner: &Planner, path: String, draw: impl Fn(&Planner, &Value) -> Option<El> + 'static) -> El {
    let held = Watched::new(Rc::new(Value::Null));
    let (into, asker, waiting) = (held.clone(), planner.clone(), planner.wait());
    let then = move |texts: Vec<Option<String>>| {
        drop(waiting);
        let read = texts.into_iter().next().flatten().and_then(|text| file::parse(&text).ok());
        match read {
            Some(read) => into.set(Rc::new(read)),
            None => asker.say(&asker.t(PlanKey::AppFailed)),
        }
    };
    planner.options().texts(vec![path], Box::new(then));
    div("").live(planner.then(move |planner| draw(planner, &held.get()).into_iter().collect()))
}

fn drawn(planner: &Planner, tree: &Value) -> Option<El> {
    let head = |below: u8, words: &str| if below == 0 { title(planner, words) } else { heading(planner, below, words) };
    part(&head, tree)
}
