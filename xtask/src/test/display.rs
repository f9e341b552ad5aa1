//! A display without a screen.

use anyhow::{Context, Result, bail};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// Xvfb, until this is dropped.
pub(super) struct Display {
    child: Child,
    /// What `DISPLAY` is to say.
    pub(super) name: String,
}

impl Display {
    /// Xvfb itself picks a number that is free.
    pub(super) fn start(xvfb: &Path) -> Result<Self> {
        let words = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
        let mut command = Command::new(xvfb);
        command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().context("cannot start Xvfb: install the package xvfb again")?;
        let mut number = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut number)?;
        }
        let display = Self { child, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() {
            bail!("Xvfb stopped before its display was up: run `Xvfb :99` to see why");
        }
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended already, and then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
