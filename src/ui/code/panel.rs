//! What is shown of a code: its signs, the same as a QR code, when it is from, what it holds; and how it keeps its number on
//! another device, or gets a new one for another person.

use super::{Handed, Questions, said::Said};
use crate::{
    browser::{
        dom,
        element::{El, el, svg},
        storage::Tier,
        watched::Watched,
    },
    course::{
        code::{Moment, Who, write},
        find::who,
        shape::Shape,
    },
    ui::{
        app::App,
        part::{actions, button, div, fold, p, radio, span},
    },
    words::CodeKey,
};
use std::{cell::RefCell, rc::Rc};

/// Its clones are one and the same.
#[derive(Clone)]
struct Panel(Rc<Inner>);

struct Inner {
    app: App,
    said: Said,
    handed: Rc<Handed>,
    shape: Shape,
    who: Watched<Who>,
    moment: Watched<Moment>,
    /// What is wrong with the code that somebody typed.
    fault: Watched<String>,
    typed: RefCell<String>,
}

/// What lies behind the cut: the panel, once its words are there.
pub fn view(app: &App, handed: &Rc<Handed>) -> Vec<El> {
    let panel: Watched<Option<Panel>> = Watched::new(None);
    let (made, waiting, handed, lang) = (panel.clone(), app.clone(), handed.clone(), app.lang());
    let then = move |texts: Vec<Option<String>>| match Said::read(&lang, texts.first().and_then(Option::as_deref)) {
        Some(said) => made.set(Some(Panel::new(&waiting, said, handed))),
        None => waiting.fail(crate::words::Key::AppFailed),
    };
    app.options().texts(vec![Said::path(&app.lang())], Box::new(then));
    vec![div("sf-code").live(move || panel.get().map(|panel| panel.parts()).unwrap_or_default())]
}

impl Panel {
    fn new(app: &App, said: Said, handed: Rc<Handed>) -> Panel {
        let shape = match &handed.questions {
            Questions::Pack(pack) => Shape::of_pack(pack),
            Questions::Drill(drill) => Shape::of_drill(drill),
        };
        let asked = handed.moment.clone().or_else(|| app.options().moment());
        let moment = asked.and_then(|name| Moment::named(&name)).unwrap_or(Moment::Before);
        let known = app.visit().who.as_deref().and_then(Who::read);
        let panel = Panel(Rc::new(Inner {
            app: app.clone(),
            said,
            moment: Watched::new(handed.fitting(moment)),
            handed,
            shape,
            who: Watched::new(known.unwrap_or_else(fresh)),
            fault: Watched::new(String::new()),
            typed: RefCell::default(),
        }));
        if known.is_none() {
            panel.be(panel.0.who.peek());
        }
        panel
    }

    /// `act` with this panel in hand, to be called later.
    fn then<T>(&self, act: impl Fn(&Panel) -> T + 'static) -> impl Fn() -> T + 'static {
        let panel = self.clone();
        move || act(&panel)
    }

    fn t(&self, key: CodeKey) -> &str {
        self.0.said.t(key)
    }

    fn say(&self, text: &str) {
        self.0.app.0.status.set(text.to_owned());
    }

    /// From now on the visitor has this number.
    fn be(&self, who: Who) {
        self.0.app.change_quietly(|visit| visit.who = Some(who.to_string()));
        self.0.who.set(who);
    }

    /// The same, in place of the number they had, which can be brought back.
    fn turn_into(&self, who: Who) {
        let before = self.0.app.visit();
        self.be(who);
        self.0.app.0.undo.set(Some(before));
    }

    fn parts(&self) -> Vec<El> {
        let app = &self.0.app;
        let title = el("h3").class("sf-heading sf-heading-2").attr("aria-level", &app.level(2));
        let is_kept = !matches!(app.tier(), Tier::Memory(_));
        let write_down = (!is_kept).then(|| p("sf-text sf-think", self.t(CodeKey::CodeWriteDown)));
        let mut parts = vec![
            title.attr("tabindex", "-1").text(self.t(CodeKey::CodeTitle)).focused(true),
            p("sf-text", self.t(CodeKey::CodeLead)),
            div("").live(self.then(Panel::code)),
        ];
        parts.extend(write_down);
        parts.push(self.when());
        parts.push(p("sf-note", self.t(CodeKey::CodeHolds)));
        parts.push(p("sf-note", self.t(CodeKey::CodeHoldsNot)));
        parts.push(self.earlier());
        parts.push(self.another());
        parts
    }

    /// The signs, and the QR code.
    fn code(&self) -> Vec<El> {
        let Inner { app, shape, handed, who, moment, .. } = &*self.0;
        let code = write(shape, &handed.answers, who.get(), moment.get());
        let drawn: Watched<Option<[String; 2]>> = Watched::new(None);
        let drawing = drawn.clone();
        app.options().qr(&code, move |qr| drawing.set(qr));
        let name = self.t(CodeKey::CodePicture).to_owned();
        let picture = move || drawn.get().iter().map(|qr| picture(qr, &name)).collect();
        let copied = code.clone();
        let copy = button("sf-line", self.t(CodeKey::CodeCopy), self.then(move |panel| panel.copy(&copied)));
        vec![p("sf-code-signs", &code).attr("translate", "no"), actions([copy]), div("").live(picture)]
    }

    fn copy(&self, code: &str) {
        let panel = self.clone();
        dom::copy(code, move |is_copied| {
            panel.say(panel.t(if is_copied { CodeKey::CodeCopied } else { CodeKey::CodeNotCopied }));
            if is_copied {
                panel.0.app.exported("code");
            }
        });
    }

    fn when(&self) -> El {
        let Inner { app, said, handed, moment, .. } = &*self.0;
        let row = |one: Moment| {
            let choose = self.then(move |panel| {
                panel.0.moment.set(one);
                panel.say(&panel.0.said.now_for(one));
            });
            let id = app.id(one.code());
            let label = el("label").text(said.moment(one));
            radio("sf-option", &id, &app.id("moment"), one == moment.peek(), choose, label)
        };
        let moments = Moment::ALL.into_iter().filter(|moment| handed.fitting(*moment) == *moment);
        let legend = el("legend").text(self.t(CodeKey::CodeWhen));
        el("fieldset").class("sf-options").child(legend).children(moments.map(row))
    }

    /// Takes over the number of an earlier code.
    fn earlier(&self) -> El {
        let [id, fault] = ["earlier", "earlier-fault"].map(|name| self.0.app.id(name));
        let typed = self.clone();
        let field = el("input").class("sf-input").attr("type", "text").attr("id", &id).attr("aria-describedby", &fault);
        let field = field.attr("autocomplete", "off").attr("autocapitalize", "characters").attr("spellcheck", "false");
        let field = field.on_typed(move |text| *typed.0.typed.borrow_mut() = text);
        let take = el("button").attr("type", "submit").class("sf-button sf-line").attr("part", "button");
        let said = self.then(|panel| Some(panel.0.fault.get()).filter(|text| !text.is_empty()));
        let said = move || said().iter().map(|text| span("", text)).collect();
        let form = el("form")
            .child(el("label").attr("for", &id).text(self.t(CodeKey::CodeHadLabel)))
            .child(p("sf-error", "").attr("id", &fault).attr("role", "alert").live(said))
            .child(div("sf-share-row").child(field).child(take.text(self.t(CodeKey::CodeHadUse))))
            .on_submit(self.then(Panel::take));
        fold("", span("", self.t(CodeKey::CodeHad)), [p("sf-text", self.t(CodeKey::CodeHadText)), form])
    }

    fn take(&self) {
        let typed = who(&self.0.typed.borrow());
        let fault = typed.as_ref().err().map(|refusal| self.0.said.refused(refusal).to_owned());
        self.0.fault.set(fault.unwrap_or_default());
        if let Ok(who) = typed {
            self.turn_into(who);
            self.say(self.t(CodeKey::CodeHadUsed));
        }
    }

    /// A number for somebody else at the same computer.
    fn another(&self) -> El {
        let draw = |panel: &Panel| {
            panel.turn_into(fresh());
            panel.say(panel.t(CodeKey::CodeOtherDrawn));
        };
        let draw = button("sf-line", self.t(CodeKey::CodeOtherDraw), self.then(draw));
        let text = p("sf-text", self.t(CodeKey::CodeOtherText));
        fold("", span("", self.t(CodeKey::CodeOther)), [text, actions([draw])])
    }
}

impl Handed {
    /// The moment, or the nearest that there is for these questions: nobody sorts the drill for a time that is past.
    fn fitting(&self, moment: Moment) -> Moment {
        if moment == Moment::Then && matches!(self.questions, Questions::Drill(_)) { Moment::After } else { moment }
    }
}

/// A number for somebody who has none.
fn fresh() -> Who {
    Who::new(u64::from(dom::chance()) * 1_000_000 + u64::from(dom::chance()))
}

/// Dark on white whatever the theme, or many readers would not find it.
fn picture([frame, path]: &[String; 2], name: &str) -> El {
    let paper = svg("rect").attr("width", "100%").attr("height", "100%").attr("fill", "#fff");
    let dark = svg("path").attr("d", path).attr("fill", "#000").attr("shape-rendering", "crispEdges");
    let picture = svg("svg").class("sf-qr").attr("viewBox", frame).attr("role", "img").attr("aria-label", name);
    picture.child(paper).child(dark)
}
