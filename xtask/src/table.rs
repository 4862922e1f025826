//! The table of passes in `ARCHITECTURE.md`, which `passes.toml` and the headers of the passes decide.

use crate::passes::{passes, summary};
use crate::tidy::Repo;
use std::fmt::Write;
use std::path::Path;

/// Where it stands, and between which lines.
pub const PAGE: &str = "ARCHITECTURE.md";
const FIRST: &str = "<!-- Written by `cargo xtask bless` from passes.toml and the headers of the passes. -->";
const LAST: &str = "<!-- End of what is written. -->";

/// The page as it should be.
pub fn page(repo: &Repo) -> Result<String, String> {
    let page = repo.get(PAGE).ok_or_else(|| format!("{PAGE}: is missing"))?;
    let marks = page.split_once(FIRST).and_then(|(head, rest)| Some((head, rest.split_once(LAST)?.1)));
    let (head, tail) = marks.ok_or_else(|| format!("{PAGE}: the lines are missing that the table stands between"))?;
    Ok(format!("{head}{FIRST}\n\n{}\n{LAST}{tail}", table(repo)))
}

fn table(repo: &Repo) -> String {
    let mut out = String::from("| pass | form | language | it |\n|---|---|---|---|\n");
    for pass in passes(repo) {
        let text = repo.get(&pass.path()).map_or("", String::as_str);
        let languages = if pass.from == pass.to { pass.from.clone() } else { format!("{} → {}", pass.from, pass.to) };
        let summary = summary(text).replace('|', "\\|");
        let _ = writeln!(out, "| `{}` | {} | {languages} | {summary} |", pass.name, pass.form);
    }
    out
}

/// Writes the table, if it is not what it should be.
pub fn bless(root: &Path, repo: &Repo) -> Result<(), String> {
    let page = page(repo)?;
    if repo.get(PAGE) == Some(&page) {
        return Ok(());
    }
    std::fs::write(root.join(PAGE), page).map_err(|e| format!("{PAGE}: {e}"))
}
