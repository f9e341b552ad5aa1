//! What the pure core costs: reading a pack, coming to an outcome, comparing two, shuffling the drill, reading a link.
//!
//! `cargo xtask bench` runs it. Times are for looking at, never for passing or failing.

use divan::{Bencher, black_box};
use serde_json::Value;
use std::{fs, path::Path};
use strategy_first::{
    document::{file, link, result::TakenCheck},
    quiz::{
        answers::Answers, bank, compare::compare, drill::shuffled, outcome::outcome, pack::Pack, pack_file::read_pack,
    },
};

fn main() {
    divan::main();
}

#[divan::bench]
fn parse_a_pack_file(bencher: Bencher) {
    let text = pack_file().to_string();
    bencher.bench(|| file::parse(black_box(&text)));
}

#[divan::bench]
fn read_and_check_a_pack(bencher: Bencher) {
    let file = pack_file();
    bencher.bench(|| read_pack(black_box(&file)));
}

#[divan::bench]
fn come_to_an_outcome(bencher: Bencher) {
    let pack = pack();
    let answers = answers(&pack, 1);
    bencher.bench(|| outcome(black_box(&pack), black_box(&answers)));
}

#[divan::bench]
fn compare_two_results(bencher: Bencher) {
    let pack = pack();
    let (before, after) = (answers(&pack, 1), answers(&pack, 2));
    bencher.bench(|| compare(black_box(&pack), black_box(&before), black_box(&after)));
}

#[divan::bench(args = [20, 200])]
fn shuffle_statements(len: usize) -> Vec<usize> {
    shuffled(black_box(len), black_box(42))
}

#[divan::bench]
fn read_a_link(bencher: Bencher) {
    let pack = pack();
    let taken = TakenCheck { pack: pack.id.clone(), answers: answers(&pack, 1), ..TakenCheck::default() };
    let fragment = link::encode(&taken);
    bencher.bench(|| link::decode(black_box(&fragment)));
}

/// For each item the option at this place, or its last one.
fn answers(pack: &Pack, place: usize) -> Answers {
    let chosen = |options: usize| place.min(options.saturating_sub(1));
    let pairs = pack.items.iter().map(|item| (&item.id, &item.options[chosen(item.options.len())].id));
    pairs.collect()
}

fn pack() -> Pack {
    read_pack(&pack_file()).0
}

fn pack_file() -> Value {
    let read = |path: &str| -> Value {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    bank::pack(&read("content/check.json"), &read("content/en/check.json"), "en", "full")
}
