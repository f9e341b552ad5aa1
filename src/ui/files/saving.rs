//! Saving: a file for the visitor to keep, and the same as text where no file can be saved.

use super::{
    around::export_state,
    panel::{Panel, Stage},
    sentence::Said,
};
use crate::{
    browser::{
        dom, download,
        element::{El, el},
        watched::Watched,
    },
    document::{file::MAX_BYTES, object::object},
    ui::part::{actions, div, p, p_if},
    words::FilesKey,
};
use serde_json::Value;
use std::rc::Rc;

const JSON: &str = "application/json";

/// A file that was offered.
pub struct Saved {
    name: String,
    text: Rc<str>,
    /// Whether it is a copy of everything, and a plan is open that could be saved alone.
    is_all: bool,
    has_plan: bool,
}

impl Panel {
    /// Saves everything.
    pub fn save(&self) {
        let all = export_state(&*self.around, &dom::now());
        let has_plan = all["current_plan"].is_string();
        self.offer("", &all, has_plan);
        self.around.note_copy();
    }

    /// Saves the open plan alone.
    fn save_plan(&self) {
        let state = self.around.state();
        if let Some(plan) = state.current_plan.as_deref().and_then(|id| state.plan(id)) {
            self.offer("plan-", &plan.to_json(), false);
        }
    }

    /// Saves the result in view.
    pub fn save_result(&self) {
        let id = self.around.result_in_view().unwrap_or_default();
        if let Some(taken) = self.around.state().result(&id) {
            self.offer("result-", &taken.to_json(), false);
        }
    }

    /// Saves what could not be read.
    pub fn save_unreadable(&self) {
        if let Some(text) = self.around.unreadable() {
            self.offer_text("unreadable-", text, false);
        }
    }

    fn offer(&self, what: &str, file: &Value, has_plan: bool) {
        self.offer_text(what, file.to_string(), has_plan);
    }

    fn offer_text(&self, what: &str, text: String, has_plan: bool) {
        let name = format!("strategy-first-{what}{}.json", dom::today());
        download::download(&name, JSON, text.as_bytes());
        self.around.emit("sf-export", &object([("format", "json".into())]));
        self.go(Stage::Saved(Rc::new(Saved { name, text: text.into(), is_all: what.is_empty(), has_plan })));
        self.show();
    }

    pub fn saved(&self, said: &Said, saved: &Saved) -> Vec<El> {
        let Saved { name, text, is_all, has_plan } = saved;
        let key = if *is_all { FilesKey::SaveSaved } else { FilesKey::SaveSavedOne };
        let large = if text.len() > MAX_BYTES { said.t(FilesKey::SaveLarge) } else { String::new() };
        let plan = has_plan.then(|| self.press("sf-line", &said.t(FilesKey::SavePlan), Panel::save_plan));
        let is_shown = Watched::new(false);
        let (shown, panel, words, held) = (is_shown.clone(), self.clone(), said.clone(), text.clone());
        let as_text = div("").live(move || if shown.get() { vec![panel.as_text(&words, &held)] } else { Vec::new() });
        let show = self.press("sf-line", &said.t(FilesKey::SaveAsText), move |_| is_shown.set(true));
        let mut parts =
            vec![self.title(&said.t(FilesKey::SaveTitle)), p("sf-text", &said.fill(key, &[("name", name)]))];
        parts.extend(p_if("sf-error", &large));
        parts.push(p("sf-note", &said.t(FilesKey::SaveNoFile)));
        parts.push(actions(plan.into_iter().chain([show, self.cancel(said, FilesKey::Close)])));
        parts.push(as_text);
        parts
    }

    /// A file's text, to be copied.
    fn as_text(&self, said: &Said, text: &Rc<str>) -> El {
        let id = self.around.id("files-text");
        let field = el("textarea").class("sf-input").attr("id", &id).attr("rows", "6").flag("readonly", true);
        let (copied, words) = (text.clone(), said.clone());
        let copy = move |panel: &Panel| {
            let (around, words) = (panel.around.clone(), words.clone());
            dom::copy(&copied, move |copied| {
                around.say(&words.t(if copied { FilesKey::SaveCopied } else { FilesKey::SaveNotCopied }));
            });
        };
        div("sf-files-text")
            .child(el("label").attr("for", &id).text(&said.t(FilesKey::SaveText)))
            .child(field.text(text).focused(true))
            .child(actions([self.press("sf-line", &said.t(FilesKey::SaveCopy), copy)]))
    }
}
