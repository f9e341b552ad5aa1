//! Rows that say the same as one before them. Each is found through the rarest of its words, so that rows that share none of
//! those are never compared, and rows that are all the same only with the one before.
//!
//! What it costs: a row looks at the rows that share one of a few of its rarest words, have about as many words, and stand in
//! the same channel, from itself backwards, until one is the same. In a plan of real texts, or of one text over and over, that
//! is a handful. It grows with the square of the plan only where thousands of texts are made of the same few words and none is
//! like another: ten thousand texts of eight words out of thirty took seven seconds on a desk, a thousand of them a twentieth
//! of one (`benches/checker.rs`, `check_objectives_of_few_words`).

use super::{
    index::{Entry, Index, Kind, common, first, mix, sorted},
    setup::Config,
};
use crate::plan::{link::Place, table::Table, value::Id};

/// What a row is compared by.
pub(super) struct Twin {
    /// Where it stands in its table: greater than those before it.
    pub(super) label: i64,
    /// Only rows of one group are compared: those of a table, and of tactics those of a channel.
    pub(super) group: u64,
    /// Its content words; sorted.
    pub(super) words: Vec<u64>,
    /// What makes it the same as another whatever its words.
    pub(super) same: Option<u64>,
}

impl Twin {
    /// The names that it is found under: one for each word together with how many there are.
    pub(super) fn names(&self) -> impl Iterator<Item = u64> {
        let size = self.words.len();
        self.words.iter().map(move |word| self.name(*word, size))
    }

    fn name(&self, word: u64, size: usize) -> u64 {
        mix(mix(self.group, word), size as u64)
    }

    fn is_like(&self, other: &Twin, config: &Config) -> bool {
        let (here, there) = (&self.words, &other.words);
        let alike = || common(here, there) >= needed(here.len(), there.len(), percent(config));
        let same = self.same.is_some() && self.same == other.same;
        self.group == other.group && (same || (!here.is_empty() && alike()))
    }
}

fn percent(config: &Config) -> usize {
    usize::try_from(config.same_percent).unwrap_or(100).max(1)
}

/// How many words two lists of these lengths must share to be the same: of all their words together, so many of a hundred.
fn needed(here: usize, there: usize, percent: usize) -> usize {
    (percent * (here + there)).div_ceil(100 + percent).max(1)
}

impl Index {
    /// The row nearest before this one that says the same, with where it stands.
    pub(super) fn nearest_twin(&self, place: &Place, config: &Config) -> Option<(i64, Id)> {
        let twin = self.twin(place.table, &place.key)?;
        let mut best: Option<&Entry> = None;
        for start in self.searches(twin, config) {
            let end = Entry { number: twin.label, ..start.clone() };
            let before = self.entries.range(start..end).rev();
            let further = before.take_while(|entry| best.is_none_or(|best| entry.number > best.number));
            let mut alike = further.filter(|entry| self.is_like(twin, place.table, entry, config));
            best = alike.next().or(best);
        }
        best.map(|entry| (entry.number, entry.key.clone()))
    }

    /// The rows behind a row that named it as the nearest before it, to be told that it is gone.
    pub(super) fn named_by(&self, table: Table, gone: &Twin, config: &Config) -> Vec<Place> {
        self.behind(table, gone, config, |index, entry| {
            index.trace(table, &entry.key).is_some_and(|trace| trace.nearest == Some(gone.label))
        })
    }

    /// The rows behind a row that have it as the nearest before them, now that it is there.
    pub(super) fn names(&self, place: &Place, config: &Config) -> Vec<Place> {
        let Some(new) = self.twin(place.table, &place.key) else {
            return Vec::new();
        };
        self.behind(place.table, new, config, |index, entry| {
            let nearest = index.trace(place.table, &entry.key).and_then(|trace| trace.nearest);
            nearest.is_none_or(|nearest| nearest < new.label) && index.is_like(new, place.table, entry, config)
        })
    }

    fn behind(
        &self,
        table: Table,
        twin: &Twin,
        config: &Config,
        wanted: impl Fn(&Index, &Entry) -> bool,
    ) -> Vec<Place> {
        let mut places = Vec::new();
        for start in self.searches(twin, config) {
            let (kind, name) = (start.kind, start.name);
            let from = Entry { number: twin.label + 1, ..start };
            let behind = self.entries.range(from..).take_while(|entry| entry.kind == kind && entry.name == name);
            let behind = behind.filter(|entry| wanted(self, entry));
            places.extend(behind.map(|entry| Place { table, key: entry.key.clone() }));
        }
        places
    }

    /// Where to look for whatever is like `twin`: under so many of its rarest words, for each number of words, that whatever is
    /// like it has one of them. The fewer words may differ, the fewer have to be looked under.
    fn searches(&self, twin: &Twin, config: &Config) -> Vec<Entry> {
        let (size, percent) = (twin.words.len(), percent(config));
        let rarity = |word: &u64| self.counts.get(&mix(twin.group, *word)).copied().unwrap_or_default();
        // Sorted as single numbers: how many rows have it, then which it is.
        let ranked = twin.words.iter().zip(0_u64..).map(|(word, at)| ((rarity(word) as u64) << 32) | at);
        let ranked = sorted(ranked.collect()).into_iter().filter_map(|rank| usize::try_from(rank & 0xffff_ffff).ok());
        let words: Vec<u64> = ranked.filter_map(|at| twin.words.get(at).copied()).collect();
        let mut searches = Vec::new();
        for other in (percent * size).div_ceil(100)..=100 * size / percent {
            let enough = (size + 1).saturating_sub(needed(size, other, percent));
            let names = words.iter().take(enough).map(|word| twin.name(*word, other));
            searches.extend(names.map(|name| first(Kind::Twin, name)));
        }
        searches.extend(twin.same.map(|same| first(Kind::Same, same)));
        searches
    }

    fn is_like(&self, twin: &Twin, table: Table, entry: &Entry, config: &Config) -> bool {
        self.twin(table, &entry.key).is_some_and(|other| twin.is_like(other, config))
    }

    fn twin(&self, table: Table, key: &Id) -> Option<&Twin> {
        self.trace(table, key)?.twin.as_ref()
    }

    fn trace(&self, table: Table, key: &Id) -> Option<&super::index::Trace> {
        self.traces.get(&Place { table, key: key.clone() })
    }
}
