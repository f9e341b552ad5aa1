//! What a group costs: reading codes, and coming to its figures.
//!
//! `cargo xtask bench` runs it. Times are for looking at, never for passing or failing.

use divan::{Bencher, black_box};
use serde_json::Value;
use std::{fs, path::Path};
use strategy_first::{
    course::{
        code::{Moment, Who, write},
        figures::figures,
        find::find,
        gathering::{Gathering, Least, Twice},
        moves::moves,
        shape::Shape,
    },
    quiz::{answers::Answers, bank, drill::shuffled, pack::Pack, pack_file::read_pack},
};

fn main() {
    divan::main();
}

#[divan::bench(args = [500, 10_000], sample_count = 10)]
fn read_codes(bencher: Bencher, people: usize) {
    let (pack, text) = (pack(), codes(people, Moment::Before));
    let shapes = [Shape::of_pack(&pack)];
    bencher.bench(|| find(black_box(&text), &shapes));
}

/// All that a trainer's page does once codes were pasted.
#[divan::bench(args = [500, 10_000], sample_count = 10)]
fn from_codes_to_figures(bencher: Bencher, people: usize) {
    let (pack, text) = (pack(), codes(people, Moment::Before));
    bencher.bench(|| figures(&gathered(&pack, black_box(&text)), &pack, Moment::Before, Least::Five));
}

#[divan::bench(args = [500, 5_000], sample_count = 10)]
fn compare_two_moments(bencher: Bencher, people: usize) {
    let pack = pack();
    let gathering = gathered(&pack, &(codes(people, Moment::Before) + &codes(people, Moment::After)));
    bencher.bench(|| moves(black_box(&gathering), &pack, (Moment::Before, Moment::After), Least::Five));
}

fn gathered(pack: &Pack, text: &str) -> Gathering {
    let mut gathering = Gathering::default();
    for code in find(text, &[Shape::of_pack(pack)]).into_iter().filter_map(|found| found.code.ok()) {
        gathering.add(code.into(), Twice::Replace);
    }
    gathering
}

/// A line a person, all answered differently.
fn codes(people: usize, moment: Moment) -> String {
    let pack = pack();
    let shape = Shape::of_pack(&pack);
    let line = |who: usize| {
        let mut places = shuffled(pack.items.len(), u32::try_from(who).unwrap_or(0)).into_iter();
        let chosen = pack.items.iter().map(|item| {
            let place = places.next().unwrap_or(0) % item.options.len();
            (&item.id, &item.options[place].id)
        });
        let answers: Answers = chosen.collect();
        write(&shape, &answers, Who::new(who as u64), moment) + "\n"
    };
    (0..people).map(line).collect()
}

fn pack() -> Pack {
    let read = |path: &str| -> Value {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    read_pack(&bank::pack(&read("content/check.json"), &read("content/en/check.json"), "en", "full")).0
}
