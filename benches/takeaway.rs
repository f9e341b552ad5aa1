//! What writing a plan for other programs costs, with 10 to 3,000 actions.
//!
//! `cargo xtask bench` runs it. Times are for looking at, never for passing or failing.

#[path = "../tests/common/mod.rs"]
mod common;
#[path = "../tests/plan_common/mod.rs"]
mod plan_common;
#[path = "../tests/takeaway_common/mod.rs"]
mod takeaway_common;

use divan::{Bencher, black_box};
use strategy_first::takeaway::{
    calendar::calendar, markdown::markdown, sheet::sheet, tables::actions, voice::Voice, word::word,
};
use takeaway_common::{EUROS, Reader, busy, now};

const ACTIONS: [usize; 3] = [10, 300, 3_000];

fn main() {
    divan::main();
}

#[divan::bench(args = ACTIONS)]
fn in_markdown(bencher: Bencher, actions: usize) {
    bench(bencher, actions, |reader, voice| markdown(voice, &sheet(voice, reader.outline("sostac"))));
}

#[divan::bench(args = ACTIONS)]
fn for_word(bencher: Bencher, actions: usize) {
    bench(bencher, actions, |reader, voice| word(voice, &sheet(voice, reader.outline("sostac"))).to_string());
}

#[divan::bench(args = ACTIONS)]
fn as_a_table(bencher: Bencher, rows: usize) {
    bench(bencher, rows, |_, voice| actions(voice, EUROS));
}

#[divan::bench(args = ACTIONS)]
fn as_a_calendar(bencher: Bencher, actions: usize) {
    bench(bencher, actions, |_, voice| calendar(voice, &now()));
}

fn bench(bencher: Bencher, actions: usize, write: impl Fn(&Reader, &Voice) -> String) {
    let (plan, reader) = (busy(actions), Reader::new("en"));
    bencher.bench_local(|| write(&reader, &reader.voice(black_box(&plan))));
}
