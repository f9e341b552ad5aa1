//! The rules, a file for each or for a few that look at the same things, and the table of all of them.

mod action;
mod basics;
mod budget;
mod figures;
mod kpi;
mod language;
mod load;
mod objective;
mod review;
mod served;
mod strategy;
mod tactic;
mod task;
mod twin;
mod wont;

use super::rule::Rule;

/// Every rule, in the order of the plan's sections. To add one: its file, its line here, its words in `content/`.
pub static RULES: &[&Rule] = &[
    &basics::BAS_01,
    &basics::SIT_01,
    &objective::OBJ_01,
    &objective::OBJ_02,
    &figures::OBJ_03,
    &twin::OBJ_04,
    &served::OBJ_05,
    &task::OBJ_06,
    &objective::OBJ_07,
    &objective::OBJ_08,
    &figures::OBJ_09,
    &figures::OBJ_10,
    &figures::OBJ_11,
    &served::STR_01,
    &strategy::STR_02,
    &strategy::STR_03,
    &task::STR_04,
    &task::STR_05,
    &wont::STR_06,
    &served::STR_07,
    &strategy::STR_08,
    &twin::STR_09,
    &strategy::STR_10,
    &tactic::TAC_01,
    &tactic::TAC_02,
    &tactic::TAC_03,
    &served::TAC_04,
    &wont::TAC_05,
    &twin::TAC_06,
    &tactic::TAC_07,
    &action::ACT_01,
    &action::ACT_02,
    &action::ACT_03,
    &action::ACT_04,
    &load::ACT_05,
    &action::ACT_06,
    &action::ACT_07,
    &action::ACT_08,
    &budget::BUD_01,
    &budget::BUD_02,
    &budget::BUD_03,
    &review::CTL_01,
    &kpi::CTL_02,
    &kpi::CTL_03,
    &review::CTL_04,
    &kpi::CTL_05,
    &review::CTL_06,
    &review::CTL_07,
    &kpi::CTL_08,
    &review::CTL_09,
    &figures::CTL_10,
    &language::LNG_01,
    &language::LNG_02,
];

/// The one thing there is, where there is only one.
fn only<T>(mut things: impl Iterator<Item = T>) -> Option<T> {
    let first = things.next();
    first.filter(|_| things.next().is_none())
}

/// What rules are written with.
mod prelude {
    pub(super) use super::{
        super::{
            finding::{Blank, Finding, Go, Note},
            index::{Kind, common, day_number, folded, sorted},
            mend,
            rule::{Check, Look, Rule, Seen, Subject},
            setup::{List, plain_form},
            text::{self, hash, is_blank, norm},
        },
        only,
    };
    pub(super) use crate::plan::{
        date::Date,
        edit::{Did, Edit, Part},
        field::Content,
        link::Place,
        model::{Action, Objective, Tactic, WontDo},
        table::{Row, Table},
        value::Id,
    };
}
