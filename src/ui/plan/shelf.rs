//! What planners do with several plans: make, open, copy, put away, delete and bring back.

use super::{
    keeping::{Saved, Trouble, journal},
    opened::{fresh_plan_id, new_plan},
    planner::{Planner, today},
};
use crate::{
    browser::task,
    desk::{Desk, View},
    document::{file, reader},
    keep::journal::{Journal, Lost, Opened},
    plan::{
        edit::{Edit, Part},
        field::Content,
        history::History,
        plan::Plan,
        shift::shifted,
    },
    ui::files::kept::{open_plan, remove_plan},
    words::PlanKey,
};

impl Planner {
    /// An empty plan, which is not kept before something is typed.
    pub fn begin_plan(&self) {
        self.put_plan(new_plan(&self.lang()), None, View::Start);
    }

    pub fn open_plan(&self, id: &str) {
        if self.read(|plan| plan.cover().id.as_str() == id) {
            return self.look(View::Guided);
        }
        match open_plan(&self.0.store, id) {
            Ok(Opened { plan, journal, is_recovered, is_newer }) => {
                self.put_plan(plan, Some(journal), View::Guided);
                self.0.is_read_only.set(is_newer);
                let told = [(is_newer, Trouble::Newer), (is_recovered, Trouble::Recovered)];
                told.into_iter().filter(|(is_so, _)| *is_so).for_each(|(_, trouble)| self.tell(trouble));
            }
            Err(lost) => {
                if lost == Lost::SetAside {
                    self.tell(Trouble::Unreadable);
                }
                if let Some(plan) = self.plan_called(id) {
                    self.put_plan(plan, None, View::Guided);
                } else {
                    self.say(&self.t(PlanKey::PlansGone));
                }
            }
        }
    }

    /// Opens a plan at its title, which is where its name is written.
    pub fn rename_plan(&self, id: &str) {
        self.open_plan(id);
        if self.read(|plan| plan.cover().id.as_str() == id) {
            self.go_to(&Part::Cover, "title");
        }
    }

    /// Puts a copy of a plan last in the list.
    pub fn copy_plan(&self, id: &str) {
        let Some(plan) = self.plan_called(id) else {
            return self.say(&self.t(PlanKey::PlansGone));
        };
        let copy = renewed(plan);
        let title = self.fill(PlanKey::PlansCopy, &[("name", &self.title_of(&copy.cover().title))]);
        let copy = with(copy, "title", Content::Text(title.clone()));
        self.aim_at(&Part::Cover, &copy.cover().id.0);
        self.keep_plan(&copy);
        self.say(&self.fill(PlanKey::PlansCopied, &[("name", &title)]));
    }

    /// Puts a plan away, or back among the others.
    pub fn archive_plan(&self, id: &str) {
        self.aim_at(&Part::Cover, id);
        self.change_desk(|desk| {
            for kept in desk.plans.iter_mut().filter(|kept| kept.id == id) {
                kept.archived = !kept.archived;
            }
        });
    }

    /// Deletes a plan; it can be brought back until the page is left.
    pub fn delete_plan(&self, id: &str) {
        self.save();
        self.catch_up_desk();
        let desk = self.0.desk.peek();
        let listed = desk.plans.iter().enumerate().find(|(_, kept)| kept.id == id);
        let (Some((index, kept)), Some(plan)) = (listed, self.plan_called(id)) else {
            return self.say(&self.t(PlanKey::PlansGone));
        };
        let kept = kept.clone();
        if self.read(|open| open.cover().id == plan.cover().id) {
            self.put_plan(new_plan(&self.lang()), None, View::Plans);
        }
        remove_plan(&self.0.store, id);
        self.ways().shelf.borrow_mut().remove(id);
        let said = self.fill(PlanKey::ListDeleted, &[("name", &self.title_of(&kept.title))]);
        self.ways().deleted.borrow_mut().push((index, kept, plan));
        self.0.moved.set(true);
        self.change_desk(|desk| desk.plans.retain(|kept| kept.id != id));
        self.ways().turned();
        self.say(&said);
    }

    /// Brings back the plan that was deleted last.
    pub fn bring_back_plan(&self) {
        let last = self.ways().deleted.borrow_mut().pop();
        let Some((index, kept, plan)) = last else { return };
        self.keep_closed(&plan);
        self.ways().shelf.borrow_mut().insert(kept.id.clone(), plan);
        let said = self.fill(PlanKey::PlansUndone, &[("name", &self.title_of(&kept.title))]);
        self.aim_at(&Part::Cover, &kept.id);
        self.change_desk(|desk| {
            let index = index.min(desk.plans.len());
            desk.plans.insert(index, kept);
        });
        self.ways().turned();
        self.say(&said);
    }

    /// Opens the worked example as a plan of its own, which begins this week.
    pub fn open_example(&self) {
        let (planner, waiting) = (self.clone(), self.wait());
        let then = move |files: Vec<Option<String>>| {
            drop(waiting);
            let file = files.first().and_then(|text| file::parse(text.as_deref()?).ok());
            let Some(file) = file else {
                return planner.say(&planner.t(PlanKey::AppFailed));
            };
            // Read, shown and kept one after the other, so that the page answers in between.
            task::once_drawn(Box::new(move || {
                let example = reader::read(&file, Plan::read).0;
                task::once_drawn(Box::new(move || {
                    let today = today();
                    // By whole weeks, so that what happens on Mondays goes on doing so.
                    let days = example.cover().start.map_or(0, |start| today.monday().since(start.monday()));
                    let example = renewed(shifted(&example, days));
                    task::once_drawn(Box::new(move || planner.put_example(example)));
                }));
            }));
        };
        self.options().texts(vec![format!("plan/example.{}.json", self.lang())], Box::new(then));
    }

    fn put_example(&self, example: Plan) {
        self.put_plan(example.clone(), None, View::Document);
        // Whoever leaves before that has it kept all the same.
        self.0.unsaved.set(true);
        let planner = self.clone();
        task::once_drawn(Box::new(move || planner.keep_plan(&example)));
    }

    /// What a plan is called in lists.
    pub fn title_of(&self, title: &str) -> String {
        if title.trim().is_empty() { self.t(PlanKey::PlanUnnamed) } else { title.to_owned() }
    }

    /// A plan as it is now, open or not.
    fn plan_called(&self, id: &str) -> Option<Plan> {
        let open = self.read(|plan| (plan.cover().id.as_str() == id).then(|| plan.clone()));
        let kept = || open_plan(&self.0.store, id).ok().map(|opened| opened.plan);
        open.or_else(kept).or_else(|| self.ways().shelf.borrow().get(id).cloned())
    }

    /// Keeps a plan beside the others.
    fn keep_plan(&self, plan: &Plan) {
        if self.read(|open| open.cover().id == plan.cover().id) {
            return self.keep_again();
        }
        let (id, title) = (&plan.cover().id.0, &plan.cover().title);
        self.keep_closed(plan);
        self.ways().shelf.borrow_mut().insert(id.clone(), plan.clone());
        self.change_desk(|desk| desk.note(id, title, &today().to_string()));
    }

    /// Another plan in place of the open one, which is kept first. Without a journal it is one that is not kept yet.
    pub(super) fn put_plan(&self, plan: Plan, kept: Option<Journal>, view: View) {
        self.save();
        let id = plan.cover().id.0.clone();
        self.0.journal.replace(kept.unwrap_or_else(|| journal(&self.0.store, &id)));
        let before = self.0.plan.replace(plan);
        self.ways().shelf.borrow_mut().insert(before.cover().id.0.clone(), before);
        self.ways().later.borrow_mut().clear();
        self.ways().sorting.set(false);
        *self.0.history.borrow_mut() = History::default();
        self.0.unfolded.borrow_mut().clear();
        self.0.unsaved.set(false);
        self.0.is_read_only.set(false);
        self.0.saved.set(Saved::Unchanged);
        self.0.troubles.set(Vec::new());
        self.check_other();
        self.0.moved.set(true);
        // The rows of the plan before are gone from view before anything asks for them.
        self.change_desk(|desk| {
            desk.open = desk.plans.iter().any(|kept| kept.id == id).then_some(id);
            desk.view = view;
            desk.section = Desk::empty().section;
        });
        self.show();
        self.all_changed();
    }
}

/// The same plan as one of its own, made today.
fn renewed(plan: Plan) -> Plan {
    let plan = with(plan, "id", Content::Text(fresh_plan_id()));
    let plan = with(plan, "created", Content::Day(Some(today())));
    with(plan, "updated", Content::Day(Some(today())))
}

fn with(mut plan: Plan, field: &str, to: Content) -> Plan {
    // Each of these is a field of every plan.
    let _ = plan.apply(Edit::set(field, to));
    plan
}
