//! What somebody is in the middle of on the ways into a plan: what was typed there, until it becomes a part of the plan.

use super::planner::Planner;
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    desk::Kept,
    document::file,
    plan::{
        guess::{Channel, read_channels},
        paste::Pasted,
        plan::Plan,
        suggest::Handed,
        value::Id,
    },
    ui::part::{div, p, radio, span},
};
use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, HashSet},
    rc::Rc,
};

/// A text that is not in the plan yet.
pub type Draft = Rc<RefCell<String>>;

pub struct Ways {
    /// By the names of their fields. They outlast a change of language, or a look elsewhere.
    drafts: RefCell<HashMap<&'static str, Draft>>,
    /// Counts what changes on these screens beside the plan.
    turn: Watched<u32>,
    /// What the last paste came to, for what was left out of it.
    pub pasted: RefCell<Pasted>,
    /// Whether the tactics that serve nothing are being gone through.
    pub sorting: Cell<bool>,
    /// Tactics to be asked about another time.
    pub later: RefCell<HashSet<Id>>,
    /// What the check handed over.
    pub handed: Option<Handed>,
    /// The suggestions that were not taken over, by their places in the guide.
    pub left: RefCell<HashSet<usize>>,
    /// Plans that were deleted, with their places in the list; the last one comes back first.
    pub deleted: RefCell<Vec<(usize, Kept, Plan)>>,
    /// Plans that were open on this page, for a browser that keeps nothing.
    pub shelf: RefCell<HashMap<String, Plan>>,
}

impl Ways {
    pub fn new(handed: Option<Handed>) -> Ways {
        Ways {
            drafts: RefCell::default(),
            turn: Watched::new(0),
            pasted: RefCell::default(),
            sorting: Cell::default(),
            later: RefCell::default(),
            handed,
            left: RefCell::default(),
            deleted: RefCell::default(),
            shelf: RefCell::default(),
        }
    }

    /// Draws what asks anew after [`Ways::turned`].
    pub fn follow(&self) {
        let _ = self.turn.get();
    }

    pub fn turned(&self) {
        self.turn.set(self.turn.peek() + 1);
    }

    pub fn draft(&self, name: &'static str) -> Draft {
        self.drafts.borrow_mut().entry(name).or_default().clone()
    }

    /// What stands in a draft, without the space around it.
    pub fn drafted(&self, name: &'static str) -> String {
        self.draft(name).borrow().trim().to_owned()
    }

    pub fn put(&self, name: &'static str, text: &str) {
        text.clone_into(&mut self.draft(name).borrow_mut());
    }

    /// Forgets all drafts whose names begin so.
    pub fn forget(&self, begin: &str) {
        self.drafts.borrow_mut().retain(|name, _| !name.starts_with(begin));
    }
}

impl Planner {
    pub fn ways(&self) -> &Ways {
        &self.0.ways
    }

    /// Does `then` with the channels that pasted lines and new tools are guessed from, once they are there, unless the planner has
    /// gone elsewhere by then. Where they can't be had, nothing is guessed.
    pub fn with_channels(&self, then: impl FnOnce(&Planner, &[Channel]) + 'static) {
        let place = |planner: &Planner| (planner.0.desk.peek().view, planner.read(|plan| plan.cover().id.clone()));
        let (planner, asked_at, waiting) = (Rc::downgrade(&self.0), place(self), self.wait());
        let read = |text: &String| file::parse(text).map(|list| read_channels(&list).0);
        let then = move |texts: Vec<Option<String>>| {
            drop(waiting);
            let channels = texts.iter().flatten().flat_map(read).next();
            if let Some(planner) = planner.upgrade().map(Planner).filter(|planner| place(planner) == asked_at) {
                then(&planner, &channels.unwrap_or_default());
            }
        };
        self.options().texts(vec![format!("plan/channels.{}.json", self.lang())], Box::new(then));
    }
}

/// A control whose text is a draft.
pub fn drafted(planner: &Planner, name: &'static str, control: El) -> El {
    let (shown, typed) = (planner.ways().draft(name), planner.ways().draft(name));
    let control = control.class("sf-input").attr("autocomplete", "off").live_value(move || shown.borrow().clone());
    control.on_typed(move |text| *typed.borrow_mut() = text)
}

/// A control under its label, with what helps to fill it in.
pub fn labelled(planner: &Planner, label: &str, help: &str, control: El) -> El {
    let id = planner.new_id();
    let help_id = format!("{id}-help");
    let label = el("label").class("sf-label").attr("for", &id).text(label);
    let control = control.attr("id", &id);
    if help.is_empty() {
        return div("sf-field").child(label).child(control);
    }
    let help = p("sf-prompt", help).attr("id", &help_id);
    div("sf-field").child(label).child(help).child(control.attr("aria-describedby", &help_id))
}

/// A line of text under its label.
pub fn line(planner: &Planner, name: &'static str, label: &str, help: &str) -> El {
    let input = el("input").attr("type", "text").attr("maxlength", "2000");
    labelled(planner, label, help, drafted(planner, name, input))
}

/// A day under its label.
pub fn day(planner: &Planner, name: &'static str, label: &str) -> El {
    let input = drafted(planner, name, el("input").attr("type", "date"));
    labelled(planner, label, "", input.class("sf-input sf-day"))
}

/// Answers to choose one from, as values with their words and a note; the value chosen becomes the draft.
pub fn answers(planner: &Planner, name: &'static str, legend: El, rows: Vec<(String, String, String)>) -> El {
    let group = planner.new_id();
    let now = planner.ways().drafted(name);
    let row = |(value, words, note): (String, String, String)| {
        let label = el("label").text(&words).children((!note.is_empty()).then(|| span("sf-note", &note)));
        let is_chosen = now == value;
        let choose = planner.then(move |planner| {
            planner.ways().put(name, &value);
            planner.ways().turned();
        });
        radio("sf-option", &planner.new_id(), &group, is_chosen, choose, label)
    };
    let rows: Vec<El> = rows.into_iter().map(row).collect();
    el("fieldset").class("sf-options").child(legend).children(rows)
}

/// What is missing before a step, read out when it appears.
pub fn lack(says: &Watched<String>) -> El {
    let says = says.clone();
    div("").live(move || {
        let text = says.get();
        let said = || p("sf-error", "").child(span("sf-settle", &text)).attr("tabindex", "-1").focused(true);
        (!text.is_empty()).then(said).into_iter().collect()
    })
}
