//! What a tactic serves, where it leads, and how many channels that makes.

use super::prelude::*;
use crate::plan::model::{HomeKind, Person, Strategy, TacticKind};

const TACTICS: &[Table] = &[Table::Tactics];

pub(super) static TAC_01: Rule = Rule::of_rows("TAC-01", &[Table::Tactics, Table::Actions], serves_nothing)
    .seeing(Seen::AnyStrategy)
    .forms(&[&[], &[]])
    .mend(only_choice);
pub(super) static TAC_02: Rule =
    Rule::of_rows("TAC-02", TACTICS, no_way_back).seeing(Seen::HomeBase).forms(&[&["home"]]);
pub(super) static TAC_03: Rule =
    Rule::of_plan("TAC-03", &[Table::Tactics, Table::People, Table::WontDo], many_channels).levels(2).forms(&[
        &["n", "m"],
        &["n"],
        &["n"],
    ]);
pub(super) static TAC_07: Rule = Rule::of_rows("TAC-07", TACTICS, home_page).seeing(Seen::HomeBase);

fn serves_nothing(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if let Some(row) = subject.get::<Tactic>() {
        let serves = row.strategy_ids.iter().any(|id| look.plan.linked::<Strategy>(id).is_some());
        if row.is_active() && !serves && look.index.strategies > 0 {
            out.push(Note::at("strategy_ids"));
        }
    }
    if let Some(row) = subject.get::<Action>() {
        let serves = look.plan.linked::<Tactic>(&row.tactic_id).is_some_and(Tactic::is_active);
        if row.is_active() && !serves {
            out.push(Note::at("tactic_id").form(1));
        }
    }
}

/// The one strategy or active tactic there is.
fn only_choice(look: &Look, finding: &Finding) -> Option<Edit> {
    if finding.form == 0 {
        let strategies = look.plan.all::<Strategy>().filter(|(_, row)| !row.id.is_empty());
        let id = only(strategies)?.1.id.0.clone();
        return mend::set(finding, "strategy_ids", Content::Texts(vec![id]));
    }
    let tactics = look.plan.all::<Tactic>().filter(|(_, row)| row.is_active() && !row.id.is_empty());
    mend::set(finding, "tactic_id", mend::text(only(tactics)?.1.id.as_str()))
}

/// Whether people see it somewhere that is not the home base.
fn is_offsite(row: &Tactic) -> bool {
    let kinds = [
        TacticKind::Social,
        TacticKind::Email,
        TacticKind::Paid,
        TacticKind::Listing,
        TacticKind::Pr,
        TacticKind::Event,
    ];
    row.is_active() && row.kind.is_some_and(|kind| kinds.contains(&kind))
}

fn no_way_back(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let home = look.plan.cover().home_base.kind;
    let Some(row) = subject.get::<Tactic>().filter(|row| is_offsite(row) && !row.converts_on_platform) else {
        return;
    };
    let missing = [("bridge.destination", &row.bridge.destination), ("bridge.cta", &row.bridge.cta)];
    let missing = missing.into_iter().find(|(_, text)| is_blank(text));
    if let Some((field, _)) = missing.filter(|_| home != Some(HomeKind::None)) {
        let home = home.map_or("home", HomeKind::code);
        out.push(Note::at(field).with("home", Blank::Terms(vec![home])));
    }
}

fn home_page(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Tactic>().filter(|row| is_offsite(row)) else {
        return;
    };
    let (there, home) = (plain_form(&row.bridge.destination), plain_form(&look.plan.cover().home_base.url));
    if !there.is_empty() && (there == home || text::is_in(look.list(List::HomePages), &there)) {
        out.push(Note::at("bridge.destination"));
    }
}

fn many_channels(look: &Look, out: &mut Vec<Note>) {
    let number = |number: i32| usize::try_from(number).unwrap_or_default();
    let (config, channels) = (look.config(), look.index.channels);
    // People are counted only where it may matter.
    if channels <= number(config.min_channels) {
        return;
    }
    let people = look.plan.all::<Person>().filter(|(_, person)| !is_blank(&person.name)).count();
    if channels > number(config.channels_per_person).saturating_mul(people) {
        // One person and none are said in other words.
        let form = [2, 1].get(people).copied().unwrap_or(0);
        let note = Note::to(Go::List(Table::Tactics)).level(usize::from(look.index.rules_out())).form(form);
        out.push(note.with("n", Blank::Count(channels)).with("m", Blank::Count(people)));
    }
}
