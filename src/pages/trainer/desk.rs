//! What a trainer has in hand, and what can be done with it. Screens read and call; nothing here is drawn.

use super::{
    asked::Asked,
    held::Held,
    kept::Kept,
    texts::{self, Texts},
};
use crate::{
    browser::{dom, given::Given, options::Options, watched::Watched},
    course::{
        code::Moment,
        example::example,
        gathering::{Least, Twice},
        intake::{Came, Group, How, Note, Text, Why},
    },
    pages::page::Page,
    words::TrainerKey,
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// Its clones are one and the same desk.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    page: Page<TrainerKey>,
    texts: Watched<Option<Rc<Texts>>>,
    /// The language whose texts were asked for last, and whether they could not be had.
    wanted: RefCell<String>,
    has_failed: Watched<bool>,
    held: Held,
    came: Watched<Option<Rc<Came>>>,
    how: Cell<How>,
    least: Watched<Least>,
    /// The group that never was, while it is looked at.
    example: Watched<Option<Rc<Group>>>,
    look_pack: Watched<Option<String>>,
    look_moment: Watched<Option<Moment>>,
    show: Watched<Show>,
    session: Watched<Rc<Asked>>,
    /// What is in the fields for codes, and was not taken yet.
    pasted: Draft,
    typed: Draft,
    kept: Kept,
}

/// Shared with the field it is typed into.
type Draft = Rc<RefCell<String>>;

/// What takes the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Page,
    Figures,
    Class,
}

impl Desk {
    pub fn new(page: Page<TrainerKey>) -> Desk {
        let how = How { twice: Twice::Replace, files_from: Moment::Before };
        let asked = Asked::new(&page.options().share_base().unwrap_or_default());
        let kept = Kept::open(page.options());
        Desk(Rc::new(Inner {
            page,
            texts: Watched::new(None),
            wanted: RefCell::default(),
            has_failed: Watched::new(false),
            held: Held::new(),
            came: Watched::new(None),
            how: Cell::new(how),
            least: Watched::new(Least::Five),
            example: Watched::new(None),
            look_pack: Watched::new(None),
            look_moment: Watched::new(None),
            show: Watched::new(Show::Page),
            session: Watched::new(Rc::new(asked)),
            pasted: Draft::default(),
            typed: Draft::default(),
            kept,
        }))
    }

    /// `act` with this desk in hand, to be called later.
    pub fn then<T>(&self, act: impl Fn(&Desk) -> T + 'static) -> impl Fn() -> T + 'static {
        let desk = self.clone();
        move || act(&desk)
    }

    /// The same for what is given something.
    pub fn given<G>(&self, act: impl Fn(&Desk, G) + 'static) -> impl Fn(G) + 'static {
        let desk = self.clone();
        move |given| act(&desk, given)
    }

    pub fn page(&self) -> &Page<TrainerKey> {
        &self.0.page
    }

    pub fn options(&self) -> &Options {
        self.0.page.options()
    }

    pub fn t(&self, key: TrainerKey) -> String {
        self.0.page.t(key)
    }

    pub fn fill(&self, key: TrainerKey, blanks: &[(&str, &str)]) -> String {
        self.0.page.fill(key, blanks)
    }

    pub fn count(&self, key: TrainerKey, count: usize) -> String {
        self.0.page.count(key, count, &[])
    }

    pub fn id(&self, name: &str) -> String {
        self.0.page.id(name)
    }

    pub fn say(&self, words: &str) {
        self.0.page.say(words);
    }

    // The texts.

    /// The texts in the page's language, or in the one before while they are on their way. What asks is drawn anew with them.
    pub fn texts(&self) -> Option<Rc<Texts>> {
        let lang = self.0.page.lang();
        if *self.0.wanted.borrow() != lang {
            self.ask_for(lang);
        }
        self.0.texts.get()
    }

    /// Whether they can't be had. What asks is drawn anew when that changes.
    pub fn has_failed(&self) -> bool {
        self.0.has_failed.get()
    }

    pub fn load_again(&self) {
        self.0.has_failed.set(false);
        let lang = self.0.wanted.borrow().clone();
        self.ask_for(lang);
    }

    fn ask_for(&self, lang: String) {
        lang.clone_into(&mut self.0.wanted.borrow_mut());
        let desk = self.clone();
        let then = move |texts: Vec<Option<String>>| {
            if *desk.0.wanted.borrow() != lang {
                return;
            }
            let Some(texts) = Texts::read(&lang, &texts) else { return desk.0.has_failed.set(true) };
            let is_first = desk.0.texts.peek().is_none();
            desk.0.texts.set(Some(Rc::new(texts)));
            if is_first {
                desk.take_kept();
            }
            if desk.0.example.peek().is_some() {
                desk.see_example();
            }
        };
        self.options().texts(texts::paths(self.0.wanted.borrow().as_str()), Box::new(then));
    }

    // The group.

    /// The trainer's own group. What asks is drawn anew when it changes.
    pub fn group(&self) -> Rc<Group> {
        self.0.held.get()
    }

    /// The example while that is looked at, or else the group.
    pub fn seen_group(&self) -> Rc<Group> {
        self.0.example.get().unwrap_or_else(|| self.group())
    }

    pub fn is_example(&self) -> bool {
        self.0.example.get().is_some()
    }

    pub fn see_example(&self) {
        let Some(texts) = self.0.texts.peek() else { return };
        let known = &texts.known;
        let Some(pack) = known.packs.first() else { return };
        let gathering = example(pack, &known.drill);
        self.0.example.set(Some(Rc::new(Group { gathering, own: Vec::new() })));
    }

    pub fn peek_example(&self) -> bool {
        self.0.example.peek().is_some()
    }

    pub fn leave_example(&self) {
        self.0.example.set(None);
    }

    /// What came of the last addition. What asks is drawn anew with the next.
    pub fn came(&self) -> Option<Rc<Came>> {
        self.0.came.get()
    }

    pub fn how(&self) -> How {
        self.0.how.get()
    }

    pub fn set_how(&self, how: How) {
        self.0.how.set(how);
    }

    pub fn pasted(&self) -> Draft {
        self.0.pasted.clone()
    }

    pub fn typed(&self) -> Draft {
        self.0.typed.clone()
    }

    pub fn take_pasted(&self, text: &str) {
        if text.trim().is_empty() {
            return self.say(&self.t(TrainerKey::GatherEmpty));
        }
        self.take(&[(String::new(), Some(text.to_owned()), text.len())]);
    }

    /// Takes files, all of them at once, as soon as the last one is read.
    pub fn take_files(&self, files: Vec<Given>) {
        let count = files.len();
        let read: Rc<RefCell<Vec<(usize, Read)>>> = Rc::default();
        for (place, file) in files.into_iter().enumerate() {
            let (desk, read, name, size) = (self.clone(), read.clone(), file.name(), file.size());
            file.text(move |text| {
                read.borrow_mut().push((place, (name, text, size)));
                if read.borrow().len() == count {
                    let mut all = read.take();
                    all.sort_by_key(|(place, _)| *place);
                    let all: Vec<Read> = all.into_iter().map(|(_, file)| file).collect();
                    desk.take(&all);
                }
            });
        }
    }

    fn take(&self, read: &[Read]) {
        let Some(texts) = self.0.texts.peek() else { return };
        let mut group = (*self.0.held.peek()).clone();
        let files =
            read.iter().filter_map(|(name, text, size)| Some(Text { name, text: text.as_deref()?, size: *size }));
        let mut came = group.take(&files.collect::<Vec<_>>(), &texts.known, self.how());
        for (name, ..) in read.iter().filter(|(_, text, _)| text.is_none()) {
            let why = Why::Unreadable(String::new());
            came.notes.push(Note { file: name.clone(), line: None, text: String::new(), why });
        }
        self.leave_example();
        self.say(&super::notes::summary(self, &came));
        let has_changed = came.taken > 0 || !came.packs.is_empty() || came.count(&Why::Replaced) > 0;
        self.0.came.set(Some(Rc::new(came)));
        if has_changed {
            self.change(group);
        }
    }

    pub fn clear(&self) {
        self.0.came.set(None);
        self.change(Group::default());
        self.say(&self.t(TrainerKey::GatherCleared));
    }

    /// Whether there is something to undo. What asks is drawn anew when that changes.
    pub fn can_undo(&self) -> bool {
        self.0.held.can_undo()
    }

    pub fn undo(&self) {
        if self.0.held.undo() {
            self.0.came.set(None);
            self.keep();
            self.say(&self.t(TrainerKey::GatherUndone));
        }
    }

    fn change(&self, group: Group) {
        self.0.held.change(group);
        self.keep();
    }

    // What is kept.

    pub fn is_kept(&self) -> bool {
        self.0.kept.is_on()
    }

    pub fn set_kept(&self, is_kept: bool) {
        if is_kept {
            self.0.kept.turn_on();
            self.keep();
            if self.is_kept() {
                self.say(&self.t(TrainerKey::KeepKept));
            }
        } else {
            self.0.kept.turn_off();
            self.say(&self.t(TrainerKey::KeepRemoved));
        }
    }

    fn keep(&self) {
        let Some(texts) = self.0.texts.peek().filter(|_| self.0.kept.is_on()) else { return };
        let group = self.0.held.peek();
        if let Err(why) = self.0.kept.put(&group, &texts.known, self.0.least.peek()) {
            self.say(&self.t(why));
        }
    }

    fn take_kept(&self) {
        let Some(texts) = self.0.texts.peek() else { return };
        if let Some((group, least)) = self.0.kept.get(&texts.known) {
            self.0.least.set(least);
            self.0.held.begin_with(group);
        }
    }

    // What is looked at.

    /// The smallest group that is shown. What asks is drawn anew when that changes.
    pub fn least(&self) -> Least {
        self.0.least.get()
    }

    pub fn peek_least(&self) -> Least {
        self.0.least.peek()
    }

    pub fn set_least(&self, least: Least) {
        self.0.least.set(least);
        self.keep();
    }

    /// The pack that was chosen, by id. What asks is drawn anew with another choice.
    pub fn look_pack(&self) -> Option<String> {
        self.0.look_pack.get()
    }

    /// The moment that was chosen likewise.
    pub fn look_moment(&self) -> Option<Moment> {
        self.0.look_moment.get()
    }

    pub fn peek_moment(&self) -> Option<Moment> {
        self.0.look_moment.peek()
    }

    pub fn look_at_pack(&self, pack: String) {
        self.0.look_pack.set(Some(pack));
    }

    pub fn look_at_moment(&self, moment: Moment) {
        self.0.look_moment.set(Some(moment));
    }

    /// What takes the page. What asks is drawn anew when that changes.
    pub fn shown(&self) -> Show {
        self.0.show.get()
    }

    pub fn show(&self, show: Show) {
        self.0.show.set(show);
    }

    // The session.

    pub fn asked(&self) -> Rc<Asked> {
        self.0.session.get()
    }

    pub fn peek_asked(&self) -> Rc<Asked> {
        self.0.session.peek()
    }

    pub fn ask(&self, change: impl FnOnce(&mut Asked)) {
        let mut asked = (*self.0.session.peek()).clone();
        change(&mut asked);
        self.0.session.set(Rc::new(asked));
    }

    /// Puts `text` on the clipboard, and says whether that worked.
    pub fn copy(&self, text: &str) {
        let desk = self.clone();
        dom::copy(text, move |is_copied| {
            desk.say(&desk.t(if is_copied { TrainerKey::Copied } else { TrainerKey::NotCopied }));
        });
    }
}

/// A file's name, its text, where it can be read, and its size in bytes.
type Read = (String, Option<String>, usize);
