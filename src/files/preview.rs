//! What opening a file would change, before it changes anything.

use super::{
    door::Opened,
    state::{State, is_same_plan, open_answers},
};
use crate::{
    document::result::TakenCheck,
    plan::{date::Date, plan::Plan, table::Table},
};

/// What a file holds, beside what is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub plans: Vec<PlanLine>,
    pub results: Counts,
    /// The check under way in the file, with the number of its answers.
    pub session: Option<(Standing, usize)>,
    /// How many places in the file can't be read, and the first of them.
    pub faults: Option<(usize, String)>,
}

/// How something in a file stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    New,
    Same,
    /// It has the id of something here, and says something else.
    Differs,
}

/// A plan in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    pub standing: Standing,
    pub title: String,
    pub file: Facts,
    /// The plan of the same id that is here.
    pub here: Option<(String, Facts)>,
}

/// By what people tell two versions of a plan apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The day of its last change.
    pub updated: Option<Date>,
    /// How many rows all its lists have together.
    pub rows: usize,
}

/// How many results there are of each standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: usize,
    pub same: usize,
    pub differ: usize,
}

impl Preview {
    /// Of a file, beside what is `here`.
    #[must_use]
    pub fn of(file: &Opened, here: &State) -> Preview {
        let mut results = Counts::default();
        for taken in &file.state.results {
            *match result_standing(taken, here) {
                Standing::New => &mut results.new,
                Standing::Same => &mut results.same,
                Standing::Differs => &mut results.differ,
            } += 1;
        }
        Preview {
            plans: file.state.plans.iter().map(|plan| PlanLine::of(plan, here)).collect(),
            results,
            session: session_standing(file, here).map(|standing| (standing, open_answers(&file.state.session))),
            faults: file.faults.first().map(|fault| (file.faults.len(), fault.place.clone())),
        }
    }

    /// Whether something would come in at all.
    #[must_use]
    pub fn brings_something(&self) -> bool {
        self.standings().any(|standing| standing != Standing::Same)
    }

    /// Whether something here would be replaced, so that there is something to choose.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        self.standings().any(|standing| standing == Standing::Differs)
    }

    fn standings(&self) -> impl Iterator<Item = Standing> {
        let plans = self.plans.iter().map(|line| line.standing);
        let results = [(self.results.new, Standing::New), (self.results.differ, Standing::Differs)];
        let results = results.into_iter().filter(|(count, _)| *count > 0).map(|(_, standing)| standing);
        plans.chain(results).chain(self.session.map(|(standing, _)| standing))
    }
}

impl PlanLine {
    fn of(plan: &Plan, here: &State) -> PlanLine {
        let known = here.plan(plan.cover().id.as_str()).filter(|known| !known.cover().id.is_empty());
        let named = |plan: &Plan| (plan.cover().title.clone(), Facts::of(plan));
        PlanLine {
            standing: plan_standing(plan, here),
            title: plan.cover().title.clone(),
            file: Facts::of(plan),
            here: known.map(named),
        }
    }
}

impl Facts {
    fn of(plan: &Plan) -> Facts {
        let rows = Table::ALL.iter().map(|table| plan.count(*table)).sum();
        Facts { updated: plan.cover().updated, rows }
    }
}

/// A plan without an id is known by what it says.
pub(super) fn plan_standing(plan: &Plan, here: &State) -> Standing {
    match here.plan(plan.cover().id.as_str()) {
        Some(known) if is_same_plan(known, plan) => Standing::Same,
        Some(_) if !plan.cover().id.is_empty() => Standing::Differs,
        _ => Standing::New,
    }
}

/// A result without an id, as one that came from a link, is known by what it says.
pub(super) fn result_standing(taken: &TakenCheck, here: &State) -> Standing {
    let is_same = |known: &TakenCheck| TakenCheck { id: taken.id.clone(), ..known.clone() } == *taken;
    if taken.id.is_empty() {
        return if here.results.iter().any(is_same) { Standing::Same } else { Standing::New };
    }
    match here.result(&taken.id) {
        Some(known) if known == taken => Standing::Same,
        Some(_) => Standing::Differs,
        None => Standing::New,
    }
}

/// Only a check with answers that no result holds is worth a word.
pub(super) fn session_standing(file: &Opened, here: &State) -> Option<Standing> {
    let (theirs, ours) = (&file.state.session, &here.session);
    match (open_answers(theirs), open_answers(ours)) {
        (0, _) => None,
        (_, 0) => Some(Standing::New),
        _ if theirs["check"]["answers"] == ours["check"]["answers"] => Some(Standing::Same),
        _ => Some(Standing::Differs),
    }
}
