//! Everything that a plan can be taken away as, each with what it is for.

use super::{
    part::{heading, press, title},
    planner::Planner,
    sheet::for_print,
    taking::Format,
    ways::labelled,
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    plan::outline::Outline,
    ui::part::{actions, div, fold, p, span},
    words::PlanKey,
};

/// What somebody has chosen on this screen.
#[derive(Clone)]
struct Chosen {
    /// The order to read the plan in, by its id.
    outline: Watched<String>,
    /// What is shown as text, and whether it is.
    format: Watched<Format>,
    is_shown: Watched<bool>,
}

pub fn view(planner: &Planner) -> Vec<El> {
    let chosen = Chosen {
        outline: Watched::new(planner.desk().outline.clone()),
        format: Watched::new(Format::Markdown),
        is_shown: Watched::new(false),
    };
    let shown = as_text(planner, &chosen);
    let fold = shown.handle();
    let order = chosen.clone();
    let [print, sheet] = for_print(planner, move |planner| outline(planner, &order));
    let word = chosen.clone();
    let word = press(planner, "sf-line", PlanKey::TakeWordSave, move |planner| {
        if let Some(outline) = outline(planner, &word) {
            planner.take_word(&outline);
        }
    });
    let save = |key, format| saves(planner, &chosen, key, format);
    let markdown = chosen.format.clone();
    let show = move || {
        markdown.set(Format::Markdown);
        fold.flag("open", true);
    };
    let copies = copies(planner, &chosen, PlanKey::TakeMarkdownCopy, || Format::Markdown, show);
    let ways = [
        way(planner, PlanKey::TakeWord, PlanKey::TakeWordNote, vec![word]),
        way(planner, PlanKey::TakePrint, PlanKey::TakePrintNote, vec![print]),
        way(
            planner,
            PlanKey::TakeMarkdown,
            PlanKey::TakeMarkdownNote,
            vec![copies, save(PlanKey::TakeMarkdownSave, Format::Markdown)],
        ),
        way(
            planner,
            PlanKey::TakeCalendar,
            PlanKey::TakeCalendarNote,
            vec![save(PlanKey::TakeCalendarSave, Format::Calendar)],
        ),
        way(
            planner,
            PlanKey::TakeSheets,
            PlanKey::TakeSheetsNote,
            vec![
                save(PlanKey::TakeActions, Format::Actions),
                save(PlanKey::TakeMeasures, Format::Measures),
                save(PlanKey::TakeBudget, Format::Budget),
            ],
        ),
        way(planner, PlanKey::TakeFile, PlanKey::TakeFileNote, vec![save(PlanKey::TakeFileSave, Format::Plan)]),
    ];
    vec![
        title(planner, &planner.t(PlanKey::TakeTitle)),
        p("sf-lead", &planner.t(PlanKey::TakeLead)),
        order_choice(planner, &chosen),
        div("sf-take").children(ways),
        shown,
        sheet,
    ]
}

/// One thing to take the plan away as: its name, what it is for, and the buttons.
fn way(planner: &Planner, name: PlanKey, note: PlanKey, tools: Vec<El>) -> El {
    let words = div("sf-take-words").child(heading(planner, 1, &planner.t(name))).child(p("sf-note", &planner.t(note)));
    el("section").class("sf-take-way").child(words).child(actions(tools))
}

fn saves(planner: &Planner, chosen: &Chosen, key: PlanKey, format: Format) -> El {
    let chosen = chosen.clone();
    press(planner, "sf-line", key, move |planner| {
        if let Some(outline) = outline(planner, &chosen) {
            planner.take(format, &outline);
        }
    })
}

/// A button that copies what `format` says; where the browser does not let it, `or` shows the text.
fn copies(
    planner: &Planner,
    chosen: &Chosen,
    key: PlanKey,
    format: impl Fn() -> Format + 'static,
    or: impl Fn() + Clone + 'static,
) -> El {
    let chosen = chosen.clone();
    press(planner, "sf-line", key, move |planner| {
        if let Some(outline) = outline(planner, &chosen) {
            planner.copy_written(format(), &outline, or.clone());
        }
    })
}

fn outline(planner: &Planner, chosen: &Chosen) -> Option<Outline> {
    planner.order(&chosen.outline.peek())
}

fn order_choice(planner: &Planner, chosen: &Chosen) -> El {
    let (now, texts) = (chosen.outline.clone(), planner.texts());
    let options = texts.outlines.iter().map(|outline| el("option").attr("value", &outline.id).text(&outline.name));
    let select = el("select").children(options).class("sf-input");
    let select = select.live_value(move || now.get());
    let put = chosen.outline.clone();
    let select = select.on_value(move |id| put.set(id));
    let words = [PlanKey::TakeOrder, PlanKey::TakeOrderNote].map(|key| planner.t(key));
    div("sf-order").child(labelled(planner, &words[0], &words[1], select))
}

/// The way out where a page lets nothing be saved: what is written, to be copied by hand.
fn as_text(planner: &Planner, chosen: &Chosen) -> El {
    let names = Format::ALL.map(|format| format.file(planner));
    let options = names.iter().map(|name| el("option").attr("value", name).text(name));
    let (now, put, called) = (chosen.format.clone(), chosen.format.clone(), names.clone());
    let select = el("select").children(options).class("sf-input").live_value(move || {
        let at = Format::ALL.iter().position(|format| *format == now.get());
        at.and_then(|at| called.get(at)).cloned().unwrap_or_default()
    });
    let select = select.on_value(move |name| {
        let at = names.iter().position(|is| *is == name);
        if let Some(format) = at.and_then(|at| Format::ALL.get(at)) {
            put.set(*format);
        }
    });
    let (reader, shows) = (planner.clone(), chosen.clone());
    let text = el("textarea").class("sf-input").attr("rows", "12").attr("spellcheck", "false").flag("readonly", true);
    // Written only once somebody looks, and anew when what is chosen changes.
    let text = text.live_value(move || {
        let (is_shown, format, order) = (shows.is_shown.get(), shows.format.get(), shows.outline.get());
        reader.follow_slowly();
        reader.order(&order).filter(|_| is_shown).map(|order| reader.written(format, &order)).unwrap_or_default()
    });
    let format = chosen.format.clone();
    let inside = [
        p("sf-note", &planner.t(PlanKey::TakeNothingNote)),
        labelled(planner, &planner.t(PlanKey::TakeWhich), "", select),
        labelled(planner, &planner.t(PlanKey::TakeText), "", text),
        actions([copies(planner, chosen, PlanKey::TakeCopy, move || format.peek(), || {})]),
    ];
    let is_shown = chosen.is_shown.clone();
    let fold = fold("sf-take-fold", span("", &planner.t(PlanKey::TakeNothing)), [div("sf-take-text").children(inside)]);
    fold.on_toggle(move |is_open| is_shown.set(is_open))
}
