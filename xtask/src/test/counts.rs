//! How many tests passed and failed, as the runners say it.

use anyhow::{Result, bail};
use std::{fmt, iter::Sum};

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Counts {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::NONE, |sum, next| Self { passed: sum.passed + next.passed, failed: sum.failed + next.failed })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Counts {
    pub(super) const NONE: Self = Self::new(0, 0);
    pub(super) const PASS: Self = Self::new(1, 0);
    pub(super) const FAILURE: Self = Self::new(0, 1);

    const fn new(passed: usize, failed: usize) -> Self {
        Self { passed, failed }
    }

    /// From `cargo test` and wasm-bindgen's runner: a line for each file of tests.
    pub(super) fn from_cargo(output: &str) -> Self {
        let results = output.lines().filter(|line| line.trim_start().starts_with("test result:"));
        results.map(|line| Self::new(number_before(line, "passed"), number_before(line, "failed"))).sum()
    }

    /// From the TAP that `node --test` writes: a comment for each sum, at the end and not indented. A test cut short
    /// counts as failed, though node keeps it apart.
    pub(super) fn from_tap(output: &str) -> Self {
        let last = |name: &str| {
            let value = |line: &str| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(' ')?.parse().ok();
            output.lines().rev().find_map(value).unwrap_or(0)
        };
        Self::new(last("pass"), last("fail") + last("cancelled"))
    }

    /// What a run amounts to. A runner may fail without a failed test (code that does not compile, say), and one that ran
    /// nothing has shown nothing.
    pub(super) fn judged(mut self, succeeded: bool) -> Result<Self> {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        if self == Self::NONE {
            bail!("no test was run, so nothing was shown: see that the tests are where the runner looks");
        }
        Ok(self)
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<_> = line.split([' ', ';']).filter(|part| !part.is_empty()).collect();
    let pair = words.windows(2).find(|pair| pair[1] == word);
    pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Counts;

    const CARGO: &str = "
running 2 tests
test quiz::scoring ... ok

test result: ok. 41 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s

test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";

    const TAP: &str = "TAP version 13
# Subtest: a visitor
# pass 99
    # pass 98
ok 1 - a visitor
1..1
# tests 9
# suites 0
# pass 6
# fail 2
# cancelled 1
# skipped 0
";

    #[test]
    fn cargos_files_are_added_up() {
        assert_eq!(Counts::from_cargo(CARGO), Counts::new(44, 2));
    }

    #[test]
    fn nodes_last_words_count_and_tests_cut_short_failed() {
        assert_eq!(Counts::from_tap(TAP), Counts::new(6, 3));
    }

    #[test]
    fn a_run_that_failed_without_a_failed_test_is_a_failure() {
        let judged = |passed, failed, succeeded| Counts::new(passed, failed).judged(succeeded).ok();
        assert_eq!(judged(3, 0, true), Some(Counts::new(3, 0)));
        assert_eq!(judged(3, 0, false), Some(Counts::new(3, 1)));
        assert_eq!(judged(3, 2, false), Some(Counts::new(3, 2)));
        assert_eq!(judged(0, 0, false), Some(Counts::new(0, 1)));
        assert_eq!(judged(0, 0, true), None);
    }
}
