//! The pause before a new tool (seed-facts S1.3 to S1.6): three questions, and what the answers come to.

use super::{
    date::Date,
    edit::{Did, Edit},
    guess::{Channel, guess},
    model::{Strategy, Tactic, TacticStatus, WontDo},
    plan::Plan,
    purpose::{LOOK_AGAIN, name},
    table::Table,
    value::Id,
};

/// Whether the people we chose use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    Yes,
    Unsure,
    No,
}

/// A tool, and the answers to the three questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    pub name: String,
    /// The objective that it would serve.
    pub objective: Option<Id>,
    pub people: There,
    /// What we stop to make room for it.
    pub stop: String,
}

/// What speaks against taking it up now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    NoObjective,
    PeopleUnsure,
    PeopleElsewhere,
    NoRoom,
}

/// Which strategy the tool carries out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carries {
    Strategy(Id),
    /// One that is not in the plan yet, under the id that it is to have.
    New {
        id: Id,
        text: String,
    },
    Nothing,
}

impl There {
    pub const NAMED: &[(&str, There)] = &[("yes", There::Yes), ("unsure", There::Unsure), ("no", There::No)];
}

impl Tool {
    /// What speaks against it; nothing where all three answers speak for it. Advice: either way can be taken.
    #[must_use]
    pub fn doubts(&self) -> Vec<Doubt> {
        let people = match self.people {
            There::Yes => None,
            There::Unsure => Some(Doubt::PeopleUnsure),
            There::No => Some(Doubt::PeopleElsewhere),
        };
        let objective = self.objective.is_none().then_some(Doubt::NoObjective);
        let room = self.stop.trim().is_empty().then_some(Doubt::NoRoom);
        [objective, people, room].into_iter().flatten().collect()
    }

    /// The strategies that serve its objective, and so may be carried out with it; all of them where it has none.
    #[must_use]
    pub fn strategies<'a>(&self, plan: &'a Plan) -> Vec<&'a Id> {
        let fits = |strategy: &Strategy| self.objective.as_ref().is_none_or(|id| strategy.objective_ids.contains(id));
        plan.all::<Strategy>().filter(|(_, strategy)| fits(strategy)).map(|(key, _)| key).collect()
    }

    /// The step that makes it a tactic, and a line of what we stop for it. `ids` gives each its own; `reason` is said of
    /// what is stopped.
    #[must_use]
    pub fn as_tactic(
        &self,
        plan: &Plan,
        carries: Carries,
        reason: &str,
        channels: &[Channel],
        today: Date,
        mut ids: impl FnMut(Table) -> Id,
    ) -> Edit {
        let guessed = guess(&self.name, channels);
        let mut tactic = Tactic {
            id: ids(Table::Tactics),
            text: self.name.trim().to_owned(),
            channel: guessed.map(|channel| channel.name.clone()).unwrap_or_default(),
            kind: guessed.map(|channel| channel.kind),
            status: Some(TacticStatus::Planned),
            ..Tactic::default()
        };
        let mut edits = Vec::new();
        match carries {
            Carries::Strategy(id) => {
                // The people of the strategy are those it speaks to.
                let audience = plan.get::<Strategy>(id.as_str()).map(|strategy| strategy.audience_id.clone());
                tactic.message.audience_id = audience.unwrap_or_default();
                tactic.strategy_ids = vec![id];
            }
            Carries::New { id, text } => {
                let objective_ids = self.objective.iter().cloned().collect();
                let strategy = Strategy { id: id.clone(), text, objective_ids, ..Strategy::default() };
                edits.push(Edit::add(id.as_str(), strategy));
                tactic.strategy_ids = vec![id];
            }
            Carries::Nothing => {}
        }
        edits.push(Edit::add(&tactic.id.0.clone(), tactic));
        let stop = self.stop.trim();
        if !stop.is_empty() {
            let again = Some(today.plus(LOOK_AGAIN));
            edits.push(wont_do(ids(Table::WontDo), stop, reason, again));
        }
        Edit::Together { name: name(Did::Add, Table::Tactics), edits }
    }

    /// The step that leaves it for now, with the day to look again.
    #[must_use]
    pub fn as_wont_do(&self, id: Id, reason: &str, look_again: Option<Date>) -> Edit {
        wont_do(id, self.name.trim(), reason.trim(), look_again)
    }
}

fn wont_do(id: Id, text: &str, reason: &str, look_again: Option<Date>) -> Edit {
    let (text, reason) = (text.to_owned(), reason.to_owned());
    Edit::add(&id.0.clone(), WontDo { id, text, reason, look_again, ..WontDo::default() })
}
