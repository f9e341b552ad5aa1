//! Word files, made by the page’s own script and read by `LibreOffice`: all that stands in the plan stands in them, whatever
//! somebody typed. `cargo xtask verify-exports` runs this, as the tests do where that is there.
#![cfg(not(target_arch = "wasm32"))]

mod common;
mod plan_common;
mod takeaway_common;

use common::{LANGUAGES, root};
use plan_common::{full_file, hostile::hostile, sound};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use strategy_first::{
    plan::plan::Plan,
    takeaway::{
        sheet::{Block, List, Sheet, sheet},
        word::word,
    },
};
use takeaway_common::{Reader, example, filled};

/// A plan in an order, under the name that its file gets.
struct Made {
    name: String,
    plan: Plan,
    lang: &'static str,
    outline: String,
}

#[test]
#[ignore = "takes LibreOffice, which `cargo xtask verify-exports` looks for"]
fn libreoffice_reads_all_that_stands_in_the_plan() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("word");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let made = all();
    for one in &made {
        let reader = Reader::new(one.lang);
        let voice = reader.voice(&one.plan);
        let tree = word(&voice, &sheet(&voice, reader.outline(&one.outline)));
        fs::write(folder.join(&one.name).with_extension("json"), tree.to_string()).unwrap();
    }
    run(Command::new("node").arg(root().join("tests/takeaway_common/word.mjs")).arg(&folder));
    let texts = converted(&folder, &made);
    for (one, text) in made.iter().zip(texts) {
        let reader = Reader::new(one.lang);
        let sheet = sheet(&reader.voice(&one.plan), reader.outline(&one.outline));
        in_order(&one.name, &squeezed(&text), &wanted(&sheet));
    }
}

/// The worked example in each order and language, and plans in which one hostile text follows another, until each has stood
/// in many places.
fn all() -> Vec<Made> {
    let outlines = ["sostac", "eight-steps", "thirteen-elements", "one-page"];
    let made = |name: String, plan: Plan, lang: &'static str, outline: &str| Made {
        name,
        plan,
        lang,
        outline: outline.to_owned(),
    };
    let of =
        |lang: &'static str| outlines.map(|outline| made(format!("{lang}-{outline}"), example(lang), lang, outline));
    let full = sound(&full_file());
    let mut texts = hostile().into_iter().map(|one| one.text).collect::<Vec<_>>().into_iter().cycle();
    let mut attacked = |number: usize| {
        let plan = filled(full.clone(), || texts.next().unwrap_or_default());
        made(format!("hostile-{number}"), plan, "en", "sostac")
    };
    let attacked: Vec<Made> = (0..8).map(&mut attacked).collect();
    LANGUAGES.into_iter().flat_map(of).chain(attacked).collect()
}

/// All files at once: an office program takes seconds to start.
fn converted(folder: &Path, made: &[Made]) -> Vec<String> {
    let mut office = Command::new("soffice");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    office.args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]).arg(folder);
    run(office.args(made.iter().map(|one| folder.join(&one.name).with_extension("docx"))));
    let read = |one: &Made| fs::read_to_string(folder.join(&one.name).with_extension("txt"));
    made.iter().map(|one| read(one).unwrap_or_else(|error| panic!("{}: {error}", one.name))).collect()
}

fn run(command: &mut Command) {
    let done = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// All that there is to read, in order.
fn wanted(sheet: &Sheet) -> Vec<String> {
    let blocks = |blocks: &[Block]| {
        blocks
            .iter()
            .flat_map(|block| match block {
                Block::Line(line) => [vec![line.label.clone()], line.texts.clone()].concat(),
                Block::List(list) => of_list(list),
            })
            .collect::<Vec<_>>()
    };
    let sections =
        sheet.sections.iter().flat_map(|section| [vec![section.name.clone()], blocks(&section.blocks)].concat());
    [sheet.title.clone()].into_iter().chain(sections).chain(sheet.credit.clone()).collect()
}

fn of_list(list: &List) -> Vec<String> {
    let heads = if list.is_table { list.heads.clone() } else { Vec::new() };
    let cells = list.rows.iter().flat_map(|row| {
        let (name, rest) = list.told(row);
        let rest = rest.into_iter().flat_map(|(label, text)| {
            let label = (!list.is_table).then_some(label);
            label.into_iter().chain([text])
        });
        [name].into_iter().chain(rest).map(str::to_owned).collect::<Vec<_>>()
    });
    [vec![list.name.clone()], heads].concat().into_iter().chain(cells).collect()
}

fn in_order(name: &str, text: &str, wanted: &[String]) {
    let mut at = 0;
    for part in wanted {
        let part = squeezed(part);
        let found = text[at..].find(&part);
        let found = found.unwrap_or_else(|| panic!("{name}: no {part:?} behind byte {at} of {text}"));
        at += found + part.len();
    }
}

/// Each run of blanks as one; no office program keeps them apart.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
