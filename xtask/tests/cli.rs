//! What `cargo xtask score`, `lint`, `check-pack` and `group` promise on the command line: output and exit status.

use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use strategy_first::{
    course::{
        code::{Moment, Who, write},
        shape::Shape,
    },
    quiz::pack_file::read_pack,
};

/// Direction 43, work 83: question-bank, "Worked example".
const WORKED_EXAMPLE: &str = r#"{"pack": "full", "answers": {
    "q01": "a", "q02": "d", "q03": "b", "q04": "c", "q05": "b", "q06": "a", "q07": "d",
    "q08": "d", "q10": "b", "q12": "c", "q13": "b", "q14": "a", "q15": "a",
    "q09": "c", "q11": "a", "q16": "a", "q17": "d"}}"#;

/// A folder for one test, with these files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn xtask(arguments: &[&str], file: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).arg(file).output().unwrap()
}

fn check(output: &Output, status: i32, stdout: &str, stderr: &str) {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "stdout: {out}\nstderr: {err}");
    assert!(out.contains(stdout), "stdout lacks ‘{stdout}’:\n{out}");
    assert!(err.contains(stderr), "stderr lacks ‘{stderr}’:\n{err}");
    assert_eq!(stderr.is_empty(), err.is_empty(), "stderr: {err}");
}

#[test]
fn score_prints_what_the_page_says_in_the_event() {
    let folder = folder("score-json", &[("answers.json", WORKED_EXAMPLE)]);
    let output = xtask(&["score", "--json"], &folder.join("answers.json"));
    check(&output, 0, "", "");
    let detail: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        detail,
        json!({
            "pack": "full", "packVersion": "2.0", "strategy": 43, "tactics": 83, "reading": ["busy", "aligned"],
            "tie": "partly",
            "stages": {
                "SIT": "mostly", "OBJ": "partly", "CHO": "partly", "TAC": "mostly", "ACT": "mostly", "CON": "partly",
            },
            "flags": ["measured-not-aimed"], "first": {"stage": "OBJ", "item": "q03"},
        })
    );
}

#[test]
fn score_says_the_same_in_plain_lines() {
    let folder = folder("score-plain", &[("answers.json", WORKED_EXAMPLE)]);
    let output = xtask(&["score"], &folder.join("answers.json"));
    check(&output, 0, "Your answers are between Busy and Aligned.\nDirection: 43\nWork: 83\n", "");
    check(&output, 0, "Objectives: partly", "");
    check(&output, 0, "(measured-not-aimed)\nFirst: Objectives, q03: ", "");
    check(&output, 0, "17 of 17 questions answered", "");
}

#[test]
fn score_names_what_it_could_not_map_and_counts_the_rest() {
    let text = r#"{"pack": "full", "answers": {"q01": "z", "q02": "a", "q99": "a"}}"#;
    let folder = folder("score-unmapped", &[("answers.json", text)]);
    let output = xtask(&["score", "--json"], &folder.join("answers.json"));
    check(&output, 0, "\"item\": \"q02\"", "q01: the pack full has no option ‘z’");
    check(&output, 0, "\"strategy\": null", "q99: the pack full has no such question");
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 2);
}

#[test]
fn score_takes_a_pack_file_that_stands_beside_the_answers() {
    let pack = published("quick", "en").to_string();
    let answers = r#"{"pack": "own.json", "answers": {"q02": "a"}}"#;
    let absent = r#"{"pack": "absent.json", "answers": {"q02": "a"}}"#;
    let files = [("own.json", pack.as_str()), ("answers.json", answers), ("absent-answers.json", absent)];
    let folder = folder("score-own", &files);
    check(&xtask(&["score"], &folder.join("answers.json")), 0, "Quick check (quick 2.0), 1 of 8", "");
    check(&xtask(&["score"], &folder.join("absent-answers.json")), 2, "", "absent.json: ");
}

#[test]
fn score_refuses_what_is_no_file_of_answers_with_one_sentence() {
    let cases = [
        ("nothing.json", "", "line 1, column 0"),
        ("other.json", r#"{"format": "strategy-first/plan", "version": 1}"#, "another kind"),
        ("newer.json", r#"{"format": "strategy-first/result", "version": 9}"#, "newer version"),
        ("no-answers.json", r#"{"pack": "full"}"#, "answers: This part is missing."),
        ("no-pack.json", r#"{"pack": "long", "answers": {}}"#, "There is no pack ‘long’"),
    ];
    let files = cases.map(|(name, text, _)| (name, text));
    let folder = folder("score-refused", &files);
    for (name, _, why) in cases {
        let output = xtask(&["score"], &folder.join(name));
        check(&output, 2, "", why);
        assert!(output.stdout.is_empty(), "{name}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1, "{name}");
    }
    check(&xtask(&["score"], &folder.join("absent.json")), 2, "", "cannot be read");
}

/// A plan in which two things are errors, one of them left, and one file fault.
const PLAN: &str = r#"{
    "format": "strategy-first/plan", "version": 1, "language": "fr", "updated": "yesterday",
    "basics": {"who": "a", "what": "b", "for_whom": "c"}, "situation": {"summary": "Les clients viennent de loin."},
    "business_goals": [{"id": "g", "text": "Grandir"}],
    "objectives": [{"id": "o1", "text": "Réduire les retours", "business_goal_id": "g", "metric": "retours", "baseline": 5,
        "target": 8, "due": "2026-06-30"}],
    "actions": [{"text": "Appeler", "owner": "Ana", "start": "2026-03-10", "end": "2026-03-12", "hours": 10.5}],
    "budget": {"total": 0, "currency": "EUR"}, "reviews": [{"id": "r", "date": "2026-04-01"}],
    "dismissed": [{"rule": "TAC-01", "entity": "plan"}]}"#;

#[test]
fn lint_gives_a_line_a_finding_and_fails_on_an_error() {
    let folder = folder("lint", &[("plan.json", PLAN)]);
    let output = xtask(&["lint", "--today", "2026-03-10"], &folder.join("plan.json"));
    let lines = [
        "error OBJ-03 objective o1: The target doesn’t move the way the words say it should.",
        "error OBJ-05 objective o1: Nothing in the plan works towards this objective yet.",
        "warn ACT-05 person Ana: Ana has about 10.5 hours in week 2026-W11, and 10 to give.",
    ];
    check(&output, 1, "", "updated: ‘yesterday’ is not a day of the calendar.");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().collect::<Vec<_>>(), lines);
    let french = xtask(&["lint", "--today", "2026-03-10", "--lang", "fr"], &folder.join("plan.json"));
    check(&french, 1, "warn ACT-05 person Ana: Ana\u{a0}: environ 10,5 heures", "updated: «\u{202f}yesterday");
}

#[test]
fn lint_gives_the_same_to_machines() {
    let folder = folder("lint-json", &[("plan.json", PLAN)]);
    let output = xtask(&["lint", "--json", "--today", "2026-03-10"], &folder.join("plan.json"));
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let short = |one: &Value| format!("{} {} {}", one["severity"], one["rule"], one["entity"]).replace('"', "");
    let short: Vec<String> = found.as_array().unwrap().iter().map(short).collect();
    assert_eq!(short, ["error OBJ-03 o1", "error OBJ-05 o1", "warn ACT-05 Ana"]);
    assert_eq!(found[1]["message"], "Nothing in the plan works towards this objective yet.");
    assert_eq!(found[1].as_object().unwrap().len(), 4);
}

#[test]
fn lint_finds_nothing_in_the_clean_plan() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/plan_common/clean-plan.json");
    let output = xtask(&["lint", "--today", "2026-03-10"], &file);
    check(&output, 0, "", "");
    assert!(output.stdout.is_empty());
    let output = xtask(&["lint", "--json", "--today", "2026-03-10"], &file);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "[]\n");
    // Months later there is something to think about, and still no error.
    check(&xtask(&["lint", "--today", "2026-10-10"], &file), 0, "warn ACT-07 action A1: Its day has passed.", "");
}

#[test]
fn lint_refuses_what_is_no_plan() {
    let cases = [
        ("nothing.json", "", "line 1, column 0"),
        ("other.json", r#"{"format": "strategy-first/result", "version": 1}"#, "another kind"),
        ("newer.json", r#"{"format": "strategy-first/plan", "version": 9}"#, "newer version"),
    ];
    let folder = folder("lint-refused", &cases.map(|(name, text, _)| (name, text)));
    for (name, _, why) in cases {
        let output = xtask(&["lint"], &folder.join(name));
        check(&output, 2, "", why);
        assert!(output.stdout.is_empty(), "{name}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1, "{name}");
    }
    assert_eq!(xtask(&["lint"], &folder.join("absent.json")).status.code(), Some(2));
    fs::write(folder.join("bytes.json"), [0xff, 0xfe, 0x7b]).unwrap();
    assert_eq!(xtask(&["lint"], &folder.join("bytes.json")).status.code(), Some(2));
    assert_eq!(xtask(&["lint", "--today", "2026-02-30"], &folder.join("other.json")).status.code(), Some(2));
}

#[test]
fn check_pack_finds_nothing_wrong_with_ours() {
    let (english, french) = (published("full", "en").to_string(), published("full", "fr").to_string());
    let folder = folder("pack-fine", &[("full.en.json", &english), ("full.fr.json", &french)]);
    for name in ["full.en.json", "full.fr.json"] {
        let output = xtask(&["check-pack"], &folder.join(name));
        check(&output, 0, "No fault.\n", "");
        assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    }
}

#[test]
fn check_pack_gives_every_fault_with_its_place_and_the_mend() {
    let mut pack = published("full", "en");
    pack["items"][3]["options"][1]["score"] = json!(4);
    pack["flags"][0]["all"][1]["item"] = json!("q99");
    let folder = folder("pack-faults", &[("full.en.json", &pack.to_string())]);
    let output = xtask(&["check-pack"], &folder.join("full.en.json"));
    check(&output, 1, "items[3].options[1].score: The number is 4, and it has to be from 0 to 3. Choose", "");
    check(&output, 1, "flags[0].all[1].item: There is nothing with the id ‘q99’. Correct the id", "");
    check(&output, 1, "\n2 faults.\n", "");
    let french = xtask(&["check-pack", "--lang", "fr"], &folder.join("full.en.json"));
    check(&french, 1, "items[3].options[1].score: Le nombre est 4", "");
}

#[test]
fn check_pack_compares_with_the_sibling_in_another_language() {
    let mut french = published("full", "fr");
    french["items"][0]["options"][0]["score"] = json!(3);
    french["items"][3]["hint"] = Value::Null;
    let files = [("full.en.json", published("full", "en").to_string()), ("full.fr.json", french.to_string())];
    let folder = folder("pack-siblings", &files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let output = xtask(&["check-pack"], &folder.join("full.en.json"));
    check(&output, 1, "items[0].options[0].score: This is not the same as in the file in ‘fr’", "");
    check(&output, 1, "items[3].hint: This is in only one of the two files", "");
    check(&output, 1, "\n2 faults.\n", "");
}

#[test]
fn check_pack_refuses_what_is_no_pack() {
    let cases = [
        ("broken.json", "{\n  \"format\": oops", "line 2, column 13"),
        ("other.json", "{\"format\": \"strategy-first/result\", \"version\": 1}", "another kind"),
        ("newer.json", "{\"format\": \"strategy-first/pack\", \"version\": 2}", "newer version"),
    ];
    let folder = folder("pack-refused", &cases.map(|(name, text, _)| (name, text)));
    for (name, _, why) in cases {
        let output = xtask(&["check-pack"], &folder.join(name));
        check(&output, 2, "", why);
        assert!(output.stdout.is_empty(), "{name}");
    }
}

/// A pack as it is published, put together from `content/`.
fn published(id: &str, lang: &str) -> Value {
    let read = |path: String| -> Value {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content").join(path);
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let (structure, words) = (read("check.json".to_owned()), read(format!("{lang}/check.json")));
    strategy_first::quiz::bank::pack(&structure, &words, lang, id)
}

/// Codes of so many people at one moment, a line each, all with the worked example's answers to the full pack.
fn codes(people: u64, moment: Moment) -> String {
    let shape = Shape::of_pack(&read_pack(&published("full", "en")).0);
    let example: Value = serde_json::from_str(WORKED_EXAMPLE).unwrap();
    let answers = example["answers"].as_object().unwrap().iter();
    let answers = answers.map(|(item, option)| (item, option.as_str().unwrap())).collect();
    (0..people).map(|who| write(&shape, &answers, Who::new(who), moment) + "\n").collect()
}

#[test]
fn group_gives_the_figures_and_says_what_it_refused_and_why() {
    let text = codes(5, Moment::Before) + &codes(1, Moment::Before) + &codes(1, Moment::After)[..30];
    let folder = folder("group", &[("codes.txt", &text), ("hello.txt", "Hello"), ("plan.json", PLAN)]);
    let output = xtask(&["group"], &folder.join("codes.txt"));
    check(&output, 0, "Full check, before\n\n     5  People\nDirection\n    43  lower quarter\n", "codes.txt:6: SF1");
    check(&output, 0, "Taken: 5. Refused: 1.\n", "here already");
    check(&output, 0, "", "codes.txt:7: SF17A-S4CNX");
    check(&output, 0, "", "This code ends too soon. Ask for it");
    check(
        &xtask(&["group", "--lang", "fr"], &folder.join("codes.txt")),
        0,
        "Bilan complet, avant",
        "trop tôt. Redemandez",
    );
    for name in ["hello.txt", "plan.json", "absent.txt"] {
        let output = xtask(&["group"], &folder.join(name));
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{name}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1, "{name}");
    }
}

#[test]
fn group_hides_a_group_under_five_and_under_three_if_told() {
    let folder =
        folder("group-small", &[("four.txt", &codes(4, Moment::Before)), ("two.txt", &codes(2, Moment::Then))]);
    let (four, two) = (folder.join("four.txt"), folder.join("two.txt"));
    check(&xtask(&["group"], &four), 0, "hidden: 4 answered, and 5 are needed", "");
    check(&xtask(&["group", "--least", "3"], &four), 0, "    43  middle", "");
    check(&xtask(&["group", "--least", "3"], &two), 0, "hidden: 2 answered, and 3 are needed", "");
    assert_eq!(xtask(&["group", "--least", "1"], &two).status.code(), Some(2));
    let table = xtask(&["group", "--csv"], &four);
    check(&table, 0, "\"Full check\",\"before\",\"Full check\",\"hidden: 4", "");
    assert!(!String::from_utf8_lossy(&table.stdout).contains("Direction"));
    let machines: Value = serde_json::from_slice(&xtask(&["group", "--json"], &four).stdout).unwrap();
    assert_eq!(machines["packs"][0]["at"], json!({"before": {"hidden": {"have": 4, "need": 5}}}));
}

#[test]
fn group_takes_codes_results_and_packs_of_ones_own_together_and_compares_the_same_people() {
    let mut own = published("quick", "en");
    own["id"] = json!("own");
    let result =
        json!({"format": "strategy-first/result", "version": 1, "id": "r", "pack": "own", "answers": {"q02": "a"}});
    let files = [
        ("own.json", own.to_string()),
        ("codes.txt", codes(5, Moment::Before) + &codes(5, Moment::After) + &codes(3, Moment::Then)),
        ("result.json", result.to_string()),
    ];
    let folder = folder("group-own", &files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let at = |name: &str| folder.join(name).display().to_string();
    let arguments = ["group", "--json", "--files-from", "after", "--pack", &at("own.json"), &at("result.json")];
    let output = xtask(&arguments, &folder.join("codes.txt"));
    check(&output, 0, "", "");
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&figures["taken"], &figures["packs"][1]["pack"]), (&json!(14), &json!("own")));
    assert_eq!(figures["packs"][1]["at"]["after"]["hidden"]["have"], 1);
    let compared = &figures["packs"][0]["compared"];
    assert_eq!(compared[0]["moves"]["items"]["q01"]["ways"], json!({"higher": 0, "same": 5, "lower": 0}));
    assert_eq!(compared[1]["moves"]["hidden"], json!({"have": 3, "need": 5}));
    let without = xtask(&["group"], &folder.join("result.json"));
    check(&without, 2, "", "the questions ‘own’ are not at hand; add their pack");
}
