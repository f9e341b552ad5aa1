//! How much each person has to do in each week, against what they can give.

use super::{
    date::Date,
    model::{Action, Person},
    plan::Plan,
    value::Hours,
};

/// What one person has to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    pub owner: String,
    /// The hours this person can give in a week, where the plan says so.
    pub can_give: Option<f64>,
    /// The hours of each week, from the first one asked for.
    pub weeks: Vec<f64>,
}

impl Load {
    /// The week with the most to do, from 0, with its hours; nothing where there is nothing to do.
    #[must_use]
    pub fn busiest(&self) -> Option<(usize, f64)> {
        let more = |most: Option<(usize, f64)>, (week, hours): (usize, &f64)| {
            if most.map_or(0.0, |(_, most)| most) < *hours { Some((week, *hours)) } else { most }
        };
        self.weeks.iter().enumerate().fold(None, more)
    }

    /// In how many weeks there is more to do than this person can give.
    #[must_use]
    pub fn weeks_over(&self) -> usize {
        let over = |can_give: f64| self.weeks.iter().filter(|hours| **hours > can_give).count();
        self.can_give.map_or(0, over)
    }
}

/// The hours of so many ISO weeks from the one that `first` is in. The people of the plan come first, in order, and then
/// whoever else owns an action, in the order of the actions.
///
/// An action's hours are spread evenly over its days from Monday to Friday, or over all its days where it has none of those.
/// What is done or dropped takes no more time, and what has no owner, no hours or no dates cannot be placed.
#[must_use]
pub fn loads(plan: &Plan, first: Date, weeks: usize) -> Vec<Load> {
    let mut loads: Vec<Load> = Vec::new();
    for (_, person) in plan.all::<Person>() {
        let can_give = person.hours_per_week.map(Hours::get);
        match loads.iter_mut().find(|load| load.owner == person.name) {
            Some(known) => known.can_give = known.can_give.or(can_give),
            None => loads.push(Load { owner: person.name.clone(), can_give, weeks: vec![0.0; weeks] }),
        }
    }
    for (_, action) in plan.all::<Action>() {
        let placed = action.days().zip(action.hours).filter(|_| action.is_open() && !action.owner.trim().is_empty());
        let Some((days, hours)) = placed else {
            continue;
        };
        let known = loads.iter().position(|load| load.owner == action.owner).unwrap_or_else(|| {
            loads.push(Load { owner: action.owner.clone(), can_give: None, weeks: vec![0.0; weeks] });
            loads.len() - 1
        });
        spread(days, hours.get(), first.monday(), &mut loads[known].weeks);
    }
    loads
}

fn spread((start, end): (Date, Date), hours: f64, first: Date, weeks: &mut [f64]) {
    let on_weekdays = start.weekdays_to(end) > 0;
    let days = |from: Date, to: Date| if on_weekdays { from.weekdays_to(to) } else { to.since(from) + 1 };
    let all = f64::from(days(start, end));
    let mut monday = first;
    for week in weeks {
        let (from, to) = (start.max(monday), end.min(monday.plus(6)));
        if from <= to {
            *week += hours * f64::from(days(from, to)) / all;
        }
        monday = monday.plus(7);
    }
}
