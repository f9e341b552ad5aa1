//! "What is this for?": what each answer makes of a tactic that serves nothing yet. Working backwards from tactics to
//! strategies is how most plans begin (seed-facts S1.22).

use super::{
    date::Date,
    edit::{Did, Edit, Name},
    field::Content,
    link::{Place, would_loosen},
    model::{Strategy, Tactic, TacticStatus, WontDo},
    paste::Pasted,
    plan::Plan,
    table::Table,
    value::Id,
};

/// What somebody said a tactic is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A strategy that is in the plan.
    Serves(Id),
    /// A strategy that is not, under the id that it is to have.
    New { id: Id, text: String },
    /// Nothing: a line of what we will not do, under the id that it is to have.
    WontDo { id: Id, reason: String, look_again: Option<Date> },
}

/// Days after which to look again at what was left out: a quarter, as with the rest of the plan (S2.19).
pub const LOOK_AGAIN: i32 = 90;

/// The tactics that are not dropped and serve no strategy there is, in order.
pub fn unserving(plan: &Plan) -> impl Iterator<Item = (&Id, &Tactic)> {
    let serves = |tactic: &Tactic| tactic.strategy_ids.iter().any(|id| plan.linked::<Strategy>(id).is_some());
    plan.all::<Tactic>().filter(move |(_, tactic)| tactic.is_active() && !serves(tactic))
}

/// What was pasted as one step; `ids` gives each tactic its own.
#[must_use]
pub fn added(pasted: &Pasted, mut ids: impl FnMut() -> Id) -> Edit {
    let edits = pasted.rows.iter().map(|row| {
        let tactic = Tactic {
            id: ids(),
            text: row.text.clone(),
            channel: row.channel.clone().unwrap_or_default(),
            kind: row.kind,
            ..Tactic::default()
        };
        Edit::add(&tactic.id.0.clone(), tactic)
    });
    Edit::Together { name: name(Did::Add, Table::Tactics), edits: edits.collect() }
}

/// The step that gives the tactic with this key its purpose. Nothing where there is no such tactic.
#[must_use]
pub fn answered(plan: &Plan, key: &Id, purpose: Purpose) -> Option<Edit> {
    let tactic = plan.get::<Tactic>(key.as_str())?;
    let place = Place { table: Table::Tactics, key: key.clone() };
    let serves = |id: Id| Edit::set_row(place.clone(), "strategy_ids", Content::Texts(vec![id.0]));
    Some(match purpose {
        Purpose::Serves(id) => serves(id),
        Purpose::New { id, text } => {
            let strategy = Strategy { id: id.clone(), text, ..Strategy::default() };
            let edits = vec![Edit::add(id.as_str(), strategy), serves(id)];
            Edit::Together { name: name(Did::Add, Table::Strategies), edits }
        }
        Purpose::WontDo { id, reason, look_again } => {
            let line = WontDo { id: id.clone(), text: tactic.text.clone(), reason, look_again, ..WontDo::default() };
            // What hangs on the tactic, or was written about it, stays to be seen.
            let is_bare = is_bare(tactic) && would_loosen(plan, &place).is_empty();
            let goes = if is_bare {
                Edit::Remove(place)
            } else {
                Edit::set_row(place, "status", Content::Text(TacticStatus::Dropped.code().to_owned()))
            };
            Edit::Together { name: name(Did::Add, Table::WontDo), edits: vec![Edit::add(id.as_str(), line), goes] }
        }
    })
}

/// Whether it says no more than a pasted line does.
fn is_bare(tactic: &Tactic) -> bool {
    let Tactic { id, text, strategy_ids, channel, kind, status, .. } = tactic.clone();
    *tactic == Tactic { id, text, strategy_ids, channel, kind, status, ..Tactic::default() }
}

pub(super) fn name(did: Did, table: Table) -> Name {
    Name { did, to: Some(table) }
}
