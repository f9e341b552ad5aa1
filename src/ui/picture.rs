//! A picture to keep: it is shown as it will be, with a button for each kind of file. Where a page may offer no files, the
//! browser's own menu on the picture keeps it.

use crate::{
    browser::{
        download::{Held, download},
        element::{El, el},
        picture,
        watched::Watched,
    },
    picture::{Picture, svg},
    ui::part::{actions, button, div, p},
};
use std::rc::Rc;

/// The words around a picture.
pub struct Around {
    /// What the buttons are called that save it as a PNG and as an SVG.
    pub save: [String; 2],
    /// What to do where no file is saved.
    pub note: String,
    /// What the file is called, without its ending.
    pub file: String,
}

/// Shows `drawing`, to be saved; `told` hears of each file, by its ending.
pub fn view(drawing: Picture, around: Around, told: impl Fn(&'static str) + 'static) -> Vec<El> {
    let Around { save: [save_png, save_svg], note, file } = around;
    let (drawing, told, file) = (Rc::new(drawing), Rc::new(told), Rc::new(file));
    let png: Watched<Option<Rc<Held>>> = Watched::new(None);
    let drawn = png.clone();
    picture::png(&drawing, move |held| drawn.set(held.map(Rc::new)));
    let shown = el("img").attr("alt", &drawing.words);
    let shown = shown.attr("width", &drawing.width.to_string()).attr("height", &drawing.height.to_string());
    // Until it is drawn, and where this browser does not draw it, it is shown as it was written.
    let (held, written) = (png.clone(), drawing.clone());
    let shown = shown.live_attr("src", move || {
        held.get().map_or_else(|| svg::address(&written.text), |held| held.address().to_owned())
    });
    let buttons = move || {
        let (name, told) = (file.clone(), told.clone());
        let as_png = png.get().map(|held| {
            let (name, told) = (name.clone(), told.clone());
            button("sf-line", &save_png, move || {
                held.offer(&format!("{name}.png"));
                told("png");
            })
        });
        let drawing = drawing.clone();
        let as_svg = button("sf-line", &save_svg, move || {
            download(&format!("{name}.svg"), "image/svg+xml", drawing.text.as_bytes());
            told("svg");
        });
        vec![actions(as_png.into_iter().chain([as_svg]))]
    };
    vec![div("").child(shown).child(div("").live(buttons)).child(p("sf-note", &note))]
}
