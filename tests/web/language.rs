//! Changing the language in the middle of things.

use super::{
    areas::{Kept, local},
    files::{QUESTIONS, question, text},
    page::{Page, settled},
};
use strategy_first::words::Key;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn answers_and_place_stay() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    page.answer(&[1]).await;
    page.choose(2).await;
    page.events.take();
    page.pick_language("fr").await;
    assert_eq!((page.heading(), page.chosen()), (question("q2", "fr"), Some(2)));
    assert_eq!(page.one(".sf").get_attribute("lang").as_deref(), Some("fr"));
    assert_eq!(page.one(".sf").get_attribute("dir"), Some(text("fr", Key::LanguageDirection)));
    page.press(&text("fr", Key::QuestionBack)).await;
    assert_eq!(page.chosen(), Some(1));
    page.pick_language("en").await;
    page.answer(&[1; QUESTIONS]).await;
    page.pick_language("fr").await;
    assert!(page.says("Choose yankee in fr") && !page.says("in en"));
}

#[wasm_bindgen_test]
async fn the_menu_keeps_the_focus() {
    let page = Page::open(&[]).await;
    page.press("Start").await;
    for (lang, missing) in [("fr", "nothing"), ("en", "nothing"), ("fr", "locales/fr.json")] {
        page.files.remove(missing);
        page.one("select").focus().unwrap();
        page.pick_language(lang).await;
        assert_eq!(page.focused().as_ref(), Some(&*page.one("select")), "{lang} without {missing}");
    }
}

#[wasm_bindgen_test]
async fn the_choice_is_kept_until_the_page_asks_for_another() {
    let _kept = Kept::by("language", local());
    let asking = |lang: &'static str| [("storage", "local"), ("storageKey", "language"), ("lang", lang)];
    let page = Page::open(&asking("en")).await;
    page.pick_language("fr").await;
    let page = page.reopen(&asking("en")).await;
    assert_eq!(page.heading(), text("fr", Key::StartTitle));
    let page = page.reopen(&asking("en-GB")).await;
    assert_eq!(page.heading(), text("en", Key::StartTitle));
}

#[wasm_bindgen_test]
async fn a_language_that_cannot_be_had_changes_nothing() {
    for missing in ["locales/fr.json", "packs/full.fr.json"] {
        let page = Page::open(&[]).await;
        page.press("Start").await;
        page.choose(1).await;
        page.files.remove(missing);
        page.pick_language("fr").await;
        assert_eq!(page.status(), text("en", Key::AppFailed), "{missing}");
        assert_eq!((page.heading(), page.chosen()), (question("q1", "en"), Some(1)));
        assert!(page.one("option[value=en]").matches(":checked").unwrap(), "the menu still shows French: {missing}");
        page.answer(&[1]).await;
        assert_eq!(page.heading(), question("q2", "en"));
    }
}

#[wasm_bindgen_test]
async fn the_last_press_counts_whatever_file_comes_first() {
    for order in [[0, 1], [1, 0]] {
        let page = Page::open(&[]).await;
        page.files.be_slow();
        page.press(&text("en", Key::AppDrill)).await;
        page.pick_language("fr").await;
        page.files.deliver(&order);
        settled().await;
        assert_eq!(page.one(".sf").get_attribute("lang").as_deref(), Some("fr"), "{order:?}");
        assert_eq!(page.status(), "");
        page.files.asked();
        page.press(&text("fr", Key::AppName)).await;
        page.press(&text("fr", Key::AppDifference)).await;
        assert!(page.files.asked().iter().all(|path| path.ends_with(".fr.json")), "{order:?}");
    }
}
