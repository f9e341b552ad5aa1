//! A list of tactics that somebody already has: pasted here, each line becomes a tactic that serves nothing yet.

use super::{
    part::{note, press, title},
    planner::Planner,
    sorting,
    verbs::fresh_key,
    ways::{drafted, labelled, lack},
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    desk::View,
    plan::{
        guess::Channel,
        paste::{LeftOut, MAX_PASTED, Pasted, Why, paste},
        purpose::{added, unserving},
        table::Table,
    },
    ui::part::{actions, button, fold, p, span},
    words::PlanKey,
};

pub fn view(planner: &Planner) -> Vec<El> {
    let question = if planner.ways().sorting.get() { sorting::view(planner) } else { Vec::new() };
    if question.is_empty() { form(planner) } else { question }
}

fn form(planner: &Planner) -> Vec<El> {
    let says = Watched::new(String::new());
    let area = drafted(planner, "paste.list", el("textarea").attr("rows", "8"));
    let area = labelled(planner, &planner.t(PlanKey::PasteList), &planner.t(PlanKey::PasteHelp), area);
    let lacks = says.clone();
    let add = press(planner, "sf-solid", PlanKey::PasteAdd, move |planner| {
        let lacks = lacks.clone();
        planner.with_channels(move |planner, channels| planner.take_pasted(channels, &lacks));
    });
    let loose = planner.read(|plan| unserving(plan).count());
    let sort =
        || button("sf-line", &planner.count(PlanKey::PasteSort, loose, &[]), planner.then(Planner::begin_sorting));
    let sort = (loose > 0).then(sort);
    vec![
        title(planner, &planner.t(PlanKey::PasteTitle)),
        p("sf-lead", &planner.t(PlanKey::PasteLead)),
        area,
        lack(&says),
        actions([add].into_iter().chain(sort)),
    ]
}

impl Planner {
    /// Makes tactics of what was pasted, and goes on to ask what each is for.
    fn take_pasted(&self, channels: &[Channel], lacks: &Watched<String>) {
        let pasted = paste(&self.ways().drafted("paste.list"), channels);
        let count = pasted.rows.len();
        let edit = added(&pasted, || fresh_key(Table::Tactics));
        if count == 0 || !self.change(edit) {
            return lacks.set(self.t(PlanKey::PasteNothing));
        }
        self.ways().forget("paste.");
        self.ways().pasted.replace(pasted);
        self.begin_sorting();
        self.say(&self.count(PlanKey::PasteAdded, count, &[]));
    }

    fn begin_sorting(&self) {
        self.ways().sorting.set(true);
        self.ways().later.borrow_mut().clear();
        self.look(View::Paste);
    }
}

/// What was left out of the last paste, and why.
pub fn left_out(planner: &Planner) -> Vec<El> {
    let pasted = planner.ways().pasted.borrow();
    let Pasted { left_out, columns, .. } = &*pasted;
    // Nobody misses an empty line.
    let left: Vec<&LeftOut> = left_out.iter().filter(|left| !left.text.trim().is_empty()).collect();
    let rows = left.iter().map(|left| {
        let why = planner.fill(why(left.why), &[("n", &MAX_PASTED.to_string())]);
        let blanks = [("line", &*left.line.to_string()), ("text", left.text.trim()), ("why", &why)];
        el("li").class("sf-note").text(&planner.fill(PlanKey::PasteLeft, &blanks))
    });
    let list = el("ul").class("sf-plain").children(rows);
    let summary = span("", &planner.count(PlanKey::PasteLeftOut, left.len(), &[]));
    let list = (!left.is_empty()).then(|| fold("sf-left-out", summary, [list]));
    let columns =
        (!columns.is_empty()).then(|| note(&planner.fill(PlanKey::PasteColumns, &[("columns", &columns.join(", "))])));
    list.into_iter().chain(columns).collect()
}

fn why(why: Why) -> PlanKey {
    match why {
        Why::Blank => PlanKey::PasteWhyBlank,
        Why::Header => PlanKey::PasteWhyHeader,
        Why::Doubled => PlanKey::PasteWhyDoubled,
        Why::TooMany => PlanKey::PasteWhyTooMany,
        Why::Cut => PlanKey::PasteWhyCut,
    }
}
