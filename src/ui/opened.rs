//! From what is kept, and what the page asks for, to the first screen.

use super::loaded::{File, Loaded, is_built_in};
use crate::{
    article::Article,
    browser::{
        options::Options,
        storage::{Found, Store},
    },
    document::{link, reader, result::TakenCheck},
    visit::{Screen, Visit},
    words::{Key, Words, fill, nearest},
};
use serde_json::Value;
use std::rc::Rc;

/// What was kept and asked for, and the files that the first screen needs: before there is anything to see.
pub struct Opening {
    pub options: Options,
    store: Store,
    visit: Visit,
    loaded: Loaded,
    files: Vec<File>,
    /// What to say once there are words for it.
    trouble: Option<Key>,
}

/// What the app begins with.
pub struct Opened {
    pub words: Rc<Words>,
    pub visit: Visit,
    pub store: Store,
    pub options: Options,
    pub loaded: Loaded,
    pub status: String,
    /// Whether something that was kept could not be read.
    pub has_unreadable: bool,
}

impl Opening {
    pub fn new(options: Options) -> Opening {
        let store = Store::of(&options);
        let (mut visit, preferences, mut trouble) = kept(&store);
        let fragment = options.fragment().unwrap_or_default();
        if fragment.starts_with("#result=") {
            match link::decode(&fragment) {
                Some(taken) => {
                    visit.shared = Some(taken);
                    visit.go(Screen::Shared);
                }
                None => trouble = Some(Key::SharedUnreadable),
            }
        }
        // As the pages beside the widget, and whoever wants to show it to others, ask for one.
        let article = fragment.strip_prefix('#').and_then(Article::named);
        visit.screen = article.map_or(visit.screen, Screen::Article);
        // Whoever comes with a class begins with it, and not in the middle of what was before.
        if options.is_arriving() {
            visit.go(Screen::Start);
        }
        // Whoever has gone on from there stays where they are.
        if options.view().as_deref() == Some("drill") && visit.screen == Screen::Start {
            visit.go(Screen::Drill);
        }
        if let Some(seed) = options.seed() {
            // A class begins in its own order, whatever order its members had before.
            visit.outdated = visit.run.as_ref().map(|run| run.seed).filter(|had| *had != seed);
        }
        let loaded = Loaded::default().in_lang(nearest(&preferred_lang(&preferences, &options)));
        let brought = options.pack().filter(|pack| !pack.is_empty() && !is_built_in(pack));
        let mut files = vec![File::Words];
        files.extend(brought.map(File::Brought));
        files.extend(loaded.lacks(&options, &visit.screen, &visit));
        Opening { options, store, visit, loaded, files, trouble }
    }

    /// The paths of all that is needed at first, to be asked for at once.
    pub fn paths(&self) -> Vec<String> {
        self.loaded.paths(&self.files)
    }

    /// With the texts of those files; nothing where the words are not among them, or are those of another build.
    pub fn open(mut self, texts: Vec<Option<String>>) -> Option<Opened> {
        self.loaded.take_all(&self.files, texts);
        let words = self.loaded.words.clone()?;
        let Opening { options, store, visit, loaded, trouble, .. } = self;
        let has_unreadable = matches!(trouble, Some(Key::KeptSetAside | Key::KeptRecovered));
        let mut opened = Opened { words, visit, store, loaded, status: String::new(), options, has_unreadable };
        if !opened.loaded.suffices(&opened.visit.screen, &opened.visit) {
            let elsewhere = opened.loaded.lacks(&opened.options, &opened.visit.screen, &opened.visit).is_empty();
            opened.visit.screen = Screen::Start;
            opened.say(if elsewhere { Key::AppElsewhere } else { Key::AppFailed }, &[]);
        }
        if let Some(place) = opened.loaded.fault.clone() {
            opened.say(Key::AppPackFaulty, &[("place", &place)]);
        }
        if let Some(key) = trouble {
            opened.say(key, &[]);
        }
        Some(opened)
    }
}

impl Opened {
    fn say(&mut self, key: Key, blanks: &[(&str, &str)]) {
        self.status = fill(self.words.get(key), blanks);
    }
}

/// The language to speak at this moment, of those there are.
pub fn lang_now(store: &Store, options: &Options) -> &'static str {
    let preferences = store.get("preferences").into_data().unwrap_or_default();
    nearest(&preferred_lang(&preferences, options))
}

/// The language that the visitor chose here over the page's, as long as the page still asks for the same; else the page's.
fn preferred_lang(preferences: &Value, options: &Options) -> String {
    let asked = options.lang();
    let says = |name: &str| preferences.get(name).and_then(Value::as_str).map(str::to_owned);
    let chosen = says("lang").filter(|_| says("instead_of") == asked);
    chosen.or(asked).unwrap_or_default()
}

/// The visit and the preferences that were kept, and what there is to say about them.
pub fn kept(store: &Store) -> (Visit, Value, Option<Key>) {
    let mut trouble = None;
    let [preferences, results, session] = ["preferences", "results", "session"].map(|name| match store.get(name) {
        Found::Data(data) => data,
        Found::Nothing => Value::Null,
        Found::Recovered(data) => {
            trouble = Some(Key::KeptRecovered);
            data
        }
        Found::SetAside => {
            trouble = Some(Key::KeptSetAside);
            Value::Null
        }
        Found::Newer(data) => {
            trouble = Some(Key::KeptNewer);
            data
        }
    });
    let (visit, _) = reader::read(&session, |top| Visit::read(top, read_results(&results)));
    (visit, preferences, trouble)
}

/// The results that are kept at this moment.
pub fn kept_results(store: &Store) -> Vec<TakenCheck> {
    read_results(&store.get("results").into_data().unwrap_or_default())
}

fn read_results(results: &Value) -> Vec<TakenCheck> {
    reader::read(results, |top| top.list().into_iter().map(TakenCheck::read).collect()).0
}
