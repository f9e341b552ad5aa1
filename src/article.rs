//! The pages to read: what the words mean, and what stands behind the check. Pure.

/// A page to read. Its words are a file of their own, loaded when somebody asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article {
    /// *What is the difference?*
    Difference,
    Glossary,
    /// What this is and is not, whom it owes what, what is kept where.
    About,
}

impl Article {
    pub const ALL: [Article; 3] = [Article::Difference, Article::Glossary, Article::About];

    /// What it is called wherever it is kept, loaded, or asked for by an address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Article::Difference => "difference",
            Article::Glossary => "glossary",
            Article::About => "about",
        }
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Article> {
        Article::ALL.into_iter().find(|article| article.name() == name)
    }

    /// Where its words are in `lang`.
    #[must_use]
    pub fn path(self, lang: &str) -> String {
        format!("pages/{}.{lang}.json", self.name())
    }
}
