//! `cargo xtask lint`: the plan checker on a file, with the same code and words as the page; and its rules as a text.

use crate::{check_pack, content, lint_rules, place::Place};
use anyhow::{Context, Result, ensure};
use clap::Args;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};
use strategy_first::{
    document::{
        file::{expect_format, parse},
        reader::{Fault, read},
    },
    plan::{
        checker::{
            check,
            finding::{About, Blank, Finding, Severity, WHOLE_PLAN},
            setup::Setup,
            texts::Texts,
        },
        date::Date,
        plan::{FORMAT, Plan, VERSION},
        table::{Row, Table},
    },
    words::nearest,
};

#[derive(Args)]
pub(crate) struct Options {
    /// A plan file
    #[arg(required_unless_present = "rules")]
    file: Option<PathBuf>,
    /// For machines: an array of `{rule, severity, entity, message}`
    #[arg(long)]
    json: bool,
    /// The day that counts as today, as in 2026-11-21; without it, today (UTC)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Date>,
    /// The language of the messages; the plan's own language decides how its texts are read
    #[arg(long, default_value = "en")]
    lang: String,
    /// Writes every rule with its reason and sources into docs/checker.md
    #[arg(long)]
    rules: bool,
}

/// Prints the findings of a plan, errors first, without those that somebody chose to leave. Exit status 1 where one of them is
/// an error, 2 where the file is no plan. What has a fault in the file is said on stderr, and counts as empty.
///
/// # Errors
/// Where there are no words in the language, or our own content has faults.
pub(crate) fn run(place: &Place, options: &Options) -> Result<ExitCode> {
    if options.rules {
        lint_rules::write(place)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (texts, words) = (texts(&options.lang)?, content::words("faults", &options.lang)?);
    let file = options.file.as_deref().context("no file was named")?;
    let (plan, faults) = match open(file, &words) {
        Ok(opened) => opened,
        Err(sentence) => {
            eprintln!("{}: {sentence}", file.display());
            return Ok(ExitCode::from(2));
        }
    };
    for fault in &faults {
        eprintln!("{}", check_pack::line(&words, fault));
    }
    let language = match plan.cover().language.trim() {
        "" => &options.lang,
        language => language,
    };
    let setup = Arc::new(setup(nearest(language))?);
    let found = check(&plan, options.today.unwrap_or_else(today), &setup);
    let open: Vec<&Finding> = found.iter().filter(|finding| !finding.left).collect();
    let decimal = content::decimal(&options.lang)?;
    let message = |finding: &Finding| texts.message(finding, &plan, &|blank| shown(blank, &plan, decimal));
    if options.json {
        let findings = open.iter().map(|finding| {
            json!({
                "rule": finding.rule, "severity": finding.severity.code(), "entity": finding.about.entity(&plan),
                "message": message(finding),
            })
        });
        println!("{:#}", findings.collect::<Value>());
    } else {
        for finding in &open {
            let (severity, rule) = (finding.severity.code(), finding.rule);
            println!("{severity} {rule} {}: {}", entity(finding, &plan), message(finding));
        }
    }
    let is_error = open.iter().any(|finding| finding.severity == Severity::Error);
    Ok(ExitCode::from(u8::from(is_error)))
}

/// What the checker goes by for plans in this language.
///
/// # Errors
/// Where there are no words in it, or they have faults.
fn setup(lang: &str) -> Result<Setup> {
    let (setup, faults) = Setup::read(&content::checker(lang)?);
    ensure!(faults.is_empty(), "the checker’s lists in {lang} have faults: {faults:?}");
    Ok(setup)
}

/// What the checker says in this language.
///
/// # Errors
/// Where there are no words in it, or they have faults.
pub(crate) fn texts(lang: &str) -> Result<Texts> {
    let (texts, faults) = Texts::read(&content::checker(lang)?);
    ensure!(faults.is_empty(), "the checker’s words in {lang} have faults: {faults:?}");
    Ok(texts)
}

/// The plan in `file` with the faults of the file, or why there is none.
fn open(file: &Path, words: &Value) -> Result<(Plan, Vec<Fault>), String> {
    let refused = |refusal| check_pack::refused(words, &refusal);
    let text = fs::read(file).map_err(|error| error.to_string())?;
    let value = parse(&String::from_utf8_lossy(&text)).map_err(refused)?;
    expect_format(&value, FORMAT, VERSION).map_err(refused)?;
    Ok(read(&value, Plan::read))
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "not a day as in 2026-11-21".to_owned())
}

fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    let epoch = Date::new(1970, 1, 1).unwrap_or(Date::FIRST);
    epoch.plus(i32::try_from(since).unwrap_or(i32::MAX))
}

/// What a finding is about, as in `objective o1`, `person Ana` or `plan`.
fn entity(finding: &Finding, plan: &Plan) -> String {
    let id = finding.about.entity(plan);
    match &finding.about {
        About::Plan => id.to_owned(),
        About::Person(name) => format!("person {name}"),
        About::Row(place) if plan.row(place).is_some_and(|row: &Row| row.id().is_empty()) => WHOLE_PLAN.to_owned(),
        About::Row(place) => format!("{} {id}", kind(place.table)),
    }
}

/// What one row of a table is called.
fn kind(table: Table) -> &'static str {
    match table {
        Table::People => "person",
        Table::Strategies => "strategy",
        table => table.name().strip_suffix('s').unwrap_or(table.name()),
    }
}

/// A number, an amount or a week in plain figures.
fn shown(blank: &Blank, plan: &Plan, decimal: char) -> String {
    let figure = |number: f64| number.to_string().replace('.', &decimal.to_string());
    match blank {
        Blank::Count(count) => count.to_string(),
        Blank::Number(number) => figure(*number),
        Blank::Week(week) => week.to_string(),
        Blank::Money(amount) => {
            let currency = plan.cover().budget.currency;
            let code = currency.as_ref().map_or("", |currency| currency.code());
            format!("{} {code}", amount_in(*amount, code)).trim_end().to_owned()
        }
        _ => String::new(),
    }
}

/// An amount in the currency's minor unit, with as many decimals as the currency has (ISO 4217).
fn amount_in(amount: i64, code: &str) -> String {
    let decimals: u32 = match code {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
        | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    };
    let unit = 10_i64.pow(decimals);
    match amount % unit {
        0 => (amount / unit).to_string(),
        rest => format!("{}.{rest:0width$}", amount / unit, width = decimals as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_the_decimals_of_their_currency() {
        let check = |amount: i64, code: &str, expected: &str| assert_eq!(amount_in(amount, code), expected, "{code}");
        check(12_345, "EUR", "123.45");
        check(12_305, "", "123.05");
        check(12_300, "USD", "123");
        check(12_345, "JPY", "12345");
        check(12_345, "TND", "12.345");
    }

    #[test]
    fn each_kind_of_row_has_a_name() {
        let names: Vec<&str> = Table::ALL.iter().map(|table| kind(*table)).collect();
        let expected = [
            "business_goal",
            "objective",
            "audience",
            "strategy",
            "wont_do",
            "tactic",
            "action",
            "person",
            "kpi",
            "review",
            "dismissed",
        ];
        assert_eq!(names, expected);
    }
}
