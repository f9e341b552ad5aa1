//! What the plan will not do, and what it does nevertheless.

use super::prelude::*;
use crate::plan::checker::{finding::About, index::Entry};
use std::collections::BTreeSet;

pub(super) static STR_06: Rule = Rule::of_plan("STR-06", &[Table::Strategies, Table::WontDo], nothing_ruled_out);
pub(super) static TAC_05: Rule =
    Rule::of_rows("TAC-05", &[Table::Tactics, Table::Actions], ruled_out).levels(2).forms(&[&["text"]]).mend(dropped);

/// Nobody reads more of these about one tactic.
const MOST: usize = 3;

fn nothing_ruled_out(look: &Look, out: &mut Vec<Note>) {
    if look.plan.count(Table::Strategies) > 0 && !look.index.rules_out() {
        out.push(Note::to(Go::List(Table::WontDo)));
    }
}

fn ruled_out(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(trace) = look.index.traces.get(subject.place).filter(|_| look.index.rules_out()) else {
        return;
    };
    let lines = trace.words.all.iter().flat_map(|word| look.index.under(Kind::LineWord, *word));
    let line = |entry: &Entry| About::Row(Place { table: Table::WontDo, key: entry.key.clone() });
    let lines: BTreeSet<About> = lines.map(line).collect();
    let phrases = phrases(look, subject);
    let (mut opposites, mut hints) = (Vec::new(), Vec::new());
    for about in &lines {
        let Some((place, line)) = about.place().and_then(|place| Some((place, &look.index.traces.get(place)?.words)))
        else {
            continue;
        };
        let shared = common(&line.content, &trace.words.content);
        let needed = usize::try_from(look.config().wont_percent).unwrap_or(100) * line.content.len();
        let is_opposite = shared * 100 >= needed && (shared >= 2 || (shared == 1 && line.content.len() == 1));
        if is_opposite {
            opposites.push((0, place));
        } else if phrases.iter().any(|phrase| text::has_phrase(&line.line, phrase)) {
            hints.push((1, place));
        }
    }
    for (level, place) in opposites.into_iter().chain(hints).take(MOST) {
        let said = look.plan.get::<WontDo>(place.key.as_str()).map(|line| line.text.trim().to_owned());
        let said = Blank::Text(said.unwrap_or_default());
        out.push(Note::at("text").level(level).with("text", said));
    }
}

/// The channel, and the tools in the text.
fn phrases(look: &Look, subject: &Subject) -> Vec<String> {
    let tools = look.list(List::Tools);
    let found = text::matches(subject.norm, tools).into_iter().map(|(_, _, tool)| tools[tool].clone());
    let channel = subject.get::<Tactic>().map(|tactic| norm(&tactic.channel));
    found.chain(channel).collect()
}

fn dropped(_: &Look, finding: &Finding) -> Option<Edit> {
    mend::set(finding, "status", mend::text("dropped"))
}
