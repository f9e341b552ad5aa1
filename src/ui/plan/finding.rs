//! One finding: what is missing, why that matters, and what can be done about it.

use super::{
    checked::{Checked, Item},
    finding_list::List,
    findings::{about, mark},
    part::note,
    planner::{Planner, today},
};
use crate::{
    browser::{
        element::{El, Handle, el},
        watched::Watched,
    },
    plan::checker::{
        finding::{Blank, Finding, Go},
        leave,
        texts::RuleText,
    },
    ui::part::{actions, button, div, fold, p, span},
    words::PlanKey,
};
use std::rc::Rc;

/// So many stand beside a field.
pub const BESIDE: usize = 3;

/// A finding where it is acted upon.
struct Told {
    checked: Checked,
    planner: Planner,
    finding: Finding,
    /// Its list, and the place in it.
    at: Option<(String, usize)>,
    /// The control that it stands beside.
    control: Option<Handle>,
}

/// A finding in a list.
pub fn view(
    checked: &Checked,
    planner: &Planner,
    finding: &Finding,
    section: usize,
    (list, index): (&List, usize),
    takes_focus: bool,
) -> El {
    let at = Some((list.name.clone(), index));
    let told = Told::new(checked, planner, finding, at, None);
    let subject = about(planner, &finding.about);
    let place = if list.folded {
        String::new()
    } else {
        planner.sections().get(section).map(|at| at.name.clone()).unwrap_or_default()
    };
    let parts: Vec<String> = [place, subject].into_iter().filter(|part| !part.is_empty()).collect();
    let subject = (!parts.is_empty()).then(|| span("sf-note sf-found-about", &parts.join(" · ")));
    let says = told.says().children(subject);
    if list.folded {
        let summary = el("summary").child(says).focused(takes_focus);
        return el("li").child(
            el("details").class("sf-fold sf-finding").child(summary).child(div("sf-found-more").children(told.more())),
        );
    }
    let says = div("").child(says).attr("tabindex", "-1").focused(takes_focus);
    let more = if list.left { told.left() } else { told.more() };
    el("li").class("sf-finding").child(says).child(div("sf-found-more").children(more))
}

/// What was found about one field, beside its control. The messages have the id by which they describe it.
pub fn notes(checked: &Checked, planner: &Planner, items: &[&Item], control: &Handle, id: &str) -> Vec<El> {
    if items.is_empty() {
        return Vec::new();
    }
    let told = items.iter().map(|item| Told::new(checked, planner, &item.finding, None, Some(control.clone())));
    let told: Vec<Rc<Told>> = told.collect();
    let says = div("sf-found-says").attr("id", id).children(told.iter().map(|told| told.says()));
    let more: Vec<El> = told.iter().flat_map(Told::more).collect();
    let summary = span("", &planner.t(PlanKey::CheckMore));
    vec![says, fold("sf-finding", summary, [div("sf-found-more").children(more)])]
}

impl Told {
    fn new(
        checked: &Checked,
        planner: &Planner,
        finding: &Finding,
        at: Option<(String, usize)>,
        control: Option<Handle>,
    ) -> Rc<Told> {
        let (checked, planner, finding) = (checked.clone(), planner.clone(), finding.clone());
        Rc::new(Told { checked, planner, finding, at, control })
    }

    fn text(&self, of: impl Fn(&RuleText) -> &String) -> String {
        self.checked.texts().rule(self.finding.rule).map(of).cloned().unwrap_or_default()
    }

    /// How much it matters, and what it says.
    fn says(&self) -> El {
        let planner = &self.planner;
        let show = |blank: &Blank| match blank {
            Blank::Number(number) => planner.number(*number),
            Blank::Money(minor) => planner.money(*minor),
            Blank::Week(week) => {
                format!("{} ({})", week.week, planner.short_date(week.monday()))
            }
            Blank::Count(count) => count.to_string(),
            _ => String::new(),
        };
        let message = planner.read(|plan| self.checked.texts().message(&self.finding, plan, &show));
        let mark = mark(planner, self.finding.severity, "sf-word");
        span("sf-found-head", "").child(mark).child(span("sf-found-text", &message))
    }

    /// Why it matters, and what can be done.
    fn more(self: &Rc<Told>) -> Vec<El> {
        let asked = Watched::new(false);
        let (told, ask) = (self.clone(), asked.clone());
        let mend = self.planner.read(|plan| self.checked.mend(plan, &self.finding)).map(|_| {
            let told = self.clone();
            self.button("sf-line sf-small", &self.text(|rule| &rule.mend), move || told.mend())
        });
        let go = self.control.is_none().then(|| {
            let told = self.clone();
            self.button("sf-link sf-small", &self.planner.t(PlanKey::CheckGo), move || told.go())
        });
        let leave = self.button("sf-link sf-small", &self.planner.t(PlanKey::CheckLeave), move || ask.set(true));
        let form = div("sf-found-leave").live(move || if asked.get() { told.form(&asked) } else { Vec::new() });
        let buttons = actions(mend.into_iter().chain(go).chain([leave]));
        vec![note(&self.text(|rule| &rule.why)), buttons, form, self.sources()]
    }

    /// Why it was left, and the way back.
    fn left(self: &Rc<Told>) -> Vec<El> {
        let planner = &self.planner;
        let why: Vec<String> = planner.read(|plan| {
            let left = leave::reason(plan, &self.finding);
            let on = left.and_then(|left| left.on);
            let reason = left.map(|left| left.reason.trim()).filter(|reason| !reason.is_empty());
            let on = on.map(|day| planner.fill(PlanKey::CheckLeftOn, &[("date", &planner.date(day))]));
            let reason = reason.map(|reason| planner.fill(PlanKey::CheckLeftWhy, &[("reason", reason)]));
            on.into_iter().chain(reason).collect()
        });
        let told = self.clone();
        let back = self.button("sf-line sf-small", &planner.t(PlanKey::CheckBack), move || {
            told.act(
                |told| told.planner.t(PlanKey::CheckIsBack),
                |told| {
                    let finding = told.finding.clone();
                    told.checked.act(&told.planner, told.at.clone(), |plan| leave::take_back(plan, &finding))
                },
            );
        });
        vec![note(&why.join(" · ")), actions([back])]
    }

    /// A button with the finding's title in its full name.
    fn button(&self, class: &str, text: &str, press: impl Fn() + 'static) -> El {
        let title = self.text(|rule| &rule.title);
        let full = self.planner.fill(PlanKey::ListDoTo, &[("do", text), ("name", &title)]);
        button(class, text, press).attr("aria-label", &full)
    }

    fn sources(&self) -> El {
        let sources = self.checked.texts().rule(self.finding.rule).map(|rule| rule.sources.join(", "));
        let says = self.planner.fill(PlanKey::CheckSource, &[("sources", &sources.unwrap_or_default())]);
        p("sf-note sf-found-source", &says)
    }

    fn mend(&self) {
        let says = |told: &Told| told.planner.fill(PlanKey::CheckMended, &[("do", &told.text(|rule| &rule.mend))]);
        self.act(says, |told| {
            told.checked.act(&told.planner, told.at.clone(), |plan| told.checked.mend(plan, &told.finding))
        });
    }

    /// Does something about it and says so.
    fn act(&self, says: impl Fn(&Told) -> String, act: impl Fn(&Told) -> bool) {
        if act(self) {
            self.planner.say(&says(self));
            if let Some(control) = &self.control {
                control.focus();
            }
        }
    }

    fn go(&self) {
        match &self.finding.go {
            Go::Field(of, path) => self.planner.go_to(of, path),
            Go::List(table) => self.planner.go_to_list(*table),
        }
    }

    /// The reason to leave it, which may stay unsaid.
    fn form(self: &Rc<Told>, asked: &Watched<bool>) -> Vec<El> {
        let planner = &self.planner;
        let (id, reason) = (planner.new_id(), Watched::new(String::new()));
        let (typed, told, stay) = (reason.clone(), self.clone(), asked.clone());
        let input = el("input").class("sf-input").attr("type", "text").attr("id", &id).attr("maxlength", "2000");
        let input = input.attr("autocomplete", "off").on_typed(move |text| typed.set_quietly(text)).focused(true);
        let label = el("label").class("sf-label").attr("for", &id).text(&planner.t(PlanKey::CheckReason));
        let leave = el("button")
            .attr("type", "submit")
            .class("sf-button sf-line sf-small")
            .text(&planner.t(PlanKey::CheckLeaveNow));
        let keep = button("sf-quiet sf-small", &planner.t(PlanKey::CheckCancel), move || stay.set(false));
        let form = el("form").class("sf-field").child(label).child(input).child(actions([leave, keep]));
        vec![form.on_submit(move || told.leave(reason.peek().trim()))]
    }

    fn leave(&self, reason: &str) {
        self.act(
            |told| told.planner.t(PlanKey::CheckWasLeft),
            |told| {
                let leave = |plan: &crate::plan::plan::Plan| Some(leave::leave(plan, &told.finding, reason, today()));
                told.checked.act(&told.planner, told.at.clone(), leave)
            },
        );
    }
}
