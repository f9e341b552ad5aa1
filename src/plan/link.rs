//! Links between the parts of a plan: which fields are links, where they lead, and which lead nowhere.

use super::{
    field::{Content, Held},
    plan::Plan,
    record,
    table::{Row, Table},
    value::Id,
};
use std::collections::{BTreeSet, HashMap};

/// A row: its table and its key. The key is its id; rows without one have a key of their own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub table: Table,
    pub key: Id,
}

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// Where it starts.
    pub at: Place,
    /// The field that holds it, as in `strategy_ids` or `message.audience_id`.
    pub field: &'static str,
    /// The id that nothing has.
    pub id: Id,
}

/// A field that holds one id or several.
pub(super) struct LinkField {
    from: Table,
    pub(super) field: &'static str,
    /// Where the id leads; a dismissed finding can be about anything.
    to: Option<Table>,
}

const fn link(from: Table, field: &'static str, to: Table) -> LinkField {
    LinkField { from, field, to: Some(to) }
}

/// Every field that links to something.
const LINKS: &[LinkField] = &[
    link(Table::Objectives, "business_goal_id", Table::BusinessGoals),
    link(Table::Strategies, "objective_ids", Table::Objectives),
    link(Table::Strategies, "audience_id", Table::Audiences),
    link(Table::Tactics, "strategy_ids", Table::Strategies),
    link(Table::Tactics, "message.audience_id", Table::Audiences),
    link(Table::Actions, "tactic_id", Table::Tactics),
    link(Table::Kpis, "objective_id", Table::Objectives),
    LinkField { from: Table::Dismissed, field: "entity", to: None },
];

/// What a dismissed finding is about when it is about no single part.
const WHOLE_PLAN: &str = "plan";

impl Place {
    #[must_use]
    pub fn new(table: Table, key: &str) -> Place {
        Place { table, key: key.into() }
    }
}

/// The table that the field at `path` of the rows of `from` links to.
#[must_use]
pub fn target(from: Table, path: &str) -> Option<Table> {
    links_from(from).find(|link| link.field == path)?.to
}

/// Which table the rows of `table` serve, and in which field they say so: what they are made from.
#[must_use]
pub fn parent(table: Table) -> Option<(Table, &'static str)> {
    let link = links_from(table).find(|link| link.to != Some(Table::Audiences))?;
    Some((link.to?, link.field))
}

/// The links of the rows of `table`.
pub(super) fn links_from(table: Table) -> impl Iterator<Item = &'static LinkField> {
    LINKS.iter().filter(move |link| link.from == table)
}

/// For each id the rows that link to it, so that nobody has to look through the whole plan for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index(HashMap<Id, BTreeSet<Place>>);

impl Index {
    pub(super) fn add(&mut self, place: &Place, row: &Row) {
        for id in all_ids(row) {
            self.0.entry(id).or_default().insert(place.clone());
        }
    }

    pub(super) fn remove(&mut self, place: &Place, row: &Row) {
        for id in all_ids(row) {
            if let Some(places) = self.0.get_mut(&id) {
                places.remove(place);
                if places.is_empty() {
                    self.0.remove(&id);
                }
            }
        }
    }
}

fn all_ids(row: &Row) -> Vec<Id> {
    links_from(row.table()).flat_map(|link| link.ids(row)).collect()
}

impl LinkField {
    /// The ids that this field of `row` holds.
    fn ids(&self, row: &Row) -> Vec<Id> {
        match record::at(row.record(), self.field).and_then(Held::content) {
            Some(Content::Text(id)) if !id.is_empty() => vec![Id(id)],
            Some(Content::Texts(ids)) => ids.into_iter().map(Id).collect(),
            _ => Vec::new(),
        }
    }

    fn is_loose(&self, plan: &Plan, id: &Id) -> bool {
        match self.to {
            Some(table) => !plan.leads_to(table, id),
            None => id.as_str() != WHOLE_PLAN && !Table::ALL.iter().any(|table| plan.leads_to(*table, id)),
        }
    }
}

/// Every link that leads nowhere, in the order of the plan.
#[must_use]
pub fn loose(plan: &Plan) -> Vec<Loose> {
    let rows = Table::ALL.iter().flat_map(|table| plan.rows(*table));
    rows.flat_map(|(key, row)| loose_of(plan, key, row)).collect()
}

/// The links of one row that lead nowhere.
#[must_use]
pub fn loose_at(plan: &Plan, place: &Place) -> Vec<Loose> {
    plan.row(place).map(|row| loose_of(plan, &place.key, row)).unwrap_or_default()
}

fn loose_of(plan: &Plan, key: &Id, row: &Row) -> Vec<Loose> {
    let found = links_from(row.table()).flat_map(|link| {
        let ids = link.ids(row).into_iter().filter(|id| link.is_loose(plan, id));
        ids.map(|id| Loose { at: Place { table: row.table(), key: key.clone() }, field: link.field, id })
    });
    found.collect()
}

/// The links that would lead nowhere without this row, in the order of the tables and then of the keys. To be shown before
/// it is deleted.
#[must_use]
pub fn would_loosen(plan: &Plan, place: &Place) -> Vec<Loose> {
    let Some(id) = plan.row(place).map(Row::id).filter(|id| !id.is_empty()) else {
        return Vec::new();
    };
    let elsewhere = || Table::ALL.iter().any(|table| *table != place.table && plan.leads_to(*table, id));
    let holds = |link: &LinkField, from: &Place| {
        let leads_here = link.to.map_or_else(|| id.as_str() != WHOLE_PLAN && !elsewhere(), |to| to == place.table);
        leads_here && plan.row(from).is_some_and(|row| link.ids(row).contains(id))
    };
    let from = plan.index.0.get(id).into_iter().flatten();
    let others = from.filter(|from| *from != place);
    let loosened = others.flat_map(|from| {
        let links = links_from(from.table).filter(|link| holds(link, from));
        links.map(|link| Loose { at: from.clone(), field: link.field, id: id.clone() })
    });
    loosened.collect()
}

/// The rows of `table` that link to this one, in the order of their keys.
pub fn linking<'a>(plan: &'a Plan, to: &Place, table: Table) -> impl Iterator<Item = &'a Id> {
    let (id, led_to) = (plan.row(to).map(Row::id), to.table);
    let from = id.and_then(|id| plan.index.0.get(id)).into_iter().flatten();
    // Where all links of a table lead to one other, an id can mean nothing else.
    let is_plain = links_from(table).all(|link| link.to == Some(led_to));
    let links = move |row: &Row| {
        let mut links = links_from(table).filter(|link| link.to == Some(led_to));
        links.any(|link| id.is_some_and(|id| link.ids(row).contains(id)))
    };
    let from = from.filter(move |from| from.table == table && (is_plain || plan.row(from).is_some_and(links)));
    from.map(|from| &from.key)
}

/// The rows that hold this id in a link, whether or not anything has it.
pub(super) fn holders<'a>(plan: &'a Plan, id: &Id) -> impl Iterator<Item = &'a Place> {
    plan.index.0.get(id).into_iter().flatten()
}

/// The fields by which rows of one table link to those of another.
pub(super) fn fields(from: Table, to: Table) -> impl Iterator<Item = &'static str> {
    links_from(from).filter(move |link| link.to == Some(to)).map(|link| link.field)
}
