//! `cargo xtask lint --rules`: docs/checker.md, made of what the checker itself goes by.

use crate::{content, lint};
use anyhow::{Context, Result};
use std::fmt::Write;
use strategy_first::plan::checker::{rules::RULES, texts::RuleText};

const HEAD: &str = "\
# What the checker checks

`cargo xtask lint --rules > docs/checker.md` makes this text; a test holds it to what the program does. An *error* is a
contradiction in the plan, or something that keeps it from being acted on; a *warn* is a known weak spot; a *hint* is a question
worth asking. All of it is advice: nothing is ever blocked, and any finding can be left as it is. There is no score.

OBJ-03, OBJ-06, STR-04, STR-05, TAC-05, LNG-01 and LNG-02 read texts by word lists, one set a language, and so they guess: on
sentences they had not seen, STR-04 and STR-05 caught about half, and took one or two good ones in ten for bad ones.
";

const SOURCES: &str = "\
## Where the rules come from

A number stands for a row in the notes on five texts; the ideas are theirs, the words are new.

| | text |
|---|---|
| S0 | A question-and-answer page that repeats Digital Strategy Yoga, *Difference between Digital Strategy & Digital Marketing* |
| S1 | Marketing Tom, *Are you tactically or strategically minded?* (2009), which quotes Seth Godin |
| S2 | A blog post by Dasha (2017), after the plan template of Smart Insights by Dave Chaffey |
| S3 | Jenna Tiffany, *What Is A Digital Marketing Strategy?*, Digital Doughnut (2017), read in French |
| S4 | The transcript of a video |

George Doran: *There’s a S.M.A.R.T. way to write management’s goals and objectives* (1981). Richard Rumelt: *Good Strategy/Bad
Strategy* (2011). Michael Porter: *What Is Strategy?* (1996). Roger Martin: that a choice needs an opposite somebody could
choose. PR Smith: SOSTAC®, whose order the sections follow; he has no link with this project. Benjamin Harkin and others: *Does
monitoring goal progress promote goal attainment?* (2016). OKR: objectives and key results, as commonly taught. GOV.UK: its list of
words to avoid gave the idea; our lists are our own.
";

/// The whole text.
///
/// # Errors
/// Where our own content cannot be read.
pub(crate) fn page() -> Result<String> {
    let (texts, shapes) = (lint::texts("en")?, content::checker("en")?);
    let mut page = format!("{HEAD}\n");
    let mut section = "";
    for rule in RULES {
        let text = texts.rule(rule.id).context("a rule without words")?;
        if text.section != section {
            section = &text.section;
            let end = if page.ends_with("|\n") { "\n" } else { "" };
            writeln!(
                page,
                "{end}## {}\n\n| rule | | what it says | why | from |\n|---|---|---|---|---|",
                name(section)
            )?;
        }
        let severities = shapes["rules"][rule.id]["severity"].as_array().into_iter().flatten();
        let severities: Vec<&str> = severities.filter_map(serde_json::Value::as_str).collect();
        writeln!(page, "{}", row(rule.id, &severities.join(" or "), text))?;
    }
    write!(page, "\n{SOURCES}")?;
    Ok(page)
}

fn row(id: &str, severity: &str, text: &RuleText) -> String {
    let said = text.messages.join(" / ").replace(['{', '}'], "*");
    format!("| {id} {} | {severity} | {said} | {} | {} |", text.title, text.why, text.sources.join(", "))
}

fn name(section: &str) -> String {
    let mut letters = section.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::page;
    use std::fs;

    #[test]
    fn the_text_in_the_repository_is_what_the_program_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/checker.md");
        let is = fs::read_to_string(path).unwrap();
        assert!(is == page().unwrap(), "cargo xtask lint --rules > docs/checker.md brings it up to date");
    }
}
