//! The plan's parts, version 1: what stands in each, under the names that files use.
//!
//! Nothing is required: an absent field is its empty value. What a plan lacks is for the checker to say.

use super::{
    date::Date,
    record::{groups, records},
    value::{Currency, EveryDays, Hours, Id, Money, Number, words},
};

words! {
    /// Which level the plan speaks for (seed-facts S0.2).
    Scope { Organisation = "organisation", Department = "department", Campaign = "campaign" }

    /// Where people are led back to (S4.6, S4.7).
    HomeKind {
        Website = "website",
        Shop = "shop",
        Listing = "listing",
        Messaging = "messaging",
        None = "none",
    }

    /// What an objective is after: the five Ss of PR Smith, or something else.
    ObjectiveKind {
        Sell = "sell",
        Serve = "serve",
        Speak = "speak",
        Save = "save",
        Sizzle = "sizzle",
        Other = "other",
    }

    Priority { Primary = "primary", Secondary = "secondary" }

    TacticKind {
        Owned = "owned",
        Social = "social",
        Email = "email",
        Paid = "paid",
        Search = "search",
        Listing = "listing",
        Pr = "pr",
        Event = "event",
        Content = "content",
        Other = "other",
    }

    TacticStatus { Planned = "planned", Active = "active", Paused = "paused", Dropped = "dropped" }

    ActionStatus { Todo = "todo", Doing = "doing", Done = "done", Dropped = "dropped" }
}

records! {
    /// What the plan says once: everything that is not in a list.
    Cover {
        id: Id,
        title: String,
        /// A language tag (BCP 47).
        language: String,
        start: Option<Date>,
        end: Option<Date>,
        created: Option<Date>,
        updated: Option<Date>,
        basics: Basics,
        home_base: HomeBase,
        situation: Situation,
        budget: Budget,
    }

    /// The three questions (S4.9 to S4.11), and whom the plan speaks for.
    Basics {
        who: String,
        what: String,
        for_whom: String,
        scope: Option<Scope>,
        /// The functions that the plan touches (S0.10).
        functions: Vec<String>,
    }

    HomeBase {
        kind: Option<HomeKind>,
        url: String,
    }

    Situation {
        summary: String,
        past_performance: String,
        competitors: Vec<String>,
        unused_tools: Vec<String>,
        assumptions: Vec<String>,
        risks: Vec<String>,
        five_years: String,
    }

    Budget {
        total: Option<Money>,
        currency: Option<Currency>,
    }

    BusinessGoal {
        id: Id,
        text: String,
    }

    Objective {
        id: Id,
        text: String,
        business_goal_id: Id,
        /// What is counted.
        metric: String,
        unit: String,
        baseline: Option<Number>,
        target: Option<Number>,
        due: Option<Date>,
        owner: String,
        kind: Option<ObjectiveKind>,
        progress: Vec<Reading>,
    }

    /// What an objective's figure was on a day.
    Reading {
        date: Option<Date>,
        value: Option<Number>,
        note: String,
    }

    Audience {
        id: Id,
        name: String,
        needs: String,
        /// What this group is meant to do (S2.23).
        conversion: String,
        priority: Option<Priority>,
    }

    /// What, for whom, why us, where, and why there (S3.13).
    Strategy {
        id: Id,
        text: String,
        objective_ids: Vec<Id>,
        audience_id: Id,
        positioning: String,
        place as "where": String,
        why: String,
        /// What a sensible rival might choose instead.
        opposite: String,
        evidence: String,
    }

    WontDo {
        id: Id,
        text: String,
        reason: String,
        look_again: Option<Date>,
    }

    Tactic {
        id: Id,
        text: String,
        strategy_ids: Vec<Id>,
        channel: String,
        kind: Option<TacticKind>,
        bridge: Bridge,
        /// People can buy or book right there, so that no bridge is needed.
        converts_on_platform: bool,
        message: Message,
        budget: Option<Money>,
        status: Option<TacticStatus>,
    }

    /// Where a tactic leads, to do what.
    Bridge {
        destination: String,
        cta: String,
    }

    /// The content of a tactic (S2.25).
    Message {
        language: String,
        audience_id: Id,
        method: String,
        timing: String,
    }

    Action {
        id: Id,
        text: String,
        tactic_id: Id,
        owner: String,
        start: Option<Date>,
        end: Option<Date>,
        hours: Option<Hours>,
        cost: Option<Money>,
        urgent: bool,
        important: bool,
        status: Option<ActionStatus>,
    }

    Person {
        name: String,
        hours_per_week: Option<Hours>,
    }

    Kpi {
        id: Id,
        name: String,
        objective_id: Id,
        target: Option<Number>,
        /// Where the figure comes from (S2.30).
        source: String,
        owner: String,
        every_days: Option<EveryDays>,
    }

    Review {
        id: Id,
        date: Option<Date>,
        owner: String,
        held: bool,
        decision: String,
        changed: String,
    }

    /// A finding of the checker that somebody chose to leave.
    Dismissed {
        rule: String,
        /// The id of what it was about, or `plan`.
        entity: Id,
        reason: String,
        on: Option<Date>,
    }
}

groups!(Basics, HomeBase, Situation, Budget, Bridge, Message);

impl Tactic {
    /// Whether it counts: it was not dropped.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.status != Some(TacticStatus::Dropped)
    }
}

impl Action {
    /// Whether it counts: it was not dropped.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.status != Some(ActionStatus::Dropped)
    }

    /// Whether something of it is left to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_active() && self.status != Some(ActionStatus::Done)
    }

    /// Its first and last day, where it has both, in that order.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        self.start.zip(self.end).filter(|(start, end)| start <= end)
    }
}
