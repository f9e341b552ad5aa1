//! Taking the check: what a press does, where the focus goes, and what the page is told.

use super::{
    files::{OPTIONS, PACK_VERSION, QUESTIONS, filled, question, text, words},
    page::{Page, followed},
};
use serde_json::{Value, json};
use strategy_first::{
    browser::{dom, intl},
    words::{Key, fill},
};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn start_tells_the_page_which_check_and_which_step() {
    let page = Page::open(&[]).await;
    page.events.take();
    page.choose(1).await;
    page.press("Start").await;
    let start = ("sf-start".to_owned(), json!({"pack": "quick", "packVersion": PACK_VERSION}));
    let step = ("sf-step".to_owned(), json!({"index": 1, "total": QUESTIONS}));
    assert_eq!(page.events.take(), [start, step]);
    assert!(page.says(&question("q1", "en")));
}

#[wasm_bindgen_test]
async fn choosing_keeps_the_focus_and_draws_nothing_anew() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.events.take();
    let (before, heading) = (page.all("input[type=radio]"), page.one("h2"));
    assert_eq!(page.chosen(), None);
    for index in [2, 0] {
        before[index].focus().unwrap();
        page.choose(index).await;
        assert_eq!(page.chosen(), Some(index));
        assert_eq!(page.focused().as_ref(), Some(&*before[index]));
        assert_eq!(page.all("input[type=radio]"), before);
        assert_eq!(page.one("h2"), heading);
    }
    assert_eq!(page.events.names(), [""; 0]);
}

#[wasm_bindgen_test]
async fn every_step_moves_the_focus_to_the_new_heading() {
    let page = Page::open(&[]).await;
    let check = |words: String| {
        assert_eq!(page.heading(), words);
        assert_eq!(page.focused().as_ref(), Some(&*page.one("h2")), "{words}");
    };
    page.press("Start").await;
    check(question("q1", "en"));
    page.answer(&[1]).await;
    check(question("q2", "en"));
    page.press("Skip").await;
    check(question("q3", "en"));
    page.press("Back").await;
    check(question("q2", "en"));
    assert_eq!(page.chosen(), None);
    page.press("Back").await;
    check(question("q1", "en"));
    assert_eq!(page.chosen(), Some(1));
    page.press("Back").await;
    check(text("en", Key::StartTitle));
    page.press(&text("en", Key::StartResume)).await;
    check(question("q1", "en"));
    page.press("Skip").await;
    page.answer(&[0; QUESTIONS - 2]).await;
    page.choose(0).await;
    page.press("See result").await;
    check("Too few answers.".to_owned());
}

#[wasm_bindgen_test]
async fn the_question_is_the_fieldsets_legend() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    assert_eq!(page.one("fieldset > legend").text_content().unwrap(), question("q1", "en"));
    let radios = page.all("fieldset input[type=radio]");
    let labels = page.all("fieldset label");
    assert_eq!(radios.len(), OPTIONS.len());
    for ((radio, label), option) in radios.iter().zip(labels).zip(OPTIONS) {
        assert_eq!(label.get_attribute("for"), Some(radio.id()));
        assert_eq!(label.text_content().unwrap(), format!("Choose {option} in en"));
    }
}

#[wasm_bindgen_test]
async fn going_on_without_an_answer_asks_for_one() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.events.take();
    let alert = || page.one("[role=alert]").text_content().unwrap();
    assert_eq!(alert(), "");
    page.press("Next").await;
    assert!(alert().ends_with(&text("en", Key::QuestionChoose)));
    assert_eq!(page.heading(), question("q1", "en"));
    assert_eq!(page.events.names(), [""; 0]);
    page.choose(0).await;
    assert_eq!(alert(), "");
    page.press("Next").await;
    assert_eq!(page.heading(), question("q2", "en"));
}

#[wasm_bindgen_test]
async fn the_end_is_told_in_scores_and_words_alone() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[0, 2, 1, 2, 2, 2, 2]).await;
    let (name, detail) = page.events.take().pop().unwrap();
    assert_eq!(name, "sf-complete");
    let expected = json!({
        "pack": "full", "packVersion": PACK_VERSION,
        "strategy": 44, "tactics": 100, "reading": ["busy", "aligned"], "tie": "mostly",
        "stages": {"SIT": null, "OBJ": null, "CHO": null, "TAC": null, "ACT": null, "CON": null},
        "flags": ["flag-one"], "first": {"stage": "SIT", "item": "q1"},
    });
    assert_eq!(detail, expected);
}

#[wasm_bindgen_test]
async fn no_event_tells_what_was_answered() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[0, 1, 2]).await;
    page.press("Skip").await;
    page.press("Back").await;
    page.answer(&[2, 1, 0]).await;
    page.choose(1).await;
    page.press("See result").await;
    page.press(&change("q2")).await;
    page.answer(&[0]).await;
    page.press("Retake").await;
    page.press("Start over").await;
    page.press("Undo").await;
    let heard = page.events.take();
    for name in ["sf-ready", "sf-storage", "sf-start", "sf-step", "sf-complete", "sf-reset"] {
        assert!(heard.iter().any(|(is, _)| is == name), "{name}");
    }
    for (name, detail) in heard {
        let words = strings(&detail);
        for given in OPTIONS.iter().copied().chain(["What about", "Feedback", "Choose"]) {
            assert!(!words.iter().any(|word| word.contains(given)), "{name}: {given} in {detail}");
        }
    }
}

/// Every text in `value`, and every name of a field.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(strings).collect(),
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, value)| [vec![name.clone()], strings(value)].concat()).collect()
        }
        _ => Vec::new(),
    }
}

#[wasm_bindgen_test]
async fn starting_over_says_so_and_can_be_undone() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[1]).await;
    page.choose(2).await;
    page.events.take();
    page.press("Start over").await;
    assert_eq!(page.heading(), text("en", Key::StartTitle));
    assert_eq!(page.status(), text("en", Key::AppStartedOver));
    assert_eq!(page.events.take(), [("sf-reset".to_owned(), Value::Null)]);
    page.press("Undo").await;
    assert_eq!(page.status(), text("en", Key::AppUndone));
    assert_eq!(page.heading(), question("q2", "en"));
    assert_eq!(page.chosen(), Some(2));
    assert!(!page.buttons().contains(&"Undo".to_owned()));
    page.press("Back").await;
    assert_eq!(page.chosen(), Some(1));
    assert_eq!(page.status(), "", "what was said belongs to the step before");
}

#[wasm_bindgen_test]
async fn what_was_deleted_cannot_come_back_over_a_new_check() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[1, 1]).await;
    page.press("Start over").await;
    page.press("Start").await;
    assert!(!page.buttons().contains(&"Undo".to_owned()));
    assert_eq!(page.heading(), question("q1", "en"));
}

#[wasm_bindgen_test]
async fn undoing_brings_back_what_was_deleted_and_touches_nothing_else() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[1]).await;
    page.press("Start over").await;
    let drill = text("en", Key::AppDrill);
    page.press(&drill).await;
    page.press("Start").await;
    page.press("A strategy").await;
    page.press("Next").await;
    if page.buttons().contains(&"Undo".to_owned()) {
        page.press("Undo").await;
        page.press(&text("en", Key::AppName)).await;
        page.press(&drill).await;
    }
    assert!(
        page.says(&filled(Key::DrillProgress, &[("n", "2"), ("total", "6")])),
        "{}",
        page.root.text_content().unwrap()
    );
}

#[wasm_bindgen_test]
async fn a_check_that_gives_way_to_another_can_be_brought_back() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[2; QUESTIONS]).await;
    page.press("Retake").await;
    page.answer(&[1]).await;
    page.press(&text("en", Key::AppName)).await;
    page.press(&text("en", Key::AppHistory)).await;
    page.press(&filled(Key::HistoryOpen, &[("date", &intl::date("en-GB", &dom::today()))])).await;
    page.press("Retake").await;
    assert_eq!((page.heading(), page.chosen()), (question("q1", "en"), None));
    assert_eq!(page.status(), text("en", Key::AppStartedOver));
    page.press("Undo").await;
    page.press(&text("en", Key::AppName)).await;
    page.press(&text("en", Key::StartResume)).await;
    assert_eq!(page.heading(), question("q2", "en"));
}

/// The button that opens `item` once more.
fn change(item: &str) -> String {
    filled(Key::ResultChangeFull, &[("question", &question(item, "en"))])
}

#[wasm_bindgen_test]
async fn a_changed_answer_renews_the_result() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[2; QUESTIONS]).await;
    assert_eq!(page.heading(), "Lead of Aligned.");
    page.press(&change("q4")).await;
    assert_eq!((page.heading(), page.chosen()), (question("q4", "en"), Some(2)));
    page.press("Back").await;
    assert_eq!(page.heading(), "Lead of Aligned.");
    for item in ["q4", "q5", "q6"] {
        page.press(&change(item)).await;
        page.choose(0).await;
        page.press("See result").await;
    }
    assert_eq!(page.heading(), "Lead of On paper.");
    page.press(&text("en", Key::AppName)).await;
    assert!(page.says(&fill(words("en").form(Key::StartHistoryNote, true), &[("n", "1")])));
}

#[wasm_bindgen_test]
async fn pressing_twice_begins_once() {
    let page = Page::open(&[]).await;
    page.files.be_slow();
    page.choose(1).await;
    page.events.take();
    page.press("Start").await;
    page.press("Start").await;
    page.files.deliver(&[0, 1]);
    followed().await;
    assert_eq!(page.events.names(), ["sf-start", "sf-step"]);
}

#[wasm_bindgen_test]
async fn a_screen_that_was_left_takes_no_second_press() {
    for last in ["See result", "Skip"] {
        let page = Page::open(&[]).await;
        page.events.take();
        // The page is told at once, though what comes is drawn a moment later.
        let twice = async |name: &str| {
            let button = page.button(name);
            button.click();
            button.click();
            let told = page.events.names();
            followed().await;
            assert_eq!(page.events.names(), [""; 0]);
            assert_eq!(page.focused().as_ref(), Some(&*page.one("h2")), "{name}");
            told
        };
        assert_eq!(twice("Start").await, ["sf-start", "sf-step"]);
        page.answer(&[1; QUESTIONS - 1]).await;
        page.choose(1).await;
        page.events.take();
        assert_eq!(twice(last).await, ["sf-complete"]);
        page.press(&text("en", Key::AppName)).await;
        assert!(page.says(&fill(words("en").form(Key::StartHistoryNote, true), &[("n", "1")])));
    }
}

#[wasm_bindgen_test]
async fn what_was_pressed_last_is_what_is_shown() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[1; QUESTIONS - 1]).await;
    page.choose(1).await;
    page.events.take();
    page.button("See result").click();
    page.button(&text("en", Key::AppStartOver)).click();
    followed().await;
    assert_eq!(page.events.names(), ["sf-complete", "sf-reset"]);
    assert_eq!((page.heading(), page.status()), (text("en", Key::StartTitle), text("en", Key::AppStartedOver)));
    assert_eq!(page.focused().as_ref(), Some(&*page.one("h2")));
}
