//! The map: five columns from business goal to action with the links between them, and the same as a tree of words.

use super::{
    checking::Show,
    map_saved,
    part::{note, title},
    planner::Planner,
    tree,
};
use crate::{
    browser::{
        element::{El, Handle, el, svg},
        watched::Watched,
    },
    plan::{
        link::Place,
        map::{COLUMNS, Map, Node, map},
        table::Table,
    },
    ui::part::{actions, button, div, p, span},
    words::PlanKey,
};
use std::{cell::RefCell, rc::Rc};

/// So many things of a column are drawn; more could be neither read nor drawn at once.
const MOST: usize = 60;
/// What the choice of everything, and of all that is loose, are called among keys of objectives, each behind a sign.
const EVERYTHING: &str = "";
const LOOSE: &str = "loose";
const ONE: char = '=';

pub fn view(planner: &Planner) -> Vec<El> {
    let chosen = Watched::new(EVERYTHING.to_owned());
    let body = planner.then(move |planner| body(planner, &chosen));
    vec![title(planner, &planner.t(PlanKey::MapTitle)), div("sf-wide sf-map-part").live(body)]
}

fn body(planner: &Planner, chosen: &Watched<String>) -> Vec<El> {
    planner.follow_all();
    let whole = Rc::new(planner.read(map));
    if whole.nodes.is_empty() {
        return empty(planner, PlanKey::MapEmpty, Table::BusinessGoals);
    }
    let (reader, shown, all) = (planner.clone(), chosen.clone(), whole.clone());
    let picture = move || picture(&reader, &part(&all, &shown.get()));
    vec![p("sf-text", &planner.t(PlanKey::MapLead)), choice(planner, &whole, chosen), div("sf-map-part").live(picture)]
}

/// What there is to do where there is nothing to see yet: one sentence, one button.
pub fn empty(planner: &Planner, says: PlanKey, add: Table) -> Vec<El> {
    let text = planner.said(&["tables", add.name(), "add"]);
    let button = button("sf-solid", &text, planner.then(move |planner| planner.add_and_go(add)));
    vec![p("sf-lead", &planner.t(says)), actions([button])]
}

/// The things that were chosen to be seen.
fn part(map: &Map, chosen: &str) -> Map {
    let Some(key) = chosen.strip_prefix(ONE) else {
        let keep: Vec<bool> = map.nodes.iter().map(|node| chosen != LOOSE || node.is_loose()).collect();
        return map.kept(&keep);
    };
    let is_it = |node: &Node| node.at.table == Table::Objectives && node.at.key.as_str() == key;
    let around = map.nodes.iter().position(is_it).map(|index| map.thread(index));
    around.map(|keep| map.kept(&keep)).unwrap_or_default()
}

fn choice(planner: &Planner, map: &Map, chosen: &Watched<String>) -> El {
    let id = planner.new_id();
    let option = |value: &str, words: &str| el("option").attr("value", value).text(words);
    let one = |node: &Node| {
        let name = planner.name(&node.at);
        option(&format!("{ONE}{}", node.at.key), &planner.fill(PlanKey::MapShowOne, &[("name", &name)]))
    };
    let objectives = map.nodes.iter().filter(|node| node.at.table == Table::Objectives).map(one);
    let shown = chosen.clone();
    let select = el("select").class("sf-input").attr("id", &id);
    let select = select
        .child(option(EVERYTHING, &planner.t(PlanKey::MapShowAll)))
        .child(option(LOOSE, &planner.t(PlanKey::MapShowLoose)))
        .children(objectives)
        .live_value(move || shown.get());
    let chosen = chosen.clone();
    let label = el("label").class("sf-label").attr("for", &id).text(&planner.t(PlanKey::MapShow));
    div("sf-field sf-order").child(label).child(select.on_value(move |value| chosen.set(value)))
}

fn picture(planner: &Planner, part: &Map) -> Vec<El> {
    if part.nodes.is_empty() {
        return vec![p("sf-text", &planner.t(PlanKey::MapNoneLoose))];
    }
    let map = Rc::new(part.cut(MOST));
    let (all, shown) = (part.counts(), map.counts());
    let lights = Rc::new(Lights { map: map.clone(), nodes: RefCell::default(), links: RefCell::default() });
    let off = lights.clone();
    let out = lights.clone();
    let grid = div("sf-map").child(links(&lights));
    let columns = (0..COLUMNS.len()).flat_map(|column| column_of(planner, &lights, column, all[column]));
    let grid =
        grid.children(columns).on("pointerleave", move || off.light(None)).on("focusout", move || out.light(None));
    let rest = (all != shown).then(|| note(&planner.t(PlanKey::MapRestNote)));
    let has_loose = map.nodes.iter().any(Node::is_loose);
    let key = has_loose.then(|| note(&planner.t(PlanKey::MapLooseKey)));
    let marks = div("").live(planner.then(|planner| planner.found(&Show::Key)));
    let saved = map_saved::offer(planner, &map, all);
    [grid].into_iter().chain(rest).chain(key).chain([marks, saved]).chain(tree::view(planner, &map)).collect()
}

/// What is drawn of the map, to be lit as somebody looks along it.
struct Lights {
    map: Rc<Map>,
    nodes: RefCell<Vec<Handle>>,
    links: RefCell<Vec<Handle>>,
}

impl Lights {
    /// Lights everything that hangs together with this thing, and nothing else.
    fn light(&self, of: Option<usize>) {
        let none = || vec![false; self.map.nodes.len()];
        let lit = of.map_or_else(none, |index| self.map.thread(index));
        for (handle, is_lit) in self.nodes.borrow().iter().zip(&lit) {
            handle.flag("data-lit", *is_lit);
        }
        for (handle, (from, to)) in self.links.borrow().iter().zip(&self.map.links) {
            handle.flag("data-lit", lit[*from] && lit[*to]);
        }
    }
}

/// The links as thin curves behind the things.
fn links(lights: &Rc<Lights>) -> El {
    let room = format!("0 0 1000 {}", lights.map.height());
    let picture = svg("svg").class("sf-map-links").attr("viewBox", &room);
    let picture = picture.attr("preserveAspectRatio", "none").attr("aria-hidden", "true");
    let curve = |[x, y, to_x, to_y]: [usize; 4]| {
        let middle = usize::midpoint(x, to_x);
        let curve = svg("path").attr("d", &format!("M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"));
        lights.links.borrow_mut().push(curve.handle());
        curve
    };
    picture.children(lights.map.curves().into_iter().map(curve))
}

/// A column: what stands in it, under its name, and how much more there is.
fn column_of(planner: &Planner, lights: &Rc<Lights>, column: usize, all: usize) -> [El; 3] {
    let name = planner.said(&["tables", COLUMNS[column].name(), "title"]);
    let id = planner.new_id();
    let nodes = lights.map.nodes.iter().enumerate().filter(|(_, node)| node.column == column);
    let things: Vec<El> = nodes.map(|(index, node)| thing(planner, lights, index, node)).collect();
    let left = all - things.len();
    let none = (all == 0).then(|| el("li").class("sf-map-none").text(&planner.t(PlanKey::SectionsEmpty)));
    let rest = if left > 0 { planner.count(PlanKey::ListRest, left, &[]) } else { String::new() };
    [
        p("sf-map-head", &name).attr("id", &id),
        el("ul").class("sf-plain sf-map-column").attr("aria-labelledby", &id).children(things).children(none),
        p("sf-map-rest sf-note", &rest),
    ]
}

fn thing(planner: &Planner, lights: &Rc<Lights>, index: usize, node: &Node) -> El {
    let (over, focus) = (lights.clone(), lights.clone());
    let thing = go(planner, "sf-thing", &node.at).children(loose(planner, node)).child(found(planner, node, false));
    let thing = if node.is_loose() { thing.class("sf-thing sf-thing-loose") } else { thing };
    lights.nodes.borrow_mut().push(thing.handle());
    let light = move || over.light(Some(index));
    el("li").child(thing.on("pointerenter", light).on("focus", move || focus.light(Some(index))))
}

/// A button with a thing's name that goes to it.
pub fn go(planner: &Planner, class: &str, place: &Place) -> El {
    let at = place.clone();
    let press = planner.then(move |planner| planner.go_to_row(&at));
    let name = span("sf-thing-name", &planner.name(place));
    el("button").attr("type", "button").class(class).child(name).on("click", press)
}

/// A mark where the checker has something to say of a thing; with its word where there is room.
pub fn found(planner: &Planner, node: &Node, has_room: bool) -> El {
    let at = node.at.clone();
    span("sf-thing-found", "").live(planner.then(move |planner| {
        let place = if has_room { Show::Row(&at) } else { Show::Thing(&at) };
        planner.found(&place)
    }))
}

/// The word for a thing that hangs loose, and which way.
pub fn loose(planner: &Planner, node: &Node) -> Option<El> {
    loose_key(node).map(|key| span("sf-loose-word", &planner.t(key)))
}

pub fn loose_key(node: &Node) -> Option<PlanKey> {
    match (node.serves_nothing, node.served_by_nothing) {
        (false, false) => None,
        (true, false) => Some(PlanKey::MapLooseAbove),
        (false, true) => Some(PlanKey::MapLooseBelow),
        (true, true) => Some(PlanKey::MapLoose),
    }
}
