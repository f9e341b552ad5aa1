//! What there is to fill sheets with: what this browser keeps, and what somebody opened. It is only read.

use crate::{
    browser::{dom, storage::Store},
    desk::Desk,
    document::{
        object::joined,
        reader::{self, Node},
        result::TakenCheck,
    },
    files::state::State,
    keep::journal::Journal,
    plan::plan::Plan,
    quiz::drill::Run,
    visit::Visit,
};
use serde_json::Value;

/// Everything there is, the newest first.
#[derive(Clone, Default)]
pub struct Found {
    pub results: Vec<(TakenCheck, From)>,
    pub plans: Vec<(Plan, From)>,
    pub run: Option<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Browser,
    File,
}

impl Found {
    /// What the browser keeps for this site under `name`.
    pub fn kept(name: &str) -> Found {
        let store = Store::open("local", name);
        let data = |name: &str| store.get(name).into_data().unwrap_or_default();
        let desk = reader::read(&data("desk"), Desk::read).0;
        let plan = |id: &str| {
            let key = store.key(&joined(&["plan/", id]));
            store.read(|area| Journal::open(area, &key, &dom::now()))?.ok().map(|opened| opened.plan)
        };
        let plans = desk.plans.iter().filter(|kept| !kept.archived).filter_map(|kept| plan(&kept.id));
        let read_results = |top: Node| top.list().into_iter().map(TakenCheck::read).collect::<Vec<_>>();
        let results = reader::read(&data("results"), read_results).0;
        Found::of(results, plans.collect(), &data("session"), From::Browser)
    }

    /// What a file holds.
    pub fn opened(state: State) -> Found {
        Found::of(state.results, state.plans, &state.session, From::File)
    }

    fn of(results: Vec<TakenCheck>, plans: Vec<Plan>, session: &Value, from: From) -> Found {
        let run = reader::read(session, |top| Visit::read(top, Vec::new())).0.run.filter(|run| !run.sorted.is_empty());
        Found {
            results: results.into_iter().rev().map(|taken| (taken, from)).collect(),
            plans: plans.into_iter().map(|plan| (plan, from)).collect(),
            run,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.results.is_empty() && self.plans.is_empty() && self.run.is_none()
    }

    /// With what is in `other` before all else.
    pub fn and(&self, mut other: Found) -> Found {
        other.results.extend(self.results.iter().cloned());
        other.plans.extend(self.plans.iter().cloned());
        other.run = other.run.or_else(|| self.run.clone());
        other
    }
}
