//! Browsers, their drivers, a display and fonts: the system's packages.

use super::installing;
use crate::{place::Place, program};
use anyhow::{Context, Result, bail};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

/// Something that a system package brings.
pub(super) struct Need {
    /// The environment variable that names it: set for the tests, and a person's way to say where theirs is. None for
    /// what nobody runs.
    variable: Option<&'static str>,
    /// What the program may be called on the PATH.
    names: &'static [&'static str],
    /// Where it may be off the PATH, as patterns.
    elsewhere: &'static [&'static str],
    /// What Debian calls the package.
    package: &'static str,
}

pub(super) const CHROMIUM: [Need; 2] = [
    Need {
        variable: Some("CHROME"),
        names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        elsewhere: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
        package: "chromium",
    },
    Need {
        variable: Some("CHROMEDRIVER"),
        names: &["chromedriver"],
        elsewhere: &["/usr/lib/chromium*/chromedriver"],
        package: "chromium-driver",
    },
];

pub(super) const FIREFOX: [Need; 1] = [Need {
    variable: Some("FIREFOX"),
    names: &["firefox-esr", "firefox"],
    elsewhere: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
}];

pub(super) const WEBKIT: [Need; 3] = [
    Need { variable: Some("WEBKITDRIVER"), names: &["WebKitWebDriver"], elsewhere: &[], package: "webkit2gtk-driver" },
    // WebKit's own small browser, off the PATH: the library's package brings it.
    Need {
        variable: Some("MINIBROWSER"),
        names: &["MiniBrowser"],
        elsewhere: &[
            "/usr/lib*/webkit*gtk-*/MiniBrowser",
            "/usr/lib/*/webkit*gtk-*/MiniBrowser",
            "/usr/libexec/webkit*gtk-*/MiniBrowser",
        ],
        package: "libwebkit2gtk-4.1-0",
    },
    // A display without a screen: WebKit has no headless mode.
    Need { variable: Some("XVFB"), names: &["Xvfb"], elsewhere: &[], package: "xvfb" },
];

/// Reads what was printed, which our own programs do not.
pub(super) const PDF: [Need; 1] =
    [Need { variable: Some("PDFTOTEXT"), names: &["pdftotext"], elsewhere: &[], package: "poppler-utils" }];

pub(super) const COMPILER: [Need; 1] =
    [Need { variable: Some("CXX"), names: &["c++", "g++", "clang++"], elsewhere: &[], package: "g++" }];

/// Without these, text in screenshots is boxes, and widths mean nothing.
pub(super) const FONTS: [Need; 2] = [
    Need {
        variable: None,
        names: &[],
        elsewhere: &["/usr/share/fonts/**/LiberationSans-Regular.*", "/System/Library/Fonts/Helvetica.ttc"],
        package: "fonts-liberation",
    },
    Need {
        variable: None,
        names: &[],
        elsewhere: &["/usr/share/fonts/**/DejaVuSans.ttf", "/System/Library/Fonts/Apple Symbols.ttf"],
        package: "fonts-dejavu-core",
    },
];

impl Need {
    fn find(&self) -> Option<PathBuf> {
        let named = self.variable.and_then(program::named);
        named.or_else(|| program::on_path(self.names)).or_else(|| self.find_elsewhere())
    }

    fn find_elsewhere(&self) -> Option<PathBuf> {
        self.elsewhere.iter().filter_map(|pattern| glob::glob(pattern).ok()).flatten().find_map(Result::ok)
    }
}

/// Where each program is, by the variable that names it.
#[derive(Default)]
pub(crate) struct Programs(BTreeMap<&'static str, PathBuf>);

impl Programs {
    pub(super) fn add(&mut self, variable: &'static str, path: PathBuf) {
        self.0.insert(variable, path);
    }

    pub(crate) fn get(&self, variable: &str) -> Result<&Path> {
        let path = self.0.get(variable).with_context(|| format!("no program was looked for under {variable}"))?;
        Ok(path)
    }

    pub(crate) fn variables(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.0.iter().map(|(variable, path)| (*variable, path.as_path()))
    }
}

/// Finds the needs; installs the packages of those missing where that is possible, else says which to install.
pub(super) fn install(place: &Place, needs: &[&[Need]]) -> Result<Programs> {
    let needs: Vec<_> = needs.iter().copied().flatten().collect();
    let missing: Vec<_> = needs.iter().filter(|need| need.find().is_none()).map(|need| need.package).collect();
    if !missing.is_empty() {
        let list = missing.join(" ");
        if program::on_path(&["apt-get"]).is_none() {
            bail!("the tests need what Debian packages as {list}: install the like from your system's packages");
        }
        if !is_root()? {
            bail!("the tests need system packages that are missing: sudo apt-get install {list}");
        }
        installing(&list, "about 2 minutes to download", || apt_get_install(place, &missing))?;
    }
    let mut programs = Programs::default();
    for need in needs {
        let package = need.package;
        let path =
            need.find().with_context(|| format!("{package} is installed, but what it should bring is not there"))?;
        if let Some(variable) = need.variable {
            programs.add(variable, path);
        }
    }
    Ok(programs)
}

/// Whether this is the superuser, who may install packages, and as whom Chromium needs telling that it may start.
pub(crate) fn is_root() -> Result<bool> {
    Ok(program::output(Command::new("id").arg("-u"))?.trim() == "0")
}

fn apt_get_install(place: &Place, packages: &[&str]) -> Result<()> {
    let apt_get = |words: &[&str], log: &str| {
        let mut command = Command::new("apt-get");
        // On a machine that has just started another package manager may be at work: wait for it.
        command.args(["-o", "DPkg::Lock::Timeout=300"]).args(words).env("DEBIAN_FRONTEND", "noninteractive");
        program::logged(&mut command, &place.tools.join("log").join(log))
    };
    apt_get(&["update"], "apt-get-update")?;
    apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat(), "apt-get-install")
}
