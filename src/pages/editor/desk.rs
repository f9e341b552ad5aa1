//! What every part of the editor works with: the draft, what is wrong with it, what is open, where it is kept.

use super::{
    kept::{Keeper, Kept},
    labels,
};
use crate::{
    browser::{
        find,
        spots::Spots,
        task::{self, Later},
        watched::Watched,
    },
    draft::{
        check::{Found, faults},
        field::{Kind, kind},
        model::{Changed, Draft},
        place::Place,
    },
    pages::page::Page,
    words::{EditorKey, LANGUAGES},
};
use serde_json::Value;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

/// The milliseconds after the last stroke until the draft is checked and kept.
const PAUSE: i32 = 250;

/// Stands for the conditions of all files, which are the same.
const CONDITIONS: usize = usize::MAX;

/// Its clones are one and the same editor.
#[derive(Clone)]
pub struct Editor(Rc<Inner>);

struct Inner {
    page: Page<EditorKey>,
    draft: RefCell<Draft>,
    /// The fields of each file, to draw one anew.
    fields: Spots<(usize, Place)>,
    /// Changes with what parts there are.
    shape: Watched<()>,
    has_files: Watched<bool>,
    /// Changes with each step.
    steps: Watched<()>,
    found: Watched<Rc<Vec<Found>>>,
    /// The words for what is wrong.
    explains: Watched<Rc<Value>>,
    /// Whether a folded part is open, by its name.
    folds: RefCell<HashMap<String, Watched<bool>>>,
    /// The id of what takes the focus as soon as it is drawn.
    aim: RefCell<Option<String>>,
    keeper: Keeper,
    later: RefCell<Option<Later>>,
    /// Whether what is there has not been kept yet.
    is_new: Cell<bool>,
    /// Whether the widget stands on the page, and how often it was begun.
    trial: Watched<Option<(usize, usize)>>,
}

impl Editor {
    pub fn new(page: &Page<EditorKey>) -> Editor {
        let keeper = Keeper::open(page.options().storage_key().as_deref());
        let draft = Draft::kept(&keeper.read());
        let (found, has_files) = (Rc::new(faults(&draft)), !draft.files().is_empty());
        let editor = Editor(Rc::new(Inner {
            page: page.clone(),
            draft: RefCell::new(draft),
            fields: Spots::default(),
            shape: Watched::new(()),
            has_files: Watched::new(has_files),
            steps: Watched::new(()),
            found: Watched::new(found),
            explains: Watched::new(Rc::default()),
            folds: RefCell::default(),
            aim: RefCell::default(),
            keeper,
            later: RefCell::default(),
            is_new: Cell::new(false),
            trial: Watched::new(None),
        }));
        editor.fold("section:items").set_quietly(true);
        editor.fold("section:pack").set_quietly(true);
        editor
    }

    pub fn page(&self) -> &Page<EditorKey> {
        &self.0.page
    }

    /// `act` with this editor in hand, to be called later.
    pub fn then<T>(&self, act: impl Fn(&Editor) -> T + 'static) -> impl Fn() -> T + 'static {
        let editor = self.clone();
        move || act(&editor)
    }

    /// The text for `key`. What asks is drawn anew in another language.
    pub fn t(&self, key: EditorKey) -> String {
        self.0.page.t(key)
    }

    /// The draft as it is, for once.
    pub fn read<T>(&self, look: impl FnOnce(&Draft) -> T) -> T {
        look(&self.0.draft.borrow())
    }

    /// What stands in a field, followed from now on.
    pub fn value(&self, file: usize, place: &Place) -> Option<Value> {
        self.0.fields.follow((file, place.clone()));
        self.now(file, place)
    }

    /// The same for once.
    pub fn now(&self, file: usize, place: &Place) -> Option<Value> {
        self.read(|draft| draft.value(file, place).cloned())
    }

    /// What asks is drawn anew when parts come, go or change places.
    pub fn follow_shape(&self) {
        let () = self.0.shape.get();
    }

    /// What asks is drawn anew with each step.
    pub fn follow_steps(&self) {
        let () = self.0.steps.get();
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.read(|draft| draft.files().len())
    }

    /// The file in the language of the page, or else the first: what parts are named after.
    pub fn spoken(&self) -> usize {
        let lang = self.0.page.lang();
        let is_spoken = |file: &Value| Draft::lang_of(file) == lang;
        self.read(|draft| draft.files().iter().position(is_spoken)).unwrap_or_default()
    }

    /// Whether there is anything yet. What asks is drawn anew when the first file comes, and when the last one goes.
    pub fn has_files(&self) -> bool {
        self.0.has_files.get()
    }

    /// What the language of a file is called, in that language where we speak it.
    pub fn lang_name(&self, file: usize) -> String {
        let tag = self.lang(file);
        let known = LANGUAGES.iter().find(|(lang, _)| *lang == tag).map(|(_, name)| (*name).to_owned());
        known.unwrap_or_else(|| if tag.is_empty() { self.t(EditorKey::LangNone) } else { tag })
    }

    /// The tag of a file's language, followed from now on.
    pub fn lang(&self, file: usize) -> String {
        let tag = self.value(file, &Place::parse("lang"));
        tag.and_then(|tag| tag.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Conditions at `place` are drawn anew when others take their place, or something that they name is called otherwise.
    pub fn follow_conditions(&self, place: &Place) {
        for place in [place.clone(), Place::default()] {
            self.0.fields.follow((CONDITIONS, place));
        }
    }

    /// Does something to the draft, and draws anew what that changes.
    pub fn act(&self, verb: impl FnOnce(&mut Draft) -> Changed) {
        self.act_within(verb, false);
    }

    /// The same within conditions, whose controls stay.
    pub fn act_in_place(&self, verb: impl FnOnce(&mut Draft) -> Changed) {
        self.act_within(verb, true);
    }

    fn act_within(&self, verb: impl FnOnce(&mut Draft) -> Changed, in_place: bool) {
        let changed = verb(&mut self.0.draft.borrow_mut());
        match changed {
            Changed::Nothing => return,
            Changed::Fields(mut fields) => {
                if !in_place {
                    let conditions = fields.iter().filter_map(|(_, place)| conditions_of(place));
                    fields.extend(conditions.map(|place| (CONDITIONS, place)).collect::<Vec<_>>());
                }
                self.0.fields.changed(&fields);
            }
            Changed::Shape => self.0.shape.set(()),
        }
        self.0.steps.set(());
        // What was said last is about something else.
        self.say("");
        if self.0.has_files.peek() != (self.files() > 0) {
            self.0.has_files.set(self.files() > 0);
            // What was wrong with what was here says nothing of this.
            self.0.trial.set(None);
        }
        self.0.is_new.set(true);
        let editor = self.clone();
        *self.0.later.borrow_mut() = Some(Later::new(PAUSE, move || editor.settle()));
    }

    /// What comes next in the same field is a step of its own.
    pub fn pause(&self) {
        self.0.draft.borrow_mut().pause();
    }

    /// Checks the draft and keeps it, if there is something new.
    pub fn settle(&self) {
        if !self.0.is_new.replace(false) {
            return;
        }
        let (found, draft) = self.read(|draft| (faults(draft), draft.to_keep()));
        let was_faulty = !self.0.found.peek().is_empty();
        let is_clean = found.is_empty() && self.files() > 0;
        self.0.found.set(Rc::new(found));
        self.0.keeper.keep(&draft);
        if was_faulty && is_clean {
            self.say(&self.t(EditorKey::CheckClean));
        }
    }

    /// Puts what another tab has kept in place of what is here.
    pub fn take_theirs(&self) {
        let theirs = Draft::kept(&self.0.keeper.take()).files().to_vec();
        self.act(|draft| draft.replace(theirs));
    }

    pub fn keep_mine(&self) {
        self.0.keeper.force(&self.read(Draft::to_keep));
    }

    /// Where the draft is kept, followed from now on.
    pub fn kept(&self) -> Kept {
        self.0.keeper.state()
    }

    /// Everything that is wrong, followed from now on.
    pub fn found(&self) -> Rc<Vec<Found>> {
        self.0.found.get()
    }

    pub fn explains(&self) -> Rc<Value> {
        self.0.explains.get()
    }

    pub fn set_explains(&self, words: Value) {
        self.0.explains.set(Rc::new(words));
    }

    pub fn say(&self, words: &str) {
        self.0.page.say(words);
    }

    pub fn trial(&self) -> &Watched<Option<(usize, usize)>> {
        &self.0.trial
    }

    /// Whether the folded part called `name` is open.
    pub fn fold(&self, name: &str) -> Watched<bool> {
        let mut folds = self.0.folds.borrow_mut();
        folds.entry(name.to_owned()).or_insert_with(|| Watched::new(false)).clone()
    }

    /// The id of something on the page: of the field of a file, or of what belongs to a place.
    pub fn id(&self, what: &str, place: &Place) -> String {
        self.0.page.id(&format!("{what}:{place}"))
    }

    /// What has this id takes the focus when it is drawn next.
    pub fn aim(&self, id: String) {
        *self.0.aim.borrow_mut() = Some(id);
    }

    /// Whether what has this id is to take the focus now.
    pub fn take_aim(&self, id: &str) -> bool {
        self.0.aim.borrow_mut().take_if(|aim| aim == id).is_some()
    }

    /// Opens whatever `place` stands in, and gives the focus to its field, or to the nearest thing around it.
    pub fn go_to(&self, file: usize, place: &Place) {
        for name in labels::folds(place, |part| self.part_name(part)) {
            self.fold(&name).set(true);
        }
        let (editor, place) = (self.clone(), place.clone());
        // Once it is drawn.
        task::surely_after(0, move || editor.focus(file, &place));
    }

    /// What the part of a list goes by as long as the page is open: its id, or else its place.
    pub fn part_name(&self, part: &Place) -> String {
        let id = self.now(0, &part.field("id")).and_then(|id| id.as_str().map(str::to_owned));
        let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| part.to_string());
        let above = part.parent().map_or(Place::default(), |(above, _)| above);
        format!("{above}/{id}")
    }

    fn focus(&self, file: usize, place: &Place) {
        let mut place = place.clone();
        loop {
            let own = file.to_string();
            for what in [own.as_str(), "0", "row", "list"] {
                if find::focus(self.0.page.host(), &self.id(what, &place)) {
                    return;
                }
            }
            let section = labels::section_of(&place);
            let Some((above, _)) = place.parent().filter(|(above, _)| !above.steps().is_empty()) else {
                let _ = section.is_some_and(|name| find::focus(self.0.page.host(), &self.0.page.id(name)));
                return;
            };
            place = above;
        }
    }
}

/// Which conditions a change of the field at `place` draws anew; all of them, where it is an id.
fn conditions_of(place: &Place) -> Option<Place> {
    match kind(place)? {
        Kind::ShowIf | Kind::Conditions => Some(place.clone()),
        Kind::Id => Some(Place::default()),
        _ => None,
    }
}
