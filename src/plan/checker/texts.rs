//! The words of the checker in one language: what each rule says, and messages with their blanks filled.

use super::{
    finding::{Blank, Finding},
    rules::RULES,
    setup::rules,
    text::is_blank,
};
use crate::{
    document::reader::{Fault, Node, Problem, read},
    plan::{field::Content, link::Place, plan::Plan, record, table::Table},
};
use serde_json::Value;

/// What the checker says, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// In the order of [`RULES`].
    rules: Vec<RuleText>,
    /// In the order of [`TERMS`].
    terms: Vec<String>,
}

/// What is said about a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleText {
    pub title: String,
    /// As many as the rule has forms, each with its blanks.
    pub messages: Vec<String>,
    /// Why it matters: one sentence.
    pub why: String,
    /// What the button says that mends it.
    pub mend: String,
    /// The section that it is listed under: one of the plan's, or `language`. Where a finding stands, its [`Finding::go`] says.
    pub section: String,
    /// Rows of the collection of facts, as in `S2.17`, and names.
    pub sources: Vec<String>,
}

/// Words of the checker's own that stand in blanks.
pub const TERMS: &[&str] = &[
    "who",
    "what",
    "for_whom",
    "metric",
    "target",
    "due",
    "baseline",
    "objective",
    "home",
    "website",
    "shop",
    "listing",
    "messaging",
    "paused",
    "dropped",
    "between",
    "last",
    "pair",
    "untitled",
];

/// Longer texts have no room beside a field, in characters.
const MAX_TEXT: usize = 240;
/// No more of another row's text than this is repeated, in characters.
const MAX_REPEATED: usize = 60;

impl Texts {
    /// Reads a file as [`super::setup::joined`] puts it together.
    #[must_use]
    pub fn read(file: &Value) -> (Texts, Vec<Fault>) {
        read(file, |top| {
            let terms = top.field("terms");
            Texts {
                rules: rules(top).map(|(rule, node)| RuleText::read(node, rule.forms)).collect(),
                terms: TERMS.iter().map(|name| terms.field(name).text(MAX_TEXT)).collect(),
            }
        })
    }

    /// What is said about the rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&RuleText> {
        let number = RULES.iter().position(|rule| rule.id == id)?;
        self.rules.get(number)
    }

    /// The message of a finding. `show` writes numbers, money and weeks as the reader's language does.
    #[must_use]
    pub fn message(&self, finding: &Finding, plan: &Plan, show: &dyn Fn(&Blank) -> String) -> String {
        let message = self.rule(finding.rule).and_then(|rule| rule.messages.get(finding.form));
        let mut filled = String::new();
        let mut rest = message.map_or("", String::as_str);
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, behind) = behind.split_once('}').unwrap_or((behind, ""));
            filled.push_str(before);
            if let Some((_, blank)) = finding.blanks.iter().find(|(is, _)| *is == name) {
                filled.push_str(&self.shown(blank, plan, show));
            }
            rest = behind;
        }
        filled + rest
    }

    /// One of [`TERMS`].
    #[must_use]
    pub fn term(&self, name: &str) -> &str {
        let number = TERMS.iter().position(|term| *term == name);
        number.and_then(|number| self.terms.get(number)).map_or("", String::as_str)
    }

    fn shown(&self, blank: &Blank, plan: &Plan, show: &dyn Fn(&Blank) -> String) -> String {
        match blank {
            Blank::Text(text) => shortened(text),
            Blank::Texts(texts) => self.in_a_row(texts),
            Blank::Terms(names) => {
                self.in_a_row(&names.iter().map(|name| self.term(name).to_owned()).collect::<Vec<_>>())
            }
            Blank::Pairs(pairs) => {
                let pair =
                    |(is, could): &(String, String)| self.term("pair").replace("{could}", could).replace("{is}", is);
                self.in_a_row(&pairs.iter().map(pair).collect::<Vec<_>>())
            }
            Blank::Row(place) => self.name_of(place, plan),
            Blank::Count(_) | Blank::Number(_) | Blank::Money(_) | Blank::Week(_) => show(blank),
        }
    }

    /// As in `a, b and c`.
    fn in_a_row(&self, texts: &[String]) -> String {
        match texts {
            [before @ .., last] if !before.is_empty() => {
                format!("{}{}{last}", before.join(self.term("between")), self.term("last"))
            }
            _ => texts.concat(),
        }
    }

    fn name_of(&self, place: &Place, plan: &Plan) -> String {
        let row = plan.row(place);
        let text = row.map(|row| main_text(row.record(), place.table)).unwrap_or_default();
        if is_blank(&text) { self.term("untitled").to_owned() } else { shortened(&text) }
    }
}

/// The field that says what a row is.
#[must_use]
pub fn main_field(table: Table) -> &'static str {
    match table {
        Table::Audiences | Table::People | Table::Kpis => "name",
        Table::Reviews => "date",
        Table::Dismissed => "rule",
        _ => "text",
    }
}

fn main_text(record: &dyn record::Record, table: Table) -> String {
    match record.field(main_field(table)).and_then(crate::plan::field::Held::content) {
        Some(Content::Text(text)) => text,
        _ => String::new(),
    }
}

fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(MAX_REPEATED) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

impl RuleText {
    fn read(node: Node, forms: &[&[&str]]) -> RuleText {
        let messages = node.field("messages").list_of(forms.len()..=forms.len());
        let message = |(node, blanks): (&Node, &&[&str])| {
            let text = node.text(MAX_TEXT);
            for blank in blanks.iter().map(|name| format!("{{{name}}}")) {
                if !text.contains(&blank) {
                    node.fault(Problem::NoBlank { blank });
                }
            }
            text
        };
        RuleText {
            title: node.field("title").text(MAX_TEXT),
            messages: messages.iter().zip(forms).map(message).collect(),
            why: node.field("why").text(MAX_TEXT),
            mend: node.field("mend").text(MAX_TEXT),
            section: node.field("section").id(),
            sources: node.field("sources").list().into_iter().map(|source| source.text(MAX_TEXT)).collect(),
        }
    }
}
