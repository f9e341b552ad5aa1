//! What a planner has on the desk: which plans there are, which one is open, and how it is looked at. Pure.

use crate::{
    article::Article,
    document::{object::object, reader::Node},
};
use serde_json::Value;

/// How the open plan is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The ways to begin a plan.
    #[default]
    Start,
    /// One section at a time, with prompts and examples.
    Guided,
    /// The whole plan on one page, in the order of an outline.
    Document,
    /// The picture of what serves what.
    Map,
    /// The 90 days.
    Weeks,
    /// The plan on one page, to be read by others.
    OnePage,
    /// All that the checker found.
    Check,
    /// What the plan can be taken away as.
    Take,
    /// All plans there are.
    Plans,
    /// A list of tactics that somebody already has.
    Paste,
    /// The pause before a new tool.
    NewTool,
    /// A page to read.
    Article(Article),
}

/// A plan that is kept, and what lists of plans say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub id: String,
    pub title: String,
    pub archived: bool,
    /// The day of its last change, as in `2026-11-21`.
    pub updated: String,
}

/// Everything that is kept beside the plans themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    pub plans: Vec<Kept>,
    /// The id of the plan that is open.
    pub open: Option<String>,
    pub view: View,
    /// The outline in which the document is read.
    pub outline: String,
    /// The section that guided work is at.
    pub section: String,
}

const VIEWS: &[(&str, View)] = &[
    ("start", View::Start),
    ("guided", View::Guided),
    ("document", View::Document),
    ("map", View::Map),
    ("weeks", View::Weeks),
    ("one-page", View::OnePage),
    ("check", View::Check),
    ("take", View::Take),
    ("plans", View::Plans),
    ("paste", View::Paste),
    ("new-tool", View::NewTool),
    ("glossary", View::Article(Article::Glossary)),
    ("about", View::Article(Article::About)),
];

/// The order in which a plan is made.
pub const FIRST_OUTLINE: &str = "sostac";
const FIRST_SECTION: &str = "basics";
const MAX_TITLE: usize = 2000;
const MAX_PLANS: usize = 500;

impl Desk {
    /// A desk with nothing on it.
    #[must_use]
    pub fn empty() -> Desk {
        Desk { outline: FIRST_OUTLINE.to_owned(), section: FIRST_SECTION.to_owned(), ..Desk::default() }
    }

    /// Reads what was kept; whatever is missing is as on an empty desk.
    #[must_use]
    pub fn read(top: Node) -> Desk {
        let empty = Desk::empty();
        let text = |name: &'static str, or: String| top.maybe(name).map_or(or, |node| node.text(64));
        let plans = top.maybe("plans").map(|list| list.list_of(0..=MAX_PLANS)).unwrap_or_default();
        let view = top.maybe("view").and_then(|node| node.one_of(VIEWS)).unwrap_or_default();
        let plans: Vec<Kept> = plans.into_iter().map(Kept::read).filter(|kept| !kept.id.is_empty()).collect();
        let open = top.maybe("open").map(|node| node.text(64)).filter(|id| plans.iter().any(|kept| kept.id == *id));
        Desk { plans, open, view, outline: text("outline", empty.outline), section: text("section", empty.section) }
    }

    #[must_use]
    pub fn to_json(&self) -> Value {
        object([
            ("plans", self.plans.iter().map(Kept::to_json).collect()),
            ("open", self.open.clone().into()),
            ("view", self.view.code().into()),
            ("outline", self.outline.as_str().into()),
            ("section", self.section.as_str().into()),
        ])
    }

    /// Notes what the list says of a plan; a plan it does not have yet comes last.
    pub fn note(&mut self, id: &str, title: &str, updated: &str) {
        let known = self.plans.iter_mut().find(|kept| kept.id == id);
        if let Some(kept) = known {
            title.clone_into(&mut kept.title);
            updated.clone_into(&mut kept.updated);
        } else {
            let (title, updated) = (title.to_owned(), updated.to_owned());
            self.plans.push(Kept { id: id.to_owned(), title, archived: false, updated });
        }
    }

    /// The plan that is open, as the list has it.
    #[must_use]
    pub fn opened(&self) -> Option<&Kept> {
        let open = self.open.as_deref()?;
        self.plans.iter().find(|kept| kept.id == open)
    }
}

impl Kept {
    fn read(node: Node) -> Kept {
        let text =
            |name: &'static str, max: usize| node.maybe(name).map(|node| node.text_or_empty(max)).unwrap_or_default();
        Kept {
            id: text("id", 64),
            title: text("title", MAX_TITLE),
            archived: !text("archived", 64).is_empty(),
            updated: text("updated", 64),
        }
    }

    fn to_json(&self) -> Value {
        object([
            ("id", self.id.as_str().into()),
            ("title", self.title.as_str().into()),
            ("archived", if self.archived { "yes" } else { "" }.into()),
            ("updated", self.updated.as_str().into()),
        ])
    }
}

impl View {
    #[must_use]
    pub fn code(self) -> &'static str {
        VIEWS.iter().find(|(_, view)| *view == self).map_or("start", |(code, _)| code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::reader::read;

    #[test]
    fn a_desk_is_kept_whole() {
        let mut desk = Desk::empty();
        desk.note("p1", "A bakery’s year", "2026-11-21");
        desk.note("p2", "", "");
        desk.plans[1].archived = true;
        desk.open = Some("p1".to_owned());
        desk.view = View::Weeks;
        desk.section = "tactics".to_owned();
        let (again, faults) = read(&desk.to_json(), Desk::read);
        assert_eq!((again, faults), (desk, Vec::new()));
    }

    #[test]
    fn rubbish_is_an_empty_desk() {
        for value in [Value::Null, Value::from(3), object([("open", "gone".into())]), object([("view", 7.into())])] {
            assert_eq!(read(&value, Desk::read).0, Desk::empty(), "{value}");
        }
    }

    #[test]
    fn a_plan_is_noted_once() {
        let mut desk = Desk::empty();
        desk.note("p1", "Before", "2026-11-20");
        desk.note("p1", "After", "2026-11-21");
        assert_eq!(desk.plans.len(), 1);
        assert_eq!(desk.plans[0].title, "After");
    }
}
