//! From what is kept, and what the page asks for, to the first screen.

use super::loaded::{Loaded, words};
use crate::{
    browser::{
        intl,
        options::Options,
        storage::{Found, Store},
    },
    document::{link, reader, result::TakenCheck},
    visit::{Screen, Visit},
    words::{BUILT_IN, Key, Words, fill, nearest},
};
use serde_json::{Value, json};

/// What the app was opened with, before there is anything to see.
pub struct Opened {
    pub words: Words,
    pub visit: Visit,
    pub store: Store,
    pub options: Options,
    pub loaded: Loaded,
    pub status: String,
}

impl Opened {
    /// Everything that the first screen needs; nothing where the words can't be had, or are those of another build.
    pub async fn load(options: Options) -> Option<Opened> {
        let storage = options.storage().unwrap_or_default();
        let key = options.storage_key().filter(|key| !key.is_empty()).unwrap_or_else(|| "default".to_owned());
        let store = Store::open(&storage, &key);
        let lang = nearest(&preferred_lang(&store, &options)).to_owned();
        let words = words(&options, &lang).await?;
        let (visit, mut status) = kept_visit(&store, &words);
        let mut opened = Opened { words, visit, store, loaded: Loaded::default(), status: String::new(), options };
        opened.open_link(&mut status);
        if opened.options.view().as_deref() == Some("drill") {
            opened.visit.go(Screen::Drill);
        }
        opened.load_packs(&lang, &mut status).await;
        opened.status = status;
        Some(opened)
    }

    /// A result in the page's address is shown without touching the visitor's own.
    fn open_link(&mut self, status: &mut String) {
        let fragment = self.options.fragment().unwrap_or_default();
        if !fragment.trim_start_matches('#').starts_with("result=") {
            return;
        }
        match link::decode(&fragment) {
            Some(taken) => {
                self.visit.shared = Some(taken);
                self.visit.go(Screen::Shared);
            }
            None => *status = self.words.get(Key::SharedUnreadable).to_owned(),
        }
    }

    async fn load_packs(&mut self, lang: &str, status: &mut String) {
        let url = self.options.pack().filter(|pack| !BUILT_IN.iter().any(|(id, ..)| id == pack));
        if let Some(url) = url.filter(|url| !url.is_empty())
            && let Err(place) = self.loaded.bring_pack(&self.options, &url).await
        {
            *status = fill(self.words.get(Key::AppPackFaulty), &[("place", &place)]);
        }
        let screen = self.visit.screen.clone();
        if !self.loaded.ensure(&self.options, &screen, &self.visit, lang).await {
            self.words.get(Key::AppFailed).clone_into(status);
            self.visit.screen = Screen::Start;
        }
        let session = self.visit.session.as_mut();
        let pack = session.as_ref().and_then(|session| self.loaded.pack(&session.pack));
        if let Some((session, pack)) = session.zip(pack)
            && session.pack_version != pack.version
        {
            let lost = session.map_onto(&pack);
            if lost > 0 {
                let is_one = intl::is_one(lang, lost);
                *status = fill(self.words.form(Key::AppUnmapped, is_one), &[("n", &lost.to_string())]);
            }
        }
    }
}

/// The language that the visitor chose here over the page's, as long as the page still asks for the same; else the page's.
fn preferred_lang(store: &Store, options: &Options) -> String {
    let asked = options.lang();
    let Found::Data(preferences) = store.get("preferences") else {
        return asked.unwrap_or_default();
    };
    let says = |name: &str| preferences.get(name).and_then(Value::as_str).map(str::to_owned);
    let chosen = says("lang").filter(|_| says("instead_of") == asked);
    chosen.or(asked).unwrap_or_default()
}

fn kept_visit(store: &Store, words: &Words) -> (Visit, String) {
    let mut status = String::new();
    let mut data = |name: &str| match store.get(name) {
        Found::Data(data) => Some(data),
        Found::Nothing => None,
        Found::SetAside => {
            words.get(Key::KeptSetAside).clone_into(&mut status);
            None
        }
        Found::Newer => {
            words.get(Key::KeptNewer).clone_into(&mut status);
            None
        }
    };
    let results = data("results").map(|list| {
        let (results, _) = reader::read(&list, |top| top.list().into_iter().map(TakenCheck::read).collect::<Vec<_>>());
        results
    });
    let results = results.unwrap_or_default();
    let session = data("session").unwrap_or_else(|| json!({}));
    let (visit, _) = reader::read(&session, |top| Visit::read(top, results));
    (visit, status)
}
