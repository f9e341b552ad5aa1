//! One field with all that stands around it: its label, its question, an example, and what is wrong with it.

use super::{checking::Show, control, planner::Planner, readings};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    plan::{
        edit::Part,
        kind::{self, Kind},
        table::Table,
    },
    ui::part::{div, fold, p, span},
    words::PlanKey,
};

/// A field of the plan, and how it is shown.
#[derive(Clone)]
pub struct Spot {
    pub of: Part,
    pub path: String,
    /// With its question and an example.
    pub guided: bool,
}

/// What a control needs to belong to its label and its help.
pub struct Tied {
    pub id: String,
    /// The ids of what describes it.
    pub described_by: String,
    /// What is wrong with what stands in it.
    pub error: Watched<String>,
}

impl Spot {
    pub fn table(&self) -> Option<Table> {
        match &self.of {
            Part::Cover => None,
            Part::Row(place) => Some(place.table),
        }
    }
}

/// Draws a field; nothing where the model has no such field.
pub fn view(planner: &Planner, spot: &Spot) -> Option<El> {
    let kind = kind::kind(spot.table(), &spot.path)?;
    let key = kind::full(spot.table(), &spot.path);
    let says = |what: &str| planner.said(&["fields", &key, what]);
    let id = planner.new_id();
    let (prompt_id, error_id) = (format!("{id}-prompt"), format!("{id}-error"));
    let prompt = Some(says("prompt")).filter(|text| spot.guided && !text.is_empty());
    let found_id = format!("{id}-found");
    let described_by = if prompt.is_some() { format!("{prompt_id} {error_id}") } else { error_id.clone() };
    let described_by = format!("{described_by} {found_id}");
    let tied = Tied { id: id.clone(), described_by, error: Watched::new(String::new()) };
    let error = tied.error.clone();
    let said_error = move || {
        let text = error.get();
        (!text.is_empty()).then(|| span("sf-settle", &text)).into_iter().collect()
    };
    let label = says("label");
    let (is_set, is_flag) = (matches!(kind, Kind::Links(_) | Kind::Readings), kind == Kind::Flag);
    let class = if is_flag { "sf-field sf-tick" } else { "sf-field" };
    let help = prompt.map(|text| p("sf-prompt", &text).attr("id", &prompt_id));
    let error = p("sf-error", "").attr("id", &error_id).live(said_error);
    let example = Some(says("example")).filter(|text| spot.guided && !text.is_empty());
    let example = example.map(|text| {
        let summary = span("", &planner.t(PlanKey::FieldExample));
        fold("sf-example", summary, [p("sf-note", &text)])
    });
    let control = match kind {
        Kind::Readings => readings::view(planner, spot),
        _ => control::view(planner, spot, &kind, &tied),
    };
    // What takes the focus once something was done about what was found.
    let mut focus = control.handle();
    let whole = if is_set {
        // Several controls under one name.
        let legend = el("legend").class("sf-label").attr("tabindex", "-1").text(&label);
        focus = legend.handle();
        el("fieldset")
            .class("sf-field")
            .attr("aria-describedby", &tied.described_by)
            .child(legend)
            .children(help)
            .child(control)
    } else {
        let label = el("label").class("sf-label").attr("for", &id).text(&label);
        // A tick stands in front of its words.
        let (first, second) = if is_flag { (control, label) } else { (label, control) };
        let parts = div(class).child(first);
        if is_flag { parts.child(second).children(help) } else { parts.children(help).child(second) }
    };
    let (drawer, spot) = (planner.clone(), spot.clone());
    let found = move || drawer.found(&Show::Field(&spot, &focus, &found_id));
    Some(whole.child(error).child(div("sf-found-notes").live(found)).children(example))
}
