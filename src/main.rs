//! The module that pages load. It starts nothing by itself: a page calls `mount` (see `strategy_first::embed`).

// Links the exported functions in.
use strategy_first as _;

fn main() {}
