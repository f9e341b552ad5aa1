//! What was fetched so far, and how the rest is.

use crate::{
    browser::options::Options,
    document::file,
    quiz::{
        drill::{Drill, read_drill},
        pack::Pack,
        pack_file::{self, read_pack},
    },
    visit::{Screen, Visit},
    words::{BUILT_IN, Words},
};
use serde_json::Value;
use std::rc::Rc;

/// What was fetched so far in the language in use.
#[derive(Clone, Default)]
pub struct Loaded {
    pub packs: Vec<Rc<Pack>>,
    pub drill: Option<Rc<Drill>>,
    pub difference: Option<Rc<Value>>,
    /// The id of the pack that the page itself brought, and where it is.
    pub brought: Option<(String, String)>,
}

impl Loaded {
    /// What is the same in every language: the pack that the page itself brought.
    pub fn without_words(&self) -> Loaded {
        let is_brought = |pack: &&Rc<Pack>| self.brought.as_ref().is_some_and(|(id, _)| *id == pack.id);
        Loaded {
            packs: self.packs.iter().filter(is_brought).cloned().collect(),
            brought: self.brought.clone(),
            ..Loaded::default()
        }
    }

    pub fn pack(&self, id: &str) -> Option<Rc<Pack>> {
        self.packs.iter().find(|pack| pack.id == id).cloned()
    }

    /// The packs to choose from: the page's own alone, else the built-in ones; the one to propose comes first.
    pub fn offered(&self, options: &Options) -> Vec<String> {
        if let Some((id, _)) = &self.brought {
            return vec![id.clone()];
        }
        let wanted = options.pack().unwrap_or_else(|| "full".to_owned());
        let ids = BUILT_IN.iter().map(|(id, ..)| (*id).to_owned());
        let (mut first, others): (Vec<String>, Vec<String>) = ids.partition(|id| *id == wanted);
        first.extend(others);
        first
    }

    /// Fetches what `screen` shows; gives whether all of it is there.
    pub async fn ensure(&mut self, options: &Options, screen: &Screen, visit: &Visit, lang: &str) -> bool {
        match screen {
            Screen::Start => {
                // Its introduction; without it the start still stands.
                let proposed = self.offered(options).into_iter().next().unwrap_or_default();
                let _ = self.fetch_pack(options, &proposed, lang).await;
                true
            }
            Screen::Question => match &visit.session {
                Some(session) => self.fetch_pack(options, &session.pack, lang).await.is_some(),
                None => false,
            },
            Screen::Result(id) => match visit.result(id) {
                Some(result) => self.fetch_pack(options, &result.pack, lang).await.is_some(),
                None => false,
            },
            Screen::Shared => match &visit.shared {
                Some(result) => self.fetch_pack(options, &result.pack, lang).await.is_some(),
                None => false,
            },
            Screen::History => {
                for result in &visit.results {
                    // Questions that are not here do not keep the others from being shown.
                    let _ = self.fetch_pack(options, &result.pack, lang).await;
                }
                true
            }
            Screen::Drill => self.fetch_drill(options, lang).await.is_some(),
            Screen::Difference => self.fetch_difference(options, lang).await.is_some(),
        }
    }

    pub async fn fetch_pack(&mut self, options: &Options, id: &str, lang: &str) -> Option<Rc<Pack>> {
        if let Some(pack) = self.pack(id) {
            return Some(pack);
        }
        if !BUILT_IN.iter().any(|(built_in, ..)| *built_in == id) {
            return None;
        }
        let file = json_file(options, &format!("packs/{id}.{lang}.json")).await?;
        let (pack, faults) = read_pack(&file);
        let pack = Rc::new(pack);
        faults.is_empty().then(|| self.packs.push(pack.clone()))?;
        Some(pack)
    }

    pub async fn fetch_drill(&mut self, options: &Options, lang: &str) -> Option<Rc<Drill>> {
        if self.drill.is_none() {
            let file = json_file(options, &format!("drills/strategy-or-tactic.{lang}.json")).await?;
            let (drill, faults) = read_drill(&file);
            self.drill = faults.is_empty().then(|| Rc::new(drill));
        }
        self.drill.clone()
    }

    pub async fn fetch_difference(&mut self, options: &Options, lang: &str) -> Option<Rc<Value>> {
        if self.difference.is_none() {
            self.difference = json_file(options, &format!("pages/difference.{lang}.json")).await.map(Rc::new);
        }
        self.difference.clone()
    }

    /// The pack that the page itself brings, from its URL.
    ///
    /// # Errors
    /// The place of its first fault.
    pub async fn bring_pack(&mut self, options: &Options, url: &str) -> Result<(), String> {
        let file = json_file(options, url).await.ok_or_else(|| url.to_owned())?;
        file::expect_format(&file, pack_file::FORMAT, pack_file::VERSION).map_err(|_| "format".to_owned())?;
        let (pack, faults) = read_pack(&file);
        if let Some(fault) = faults.first() {
            return Err(fault.place.clone());
        }
        self.brought = Some((pack.id.clone(), url.to_owned()));
        self.packs.push(Rc::new(pack));
        Ok(())
    }
}

/// The interface's words in `lang`.
pub async fn words(options: &Options, lang: &str) -> Option<Words> {
    let file = json_file(options, &format!("locales/{lang}.json")).await?;
    Words::read(lang, &file)
}

async fn json_file(options: &Options, path: &str) -> Option<Value> {
    let text = options.text(path).await?;
    file::parse(&text).ok()
}
