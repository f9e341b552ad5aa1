//! What a file holds, in words.

use super::sentence::Said;
use crate::{
    browser::element::{El, el},
    files::preview::{Facts, PlanLine, Preview, Standing},
    ui::part::p,
    words::FilesKey,
};

/// A line for each plan, and for the results and the rest together.
pub fn lines(said: &Said, preview: &Preview) -> Vec<El> {
    let plans = preview.plans.iter().map(|line| plan(said, line));
    let results = [
        (FilesKey::PreviewResultsNew, preview.results.new),
        (FilesKey::PreviewResultsDiffer, preview.results.differ),
        (FilesKey::PreviewResultsSame, preview.results.same),
    ];
    let results = results.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| said.count(key, count, &[]));
    let session = preview.session.and_then(|(standing, answers)| {
        let key = match standing {
            Standing::New => FilesKey::PreviewSessionNew,
            Standing::Differs => FilesKey::PreviewSessionDiffers,
            Standing::Same => return None,
        };
        Some(said.count(key, answers, &[]))
    });
    let rows: Vec<El> = plans.chain(results).chain(session).map(|text| el("li").text(&text)).collect();
    let faults = preview.faults.as_ref();
    let faults = faults.map(|(count, place)| said.count(FilesKey::PreviewFaults, *count, &[("place", place)]));
    let none = match (rows.is_empty(), preview.brings_something()) {
        (true, false) => Some(FilesKey::PreviewNothing),
        (false, false) => Some(FilesKey::PreviewAllHere),
        _ => None,
    };
    let list = (!rows.is_empty()).then(|| el("ul").class("sf-files-list").children(rows));
    let none = none.map(|key| p("sf-text", &said.t(key)));
    list.into_iter().chain(none).chain(faults.map(|text| p("sf-error", &text))).collect()
}

fn plan(said: &Said, line: &PlanLine) -> String {
    let named = |title: &str| {
        if title.trim().is_empty() { said.t(FilesKey::PreviewUnnamed) } else { title.to_owned() }
    };
    let (title, theirs) = (named(&line.title), facts(said, &line.file));
    match (line.standing, &line.here) {
        (Standing::Same, _) => said.fill(FilesKey::PreviewPlanSame, &[("title", &title)]),
        (Standing::Differs, Some((own, here))) => {
            let (own, ours) = (named(own), facts(said, here));
            let key = if own == title { FilesKey::PreviewPlanDiffers } else { FilesKey::PreviewPlanRenamed };
            said.fill(key, &[("title", &title), ("own", &own), ("theirs", &theirs), ("ours", &ours)])
        }
        _ => said.fill(FilesKey::PreviewPlanNew, &[("title", &title), ("facts", &theirs)]),
    }
}

fn facts(said: &Said, facts: &Facts) -> String {
    let rows = said.count(FilesKey::PreviewRows, facts.rows, &[]);
    match facts.updated {
        None => rows,
        Some(day) => {
            let date = said.date(&day.to_string());
            said.fill(FilesKey::PreviewRowsChanged, &[("rows", &rows), ("date", &date)])
        }
    }
}
