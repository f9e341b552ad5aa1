//! What kind of field stands where, so that a page can offer the right way to fill it in.

use super::{
    field::{Content, Held},
    link,
    model::Cover,
    record::{self, Record},
    table::{Row, Table},
};

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A few words.
    Line,
    /// A sentence or more.
    Text,
    /// A text for each line.
    Lines,
    /// A name out of the plan's people, or another.
    Person,
    Number,
    Money,
    /// A rhythm in days.
    Days,
    Day,
    Flag,
    /// One of a short list.
    Word(Vec<&'static str>),
    Currency,
    /// A language tag.
    Language,
    /// A row of that table, or none.
    Link(Table),
    /// Any rows of that table.
    Links(Table),
    Readings,
}

/// Fields in which people write sentences.
const LONG: &[&str] = &[
    "basics.who",
    "basics.what",
    "basics.for_whom",
    "situation.summary",
    "situation.past_performance",
    "situation.five_years",
    "business_goals.text",
    "objectives.text",
    "audiences.needs",
    "audiences.conversion",
    "strategies.text",
    "strategies.positioning",
    "strategies.where",
    "strategies.why",
    "strategies.opposite",
    "strategies.evidence",
    "wont_do.text",
    "wont_do.reason",
    "tactics.text",
    "tactics.message.method",
    "tactics.message.timing",
    "actions.text",
    "reviews.decision",
    "reviews.changed",
];

/// The kind of the field at `path` of the cover, or of the rows of `table`. Nothing where there is no such field, or it is a
/// group of others.
#[must_use]
pub fn kind(table: Option<Table>, path: &str) -> Option<Kind> {
    let cover = Cover::default();
    let row: Option<Row> = table.map(Table::empty_row);
    let record: &dyn Record = row.as_ref().map_or(&cover, Row::record);
    let held = record::at(record, path)?;
    if let Some(words) = held.choices() {
        return Some(Kind::Word(words));
    }
    let to = table.and_then(|table| link::target(table, path));
    let is_long = || LONG.contains(&&*full(table, path));
    let kind = match held.content()? {
        Content::Texts(_) => to.map_or(Kind::Lines, Kind::Links),
        Content::Text(_) => match (to, path) {
            (Some(to), _) => Kind::Link(to),
            (None, "owner") => Kind::Person,
            (None, "language") => Kind::Language,
            (None, "budget.currency") => Kind::Currency,
            (None, _) if is_long() => Kind::Text,
            (None, _) => Kind::Line,
        },
        Content::Whole(_) if path == "every_days" => Kind::Days,
        Content::Whole(_) => Kind::Money,
        Content::Quantity(_) => Kind::Number,
        Content::Day(_) => Kind::Day,
        Content::Flag(_) => Kind::Flag,
        Content::Readings(_) => Kind::Readings,
    };
    Some(kind)
}

/// The path of a field in the whole plan, as in `basics.who` or `tactics.bridge.cta`.
#[must_use]
pub fn full(table: Option<Table>, path: &str) -> String {
    table.map_or_else(|| path.to_owned(), |table| format!("{}.{path}", table.name()))
}

/// The field that a row is called by.
#[must_use]
pub fn name_path(table: Table) -> &'static str {
    match table {
        Table::Audiences | Table::People | Table::Kpis => "name",
        Table::Reviews => "date",
        Table::Dismissed => "rule",
        _ => "text",
    }
}

/// Whether nothing stands in the field.
#[must_use]
pub fn is_blank(held: &dyn Held) -> bool {
    match held.content() {
        None => true,
        Some(Content::Text(text)) => text.trim().is_empty(),
        Some(Content::Texts(texts)) => texts.iter().all(|text| text.trim().is_empty()),
        Some(Content::Whole(number)) => number.is_none(),
        Some(Content::Quantity(number)) => number.is_none(),
        Some(Content::Day(day)) => day.is_none(),
        Some(Content::Flag(flag)) => !flag,
        Some(Content::Readings(readings)) => readings.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_the_kind_that_it_is_filled_in_by() {
        for (table, path, expected) in [
            (None, "title", Some(Kind::Line)),
            (None, "basics.who", Some(Kind::Text)),
            (None, "basics.scope", Some(Kind::Word(vec!["organisation", "department", "campaign"]))),
            (None, "situation.risks", Some(Kind::Lines)),
            (None, "budget.total", Some(Kind::Money)),
            (None, "budget.currency", Some(Kind::Currency)),
            (None, "language", Some(Kind::Language)),
            (None, "basics", None),
            (None, "nothing", None),
            (Some(Table::Tactics), "message.language", Some(Kind::Line)),
            (Some(Table::Tactics), "budget", Some(Kind::Money)),
            (Some(Table::Tactics), "strategy_ids", Some(Kind::Links(Table::Strategies))),
            (Some(Table::Tactics), "message.audience_id", Some(Kind::Link(Table::Audiences))),
            (Some(Table::Kpis), "every_days", Some(Kind::Days)),
            (Some(Table::Actions), "owner", Some(Kind::Person)),
            (Some(Table::Actions), "hours", Some(Kind::Number)),
            (Some(Table::Actions), "urgent", Some(Kind::Flag)),
            (Some(Table::Objectives), "progress", Some(Kind::Readings)),
        ] {
            assert_eq!(kind(table, path), expected, "{}", full(table, path));
        }
    }

    #[test]
    fn every_long_text_is_a_field_of_the_model() {
        for path in LONG {
            let (table, below) = path.split_once('.').unwrap();
            let found = Table::named(table).map_or_else(|| kind(None, path), |table| kind(Some(table), below));
            assert_eq!(found, Some(Kind::Text), "{path}");
        }
    }
}
