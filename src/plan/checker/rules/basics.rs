//! The three questions, and where the business stands.

use super::prelude::*;

pub(super) static BAS_01: Rule = Rule::of_plan("BAS-01", &[], three_answers).forms(&[&["list"]]);
pub(super) static SIT_01: Rule = Rule::of_plan("SIT-01", &[], situation);

fn three_answers(look: &Look, out: &mut Vec<Note>) {
    let basics = &look.plan.cover().basics;
    let answers = [
        ("who", "basics.who", &basics.who),
        ("what", "basics.what", &basics.what),
        ("for_whom", "basics.for_whom", &basics.for_whom),
    ];
    let missing: Vec<_> = answers.iter().filter(|(_, _, answer)| is_blank(answer)).collect();
    if let [(_, first, _), ..] = missing.as_slice() {
        let names = missing.iter().map(|(name, ..)| *name).collect();
        out.push(Note::at(first).with("list", Blank::Terms(names)));
    }
}

fn situation(look: &Look, out: &mut Vec<Note>) {
    let situation = &look.plan.cover().situation;
    let enough = usize::try_from(look.config().short_text).unwrap_or_default();
    let is_short = |text: &str| text.trim().chars().count() < enough;
    if is_short(&situation.summary) && is_short(&situation.past_performance) {
        out.push(Note::at("situation.summary"));
    }
}
