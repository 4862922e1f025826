//! Lines of the C preprocessor.

use super::*;

/// Headers of the C library, of C17 and the most used ones of POSIX.
const LIBC_HEADERS: &[&str] = &[
    "assert", "ctype", "errno", "fcntl", "fenv", "float", "inttypes", "limits", "locale", "math", "setjmp", "signal",
    "stdarg", "stdbool", "stddef", "stdint", "stdio", "stdlib", "string", "strings", "time", "unistd", "wchar",
    "wctype",
];

/// `include <stdio.h>`, `define N 3`, standing behind `#`: where the line ends, and what stands for it in Vex.
pub(in crate::parser) fn preprocessor(p: &Parser<'_>) -> Option<(Span, String)> {
    let text = |n: usize| p.tokens.spans.get(p.pos + n).map_or("", |s| p.text_of(*s));
    let line_ends = |n: usize| p.nth(n) == T::Eof || p.on_new_line_at(n);
    match p.cur_text() {
        "include" => {
            let header = (p.nth(1), p.nth(3), text(4), p.nth(5)) == (T::Lt, T::Dot, "h", T::Gt);
            let known = header && LIBC_HEADERS.contains(&text(2)) && line_ends(6) && p.is_std_module("libc");
            known.then(|| (p.tokens.spans[p.pos + 5], "import { libc } from \"std\";".to_string()))
        }
        "define" => {
            let ty = match p.nth(2) {
                T::Int => "i32",
                T::Float => "f64",
                T::Str => "&str",
                // A macro with parameters, or an expression whose type does not show.
                _ => return None,
            };
            let fits =
                p.nth(1) == T::Ident && line_ends(3) && text(2).bytes().all(|b| b.is_ascii_digit() || ty != "i32");
            fits.then(|| (p.tokens.spans[p.pos + 2], format!("const {}: {ty} = {};", text(1), text(2))))
        }
        // Conditions and the rest have no single line that stands for them.
        _ => None,
    }
}
