//! `cargo xtask lint --rules`: the list of rules in docs/checker.md, made of what the checker itself goes by.

use crate::{content, files, lint, place::Place};
use anyhow::{Context, Result};
use std::{fmt::Write, fs};
use strategy_first::plan::checker::{rules::RULES, texts::RuleText};

/// Where the text begins and ends in docs/checker.md.
const BEGIN: &str = "<!-- What `cargo xtask lint --rules` writes begins here. -->\n";
const END: &str = "<!-- What `cargo xtask lint --rules` writes ends here. -->\n";

const SOURCES: &str = "\
### Where the rules come from

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

/// Writes the list into docs/checker.md, between its two comments.
///
/// # Errors
/// Where docs/checker.md or our own content cannot be read, or the comments are gone.
pub(crate) fn write(place: &Place) -> Result<()> {
    let path = place.root.join("docs/checker.md");
    let text = with_rules(&files::read_text(&path)?)?;
    fs::write(&path, text).context("docs/checker.md cannot be written")
}

fn with_rules(page: &str) -> Result<String> {
    let (before, rest) = page.split_once(BEGIN).context("docs/checker.md lost the comment before the rules")?;
    let (_, after) = rest.split_once(END).context("docs/checker.md lost the comment after the rules")?;
    Ok(format!("{before}{BEGIN}{}{END}{after}", rules()?))
}

fn rules() -> Result<String> {
    let (texts, shapes) = (lint::texts("en")?, content::checker("en")?);
    let mut page = String::new();
    let mut section = "";
    for rule in RULES {
        let text = texts.rule(rule.id).context("a rule without words")?;
        if text.section != section {
            section = &text.section;
            let name = name(section);
            writeln!(page, "\n### {name}\n\n| rule | | what it says | why | from |\n|---|---|---|---|---|")?;
        }
        let severities = shapes["rules"][rule.id]["severity"].as_array().into_iter().flatten();
        let severities: Vec<&str> = severities.filter_map(serde_json::Value::as_str).collect();
        writeln!(page, "{}", row(rule.id, &severities.join(" or "), text))?;
    }
    write!(page, "\n{SOURCES}\n")?;
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
    use super::{RULES, with_rules};
    use std::fs;

    fn page() -> String {
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/checker.md")).unwrap()
    }

    #[test]
    fn the_list_holds_the_rules_that_the_program_goes_by() {
        let is = page();
        assert!(is == with_rules(&is).unwrap(), "cargo xtask lint --rules brings it up to date");
    }

    #[test]
    fn the_page_says_how_many_there_are() {
        let said = format!("looks for {} things", RULES.len());
        assert!(page().contains(&said), "docs/checker.md is to say that the checker {said}");
    }
}
