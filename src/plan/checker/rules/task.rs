//! Objectives that are tasks, and strategies that are tools, tasks or results. These read texts, and so are guesses.

use super::prelude::*;
use crate::plan::model::Strategy;

pub(super) static OBJ_06: Rule = Rule::of_rows("OBJ-06", &[Table::Objectives], objective).mend(objective_to_tactic);
pub(super) static STR_04: Rule =
    Rule::of_rows("STR-04", &[Table::Strategies], tools).levels(2).forms(&[&["tools"], &[]]).mend(strategy_to_tactic);
pub(super) static STR_05: Rule = Rule::of_rows("STR-05", &[Table::Strategies], result);

fn starts_like_a_task(look: &Look, norm: &str) -> bool {
    text::starts_with_verb(norm, look.list(List::TaskVerbs), look.list(List::LeadIns))
}

fn counts_output(look: &Look, row: &Objective) -> bool {
    !text::matches(&norm(&row.metric), look.list(List::OutputMetrics)).is_empty()
}

fn objective(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Objective>() else {
        return;
    };
    if starts_like_a_task(look, subject.norm) {
        out.push(Note::at("text"));
    } else if counts_output(look, row) {
        out.push(Note::at("metric"));
    }
}

/// The text becomes a tactic of the strategies that served the objective, which is left to be said anew.
fn objective_to_tactic(look: &Look, finding: &Finding) -> Option<Edit> {
    let place = finding.about.place()?;
    let row = look.plan.get::<Objective>(place.key.as_str())?;
    let is_mended_by_a_text = starts_like_a_task(look, &norm(&row.text)) && !counts_output(look, row);
    let strategies = crate::plan::link::linking(look.plan, place, Table::Strategies).cloned();
    is_mended_by_a_text.then(|| moved_to_tactics(look, place, &row.text, strategies.collect()))
}

fn moved_to_tactics(look: &Look, from: &Place, said: &str, strategy_ids: Vec<Id>) -> Edit {
    let id = mend::fresh_key(look.plan, Table::Tactics);
    let tactic = Tactic { id: id.clone(), text: said.to_owned(), strategy_ids, ..Tactic::default() };
    let edits = vec![Edit::add(id.as_str(), tactic), Edit::set_row(from.clone(), "text", mend::text(""))];
    mend::together(Did::Move, Table::Tactics, edits)
}

fn tools(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Strategy>() else {
        return;
    };
    let has_audience = super::strategy::has_audience(look, row);
    let says_nothing_else = !has_audience && is_blank(&row.positioning) && is_blank(&row.why);
    let list = look.list(List::Tools);
    let found = text::matches(subject.norm, list);
    let note = if !found.is_empty() && (says_nothing_else || words_left(look, subject.norm, &found) <= 2) {
        let mut tools: Vec<String> = found.iter().map(|(_, _, tool)| list[*tool].clone()).collect();
        tools.dedup();
        Note::at("text").with("tools", Blank::Texts(tools))
    } else if starts_like_a_task(look, subject.norm) {
        Note::at("text").form(1)
    } else {
        return;
    };
    out.push(note.level(usize::from(has_audience && !is_blank(&row.positioning))));
}

/// How many words are left of a text without its tools, and without what is said of any tool.
fn words_left(look: &Look, norm: &str, tools: &[text::Match]) -> usize {
    let mut rest = norm.to_owned();
    for (start, end, _) in tools.iter().rev() {
        rest.replace_range(start..end, " ");
    }
    for (start, end, _) in text::matches(&rest.clone(), look.list(List::TaskVerbs)).into_iter().rev() {
        rest.replace_range(start..end, " ");
    }
    let words = look.content_words(&rest).into_iter().filter(|word| !text::is_in(look.list(List::Generic), word));
    sorted(words.map(|word| hash(&[word])).collect()).len()
}

/// The text becomes a tactic of this strategy, which is left to be said anew.
fn strategy_to_tactic(look: &Look, finding: &Finding) -> Option<Edit> {
    let place = finding.about.place()?;
    let row = look.plan.get::<Strategy>(place.key.as_str())?;
    let own = Some(row.id.clone()).filter(|id| !id.is_empty());
    Some(moved_to_tactics(look, place, &row.text, own.into_iter().collect()))
}

fn result(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Strategy>() else {
        return;
    };
    let is_goal = text::starts_with_verb(subject.norm, look.list(List::GoalVerbs), look.list(List::LeadIns));
    let has_digit = row.text.contains(|letter: char| letter.is_ascii_digit());
    if (is_goal || has_digit) && is_blank(&row.place) && is_blank(&row.why) {
        out.push(Note::at("where"));
    }
}
