//! `browser::options`: what whoever mounts the app may say, and what is made of it.

use super::page::{options, settled};
use js_sys::{Array, Function};
use std::{cell::RefCell, rc::Rc};
use strategy_first::browser::options::{Options, read_texts};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn with(name: &str, value: &str) -> Options {
    options(&[(name, value)], &JsValue::NULL)
}

#[wasm_bindgen_test]
fn what_is_not_said_is_not_there() {
    let asked = options(&[], &JsValue::NULL);
    let texts = [asked.lang(), asked.view(), asked.pack(), asked.storage(), asked.storage_key()];
    assert_eq!(texts, [const { None }; 5]);
    assert_eq!((asked.fragment(), asked.share_base(), asked.seed(), asked.cta()), (None, None, None, None));
    assert_eq!(with("lang", "fr").lang().as_deref(), Some("fr"));
    assert_eq!(with("storageKey", "x").storage_key().as_deref(), Some("x"));
}

#[wasm_bindgen_test]
fn heading_levels_go_from_1_to_5() {
    for (said, level) in [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5)] {
        assert_eq!(with("headingLevel", said).heading_level(), level);
    }
    for said in ["", "0", "6", "-1", "2.5", "h3", "256", "3 "] {
        assert_eq!(with("headingLevel", said).heading_level(), 2, "{said}");
    }
}

#[wasm_bindgen_test]
fn a_seed_is_a_whole_number_of_32_bits() {
    for (said, seed) in [("0", 0), ("7", 7), ("007", 7), ("4294967295", u32::MAX)] {
        assert_eq!(with("seed", said).seed(), Some(seed));
    }
    for said in ["", "-1", "1.5", "1e3", "4294967296", "0x10", "seven", " 7", "7\n"] {
        assert_eq!(with("seed", said).seed(), None, "{said}");
    }
}

#[wasm_bindgen_test]
fn the_sites_link_leads_only_where_visitors_may_be_sent() {
    let href = |url: &str| options(&[("ctaHref", url), ("ctaLabel", "Go")], &JsValue::NULL).cta().map(|(href, _)| href);
    let base = web_sys::window().unwrap().location().origin().unwrap();
    let allowed = [
        ("https://x.example/a?b#c", "https://x.example/a?b#c".to_owned()),
        ("HTTP://x.example", "http://x.example/".to_owned()),
        (" \thttps://x.example/\n", "https://x.example/".to_owned()),
        ("//x.example/", format!("{}//x.example/", &base[..=base.find(':').unwrap()])),
        ("MailTo:a@x.example", "mailto:a@x.example".to_owned()),
        ("/courses", format!("{base}/courses")),
        ("courses?a=1", format!("{base}/courses?a=1")),
        ("#more", format!("{base}/#more")),
        ("javascript", format!("{base}/javascript")),
        ("./javascript:x", format!("{base}/javascript:x")),
    ];
    for (said, expected) in allowed {
        assert_eq!(href(said), Some(expected), "{said}");
    }
    for scheme in
        ["javascript", "data", "vbscript", "blob", "file", "ftp", "about", "filesystem", "intent", "ws", "tel"]
    {
        let upper = scheme.to_uppercase();
        let mixed = format!("{}{}", &upper[..1], &scheme[1..]);
        let parted = format!("{}\t{}", &scheme[..2], &scheme[2..]);
        let lines = format!("{}\r\n{}", &scheme[..1], &scheme[1..]);
        for scheme in [scheme, &upper, &mixed, &parted, &lines] {
            for before in ["", " ", "\u{1}", "\n\t", "\u{1f} "] {
                for after in [
                    "alert(1)",
                    "//x.example/%0aalert(1)",
                    "text/html,<script>alert(1)</script>",
                    "https://x.example/y",
                ] {
                    let said = format!("{before}{scheme}:{after}");
                    assert_eq!(href(&said), None, "{said:?}");
                }
            }
        }
    }
    for said in ["https://", "http://[", "https://x:port/"] {
        assert_eq!(href(said), None, "{said}");
    }
}

#[wasm_bindgen_test]
fn a_link_without_a_name_is_none() {
    for label in [None, Some(""), Some(" \n\u{a0}")] {
        let fields: Vec<(&str, &str)> =
            [("ctaHref", "https://x.example/")].into_iter().chain(label.map(|label| ("ctaLabel", label))).collect();
        assert_eq!(options(&fields, &JsValue::NULL).cta(), None, "{label:?}");
    }
    assert_eq!(with("ctaLabel", "Go").cta(), None);
}

#[wasm_bindgen_test]
fn a_field_that_is_no_text_is_not_there() {
    let asked: Options = wasm_bindgen::JsCast::unchecked_into(
        Function::new_no_args(
            "return {seed: 7, lang: null, headingLevel: 3, pack: ['full'], get view() { return {}; }}",
        )
        .call0(&JsValue::NULL)
        .unwrap(),
    );
    assert_eq!((asked.seed(), asked.lang(), asked.pack(), asked.view()), (None, None, None, None));
    assert_eq!(asked.heading_level(), 2);
}

#[wasm_bindgen_test]
fn of_files_only_texts_are_taken() {
    let some = |text: &str| Some(text.to_owned());
    let list: Array = [JsValue::from("a"), JsValue::NULL, JsValue::from(7), JsValue::from("")].iter().collect();
    assert_eq!(read_texts(5, &list), [some("a"), None, None, some(""), None]);
    assert_eq!(read_texts(1, &list), [some("a")]);
}

#[wasm_bindgen_test]
async fn whatever_load_does_every_file_is_answered_for() {
    let check = async |code: &str, expected: [Option<&str>; 2]| {
        let load: JsValue = Function::new_no_args(&format!("return {code}")).call0(&JsValue::NULL).unwrap();
        let given = Rc::new(RefCell::new(None));
        let write = given.clone();
        let paths = vec!["x.json".to_owned(), "y.json".to_owned()];
        options(&[], &load).texts(paths, Box::new(move |texts| drop(write.replace(Some(texts)))));
        settled().await;
        let expected = expected.map(|text| text.map(str::to_owned));
        assert_eq!(given.take().as_deref(), Some(&expected[..]), "{code}");
    };
    check("paths => Promise.resolve(paths.map(path => 'in ' + path))", [Some("in x.json"), Some("in y.json")]).await;
    check("async () => [null, 'y']", [None, Some("y")]).await;
    check("async () => []", [None, None]).await;
    check("async () => { throw new Error('offline'); }", [None, None]).await;
    check("() => { throw new Error('no'); }", [None, None]).await;
    check("async () => {}", [None, None]).await;
    check("async () => null", [None, None]).await;
    check("async () => 7", [None, None]).await;
}
