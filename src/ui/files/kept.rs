//! Between what is kept in the browser, a name at a time, and all of it as one thing.

use crate::{
    browser::{
        dom,
        storage::{Store, Tier, Why},
    },
    copies::Copies,
    desk::{Desk, Kept},
    document::{object::joined, reader, result::TakenCheck},
    files::state::{State, is_same_plan},
    keep::journal::{self, Journal, Lost, Opened},
    plan::plan::Plan,
    visit::Visit,
};
use serde_json::{Map, Value};

/// What an app has in hand, which may be newer than what is kept, or kept nowhere.
#[derive(Default)]
pub struct InHand {
    pub desk: Option<Desk>,
    pub open: Option<Plan>,
    /// Plans that were open before.
    pub shelf: Vec<Plan>,
    pub session: Option<Value>,
    pub results: Option<Vec<TakenCheck>>,
}

/// The plan that is kept under `id`, with how it is kept.
///
/// # Errors
/// [`Lost`], where there is none, or none that can be read.
pub fn open_plan(store: &Store, id: &str) -> Result<Opened, Lost> {
    let opened = store.read(|area| Journal::open(area, &plan_key(store, id), &dom::now()));
    let opened = opened.unwrap_or(Err(Lost::Nothing))?;
    if opened.is_newer {
        store.leave_alone();
    }
    Ok(opened)
}

/// The same without that.
pub fn read_plan(store: &Store, id: &str) -> Option<Plan> {
    open_plan(store, id).ok().map(|opened| opened.plan)
}

/// Keeps a plan under its id.
pub fn write_plan(store: &Store, plan: &Plan) {
    let key = plan_key(store, plan.cover().id.as_str());
    store.write(|area| journal::replace(area, &key, plan, &dom::now()));
}

/// Keeps nothing under that id any more, unless a newer version does: also where there is no room, since this makes some.
pub fn remove_plan(store: &Store, id: &str) {
    if store.tier() != Tier::Memory(Why::Newer) {
        store.read(|area| journal::remove(area, &plan_key(store, id)));
    }
}

/// The key of a plan.
pub fn plan_key(store: &Store, id: &str) -> String {
    store.key(&joined(&["plan/", id]))
}

/// When everything was last saved.
pub fn read_copies(store: &Store) -> Copies {
    store.get("copies").into_data().map(|kept| reader::read(&kept, Copies::read).0).unwrap_or_default()
}

pub fn write_copies(store: &Store, copies: &Copies) {
    store.put("copies", &copies.to_json());
}

/// Everything there is: what is in hand, and what is kept of the rest.
pub fn state(store: &Store, hand: InHand) -> State {
    let desk = hand.desk.unwrap_or_else(|| read_desk(store));
    let plan = |kept: &Kept| {
        let called = |plan: &&Plan| plan.cover().id.0 == kept.id;
        let before = || hand.shelf.iter().find(called).cloned();
        // Where nothing is kept any more, what is there is older than what was open since.
        let other = || {
            if store.holds_all() {
                read_plan(store, &kept.id).or_else(before)
            } else {
                before().or_else(|| read_plan(store, &kept.id))
            }
        };
        hand.open.iter().find(called).cloned().or_else(other)
    };
    let archived = desk.plans.iter().filter(|kept| kept.archived);
    State {
        plans: desk.plans.iter().filter_map(plan).collect(),
        archived: archived.map(|kept| kept.id.clone()).collect(),
        current_plan: desk.open.clone(),
        session: hand.session.or_else(|| store.get("session").into_data()).unwrap_or_default(),
        results: hand.results.unwrap_or_else(|| read_results(store)),
        preferences: store.get("preferences").into_data().unwrap_or_default(),
        other: store.get("other").into_data().and_then(|other| other.as_object().cloned()).unwrap_or_default(),
    }
}

/// Keeps `new` in place of `now`, all but the desk.
pub fn keep(store: &Store, now: &State, new: &State) {
    for plan in &new.plans {
        if !now.plan(plan.cover().id.as_str()).is_some_and(|known| is_same_plan(known, plan)) {
            write_plan(store, plan);
        }
    }
    for gone in now.plans.iter().filter(|plan| new.plan(plan.cover().id.as_str()).is_none()) {
        remove_plan(store, gone.cover().id.as_str());
    }
    let results = |state: &State| -> Value { state.results.iter().map(TakenCheck::to_json).collect() };
    for (name, now, new) in [
        ("results", results(now), results(new)),
        ("session", now.session.clone(), new.session.clone()),
        ("preferences", now.preferences.clone(), new.preferences.clone()),
        ("other", object(&now.other), object(&new.other)),
    ] {
        if new.is_null() && !now.is_null() {
            store.remove(name);
        } else if now != new {
            store.put(name, &new);
        }
    }
}

/// The list of plans with those of `new`, in place of the list of `now`.
pub fn listed(mut desk: Desk, now: &State, new: &State) -> Desk {
    for plan in &new.plans {
        let cover = plan.cover();
        let is_as_before = now.plan(cover.id.as_str()).is_some_and(|known| is_same_plan(known, plan));
        if !is_as_before {
            let updated = cover.updated.map(|day| day.to_string()).unwrap_or_default();
            desk.note(cover.id.as_str(), &cover.title, &updated);
        }
    }
    desk.plans.retain(|kept| new.plan(&kept.id).is_some());
    for kept in &mut desk.plans {
        kept.archived = new.archived.contains(&kept.id);
    }
    desk.open.clone_from(&new.current_plan);
    desk
}

/// Keeps nothing any more, in none of the copies, but what could not be read.
pub fn forget(store: &Store) {
    for name in ["session", "results", "preferences", "desk", "copies", "other"] {
        store.remove(name);
    }
}

pub fn read_desk(store: &Store) -> Desk {
    store.get("desk").into_data().map_or_else(Desk::empty, |kept| reader::read(&kept, Desk::read).0)
}

pub fn write_desk(store: &Store, desk: &Desk) {
    store.put("desk", &desk.to_json());
}

/// The check and the drill under way as they will be read from now on, so that two of them can be compared.
pub fn settled(mut state: State) -> State {
    if !state.session.is_null() {
        let results = state.results.clone();
        state.session = reader::read(&state.session, |top| Visit::read(top, results)).0.to_json();
    }
    state
}

fn read_results(store: &Store) -> Vec<TakenCheck> {
    let read = |kept: &Value| reader::read(kept, |top| top.list().into_iter().map(TakenCheck::read).collect()).0;
    store.get("results").into_data().map(|kept| read(&kept)).unwrap_or_default()
}

fn object(map: &Map<String, Value>) -> Value {
    if map.is_empty() { Value::Null } else { Value::Object(map.clone()) }
}
