//! The map as plain numbers: five columns, what stands in them, and the links between.

use super::{
    link::Place,
    model::{Action, BusinessGoal, Objective, Strategy, Tactic},
    plan::Plan,
    table::Table,
    value::Id,
};
use std::collections::{HashMap, HashSet};

/// The columns from left to right: each thing serves something in the column before its own.
pub const COLUMNS: [Table; 5] =
    [Table::BusinessGoals, Table::Objectives, Table::Strategies, Table::Tactics, Table::Actions];

/// The parts of a plan with their links. Dropped tactics and actions are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// Column by column, each from top to bottom.
    pub nodes: Vec<Node>,
    /// From what serves to what is served, as places in `nodes`.
    pub links: Vec<(usize, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub at: Place,
    /// From 0, as in [`COLUMNS`].
    pub column: usize,
    /// From 0, from the top of its column.
    pub row: usize,
    /// It serves nothing. A business goal need not.
    pub serves_nothing: bool,
    /// Nothing serves it. An action need not be served.
    pub served_by_nothing: bool,
}

impl Node {
    /// Whether it hangs loose, above or below.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        self.serves_nothing || self.served_by_nothing
    }
}

/// The room that the picture has, in its own units: a row's height, and in its width of 1,000 the columns with the gaps between
/// them. The page stretches the picture to its width; `style/plan/map.css` has the same gap in percent, and rows of one height.
const ROW: usize = 100;
const COLUMN: usize = 168;
const GAP: usize = 40;

impl Map {
    /// Whether each thing hangs together with this one: what it serves, and what serves it, however far.
    #[must_use]
    pub fn thread(&self, of: usize) -> Vec<bool> {
        let mut served = vec![false; self.nodes.len()];
        served[of] = true;
        let mut serving = served.clone();
        // Links come in the order of what they start from, and lead to things in front of it: one pass reaches everything.
        for (from, to) in self.links.iter().rev() {
            served[*to] |= served[*from];
        }
        for (from, to) in &self.links {
            serving[*from] |= serving[*to];
        }
        served.into_iter().zip(serving).map(|(served, serving)| served || serving).collect()
    }

    /// The map of the things that `keep` is true for, and of the links between them.
    #[must_use]
    pub fn kept(&self, keep: &[bool]) -> Map {
        let mut rows = [0; COLUMNS.len()];
        let mut map = Map::default();
        let places: Vec<Option<usize>> = (self.nodes.iter().zip(keep))
            .map(|(node, keep)| {
                let row = rows[node.column];
                keep.then(|| {
                    rows[node.column] += 1;
                    map.nodes.push(Node { row, ..node.clone() });
                    map.nodes.len() - 1
                })
            })
            .collect();
        map.links = self.links.iter().filter_map(|(from, to)| places[*from].zip(places[*to])).collect();
        map
    }

    /// The map with no more than so many things in a column.
    #[must_use]
    pub fn cut(&self, most: usize) -> Map {
        let keep: Vec<bool> = self.nodes.iter().map(|node| node.row < most).collect();
        self.kept(&keep)
    }

    /// How many things each column has.
    #[must_use]
    pub fn counts(&self) -> [usize; COLUMNS.len()] {
        let mut counts = [0; COLUMNS.len()];
        for node in &self.nodes {
            counts[node.column] += 1;
        }
        counts
    }

    /// How high the picture is, in its own units. A column with fewer rows has the same room around each.
    #[must_use]
    pub fn height(&self) -> usize {
        self.counts().into_iter().max().unwrap_or_default() * ROW
    }

    /// Where each link runs: from the right edge of what is served to the left edge of what serves it, as x and y, x and y.
    #[must_use]
    pub fn curves(&self) -> Vec<[usize; 4]> {
        let (counts, height) = (self.counts(), self.height());
        let left = |node: &Node| node.column * (COLUMN + GAP);
        let middle = |node: &Node| (2 * node.row + 1) * height / (2 * counts[node.column]);
        let curve = |(from, to): &(usize, usize)| {
            let (from, to) = (&self.nodes[*from], &self.nodes[*to]);
            [left(to) + COLUMN, middle(to), left(from), middle(from)]
        };
        self.links.iter().map(curve).collect()
    }

    /// For each thing the first of those that it serves, to tell the map as a tree.
    #[must_use]
    pub fn first_served(&self) -> Vec<Option<usize>> {
        let mut first = vec![None; self.nodes.len()];
        for (from, to) in &self.links {
            first[*from].get_or_insert(*to);
        }
        first
    }
}

/// Lays the plan out. Things stand near what they serve: at the mean of its rows, in the order of the plan where those are the
/// same, and those that serve nothing at the end of their column.
#[must_use]
pub fn map(plan: &Plan) -> Map {
    let mut map = Map::default();
    let mut before: HashMap<&Id, usize> = HashMap::new();
    for (column, table) in COLUMNS.into_iter().enumerate() {
        let mut things: Vec<(Option<f64>, &Id, Vec<usize>)> = Vec::new();
        for (key, serves) in links_of(plan, table) {
            let mut seen = HashSet::new();
            let served = serves.iter().filter_map(|id| before.get(id).copied());
            let served: Vec<usize> = served.filter(|index| seen.insert(*index)).collect();
            things.push((mean_row(&map.nodes, &served), key, served));
        }
        things.sort_by(|(one, ..), (other, ..)| match (one, other) {
            (Some(one), Some(other)) => one.total_cmp(other),
            _ => other.is_some().cmp(&one.is_some()),
        });
        before.clear();
        for (row, (_, key, served)) in things.into_iter().enumerate() {
            let index = map.nodes.len();
            map.links.extend(served.iter().map(|above| (index, *above)));
            for above in &served {
                map.nodes[*above].served_by_nothing = false;
            }
            if plan.leads_to(table, key) {
                before.insert(key, index);
            }
            map.nodes.push(Node {
                at: Place { table, key: key.clone() },
                column,
                row,
                serves_nothing: column > 0 && served.is_empty(),
                served_by_nothing: column + 1 < COLUMNS.len(),
            });
        }
    }
    map
}

/// The keys of a column's things in the order of the plan, with the ids of what they say they serve.
fn links_of(plan: &Plan, table: Table) -> Vec<(&Id, &[Id])> {
    let one = std::slice::from_ref;
    match table {
        Table::BusinessGoals => plan.all::<BusinessGoal>().map(|(key, _)| (key, [].as_slice())).collect(),
        Table::Objectives => plan.all::<Objective>().map(|(key, row)| (key, one(&row.business_goal_id))).collect(),
        Table::Strategies => plan.all::<Strategy>().map(|(key, row)| (key, row.objective_ids.as_slice())).collect(),
        Table::Tactics => {
            let active = plan.all::<Tactic>().filter(|(_, tactic)| tactic.is_active());
            active.map(|(key, row)| (key, row.strategy_ids.as_slice())).collect()
        }
        _ => {
            let active = plan.all::<Action>().filter(|(_, action)| action.is_active());
            active.map(|(key, row)| (key, one(&row.tactic_id))).collect()
        }
    }
}

fn mean_row(nodes: &[Node], served: &[usize]) -> Option<f64> {
    let rows = served.iter().filter_map(|index| u32::try_from(nodes.get(*index)?.row).ok());
    let (sum, count) = rows.fold((0.0, 0.0), |(sum, count), row| (sum + f64::from(row), count + 1.0));
    (count > 0.0).then(|| sum / count)
}
