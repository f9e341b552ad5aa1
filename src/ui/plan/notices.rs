//! What somebody has to know about what is kept, above everything else; and in one word how the open plan stands.

use super::{
    keeping::{Saved, Trouble},
    part::press,
    planner::Planner,
};
use crate::{
    browser::{
        element::El,
        storage::{Tier, Why},
    },
    ui::{
        files::task::Task,
        part::{actions, div, p, span},
    },
    words::PlanKey,
};

/// All that there is to know; nothing on a good day.
pub fn view(planner: &Planner) -> El {
    div("sf-notices").live(planner.then(|planner| {
        planner.texts();
        let room = (planner.tier() == Tier::Memory(Why::NoRoom))
            .then(|| notice(planner, PlanKey::NoticeFull, &[], Vec::new()));
        room.into_iter().chain(planner.troubles().iter().map(|trouble| told(planner, trouble))).collect()
    }))
}

fn told(planner: &Planner, trouble: &Trouble) -> El {
    let away = |key: PlanKey| {
        let trouble = trouble.clone();
        press(planner, "sf-line", key, move |planner| planner.put_away(&trouble))
    };
    let file = || press(planner, "sf-line", PlanKey::NoticeFile, |planner| planner.files(Task::SaveUnreadable));
    match trouble {
        Trouble::Recovered => notice(planner, PlanKey::NoticeRecovered, &[], vec![file(), away(PlanKey::NoticeSeen)]),
        Trouble::Unreadable => notice(planner, PlanKey::NoticeUnreadable, &[], vec![file(), away(PlanKey::NoticeSeen)]),
        Trouble::Newer => notice(planner, PlanKey::KeptReadOnly, &[], Vec::new()),
        Trouble::Gone => {
            let again = press(planner, "sf-line", PlanKey::NoticeKeep, Planner::keep_again);
            notice(planner, PlanKey::NoticeGone, &[], vec![again])
        }
        Trouble::Apart(id) => {
            let title = planner.title_of(&planner.read(|plan| plan.cover().title.clone()));
            let id = id.clone();
            let other = press(planner, "sf-line", PlanKey::NoticeOther, move |planner| planner.open_plan(&id));
            notice(planner, PlanKey::NoticeApart, &[("name", &title)], vec![away(PlanKey::NoticeStay), other])
        }
    }
}

fn notice(planner: &Planner, key: PlanKey, blanks: &[(&str, &str)], tools: Vec<El>) -> El {
    let text = p("sf-notice-text", &planner.fill(key, blanks));
    let tools = (!tools.is_empty()).then(|| actions(tools));
    // Read out at once: somebody may be about to lose something.
    div("sf-notice").attr("role", "alert").child(text).children(tools)
}

/// How the open plan stands, beside what can be taken back.
pub fn saved(planner: &Planner) -> Vec<El> {
    planner.texts();
    let key = match planner.saved() {
        Saved::Unchanged => return Vec::new(),
        Saved::Soon => PlanKey::SavedSoon,
        Saved::Yes if !matches!(planner.tier(), Tier::Memory(_)) => PlanKey::SavedYes,
        // Nor is what lasts only as long as the page.
        Saved::Yes | Saved::No => PlanKey::SavedNo,
    };
    vec![span("sf-saved", &planner.t(key))]
}
