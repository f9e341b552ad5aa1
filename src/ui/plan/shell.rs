//! The frame around every screen of the builder: its name, the language, the ways to look, undo, the screen, the status.

use super::{
    checking, control, copies, notices,
    outline_bar::{sections, views},
    part::press,
    planner::Planner,
    plans, screens,
};
use crate::{
    article::Article,
    browser::{
        dom,
        element::{El, el},
        storage::{Tier, Why},
    },
    desk::View,
    plan::edit::{Name, Part},
    ui::files::task::Task,
    ui::part::{actions, button, div, p, span},
    words::{LANGUAGES, PlanKey},
};

/// The whole builder.
pub fn view(planner: &Planner) -> El {
    let status = p("sf-status", "").attr("role", "status").live(planner.then(status));
    let main = div("sf-card sf-new").attr("part", "card").live(planner.then(screens::view));
    let around = planner.then(|planner| {
        planner.texts();
        vec![sections(planner)]
    });
    let root = el("div")
        .live_attr("class", planner.then(class))
        .live_attr("lang", planner.then(|planner| planner.texts().words.lang.clone()))
        .live_attr("dir", planner.then(|planner| planner.texts().words.get(PlanKey::LanguageDirection).to_owned()))
        .child(bar(planner))
        .child(notices::view(planner))
        .child(div("").live(planner.then(which)))
        .child(div("").live(planner.then(tools)))
        .child(div("sf-desk").child(div("sf-around").live(around)).child(main))
        .child(control::people(planner))
        .child(div("sf-said").child(status).child(div("sf-undo").live(planner.then(plans::undo))))
        .child(div("sf-foot").live(planner.then(foot)))
        .child(div("sf-foot").live(planner.then(copies::foot)))
        .child(div("sf-foot").live(planner.then(articles)))
        .child(copies::place(planner));
    let dropped = planner.clone();
    let root = root.on_dropped(move |file| dropped.files(Task::Take(file)));
    // The last moments at which anything can be kept for certain.
    let root = root.on_window("pagehide", planner.then(Planner::save));
    let root = root.on_window("storage", planner.then(Planner::catch_up));
    // It may also have slept while other tabs went on.
    dom::unfold_for_print(root.on_window("visibilitychange", planner.then(Planner::catch_up)))
}

fn bar(planner: &Planner) -> El {
    let id = planner.id("lang");
    let options = LANGUAGES.iter().map(|(tag, name)| el("option").attr("value", tag).attr("lang", tag).text(name));
    let choose = planner.clone();
    let select = el("select").class("sf-lang").attr("id", &id).children(options);
    let select = select.live_value(planner.then(|planner| planner.texts().words.lang.clone()));
    let select = select.on_value(move |lang| choose.set_lang(&lang));
    let label = |planner: &Planner| vec![span("", planner.texts().words.get(PlanKey::LanguageChoose))];
    let home = planner.then(|planner| {
        planner.texts();
        let name = planner.t(PlanKey::AppName);
        let home = |planner: &Planner| {
            let (failing, waiting) = (planner.clone(), planner.wait());
            planner.options().open_check(Box::new(move || {
                drop(waiting);
                failing.say(&failing.t(PlanKey::AppFailed));
            }));
        };
        let has_check = planner.options().has_check();
        vec![if has_check { button("sf-name", &name, planner.then(home)) } else { span("sf-name", &name) }]
    });
    div("sf-bar")
        .child(div("").live(home))
        .child(el("label").class("sf-hidden").attr("for", &id).live(planner.then(label)))
        .child(select)
}

/// Beside the plans, and before there is one, there is nothing of a plan to look at.
fn class(planner: &Planner) -> String {
    let desk = planner.shown();
    let apart = match desk.view {
        View::Start if desk.plans.is_empty() => " sf-apart sf-blank-desk",
        View::Start | View::Plans | View::Article(_) => " sf-apart",
        View::Paste | View::NewTool => " sf-way",
        _ => "",
    };
    format!("sf sf-plan{apart}")
}

/// The plan that is open, the way to the others, the pause before a new tool, and what the plan can be taken away as.
fn which(planner: &Planner) -> Vec<El> {
    planner.texts();
    let name = planner.then(|planner| {
        // Followed, and so drawn anew.
        planner.content(&Part::Cover, "title");
        vec![span("", &planner.title_of(&planner.read(|plan| plan.cover().title.clone())))]
    });
    let to = |key: PlanKey, view: View| {
        let current =
            planner.then(move |planner| if planner.desk().view == view { "page" } else { "false" }.to_owned());
        press(planner, "sf-quiet", key, move |planner| planner.look(view)).live_attr("aria-current", current)
    };
    let name = span("sf-which-name", "").live(name);
    let views =
        [(PlanKey::PlansButton, View::Plans), (PlanKey::ToolButton, View::NewTool), (PlanKey::TakeButton, View::Take)];
    let tools = views.map(|(key, view)| to(key, view));
    vec![div("sf-which").child(name).child(actions(tools))]
}

/// Which way to look, and one step back or forth.
fn tools(planner: &Planner) -> Vec<El> {
    planner.texts();
    let saved = div("sf-how-saved").live(planner.then(notices::saved));
    let steps = div("sf-steps-back").child(undo(planner)).child(saved);
    let current = planner.then(|planner| if planner.desk().view == View::Check { "page" } else { "false" }.to_owned());
    let check = button("sf-tab sf-check", "", planner.then(|planner| planner.look(View::Check)));
    let check = check.live_attr("aria-current", current).live(planner.then(checking::button_words));
    vec![div("sf-tools").child(views(planner)).child(check).child(steps)]
}

/// A step that can be taken back or done again, if there is one.
type Step = Option<Name>;

/// The two buttons stay where they are, so that the focus does; only what they are called changes.
fn undo(planner: &Planner) -> El {
    let step = |key: PlanKey, which: fn((Step, Step)) -> Step, act: fn(&Planner)| {
        let full = move |planner: &Planner| {
            let text = planner.t(key);
            which(planner.steps()).map_or_else(
                || text.clone(),
                |name| planner.fill(PlanKey::UndoFull, &[("do", &text), ("step", &planner.step_name(name))]),
            )
        };
        let disabled = move |planner: &Planner| which(planner.steps()).is_none().to_string();
        press(planner, "sf-quiet", key, act)
            .live_attr("aria-label", planner.then(full))
            .live_attr("title", planner.then(full))
            .live_attr("aria-disabled", planner.then(disabled))
    };
    let undo = step(PlanKey::UndoUndo, |(undoes, _)| undoes, Planner::undo);
    actions([undo, step(PlanKey::UndoRedo, |(_, redoes)| redoes, Planner::redo)])
}

fn status(planner: &Planner) -> Vec<El> {
    let status = planner.status();
    (!status.is_empty()).then(|| span("", &status)).into_iter().collect()
}

fn foot(planner: &Planner) -> Vec<El> {
    planner.texts();
    let (class, kept) = match planner.tier() {
        Tier::Local => ("sf-kept", PlanKey::KeptLocal),
        Tier::Session => ("sf-kept", PlanKey::KeptSession),
        Tier::Memory(why) => ("sf-kept sf-think", not_kept(why)),
    };
    vec![p(class, &planner.t(kept))]
}

/// The ways to the pages to read.
fn articles(planner: &Planner) -> Vec<El> {
    planner.texts();
    let read = |key, article| press(planner, "sf-link", key, move |planner| planner.read_article(article));
    vec![read(PlanKey::AppGlossary, Article::Glossary), read(PlanKey::AppAbout, Article::About)]
}

/// The sentence for what is not kept.
fn not_kept(why: Why) -> PlanKey {
    match why {
        Why::Asked => PlanKey::KeptUnasked,
        Why::NoPlace => PlanKey::KeptMemory,
        Why::NoRoom => PlanKey::KeptFull,
        Why::Newer => PlanKey::KeptBesideNewer,
    }
}
