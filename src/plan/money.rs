//! What the plan will cost: by tactic, by strategy, by month, and against what there is. All in the currency's minor unit.

use super::{
    date::{Date, Month},
    model::{Action, Strategy, Tactic},
    order::in_order,
    plan::Plan,
    value::{Id, Money},
};
use std::collections::HashMap;

/// The planned spending. Tactics, strategies and months each add up to [`Spending::planned`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spending {
    /// What there is to spend, where the plan says so.
    pub total: Option<i64>,
    pub planned: i64,
    /// The active tactics in order; last, without a key, the actions that belong to none of them, where those cost anything.
    pub tactics: Vec<TacticCost>,
    /// The strategies in order; last, without a key, what serves none of them, where that costs anything.
    /// A tactic that serves several is shared out evenly.
    pub strategies: Vec<(Option<Id>, i64)>,
    /// The months in order in which something is spent; last, without a month, what has no date.
    /// An action's cost is spread evenly over its days.
    pub months: Vec<(Option<Month>, i64)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TacticCost {
    pub tactic: Option<Id>,
    /// What was set aside for it.
    pub budget: Option<i64>,
    /// What its actions cost together.
    pub actions: i64,
    /// What is counted: the larger of the two (lint-rules BUD-01).
    pub counts: i64,
}

/// An action that takes longer has no months: nobody plans so, and a hostile file must not take for ever.
const MAX_DAYS: i32 = 3660;

impl Spending {
    /// What is left of the total; negative where more is planned than there is.
    #[must_use]
    pub fn left(&self) -> Option<i64> {
        self.total.map(|total| total - self.planned)
    }
}

/// Sums up the plan's costs. Tactics and actions that were dropped cost nothing; an action of a dropped tactic that was not
/// dropped itself does, and belongs to none.
#[must_use]
pub fn spending(plan: &Plan) -> Spending {
    let mut by_tactic: HashMap<Option<&Id>, i64> = HashMap::new();
    let mut months = HashMap::new();
    for (_, action) in plan.all::<Action>().filter(|(_, action)| action.is_active()) {
        let tactic = plan.linked::<Tactic>(&action.tactic_id).filter(|tactic| tactic.is_active());
        let cost = action.cost.map_or(0, Money::get);
        *by_tactic.entry(tactic.map(|tactic| &tactic.id)).or_default() += cost;
        spread(action, cost, &mut months);
    }
    let mut sum = Spending { total: plan.cover().budget.total.map(Money::get), ..Spending::default() };
    let mut by_strategy: HashMap<Option<&Id>, i64> = HashMap::new();
    for (key, tactic) in plan.all::<Tactic>().filter(|(_, tactic)| tactic.is_active()) {
        let actions = by_tactic.get(&Some(key)).copied().unwrap_or_default();
        let budget = tactic.budget.map(Money::get);
        let counts = actions.max(budget.unwrap_or_default());
        sum.tactics.push(TacticCost { tactic: Some(key.clone()), budget, actions, counts });
        *months.entry(None).or_default() += counts - actions;
        share(plan, tactic, counts, &mut by_strategy);
    }
    if let Some(actions) = by_tactic.get(&None).copied().filter(|cost| *cost > 0) {
        sum.tactics.push(TacticCost { tactic: None, budget: None, actions, counts: actions });
        *by_strategy.entry(None).or_default() += actions;
    }
    sum.planned = sum.tactics.iter().map(|tactic| tactic.counts).sum();
    let of = |key: Option<&Id>| by_strategy.get(&key).copied().unwrap_or_default();
    sum.strategies = plan.all::<Strategy>().map(|(key, _)| (Some(key.clone()), of(Some(key)))).collect();
    sum.strategies.extend(Some((None, of(None))).filter(|(_, cost)| *cost > 0));
    let months: Vec<(Option<Month>, i64)> = months.into_iter().filter(|(_, cost)| *cost > 0).collect();
    let since = |month: &Month| i64::from(month.year) * 12 + i64::from(month.month);
    let order = in_order(months.iter().map(|(month, _)| month.as_ref().map_or(i64::MAX, since)));
    sum.months = order.into_iter().map(|place| months[place]).collect();
    sum
}

/// Shares `cost` out among the strategies that `tactic` serves; the first ones take what cannot be divided.
fn share<'a>(plan: &'a Plan, tactic: &'a Tactic, cost: i64, by_strategy: &mut HashMap<Option<&'a Id>, i64>) {
    let mut served: Vec<Option<&Id>> = Vec::new();
    for id in tactic.strategy_ids.iter().filter(|id| plan.linked::<Strategy>(id).is_some()) {
        if !served.contains(&Some(id)) {
            served.push(Some(id));
        }
    }
    if served.is_empty() {
        served.push(None);
    }
    let mut left = cost;
    let shares = (1..=served.len()).rev().filter_map(|among| i64::try_from(among).ok());
    for (key, among) in served.into_iter().zip(shares) {
        let part = (left + among - 1) / among;
        *by_strategy.entry(key).or_default() += part;
        left -= part;
    }
}

/// Spreads `cost` over the months that the action's days are in, to the last cent.
fn spread(action: &Action, cost: i64, months: &mut HashMap<Option<Month>, i64>) {
    let one_day = action.start.xor(action.end).map(|day| (day, day));
    let days = action.days().or(one_day).filter(|(start, end)| end.since(*start) < MAX_DAYS);
    let Some((start, end)) = days else {
        *months.entry(None).or_default() += cost;
        return;
    };
    let all = i64::from(end.since(start) + 1);
    let until = |day: Date| cost * i64::from(day.since(start) + 1) / all;
    let (mut from, mut spent) = (start, 0);
    while spent < cost {
        let month = from.month();
        let until = until(month.last().min(end));
        *months.entry(Some(month)).or_default() += until - spent;
        (from, spent) = (month.last().plus(1), until);
    }
}
