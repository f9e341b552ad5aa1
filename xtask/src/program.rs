//! Running other programs, with errors that name the program and what it said.

use anyhow::{Context, Result, bail};
use std::{
    env,
    fs::{self, File},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// How many lines of a failed program's log to repeat: enough for the reason, little enough to read.
const LAST_LINES: usize = 20;

/// Runs to the end, its output shown as it comes; an error unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("{} failed ({status}); its own words are above", name(command));
    }
    Ok(())
}

/// Runs silently and gives what it wrote; an error, with its complaint, unless it succeeds.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed ({}): {}", name(command), output.status, complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs with its output shown and kept; gives whether it succeeded, and the text.
pub(crate) fn tee(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let mut kept = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            kept.push_str(&line);
            kept.push('\n');
        }
    }
    Ok((child.wait()?.success(), kept))
}

/// Runs with its output in a file; an error, with the file's last lines, unless it succeeds.
pub(crate) fn logged(command: &mut Command, log: &Path) -> Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        let text = fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<_> = text.lines().collect();
        let last = &lines[lines.len().saturating_sub(LAST_LINES)..];
        bail!("{} failed ({status}); {} ends:\n{}", name(command), log.display(), last.join("\n"));
    }
    Ok(())
}

/// The program that an environment variable names, if it is there.
pub(crate) fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

/// The first of these programs that is on the PATH.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    let name_in = |name: &&str| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    names.iter().find_map(name_in)
}

/// Cargo, the one that runs this program where it says so.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let first = command.get_args().find(|word| !word.to_string_lossy().starts_with('-'));
    let program = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    first.map_or_else(|| program.clone().into_owned(), |word| format!("{program} {}", word.to_string_lossy()))
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start {}: is it installed and on the PATH?", command.get_program().display())
}
