//! What planners do. Each verb changes the plan through its history, redraws what shows it, and sees to it that it is kept.

use super::{
    planner::{Planner, aim, today},
    screens,
};
use crate::{
    article::Article,
    browser::{dom, waiting::Waiting},
    desk::View,
    plan::{
        edit::{Edit, Name, Part},
        field::Content,
        history::History,
        kind::{self, Kind, name_path},
        link::{self, Place},
        outline::{Entry, Section},
        plan::Plan,
        table::{Row, Table},
        value::Id,
    },
    words::PlanKey,
};

impl Planner {
    /// Puts something in a field. Gives `false`, and changes nothing, where it does not fit.
    pub fn set(&self, of: &Part, path: &str, to: Content) -> bool {
        if self.content_now(of, path).as_ref() == Some(&to) {
            return true;
        }
        self.change(Edit::Set { of: of.clone(), field: path.to_owned(), to })
    }

    /// What comes next in the same field can be taken back on its own.
    pub fn pause(&self) {
        self.0.history.borrow_mut().pause();
    }

    /// Changes the plan; gives `false`, and changes nothing, where the edit does not fit it.
    pub fn change(&self, edit: Edit) -> bool {
        if self.is_read_only() {
            self.say(&self.t(PlanKey::KeptReadOnly));
            return false;
        }
        let touches = edit.touches();
        // What is typed is checked once it pauses; all else as soon as it is on the screen.
        let is_typed = matches!(edit, Edit::Set { .. });
        self.touch(&edit);
        let done = self.0.history.borrow_mut().change(&mut self.0.plan.borrow_mut(), edit.clone()).is_ok();
        if done {
            self.note(edit);
            self.0.status.set(String::new());
            self.redraw(&touches);
            if !is_typed {
                self.follow_once_drawn();
            }
        }
        done
    }

    pub fn undo(&self) {
        let edit = self.0.history.borrow().to_undo().cloned();
        self.step(edit, PlanKey::UndoUndone, History::undo);
    }

    pub fn redo(&self) {
        let edit = self.0.history.borrow().to_redo().cloned();
        self.step(edit, PlanKey::UndoRedone, History::redo);
    }

    /// A step back or forth, which does `edit`.
    fn step(&self, edit: Option<Edit>, said: PlanKey, go: fn(&mut History, &mut Plan) -> Option<Name>) {
        let Some(edit) = edit else { return };
        self.touch(&edit);
        let touches = edit.touches();
        let name = go(&mut self.0.history.borrow_mut(), &mut self.0.plan.borrow_mut());
        let Some(name) = name else { return };
        self.note(edit);
        self.redraw(&touches);
        self.follow_once_drawn();
        self.say(&self.fill(said, &[("step", &self.step_name(name))]));
    }

    /// What a step is called, as in "delete tactic".
    pub fn step_name(&self, name: Name) -> String {
        self.said(&["undo", &name.key()])
    }

    /// The step that undo would take back, and the one that redo would do again; followed from now on.
    pub fn steps(&self) -> (Option<Name>, Option<Name>) {
        self.follow_all();
        let history = self.0.history.borrow();
        (history.undoes(), history.redoes())
    }

    /// Adds an empty row, made from the row `serves` of the table it serves, and opens it.
    pub fn add(&self, table: Table, serves: Option<&Id>) {
        let place = Place { table, key: fresh_key(table) };
        self.aim_at_made(&place);
        let row = self.read(|plan| new_row(plan, table, serves)).with_id(&place.key);
        self.change(Edit::Insert { key: place.key, row: Box::new(row), in_front_of: None });
    }

    /// Adds an empty row, and goes to where it is filled in.
    pub fn add_and_go(&self, table: Table) {
        self.add(table, None);
        let added = self.read(|plan| plan.rows(table).last().map(|(key, _)| key.clone()));
        if let Some(key) = added {
            self.go_to_row(&Place { table, key });
        }
    }

    /// Adds a row that serves another one, and goes to where it is filled in.
    pub fn add_from(&self, table: Table, serves: &Id) {
        self.add(table, Some(serves));
        let added = self.read(|plan| plan.rows(table).last().map(|(key, _)| key.clone()));
        if let Some(key) = added.filter(|_| self.0.desk.peek().view == View::Guided) {
            self.go_to_row(&Place { table, key });
        }
    }

    /// Takes a row out, and says what that has loosened.
    pub fn delete(&self, place: &Place) {
        let name = self.name(place);
        let (loosened, next) = self.read(|plan| {
            let (before, after) = plan.neighbours(place);
            (link::would_loosen(plan, place).len(), after.or(before).cloned())
        });
        // The focus goes to the row that takes its place, or to what is said of an empty list.
        *self.0.aim.borrow_mut() = Some(next.map_or_else(|| place.table.name().to_owned(), |key| format!("row/{key}")));
        if self.change(Edit::Remove(place.clone())) {
            let said = self.fill(PlanKey::ListDeleted, &[("name", &name)]);
            let links = (loosened > 0).then(|| self.count(PlanKey::ListLoosened, loosened, &[]));
            self.say(&[Some(said), links].into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
    }

    /// How many links would lead nowhere without this row.
    pub fn would_loosen(&self, place: &Place) -> usize {
        self.read(|plan| link::would_loosen(plan, place).len())
    }

    /// Puts a copy of a row behind it, and opens it.
    pub fn duplicate(&self, place: &Place) {
        let Some(row) = self.row(place) else { return };
        let copy = Place { table: place.table, key: fresh_key(place.table) };
        let next = self.read(|plan| plan.neighbours(place).1.cloned());
        self.aim_at_made(&copy);
        let row = Box::new(row.with_id(&copy.key));
        self.change(Edit::Insert { key: copy.key, row, in_front_of: next });
    }

    /// Moves a row one place up or down in its list.
    pub fn shift(&self, place: &Place, up: bool) {
        let in_front_of = self.read(|plan| {
            let (before, after) = plan.neighbours(place);
            if up {
                return before.cloned().map(Some);
            }
            let after = Place { table: place.table, key: after?.clone() };
            Some(plan.neighbours(&after).1.cloned())
        });
        if let Some(in_front_of) = in_front_of {
            *self.0.aim.borrow_mut() = Some(format!("{}/{}", if up { "up" } else { "down" }, place.key));
            self.change(Edit::Move { place: place.clone(), in_front_of });
        }
    }

    /// Moves the row that was picked up in front of another one of its list.
    pub fn drop_at(&self, target: &Place) {
        let Some(place) = self.0.dragged.take() else { return };
        if place.table == target.table && place.key != target.key {
            self.change(Edit::Move { place, in_front_of: Some(target.key.clone()) });
        }
    }

    pub fn pick_up(&self, place: &Place) {
        *self.0.dragged.borrow_mut() = Some(place.clone());
    }

    pub fn unfold(&self, place: &Place, is_open: bool) {
        let mut unfolded = self.0.unfolded.borrow_mut();
        if is_open {
            unfolded.insert(place.clone());
        } else {
            unfolded.remove(place);
        }
    }

    // Looking at the plan in other ways.

    /// Whether a part of the program is there; else it is asked for, and what asks is drawn anew once it is.
    pub fn has(&self, part: screens::Part) -> bool {
        let name = part.name();
        if self.0.parts.peek().contains(&name) {
            return true;
        }
        // Only what waits for a part is drawn anew when one comes.
        let _ = self.0.parts.get();
        let (planner, waiting) = (self.clone(), self.wait());
        self.options().part(name, move |is_there| {
            drop(waiting);
            if is_there {
                planner.0.parts.set([planner.0.parts.peek(), vec![name]].concat());
            } else {
                planner.say(&planner.t(PlanKey::AppFailed));
            }
        });
        false
    }

    pub fn look(&self, view: View) {
        self.0.aim.take();
        self.0.moved.set(true);
        self.change_desk(|desk| desk.view = view);
    }

    /// To a page to read.
    pub fn read_article(&self, article: Article) {
        let view = self.0.desk.peek().view;
        if !matches!(view, View::Article(_)) {
            self.0.came_from.set(view);
        }
        self.look(View::Article(article));
    }

    /// Back to where somebody was before they read it.
    pub fn read_no_more(&self) {
        self.look(self.0.came_from.get());
    }

    /// To a section of guided work.
    pub fn go_to_section(&self, id: &str) {
        self.0.aim.take();
        self.0.moved.set(true);
        self.change_desk(|desk| {
            desk.view = View::Guided;
            id.clone_into(&mut desk.section);
        });
    }

    /// The document in another order. The plan stays as it is.
    pub fn read_as(&self, outline: &str) {
        self.change_desk(|desk| {
            desk.view = View::Document;
            outline.clone_into(&mut desk.outline);
        });
    }

    /// To a field of the plan, wherever it is filled in, with the focus on it.
    pub fn go_to(&self, of: &Part, path: &str) {
        let table = match of {
            Part::Cover => None,
            Part::Row(place) => {
                self.unfold(place, true);
                self.0.made.take();
                Some(place.table)
            }
        };
        if let Some(section) = self.section_with(table, path) {
            self.go_to_section(&section.id);
            self.aim_at(of, path);
        }
    }

    /// To the section in which a list is filled in.
    pub fn go_to_list(&self, table: Table) {
        if let Some(section) = self.section_with(Some(table), "") {
            self.go_to_section(&section.id);
        }
    }

    /// The section of guided work in which a field is filled in: of the cover, or of a list.
    pub(super) fn section_with(&self, table: Option<Table>, path: &str) -> Option<Section> {
        let sections = self.sections();
        self.section_at(table, path).and_then(|index| sections.get(index)).cloned()
    }

    /// The sections of guided work.
    pub(super) fn sections(&self) -> Vec<Section> {
        let texts = self.0.texts.peek();
        texts.outline(crate::desk::FIRST_OUTLINE).map(|outline| outline.sections.clone()).unwrap_or_default()
    }

    /// The number of that section.
    pub(super) fn section_at(&self, table: Option<Table>, path: &str) -> Option<usize> {
        let holds = |entry: &Entry| match entry {
            Entry::Field(field) => table.is_none() && field.path == path,
            Entry::List { table: list, .. } => table == Some(*list),
        };
        let texts = self.0.texts.peek();
        let outline = texts.outline(crate::desk::FIRST_OUTLINE)?;
        outline.sections.iter().position(|section| section.entries.iter().any(holds))
    }

    /// To a row, as from a picture of the plan.
    pub fn go_to_row(&self, place: &Place) {
        self.go_to(&Part::Row(place.clone()), first_path(place.table));
    }

    fn aim_at_made(&self, place: &Place) {
        self.unfold(place, true);
        self.aim_at(&Part::Row(place.clone()), first_path(place.table));
        *self.0.made.borrow_mut() = Some(place.key.clone());
    }

    pub(super) fn aim_at(&self, of: &Part, path: &str) {
        *self.0.aim.borrow_mut() = Some(aim(of, path));
    }

    /// Says that something is on its way, unless it is there in a moment, until it is dropped.
    pub fn wait(&self) -> Waiting {
        Waiting::new(&self.0.status, self.t(PlanKey::AppWait))
    }

    pub fn say(&self, text: &str) {
        self.0.status.set(text.to_owned());
    }
}

/// The first field of a new row, which takes the focus.
fn first_path(table: Table) -> &'static str {
    name_path(table)
}

/// A row that already says what it serves.
pub fn new_row(plan: &Plan, table: Table, serves: Option<&Id>) -> Row {
    let mut row = table.empty_row();
    let mut put = |path: &str, mut content: Content| {
        if let Some(held) = crate::plan::record::at_mut(row.record_mut(), path) {
            held.exchange(&mut content);
        }
    };
    if let (Some(serves), Some((_, path))) = (serves, link::parent(table)) {
        let content = match kind::kind(Some(table), path) {
            Some(Kind::Links(_)) => Content::Texts(vec![serves.0.clone()]),
            _ => Content::Text(serves.0.clone()),
        };
        put(path, content);
    }
    if table == Table::Reviews {
        let day = crate::plan::control::proposed_review(plan, today());
        put("date", Content::Day(Some(day)));
    }
    row
}

/// A key that no other row has. People and dismissed findings have no ids, and keys that are never written down.
pub fn fresh_key(table: Table) -> Id {
    let sign = table.name().chars().next().unwrap_or('x');
    Id(format!("{sign}{}", dom::fresh_id()))
}
