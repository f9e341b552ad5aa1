//! What is looked at: of which group, which questions, at which moment. Whatever can't be shown falls back to what can.

use super::{desk::Desk, texts::Texts};
use crate::{
    course::{
        code::Moment,
        figures::{Figures, figures},
        gathering::{Gathering, Least, Shown},
        intake::Group,
        shape::DRILL,
    },
    quiz::pack::Pack,
};
use std::rc::Rc;

pub struct Seen {
    pub texts: Rc<Texts>,
    pub group: Rc<Group>,
    pub least: Least,
    /// Nothing where there are no results but of the drill.
    pack: Option<String>,
    pub moment: Moment,
}

impl Seen {
    /// What asks is drawn anew when any of it changes; nothing where there is nothing to look at.
    pub fn of(desk: &Desk) -> Option<Seen> {
        Seen::at(desk, desk.look_moment())
    }

    /// The same where this moment was chosen, or none.
    pub fn at(desk: &Desk, chosen: Option<Moment>) -> Option<Seen> {
        let (texts, group) = (desk.texts()?, desk.seen_group());
        if group.gathering.is_empty() {
            return None;
        }
        let with_results = packs(&texts, &group);
        let pack = desk.look_pack().filter(|chosen| with_results.iter().any(|pack| pack.id == *chosen));
        let most = || with_results.iter().rev().max_by_key(|pack| people(&group.gathering, &pack.id));
        let pack = pack.or_else(|| most().map(|pack| pack.id.clone()));
        let moments = moments(&group.gathering, pack.as_deref().unwrap_or(DRILL));
        let moment = chosen.filter(|chosen| moments.contains(chosen)).or_else(|| moments.first().copied());
        Some(Seen { least: desk.least(), moment: moment.unwrap_or(Moment::Before), texts, group, pack })
    }

    pub fn gathering(&self) -> &Gathering {
        &self.group.gathering
    }

    pub fn pack(&self) -> Option<&Pack> {
        let chosen = self.pack.as_deref()?;
        packs(&self.texts, &self.group).into_iter().find(|pack| pack.id == chosen)
    }

    /// The moments at which somebody answered these questions.
    pub fn moments(&self) -> Vec<Moment> {
        moments(self.gathering(), self.pack.as_deref().unwrap_or(DRILL))
    }

    pub fn figures(&self, pack: &Pack) -> Shown<Figures> {
        figures(self.gathering(), pack, self.moment, self.least)
    }

    /// The moment at which the drill is looked at: the chosen one, or the first at which somebody sorted.
    pub fn drill_moment(&self) -> Option<Moment> {
        let sorted = moments(self.gathering(), DRILL);
        Some(self.moment).filter(|moment| sorted.contains(moment)).or_else(|| sorted.first().copied())
    }
}

/// The packs that there are results of.
pub fn packs<'a>(texts: &'a Texts, group: &'a Group) -> Vec<&'a Pack> {
    let gathered = group.gathering.packs();
    group.packs(&texts.known).into_iter().filter(|pack| gathered.contains(&*pack.id)).collect()
}

fn people(gathering: &Gathering, pack: &str) -> usize {
    Moment::ALL.into_iter().map(|moment| gathering.count(pack, moment)).sum()
}

fn moments(gathering: &Gathering, pack: &str) -> Vec<Moment> {
    Moment::ALL.into_iter().filter(|moment| gathering.count(pack, *moment) > 0).collect()
}
