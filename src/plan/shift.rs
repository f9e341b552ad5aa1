//! A plan at another time: all its dates moved by the same number of days, so that a worked example can begin this week.

use super::{
    date::Date,
    field::Content,
    link::Place,
    plan::Plan,
    record::{self, Record},
    table::Table,
};

/// `plan` with every date moved by so many days, or back where `days` is negative, and all else as it was. Dates stay
/// between [`Date::FIRST`] and [`Date::LAST`].
#[must_use]
pub fn shifted(plan: &Plan, days: i32) -> Plan {
    let mut plan = plan.clone();
    shift(&mut plan.cover, days);
    for table in Table::ALL {
        let keys: Vec<_> = plan.rows(*table).map(|(key, _)| key.clone()).collect();
        for key in keys {
            // Dates are no links, so the index of links stays true.
            if let Some(row) = plan.row_mut(&Place { table: *table, key }) {
                shift(row.record_mut(), days);
            }
        }
    }
    plan
}

fn shift(record: &mut dyn Record, days: i32) {
    let moved = |date: &mut Option<Date>| *date = date.map(|date| date.plus(days));
    for path in record::paths(record) {
        let Some(field) = record::at_mut(record, &path) else {
            continue;
        };
        let mut content = field.content();
        match &mut content {
            Some(Content::Day(date)) => moved(date),
            Some(Content::Readings(readings)) => readings.iter_mut().for_each(|reading| moved(&mut reading.date)),
            _ => continue,
        }
        if let Some(mut content) = content {
            field.exchange(&mut content);
        }
    }
}
