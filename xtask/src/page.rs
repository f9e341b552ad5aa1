//! Turns the words of the pages to read into the tree of parts that the app draws (`src/ui/article.rs`).

use serde_json::{Map, Value, json};
use strategy_first::words::fill;

/// The page as a tree, from `content/<lang>/difference.json`.
pub(crate) fn difference(words: &Value) -> Value {
    let mut parts = vec![
        json!("div.sf-page"),
        json!(["p.sf-eyebrow", words["minutes"]]),
        json!(["title", words["title"]]),
        json!(["p.sf-lead", words["lead"]]),
    ];
    let none = |_: &Value| Vec::new();
    parts.extend(section(&words["short"], none));
    parts.extend(section(&words["pair"], pair));
    parts.extend(section(&words["begins"], none));
    parts.extend(section(&words["stages"], stages));
    parts.extend(section(&words["distinctions"], distinctions));
    parts.extend(section(&words["disagree"], disagree));
    parts.extend(section(&words["figure"], none));
    parts.extend(section(&words["credits"], credits));
    Value::Array(parts)
}

/// The page *About*, from `content/<lang>/about.json`.
pub(crate) fn about(words: &Value, version: &str) -> Value {
    let paragraph = |words: &Value| json!(["p.sf-text", fill(text(words), &[("version", version)])]);
    let item = |item: &Value| {
        let mut said = vec![json!("li"), json!(["strong", item["name"]]), json!(" ")];
        if item["work"].is_string() {
            said.extend([json!(["cite", item["work"]]), json!(" ")]);
        }
        said.push(item["text"].clone());
        Value::Array(said)
    };
    let mut parts = head(words);
    for section in list(&words["sections"]) {
        parts.push(json!(["h1", section["heading"]]));
        parts.extend(list(&section["paragraphs"]).iter().map(paragraph));
        let items = list(&section["list"]);
        if !items.is_empty() {
            parts.push([json!("ul.sf-points")].into_iter().chain(items.iter().map(item)).collect());
        }
        parts.extend(list(&section["after"]).iter().map(paragraph));
    }
    parts.into()
}

/// The glossary: its terms in groups, from `content/<lang>/glossary.json` in the order of `content/glossary.json`.
pub(crate) fn glossary(order: &Value, words: &Value) -> Value {
    let mut parts = head(words);
    for group in list(&order["groups"]) {
        parts.push(json!(["h1", words["groups"][text(&group["id"])]]));
        parts.push(terms(&group["terms"], words));
    }
    parts.into()
}

/// The terms that each section of a plan uses, by the id of the section.
pub(crate) fn section_terms(order: &Value, words: &Value) -> Value {
    let sections = order["sections"].as_object().into_iter().flatten();
    Value::Object(sections.map(|(id, used)| (id.clone(), terms(used, words))).collect::<Map<_, _>>())
}

fn terms(ids: &Value, words: &Value) -> Value {
    let term = |id: &Value| {
        let term = &words["terms"][text(id)];
        let said = |key: &str, blank: &str, with: &Value| fill(text(&words[key]), &[(blank, text(with))]);
        let mut said_of = vec![json!("dd"), json!(["p.sf-text", term["text"]])];
        said_of.push(json!(["p.sf-note", said("example", "text", &term["example"])]));
        if !term["also"].is_null() {
            said_of.push(json!(["p.sf-note", said("also", "names", &term["also"])]));
        }
        json!(["div.sf-term", ["dt", term["term"]], said_of])
    };
    [json!("dl.sf-terms")].into_iter().chain(list(ids).iter().map(term)).collect()
}

/// The title and what leads in.
fn head(words: &Value) -> Vec<Value> {
    vec![json!("div.sf-page"), json!(["title", words["title"]]), json!(["p.sf-lead", words["lead"]])]
}

/// A heading, a lead and paragraphs, what is special about the section, and its notes.
fn section(words: &Value, special: impl FnOnce(&Value) -> Vec<Value>) -> Vec<Value> {
    let mut parts = vec![json!(["h1", words["heading"]])];
    let paragraph = |class: &str, words: &Value| words.as_str().map(|words| json!([class, words]));
    parts.extend(paragraph("p.sf-text", &words["lead"]));
    parts.extend(paragraph("p.sf-text", &words["text"]));
    parts.extend(list(&words["paragraphs"]).iter().filter_map(|one| paragraph("p.sf-text", one)));
    parts.extend(special(words));
    parts.extend(paragraph("p.sf-text", &words["note"]));
    parts.extend(paragraph("p.sf-note", &words["credit"]));
    parts
}

fn pair(words: &Value) -> Vec<Value> {
    let columns = list(&words["columns"]);
    let mut heads = vec![json!("tr"), json!(["td", ""])];
    heads.extend(columns.iter().map(|column| json!(["th", {"scope": "col"}, column])));
    let mut body = vec![json!("tbody")];
    for row in list(&words["rows"]) {
        let mut cells = vec![json!("tr"), json!(["th", {"scope": "row"}, row["label"]])];
        let pairs = list(&row["cells"]).iter().zip(columns);
        cells.extend(pairs.map(|(cell, column)| json!(["td", {"data-label": column}, cell])));
        body.push(Value::Array(cells));
    }
    vec![json!(["table.sf-table", ["thead", heads], body])]
}

fn stages(words: &Value) -> Vec<Value> {
    let rows = list(&words["rows"]).iter().map(|row| json!(["li", ["strong", row["name"]], ["span", row["text"]]]));
    vec![Value::Array([json!("ol.sf-stages")].into_iter().chain(rows).collect())]
}

/// Each distinction folds, the first is open.
fn distinctions(words: &Value) -> Vec<Value> {
    let side = |side: &Value| {
        let example = ["p.sf-note", &format!("{}: {}", text(&words["example"]), text(&side["example"]))];
        json!(["div.sf-side", ["h2", side["name"]], ["p.sf-text", side["meaning"]], example])
    };
    let row = |(index, row): (usize, &Value)| {
        let sides: Vec<Value> =
            [json!("div.sf-sides")].into_iter().chain(list(&row["sides"]).iter().map(side)).collect();
        let summary = json!(["summary", ["span", row["name"]]]);
        if index == 0 {
            json!(["details.sf-fold", {"open": ""}, summary, sides])
        } else {
            json!(["details.sf-fold", summary, sides])
        }
    };
    list(&words["rows"]).iter().enumerate().map(row).collect()
}

fn disagree(words: &Value) -> Vec<Value> {
    let side = |side: &Value| json!(["li", side["view"], " ", ["span.sf-note", side["who"]]]);
    let row = |row: &Value| {
        let sides: Vec<Value> = [json!("ul")].into_iter().chain(list(&row["sides"]).iter().map(side)).collect();
        json!(["div.sf-dispute", ["h2", row["question"]], sides, ["p.sf-text", row["note"]]])
    };
    list(&words["rows"]).iter().map(row).collect()
}

fn credits(words: &Value) -> Vec<Value> {
    let row = |row: &Value| {
        let rest = format!(", {}, {}. {}", text(&row["what"]), text(&row["year"]), text(&row["took"]));
        let mut parts = vec![json!("li"), json!(["strong", row["who"]]), json!(rest)];
        if !text(&row["where"]).is_empty() {
            parts.push(json!(["p.sf-note", row["where"]]));
        }
        Value::Array(parts)
    };
    let rows: Vec<Value> = [json!("ul.sf-credits")].into_iter().chain(list(&words["rows"]).iter().map(row)).collect();
    vec![json!(["details.sf-fold", ["summary", ["span", words["summary"]]], rows])]
}

fn text(words: &Value) -> &str {
    words.as_str().unwrap_or_default()
}

fn list(words: &Value) -> &[Value] {
    words.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{languages, read};
    use std::collections::BTreeSet;

    #[test]
    fn a_page_has_all_its_words_in_every_language() {
        let order = read("content/glossary.json").unwrap();
        for lang in languages().unwrap() {
            let words = |part: &str| read(&format!("content/{lang}/{part}.json")).unwrap();
            let about = about(&words("about"), "1.2.3");
            assert!(about.to_string().contains("1.2.3"), "{lang}: the page names the version");
            for tree in [about, glossary(&order, &words("glossary")), section_terms(&order, &words("glossary"))] {
                let text = tree.to_string();
                for gap in ["null", "\"\"", "{version}", "{text}", "{names}"] {
                    assert!(!text.contains(gap), "{lang} has {gap} in {text}");
                }
            }
        }
    }

    #[test]
    fn the_glossary_explains_each_term_once_and_every_section_has_some() {
        let order = read("content/glossary.json").unwrap();
        let ids = |list: &Value| list.as_array().unwrap().iter().map(|id| text(id).to_owned()).collect::<Vec<_>>();
        let explained: Vec<String> = list(&order["groups"]).iter().flat_map(|group| ids(&group["terms"])).collect();
        let once: BTreeSet<&String> = explained.iter().collect();
        assert_eq!(once.len(), explained.len());
        for lang in languages().unwrap() {
            let words = read(&format!("content/{lang}/glossary.json")).unwrap();
            let written: BTreeSet<&String> = words["terms"].as_object().unwrap().keys().collect();
            assert_eq!(written, once, "{lang}");
        }
        let sections = order["sections"].as_object().unwrap();
        let outlines = read("content/en/outlines.json").unwrap();
        let named: BTreeSet<&String> = outlines["outlines"]["sostac"]["sections"].as_object().unwrap().keys().collect();
        assert_eq!(sections.keys().collect::<BTreeSet<_>>(), named);
        assert!(sections.values().flat_map(ids).all(|id| once.contains(&id)));
    }
}
