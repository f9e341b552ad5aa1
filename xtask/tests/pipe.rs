//! What a command does where nobody reads what it says any more.

use std::{
    io::pipe,
    process::{Command, Stdio},
};

#[test]
fn a_command_ends_without_a_word_once_its_reader_has_gone() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/en/example.json");
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let command = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["lint", "--json", file])
        .stdout(writer)
        .stderr(Stdio::piped())
        .output();
    let output = command.unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(!output.status.success(), "not all was said");
}
