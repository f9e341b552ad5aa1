//! The files that screens are made of: which are needed, and what they held.

use crate::{
    article::Article,
    browser::options::Options,
    document::file,
    quiz::{
        drill::{Drill, read_drill},
        pack::Pack,
        pack_file::{self, read_pack},
    },
    visit::{Screen, Visit},
    words::{BUILT_IN, Key, Keyed, Words},
};
use serde_json::Value;
use std::rc::Rc;

/// One file, whatever the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    Words,
    Pack(String),
    /// The pack that the page itself brings, by its URL.
    Brought(String),
    Drill,
    Article(Article),
}

/// What the files held, in one language.
#[derive(Clone, Default)]
pub struct Loaded {
    pub lang: String,
    pub words: Option<Rc<Words>>,
    packs: Vec<Rc<Pack>>,
    pub drill: Option<Rc<Drill>>,
    articles: Vec<(Article, Rc<Value>)>,
    /// The id of the pack that the page itself brought.
    brought: Option<String>,
    /// Where the pack that the page brought has its first fault.
    pub fault: Option<String>,
}

impl File {
    fn path(&self, lang: &str) -> String {
        match self {
            File::Words => format!("locales/{lang}.json"),
            File::Pack(id) => format!("packs/{id}.{lang}.json"),
            File::Brought(url) => url.clone(),
            File::Drill => format!("drills/strategy-or-tactic.{lang}.json"),
            File::Article(article) => article.path(lang),
        }
    }
}

impl Loaded {
    /// In `lang`, with nothing loaded but what is the same in every language.
    pub fn in_lang(&self, lang: &str) -> Loaded {
        let is_brought = |pack: &&Rc<Pack>| self.brought.as_ref() == Some(&pack.id);
        Loaded {
            lang: lang.to_owned(),
            packs: self.packs.iter().filter(is_brought).cloned().collect(),
            brought: self.brought.clone(),
            ..Loaded::default()
        }
    }

    pub fn pack(&self, id: &str) -> Option<Rc<Pack>> {
        self.packs.iter().find(|pack| pack.id == id).cloned()
    }

    pub fn article(&self, wanted: Article) -> Option<Rc<Value>> {
        self.articles.iter().find(|(article, _)| *article == wanted).map(|(_, parts)| parts.clone())
    }

    /// The packs to choose from: the page's own alone, else the built-in ones; the one to propose comes first.
    pub fn offered(&self, options: &Options) -> Vec<String> {
        if let Some(id) = &self.brought {
            return vec![id.clone()];
        }
        let wanted = options.pack().filter(|id| is_built_in(id)).unwrap_or_else(|| "full".to_owned());
        let others = BUILT_IN.iter().map(|(id, ..)| (*id).to_owned()).filter(|id| *id != wanted);
        [wanted.clone()].into_iter().chain(others).collect()
    }

    /// What `screen` shows and is not here yet.
    pub fn lacks(&self, options: &Options, screen: &Screen, visit: &Visit) -> Vec<File> {
        let packs: Vec<&str> = match screen {
            Screen::Question => visit.session.iter().map(|session| &*session.pack).collect(),
            Screen::Result(id) => visit.result(id).into_iter().map(|result| &*result.pack).collect(),
            Screen::Shared => visit.shared.iter().map(|result| &*result.pack).collect(),
            Screen::History => visit.results.iter().map(|result| &*result.pack).collect(),
            Screen::Drill if self.drill.is_none() => return vec![File::Drill],
            Screen::Article(article) if self.article(*article).is_none() => return vec![File::Article(*article)],
            Screen::Start | Screen::Drill | Screen::Article(_) => Vec::new(),
        };
        // The start introduces the pack that it proposes.
        let proposed = self.offered(options).into_iter().filter(|_| *screen == Screen::Start).take(1);
        let mut files = Vec::new();
        for id in proposed.chain(packs.into_iter().map(str::to_owned)) {
            let file = File::Pack(id.clone());
            if is_built_in(&id) && self.pack(&id).is_none() && !files.contains(&file) {
                files.push(file);
            }
        }
        files
    }

    /// Whether all that `screen` cannot do without is here.
    pub fn suffices(&self, screen: &Screen, visit: &Visit) -> bool {
        let has = |pack: Option<&String>| pack.is_some_and(|id| self.pack(id).is_some());
        match screen {
            // Without its introduction the start still stands, and questions that are not here keep no others away.
            Screen::Start | Screen::History => true,
            Screen::Question => has(visit.session.as_ref().map(|session| &session.pack)),
            Screen::Result(id) => has(visit.result(id).map(|result| &result.pack)),
            Screen::Shared => has(visit.shared.as_ref().map(|result| &result.pack)),
            Screen::Drill => self.drill.is_some(),
            Screen::Article(article) => self.article(*article).is_some(),
        }
    }

    /// The paths of `files` in this language.
    pub fn paths(&self, files: &[File]) -> Vec<String> {
        files.iter().map(|file| file.path(&self.lang)).collect()
    }

    /// Takes in what `files` hold, given their texts.
    pub fn take_all(&mut self, files: &[File], texts: Vec<Option<String>>) {
        for (file, text) in files.iter().zip(texts) {
            let held = text.and_then(|text| file::parse(&text).ok());
            self.take(file, held.unwrap_or_default());
        }
    }

    /// The page brings no questions of its own any more. Those that are here can still be asked to the end.
    pub fn forget_brought(&mut self) {
        self.brought = None;
        self.fault = None;
    }

    /// Takes in a file of questions that says it is one, in place of what the page brought; gives the place of its first fault,
    /// and then nothing has changed.
    pub fn bring(&mut self, text: &str) -> Option<String> {
        let mut next = Loaded { fault: None, ..self.clone() };
        // Of a file that says what it is, only the version can keep it from being read.
        next.take_all(&[File::Brought("version".to_owned())], vec![Some(text.to_owned())]);
        if next.brought.is_none() {
            return next.fault;
        }
        *self = next;
        None
    }

    fn take(&mut self, file: &File, held: Value) {
        match file {
            File::Words => self.words = Words::read(&self.lang, &held, Key::COUNT).map(Rc::new),
            File::Drill => {
                let (drill, faults) = read_drill(&held);
                self.drill = faults.is_empty().then(|| Rc::new(drill));
            }
            File::Article(article) if held.is_array() => self.articles.push((*article, Rc::new(held))),
            File::Article(_) => {}
            File::Pack(_) => {
                let pack = self.read_pack(&held);
                self.packs.extend(pack);
            }
            File::Brought(url) => {
                let is_pack = file::expect_format(&held, pack_file::FORMAT, pack_file::VERSION).is_ok();
                // Were it called like one of ours, its answers would be taken for answers to ours.
                let pack = self.read_pack(if is_pack { &held } else { &Value::Null });
                let pack = pack.filter(|pack| !is_built_in(&pack.id));
                if let Some(pack) = &pack {
                    self.packs.retain(|known| known.id != pack.id);
                }
                self.brought = pack.as_ref().map(|pack| pack.id.clone());
                if pack.is_none() && self.fault.is_none() {
                    self.fault = Some(if is_pack { "id".to_owned() } else { url.clone() });
                }
                self.packs.extend(pack);
            }
        }
    }

    /// The pack in a file, if it has no faults; else the place of the first of them is kept.
    fn read_pack(&mut self, held: &Value) -> Option<Rc<Pack>> {
        let (pack, faults) = read_pack(held);
        let Some(fault) = faults.into_iter().next() else {
            return Some(Rc::new(pack));
        };
        self.fault = Some(fault.place).filter(|place| !place.is_empty());
        None
    }
}

/// Whether `id` is one of our own packs.
pub fn is_built_in(id: &str) -> bool {
    BUILT_IN.iter().any(|(built_in, ..)| *built_in == id)
}
