//! What was run, how it went, and how long it took.

use super::counts::Counts;
use crate::table;
use anyhow::Result;
use std::time::{Duration, Instant};

/// The steps so far.
#[derive(Default)]
pub(super) struct Report {
    steps: Vec<Step>,
}

struct Step {
    name: String,
    counts: Counts,
    took: Duration,
}

impl Report {
    /// A step that passes or fails as a whole, and counts as one.
    pub(super) fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        self.suite(name, || work().map(|()| Counts::PASS));
    }

    /// A step that makes what others need. It counts only if it fails: getting ready shows nothing yet.
    pub(super) fn need<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let mut made = None;
        self.suite(name, || {
            made = Some(work()?);
            Ok(Counts::NONE)
        });
        made
    }

    /// A step that runs many tests. An error is one failure.
    pub(super) fn suite(&mut self, name: &str, work: impl FnOnce() -> Result<Counts>) {
        println!("\n== {name}");
        let start = Instant::now();
        let counts = work().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Counts::FAILURE
        });
        let step = Step { name: name.to_owned(), counts, took: start.elapsed() };
        println!("   {}, {}", step.outcome(), step.seconds());
        self.steps.push(step);
    }

    pub(super) fn passed(&self) -> bool {
        let total = self.total();
        total.failed == 0 && total.passed > 0
    }

    /// A line a step, and the count on the last.
    pub(super) fn summary(&self) -> String {
        let rows: Vec<_> =
            self.steps.iter().map(|step| vec![step.name.clone(), step.outcome(), step.seconds()]).collect();
        format!("\n{}\n{}\n", table::aligned(&rows), self.total())
    }

    fn total(&self) -> Counts {
        self.steps.iter().map(|step| step.counts).sum()
    }
}

impl Step {
    fn outcome(&self) -> String {
        match self.counts {
            Counts::NONE => "ready".to_owned(),
            counts => counts.to_string(),
        }
    }

    fn seconds(&self) -> String {
        format!("{:.1} s", self.took.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Report};
    use anyhow::bail;

    #[test]
    fn the_last_line_adds_everything_up() {
        let mut report = Report::default();
        report.suite("native tests", || Ok([Counts::PASS; 7].into_iter().sum()));
        report.check("formatting", || Ok(()));
        assert!(report.passed());
        report.check("links", || bail!("a link leads nowhere"));
        assert!(!report.passed());
        assert_eq!(report.summary().lines().last(), Some("8 passed, 1 failed"));
    }

    #[test]
    fn getting_ready_counts_only_if_it_fails() {
        let mut report = Report::default();
        assert_eq!(report.need("tools", || Ok("trunk")), Some("trunk"));
        assert!(!report.passed(), "nothing has been shown yet");
        assert_eq!(report.need("build", || bail!("no")), None::<()>);
        assert_eq!(report.summary().lines().last(), Some("0 passed, 1 failed"));
    }
}
