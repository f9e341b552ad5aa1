//! What every screen of a page works with: its words, its language, the one status line.

use crate::{
    browser::{dom, event::Host, intl, options::Options, waiting::Waiting, watched::Watched},
    document::file,
    words::{Key, Keyed, Words, fill, nearest},
};
use std::{cell::RefCell, rc::Rc};

/// A page whose own words are `K`. Its clones are one and the same page.
pub struct Page<K>(Rc<Inner<K>>);

struct Inner<K> {
    /// The folder of its words in `dist/`.
    name: &'static str,
    words: Watched<Rc<Both>>,
    /// The last thing worth saying aloud.
    status: Watched<String>,
    /// The language that was last asked for.
    wanted: RefCell<String>,
    options: Options,
    host: Host,
    prefix: String,
    keys: std::marker::PhantomData<K>,
}

/// The words of the app, which all pages share, and those of this page.
struct Both {
    app: Words,
    own: Words,
}

impl<K> Clone for Page<K> {
    fn clone(&self) -> Page<K> {
        Page(self.0.clone())
    }
}

impl<K: Keyed + 'static> Page<K> {
    /// From the texts of the files at [`paths`]; nothing where one is missing, or of another build.
    pub(super) fn new(name: &'static str, options: Options, host: Host, texts: &[Option<String>]) -> Option<Page<K>> {
        let words = read::<K>(first_lang(&options), texts)?;
        Some(Page(Rc::new(Inner {
            name,
            words: Watched::new(Rc::new(words)),
            status: Watched::new(String::new()),
            wanted: RefCell::default(),
            options,
            host,
            prefix: format!("sf{}-", dom::fresh_id()),
            keys: std::marker::PhantomData,
        })))
    }

    /// `act` with this page in hand, to be called later: on a press, or when what it reads has changed.
    pub fn then<T>(&self, act: impl Fn(&Page<K>) -> T + 'static) -> impl Fn() -> T + 'static {
        let page = self.clone();
        move || act(&page)
    }

    /// The language in use. What asks is drawn anew when it changes.
    pub fn lang(&self) -> String {
        self.0.words.get().own.lang.clone()
    }

    /// The page's own text for `key`. What asks is drawn anew in another language.
    pub fn t(&self, key: K) -> String {
        self.0.words.get().own.get(key).to_owned()
    }

    /// The app's text for `key`.
    pub fn app(&self, key: Key) -> String {
        self.0.words.get().app.get(key).to_owned()
    }

    /// The text for `key` with its blanks filled.
    pub fn fill(&self, key: K, blanks: &[(&str, &str)]) -> String {
        fill(self.0.words.get().own.get(key), blanks)
    }

    /// The text for `key` in the form for `count`, which fills `{n}`.
    pub fn count(&self, key: K, count: usize, blanks: &[(&str, &str)]) -> String {
        let words = self.0.words.get();
        let number = intl::number(&words.own.lang, u32::try_from(count).unwrap_or(u32::MAX).into());
        let blanks = [blanks, &[("n", &number)]].concat();
        fill(words.own.form(key, intl::is_one(&words.own.lang, count)), &blanks)
    }

    /// An id for `name` that nothing else on the page has.
    pub fn id(&self, name: &str) -> String {
        format!("{}{name}", self.0.prefix)
    }

    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// Where the page stands.
    pub fn host(&self) -> &Host {
        &self.0.host
    }

    /// The last thing said. What asks is drawn anew when something else is.
    pub fn status(&self) -> String {
        self.0.status.get()
    }

    /// Says something in the one status line.
    pub fn say(&self, words: &str) {
        self.0.status.set(words.to_owned());
    }

    /// Says that something is on its way, unless it is there in a moment, until it is dropped.
    pub fn wait(&self) -> Waiting {
        Waiting::new(&self.0.status, self.app(Key::AppWait))
    }

    /// Goes on in another language, as soon as its words are there. Nothing else changes.
    pub fn set_lang(&self, lang: &str) {
        let lang = nearest(lang);
        lang.clone_into(&mut self.0.wanted.borrow_mut());
        let (page, waiting) = (self.clone(), self.wait());
        let then = move |texts: Vec<Option<String>>| {
            drop(waiting);
            // Whoever has asked for another one since gets that.
            let is_wanted = *page.0.wanted.borrow() == lang;
            match read::<K>(lang, &texts).filter(|_| is_wanted) {
                Some(words) => page.0.words.set(Rc::new(words)),
                // The list of languages shows again what is spoken.
                None => page.0.words.set(page.0.words.peek()),
            }
        };
        self.0.options.texts(paths(self.0.name, lang), Box::new(then));
    }
}

/// The files of a page's words in `lang`.
pub(super) fn paths(name: &str, lang: &str) -> Vec<String> {
    vec![format!("locales/{lang}.json"), format!("{name}/locale.{lang}.json")]
}

/// The language that a page begins in.
pub(super) fn first_lang(options: &Options) -> &'static str {
    nearest(&options.lang().unwrap_or_default())
}

fn read<K: Keyed>(lang: &str, texts: &[Option<String>]) -> Option<Both> {
    let list = |index: usize, count| {
        let file = file::parse(texts.get(index)?.as_deref()?).ok()?;
        Words::read(lang, &file, count)
    };
    Some(Both { app: list(0, Key::COUNT)?, own: list(1, K::COUNT)? })
}
