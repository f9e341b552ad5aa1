//! The pause before a new tool: its name, three questions, and what the answers come to.

use super::{
    part::{heading, press, title},
    planner::{Planner, today},
    verbs::fresh_key,
    ways::{answers, day, labelled, lack, line},
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    plan::{
        edit::Edit,
        guess::Channel,
        link::Place,
        new_tool::{Carries, Doubt, There, Tool},
        purpose::LOOK_AGAIN,
        table::Table,
        value::Id,
    },
    ui::part::{actions, div, p},
    words::PlanKey,
};

/// The answer that it serves no objective; no id begins so.
const NONE: &str = "+none";
/// A strategy that is not in the plan yet.
const NEW: &str = "+new";

pub fn view(planner: &Planner) -> Vec<El> {
    let says = Watched::new(String::new());
    let lacks = says.clone();
    let see = press(planner, "sf-solid", PlanKey::ToolSee, move |planner| planner.weigh_tool(&lacks));
    vec![
        title(planner, &planner.t(PlanKey::ToolTitle)),
        p("sf-lead", &planner.t(PlanKey::ToolLead)),
        line(planner, "tool.name", &planner.t(PlanKey::ToolName), &planner.t(PlanKey::ToolNameHelp)),
        objective(planner),
        people(planner),
        // What the answers come to follows this one too.
        line(planner, "tool.stop", &planner.t(PlanKey::ToolStop), &planner.t(PlanKey::ToolStopHelp))
            .on("input", planner.then(|planner| planner.ways().turned())),
        lack(&says),
        actions([see]),
        div("").live(planner.then(verdict)),
    ]
}

fn legend(text: &str, help: &str) -> El {
    let legend = el("legend").class("sf-label").text(text);
    legend.children((!help.is_empty()).then(|| p("sf-prompt", help)))
}

fn objective(planner: &Planner) -> El {
    let rows: Vec<_> =
        planner.names(Table::Objectives).into_iter().map(|(id, name)| (id.0, name, String::new())).collect();
    let help = if rows.is_empty() { planner.t(PlanKey::ToolNoObjectives) } else { String::new() };
    let none = (NONE.to_owned(), planner.t(PlanKey::ToolNoObjective), String::new());
    let legend = legend(&planner.t(PlanKey::ToolObjective), &help);
    answers(planner, "tool.objective", legend, rows.into_iter().chain([none]).collect())
}

fn people(planner: &Planner) -> El {
    let names: Vec<String> = planner.names(Table::Audiences).into_iter().map(|(_, name)| name).collect();
    let help = planner.fill(PlanKey::ToolChosen, &[("names", &names.join(", "))]);
    let help = if names.is_empty() { String::new() } else { help };
    let rows = There::NAMED.iter().zip([PlanKey::ToolYes, PlanKey::ToolUnsure, PlanKey::ToolNo]);
    let rows = rows.map(|((code, _), key)| ((*code).to_owned(), planner.t(key), String::new()));
    answers(planner, "tool.people", legend(&planner.t(PlanKey::ToolPeople), &help), rows.collect())
}

/// What the answers come to, and both ways on from there.
fn verdict(planner: &Planner) -> Vec<El> {
    planner.ways().follow();
    let asked = planner.ways().drafted("tool.asked");
    let Some(tool) = planner.tool().filter(|_| !asked.is_empty()) else { return Vec::new() };
    let doubts = tool.doubts();
    let name = if doubts.is_empty() { PlanKey::ToolFor } else { PlanKey::ToolAgainst };
    let name = heading(planner, 1, &planner.t(name)).attr("tabindex", "-1").focused(asked == "now");
    planner.ways().put("tool.asked", "before");
    let doubt = |doubt: &Doubt| el("li").text(&planner.t(words(*doubt)));
    let (make, wait) = if doubts.is_empty() { ("sf-solid", "sf-line") } else { ("sf-line", "sf-solid") };
    let again = planner.label(Some(Table::WontDo), "look_again");
    let buttons = [
        press(planner, make, PlanKey::ToolMake, |planner| planner.with_channels(Planner::take_tool_up)),
        press(planner, wait, PlanKey::ToolWait, Planner::leave_tool),
    ];
    let whole = div("sf-verdict").child(name);
    let whole =
        whole.children((!doubts.is_empty()).then(|| el("ul").class("sf-doubts").children(doubts.iter().map(doubt))));
    let chosen = Watched::new(String::new());
    let ways = div("sf-fields").child(carries(planner, &tool, &chosen)).child(day(planner, "tool.again", &again));
    let strategy = planner.then(move |planner| {
        let text = || line(planner, "tool.strategy", &planner.t(PlanKey::SortNewText), "");
        (chosen.get() == NEW).then(text).into_iter().collect()
    });
    vec![whole.child(ways).child(div("").live(strategy)).child(actions(buttons))]
}

/// The strategy that it would carry out.
fn carries(planner: &Planner, tool: &Tool, chosen: &Watched<String>) -> El {
    let fits: Vec<Id> = planner.read(|plan| tool.strategies(plan).into_iter().cloned().collect());
    let options: Vec<(Id, String)> =
        planner.names(Table::Strategies).into_iter().filter(|(id, _)| fits.contains(id)).collect();
    let known = planner.ways().drafted("tool.carries");
    let is_known = known == NEW || options.iter().any(|(id, _)| *id.0 == known);
    if !is_known {
        planner.ways().put("tool.carries", options.first().map_or("", |(id, _)| id.as_str()));
    }
    let own = [(Id(NEW.to_owned()), planner.t(PlanKey::SortNew)), (Id::default(), planner.t(PlanKey::FieldNone))];
    let option = |(id, name): (Id, String)| el("option").attr("value", id.as_str()).text(&name);
    let select = el("select").class("sf-input").children(options.into_iter().chain(own).map(option));
    let (draft, chosen) = (planner.ways().draft("tool.carries"), chosen.clone());
    chosen.set(draft.borrow().clone());
    let shown = chosen.clone();
    let select = select.live_value(move || shown.get()).on_value(move |id| {
        draft.borrow_mut().clone_from(&id);
        chosen.set(id);
    });
    labelled(planner, &planner.t(PlanKey::ToolCarries), "", select)
}

fn words(doubt: Doubt) -> PlanKey {
    match doubt {
        Doubt::NoObjective => PlanKey::ToolDoubtObjective,
        Doubt::PeopleUnsure => PlanKey::ToolDoubtUnsure,
        Doubt::PeopleElsewhere => PlanKey::ToolDoubtElsewhere,
        Doubt::NoRoom => PlanKey::ToolDoubtRoom,
    }
}

impl Planner {
    /// The tool with its answers, once it has a name and the first two are there.
    fn tool(&self) -> Option<Tool> {
        let ways = self.ways();
        let (name, objective, people) =
            (ways.drafted("tool.name"), ways.drafted("tool.objective"), ways.drafted("tool.people"));
        let (_, people) = There::NAMED.iter().find(|(code, _)| *code == people)?;
        if name.is_empty() || objective.is_empty() {
            return None;
        }
        let objective = Some(Id(objective)).filter(|id| id.as_str() != NONE);
        Some(Tool { name, objective, people: *people, stop: ways.drafted("tool.stop") })
    }

    fn weigh_tool(&self, lacks: &Watched<String>) {
        if self.tool().is_none() {
            return lacks.set(self.t(PlanKey::ToolUnanswered));
        }
        lacks.set(String::new());
        if self.ways().drafted("tool.again").is_empty() {
            self.ways().put("tool.again", &today().plus(LOOK_AGAIN).to_string());
        }
        self.ways().put("tool.asked", "now");
        self.ways().turned();
    }

    fn take_tool_up(&self, channels: &[Channel]) {
        let Some(tool) = self.tool() else { return };
        let text = self.ways().drafted("tool.strategy");
        let carries = match &*self.ways().drafted("tool.carries") {
            NEW if !text.is_empty() => Carries::New { id: fresh_key(Table::Strategies), text },
            NEW | "" => Carries::Nothing,
            id => Carries::Strategy(id.into()),
        };
        let reason = self.fill(PlanKey::ToolStopped, &[("name", &tool.name)]);
        let tactic = fresh_key(Table::Tactics);
        let own = tactic.clone();
        let ids = move |table: Table| if table == Table::Tactics { own.clone() } else { fresh_key(table) };
        let edit = self.read(|plan| tool.as_tactic(plan, carries, &reason, channels, today(), ids));
        self.tool_done(edit, &Place { table: Table::Tactics, key: tactic }, PlanKey::ToolMade, &tool.name);
    }

    fn leave_tool(&self) {
        let Some(tool) = self.tool() else { return };
        let reasons: Vec<String> = tool.doubts().into_iter().map(|doubt| self.t(words(doubt))).collect();
        let line = fresh_key(Table::WontDo);
        let again = self.ways().drafted("tool.again").parse().ok();
        let edit = tool.as_wont_do(line.clone(), &reasons.join(" "), again);
        self.tool_done(edit, &Place { table: Table::WontDo, key: line }, PlanKey::ToolWaits, &tool.name);
    }

    fn tool_done(&self, edit: Edit, place: &Place, said: PlanKey, name: &str) {
        if self.change(edit) {
            self.ways().forget("tool.");
            self.go_to_row(place);
            self.say(&self.fill(said, &[("name", name)]));
        }
    }
}
