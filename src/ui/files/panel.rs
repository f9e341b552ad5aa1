//! What is shown beside the screen while somebody saves or opens a file: one step after the other, in one place.

use super::{
    around::Around,
    opening::{Came, Looked},
    saving::Saved,
    sentence::Said,
    task::Task,
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    ui::part::button,
    words::{FilesKey, nearest},
};
use std::{cell::RefCell, rc::Rc};

/// Its clones are one and the same.
#[derive(Clone)]
pub struct Panel(Rc<Inner>);

pub struct Inner {
    pub around: Rc<dyn Around>,
    pub said: Watched<Said>,
    /// What was pasted, as long as the panel is there.
    pub pasted: RefCell<String>,
    stage: Watched<Stage>,
}

/// How far somebody has come.
#[derive(Clone)]
pub enum Stage {
    /// A file was offered.
    Saved(Rc<Saved>),
    /// Which file? With what was wrong with the last one.
    Asking(Option<Rc<str>>),
    /// What would it change?
    Looking(Rc<Looked>),
    /// It is here, and can be taken back.
    Done(Rc<Came>),
    /// Everything was removed, which can be taken back.
    Emptied(Rc<Came>),
}

/// Begins a task, once its words are there.
pub fn begin(around: Rc<dyn Around>, task: Task) {
    let failing = around.clone();
    with_words(around, move |panel| match (panel, task) {
        (None, _) => failing.fail(),
        (Some(panel), Task::Save) => panel.save(),
        (Some(panel), Task::SaveResult) => panel.save_result(),
        (Some(panel), Task::SaveUnreadable) => panel.save_unreadable(),
        (Some(panel), Task::Open) => panel.show(),
        (Some(panel), Task::Take(file)) => {
            panel.show();
            panel.take(&file);
        }
    });
}

/// A panel once its words are there, not yet shown; nothing where they can't be had.
pub fn with_words(around: Rc<dyn Around>, then: impl FnOnce(Option<Panel>) + 'static) {
    let lang = nearest(&around.lang());
    let Some(options) = around.options() else { return then(None) };
    let then = move |files: Vec<Option<String>>| {
        // An app that has ended in the meantime has nothing to save, and takes nothing.
        let said = around.options().and_then(|_| Said::read(lang, files.first().and_then(Option::as_deref)));
        then(said.map(|said| {
            let stage = Watched::new(Stage::Asking(None));
            Panel(Rc::new(Inner { around, said: Watched::new(said), pasted: RefCell::default(), stage }))
        }));
    };
    options.texts(vec![Said::path(lang)], Box::new(then));
}

impl std::ops::Deref for Panel {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Panel {
    /// `act` with this panel in hand, to be called on a press.
    pub fn then(&self, act: impl Fn(&Panel) + 'static) -> impl Fn() + 'static {
        let panel = self.clone();
        move || act(&panel)
    }

    pub fn show(&self) {
        self.around.show(Some(self.view()));
    }

    pub fn go(&self, stage: Stage) {
        self.stage.set(stage);
    }

    pub fn close(&self) {
        self.around.show(None);
    }

    fn view(&self) -> El {
        let id = self.around.id("files");
        let panel = self.clone();
        let section = el("section").class("sf-card sf-files").attr("aria-labelledby", &id);
        let section = section.live(move || panel.drawn());
        let panel = self.clone();
        self.around.hears_drops(section, Box::new(move |file| panel.take(&file)))
    }

    fn drawn(&self) -> Vec<El> {
        self.follow_lang();
        let said = self.said.get();
        match self.stage.get() {
            Stage::Saved(saved) => self.saved(&said, &saved),
            Stage::Asking(wrong) => self.asking(&said, wrong.as_deref()),
            Stage::Looking(looked) => self.looking(&said, &looked),
            Stage::Done(came) => self.done(&said, &came),
            Stage::Emptied(came) => self.emptied(&said, &came),
        }
    }

    /// Other words in another language, once they are there.
    fn follow_lang(&self) {
        let lang = nearest(&self.around.lang());
        let Some(options) = self.around.options().filter(|_| self.said.peek().0.lang != lang) else { return };
        let panel = self.clone();
        let then = move |files: Vec<Option<String>>| {
            if let Some(said) = Said::read(lang, files.first().and_then(Option::as_deref)) {
                panel.said.set(said);
            }
        };
        options.texts(vec![Said::path(lang)], Box::new(then));
    }

    /// The heading of a step, which takes the focus.
    pub fn title(&self, text: &str) -> El {
        self.heading(text).attr("tabindex", "-1").focused(true)
    }

    pub fn heading(&self, text: &str) -> El {
        let heading = el("h3").class("sf-heading").attr("aria-level", &self.around.level(1));
        heading.attr("id", &self.around.id("files")).text(text)
    }

    pub fn press(&self, class: &str, text: &str, act: impl Fn(&Panel) + 'static) -> El {
        button(class, text, self.then(act))
    }

    pub fn cancel(&self, said: &Said, key: FilesKey) -> El {
        self.press("sf-quiet", &said.t(key), Panel::close)
    }
}
