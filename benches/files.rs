//! What opening a file costs: an ordinary copy, the largest one that is read, and files that are made to hurt. The promise is an
//! answer within 200 ms.
//!
//! `cargo xtask bench` runs it. Times are for looking at, never for passing or failing.

use divan::{Bencher, black_box};
use serde_json::{Value, json};
use std::{fs, path::Path};
use strategy_first::{
    document::file::MAX_BYTES,
    files::{
        door,
        merge::{Choice, Naming, merged},
        preview::Preview,
        state::State,
    },
};

fn main() {
    divan::main();
}

#[divan::bench(args = ["an ordinary copy", "1 MiB of plans", "1 MiB of rows", "1 MiB of faults", "1 MiB of brackets", "1 MiB of one text"])]
fn open_and_look(bencher: Bencher, what: &str) {
    let text = file(what);
    let here = here();
    bencher.bench(|| door::open(black_box(&text)).map(|opened| Preview::of(&opened, &here)));
}

#[divan::bench(args = ["an ordinary copy", "1 MiB of plans", "1 MiB of rows"])]
fn bring_in(bencher: Bencher, what: &str) {
    let (opened, here) = (door::open(&file(what)).ok(), here());
    bencher.bench(|| {
        let mut number = 0;
        let mut fresh_id = || {
            number += 1;
            format!("fresh{number}")
        };
        let mut naming = Naming { fresh_id: &mut fresh_id, copy: &str::to_owned };
        opened.as_ref().map(|opened| merged(black_box(&here), opened, Choice::KeepBoth, &mut naming))
    });
}

fn file(what: &str) -> String {
    let plan = |rows: usize| -> Value {
        let row =
            |id: usize| json!({"id": format!("t{id}"), "text": "A letter to all who asked", "strategy_ids": ["s"]});
        json!({"format": "strategy-first/plan", "version": 1, "id": "p", "tactics": (0..rows).map(row).collect::<Vec<_>>()})
    };
    let backup =
        |plans: Vec<Value>| json!({"format": "strategy-first/backup", "version": 1, "plans": plans}).to_string();
    let text = match what {
        "1 MiB of plans" => backup(vec![plan(25); 480]),
        "1 MiB of rows" => backup(vec![plan(9500)]),
        "1 MiB of faults" => {
            backup(vec![json!({"format": "strategy-first/plan", "version": 1, "tactics": vec![7; 400_000]})])
        }
        "1 MiB of brackets" => "[".repeat(MAX_BYTES),
        "1 MiB of one text" => {
            format!(r#"{{"format":"strategy-first/plan","version":1,"title":"{}"}}"#, "é".repeat(500_000))
        }
        _ => ordinary(),
    };
    assert!(text.len() <= MAX_BYTES, "{what}: {}", text.len());
    text
}

fn ordinary() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files_common/backup.json");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn here() -> State {
    door::open(&ordinary()).map(|opened| opened.state).unwrap_or_default()
}
