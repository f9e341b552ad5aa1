//! Two that say the same. Reported on the later one, which names the nearest before it.

use super::prelude::*;

pub(super) static OBJ_04: Rule = rule("OBJ-04", &[Table::Objectives]);
pub(super) static STR_09: Rule = rule("STR-09", &[Table::Strategies]);
pub(super) static TAC_06: Rule = rule("TAC-06", &[Table::Tactics]);

const fn rule(id: &'static str, tables: &'static [Table]) -> Rule {
    Rule::of_rows(id, tables, same).forms(&[&["other"]]).mend(merged)
}

fn same(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if let Some((_, key)) = look.index.nearest_twin(subject.place, look.config()) {
        let other = Place { table: subject.place.table, key };
        out.push(Note::at("text").with("other", Blank::Row(other)));
    }
}

fn merged(look: &Look, finding: &Finding) -> Option<Edit> {
    mend::merge(look.plan, finding.other()?, finding.about.place()?)
}
