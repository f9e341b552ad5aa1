//! Everything that is kept, as a `strategy-first/backup` file holds it.

use crate::{
    document::{
        file::expect_format,
        object::put,
        reader::{self, Fault, Node, Problem},
        result::{self, TakenCheck},
    },
    plan::plan::{self, Plan},
};
use serde_json::{Map, Value};

/// What a backup calls itself.
pub const FORMAT: &str = "strategy-first/backup";
/// The version written here, and the newest that is read.
pub const VERSION: u64 = 1;
/// As many plans as the list of plans keeps.
pub const MAX_PLANS: usize = 500;
/// A file of 1 MiB has room for about as many.
pub const MAX_RESULTS: usize = 5000;

/// Plans, results and what else is kept, as one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// In the order of the list of plans. Each has an id of its own.
    pub plans: Vec<Plan>,
    /// The ids of those that were put away.
    pub archived: Vec<String>,
    /// The id of the one that is open.
    pub current_plan: Option<String>,
    /// The check and the drill under way, as [`crate::visit::Visit`] writes them; `null` where there are none.
    pub session: Value,
    /// In the order in which they were taken. Each has an id of its own.
    pub results: Vec<TakenCheck>,
    /// The language that was chosen; `null` where none was.
    pub preferences: Value,
    /// Fields of a backup that this version does not know, kept as they came.
    pub other: Map<String, Value>,
}

const KNOWN: [&str; 9] =
    ["format", "version", "saved_at", "plans", "archived", "current_plan", "session", "results", "preferences"];

impl State {
    /// Reads a backup, whose own format and version were looked at before. What can't be read is left out, and named.
    #[must_use]
    pub fn read(file: &Value) -> (State, Vec<Fault>) {
        let (mut state, mut faults) = reader::read(file, State::read_around);
        for (index, value) in listed(file, "plans", MAX_PLANS) {
            let (plan, wrong) = reader::read(value, Plan::read);
            if below(&mut faults, &format!("plans[{index}]"), of_format(value, plan::FORMAT, plan::VERSION), wrong) {
                state.plans.push(plan);
            }
        }
        for (index, value) in listed(file, "results", MAX_RESULTS) {
            let (taken, wrong) = reader::read(value, TakenCheck::read);
            let is_whole = wrong.is_empty();
            let format = of_format(value, result::FORMAT, result::VERSION);
            if below(&mut faults, &format!("results[{index}]"), format, wrong) && is_whole {
                state.results.push(taken);
            }
        }
        (state, faults)
    }

    /// All but the plans and the results.
    fn read_around(top: Node) -> State {
        let id = |node: Node| node.text_or_empty(64);
        let object = |name: &'static str| {
            let rest = top.maybe(name).map(|node| (node.entries().len(), node.rest(&[])));
            rest.filter(|(count, _)| *count > 0).map_or(Value::Null, |(_, rest)| Value::Object(rest))
        };
        let many = |name: &'static str, max: usize| {
            // What is in them is read one by one.
            let _ = top.maybe(name).map(|list| list.list_of(0..=max));
        };
        let _ = top.maybe("saved_at").map(|time| time.text_or_empty(64));
        many("plans", MAX_PLANS);
        many("results", MAX_RESULTS);
        let archived = top.maybe("archived").map(|list| list.list_of(0..=MAX_PLANS)).unwrap_or_default();
        State {
            archived: archived.into_iter().map(id).collect(),
            current_plan: top.maybe("current_plan").map(id).filter(|id| !id.is_empty()),
            session: object("session"),
            preferences: object("preferences"),
            other: top.rest(&KNOWN),
            ..State::default()
        }
    }

    /// As a `strategy-first/backup` file. `saved_at` is a time as in RFC 3339.
    #[must_use]
    pub fn to_json(&self, saved_at: &str) -> Value {
        let mut file = self.other.clone();
        put(
            &mut file,
            [
                ("format", FORMAT.into()),
                ("version", VERSION.into()),
                ("saved_at", saved_at.into()),
                ("plans", self.plans.iter().map(Plan::to_json).collect()),
                ("current_plan", self.current_plan.clone().into()),
                ("session", self.session.clone()),
                ("results", self.results.iter().map(TakenCheck::to_json).collect()),
                ("preferences", self.preferences.clone()),
            ],
        );
        if !self.archived.is_empty() {
            put(&mut file, [("archived", self.archived.clone().into())]);
        }
        Value::Object(file)
    }

    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.cover().id.as_str() == id)
    }

    #[must_use]
    pub fn result(&self, id: &str) -> Option<&TakenCheck> {
        self.results.iter().find(|taken| taken.id == id)
    }

    /// Whether there is nothing in it that somebody made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.results.is_empty() && open_answers(&self.session) == 0
    }
}

/// How many answers the check under way in a session has that no result holds yet.
#[must_use]
pub fn open_answers(session: &Value) -> usize {
    let check = &session["check"];
    let has_result = check["result_id"].is_string();
    check["answers"].as_object().filter(|_| !has_result).map_or(0, Map::len)
}

/// Whether two plans say the same. Rows that have no ids have keys, which say nothing.
#[must_use]
pub fn is_same_plan(one: &Plan, other: &Plan) -> bool {
    one == other || one.to_json() == other.to_json()
}

fn listed<'a>(file: &'a Value, name: &str, max: usize) -> impl Iterator<Item = (usize, &'a Value)> {
    file[name].as_array().into_iter().flatten().take(max).enumerate()
}

/// A part that says of what format it is, as each file does.
fn of_format(value: &Value, format: &str, version: u64) -> Option<Fault> {
    let refused = expect_format(value, format, version).err();
    refused.map(|_| Fault { place: "format".to_owned(), problem: Problem::Missing })
}

/// Notes the faults of a part at its place; gives whether it is of the right format, and so can be taken in.
fn below(faults: &mut Vec<Fault>, at: &str, format: Option<Fault>, wrong: Vec<Fault>) -> bool {
    let is_ours = format.is_none();
    let placed = format.into_iter().chain(wrong).map(|Fault { place, problem }| {
        let place = if place.is_empty() { at.to_owned() } else { format!("{at}.{place}") };
        Fault { place, problem }
    });
    faults.extend(placed);
    is_ours
}
