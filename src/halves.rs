//! Where the build cuts the program: behind each of these functions lies a part that is loaded only when it is asked for. The
//! parts share memory and functions with the first one, so a call is a call, once the part is there.
//!
//! `xtask/src/dist/split.rs` does the cutting, after the compiler and before wasm-bindgen. Wherever the program is not cut, in
//! tests say, these are plain functions.
#![cfg_attr(feature = "split", allow(unsafe_code, improper_ctypes, improper_ctypes_definitions))] // calls within one program

use crate::{
    browser::{element::El, event::Asker, options::Options},
    desk::View,
    embed::{self, Widget},
    plan::outline::Outline,
    ui::{
        app::App,
        code::{Handed, panel},
        files::{self, task::Task},
        hosted,
        plan::{checked, checking::Basis, copies, planner::Planner, screens},
        result::{Shown, saved},
        shell,
    },
    visit::Screen,
};
use std::rc::Rc;
use web_sys::HtmlElement;

/// A function that begins another part. Its part is named in the two long names, which `wasm_split_cli_support` looks for; the
/// number in them only has to be one of a kind.
macro_rules! cut {
    ($($(#[$about:meta])* [$import:literal, $export:literal]
        fn $name:ident($($given:ident: $kind:ty),*) $(-> $made:ty)? = $behind:path;)*) => {$(
        $(#[$about])*
        #[cfg(not(feature = "split"))]
        pub fn $name($($given: $kind),*) $(-> $made)? {
            $behind($($given),*)
        }

        #[cfg(feature = "split")]
        pub use $name::here as $name;

        #[cfg(feature = "split")]
        mod $name {
            use super::*;

            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                #[link_name = $import]
                pub safe fn here($($given: $kind),*) $(-> $made)?;
            }

            #[unsafe(export_name = $export)]
            extern "C" fn there($($given: $kind),*) $(-> $made)? {
                $behind($($given),*)
            }
        }
    )*};
}

cut! {
    /// Mounts the plan builder, and hands it to `then`; nothing where its files can't be had. In the part `plan`.
    ["__wasm_split_00plan00_import_00000000000000000000000000000001", "__wasm_split_00plan00_export_00000000000000000000000000000001"]
    fn plan(root: HtmlElement, options: &Options, then: Box<dyn FnOnce(Option<Widget>)>) = embed::open_plan;

    /// The map, the 90 days, the one page, the pages to read. In the part `views`.
    ["__wasm_split_00views00_import_00000000000000000000000000000002", "__wasm_split_00views00_export_00000000000000000000000000000002"]
    fn views(planner: &Planner, view: View) -> Vec<El> = screens::views;

    /// The plan as it is printed, in the order of an outline. In the part `views`.
    ["__wasm_split_00views00_import_00000000000000000000000000000003", "__wasm_split_00views00_export_00000000000000000000000000000003"]
    fn sheet(planner: &Planner, outline: &Outline) -> Vec<El> = screens::sheet;

    /// The words of the field that a section of the plan uses, explained. In the part `views`.
    ["__wasm_split_00views00_import_00000000000000000000000000000021", "__wasm_split_00views00_export_00000000000000000000000000000021"]
    fn words(planner: &Planner, section: &str) -> Vec<El> = screens::words;

    /// The list of plans, the tactics somebody already has, a new tool. In the part `ways`.
    ["__wasm_split_00ways00_import_00000000000000000000000000000004", "__wasm_split_00ways00_export_00000000000000000000000000000004"]
    fn ways(planner: &Planner, view: View) -> Vec<El> = screens::ways;

    /// What a plan can be taken away as. In the part `take`.
    ["__wasm_split_00take00_import_00000000000000000000000000000020", "__wasm_split_00take00_export_00000000000000000000000000000020"]
    fn take(planner: &Planner) -> Vec<El> = screens::take;

    /// Checks the open plan, with the texts of these files, which `Planner::take_checker` is told of. In the part `checker`.
    ["__wasm_split_00checker00_import_00000000000000000000000000000005", "__wasm_split_00checker00_export_00000000000000000000000000000005"]
    fn checker(planner: &Planner, basis: Basis, files: &[Option<String>]) = checked::begin;

    /// The check's other screens: the result, the drill, the explanation, the results so far. In the part `more`.
    ["__wasm_split_00more00_import_00000000000000000000000000000009", "__wasm_split_00more00_export_00000000000000000000000000000009"]
    fn more(app: &App, screen: &Screen) -> Vec<El> = shell::more;

    /// Takes in what the page has changed about the check. In the part `more`.
    ["__wasm_split_00more00_import_00000000000000000000000000000010", "__wasm_split_00more00_export_00000000000000000000000000000010"]
    fn follow(app: &App, name: &str) = hosted::follow;

    /// A result, or the drill's, as a code for a trainer. In the part `share`.
    ["__wasm_split_00share00_import_00000000000000000000000000000013", "__wasm_split_00share00_export_00000000000000000000000000000013"]
    fn code(app: &App, handed: &Rc<Handed>) -> Vec<El> = panel::view;

    /// A result as a picture to save. In the part `share`.
    ["__wasm_split_00share00_import_00000000000000000000000000000014", "__wasm_split_00share00_export_00000000000000000000000000000014"]
    fn picture(app: &App, shown: &Shown) -> Vec<El> = saved::picture;

    /// Saves or opens a file in the check. In the part `files`.
    ["__wasm_split_00files00_import_00000000000000000000000000000007", "__wasm_split_00files00_export_00000000000000000000000000000007"]
    fn check_files(app: &App, task: Task) = files::check::begin;

    /// Does what a script of the page asks the check for. In the part `files`.
    ["__wasm_split_00files00_import_00000000000000000000000000000011", "__wasm_split_00files00_export_00000000000000000000000000000011"]
    fn check_errand(app: &App, errand: &str, text: &str, asker: Asker) = files::check::run;

    /// Does what a script of the page asks the plan builder for. In the part `files`.
    ["__wasm_split_00files00_import_00000000000000000000000000000012", "__wasm_split_00files00_export_00000000000000000000000000000012"]
    fn plan_errand(planner: &Planner, errand: &str, text: &str, asker: Asker) = copies::run;

    /// Saves or opens a file in the plan builder. In the part `files`.
    ["__wasm_split_00files00_import_00000000000000000000000000000008", "__wasm_split_00files00_export_00000000000000000000000000000008"]
    fn plan_files(planner: &Planner, task: Task) = copies::begin;
}
