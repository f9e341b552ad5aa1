//! From what is kept, and what the page asks for, to the first screen.

use super::loaded::{File, Loaded, is_built_in};
use crate::{
    browser::{
        intl,
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
}

impl Opening {
    pub fn new(options: Options) -> Opening {
        let storage = options.storage().unwrap_or_default();
        let name = options.storage_key().filter(|name| !name.is_empty()).unwrap_or_else(|| "default".to_owned());
        let store = Store::open(&storage, &name);
        let (mut visit, mut trouble) = kept_visit(&store);
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
        if options.view().as_deref() == Some("drill") {
            visit.go(Screen::Drill);
        }
        let loaded = Loaded::default().in_lang(nearest(&preferred_lang(&store, &options)));
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
        let mut opened = Opened { words, visit, store, loaded, status: String::new(), options };
        if !opened.loaded.suffices(&opened.visit.screen, &opened.visit) {
            opened.visit.screen = Screen::Start;
            opened.say(Key::AppFailed, &[]);
        }
        if let Some(place) = opened.loaded.fault.clone() {
            opened.say(Key::AppPackFaulty, &[("place", &place)]);
        }
        if let Some(key) = trouble {
            opened.say(key, &[]);
        }
        opened.map_answers();
        Some(opened)
    }
}

impl Opened {
    /// Takes the answers of the check under way over to the version of the questions that is here now.
    fn map_answers(&mut self) {
        let Some(session) = &mut self.visit.session else { return };
        let Some(pack) = self.loaded.pack(&session.pack).filter(|pack| pack.version != session.pack_version) else {
            return;
        };
        let lost = session.map_onto(&pack);
        if lost > 0 {
            let form = self.words.form(Key::AppUnmapped, intl::is_one(&self.words.lang, lost));
            self.status = fill(form, &[("n", &lost.to_string())]);
        }
    }

    fn say(&mut self, key: Key, blanks: &[(&str, &str)]) {
        self.status = fill(self.words.get(key), blanks);
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

/// What was kept, and what there is to say about it.
fn kept_visit(store: &Store) -> (Visit, Option<Key>) {
    let mut trouble = None;
    let mut data = |name: &str| match store.get(name) {
        Found::Data(data) => data,
        Found::Nothing => Value::Null,
        Found::SetAside => {
            trouble = Some(Key::KeptSetAside);
            Value::Null
        }
        Found::Newer => {
            trouble = Some(Key::KeptNewer);
            Value::Null
        }
    };
    let (results, session) = (data("results"), data("session"));
    let (results, _) = reader::read(&results, |top| top.list().into_iter().map(TakenCheck::read).collect());
    let (visit, _) = reader::read(&session, |top| Visit::read(top, results));
    (visit, trouble)
}
