//! From what is kept to the first screen of the builder.

use super::{planner::Planner, texts::Texts};
use crate::{
    browser::{
        dom,
        event::Host,
        options::Options,
        storage::{Found, Store},
    },
    desk::{Desk, Kept, View},
    document::{object::object, reader},
    plan::{edit::Edit, field::Content, plan::Plan},
    ui::opened::preferred_lang,
    words::nearest,
};

/// What was kept and asked for, before there is anything to see.
pub struct Opening {
    options: Options,
    store: Store,
    desk: Desk,
    plan: Option<Plan>,
    lang: &'static str,
}

impl Opening {
    pub fn new(options: Options) -> Opening {
        let storage = options.storage().unwrap_or_default();
        let name = options.storage_key().filter(|name| !name.is_empty()).unwrap_or_else(|| "default".to_owned());
        let store = Store::open(&storage, &name);
        let mut desk = match store.get("desk") {
            Found::Data(kept) => reader::read(&kept, Desk::read).0,
            _ => Desk::empty(),
        };
        let plan = desk.open.as_deref().and_then(|id| kept_plan(&store, id));
        if plan.is_none() {
            desk.view = if desk.plans.is_empty() { View::Start } else { View::Plans };
        }
        let preferences = match store.get("preferences") {
            Found::Data(kept) => kept,
            _ => serde_json::Value::Null,
        };
        let lang = nearest(&preferred_lang(&preferences, &options));
        Opening { options, store, desk, plan, lang }
    }

    /// The paths of all that is needed at first.
    pub fn paths(&self) -> Vec<String> {
        Texts::paths(self.lang, self.options.handed().is_some_and(|text| !text.is_empty()))
    }

    /// With the texts of those files; nothing where one is not there, or is of another build.
    pub fn open(self, texts: &[Option<String>], host: Host) -> Option<Planner> {
        let texts = Texts::read(self.lang, texts)?;
        let plan = self.plan.unwrap_or_else(|| new_plan(self.lang));
        let planner = Planner::new(texts, self.desk, plan, self.store, self.options, host);
        planner.begin_handed();
        Some(planner)
    }
}

/// The plan that is kept under `id`.
pub fn kept_plan(store: &Store, id: &str) -> Option<Plan> {
    match store.get(&format!("plan/{id}")) {
        Found::Data(file) => Some(reader::read(&file, Plan::read).0),
        _ => None,
    }
}

/// A plan with nothing in it but its name for itself, its language and its 90 days.
pub fn new_plan(lang: &str) -> Plan {
    let mut plan = Plan::default();
    let id = format!("p{}", dom::fresh_id());
    for (field, content) in [
        ("id", Content::Text(id)),
        ("language", Content::Text(lang.to_owned())),
        ("created", Content::Day(dom::today().parse().ok())),
    ] {
        // A fresh plan takes each of these.
        let _ = plan.apply(Edit::set(field, content));
    }
    plan
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

    /// Changes the language of the page, once its words are there. The plan keeps its own.
    pub fn set_lang(&self, lang: &str) {
        let lang = nearest(lang);
        let planner = self.clone();
        let then = move |files: Vec<Option<String>>| match Texts::read(lang, &files) {
            Some(texts) => {
                planner.0.moved.set(true);
                planner.0.texts.set(std::rc::Rc::new(texts));
                planner.check_now();
                let chosen = object([("lang", lang.into()), ("instead_of", planner.options().lang().into())]);
                planner.0.store.put("preferences", chosen);
            }
            None => planner.say(&planner.t(crate::words::PlanKey::AppFailed)),
        };
        self.options().texts(Texts::paths(lang, self.ways().handed.is_some()), Box::new(then));
    }

    /// Every plan there is, as the list has it.
    pub fn plans(&self) -> Vec<Kept> {
        self.desk().plans.clone()
    }
}
