//! Where codes and files come in.

use super::{
    desk::Desk,
    notes,
    part::{actions, choice, fold, input, labelled, press},
};
use crate::{
    browser::element::{El, el},
    course::{code::Moment, gathering::Twice, intake::How},
    pages::common::{div, p},
    words::TrainerKey,
};

pub fn view(desk: &Desk) -> Vec<El> {
    vec![
        div("").live(desk.then(empty)),
        div("sf-pair").child(pasted(desk)).child(div("sf-stack").child(typed(desk)).child(files(desk))),
        how(desk),
        div("").live(desk.then(notes::view)),
        div("").live(desk.then(undoing)),
    ]
}

/// What to do, as long as nothing is here.
fn empty(desk: &Desk) -> Vec<El> {
    let is_empty = desk.group().gathering.is_empty();
    if desk.is_example() {
        let leave = press(desk, "sf-line", TrainerKey::ExampleLeave, Desk::leave_example);
        return vec![div("sf-note-box").child(p("sf-text", &desk.t(TrainerKey::ExampleNote))).child(leave)];
    }
    if !is_empty {
        return Vec::new();
    }
    let steps = [TrainerKey::EmptyFirst, TrainerKey::EmptySecond, TrainerKey::EmptyThird];
    let steps = steps.map(|step| el("li").class("sf-text").text(&desk.t(step)));
    let see = press(desk, "sf-line", TrainerKey::EmptyExample, Desk::see_example);
    vec![div("sf-empty").child(el("ol").children(steps)).child(actions([see]))]
}

fn pasted(desk: &Desk) -> El {
    let held = desk.pasted();
    let (typed, taken) = (held.clone(), held.clone());
    let field =
        el("textarea").text(&held.borrow()).class("sf-input sf-codes").attr("rows", "8").attr("spellcheck", "false");
    let field = field.attr("autocomplete", "off").on_typed(move |text| *typed.borrow_mut() = text);
    let place = field.handle();
    let add = desk.then(move |desk| {
        desk.take_pasted(&taken.take());
        place.set_value("");
    });
    let button = el("button").attr("type", "submit").class("sf-button sf-solid").text(&desk.t(TrainerKey::GatherAdd));
    let (label, note) = (desk.t(TrainerKey::GatherPaste), desk.t(TrainerKey::GatherPasteNote));
    el("form")
        .class("sf-stack")
        .child(labelled(&desk.id("codes"), &label, field, &note))
        .child(actions([button]))
        .on_submit(add)
}

fn typed(desk: &Desk) -> El {
    let held = desk.typed();
    let (typed, taken) = (held.clone(), held.clone());
    let field =
        input("text").attr("value", &held.borrow()).attr("autocapitalize", "characters").attr("autocomplete", "off");
    let field = field.attr("spellcheck", "false").on_typed(move |text| *typed.borrow_mut() = text);
    let place = field.handle();
    let add = desk.then(move |desk| {
        desk.take_pasted(&taken.take());
        place.set_value("");
    });
    let button = el("button").attr("type", "submit").class("sf-button sf-line").text(&desk.t(TrainerKey::GatherAddOne));
    let (label, note) = (desk.t(TrainerKey::GatherOne), desk.t(TrainerKey::GatherOneNote));
    el("form")
        .class("sf-stack")
        .child(labelled(&desk.id("code"), &label, field, &note))
        .child(actions([button]))
        .on_submit(add)
}

fn files(desk: &Desk) -> El {
    let field = el("input").attr("type", "file").class("sf-file").flag("multiple", true);
    let field = field.on_all_picked(desk.given(Desk::take_files));
    let (label, note) = (desk.t(TrainerKey::GatherFiles), desk.t(TrainerKey::GatherFilesNote));
    labelled(&desk.id("files"), &label, field, &note)
}

/// What becomes of a second result, and when files were made.
fn how(desk: &Desk) -> El {
    let twice = [Twice::Replace, Twice::Skip];
    let moments = Moment::ALL;
    let now = desk.how();
    let place = |is: bool| usize::from(!is);
    let labels = [TrainerKey::GatherReplace, TrainerKey::GatherSkip].map(|key| desk.t(key));
    let second =
        choice(desk, "twice", &desk.t(TrainerKey::GatherTwice), &labels, place(now.twice == Twice::Replace), {
            move |desk, at| desk.set_how(How { twice: twice[at.min(1)], ..desk.how() })
        });
    let labels = moments.map(|moment| desk.t(moment_key(moment)));
    let from = choice(desk, "from", &desk.t(TrainerKey::GatherFrom), &labels, now.files_from as usize, {
        move |desk, at| desk.set_how(How { files_from: moments[at.min(2)], ..desk.how() })
    });
    fold(&desk.t(TrainerKey::GatherHow), [div("sf-pair").child(second).child(from)])
}

/// A moment, as the trainer's page names it.
pub fn moment_key(moment: Moment) -> TrainerKey {
    match moment {
        Moment::Before => TrainerKey::MomentBefore,
        Moment::After => TrainerKey::MomentAfter,
        Moment::Then => TrainerKey::MomentThen,
    }
}

fn undoing(desk: &Desk) -> Vec<El> {
    let undo = desk.can_undo().then(|| press(desk, "sf-line", TrainerKey::GatherUndo, Desk::undo));
    let has_some = !desk.group().gathering.is_empty() || !desk.group().own.is_empty();
    let clear = has_some.then(|| press(desk, "sf-quiet", TrainerKey::GatherClear, Desk::clear));
    if undo.is_none() && clear.is_none() {
        return Vec::new();
    }
    vec![actions(undo.into_iter().chain(clear))]
}
