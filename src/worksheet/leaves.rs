//! Sharing blocks out over leaves of paper.

/// A block once it was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub height: f64,
    /// Whether it stands on one leaf with what follows.
    pub leads_on: bool,
    /// Whether it is a row of a table: then a leaf that begins with it has the table's head first.
    pub is_row: bool,
}

/// Which blocks stand on which leaf, by their places. Nothing is left out and nothing is cut: what is too high for any leaf has one of its
/// own. The heads of tables are there again where a table goes on.
#[must_use]
pub fn leaves(blocks: &[Measured], room: f64) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = Vec::new();
    let mut leaf: Vec<usize> = Vec::new();
    let mut left = room;
    for group in groups(blocks) {
        let height: f64 = group.clone().map(|at| blocks[at].height).sum();
        // A group that no leaf can hold is taken apart.
        let parts: Vec<_> = if height > room { group.map(|at| at..at + 1).collect() } else { vec![group] };
        for part in parts {
            let height: f64 = part.clone().map(|at| blocks[at].height).sum();
            if height > left && !leaf.is_empty() {
                all.push(std::mem::take(&mut leaf));
                left = room;
                if let Some(head) = head(blocks, part.start) {
                    leaf.push(head);
                    left -= blocks[head].height;
                }
            }
            leaf.extend(part);
            left -= height;
        }
    }
    if !leaf.is_empty() {
        all.push(leaf);
    }
    all
}

/// Runs of blocks that belong together.
fn groups(blocks: &[Measured]) -> Vec<std::ops::Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    for (at, block) in blocks.iter().enumerate() {
        if !block.leads_on || at + 1 == blocks.len() {
            groups.push(start..at + 1);
            start = at + 1;
        }
    }
    groups
}

/// The head of the table that the row at `at` is in, unless the row comes right behind it.
fn head(blocks: &[Measured], at: usize) -> Option<usize> {
    let is_row = blocks[at].is_row;
    let before = (0..at).rev().find(|before| !blocks[*before].is_row)?;
    (is_row && blocks[before].leads_on).then_some(before)
}
