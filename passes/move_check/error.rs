//! What is said of variables that are declared without a value.

use vex_ir::{Code, Diagnostic, Span};

const USED_BEFORE_INIT: Code = Code("E0525");
const ASSIGNED_TWICE: Code = Code("E0526");
const USED_AFTER_MOVE: Code = Code("E0528");
const MOVED_OUT: Code = Code("E0529");

/// A variable is used where it has no value: on no way, or, if it `may` have one, only on some.
pub(super) fn used(name: &str, at: Span, declared: Span, may: bool) -> Diagnostic {
    let label = if may { "has no value on some way here" } else { "has no value here" };
    Diagnostic::error(USED_BEFORE_INIT, at, format!("`{name}` is used before it has a value"))
        .label(label)
        .secondary(declared, "declared here, without a value")
        .note("`= default()` gives it the zero value of its type")
}

/// A variable that is not `mut` is given a value where it may have one.
pub(super) fn assigned_twice(name: &str, at: Span, declared: Span) -> Diagnostic {
    Diagnostic::error(ASSIGNED_TWICE, at, format!("`{name}` is given a value twice")).label("may have one already").fix(
        declared,
        format!("mut {name}"),
        "declare it `mut`",
    )
}

/// What is used where it is gone.
pub(super) struct Gone {
    /// What is used, and what was taken; `None` if source has no name for it.
    pub name: Option<String>,
    pub from: Option<String>,
    /// Whether only a part of it was taken.
    pub part: bool,
    /// Whether it was dropped, instead of moved.
    pub dropped: bool,
    /// Whether that was in an earlier iteration of a loop.
    pub looped: bool,
}

fn named(name: Option<&String>) -> String {
    name.map_or("a value".into(), |name| format!("`{name}`"))
}

/// Something is used that was moved away, or dropped, at `taken`.
pub(super) fn used_after(gone: &Gone, at: Span, taken: Span) -> Diagnostic {
    let how = if gone.dropped { "dropped" } else { "moved" };
    let after = if gone.part { format!("a part of it was {how}") } else { format!("it was {how}") };
    let what = match &gone.from {
        from if *from != gone.name => named(from.as_ref()),
        _ if gone.part => "a part of it".into(),
        _ => "it".into(),
    };
    let when = match gone.looped {
        true => ", in the previous iteration of the loop",
        false if at == taken => ", twice",
        false => "",
    };
    let place = format!("{what} is {how} here{when}");
    let diagnostic =
        Diagnostic::error(USED_AFTER_MOVE, at, format!("{} is used after {after}", named(gone.name.as_ref())));
    if at == taken { diagnostic.label(place) } else { diagnostic.label("used here").secondary(taken, place) }
}

/// What keeps the value that is in it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kept {
    Reference,
    Pointer,
    Element,
    Union,
    Static,
    /// A type with a drop function.
    Drop(String),
}

/// A value is moved out of something that must keep it.
pub(super) fn kept(name: Option<String>, why: Kept, at: Span) -> Diagnostic {
    let what = match &why {
        Kept::Reference => "is behind a reference, whose owner keeps it",
        Kept::Pointer => "is behind a pointer; `read` takes a copy of it",
        Kept::Element => "is an element, and the others stay",
        Kept::Union => "is a field of a union, of which nothing says what it has",
        Kept::Static => "is in a static, which is there to the end of the program",
        Kept::Drop(_) => "belongs to what is dropped as a whole",
    };
    let of = name.map_or(String::new(), |name| format!(" out of `{name}`"));
    let diagnostic = Diagnostic::error(MOVED_OUT, at, format!("a value cannot be moved{of}")).label(what);
    match why {
        Kept::Drop(ty) => diagnostic.note(format!("`{ty}` has a drop function, which needs all of it")),
        Kept::Reference | Kept::Pointer | Kept::Element | Kept::Union | Kept::Static => diagnostic,
    }
}
