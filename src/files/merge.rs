//! A file and what is here become one; and what came in is taken back.

use super::{
    door::{Kind, Opened},
    preview::{Standing, plan_standing, result_standing, session_standing},
    state::{MAX_PLANS, State, is_same_plan},
};
use crate::{
    document::result::TakenCheck,
    plan::{edit::Edit, field::Content, plan::Plan},
};
use serde_json::Value;

/// What becomes of something that has the id of something here, and says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The file's takes its place.
    Replace,
    /// The file's comes in beside it, as a copy.
    KeepBoth,
}

/// What a copy needs that the files do not know: ids, and how a copy is called.
pub struct Naming<'a> {
    /// Gives an id that nothing has.
    pub fresh_id: &'a mut dyn FnMut() -> String,
    /// The title of a copy, from that of the plan.
    pub copy: &'a dyn Fn(&str) -> String,
}

/// There would be more plans than the list of plans keeps, in which case nothing comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyPlans;

/// What there is once `file` has come in. Nothing that is here goes, but what [`Choice::Replace`] replaces.
///
/// # Errors
/// [`TooManyPlans`].
pub fn merged(here: &State, file: &Opened, choice: Choice, naming: &mut Naming) -> Result<State, TooManyPlans> {
    let mut all = here.clone();
    all.session = session(here, file, choice);
    for plan in &file.state.plans {
        let id = take_plan(&mut all, here, plan, choice, naming);
        let was_archived = file.state.archived.contains(&plan.cover().id.0) && here.plan(&id).is_none();
        if was_archived && !all.archived.contains(&id) {
            all.archived.push(id.clone());
        }
        let is_current = file.state.current_plan.as_ref() == Some(&plan.cover().id.0);
        // Whoever opens one plan wants to see it; a backup leaves open what is open.
        if is_current && (file.kind == Kind::Plan || here.current_plan.is_none()) {
            all.current_plan = Some(id);
        }
    }
    for taken in &file.state.results {
        take_result(&mut all, here, taken, choice, naming);
    }
    if all.results.len() > here.results.len() {
        all.results.sort_by(|one, other| one.taken_at.cmp(&other.taken_at));
    }
    if all.preferences.is_null() {
        all.preferences.clone_from(&file.state.preferences);
    }
    for (name, value) in &file.state.other {
        if !all.other.contains_key(name) {
            all.other.insert(name.clone(), value.clone());
        }
    }
    if all.plans.len() > MAX_PLANS { Err(TooManyPlans) } else { Ok(all) }
}

/// What there is once what came in between `before` and `after` is taken back. What was changed since stays as it is `now`.
#[must_use]
pub fn undone(now: &State, before: &State, after: &State) -> State {
    let mut all = now.clone();
    let came = |id: &str, now: &Plan| after.plan(id).is_some_and(|after| is_same_plan(after, now));
    all.plans = kept(&now.plans, |plan| {
        let id = plan.cover().id.as_str();
        if came(id, plan) { before.plan(id).cloned() } else { Some(plan.clone()) }
    });
    all.results = kept(&now.results, |taken| {
        let is_as_it_came = after.result(&taken.id) == Some(taken);
        if is_as_it_came { before.result(&taken.id).cloned() } else { Some(taken.clone()) }
    });
    let place = |taken: &TakenCheck| before.results.iter().position(|known| known.id == taken.id).unwrap_or(usize::MAX);
    all.results.sort_by_key(place);
    // Going to another screen is no change to the check under way.
    if ["check", "drill"].iter().all(|part| now.session[*part] == after.session[*part])
        && after.session != before.session
    {
        all.session.clone_from(&before.session);
    }
    if now.preferences == after.preferences {
        all.preferences.clone_from(&before.preferences);
    }
    all.other.clone_from(&before.other);
    let is_there = |id: &String| all.plans.iter().any(|plan| plan.cover().id.0 == *id);
    let current = if now.current_plan == after.current_plan { &before.current_plan } else { &now.current_plan };
    all.current_plan = current.clone().filter(is_there);
    all.archived.retain(is_there);
    all
}

/// Takes in one plan, and gives the id that it has here.
fn take_plan(all: &mut State, here: &State, plan: &Plan, choice: Choice, naming: &mut Naming) -> String {
    let id = plan.cover().id.0.clone();
    // A second one of the same id in the file itself is a copy whatever was chosen: nothing in it may be lost.
    let is_second = here.plan(&id) != all.plan(&id);
    let standing = plan_standing(plan, if is_second { all } else { here });
    match standing {
        Standing::Same => id,
        Standing::Differs if choice == Choice::Replace && !is_second => {
            for known in all.plans.iter_mut().filter(|known| known.cover().id.0 == id) {
                known.clone_from(plan);
            }
            id
        }
        Standing::Differs => {
            let title = (naming.copy)(&plan.cover().title);
            add(all, with(plan.clone(), "title", title), (naming.fresh_id)())
        }
        Standing::New if id.is_empty() => add(all, plan.clone(), (naming.fresh_id)()),
        Standing::New => add(all, plan.clone(), id),
    }
}

fn add(all: &mut State, plan: Plan, id: String) -> String {
    all.plans.push(with(plan, "id", id.clone()));
    id
}

fn take_result(all: &mut State, here: &State, taken: &TakenCheck, choice: Choice, naming: &mut Naming) {
    let is_second = here.result(&taken.id) != all.result(&taken.id);
    let standing = result_standing(taken, if is_second { all } else { here });
    let mut add = |id: String| all.results.push(TakenCheck { id, ..taken.clone() });
    match standing {
        Standing::Same => {}
        Standing::Differs if choice == Choice::Replace && !is_second => {
            for known in all.results.iter_mut().filter(|known| known.id == taken.id) {
                known.clone_from(taken);
            }
        }
        Standing::New if !taken.id.is_empty() => add(taken.id.clone()),
        Standing::New | Standing::Differs => add((naming.fresh_id)()),
    }
}

/// The file's session where there is none here, or where somebody chose so. The drill under way here stays.
fn session(here: &State, file: &Opened, choice: Choice) -> Value {
    let is_taken = match session_standing(file, here) {
        Some(Standing::New) => true,
        Some(Standing::Differs) => choice == Choice::Replace,
        Some(Standing::Same) => false,
        None => here.session["check"].is_null() && !file.state.session.is_null(),
    };
    if !is_taken {
        return here.session.clone();
    }
    let mut taken = file.state.session.clone();
    let drill = &here.session["drill"];
    if let Some(object) = taken.as_object_mut().filter(|_| !drill.is_null()) {
        object.insert("drill".to_owned(), drill.clone());
    }
    taken
}

fn kept<T>(list: &[T], keep: impl Fn(&T) -> Option<T>) -> Vec<T> {
    list.iter().filter_map(keep).collect()
}

fn with(mut plan: Plan, field: &str, to: String) -> Plan {
    // Both are fields of every plan.
    let _ = plan.apply(Edit::set(field, Content::Text(to)));
    plan
}
