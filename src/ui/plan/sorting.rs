//! "What is this for?", asked of one tactic after the other that serves nothing yet.

use super::{
    part::{press, title},
    paste::left_out,
    planner::{Planner, today},
    verbs::fresh_key,
    ways::{answers, day, lack, line},
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    desk::View,
    plan::{
        model::Tactic,
        purpose::{LOOK_AGAIN, Purpose, answered, unserving},
        table::Table,
        value::Id,
    },
    ui::part::{actions, div, p, span},
    words::PlanKey,
};

// The answers that name no strategy of the plan; no id begins so.
const NEW: &str = "+new";
const WONT: &str = "+wont";
const LATER: &str = "+later";

/// The next question; nothing where none is left.
pub fn view(planner: &Planner) -> Vec<El> {
    // Undo brings a question back.
    planner.follow_all();
    let left = planner.to_sort();
    let Some(key) = left.first() else { return Vec::new() };
    let (text, channel) = planner.read(|plan| {
        let tactic = plan.get::<Tactic>(key.as_str());
        tactic.map(|tactic| (tactic.text.clone(), tactic.channel.clone())).unwrap_or_default()
    });
    if planner.ways().drafted("sort.again").is_empty() {
        planner.ways().put("sort.again", &today().plus(LOOK_AGAIN).to_string());
    }
    let says = Watched::new(String::new());
    let legend = el("legend").class("sf-what").text(&text);
    let legend = legend.children((!channel.is_empty()).then(|| span("sf-chip", &channel)));
    let (lacks, key) = (says.clone(), key.clone());
    let next = press(planner, "sf-solid", PlanKey::SortNext, move |planner| planner.sort(&key, &lacks));
    let mut parts = vec![
        p("sf-eyebrow", &planner.count(PlanKey::SortLeft, left.len(), &[])),
        title(planner, &planner.t(PlanKey::SortTitle)),
        answers(planner, "sort.for", legend, rows(planner)),
        div("").live(planner.then(more)),
        lack(&says),
        actions([next]),
    ];
    parts.extend(left_out(planner));
    parts
}

fn rows(planner: &Planner) -> Vec<(String, String, String)> {
    let strategies = planner.names(Table::Strategies).into_iter().map(|(id, name)| (id.0, name, String::new()));
    let own = |value: &str, key: PlanKey, note: String| (value.to_owned(), planner.t(key), note);
    let others = [
        own(NEW, PlanKey::SortNew, String::new()),
        own(WONT, PlanKey::SortWont, String::new()),
        own(LATER, PlanKey::SortLater, planner.t(PlanKey::SortLaterNote)),
    ];
    strategies.chain(others).collect()
}

/// What else is asked for with the answer chosen.
fn more(planner: &Planner) -> Vec<El> {
    planner.ways().follow();
    let label = |path: &str| planner.label(Some(Table::WontDo), path);
    match &*planner.ways().drafted("sort.for") {
        NEW => {
            let example = planner.said(&["tables", "strategies", "example"]);
            let help = planner.fill(PlanKey::ListExample, &[("example", &example)]);
            vec![line(planner, "sort.new", &planner.t(PlanKey::SortNewText), &help)]
        }
        WONT => vec![div("sf-fields").children([
            line(planner, "sort.reason", &label("reason"), ""),
            day(planner, "sort.again", &label("look_again")),
        ])],
        _ => Vec::new(),
    }
}

impl Planner {
    /// The tactics still to be asked about.
    fn to_sort(&self) -> Vec<Id> {
        let later = self.ways().later.borrow();
        self.read(|plan| unserving(plan).map(|(key, _)| key.clone()).filter(|key| !later.contains(key)).collect())
    }

    fn sort(&self, key: &Id, lacks: &Watched<String>) {
        let ways = self.ways();
        let purpose = match &*ways.drafted("sort.for") {
            "" => return lacks.set(self.t(PlanKey::SortChoose)),
            LATER => None,
            NEW if ways.drafted("sort.new").is_empty() => return lacks.set(self.t(PlanKey::SortUnwritten)),
            NEW => Some(Purpose::New { id: fresh_key(Table::Strategies), text: ways.drafted("sort.new") }),
            WONT => Some(Purpose::WontDo {
                id: fresh_key(Table::WontDo),
                reason: ways.drafted("sort.reason"),
                look_again: ways.drafted("sort.again").parse().ok(),
            }),
            id => Some(Purpose::Serves(id.into())),
        };
        ways.forget("sort.");
        self.0.moved.set(true);
        match purpose {
            None => {
                ways.later.borrow_mut().insert(key.clone());
            }
            Some(purpose) => {
                if let Some(edit) = self.read(|plan| answered(plan, key, purpose)) {
                    self.change(edit);
                }
            }
        }
        if self.to_sort().is_empty() {
            self.end_sorting();
        } else {
            self.look(View::Paste);
        }
    }

    fn end_sorting(&self) {
        let later = self.ways().later.borrow().len();
        self.ways().sorting.set(false);
        self.look(View::Map);
        let said = if later > 0 { self.count(PlanKey::SortDoneLater, later, &[]) } else { self.t(PlanKey::SortDone) };
        self.say(&said);
    }
}
