//! The invariants of ARCHITECTURE.md, held against the source text. To add one is to add a line to [`RULES`].
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::fs;

/// What some files must not mention.
struct Rule {
    says: &'static str,
    /// Beginnings of paths, from the top of the repository.
    files: &'static [&'static str],
    forbidden: &'static [&'static str],
    /// What is allowed although it begins with something forbidden.
    but_for: &'static [&'static str],
}

/// Everything that decides, and so must not touch the world.
const PURE: &[&str] = &[
    "src/quiz/",
    "src/plan/",
    "src/document/",
    "src/keep/",
    "src/picture/",
    "src/files/",
    "src/takeaway/",
    "src/copies",
    "src/course/",
    "src/draft/",
    "src/desk",
    "src/article",
    "src/visit",
    "src/words",
    "src/worksheet/",
];

/// What is seen.
const SCREENS: &[&str] = &[
    "src/ui/",
    "src/pages/common",
    "src/pages/page",
    "src/pages/trainer/",
    "src/pages/editor/",
    "src/pages/worksheets/",
];

/// What courses are made of.
const BELOW_COURSES: &[&str] = &[
    "src/quiz/",
    "src/plan/",
    "src/document/",
    "src/keep/",
    "src/picture/",
    "src/files/",
    "src/takeaway/",
    "src/visit",
];

const RULES: &[Rule] = &[
    rule(
        "the pure modules know no browser",
        PURE,
        &["web_sys", "js_sys", "leptos", "gloo", "gloo_storage", "wasm_bindgen"],
    ),
    rule(
        "the pure modules know nothing above them",
        PURE,
        &["ui::", "crate::ui", "browser::", "crate::browser", "embed::", "crate::embed"],
    ),
    rule(
        "the check, the plan and the files know nothing of the visit",
        &["src/quiz/", "src/plan/", "src/document/"],
        &["visit::", "crate::visit", "words::", "crate::words"],
    ),
    rule(
        "the check reads no clock, no file and no chance",
        PURE,
        &["std::time", "std::fs", "std::env", "std::net", "SystemTime", "Instant"],
    ),
    Rule {
        says: "of the files, the check and the plan know only how JSON is read and put together",
        files: &["src/quiz/", "src/plan/"],
        forbidden: &["document::"],
        but_for: &["document::reader", "document::object"],
    },
    rule("nothing that is kept knows how", &["src/quiz/", "src/plan/", "src/document/"], &["keep::", "crate::keep"]),
    rule(
        "pictures are given their words",
        &["src/picture/"],
        &["visit::", "crate::visit", "words::", "crate::words", "desk::", "crate::desk"],
    ),
    rule("nothing below knows of pictures", &["src/quiz/", "src/plan/", "src/document/"], &["crate::picture"]),
    rule(
        "what is taken away knows the plan and the words, and nothing of the check or the visit",
        &["src/takeaway/"],
        &["quiz::", "crate::quiz", "visit::", "crate::visit"],
    ),
    rule(
        "neither the check nor the plan nor the files know what is taken away",
        &["src/quiz/", "src/plan/", "src/document/"],
        &["takeaway::", "crate::takeaway"],
    ),
    rule("nothing below knows that there are groups", BELOW_COURSES, &["course::", "crate::course"]),
    rule("the plan knows nothing of the check", &["src/plan/"], &["quiz::", "crate::quiz"]),
    rule("the check knows nothing of the plan", &["src/quiz/"], &["plan::", "crate::plan"]),
    Rule {
        says: "of the check, the files know the answers only",
        files: &["src/document/"],
        forbidden: &["quiz::"],
        but_for: &["quiz::answers"],
    },
    rule(
        "the browser's side knows no screen",
        &["src/browser/"],
        &["ui::", "crate::ui", "pages::", "crate::pages", "embed::"],
    ),
    rule("the screens leave the browser to its module", SCREENS, &["web_sys", "js_sys", "gloo", "gloo_storage"]),
    rule("the screens mount nothing", SCREENS, &["embed::", "crate::embed", "mount_to"]),
    rule("the widget and the pages beside it know nothing of each other", &["src/ui/"], &["pages::", "crate::pages"]),
    rule("the pages know nothing of the widget's screens", &["src/pages/"], &["ui::", "crate::ui"]),
    rule(
        "nothing in shipped code can panic on purpose",
        &["src/"],
        &[".unwrap(", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!"],
    ),
    rule(
        "no text becomes markup",
        &["src/"],
        &["inner_html", "set_inner_html", "insert_adjacent_html", "outer_html", "document.write"],
    ),
    rule("no inline style, which a strict CSP would refuse", SCREENS, &["style=", "style:", "<style", "set_css_text"]),
    rule("no leftovers", &["src/", "xtask/src/"], &["dbg!"]),
];

const MAX_LINES: usize = 400;

const fn rule(says: &'static str, files: &'static [&'static str], forbidden: &'static [&'static str]) -> Rule {
    Rule { says, files, forbidden, but_for: &[] }
}

/// The path of a file from the top of the repository, and its text.
type Source = (String, String);

fn sources() -> Vec<Source> {
    let read = |path: String| {
        let text = fs::read_to_string(common::root().join(&path)).unwrap();
        (path, text)
    };
    ["src", "xtask/src"].into_iter().flat_map(|folder| common::files_below(folder, ".rs")).map(read).collect()
}

/// Where `sources` break `rule`, as `path:line: what`.
fn broken(rule: &Rule, sources: &[Source]) -> Vec<String> {
    let theirs = sources.iter().filter(|(path, _)| rule.files.iter().any(|start| path.starts_with(start)));
    theirs
        .flat_map(|(path, text)| {
            shipped(text).into_iter().flat_map(move |(number, line)| {
                let found = rule.forbidden.iter().filter(move |word| mentions(&line, word, rule.but_for));
                found.map(move |word| format!("{path}:{number}: {word} ({})", rule.says)).collect::<Vec<_>>()
            })
        })
        .collect()
}

/// The lines of code that ship, with their numbers: without comments, and without the tests, which stand last in a file.
fn shipped(text: &str) -> Vec<(usize, String)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    let code = lines.map(|(index, line)| (index + 1, without_comment(line)));
    code.filter(|(_, line)| !line.trim().is_empty()).collect()
}

/// A `//` inside a text, as in an address, begins no comment: an odd number of quotation marks stands before it.
fn without_comment(line: &str) -> String {
    let mut marks = line.match_indices("//").map(|(at, _)| at);
    let comment = marks.find(|at| line[..*at].matches('"').count().is_multiple_of(2));
    comment.map_or(line, |at| &line[..at]).to_owned()
}

/// Whether `line` holds `word` as a whole word, other than at the beginning of one of `but_for`.
fn mentions(line: &str, word: &str, but_for: &[&str]) -> bool {
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + word.len()..]);
        let goes_on_before = word.starts_with(in_name) && before.ends_with(in_name);
        let goes_on_after = word.ends_with(in_name) && after.starts_with(in_name);
        let allowed = but_for.iter().any(|allowed| line[at..].starts_with(allowed));
        !goes_on_before && !goes_on_after && !allowed
    })
}

#[test]
fn every_invariant_holds() {
    let sources = sources();
    let broken: Vec<String> = RULES.iter().flat_map(|rule| broken(rule, &sources)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_rule_is_about_files_that_are_there() {
    let sources = sources();
    for rule in RULES {
        for start in rule.files {
            assert!(sources.iter().any(|(path, _)| path.starts_with(start)), "{}: no file in {start}", rule.says);
        }
    }
}

#[test]
fn no_file_tells_more_than_one_story() {
    for (path, text) in sources().iter().filter(|(path, _)| path.starts_with("src/")) {
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES, "{path} has {lines} lines");
    }
}

/// The tests of a file stand last, or the scanner would pass over shipped code behind them.
#[test]
fn tests_stand_last_in_their_file() {
    for (path, text) in sources() {
        let behind: Vec<&str> = text.lines().skip_while(|line| line.trim() != "#[cfg(test)]").collect();
        if let [_, module, inside @ ..] = behind.as_slice() {
            assert_eq!(*module, "mod tests {", "{path}");
            let end = inside.iter().position(|line| *line == "}").unwrap();
            assert_eq!(end + 1, inside.len(), "{path}: something stands behind the tests");
        }
    }
}

/// The canary: each rule finds what it forbids when it is planted.
#[test]
fn every_rule_finds_a_planted_violation() {
    for rule in RULES {
        for word in rule.forbidden {
            for file in rule.files {
                let path = format!("{file}planted.rs");
                let planted = format!("//! Words.\n\nfn planted() {{\n    let it = {word} thing;\n}}\n");
                let found = broken(rule, &[(path.clone(), planted)]);
                assert_eq!(found, [format!("{path}:4: {word} ({})", rule.says)]);
            }
        }
    }
}

#[test]
fn the_scanner_passes_over_comments_tests_other_words_and_other_files() {
    let check = |path: &str, text: &str, expected: &[&str]| {
        let unwrap = rule("no unwrap", &["src/"], &[".unwrap(", "gloo"]);
        assert_eq!(broken(&unwrap, &[(path.to_owned(), text.to_owned())]), expected, "{text}");
    };
    check("src/a.rs", "a.unwrap();", &["src/a.rs:1: .unwrap( (no unwrap)"]);
    check("src/a.rs", "let a = \"http://x\".parse().unwrap(); // why", &["src/a.rs:1: .unwrap( (no unwrap)"]);
    check("src/a.rs", "/// Like `.unwrap()`.\n  // a.unwrap()\na.unwrap_or(b); // or .unwrap()", &[]);
    check("src/a.rs", "let gloomy = igloo;", &[]);
    check("src/a.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    a.unwrap();\n}\n", &[]);
    check("tests/a.rs", "a.unwrap();", &[]);
    let reader_only = Rule { but_for: &["document::reader"], ..rule("", &["src/"], &["document::"]) };
    let using = |line: &str| broken(&reader_only, &[("src/a.rs".to_owned(), line.to_owned())]).len();
    assert_eq!(using("use crate::document::reader::{Node, read};"), 0);
    assert_eq!(using("use crate::{document::file::parse, quiz};"), 1);
}

/// What no sheet may say that reaches somebody else's page.
struct Unsaid {
    says: &'static str,
    /// Whether a line, without its comment, says so.
    is_said: fn(&str) -> bool,
    /// Lines that do.
    planted: &'static [&'static str],
    /// Where it is right all the same: ends of paths.
    but_in: &'static [&'static str],
}

const UNSAID: &[Unsaid] = &[
    Unsaid {
        says: "sizes are in em and px: a page's own type is not ours, and a window's height is not a frame's",
        is_said: |line| {
            let units = ["rem", "vw", "vh", "vi", "vb", "vmin", "vmax"];
            sizes(line).any(|unit| units.iter().any(|unsaid| unit.ends_with(unsaid)))
        },
        planted: &["gap: 1.5rem;", "inline-size: calc(100vw - 8px);", "block-size: 50dvh;"],
        but_in: &[],
    },
    Unsaid {
        says: "sides are named by how a line runs, so that a page from right to left is right",
        is_said: |line| {
            let (name, value) = line.split_once(':').unwrap_or_default();
            let of_a_side = |name: &str| ["left", "right", "top", "bottom"].iter().any(|side| name.ends_with(side));
            let has_sides = ["margin-", "padding-", "border-"].iter().any(|group| name.starts_with(group));
            let sizes = ["width", "height", "min-width", "min-height", "max-width", "max-height"];
            let values = ["text-align", "float", "clear"];
            (has_sides && of_a_side(name))
                || ["left", "right", "top", "bottom"].contains(&name)
                || sizes.contains(&name)
                || (values.contains(&name) && ["left;", "right;"].contains(&value.trim()))
        },
        planted: &["margin-left: 4px;", "left: 0;", "max-width: 3em;", "text-align: right;", "border-top: 0;"],
        but_in: &[],
    },
    Unsaid {
        says: "the container's width counts, not the window's",
        is_said: |line| line.starts_with("@media") && line.contains("width"),
        planted: &["@media (min-width: 40em) {", "@media (width < 600px) {"],
        but_in: &[],
    },
    Unsaid {
        says: "colours are named once, so that a host's own reach all that is drawn",
        is_said: |line| line.contains("rgb(") || line.split(&[' ', '(', ':']).any(is_hex),
        planted: &["color: #fff;", "background: rgb(0 0 0 / 4%);", "border: 1px solid #a1b2c3;"],
        // Paper is white, whatever a host says.
        but_in: &["style/tokens.css", "print.css"],
    },
    Unsaid {
        says: "no `:has` before what can be anything: for that a browser looks at a whole screen at each change",
        is_said: |line| line.contains(":has(") && [") > *", ") > :", ") *"].iter().any(|any| line.contains(any)),
        planted: &[".a:has(> :nth-child(4)) > * {", ".a:not(:has(.b)) > :not(.c),"],
        but_in: &["print.css"],
    },
];

/// The units of the sizes in `line`: the letters behind each number.
fn sizes(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.')
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.'))
        .map(|word| word.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.'))
}

fn is_hex(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|digits| digits.starts_with(|digit: char| digit.is_ascii_hexdigit()))
}

/// Every sheet that reaches somebody else's page: those of the standalone page's own parts do not.
fn sheets() -> Vec<Source> {
    let mut paths = vec!["style/host.css".to_owned()];
    for folder in ["style", "style/more", "style/plan"] {
        let main = fs::read_to_string(common::root().join(folder).join("main.css")).unwrap();
        let imported = main.lines().filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"));
        paths.extend(imported.map(|name| format!("{folder}/{name}")));
    }
    let read = |path: String| {
        let text = fs::read_to_string(common::root().join(&path)).unwrap();
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// Where `sheets` say what is to be left unsaid.
fn said(unsaid: &Unsaid, sheets: &[Source]) -> Vec<String> {
    let theirs = sheets.iter().filter(|(path, _)| !unsaid.but_in.iter().any(|end| path.ends_with(end)));
    let lines = theirs.flat_map(|(path, text)| text.lines().map(move |line| (path, line)));
    let mut in_comment = false;
    let code = lines.filter(|(_, line)| {
        let starts = in_comment || line.trim_start().starts_with("/*");
        in_comment = starts && !line.contains("*/");
        !starts
    });
    code.filter(|(_, line)| (unsaid.is_said)(line.trim())).map(|(path, line)| format!("{path}: {line}")).collect()
}

#[test]
fn the_styles_are_at_home_on_anyones_page() {
    let sheets = sheets();
    assert!(sheets.len() > 15);
    for unsaid in UNSAID {
        assert_eq!(said(unsaid, &sheets), Vec::<String>::new(), "{}", unsaid.says);
        for line in unsaid.planted {
            let planted = ("style/planted.css".to_owned(), format!("/* Why:\n   {line} */\n.sf {{\n  {line}\n}}\n"));
            assert_eq!(said(unsaid, &[planted]), [format!("style/planted.css:   {line}")]);
        }
    }
}

/// `start.title` is `Key::StartTitle` in the code. `language.name` is read when the program is built, and the texts of `page`
/// are put into the script that starts it.
#[test]
fn every_text_of_the_interface_is_used() {
    let code: String = sources().into_iter().map(|(_, text)| text).collect();
    for (list, file) in [
        ("Key", "locales/en.json"),
        ("PlanKey", "locales/plan/en.json"),
        ("FilesKey", "locales/files/en.json"),
        ("CodeKey", "locales/code/en.json"),
        ("TrainerKey", "locales/trainer/en.json"),
        ("EditorKey", "locales/editor/en.json"),
    ] {
        let words = common::json_file(file);
        let unused = words.as_object().unwrap().keys().filter(|key| {
            let parts = key.split(['.', '-', '_']).map(|part| part[..1].to_uppercase() + &part[1..]);
            let name = format!("{list}::{}", parts.collect::<String>());
            let goes_on = |rest: &str| rest.starts_with(|letter: char| letter.is_alphanumeric());
            let goes_before = |before: &str| before.ends_with(|letter: char| letter.is_alphanumeric());
            let uses = |at: usize| !goes_on(&code[at + name.len()..]) && !goes_before(&code[..at]);
            let is_used = code.match_indices(&name).any(|(at, _)| uses(at));
            !is_used && *key != "language.name"
        });
        assert_eq!(unused.collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
