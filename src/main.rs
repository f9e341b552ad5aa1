//! The module that pages load. It starts nothing by itself: a page makes an `Opening` and mounts it (`strategy_first::embed`).

// Links the exported functions in.
use strategy_first as _;

fn main() {}
