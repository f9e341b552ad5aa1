//! What can be taken away, and what is kept.

use super::{
    desk::Desk,
    part::{actions, press, tick},
    seen::Seen,
    square,
};
use crate::{
    browser::{dom, download, element::El, intl, picture, task},
    course::table::{drill_rows, pack_rows, table},
    pages::common::{div, p},
    takeaway::{csv::Dialect, file_name::file_name},
    words::TrainerKey,
};

/// The milliseconds until a picture has surely been saved.
const READ: i32 = 60_000;

pub fn view(desk: &Desk) -> Vec<El> {
    vec![div("").live(desk.then(ways)), div("").live(desk.then(keeping))]
}

/// What there is to take away once something is there.
fn ways(desk: &Desk) -> Vec<El> {
    if desk.seen_group().gathering.is_empty() {
        return vec![p("sf-text", &desk.t(TrainerKey::KeepEmpty))];
    }
    let buttons = [
        press(desk, "sf-line", TrainerKey::KeepPrint, |_| dom::print()),
        press(desk, "sf-line", TrainerKey::KeepPng, |desk| save_picture(desk, true)),
        press(desk, "sf-line", TrainerKey::KeepSvg, |desk| save_picture(desk, false)),
        press(desk, "sf-line", TrainerKey::KeepCsv, save_table),
    ];
    vec![actions(buttons), p("sf-note", &desk.t(TrainerKey::KeepNote))]
}

/// To go on another day: as a file, or in this browser. An example is not kept.
fn keeping(desk: &Desk) -> Vec<El> {
    if desk.is_example() {
        return Vec::new();
    }
    let save = press(desk, "sf-line", TrainerKey::KeepGroup, save_group);
    let save = (!desk.group().gathering.is_empty()).then(|| actions([save]));
    let note = save.is_some().then(|| p("sf-note", &desk.t(TrainerKey::KeepGroupNote)));
    let label = desk.t(TrainerKey::KeepBrowser);
    let tick = tick(&desk.id("kept"), &label, desk.then(Desk::is_kept), desk.given(Desk::set_kept));
    let stack = div("sf-stack")
        .children(save)
        .children(note)
        .child(tick)
        .child(p("sf-note", &desk.t(TrainerKey::KeepBrowserNote)));
    vec![stack]
}

fn save(desk: &Desk, ending: &str, kind: &str, text: &str) {
    let name = name(desk, ending);
    download::download(&name, kind, text.as_bytes());
    desk.say(&desk.fill(TrainerKey::KeepSaved, &[("name", &name)]));
}

fn name(desk: &Desk, ending: &str) -> String {
    let part = if desk.peek_example() { TrainerKey::KeepNameExample } else { TrainerKey::KeepName };
    file_name(&format!("{} {}", desk.t(part), dom::today()), None, ending)
}

fn save_table(desk: &Desk) {
    let Some(seen) = Seen::of(desk) else { return };
    let (words, known) = (seen.texts.words(), &seen.texts.known);
    let packs = seen.group.packs(known);
    let rows = packs.into_iter().flat_map(|pack| pack_rows(seen.gathering(), pack, seen.least, words));
    let rows: Vec<_> = rows.chain(drill_rows(seen.gathering(), &known.drill, seen.least, words)).collect();
    let dialect = Dialect { decimal: intl::decimal_sign(&seen.texts.lang), decimals: 0 };
    save(desk, "csv", "text/csv;charset=utf-8", &table(&rows, words, dialect));
}

fn save_picture(desk: &Desk, as_png: bool) {
    let Some(drawing) = Seen::of(desk).and_then(|seen| square::picture(desk, &seen)) else {
        return desk.say(&desk.t(TrainerKey::KeepNoPicture));
    };
    if !as_png {
        return save(desk, "svg", "image/svg+xml", &drawing.text);
    }
    let desk = desk.clone();
    picture::png(&drawing, move |held| match held {
        Some(held) => {
            let name = name(&desk, "png");
            held.offer(&name);
            desk.say(&desk.fill(TrainerKey::KeepSaved, &[("name", &name)]));
            // Until then the browser may not have begun to read.
            task::surely_after(READ, move || drop(held));
        }
        None => desk.say(&desk.t(TrainerKey::KeepPngFailed)),
    });
}

/// The codes, one a line; of packs of the trainer's own there are files already.
fn save_group(desk: &Desk) {
    if let Some(texts) = desk.texts() {
        save(desk, "txt", "text/plain;charset=utf-8", &desk.group().text(&texts.known));
    }
}
