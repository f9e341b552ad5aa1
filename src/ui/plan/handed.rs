//! What came over from the check: where to begin, and what the answers already say, to be accepted or left.

use super::{
    part::{heading, note},
    planner::{Planner, today},
    verbs::{fresh_key, new_row},
};
use crate::{
    browser::element::{El, el},
    document::{file, reader},
    plan::{
        edit::{Edit, Part},
        kind::name_path,
        link::Place,
        outline::Section,
        suggest::{Begin, Handed, Suggestion, begin, parted},
        table::Table,
    },
    ui::part::{actions, button, div, p},
    words::PlanKey,
};

/// What the page says was handed over.
pub fn read(text: &str) -> Option<Handed> {
    let handed = reader::read(&file::parse(text).ok()?, Handed::read).0;
    Some(handed).filter(|handed| !handed.stage.is_empty() || !handed.item.is_empty())
}

/// What the answers say about this section; drawn anew when typing has made some of it needless.
pub fn view(planner: &Planner, section: &Section) -> El {
    let id = section.id.clone();
    div("").live(planner.then(move |planner| offers(planner, &id)))
}

fn offers(planner: &Planner, section: &str) -> Vec<El> {
    planner.follow_slowly();
    planner.ways().follow();
    let all = planner.suggested();
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, _, at)| at.id == section);
    let left = planner.ways().left.borrow().len();
    if here.is_empty() && elsewhere.is_empty() && left == 0 {
        return Vec::new();
    }
    let mut others: Vec<(Section, usize)> = Vec::new();
    for (_, _, at) in elsewhere {
        match others.iter_mut().find(|(known, _)| known.id == at.id) {
            Some((_, count)) => *count += 1,
            None => others.push((at, 1)),
        }
    }
    let more = others.into_iter().map(|(at, count)| {
        let text = planner.fill(PlanKey::HandedMore, &[("section", &at.name), ("n", &count.to_string())]);
        button("sf-link sf-small", &text, planner.then(move |planner| planner.go_to_section(&at.id)))
    });
    let back = (left > 0).then(|| {
        let text = planner.count(PlanKey::HandedBack, left, &[]);
        button("sf-link sf-small", &text, planner.then(Planner::bring_back_left))
    });
    let lead = (!here.is_empty()).then(|| note(&planner.t(PlanKey::HandedLead)));
    let rows: Vec<El> = here.iter().map(|(index, one, _)| row(planner, *index, one)).collect();
    let list = (!rows.is_empty()).then(|| el("ul").class("sf-plain").children(rows));
    let whole = div("sf-handed").child(heading(planner, 1, &planner.t(PlanKey::HandedTitle)));
    vec![whole.children(lead).children(list).child(actions(more.chain(back)))]
}

fn row(planner: &Planner, index: usize, one: &Suggestion) -> El {
    let (table, path) = parted(&one.field);
    let into =
        table.map_or_else(|| planner.label(None, path), |table| planner.said(&["tables", table.name(), "title"]));
    let offer = planner.fill(PlanKey::ListDoTo, &[("do", &into), ("name", &one.text)]);
    let does = |class: &str, key: PlanKey, act: fn(&Planner, usize)| {
        let text = planner.t(key);
        let full = planner.fill(PlanKey::ListDoTo, &[("do", &text), ("name", &one.text)]);
        button(class, &text, planner.then(move |planner| act(planner, index))).attr("aria-label", &full)
    };
    let buttons = [
        does("sf-line sf-small", PlanKey::HandedTake, Planner::accept),
        does("sf-quiet sf-small", PlanKey::HandedLeave, Planner::leave),
    ];
    el("li").child(note(&one.because)).child(p("sf-text", &offer)).child(actions(buttons))
}

impl Planner {
    /// The suggestions that were not left, with their places in the guide and the sections that they belong to.
    fn suggested(&self) -> Vec<(usize, Suggestion, Section)> {
        let texts = self.texts();
        let left = self.ways().left.borrow();
        let (Some(handed), Some(guide)) = (&self.ways().handed, &texts.guide) else { return Vec::new() };
        self.read(|plan| {
            let open = guide.suggested(handed, plan).filter(|(index, _)| !left.contains(index));
            let with_section = open.filter_map(|(index, one)| {
                let (table, path) = parted(&one.field);
                Some((index, one.clone(), self.section_with(table, path)?))
            });
            with_section.collect()
        })
    }

    /// Puts a suggestion where it belongs, and goes there.
    fn accept(&self, index: usize) {
        let texts = self.texts();
        let Some(one) = texts.guide.as_ref().and_then(|guide| guide.suggestions.get(index)) else { return };
        let (table, path) = parted(&one.field);
        let key = fresh_key(table.unwrap_or(Table::Reviews));
        let edit = self.read(|plan| one.accepted(plan, &key, today()));
        // The list is drawn anew with the row in it; the section is in view already.
        if let Some(table) = table {
            let place = Place { table, key };
            self.unfold(&place, true);
            self.aim_at(&Part::Row(place), name_path(table));
        }
        if edit.is_some_and(|edit| self.change(edit)) && table.is_none() {
            self.go_to(&Part::Cover, path);
        }
    }

    fn leave(&self, index: usize) {
        self.ways().left.borrow_mut().insert(index);
        self.look(self.desk().view);
    }

    /// Suggests again all that was left.
    fn bring_back_left(&self) {
        self.ways().left.borrow_mut().clear();
        self.look(self.desk().view);
    }

    /// Before anything is drawn: to where the check says that there is most to do, at the first field that is empty.
    pub(super) fn begin_handed(&self) {
        let texts = self.texts();
        let (Some(handed), Some(guide)) = (&self.ways().handed, &texts.guide) else { return };
        let Some(from) = guide.start(handed) else { return };
        let (table, path) = parted(from);
        let Some(section) = self.section_with(table, path) else { return };
        match self.read(|plan| begin(plan, &section, from)) {
            Begin::At(of, path) => self.go_to(&of, &path),
            Begin::InNew(table) => {
                let place = Place { table, key: fresh_key(table) };
                let row = self.read(|plan| new_row(plan, table, None)).with_id(&place.key);
                // An empty row to write in. It is no step to take back, and not kept before something is written.
                let _ = self.0.plan.borrow_mut().apply(Edit::add(place.key.as_str(), row));
                self.go_to_row(&place);
            }
            Begin::Anywhere => self.go_to_section(&section.id),
        }
    }
}
