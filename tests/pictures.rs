//! The pictures to keep: sound XML whatever somebody typed, every word in them, nothing outside named.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;

use common::given;
use plan_common::{clean_plan, hostile::hostile, plan_with};
use proptest::prelude::*;
use roxmltree::{Document, Node as Element};
use serde_json::json;
use std::collections::BTreeSet;
use strategy_first::{
    picture::{
        Picture,
        crowd::{self, Crowd},
        lines,
        map::{self, Said as MapSaid},
        result::{self, Said},
        square::Point,
        svg::{self, Node},
    },
    plan::{
        map::{COLUMNS, Map},
        plan::Plan,
    },
    quiz::{
        outcome::{Outcome, outcome},
        pack::{Pack, Stage},
    },
};

/// What the pictures are made of; anything else came from a text.
const ELEMENTS: [&str; 10] = ["svg", "title", "desc", "g", "rect", "line", "circle", "path", "text", "tspan"];
const SVG: &str = "http://www.w3.org/2000/svg";

/// The whole text of an element, its lines joined as they were broken.
fn words(element: Element) -> String {
    let lines = element.descendants().filter(Element::is_text).filter_map(|node| node.text());
    lines.collect::<Vec<_>>().join(" ")
}

/// All that is written in a picture.
fn written(picture: &Picture) -> Vec<String> {
    let file = Document::parse(&picture.text).unwrap();
    file.descendants().filter(|node| node.has_tag_name((SVG, "text"))).map(words).collect()
}

/// Fails unless the picture is sound, names nothing outside, can run nothing, and has its name and its words in it.
fn stands_on_its_own(picture: &Picture) {
    let file = Document::parse(&picture.text).unwrap_or_else(|error| panic!("{error}: {}", picture.text));
    let root = file.root_element();
    let size = |name: &str| root.attribute(name).unwrap().parse::<i32>().unwrap();
    assert_eq!((size("width"), size("height")), (picture.width, picture.height));
    assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 {} {}", picture.width, picture.height));
    assert!(root.attribute("lang").is_some_and(|lang| !lang.is_empty()));
    let of = |tag: &str| words(root.children().find(|node| node.has_tag_name((SVG, tag))).unwrap());
    assert!(!of("title").is_empty() && !of("desc").is_empty());
    for element in file.descendants().filter(Element::is_element) {
        let name = element.tag_name();
        assert!(name.namespace() == Some(SVG) && ELEMENTS.contains(&name.name()), "{name:?}");
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && !["href", "style", "class", "src"].contains(&name), "{name}");
            assert!(!value.contains("url(") && !value.contains("var("), "{name}={value}");
            if ["fill", "stroke"].contains(&name) {
                assert!(value == "none" || value.starts_with('#') && value.len() == 7, "{name}={value}");
            }
        }
    }
}

fn said() -> Said {
    let text = |text: &str| text.to_owned();
    Said {
        eyebrow: text("Your result, today"),
        lead: text("A lead"),
        text: text("What it means"),
        square: text("Where your answers stand"),
        numbers: text("In numbers"),
        words: text("In words"),
        key: text("How to read it"),
        steps: text("Step by step"),
        no_word: text("too few answers"),
        first: Some([text("Start here"), text("Objectives"), text("Write one down")]),
        from: text("Strategy First"),
    }
}

/// What comes of the answer at `place` to each question.
fn outcome_of(pack: &Pack, place: usize) -> Outcome {
    let answers = pack.items.iter().map(|item| (item.id.clone(), item.options[place % item.options.len()].id.clone()));
    outcome(pack, &answers.collect())
}

fn result_of(pack: &Pack, said: &Said) -> Picture {
    result::result(pack, &outcome_of(pack, 1), None, said).unwrap()
}

#[test]
fn a_result_says_all_that_it_is_given_in_each_language() {
    for (id, lang) in [("full", "en"), ("full", "fr"), ("quick", "en"), ("quick", "fr")] {
        let pack = common::pack(id, lang);
        let picture = result_of(&pack, &said());
        stands_on_its_own(&picture);
        let written = written(&picture);
        let mut expected: Vec<&str> = vec!["A lead", "What it means", "In numbers", "How to read it", "Strategy First"];
        expected.extend(["Start here", "Objectives", "Write one down", "Your result, today"]);
        expected
            .extend([&pack.direction, &pack.work].into_iter().flat_map(|axis| [&*axis.name, &axis.low, &axis.high]));
        expected.extend(
            ["starting-out", "busy", "on-paper", "aligned"].map(|name| &*pack.reading_text_by(name).unwrap().name),
        );
        if pack.stage_min_answers.is_some() {
            expected.extend(Stage::ALL.map(|stage| pack.stage_name(stage)));
        }
        for text in expected {
            assert!(written.iter().any(|line| line == text), "{id}, {lang}: {text} is not in {written:#?}");
        }
        assert!(written.contains(&pack.caveat) || pack.caveat.is_empty(), "{id}, {lang}: {}", pack.caveat);
    }
}

#[test]
fn a_result_without_scores_is_no_picture() {
    let pack = common::pack("full", "en");
    assert_eq!(result::result(&pack, &outcome(&pack, &given(&pack, "direction=1/1")), None, &said()), None);
}

#[test]
fn the_time_before_is_an_open_circle_with_a_line_from_it() {
    let pack = common::pack("full", "en");
    let outcome = outcome_of(&pack, 1);
    let circles = |before: Option<Point>| {
        let picture = result::result(&pack, &outcome, before, &said()).unwrap();
        stands_on_its_own(&picture);
        picture.text.matches(r##"fill="#ffffff" stroke="#1c2430""##).count()
    };
    assert_eq!((circles(None), circles(Some(Point::new(10, 90)))), (0, 1));
}

#[test]
fn a_group_has_a_disc_for_each_of_its_people_and_stands_on_its_own() {
    let said = |text: &str| crowd::Said {
        eyebrow: text.to_owned(),
        lead: text.to_owned(),
        text: text.to_owned(),
        key: text.to_owned(),
        from: text.to_owned(),
    };
    let at = |place: u8| Point::new(place, 100 - place);
    let group = |people: u8| Crowd {
        points: (0..people).map(|who| at(who % 7 * 16)).collect(),
        middle: at(50),
        low: at(40),
        high: at(60),
    };
    for (pack, people) in [(common::pack("full", "en"), 5), (common::pack("quick", "fr"), 200)] {
        let picture = crowd::file(&pack, &group(people), &said("In words"));
        stands_on_its_own(&picture);
        assert_eq!(picture.text.matches("<circle").count(), usize::from(people));
        assert_eq!(written(&picture).iter().filter(|line| *line == "In words").count(), 5);
    }
    for each in hostile() {
        let mut pack = common::pack("full", "en");
        each.text.clone_into(&mut pack.direction.high);
        stands_on_its_own(&crowd::file(&pack, &group(5), &said(&each.text)));
    }
}

#[test]
fn hostile_words_stay_words_in_a_result() {
    for (index, each) in hostile().into_iter().enumerate() {
        let mut pack = common::pack("full", if index % 2 == 0 { "en" } else { "fr" });
        let fields = [&mut pack.direction.name, &mut pack.work.low, &mut pack.caveat, &mut pack.readings[0].1.name];
        for text in fields.into_iter().chain(pack.stages.iter_mut().map(|stage| &mut stage.name)) {
            text.clone_from(&each.text);
        }
        let text = || each.text.clone();
        let said = Said { lead: text(), words: text(), first: Some([text(), text(), text()]), ..said() };
        stands_on_its_own(&result_of(&pack, &said));
    }
}

/// The picture of a plan's map, as the page makes it.
fn map_of(plan: &Plan, name: impl Fn(usize) -> String) -> (Map, Picture) {
    let all = strategy_first::plan::map::map(plan);
    let shown = all.cut(60);
    let (counts, left) = (all.counts(), shown.counts());
    let loose = |index: usize| shown.nodes[index].is_loose().then(|| "loose: serves nothing".to_owned());
    let said = MapSaid {
        lang: "en".to_owned(),
        title: "A plan".to_owned(),
        eyebrow: "What serves what, today".to_owned(),
        heads: COLUMNS.map(|table| table.name().to_owned()),
        rests: std::array::from_fn(|column| match counts[column] - left[column] {
            0 => String::new(),
            more => format!("and {more} more"),
        }),
        none: "nothing yet".to_owned(),
        things: (0..shown.nodes.len()).map(|index| (name(index), loose(index))).collect(),
        key: Some("Dashed is loose".to_owned()),
        from: "Strategy First".to_owned(),
        words: "So many of each".to_owned(),
    };
    let picture = map::map(&shown, &said);
    let enlarged = picture.enlarged();
    let whole = Document::parse(&enlarged.text).unwrap();
    assert_eq!(whole.root_element().attribute("width"), Some(&*enlarged.width.to_string()));
    (shown, picture)
}

#[test]
fn a_map_has_every_thing_with_every_link() {
    let (map, picture) = map_of(&clean_plan(), |index| format!("thing number {index}"));
    stands_on_its_own(&picture);
    let written = written(&picture);
    for index in 0..map.nodes.len() {
        assert!(written.contains(&format!("thing number {index}")), "{index}");
    }
    assert!(map.links.len() > 4);
    assert_eq!(picture.text.matches("<path ").count(), map.links.len());
    assert_eq!(
        picture.text.matches("stroke-dasharray").count(),
        map.nodes.iter().filter(|node| node.is_loose()).count()
    );
    assert!(
        ["A plan", "What serves what, today", "Dashed is loose"]
            .iter()
            .all(|text| written.iter().any(|line| line == text))
    );
}

#[test]
fn a_thing_with_a_long_name_is_cut_and_has_the_whole_of_it_in_its_title() {
    let name = "a very long name ".repeat(30);
    let (map, picture) = map_of(&clean_plan(), |_| name.clone());
    let file = Document::parse(&picture.text).unwrap();
    let titles = file.descendants().filter(|node| node.has_tag_name((SVG, "title")) && words(*node) == name);
    assert_eq!(titles.count(), map.nodes.len());
    assert!(written(&picture).iter().filter(|line| line.ends_with('…')).count() >= map.nodes.len());
}

#[test]
fn a_thousand_tactics_are_cut_to_what_can_be_read_and_the_rest_is_counted() {
    let tactics: Vec<_> = (0..1000).map(|n| json!({"id": format!("t{n}"), "text": format!("tactic {n}")})).collect();
    let (map, picture) = map_of(&plan_with(json!({ "tactics": tactics })), |index| format!("tactic {index}"));
    stands_on_its_own(&picture);
    assert_eq!(map.nodes.len(), 60);
    let written = written(&picture);
    assert!(written.contains(&"and 940 more".to_owned()), "{written:#?}");
    assert_eq!(written.iter().filter(|line| *line == "nothing yet").count(), 4);
    let Picture { width, height, .. } = picture.enlarged();
    assert!(width > 700 && width.saturating_mul(height) <= 16_000_000, "{width} × {height}");
}

#[test]
fn hostile_names_stay_names_in_a_map() {
    let texts: Vec<String> = hostile().into_iter().map(|each| each.text).collect();
    for start in (0..texts.len()).step_by(7) {
        let (_, picture) = map_of(&clean_plan(), |index| texts[(start + index) % texts.len()].clone());
        stands_on_its_own(&picture);
    }
}

#[test]
fn whatever_is_written_is_read_again_as_the_same_text() {
    let check = |text: &str, expected: &str| {
        let file = Node::new("svg").with("lang", text).words(text).file();
        let read = Document::parse(&file).unwrap_or_else(|error| panic!("{error}: {file}"));
        let root = read.root_element();
        assert_eq!((root.attribute("lang"), root.text().unwrap_or_default()), (Some(expected), expected), "{text:?}");
        assert_eq!(root.children().filter(Element::is_element).count(), 0, "{text:?}");
    };
    check("a < b & c > d \"e\" 'f'", "a < b & c > d \"e\" 'f'");
    check("]]><script>&amp;", "]]><script>&amp;");
    check("two\nlines\r\nand\ta tab", "two lines  and a tab");
    check("a\0b\u{1}c\u{1f}d\u{7f}e\u{85}f\u{fffe}", "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}");
    check("é ’ « » \u{202f} 😀 \u{202e}", "é ’ « » \u{202f} 😀 \u{202e}");
}

#[test]
fn an_address_holds_the_file_and_no_sign_that_ends_it() {
    let file = Node::new("svg").words("# 100 % \"é\" <b>").file();
    let address = svg::address(&file);
    assert!(address.starts_with("data:image/svg+xml,") && address.is_ascii(), "{address}");
    let mut bytes = Vec::new();
    let mut rest = address.strip_prefix("data:image/svg+xml,").unwrap();
    while let Some(first) = rest.chars().next() {
        assert!(!"#\"'<>&\n".contains(first), "{address}");
        let (byte, length) =
            if first == '%' { (u8::from_str_radix(&rest[1..3], 16).unwrap(), 3) } else { (first as u8, 1) };
        bytes.push(byte);
        rest = &rest[length..];
    }
    assert_eq!(String::from_utf8(bytes).unwrap(), file);
}

#[test]
fn words_are_broken_where_they_fit() {
    let check = |words: &str, width: i32, most: usize, expected: &[&str]| {
        assert_eq!(lines::broken(words, width, 10, false, most), expected, "{words:?} in {width}");
    };
    check("", 100, 3, &[]);
    check(" \n\t ", 100, 3, &[]);
    check("one two", 100, 3, &["one two"]);
    check("one\n two", 20, 3, &["one", "two"]);
    check("one two three", 30, 2, &["one", "two…"]);
    check("unbreakable", 20, 3, &["unb", "rea", "k…"]);
    check("e\u{301}e\u{301}e\u{301}e\u{301}", 13, 4, &["e\u{301}e\u{301}", "e\u{301}e\u{301}"]);
    check("wide", 1, 9, &["w", "i", "d", "e"]);
    check("un\u{a0}: deux", 24, 3, &["un\u{a0}:", "deux"]);
}

proptest! {
    /// With lines enough nothing is lost, and a smaller room never makes fewer lines.
    #[test]
    fn nothing_is_lost_where_there_are_lines_enough(words in "\\PC{0,80}", width in 40..400) {
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        let broken = lines::broken(&words, width, 14, true, 1000);
        prop_assert_eq!(letters(&broken.concat()), letters(&words));
        prop_assert!(lines::broken(&words, width / 2, 14, true, 1000).len() >= broken.len());
        prop_assert!(lines::broken(&words, width, 14, true, 2).len() <= 2);
    }
}

#[test]
fn a_picture_is_drawn_twice_as_large_unless_that_is_too_much() {
    let check = |width: i32, height: i32, expected: (i32, i32)| {
        let text =
            format!("<svg width=\"{width}\" height=\"{height}\"><rect width=\"{width}\" height=\"{height}\"/></svg>");
        let picture = Picture { text, words: String::new(), width, height }.enlarged();
        assert_eq!((picture.width, picture.height), expected);
        let start = format!("<svg width=\"{}\" height=\"{}\"><rect width=\"{width}\"", expected.0, expected.1);
        assert!(picture.text.starts_with(&start), "{}", picture.text);
    };
    check(900, 1000, (1800, 2000));
    check(1436, 6000, (1866, 7800));
    check(1436, 20_000, (1005, 14_000));
}

/// Every colour of the picture is one of those that the page has in light.
#[test]
fn the_colours_are_those_of_the_page() {
    let tokens = std::fs::read_to_string(common::root().join("style/tokens.css")).unwrap();
    let mixed = ["#f6f6f7", "#e2eded", "#e9f2f1"];
    let pack = common::pack("full", "en");
    let result = result_of(&pack, &said());
    let (_, map) = map_of(&clean_plan(), |_| "thing".to_owned());
    let colours: BTreeSet<String> = [result.text, map.text]
        .iter()
        .flat_map(|text| text.split('"').filter(|part| part.starts_with('#')).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(colours.len() > 6);
    for colour in colours {
        assert!(tokens.contains(&colour) || mixed.contains(&&*colour), "{colour}");
    }
}
