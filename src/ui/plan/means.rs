//! What the plan takes: money and people's hours, as quiet bars beside their numbers.

use super::{part::heading, planner::Planner};
use crate::{
    browser::element::{El, el, svg},
    plan::{
        date::Date,
        hours::{Load, loads},
        link::Place,
        money::{Spending, spending},
        table::Table,
        timeline::WEEKS,
    },
    ui::part::{div, p, span},
    words::PlanKey,
};

/// More rows than this are left to the lists themselves.
const MOST: usize = 40;

/// The budget: what is planned of it, for which strategies and in which months.
pub fn money(planner: &Planner) -> Option<El> {
    let sum = planner.read(spending);
    if sum.total.is_none() && sum.planned == 0 {
        return None;
    }
    let whole = sum.total.unwrap_or_default().max(sum.planned);
    let row = |name: String, cost: i64| (name, vec![span("sf-figure", &planner.money(cost)), meter(cost, whole)]);
    let name = |key: Option<&crate::plan::value::Id>| match key {
        Some(key) => planner.name(&Place { table: Table::Strategies, key: key.clone() }),
        None => planner.t(PlanKey::MoneyOther),
    };
    let strategies = sum.strategies.iter().filter(|(_, cost)| *cost > 0).take(MOST);
    let strategies: Vec<_> = strategies.map(|(key, cost)| row(name(key.as_ref()), *cost)).collect();
    let month = |month: Option<crate::plan::date::Month>| match month {
        Some(month) => planner.month(month.first()),
        None => planner.t(PlanKey::MoneyUndated),
    };
    let months: Vec<_> = sum.months.iter().take(MOST).map(|(at, cost)| row(month(*at), *cost)).collect();
    let heads = |first: PlanKey| [first, PlanKey::MoneyCost, PlanKey::MoneyPart];
    let tables = [(PlanKey::MoneyByStrategy, strategies), (PlanKey::MoneyByMonth, months)];
    let tables = tables.into_iter().filter(|(_, rows)| !rows.is_empty());
    let tables: Vec<El> = tables.map(|(first, rows)| table(planner, &heads(first), rows)).collect();
    let title = heading(planner, 1, &planner.t(PlanKey::MoneyTitle));
    Some(div("sf-means").child(title).child(p("sf-text", &sentence(planner, &sum))).children(tables))
}

/// What is planned, and what that leaves of the budget.
pub fn sentence(planner: &Planner, sum: &Spending) -> String {
    let left = sum.left();
    let key = match left {
        None => PlanKey::MoneyPlanned,
        Some(0..) => PlanKey::MoneyWithin,
        Some(_) => PlanKey::MoneyOver,
    };
    let amount = |minor: i64| planner.money(minor);
    let (cost, total) = (amount(sum.planned), amount(sum.total.unwrap_or_default()));
    let (left, over) = (amount(left.unwrap_or_default()), amount(-left.unwrap_or_default()));
    planner.fill(key, &[("planned", &cost), ("total", &total), ("left", &left), ("over", &over)])
}

/// Each person's hours in the weeks from `first` on.
pub fn hours(planner: &Planner, first: Date) -> Option<El> {
    let weeks = usize::try_from(WEEKS).unwrap_or_default();
    let loads = planner.read(|plan| loads(plan, first, weeks));
    let rows: Vec<_> =
        loads.iter().filter(|load| load.busiest().is_some()).take(MOST).map(|load| row(planner, first, load)).collect();
    let heads = [PlanKey::HoursWho, PlanKey::HoursCanGive, PlanKey::HoursBusiest, PlanKey::HoursWeeks];
    let title = heading(planner, 1, &planner.t(PlanKey::HoursTitle));
    (!rows.is_empty()).then(|| div("sf-means").child(title).child(table(planner, &heads, rows)))
}

fn row(planner: &Planner, first: Date, load: &Load) -> (String, Vec<El>) {
    let number = |hours: f64| planner.number((hours * 10.0).round() / 10.0);
    let can_give = load.can_give.map_or_else(
        || planner.t(PlanKey::HoursNone),
        |hours| planner.fill(PlanKey::HoursEach, &[("hours", &number(hours))]),
    );
    let busiest = load.busiest().map(|(week, hours)| {
        let date = planner.short_date(first.plus(7 * i32::try_from(week).unwrap_or_default()));
        planner.fill(PlanKey::HoursWeek, &[("hours", &number(hours)), ("date", &date)])
    });
    let over = load.weeks_over();
    let over = (over > 0).then(|| span("sf-settle sf-means-over", &planner.count(PlanKey::HoursOver, over, &[])));
    let busiest = span("", &busiest.unwrap_or_default()).children(over);
    (load.owner.clone(), vec![span("", &can_give), busiest, weeks(load)])
}

/// A column for each week, and a line at what this person can give.
fn weeks(load: &Load) -> El {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "hours have bounds, and a float beyond those of an i32 stops there"
    )]
    let tenths = |hours: f64| (hours * 10.0).min(1e8) as i64;
    let can_give = load.can_give.map(tenths);
    let highest = load.weeks.iter().copied().map(tenths).chain(can_give).max().unwrap_or_default().max(1);
    let high = |part: i64| 30 * part / highest;
    let column = |(hours, x): (&f64, i64)| {
        let hours = tenths(*hours);
        let is_over = can_give.is_some_and(|most| hours > most);
        let class = if is_over { "sf-means-week sf-means-too-much" } else { "sf-means-week" };
        let (high, x) = (high(hours), x * 10 + 1);
        rect(&x.to_string(), &(32 - high).to_string(), "8", &high.to_string()).class(class)
    };
    let columns = load.weeks.iter().zip(0_i64..).map(column);
    let line = can_give.map(|most| {
        let y = (32 - high(most)).to_string();
        svg("line").class("sf-means-most").attr("x1", "0").attr("x2", "130").attr("y1", &y).attr("y2", &y)
    });
    let picture = svg("svg").class("sf-means-weeks").attr("viewBox", "0 0 130 34").attr("aria-hidden", "true");
    picture.children(columns).children(line)
}

/// A bar for a part of a whole. Its number stands beside it.
fn meter(part: i64, whole: i64) -> El {
    let share = format!("{}%", part * 100 / whole.max(1));
    let picture = svg("svg").class("sf-meter").attr("aria-hidden", "true");
    picture.child(rect("0", "0", "100%", "100%").class("sf-meter-all")).child(rect("0", "0", &share, "100%"))
}

fn rect(x: &str, y: &str, width: &str, height: &str) -> El {
    svg("rect").attr("x", x).attr("y", y).attr("width", width).attr("height", height)
}

fn table(planner: &Planner, heads: &[PlanKey], rows: Vec<(String, Vec<El>)>) -> El {
    let heads: Vec<String> = heads.iter().map(|key| planner.t(*key)).collect();
    let row = |(name, cells): (String, Vec<El>)| {
        let cell = |(cell, head): (El, &String)| el("td").attr("data-label", head).child(cell);
        let cells: Vec<El> = cells.into_iter().zip(heads.iter().skip(1)).map(cell).collect();
        el("tr").child(el("th").attr("scope", "row").text(&name)).children(cells)
    };
    let rows: Vec<El> = rows.into_iter().map(row).collect();
    let head = |text: &String| el("th").attr("scope", "col").text(text);
    let heads = el("thead").child(el("tr").children(heads.iter().map(head)));
    el("table").class("sf-table").child(heads).child(el("tbody").children(rows))
}
