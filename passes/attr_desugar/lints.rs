//! What attributes say of lints becomes the table of levels that all diagnostics follow.

use vex_ir::diag::closest;
use vex_ir::lint::{LINTS, is_known};
use vex_ir::tree::Program;
use vex_ir::{Code, Cx, Diagnostic};

/// An unknown lint.
const UNKNOWN_LINT: Code = Code("E0115");

/// Sets the levels. Names that are wrong are reported only then, as they follow an attribute around them, too.
pub(super) fn establish(cx: &mut Cx, ir: &Program) {
    let attrs = ir.lint_attrs(cx);
    let levels = ir.lint_levels(cx, &attrs);
    cx.diags.set_lints(levels);
    for attr in attrs {
        let text = cx.text(attr.name.name);
        if is_known(text) {
            continue;
        }
        // Other compilers have lints that this one has not; only what looks mistyped is worth a warning.
        if let Some(similar) = closest(text, LINTS.iter().copied()) {
            let message = format!("unknown lint `{text}`");
            let warning = Diagnostic::warning(UNKNOWN_LINT, "unknown_lints", attr.name.span, message);
            let help = "there is a lint with a similar name";
            cx.emit(warning.label("has no effect").suggest(attr.name.span, similar, help));
        }
    }
}
