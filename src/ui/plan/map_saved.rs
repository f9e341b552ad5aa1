//! The map as a picture to keep: what is in view of it.

use super::{
    map::loose_key,
    part::press,
    planner::{Planner, today},
};
use crate::{
    browser::{element::El, watched::Watched},
    picture::map::{Said, map},
    plan::map::{COLUMNS, Map, Node},
    ui::{
        part::{actions, div},
        picture::{self, Around},
    },
    words::PlanKey,
};
use std::rc::Rc;

/// A button that shows the picture, and its place. `all` says how many things each column has, drawn or not.
pub fn offer(planner: &Planner, map: &Rc<Map>, all: [usize; COLUMNS.len()]) -> El {
    let is_open = Watched::new(false);
    let (open, map) = (is_open.clone(), map.clone());
    let save = press(planner, "sf-line", PlanKey::MapPicture, move |_| open.set(true));
    let drawn = move |planner: &Planner| if is_open.get() { view(planner, &map, all) } else { Vec::new() };
    div("sf-map-saved").child(actions([save])).child(div("sf-share").live(planner.then(drawn)))
}

fn view(planner: &Planner, shown: &Map, all: [usize; COLUMNS.len()]) -> Vec<El> {
    let around = Around {
        save: ["PNG", "SVG"].map(|kind| planner.fill(PlanKey::MapPictureAs, &[("kind", kind)])),
        note: planner.t(PlanKey::MapPictureNote),
        file: format!("strategy-first-map-{}", today()),
    };
    let told = planner.clone();
    picture::view(map(shown, &said(planner, shown, all)), around, move |format| told.exported(format))
}

fn said(planner: &Planner, shown: &Map, all: [usize; COLUMNS.len()]) -> Said {
    let heads = COLUMNS.map(|table| planner.said(&["tables", table.name(), "title"]));
    let counts = shown.counts();
    let left = std::array::from_fn(|column| all[column] - counts[column]);
    let rest = |left: usize| if left > 0 { planner.count(PlanKey::ListRest, left, &[]) } else { String::new() };
    let thing = |node: &Node| (planner.name_now(&node.at), loose_key(node).map(|key| planner.t(key)));
    let column = |(head, count): (&String, usize)| {
        planner.fill(PlanKey::PageLabelled, &[("label", head), ("value", &count.to_string())])
    };
    let title = planner.read(|plan| plan.cover().title.clone());
    Said {
        lang: planner.lang(),
        title: planner.title_of(&title),
        eyebrow: format!("{}, {}", planner.t(PlanKey::MapTitle), planner.date(today())),
        words: heads.iter().zip(all).map(column).collect::<Vec<_>>().join(", "),
        heads,
        rests: <[usize; COLUMNS.len()]>::map(left, rest),
        none: planner.t(PlanKey::SectionsEmpty),
        things: shown.nodes.iter().map(thing).collect(),
        key: shown.nodes.iter().any(Node::is_loose).then(|| planner.t(PlanKey::MapLooseKey)),
        from: planner.t(PlanKey::AppName),
    }
}
