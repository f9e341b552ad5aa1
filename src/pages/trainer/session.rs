//! What a session asks of a room, as a link to share: by copying it, or as a QR code on the wall.

use super::{
    desk::{Asked, Desk},
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

/// A field that a link can be made of, with what is wrong with it where that is so.
fn checked(
    desk: &Desk,
    name: &str,
    texts: (TrainerKey, TrainerKey),
    field: El,
    wrong: impl Fn(&Asked) -> Option<TrainerKey> + 'static,
) -> El {
    let (label, note) = (desk.t(texts.0), desk.t(texts.1));
    let said = desk.then(move |desk| {
        let wrong = wrong(&desk.asked());
        wrong.map(|key| span("", &desk.t(key))).into_iter().collect()
    });
    let fault = desk.id(&format!("{name}-fault"));
    labelled(&desk.id(name), &label, field.attr("aria-errormessage", &fault), &note)
        .child(p("sf-error", "").attr("id", &fault).attr("role", "alert").live(said))
}

fn page(desk: &Desk) -> El {
    let field = input("url").attr("value", &desk.peek_asked().page).attr("autocomplete", "off");
    let field = field.on_typed(desk.given(|desk, page: String| desk.ask(|asked| asked.page = page)));
    let wrong = |asked: &Asked| (!is_page(&asked.page)).then_some(TrainerKey::SessionPageWrong);
    checked(desk, "page", (TrainerKey::SessionPage, TrainerKey::SessionPageNote), field, wrong)
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
    let field = input("url").attr("value", &asked.own).attr("autocomplete", "off");
    let own = checked(
        desk,
        "own",
        (TrainerKey::SessionOwnAddress, TrainerKey::SessionOwnNote),
        field.on_typed(desk.given(|desk, own: String| desk.ask(|asked| asked.own = own))),
        |asked| (asked.has_own && !is_pack_address(&asked.own)).then_some(TrainerKey::SessionOwnWrong),
    );
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
    let field = input("text").attr("inputmode", "numeric").attr("autocomplete", "off");
    let field = field.live_value(desk.then(|desk| desk.asked().seed_typed.clone()));
    let typed = desk.given(|desk, typed: String| desk.ask(|asked| asked.type_seed(&typed)));
    let wrong = |asked: &Asked| {
        let is_wrong = asked.session.seed.is_none() && !asked.seed_typed.trim().is_empty();
        is_wrong.then_some(TrainerKey::SessionSeedWrong)
    };
    let field =
        checked(desk, "seed", (TrainerKey::SessionSeed, TrainerKey::SessionSeedNote), field.on_typed(typed), wrong);
    let another = press(desk, "sf-line", TrainerKey::SessionOther, |desk| {
        desk.ask(|asked| asked.type_seed(&(1 + dom::chance() % 9999).to_string()));
    });
    div("sf-stack").child(field).child(actions([another]))
}

fn offered(desk: &Desk) -> [El; 2] {
    let asked = desk.peek_asked();
    let href = input("url").attr("value", &asked.session.cta_href).attr("autocomplete", "off");
    let href = href.on_typed(desk.given(|desk, href: String| desk.ask(|asked| asked.session.cta_href = href)));
    let label = input("text").attr("value", &asked.session.cta_label).attr("maxlength", &LONGEST_LABEL.to_string());
    let label = label.on_typed(desk.given(|desk, label: String| desk.ask(|asked| asked.session.cta_label = label)));
    let has = |text: &str| !text.trim().is_empty();
    [
        checked(desk, "cta-href", (TrainerKey::SessionHref, TrainerKey::SessionHrefNote), href, move |asked| {
            let href = &asked.session.cta_href;
            (has(href) && !is_link(href)).then_some(TrainerKey::SessionHrefWrong)
        }),
        checked(desk, "cta-label", (TrainerKey::SessionLabel, TrainerKey::SessionLabelNote), label, move |asked| {
            let Session { cta_href, cta_label, .. } = &asked.session;
            (has(cta_href) != has(cta_label)).then_some(TrainerKey::SessionLabelWrong)
        }),
    ]
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
