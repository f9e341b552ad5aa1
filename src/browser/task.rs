//! Things that take their time.

use std::{future::Future, pin::Pin};

/// Runs `task` to its end, beside everything else. It is boxed, so that all tasks share one piece of code.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(task));
}

#[inline(never)]
fn spawn_boxed(task: Pin<Box<dyn Future<Output = ()>>>) {
    leptos::task::spawn_local(task);
}
