//! What somebody pastes: bullets, tables, quotation marks; what is left out and why; and the guess at the channel.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;

use common::json_file;
use plan_common::text;
use proptest::prelude::*;
use serde_json::json;
use std::fmt::Write;
use strategy_first::plan::{
    edit::Edit,
    field::MAX_TEXT,
    guess::{Channel, guess, read_channels},
    link::Place,
    model::Tactic,
    paste::{MAX_PASTED, Pasted, Why, paste},
    plan::Plan,
    table::Table,
};

fn channels(lang: &str) -> Vec<Channel> {
    let (channels, faults) = read_channels(&json_file(&format!("content/{lang}/plan.json"))["channels"]);
    assert_eq!(faults, [], "{lang}");
    channels
}

#[test]
fn whole_words_give_a_channel_away_whatever_their_case_accents_and_apostrophes() {
    let check = |lang: &str, line: &str, expected: &str| {
        let channels = channels(lang);
        let found = guess(line, &channels).map_or_else(String::new, |is| format!("{} {}", is.name, is.kind.code()));
        assert_eq!(found, expected, "{lang}: {line}");
    };
    check("en", "Post on INSTA every day", "Instagram social");
    check("en", "Instagram ads for the open day", "Facebook and Instagram adverts paid");
    check("en", "A film on YouTube", "YouTube social");
    check("en", "Answer in the village Facebook group", "Facebook group social");
    check("en", "Newspaper advert", "Press and radio adverts paid");
    check("en", "Talk to the local paper", "Press pr");
    check("en", "Google Business Profile", "Google Business Profile listing");
    check("en", "Appear first on Google search", "Search engines search");
    check("en", "Send an e‑mail", "Email email");
    check("en", "More leads from the shop", "");
    check("en", "Digital strategy", "");
    check("en", "", "");
    check("fr", "Publier sur instagram", "Instagram social");
    check("fr", "Envoyer la lettre d’information", "Lettre d’information email");
    check("fr", "envoyer la lettre d'information", "Lettre d’information email");
    check("fr", "Miser sur l’infolettre", "Lettre d’information email");
    check("fr", "REFERENCEMENT DU SITE", "Moteurs de recherche search");
    check("fr", "re\u{301}fe\u{301}rencement naturel", "Moteurs de recherche search");
    check("fr", "Un e-mail aux anciens clients", "E-mail email");
    check("fr", "Une pub Facebook", "Publicité Facebook et Instagram paid");
    check("fr", "Distribuer des dépliants", "Dépliants other");
    check("fr", "Refaire le site vitrine", "Site owned");
    check("fr", "Publipostage", "Dépliants other");
    check("fr", "Rendre la page publique", "");
}

#[test]
fn what_is_wrong_with_a_list_of_channels_is_named() {
    let check = |list: serde_json::Value, expected: &[&str]| {
        let (_, faults) = read_channels(&list);
        let faults: Vec<String> = faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.problem)).collect();
        assert_eq!(faults, expected);
    };
    check(json!([{"channel": "Blog", "kind": "content", "words": ["blog"]}]), &[]);
    check(json!({}), &[" WrongKind { wanted: List }"]);
    check(
        json!([{"channel": "", "kind": "content", "words": ["", "…"]}, {"channel": "Blog", "kind": "content", "words": []}]),
        &["[0].channel Empty", "[0].words[0] Empty", "[0].words[1] Empty", "[1].words TooFew { need: 1, have: 0 }"],
    );
    let (channels, faults) = read_channels(&json!([{"channel": "A", "kind": "radio", "words": ["a"]}]));
    assert_eq!((channels, faults.len()), (Vec::new(), 1));
}

/// As `line text [channel, kind]`, then what was left out as `line why text`, then the columns that were not taken over.
fn told(pasted: &Pasted) -> Vec<String> {
    let rows = pasted.rows.iter().map(|row| {
        let kind = row.kind.map(|kind| format!(", {}", kind.code())).unwrap_or_default();
        let channel = row.channel.as_ref().map(|channel| format!(" [{channel}{kind}]")).unwrap_or_default();
        format!("{} {}{channel}", row.line, row.text)
    });
    let left_out = pasted.left_out.iter().map(|left| format!("{} {:?} {}", left.line, left.why, left.text));
    let columns = pasted.columns.iter().map(|name| format!("column {name}"));
    rows.chain(left_out.map(|told| told.trim().to_owned())).chain(columns).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&paste(text, &channels("fr"))), expected, "{text}");
}

#[test]
fn lines_lose_their_bullets_and_nothing_else() {
    check("", &[]);
    check("Un salon", &["1 Un salon [Salons et marchés, event]"]);
    check("a1\r\na2\rb\n", &["1 a1", "2 a2", "3 b"]);
    check("- un\n* deux\n• trois\n•\tquatre\n– cinq", &["1 un", "2 deux", "3 trois", "4 quatre", "5 cinq"]);
    check("1. un\n2) deux\n\t10.\ttrois", &["1 un", "2 deux", "3 trois"]);
    check("- [ ] un\n- [x] 2. deux\n☐ trois", &["1 un", "2 deux", "3 trois"]);
    check(
        "-5 % en mai\n3.5 km à pied\n2026. Un an\n*gras*",
        &["1 -5 % en mai", "2 3.5 km à pied", "3 2026. Un an", "4 *gras*"],
    );
    check("\u{feff}  un \u{200b} deux\t \n", &["1 un deux"]);
    check("« un\u{202f}»", &["1 « un\u{202f}»"]);
    check(
        "\"un\"\n\"un\" et \"deux\"\n\"deux\n5\" de large",
        &["1 un", "2 \"un\" et \"deux\"", "3 \"deux", "4 5\" de large"],
    );
}

#[test]
fn what_is_left_out_is_named_with_its_reason() {
    check("un\n\n- \n---\ndeux\n🎉", &["1 un", "5 deux", "2 Blank", "3 Blank", "4 Blank ---", "6 Blank 🎉"]);
    check("Été\n- ete\nété !", &["1 Été", "2 Doubled ete", "3 Doubled été !"]);
    check("\nTactiques :\n- un", &["3 un", "1 Blank", "2 Header Tactiques :"]);
    check("Tactiques", &["1 Tactiques"]);
    let long = "é".repeat(MAX_TEXT + 3);
    let pasted = paste(&long, &[]);
    assert_eq!(pasted.rows[0].text, "é".repeat(MAX_TEXT));
    assert_eq!((pasted.left_out[0].why, pasted.left_out[0].text.as_str()), (Why::Cut, "ééé"));
}

#[test]
fn no_more_rows_are_taken_than_anybody_goes_through() {
    let many: String = (0..MAX_PASTED + 2).fold(String::new(), |mut text, number| {
        writeln!(text, "tactique {number}").unwrap();
        text
    });
    let pasted = paste(&many, &[]);
    assert_eq!(pasted.rows.len(), MAX_PASTED);
    let left: Vec<(usize, Why)> = pasted.left_out.iter().map(|left| (left.line, left.why)).collect();
    assert_eq!(left, [(MAX_PASTED + 1, Why::TooMany), (MAX_PASTED + 2, Why::TooMany)]);
}

#[test]
fn sentences_with_commas_are_no_table() {
    check(
        "Un mot, chaque mois\nUn salon, à Lyon",
        &["1 Un mot, chaque mois", "2 Un salon, à Lyon [Salons et marchés, event]"],
    );
    check("Lire ; écrire\nDire ; faire", &["1 Lire ; écrire", "2 Dire ; faire"]);
    check("un,deux\ntrois", &["1 un,deux", "2 trois"]);
    check("un,deux", &["1 un,deux"]);
}

#[test]
fn a_table_with_a_header_gives_its_columns() {
    check(
        "Tactique;Canal;Nature;Budget\n\"Un savon ; offert\";Échantillons;other;240\nUne fiche;Fiche Google;;0\n;;;\n;Blog;;",
        &[
            "2 Un savon ; offert [Échantillons, other]",
            "3 Une fiche [Fiche Google, listing]",
            "5 Blog [Blog, content]",
            "1 Header Tactique, Canal, Nature, Budget",
            "4 Blank",
            "column Budget",
        ],
    );
    check(
        "channel,TACTIC\nBlog,\"Say \"\"hello\"\",\nand more\"\nBlog,Two\r\nRadio,Two",
        &[
            "2 Say \"hello\", and more [Blog, content]",
            "4 Two [Blog, content]",
            "5 Two [Radio, pr]",
            "1 Header channel, TACTIC",
        ],
    );
    check("Quoi\tOù\nun\tau marché, le matin", &["2 un [au marché, le matin]", "1 Header Quoi, Où"]);
    check("what,channel\none, two,Blog,three", &["2 one, Blog, three [two]", "1 Header what, channel"]);
}

#[test]
fn a_table_without_a_header_keeps_every_word() {
    check(
        "Un savon\tInstagram\t240\nUn mot\tautre\tsocial",
        &["1 Un savon, 240 [Instagram, social]", "2 Un mot, autre"],
    );
    check("Un savon;Blog;paid\nUn mot;Radio;other", &["1 Un savon [Blog, paid]", "2 Un mot [Radio, other]"]);
    check("Un mot,E-mail\nUn deux,E-mail", &["1 Un mot [E-mail, email]", "2 Un deux [E-mail, email]"]);
    check("\tun\n\tdeux", &["1 un", "2 deux"]);
}

/// Lines that look like lists and tables, and lines that only just do not.
fn any_paste() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\""),
        Just("\"\""),
        Just(","),
        Just(";"),
        Just("\t"),
        Just("- "),
        Just("1. "),
        Just("Tactique"),
        Just("Canal"),
        Just("blog"),
        Just("é"),
        Just(" "),
        Just("\u{feff}"),
        Just("🎉"),
    ];
    prop_oneof![prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat()), ".{0,80}"]
}

proptest! {
    #[test]
    fn every_line_is_a_row_or_named_as_left_out(pasted_text in any_paste()) {
        let pasted = paste(&pasted_text, &channels("fr"));
        let left = pasted.left_out.iter().filter(|left| left.why != Why::Cut).map(|left| left.line);
        let mut lines: Vec<usize> = pasted.rows.iter().map(|row| row.line).chain(left).collect();
        lines.sort_unstable();
        let text = pasted_text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
        let text = text.replace('\u{feff}', "");
        // One line end belongs to the line before it; where nothing else is there, nothing was pasted.
        let text = text.strip_suffix('\n').unwrap_or(&text);
        let count = if text.is_empty() { 0 } else { text.split('\n').count() };
        if text.contains('"') {
            // A cell in quotation marks may go over several lines.
            prop_assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(lines.first().is_none_or(|first| *first == 1) && lines.last().is_none_or(|last| *last <= count));
        } else {
            prop_assert_eq!(lines, (1..=count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn every_row_fits_a_tactic(pasted_text in any_paste(), repeated in 1_usize..60) {
        let mut plan = Plan::default();
        plan.apply(Edit::add("t", Tactic::default())).unwrap();
        for row in paste(&pasted_text.repeat(repeated), &channels("fr")).rows {
            prop_assert!(!row.text.trim().is_empty());
            let place = || Place::new(Table::Tactics, "t");
            prop_assert!(plan.apply(Edit::set_row(place(), "text", text(&row.text))).is_ok());
            let channel = row.channel.unwrap_or_default();
            prop_assert!(plan.apply(Edit::set_row(place(), "channel", text(&channel))).is_ok());
        }
    }
}
