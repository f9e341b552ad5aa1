//! From the sources to `dist/`, a step a function.
//!
//! All of it happens in a staging folder that takes the place of `dist/` at the end, so that a failed build leaves the last
//! good one whole.

use super::{blanks, names, npm, offline, packages, pages, single, split::Parts, trim};
use crate::{
    content, files,
    own_packs::OwnPacks,
    place::Place,
    program,
    tools::{self, BuildTools},
};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// The file names that Trunk gives to the program, after `data-bin` in index.html.
const GLUE: &str = "strategy-first.js";
const WASM: &str = "strategy-first_bg.wasm";

/// Each program, with the script beside it.
const PROGRAMS: [(&str, &str); 2] = [(GLUE, WASM), (pages::GLUE, pages::WASM)];

/// The sheet that embed.js holds as a text, which is to be a short one.
const FIRST: &str = "first.css";

/// All that some script holds as a text.
const HELD: [&str; 3] = [FIRST, "host.css", "strategy-first.css"];

/// What esbuild bundles: from the first file, with all that it imports, to the second.
const BUNDLES: [(&str, &str); 23] = [
    ("style/main.css", "strategy-first.css"),
    ("style/more/main.css", "more.css"),
    ("style/plan/main.css", "plan.css"),
    ("style/host.css", "host.css"),
    ("style/first.css", FIRST),
    ("style/standalone.css", "standalone.css"),
    ("style/frame.css", "frame.css"),
    ("style/configure/main.css", "configure.css"),
    ("style/pages/main.css", "pages.css"),
    ("embed/boot.js", "boot.js"),
    ("embed/embed.js", "embed.js"),
    ("embed/embed.js", blanks::WITH_CARD),
    ("embed/element.js", FOR_BUNDLERS),
    ("embed/first.js", "first.js"),
    ("embed/in-frame.js", "in-frame.js"),
    ("embed/frame.js", "frame.js"),
    ("embed/configure.js", "configure.js"),
    ("embed/word.js", "word.js"),
    ("embed/qr.js", "qr.js"),
    ("embed/session.js", "session.js"),
    ("embed/worker.js", offline::WORKER),
    ("embed/pages/pages.js", "pages.js"),
    ("embed/boot.js", single::SCRIPT),
];

/// The pages that Trunk does not know.
const PAGES: [(&str, &str); 5] = [
    ("embed/frame.html", "frame.html"),
    ("embed/embed.html", "embed.html"),
    ("embed/pages/trainer.html", "trainer.html"),
    ("embed/pages/editor.html", "editor.html"),
    ("embed/pages/worksheets.html", "worksheets.html"),
];

/// What makes the page one that can be installed. It is published as it is.
const APP: &str = "embed/app";

/// What other people's bundlers bring into their own scripts. They heed comments, which go with the white space.
const FOR_BUNDLERS: &str = "element.js";

/// What each of these is good for is told by the table of sizes. Converging takes off 0.5 % after brotli; putting all branches
/// together anew from the flat code another 0.6 %, and a copy of a function for who calls it with the same values 0.2 %. What is
/// written and read back is made smaller once more, since what it was made of is forgotten by then: 0.3 %.
const ROUNDS: [&[&str]; 3] = [
    &["-Oz", "--converge", "--flatten", "--rereloop", "-Oz", "-Oz", "--monomorphize", "-Oz"],
    &["-Oz"],
    &["--flatten", "--rereloop", "-Oz", "-Oz"],
];

/// True of every Rust program, which puts nothing in the first kilobyte of its memory.
const FIRST_KILOBYTE: &str = "--low-memory-unused";

/// True of the first part alone: the others are given memory that is in use.
const FRESH_MEMORY: &str = "--zero-filled-memory";

/// Good enough for the pages beside the widget, in a tenth of the time.
const SMALL: [&str; 2] = ["-Oz", FRESH_MEMORY];

/// What nobody reads.
const STRIPPED: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// The features that rustc uses; the first part still names them itself, the others no longer do.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

pub(super) fn run(place: &Place, tools: &BuildTools, own: &OwnPacks) -> Result<()> {
    let staging = place.work.join("staging");
    files::remove_folder(&staging)?;
    let parts = compile(place, tools, &staging)?;
    pages::compile(place, tools, &flags(place)?, &staging)?;
    for (glue, wasm) in PROGRAMS {
        trim::without_streams(&staging.join(glue), &staging.join(wasm))?;
    }
    for passes in ROUNDS {
        let passes = [&[FIRST_KILOBYTE], passes].concat();
        shrink_wasm(tools, &staging.join(WASM), passes.iter().chain(&[FRESH_MEMORY]))?;
        for part in &parts {
            shrink_wasm(tools, &staging.join(part), &passes)?;
        }
    }
    shrink_wasm(tools, &staging.join(pages::WASM), &SMALL)?;
    for (glue, wasm) in PROGRAMS {
        names::shorten(&staging.join(glue), &staging.join(wasm))?;
        minify_glue(tools, &staging.join(glue))?;
    }
    for (source, target) in BUNDLES {
        bundle(tools, &place.root.join(source), &staging.join(target))?;
    }
    let first = staging.join(FIRST);
    fs::remove_file(&first).with_context(|| format!("cannot remove {}", first.display()))?;
    for (source, target) in PAGES {
        files::write(&staging.join(target), files::read_text(&place.root.join(source))?)?;
    }
    for file in files::below(&place.root.join(APP), &[])? {
        files::write(&staging.join(files::relative(&file, &place.root.join(APP))), files::read(&file)?)?;
    }
    for (source, target) in packages::BUNDLES {
        bundle(tools, &place.root.join(source), &packages::parts(place).join(target))?;
    }
    content::write(&staging)?;
    for (name, pack) in own.files() {
        files::write(&staging.join(name), pack)?;
    }
    blanks::fill(&staging, packages::script(place))?;
    single::write(&staging, &own.first_names())?;
    offline::write(&staging)?;
    packages::write(place, &staging, &staging, &own.first())?;
    npm::write(place, &staging)?;
    swap(place, &staging)
}

/// The program, and index.html; gives the names of the files with the parts that are loaded on demand.
fn compile(place: &Place, tools: &BuildTools, staging: &Path) -> Result<Vec<String>> {
    let parts = Parts::new(&place.work)?;
    let mut trunk = tools.trunk(&parts.bin())?;
    parts.tell(&mut trunk, tools.wasm_bindgen());
    trunk.args(["--quiet", "build", "--release", "--offline", "--dist"]).arg(staging).current_dir(&place.root);
    trunk.env("RUSTFLAGS", flags(place)?);
    program::run(&mut trunk)?;
    let page = staging.join("index.html");
    files::write(&page, without_instructions(&files::read_text(&page)?))?;
    parts.publish(tools, &FEATURES, staging)
}

/// Rust writes the path of a source file beside each place that may panic. Cut down to what does not depend on the machine,
/// they are shorter, tell a visitor nothing about the maker's computer, and are the same in every build.
fn flags(place: &Place) -> Result<String> {
    let mut folders = vec![place.root.clone()];
    let registry = tools::cargo_home()?.join("registry/src");
    if registry.is_dir() {
        for entry in fs::read_dir(&registry).with_context(|| format!("cannot read {}", registry.display()))? {
            folders.push(entry?.path());
        }
    }
    let flags = folders.iter().map(|folder| format!("--remap-path-prefix={}/=", folder.display()));
    Ok(flags.collect::<Vec<_>>().join(" "))
}

/// Trunk leaves its own `<link data-trunk>` in the page when it is told not to add scripts.
fn without_instructions(html: &str) -> String {
    html.split_inclusive('\n').filter(|line| !line.contains("data-trunk")).collect()
}

fn shrink_wasm<'a>(tools: &BuildTools, wasm: &Path, passes: impl IntoIterator<Item = &'a &'a str>) -> Result<()> {
    let mut wasm_opt = tools.npm("wasm-opt");
    wasm_opt.args(STRIPPED).args(passes).args(FEATURES).arg(wasm);
    // It warns of every section that it does not know, and leaves it out: nothing that anybody has to see.
    program::output(wasm_opt.arg("-o").arg(wasm)).map(drop)
}

fn minify_glue(tools: &BuildTools, glue: &Path) -> Result<()> {
    let mut esbuild = esbuild(tools, glue, glue);
    program::run(esbuild.arg("--allow-overwrite"))
}

fn bundle(tools: &BuildTools, source: &Path, target: &Path) -> Result<()> {
    let mut esbuild = esbuild(tools, source, target);
    esbuild.arg("--bundle");
    if target.extension().is_some_and(|extension| extension == "js") {
        // A sheet within a script is a text, and is already as short as can be.
        esbuild.arg("--loader:.css=text");
        esbuild.args(HELD.map(|sheet| format!("--alias:{sheet}={}", target.with_file_name(sheet).display())));
    }
    if target.ends_with(blanks::WITH_CARD) {
        // What the first card needs is in itself (`imports` in package.json).
        esbuild.arg("--conditions=with-card");
    }
    if target.ends_with(single::SCRIPT) {
        // Its files are in itself, and so is the program (`imports` in package.json).
        esbuild.arg("--conditions=one-file");
        esbuild.arg(format!("--alias:{GLUE}={}", target.with_file_name(GLUE).display()));
    }
    if target.ends_with(FOR_BUNDLERS) {
        esbuild.arg("--minify-whitespace=false");
    }
    program::run(&mut esbuild)
}

fn esbuild(tools: &BuildTools, source: &Path, target: &Path) -> std::process::Command {
    let mut esbuild = tools.npm("esbuild");
    esbuild.arg(source).arg(format!("--outfile={}", target.display()));
    esbuild.args(["--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning"]);
    esbuild
}

fn swap(place: &Place, staging: &Path) -> Result<()> {
    let old = place.work.join("old");
    files::remove_folder(&old)?;
    if place.dist.exists() {
        fs::rename(&place.dist, &old).context("cannot move the old dist/ away: is a program using it?")?;
    }
    fs::rename(staging, &place.dist).context("cannot move the new build to dist/")?;
    files::remove_folder(&old)
}

#[cfg(test)]
mod tests {
    use super::without_instructions;

    #[test]
    fn the_line_that_was_for_trunk_goes() {
        let html = "<title>Strategy First</title>\n<link data-trunk rel=\"rust\">\n<body></body>\n";
        assert_eq!(without_instructions(html), "<title>Strategy First</title>\n<body></body>\n");
    }
}
