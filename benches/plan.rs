//! What a plan costs, with 10 to 10,000 rows: one edit, which must not grow with the plan, and whatever looks at all of it.
//!
//! `cargo xtask bench` runs it. Times are for looking at, never for passing or failing.

use divan::{Bencher, black_box};
use serde_json::{Value, json};
use strategy_first::{
    document::reader::read,
    plan::{
        date::Date,
        edit::Edit,
        field::Content,
        history::History,
        hours::loads,
        link::{Place, loose, would_loosen},
        map::map,
        model::Action,
        money::spending,
        plan::Plan,
        table::Table,
        timeline::timeline,
    },
};

/// Rows in all: a quarter tactics, three quarters actions.
const ROWS: [usize; 4] = [10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

mod one_edit {
    use super::{
        Action, Bencher, Content, Edit, History, Place, ROWS, Table, black_box, middle, plan, tactic, would_loosen,
    };

    /// A key pressed in a text of fifty characters, with its step in the history.
    #[divan::bench(args = ROWS)]
    fn type_a_letter(bencher: Bencher, rows: usize) {
        let (mut plan, mut history) = (plan(rows), History::default());
        let place = tactic(rows);
        bencher.bench_local(|| {
            let text = Content::Text("a post a week in the owners' group, with a question".to_owned());
            history.change(&mut plan, Edit::set_row(place.clone(), "text", text))
        });
    }

    /// An action tied to another tactic.
    #[divan::bench(args = ROWS)]
    fn change_a_link(bencher: Bencher, rows: usize) {
        let mut plan = plan(rows);
        let place = middle(rows);
        let mut other = 0_usize;
        bencher.bench_local(|| {
            other = 1 - other;
            let link = Content::Text(format!("t{other}"));
            plan.apply(Edit::set_row(place.clone(), "tactic_id", link)).is_ok()
        });
    }

    #[divan::bench(args = ROWS)]
    fn add_an_action_in_the_middle_and_undo(bencher: Bencher, rows: usize) {
        let (mut plan, mut history) = (plan(rows), History::default());
        let next = middle(rows).key;
        bencher.bench_local(|| {
            let row = Action { id: "new".into(), tactic_id: "t1".into(), ..Action::default() };
            let edit = Edit::Insert { key: "new".into(), row: Box::new(row.into()), in_front_of: Some(next.clone()) };
            let added = history.change(&mut plan, edit).is_ok();
            (added, history.undo(&mut plan))
        });
    }

    #[divan::bench(args = ROWS)]
    fn move_an_action_to_the_front_and_undo(bencher: Bencher, rows: usize) {
        let (mut plan, mut history) = (plan(rows), History::default());
        let place = middle(rows);
        bencher.bench_local(|| {
            let edit = Edit::Move { place: place.clone(), in_front_of: Some("a0".into()) };
            let moved = history.change(&mut plan, edit).is_ok();
            (moved, history.undo(&mut plan))
        });
    }

    #[divan::bench(args = ROWS)]
    fn say_what_deleting_a_tactic_loosens(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        let place = tactic(rows);
        bencher.bench_local(|| would_loosen(black_box(&plan), black_box(&place)));
    }

    #[divan::bench(args = ROWS)]
    fn delete_a_tactic_and_undo(bencher: Bencher, rows: usize) {
        let (mut plan, mut history) = (plan(rows), History::default());
        let place = tactic(rows);
        bencher.bench_local(|| {
            let deleted = history.change(&mut plan, Edit::Remove(place.clone())).is_ok();
            (deleted, history.undo(&mut plan))
        });
    }

    #[divan::bench(args = ROWS)]
    fn find_the_neighbours_of_an_action(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        let place = Place { table: Table::Actions, ..middle(rows) };
        bencher.bench_local(|| black_box(&plan).neighbours(black_box(&place)).0.is_some());
    }
}

mod the_whole_plan {
    use super::{Bencher, Date, Plan, ROWS, black_box, file, loads, loose, map, plan, read, spending, timeline};

    #[divan::bench(args = ROWS)]
    fn open(bencher: Bencher, rows: usize) {
        let file = file(rows);
        bencher.bench_local(|| read(black_box(&file), Plan::read));
    }

    #[divan::bench(args = ROWS)]
    fn save(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        bencher.bench_local(|| black_box(&plan).to_json());
    }

    #[divan::bench(args = ROWS)]
    fn find_loose_links(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        bencher.bench_local(|| loose(black_box(&plan)));
    }

    #[divan::bench(args = ROWS)]
    fn sum_up_the_money(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        bencher.bench_local(|| spending(black_box(&plan)));
    }

    #[divan::bench(args = ROWS)]
    fn sum_up_the_hours(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        bencher.bench_local(|| loads(black_box(&plan), start(), 13));
    }

    #[divan::bench(args = ROWS)]
    fn draw_the_map(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        bencher.bench_local(|| map(black_box(&plan)));
    }

    #[divan::bench(args = ROWS)]
    fn draw_the_timeline(bencher: Bencher, rows: usize) {
        let plan = plan(rows);
        bencher.bench_local(|| timeline(black_box(&plan), start(), start()));
    }

    fn start() -> Date {
        Date::new(2026, 3, 2).unwrap_or(Date::FIRST)
    }
}

fn plan(rows: usize) -> Plan {
    read(&file(rows), Plan::read).0
}

/// A tactic in the middle of the plan, with three actions.
fn tactic(rows: usize) -> Place {
    Place::new(Table::Tactics, &format!("t{}", rows / 8))
}

/// An action in the middle of the plan.
fn middle(rows: usize) -> Place {
    Place::new(Table::Actions, &format!("a{}", rows / 8 * 3))
}

fn file(rows: usize) -> Value {
    let tactics = rows / 4;
    let tactic = |number: usize| {
        json!({
            "id": format!("t{number}"), "text": "Answer questions in the café owners' group", "strategy_ids": ["s"],
            "channel": "owners' group", "kind": "social", "budget": 20_000,
            "bridge": {"destination": "/breakdown", "cta": "Book a same-day repair"},
        })
    };
    let action = |number: usize| {
        json!({
            "id": format!("a{number}"), "text": "Draft ten answers to common faults", "tactic_id": format!("t{}", number / 3),
            "owner": format!("Person {}", number % 7), "start": "2026-03-09", "end": "2026-04-20", "hours": 8, "cost": 1_999,
        })
    };
    json!({
        "format": "strategy-first/plan", "version": 1, "id": "p", "start": "2026-03-02", "end": "2026-08-31",
        "objectives": [{"id": "o", "text": "Raise repair enquiries"}],
        "strategies": [{"id": "s", "text": "Be the first call when a machine breaks", "objective_ids": ["o"]}],
        "tactics": (0..tactics).map(tactic).collect::<Vec<_>>(),
        "actions": (0..rows - tactics).map(action).collect::<Vec<_>>(),
    })
}
