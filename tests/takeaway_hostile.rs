//! Hostile texts in every field of a plan, through every export, and read back by parsers that are not ours: each comes back
//! as the text it was, and as nothing else.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;
mod takeaway_common;

use common::LANGUAGES;
use icalendar::{Calendar, CalendarComponent, Component, parser::unfold};
use plan_common::{full_file, hostile::hostile, sound};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::collections::BTreeSet;
use strategy_first::{
    plan::plan::Plan,
    takeaway::{
        calendar::calendar,
        file_name::file_name,
        markdown::markdown,
        plain::clean,
        sheet::sheet,
        tables::{actions, budget, measures},
        voice::one_line,
        word::word,
    },
};
use takeaway_common::{EUROS, FRENCH, Reader, everywhere, now};

/// Every hostile text, with a plan that has it in every field.
fn plans() -> Vec<(String, Plan)> {
    let full = sound(&full_file());
    let texts = hostile();
    assert!(texts.len() >= 60, "{} hostile texts", texts.len());
    texts.into_iter().map(|one| (one.text.clone(), everywhere(full.clone(), &one.text))).collect()
}

#[test]
fn markdown_holds_the_texts_and_nothing_that_they_would_be() {
    for lang in LANGUAGES {
        let reader = Reader::new(lang);
        let plain = everywhere(sound(&full_file()), "plain");
        let usual = reader.voice(&plain);
        let shapes = reader.outlines.iter().map(|outline| Read::new(&markdown(&usual, &sheet(&usual, outline))).shape);
        let shapes: Vec<Vec<String>> = shapes.collect();
        for (text, plan) in plans() {
            let voice = reader.voice(&plan);
            for (outline, shape) in reader.outlines.iter().zip(&shapes) {
                let page = markdown(&voice, &sheet(&voice, outline));
                let read = Read::new(&page);
                let wanted = one_line(&text);
                assert!(wanted.is_empty() || read.shape == *shape, "{text:?} changed the page: {page}");
                assert!(read.words.contains(&squeezed(&wanted)), "{text:?} in {page}");
                assert!(read.odd.is_empty(), "{text:?}: {:?}", read.odd);
                for link in read.links {
                    let scheme = link.split(':').next().unwrap().to_ascii_lowercase();
                    assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{link}");
                    assert_eq!(link, clean(&text));
                }
                assert_eq!(read.headings[0], if wanted.is_empty() { voice.title() } else { squeezed(&wanted) });
                let sections = outline.sections.len();
                assert!(read.headings.len() > sections, "each section has its heading");
            }
        }
    }
}

/// A page as a parser of Markdown sees it.
struct Read {
    /// All words, each run of blanks one blank.
    words: String,
    /// Its headings, paragraphs, lists and tables, one behind the other.
    shape: Vec<String>,
    headings: Vec<String>,
    links: Vec<String>,
    /// What we never write.
    odd: BTreeSet<String>,
}

impl Read {
    fn new(page: &str) -> Read {
        let (mut words, mut headings, mut links, mut odd) = (String::new(), Vec::new(), Vec::new(), BTreeSet::new());
        let (mut shape, mut heading): (Vec<String>, Option<String>) = (Vec::new(), None);
        for event in Parser::new_ext(page, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            if let Event::Start(tag) = &event
                && !matches!(tag, Tag::Link { .. })
            {
                shape.push(format!("{tag:?}"));
            }
            match event {
                Event::Text(text) => {
                    words.push_str(&text);
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, dest_url, .. }) => {
                    links.push(dest_url.to_string());
                }
                Event::SoftBreak
                | Event::HardBreak
                | Event::Start(
                    Tag::Paragraph
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::Strong
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell,
                ) => words.push(' '),
                Event::End(_) => {
                    words.push(' ');
                    headings.extend(heading.take().map(|text| squeezed(&text)));
                }
                other => {
                    odd.insert(format!("{other:?}"));
                }
            }
        }
        Read { words: squeezed(&words), shape, headings, links, odd }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_cell_of_a_table_is_a_formula_however_it_is_taken_apart() {
    let reader = Reader::new("en");
    for (text, plan) in plans() {
        for dialect in [EUROS, FRENCH] {
            let voice = reader.voice(&plan);
            for table in [actions(&voice, dialect), measures(&voice, dialect), budget(&voice, dialect)] {
                let read = cells(&table, u8::try_from(dialect.separator()).unwrap());
                let typed =
                    read.iter().filter(|cell| ungarded(cell) == clean(&text) || ungarded(cell) == one_line(&text));
                assert!(typed.count() > 0, "{text:?} in {table}");
                for cell in read.iter().flat_map(|cell| cell.split([',', ';', '\t', '|', '\n', '\r'])) {
                    harmless(cell, &text);
                }
                // As a reader sees it that knows nothing of quotation marks.
                for cell in table.split([',', ';', '\t', '|', '\n', '\r']) {
                    harmless(cell, &text);
                }
            }
        }
    }
}

fn cells(table: &str, separator: u8) -> Vec<String> {
    let table = table.strip_prefix('\u{feff}').expect("it says that it is UTF-8");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(false).from_reader(table.as_bytes());
    reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// What was typed: apostrophes of ours stand only before what they guard.
fn ungarded(cell: &str) -> String {
    let mut text = cell.to_owned();
    for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
        text = text.replace(&format!("'{sign}"), sign);
    }
    text
}

fn harmless(cell: &str, text: &str) {
    let cell = cell.trim_matches(|letter: char| letter.is_whitespace() || "\"\u{feff}\u{200b}".contains(letter));
    let begins = cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
    assert!(!begins || is_number, "{cell:?} of {text:?}");
}

#[test]
fn a_calendar_has_its_own_events_and_no_others() {
    let reader = Reader::new("en");
    let expected: BTreeSet<&str> =
        ["p.a.action@strategy-first", "p.a.end@strategy-first", "p.o.due@strategy-first", "p.r.review@strategy-first"]
            .into();
    for (text, plan) in plans() {
        let file = calendar(&reader.voice(&plan), &now());
        for line in file.split_inclusive("\r\n") {
            let line = line.strip_suffix("\r\n").expect("each line ends in CRLF");
            assert!(line.len() <= 75, "{line}");
            assert!(!line.contains(['\r', '\n', '\0']), "{line:?}");
        }
        let read: Calendar = unfold(&file).parse().unwrap_or_else(|error| panic!("{error}: {text:?}"));
        let events: Vec<_> = read.components.iter().filter_map(CalendarComponent::as_event).collect();
        assert_eq!(events.len(), read.components.len());
        let names: BTreeSet<&str> = events.iter().map(|event| event.get_uid().unwrap()).collect();
        assert_eq!(names, expected);
        for event in events {
            let wanted = one_line(&text);
            let told = [event.get_summary().unwrap(), event.get_description().unwrap()].concat();
            assert!(told.contains(&wanted), "{wanted:?} in {told:?}");
            let known = [
                "UID",
                "DTSTAMP",
                "LAST-MODIFIED",
                "SEQUENCE",
                "DTSTART",
                "DTEND",
                "SUMMARY",
                "DESCRIPTION",
                "STATUS",
                "TRANSP",
            ];
            assert!(event.properties().keys().all(|key| known.contains(&key.as_str())), "{:?}", event.properties());
        }
    }
}

/// XML can hold all of it, and a script is told only of addresses that a link may lead to.
#[test]
fn the_tree_for_word_holds_plain_text_and_good_links() {
    let reader = Reader::new("fr");
    for (text, plan) in plans() {
        let voice = reader.voice(&plan);
        let tree = word(&voice, &sheet(&voice, reader.outline("sostac"))).to_string();
        let tree: serde_json::Value = serde_json::from_str(&tree).unwrap();
        let mut texts = Vec::new();
        strings(&tree, "", &mut texts);
        for (key, held) in &texts {
            assert!(held.chars().all(fits_xml), "{held:?} of {text:?}");
            if key == "href" {
                assert!(["http://", "https://", "mailto:"].iter().any(|scheme| held.starts_with(scheme)), "{held}");
            }
        }
        assert!(texts.iter().any(|(_, held)| *held == clean(&text)) || clean(&text).is_empty(), "{text:?}");
    }
}

fn strings(value: &serde_json::Value, key: &str, found: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::String(text) => found.push((key.to_owned(), text.clone())),
        serde_json::Value::Array(list) => list.iter().for_each(|one| strings(one, key, found)),
        serde_json::Value::Object(object) => object.iter().for_each(|(key, one)| strings(one, key, found)),
        _ => {}
    }
}

/// XML 1.0, production 2.
fn fits_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn a_file_is_called_something_that_every_system_allows() {
    for one in hostile() {
        let name = file_name(&one.text, Some("actions"), "csv");
        let stem = name.strip_suffix("-actions.csv").unwrap();
        assert!(!stem.is_empty() && name.len() <= 255, "{}: {name}", one.name);
        let bad = |letter: char| letter.is_control() || letter.is_whitespace() || "<>:\"/\\|?*'`$&;%~".contains(letter);
        assert!(!name.contains(bad), "{}: {name}", one.name);
        assert!(!name.starts_with(['.', '-']), "{}: {name}", one.name);
        assert!(!name.chars().any(|letter| ('\u{202a}'..='\u{202e}').contains(&letter)), "{}: {name}", one.name);
        let device = stem.to_ascii_uppercase();
        assert!(!["CON", "PRN", "AUX", "NUL"].contains(&device.as_str()), "{}: {name}", one.name);
    }
}
