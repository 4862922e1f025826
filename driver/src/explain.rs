//! `vexc explain`: what an error code means.

use crate::command_line::cli::{Usage, usage_error};
use crate::system::files::ERRORS;
use vex_ir::diag::closest;

/// `docs/errors/E0213.md` → `E0213`
fn code_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md")
}

/// The explanation of an error code, or the list of all.
pub fn explain(code: Option<&str>) -> Usage<String> {
    let Some(code) = code else {
        let title = |text: &str| text.lines().next().unwrap_or("").trim_start_matches('#').trim().to_string();
        return Ok(ERRORS.iter().map(|(_, text)| format!("{}\n", title(text))).collect());
    };
    let digits = code.trim_start_matches(['E', 'e']);
    let full = format!("E{digits:0>4}");
    let known = || ERRORS.iter().map(|(path, _)| code_of(path));
    match ERRORS.iter().find(|(path, _)| code_of(path) == full) {
        Some((_, text)) => Ok(format!("{}\n", text.trim_end())),
        None => {
            let hint = closest(&full, known()).map_or(String::new(), |c| format!("did you mean `{c}`? "));
            Err(usage_error(format!("there is no error code `{code}`; {hint}`vexc explain` lists them")))
        }
    }
}
