//! Opening: which file, what it would change, and undo.

use super::{
    around::Around,
    kept::settled,
    panel::{Panel, Stage},
    preview,
    sentence::Said,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
        given::Given,
    },
    document::file::MAX_BYTES,
    files::{
        door::{self, Opened, Refused},
        merge::{Choice, Naming, TooManyPlans, merged, undone},
        preview::Preview,
        state::{MAX_PLANS, State, is_same_plan, open_answers},
    },
    ui::part::{actions, div, p},
    words::FilesKey,
};
use serde_json::Value;
use std::rc::Rc;

/// What came in: what there was before, and what there was once it was here.
pub struct Came {
    before: State,
    after: State,
}

/// A file that was looked into.
pub struct Looked {
    opened: Opened,
    preview: Preview,
    /// Whether something in it can't come in here.
    is_cut: bool,
}

fn too_many(said: &Said) -> String {
    said.fill(FilesKey::RefusedTooMany, &[("n", &MAX_PLANS.to_string())])
}

/// Brings in what a file holds.
///
/// # Errors
/// [`TooManyPlans`]. Then nothing has changed.
fn import_state(around: &dyn Around, file: &Opened, choice: Choice, said: &Said) -> Result<Came, TooManyPlans> {
    let before = around.state();
    let mut fresh_id = || format!("f{}", dom::fresh_id());
    let copy = |title: &str| said.fill(FilesKey::ChooseCopy, &[("name", title)]);
    let after = merged(&before, file, choice, &mut Naming { fresh_id: &mut fresh_id, copy: &copy })?;
    let after = settled(after);
    around.take_up(&before, &after);
    Ok(Came { before, after })
}

impl Came {
    /// What there is now without it.
    fn taken_back(&self, now: &State) -> State {
        undone(now, &self.before, &self.after)
    }

    fn sentence(&self, said: &Said) -> String {
        let same_plan = |id: &str, plan| self.before.plan(id).is_some_and(|known| is_same_plan(known, plan));
        let plans = self.after.plans.iter().filter(|plan| !same_plan(plan.cover().id.as_str(), plan)).count();
        let results = self.after.results.iter().filter(|taken| self.before.result(&taken.id) != Some(taken)).count();
        let session = open_answers(&self.after.session) > 0 && self.after.session != self.before.session;
        let counted = |key, count| (count > 0).then(|| said.count(key, count, &[]));
        let parts = [
            counted(FilesKey::DonePlans, plans),
            counted(FilesKey::DoneResults, results),
            session.then(|| said.t(FilesKey::DoneSession)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl Panel {
    /// Reads a file that was picked or dropped.
    pub fn take(&self, file: &Given) {
        let (panel, size) = (self.clone(), file.size());
        if size > MAX_BYTES {
            // It need not be read to be refused.
            return self.look(Err(Refused::TooLarge));
        }
        file.text(move |text| match text {
            None => panel.ask_again(&panel.said.peek().t(FilesKey::RefusedUnreadable)),
            Some(text) => panel.look(door::decoded(&text, size).and_then(door::open)),
        });
    }

    fn look(&self, opened: Result<Opened, Refused>) {
        match opened {
            Ok(mut opened) => {
                let is_cut = self.cut(&mut opened.state);
                let preview = Preview::of(&opened, &self.around.state());
                self.go(Stage::Looking(Rc::new(Looked { opened, preview, is_cut })));
            }
            Err(refused) => self.ask_again(&self.said.peek().refused(&refused)),
        }
    }

    /// Leaves out what this app can't take up, and gives whether that was something.
    fn cut(&self, state: &mut State) -> bool {
        let (holds, before) = (self.around.holds(), state.clone());
        if !holds.plans {
            state.plans.clear();
        }
        if !holds.rest {
            state.results.clear();
            state.session = Value::Null;
        }
        *state != before
    }

    /// Brings in what a file with this text holds, all of it or nothing.
    ///
    /// # Errors
    /// Why nothing came in, as a sentence.
    pub fn import(&self, text: &str) -> Result<(), String> {
        let said = self.said.peek();
        let mut file = match door::open(text) {
            Ok(file) => file,
            Err(Refused::Pack) => return self.around.take_pack(text).unwrap_or(Err(said.t(FilesKey::RefusedPack))),
            Err(refused) => return Err(said.refused(&refused)),
        };
        if let Some(fault) = file.faults.first() {
            return Err(said.refused(&Refused::Broken { place: fault.place.clone() }));
        }
        if self.cut(&mut file.state) {
            return Err(said.t(FilesKey::PreviewCut));
        }
        import_state(&*self.around, &file, Choice::Replace, &said).map(|_| ()).map_err(|_| too_many(&said))
    }

    /// Removes everything, and offers to take that back. Nobody pressed anything, so the focus stays where it is.
    pub fn empty(&self) {
        let before = self.around.state();
        let after = State::default();
        self.around.take_up(&before, &after);
        self.around.forget();
        self.around.emit("sf-reset", &Value::Null);
        self.around.say(&self.said.peek().t(FilesKey::EmptiedTitle));
        if !before.is_empty() {
            self.go(Stage::Emptied(Rc::new(Came { before, after })));
            self.show();
        }
    }

    fn ask_again(&self, wrong: &str) {
        self.go(Stage::Asking(Some(wrong.into())));
    }

    fn bring_in(&self, file: &Opened, choice: Choice) {
        let said = self.said.peek();
        match import_state(&*self.around, file, choice, &said) {
            Ok(came) => {
                self.around.say(&came.sentence(&said));
                self.go(Stage::Done(Rc::new(came)));
            }
            Err(TooManyPlans) => self.ask_again(&too_many(&said)),
        }
    }

    fn take_back(&self, came: &Came, undone: FilesKey) {
        let now = self.around.state();
        self.around.take_up(&now, &came.taken_back(&now));
        self.around.say(&self.said.peek().t(undone));
        self.close();
    }

    pub fn asking(&self, said: &Said, wrong: Option<&str>) -> Vec<El> {
        let (file, pasted) = (self.around.id("files-file"), self.around.id("files-pasted"));
        let panel = self.clone();
        let pick = el("input").attr("type", "file").attr("id", &file).attr("accept", ".json,application/json");
        let pick = pick.class("sf-input").on_picked(move |file| panel.take(&file));
        let typing = self.clone();
        let field = el("textarea").class("sf-input").attr("id", &pasted).attr("rows", "3").text(&self.pasted.borrow());
        let field = field.on_typed(move |text| *typing.pasted.borrow_mut() = text);
        let look = |panel: &Panel| {
            let text = panel.pasted.borrow().clone();
            panel.look(door::open(&text));
        };
        let label = |id: &str, key: FilesKey| el("label").attr("for", id).text(&said.t(key));
        let wrong = wrong.map(|wrong| p("sf-error", wrong).attr("role", "alert"));
        let mut parts = vec![self.title(&said.t(FilesKey::OpenTitle))];
        parts.extend(wrong);
        parts.extend([
            p("sf-text", &said.t(FilesKey::OpenLead)),
            div("sf-files-text").child(label(&file, FilesKey::OpenFile)).child(pick),
            p("sf-note", &said.t(FilesKey::OpenDrop)),
            div("sf-files-text").child(label(&pasted, FilesKey::OpenPaste)).child(field),
            actions([self.press("sf-line", &said.t(FilesKey::OpenLook), look), self.cancel(said, FilesKey::Cancel)]),
        ]);
        parts
    }

    pub fn looking(&self, said: &Said, looked: &Rc<Looked>) -> Vec<El> {
        let preview = &looked.preview;
        let mut parts = vec![self.title(&said.t(FilesKey::PreviewTitle))];
        parts.extend(preview::lines(said, preview));
        parts.extend(looked.is_cut.then(|| p("sf-text", &said.t(FilesKey::PreviewCut))));
        let bring = |class: &str, key: FilesKey, choice: Choice| {
            let looked = looked.clone();
            self.press(class, &said.t(key), move |panel| panel.bring_in(&looked.opened, choice))
        };
        let mut buttons = Vec::new();
        if preview.is_choice() {
            parts.push(p("sf-note", &said.t(FilesKey::ChooseNote)));
            buttons.push(bring("sf-line", FilesKey::ChooseReplace, Choice::Replace));
            buttons.push(bring("sf-line", FilesKey::ChooseBoth, Choice::KeepBoth));
        } else if preview.brings_something() {
            buttons.push(bring("sf-solid", FilesKey::ChooseBring, Choice::Replace));
        }
        let leave = if buttons.is_empty() { FilesKey::Close } else { FilesKey::Cancel };
        buttons.push(self.cancel(said, leave));
        parts.push(actions(buttons));
        parts
    }

    pub fn emptied(&self, said: &Said, came: &Rc<Came>) -> Vec<El> {
        let undo = self.undo(said, came, FilesKey::EmptiedUndoFull, FilesKey::EmptiedUndone);
        let heading = self.heading(&said.t(FilesKey::EmptiedTitle));
        vec![heading, actions([undo, self.cancel(said, FilesKey::Close)])]
    }

    fn undo(&self, said: &Said, came: &Rc<Came>, in_full: FilesKey, undone: FilesKey) -> El {
        let came = came.clone();
        let undo = self.press("sf-line", &said.t(FilesKey::DoneUndo), move |panel| panel.take_back(&came, undone));
        // The builder has another one.
        undo.attr("aria-label", &said.t(in_full))
    }

    pub fn done(&self, said: &Said, came: &Rc<Came>) -> Vec<El> {
        let undo = self.undo(said, came, FilesKey::DoneUndoFull, FilesKey::DoneUndone);
        let to_plan = self.around.to_plan() && came.after.current_plan.is_some();
        let open = |panel: &Panel| {
            if let Some(options) = panel.around.options() {
                let around = panel.around.clone();
                options.open_plan("", Box::new(move || around.fail()));
            }
        };
        let to_plan = to_plan.then(|| self.press("sf-solid", &said.t(FilesKey::DoneToPlan), open));
        vec![
            self.title(&said.t(FilesKey::DoneTitle)),
            p("sf-text", &came.sentence(said)),
            actions(to_plan.into_iter().chain([undo, self.cancel(said, FilesKey::Close)])),
        ]
    }
}
