//! What a session asks of a room, as a link to share: by copying it, or as a QR code on the wall.

use super::{
    asked::Asked,
    desk::Desk,
    gather::moment_key,
    part::{actions, choice, input, labelled, press},
};
use crate::{
    browser::{
        dom,
        element::{El, el, svg},
        watched::Watched,
    },
    course::{
        code::Moment,
        session::{LONGEST_LABEL, PACKS, Session, VIEWS, is_link, is_pack_address, is_page},
    },
    pages::common::{div, p, span},
    words::{LANGUAGES, TrainerKey},
};

pub fn view(desk: &Desk) -> Vec<El> {
    let fields = div("sf-stack").children([page(desk), what(desk), pack(desk), moment(desk), lang(desk), seed(desk)]);
    let fields = fields.children(offered(desk));
    vec![
        p("sf-text", &desk.t(TrainerKey::SessionLead)),
        div("sf-pair").child(fields).child(div("sf-link-box").live(desk.then(link))),
    ]
}

/// A field of the link.
struct Typed {
    name: &'static str,
    label: TrainerKey,
    note: TrainerKey,
    /// What becomes of what is typed.
    take: fn(&mut Asked, String),
    /// What is wrong with what is there.
    wrong: fn(&Asked) -> Option<TrainerKey>,
}

impl Typed {
    /// The field with its fault, which is told once the field is left, and goes as soon as it is mended.
    fn around(self, desk: &Desk, field: El) -> (El, Watched<Option<TrainerKey>>) {
        let Typed { name, label, note, take, wrong } = self;
        let told = Watched::new(None);
        let (typing, left, shown) = (told.clone(), told.clone(), told.clone());
        let field = field.on_typed(desk.given(move |desk, typed| {
            desk.ask(|asked| take(asked, typed));
            if typing.peek().is_some() {
                typing.set(wrong(&desk.peek_asked()));
            }
        }));
        let field = field.on_value(desk.given(move |desk, _| {
            let is = wrong(&desk.peek_asked());
            if left.peek() != is {
                left.set(is);
            }
        }));
        let said = desk.then(move |desk| shown.get().map(|key| span("", &desk.t(key))).into_iter().collect());
        let fault = desk.id(&format!("{name}-fault"));
        let field = field.attr("autocomplete", "off").attr("aria-errormessage", &fault);
        let field = labelled(&desk.id(name), &desk.t(label), field, &desk.t(note));
        (field.child(p("sf-error", "").attr("id", &fault).attr("role", "alert").live(said)), told)
    }
}

fn page(desk: &Desk) -> El {
    let typed = Typed {
        name: "page",
        label: TrainerKey::SessionPage,
        note: TrainerKey::SessionPageNote,
        take: |asked, page| asked.page = page,
        wrong: |asked| (!is_page(&asked.page)).then_some(TrainerKey::SessionPageWrong),
    };
    typed.around(desk, input("url").attr("value", &desk.peek_asked().page)).0
}

fn what(desk: &Desk) -> El {
    let labels = [TrainerKey::SessionAll, TrainerKey::SessionQuiz, TrainerKey::SessionPlan, TrainerKey::SessionDrill];
    let labels = labels.map(|key| desk.t(key));
    let chosen = VIEWS.iter().position(|view| *view == desk.peek_asked().session.view).unwrap_or(0);
    choice(desk, "view", &desk.t(TrainerKey::SessionView), &labels, chosen, |desk, place| {
        desk.ask(|asked| VIEWS[place.min(VIEWS.len() - 1)].clone_into(&mut asked.session.view));
    })
}

fn pack(desk: &Desk) -> El {
    let labels = [TrainerKey::SessionFull, TrainerKey::SessionQuick, TrainerKey::SessionOwn].map(|key| desk.t(key));
    let asked = desk.peek_asked();
    let built_in = PACKS.iter().position(|pack| *pack == asked.session.pack).unwrap_or(0);
    let chosen = if asked.has_own { PACKS.len() } else { built_in };
    let choose = choice(desk, "questions", &desk.t(TrainerKey::SessionPack), &labels, chosen, |desk, place| {
        desk.ask(|asked| {
            asked.has_own = place >= PACKS.len();
            if let Some(pack) = PACKS.get(place) {
                (*pack).clone_into(&mut asked.session.pack);
            }
        });
    });
    let typed = Typed {
        name: "own",
        label: TrainerKey::SessionOwnAddress,
        note: TrainerKey::SessionOwnNote,
        take: |asked, own| asked.own = own,
        wrong: |asked| (asked.has_own && !is_pack_address(&asked.own)).then_some(TrainerKey::SessionOwnWrong),
    };
    let own = typed.around(desk, input("url").attr("value", &asked.own)).0;
    let hides = desk.then(|desk| if desk.asked().has_own { "sf-field" } else { "sf-away" }.to_owned());
    div("sf-stack").child(choose).child(own.live_attr("class", hides))
}

fn moment(desk: &Desk) -> El {
    let labels =
        [desk.t(TrainerKey::SessionNoMoment)].into_iter().chain(Moment::ALL.map(|moment| desk.t(moment_key(moment))));
    let chosen = desk.peek_asked().session.moment.map_or(0, |moment| moment as usize + 1);
    choice(
        desk,
        "asked-moment",
        &desk.t(TrainerKey::SessionMoment),
        &labels.collect::<Vec<_>>(),
        chosen,
        |desk, place| {
            desk.ask(|asked| {
                asked.session.moment = place.checked_sub(1).and_then(|place| Moment::ALL.get(place).copied());
            });
        },
    )
}

fn lang(desk: &Desk) -> El {
    let asked = desk.peek_asked().session.lang.clone();
    let none = el("option").attr("value", "").text(&desk.t(TrainerKey::SessionAnyLang));
    let options = LANGUAGES.iter().map(|(tag, name)| {
        el("option").attr("value", tag).attr("lang", tag).text(name).flag("selected", *tag == asked)
    });
    let field = el("select").class("sf-input").child(none).children(options);
    let field = field.on_value(desk.given(|desk, lang: String| desk.ask(|asked| asked.session.lang = lang)));
    labelled(&desk.id("asked-lang"), &desk.t(TrainerKey::SessionLang), field, "")
}

fn seed(desk: &Desk) -> El {
    let typed = Typed {
        name: "seed",
        label: TrainerKey::SessionSeed,
        note: TrainerKey::SessionSeedNote,
        take: |asked, typed| asked.type_seed(&typed),
        wrong: |asked| {
            let is_wrong = asked.session.seed.is_none() && !asked.seed_typed.trim().is_empty();
            is_wrong.then_some(TrainerKey::SessionSeedWrong)
        },
    };
    let field =
        input("text").attr("inputmode", "numeric").live_value(desk.then(|desk| desk.asked().seed_typed.clone()));
    let (field, fault) = typed.around(desk, field);
    let another = press(desk, "sf-line", TrainerKey::SessionOther, move |desk| {
        desk.ask(|asked| asked.type_seed(&(1 + dom::chance() % 9999).to_string()));
        fault.set(None);
    });
    div("sf-stack").child(field).child(actions([another]))
}

fn offered(desk: &Desk) -> [El; 2] {
    let asked = desk.peek_asked();
    let href = Typed {
        name: "cta-href",
        label: TrainerKey::SessionHref,
        note: TrainerKey::SessionHrefNote,
        take: |asked, href| asked.session.cta_href = href,
        wrong: |asked| {
            let href = &asked.session.cta_href;
            (!href.trim().is_empty() && !is_link(href)).then_some(TrainerKey::SessionHrefWrong)
        },
    };
    let label = Typed {
        name: "cta-label",
        label: TrainerKey::SessionLabel,
        note: TrainerKey::SessionLabelNote,
        take: |asked, label| asked.session.cta_label = label,
        wrong: |asked| {
            let Session { cta_href, cta_label, .. } = &asked.session;
            (cta_href.trim().is_empty() != cta_label.trim().is_empty()).then_some(TrainerKey::SessionLabelWrong)
        },
    };
    let words = input("text").attr("value", &asked.session.cta_label).attr("maxlength", &LONGEST_LABEL.to_string());
    [href.around(desk, input("url").attr("value", &asked.session.cta_href)).0, label.around(desk, words).0]
}

/// The link, as a text, to copy, and as a QR code.
fn link(desk: &Desk) -> Vec<El> {
    let asked = desk.asked();
    if !is_page(&asked.page) {
        return vec![p("sf-text", &desk.t(TrainerKey::SessionNoLink))];
    }
    let link = asked.said().link(&asked.page);
    let drawn: Watched<Option<[String; 2]>> = Watched::new(None);
    let drawing = drawn.clone();
    desk.options().qr(&link, move |qr| drawing.set(qr));
    let name = desk.t(TrainerKey::SessionQr);
    let picture = move || drawn.get().iter().map(|qr| code(qr, &name)).collect();
    let field = el("textarea").class("sf-input sf-made").flag("readonly", true).attr("rows", "4").text(&link);
    let (copied, opened) = (link.clone(), link);
    let copy = press(desk, "sf-solid", TrainerKey::SessionCopy, move |desk| desk.copy(&copied));
    let open =
        el("a").class("sf-button sf-line").attr("href", &opened).attr("target", "_blank").attr("rel", "noopener");
    vec![
        labelled(&desk.id("link"), &desk.t(TrainerKey::SessionLink), field, ""),
        actions([copy, open.text(&desk.t(TrainerKey::SessionOpen))]),
        div("sf-qr-box").live(picture),
        p("sf-note", &desk.t(TrainerKey::SessionNote)),
    ]
}

/// Dark on white whatever the theme, or many readers would not find it.
fn code([frame, path]: &[String; 2], name: &str) -> El {
    let paper = svg("rect").attr("width", "100%").attr("height", "100%").attr("fill", "#fff");
    let dark = svg("path").attr("d", path).attr("fill", "#000").attr("shape-rendering", "crispEdges");
    let picture = svg("svg").class("sf-qr").attr("viewBox", frame).attr("role", "img").attr("aria-label", name);
    picture.child(paper).child(dark)
}
