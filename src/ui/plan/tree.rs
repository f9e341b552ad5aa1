//! The map in words: a tree in which each thing stands under the first one that it serves.

use super::{
    map::{found, go, loose},
    planner::Planner,
};
use crate::{
    browser::{
        element::{El, el},
        watched::Watched,
    },
    plan::map::Map,
    ui::part::{button, div, span},
    words::PlanKey,
};

/// Folded beside the picture; always there where the picture has no room.
pub fn view(planner: &Planner, map: &Map) -> [El; 2] {
    let open = Watched::new(false);
    let (id, toggle, said) = (planner.new_id(), open.clone(), open.clone());
    let press = move || toggle.set(!toggle.peek());
    let button = button("sf-line sf-tree-toggle", &planner.t(PlanKey::MapAsText), press);
    let button = button.attr("aria-controls", &id).live_attr("aria-expanded", move || said.get().to_string());
    let first = map.first_served();
    let tree = div("sf-tree").attr("id", &id).live_attr("data-open", move || open.get().to_string());
    [button, tree.children(branches(planner, map, &first, None))]
}

/// The things that stand under this one; for none, those that stand under nothing.
fn branches(planner: &Planner, map: &Map, first: &[Option<usize>], under: Option<usize>) -> Option<El> {
    let here: Vec<usize> = (0..first.len()).filter(|index| first[*index] == under).collect();
    if here.is_empty() {
        return None;
    }
    let branch = |index: usize| {
        let node = &map.nodes[index];
        let kind = span("sf-note", &planner.said(&["tables", node.at.table.name(), "one"]));
        let go =
            go(planner, "sf-tree-thing", &node.at).children(loose(planner, node)).child(found(planner, node, true));
        let also = also(planner, map, index).map(|text| span("sf-note sf-tree-also", &text));
        el("li").child(kind).child(go).children(also).children(branches(planner, map, first, Some(index)))
    };
    Some(el("ul").class("sf-plain").children(here.into_iter().map(branch)))
}

/// What a thing serves besides the first.
fn also(planner: &Planner, map: &Map, index: usize) -> Option<String> {
    let others = map.links.iter().filter(|(from, _)| *from == index).skip(1);
    let names: Vec<String> = others.map(|(_, to)| planner.name(&map.nodes[*to].at)).collect();
    (!names.is_empty()).then(|| planner.fill(PlanKey::MapAlso, &[("names", &names.join(", "))]))
}
