//! From what is kept to the first screen of the builder.

use super::{
    keeping::{Trouble, journal},
    planner::Planner,
    texts::Texts,
};
use crate::{
    browser::{
        dom,
        event::{Asker, Host},
        options::Options,
        storage::{Store, Tier, Why},
    },
    desk::{Desk, Kept, View},
    document::object::object,
    halves,
    keep::journal::{Lost, Opened},
    plan::{edit::Edit, field::Content, plan::Plan},
    ui::{
        files::kept::{open_plan, read_desk},
        hosted::Hosted,
        opened::lang_now,
    },
    words::nearest,
};

/// What was kept and asked for, before there is anything to see.
pub struct Opening {
    options: Options,
    store: Store,
    desk: Desk,
    plan: Option<Opened>,
    troubles: Vec<Trouble>,
    lang: &'static str,
}

impl Opening {
    pub fn new(options: Options) -> Opening {
        let store = Store::of(&options);
        let mut desk = read_desk(&store);
        let mut troubles = Vec::new();
        let opened = desk.open.as_deref().map(|id| open_plan(&store, id));
        let plan = match opened {
            Some(Ok(opened)) => Some(opened),
            Some(Err(Lost::SetAside)) => {
                troubles.push(Trouble::Unreadable);
                None
            }
            Some(Err(Lost::Nothing)) | None => None,
        };
        if plan.is_none() {
            desk.open = None;
            desk.view = if desk.plans.is_empty() { View::Start } else { View::Plans };
        }
        if plan.as_ref().is_some_and(|plan| plan.is_recovered) {
            troubles.push(Trouble::Recovered);
        }
        if store.tier() == Tier::Memory(Why::Newer) {
            troubles.push(Trouble::Newer);
        }
        let lang = lang_now(&store, &options);
        Opening { options, store, desk, plan, troubles, lang }
    }

    /// The paths of all that is needed at first.
    pub fn paths(&self) -> Vec<String> {
        Texts::paths(self.lang, self.options.handed().is_some_and(|text| !text.is_empty()))
    }

    /// With the texts of those files; nothing where one is not there, or is of another build.
    pub fn open(self, texts: &[Option<String>], host: Host) -> Option<Planner> {
        let texts = Texts::read(self.lang, texts)?;
        let is_read_only = self.plan.is_some() && self.troubles.contains(&Trouble::Newer);
        let begun = || {
            let plan = new_plan(self.lang);
            let journal = journal(&self.store, plan.cover().id.as_str());
            (plan, journal)
        };
        let (plan, journal) = self.plan.map_or_else(begun, |opened| (opened.plan, opened.journal));
        let planner = Planner::new(texts, self.desk, (plan, journal), self.store, self.options, host);
        planner.0.is_read_only.set(is_read_only);
        planner.0.troubles.set(self.troubles);
        planner.begin_handed();
        planner.show();
        Some(planner)
    }
}

/// A plan with nothing in it but its name for itself, its language and its 90 days.
pub fn new_plan(lang: &str) -> Plan {
    let mut plan = Plan::default();
    for (field, content) in [
        ("id", Content::Text(fresh_plan_id())),
        ("language", Content::Text(lang.to_owned())),
        ("created", Content::Day(dom::today().parse().ok())),
    ] {
        // A fresh plan takes each of these.
        let _ = plan.apply(Edit::set(field, content));
    }
    plan
}

/// An id that no other plan has.
pub fn fresh_plan_id() -> String {
    format!("p{}", dom::fresh_id())
}

impl Planner {
    /// Tells the page that the builder is there to be used.
    pub fn announce(&self) {
        let desk = self.desk();
        if desk.view == View::Guided {
            self.see(&desk.section);
        }
        self.check_later();
        self.0.host.emit("sf-storage", &object([("tier", self.0.tier.peek().code().into())]));
        let version = env!("CARGO_PKG_VERSION");
        let detail = [("version", version.into()), ("view", "plan".into()), ("lang", self.lang().into())];
        self.0.host.emit("sf-ready", &object(detail));
    }

    /// Changes the language of the page as the planner chose it, and remembers that. The plan keeps its own.
    pub fn set_lang(&self, lang: &str) {
        self.speak(nearest(lang), true);
    }

    /// The same, once its words are there.
    pub fn speak(&self, lang: &'static str, is_chosen: bool) {
        let (planner, waiting) = (self.clone(), self.wait());
        let then = move |files: Vec<Option<String>>| {
            drop(waiting);
            let Some(texts) = Texts::read(lang, &files) else {
                return planner.say(&planner.t(crate::words::PlanKey::AppFailed));
            };
            planner.0.moved.set(is_chosen);
            planner.0.texts.set(std::rc::Rc::new(texts));
            planner.check_now();
            let chosen = object([("lang", lang.into()), ("instead_of", planner.options().lang().into())]);
            if is_chosen {
                planner.0.store.put("preferences", &chosen);
            }
        };
        self.options().texts(Texts::paths(lang, self.ways().handed.is_some()), Box::new(then));
    }

    /// Every plan there is, as the list has it.
    pub fn plans(&self) -> Vec<Kept> {
        self.desk().plans.clone()
    }
}

impl Hosted for Planner {
    fn follow(&self, name: &str) {
        if name == "lang" {
            return self.speak(lang_now(&self.0.store, self.options()), false);
        }
        self.0.texts.set(self.0.texts.peek());
    }

    fn run(&self, errand: &str, text: &str, asker: Asker) {
        halves::plan_errand(self, errand, text, asker);
    }

    fn leave(&self) {
        self.save();
    }
}
