//! What a conversion takes, whether an argument is that, and which conversion an argument would have.

use super::conversion::{Amount, Class, Length, Spec};
use vex_ir::target::{LongDouble, Target};
use vex_ir::tree::{FormatKind, Mutability};
use vex_ir::ty::{AdtKind, Ty, TyKind, Types};

/// What a conversion takes for its argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    /// An integer of so many bits. One of 8 or 16 is an `int` to C, of which the function looks at these bits alone.
    Int(u32),
    /// An `int`, or a `wint_t`, that is a character.
    Character,
    Double,
    LongDouble,
    /// The address of bytes, or of elements of `wchar_t`.
    Text {
        wide: bool,
    },
    Address,
    /// The address of what is written.
    Place(Stored),
}

/// What is written through a pointer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stored {
    Int(u32),
    Float,
    Double,
    LongDouble,
    Text {
        wide: bool,
    },
    Address,
    /// The address of text that the function allocates.
    NewText {
        wide: bool,
    },
}

/// An argument as the program has it, before C's promotions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Given {
    pub ty: Ty,
    /// Whether it is `null` as such.
    pub null: bool,
}

/// How an argument goes with a conversion.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Fit {
    Yes,
    /// It works, but is hardly meant; why.
    Odd(&'static str),
    /// It does not; what there is to add.
    No(Option<&'static str>),
}

/// What a type is to a format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    Int { bits: u32, signed: bool },
    Bool,
    Char,
    Float,
    Pointer { mutable: bool, to: Ty },
    Function,
    Other,
}

pub(super) struct Judge<'a> {
    pub types: &'a Types,
    pub target: &'a Target,
    pub kind: FormatKind,
}

impl Judge<'_> {
    /// The width in bits that a length modifier gives an integer.
    fn bits(&self, spec: &Spec) -> u32 {
        match spec.length {
            Length::Char => 8,
            Length::Short => 16,
            Length::None if matches!(spec.letter, b'D' | b'O' | b'U') => self.target.long_bits,
            Length::None | Length::Bits32 | Length::Wide => 32,
            Length::Long => self.target.long_bits,
            Length::LongLong | Length::Max | Length::Big | Length::Bits64 => 64,
            Length::Size | Length::Diff | Length::Native => self.target.pointer_bits,
        }
    }

    /// `None`: no argument, or it is not known which.
    pub(super) fn wanted(&self, spec: &Spec) -> Option<Wanted> {
        if !spec.consumes() {
            return None;
        }
        let wide = spec.is_wide();
        if spec.class == Class::Count {
            return Some(Wanted::Place(Stored::Int(self.bits(spec))));
        }
        let scan = self.kind == FormatKind::Scanf;
        let stored = |stored, value| if scan { Wanted::Place(stored) } else { value };
        Some(match spec.class {
            Class::Signed | Class::Unsigned => stored(Stored::Int(self.bits(spec)), Wanted::Int(self.bits(spec))),
            Class::Float => match spec.length {
                Length::Big => stored(Stored::LongDouble, Wanted::LongDouble),
                Length::Long => stored(Stored::Double, Wanted::Double),
                _ => stored(Stored::Float, Wanted::Double),
            },
            Class::Char | Class::Text | Class::Set if spec.allocate => Wanted::Place(Stored::NewText { wide }),
            Class::Char if !scan => Wanted::Character,
            Class::Char | Class::Text | Class::Set => stored(Stored::Text { wide }, Wanted::Text { wide }),
            Class::Pointer => stored(Stored::Address, Wanted::Address),
            Class::Count | Class::Errno | Class::Percent | Class::Unknown => return None,
        })
    }

    /// In words of Vex.
    pub(super) fn describe(&self, wanted: Wanted, spec: Option<&Spec>) -> String {
        let of_size = spec.is_some_and(|s| matches!(s.length, Length::Size | Length::Diff | Length::Native));
        let int = |bits: u32| {
            if of_size { ("isize".into(), "usize".into()) } else { (format!("i{bits}"), format!("u{bits}")) }
        };
        match wanted {
            Wanted::Int(bits @ (8 | 16)) => format!("`i{bits}`, `u{bits}` or what C promotes to `int`"),
            Wanted::Int(bits) => {
                let (signed, unsigned): (String, String) = int(bits);
                format!("`{signed}` or `{unsigned}`")
            }
            Wanted::Character => "`u8` or another integer of at most 32 bits".to_string(),
            Wanted::Double => "`f64` or `f32`".to_string(),
            Wanted::LongDouble => "C's `long double`".to_string(),
            Wanted::Text { wide: false } => "`*u8`".to_string(),
            Wanted::Text { wide: true } => "a pointer to `c_wchar_t`".to_string(),
            Wanted::Address => "a pointer".to_string(),
            Wanted::Place(stored) => match stored {
                Stored::Int(bits) => {
                    let (signed, unsigned): (String, String) = int(bits);
                    format!("`*mut {signed}` or `*mut {unsigned}`")
                }
                Stored::Float => "`*mut f32`".to_string(),
                Stored::Double => "`*mut f64`".to_string(),
                Stored::LongDouble => "a pointer to C's `long double`".to_string(),
                Stored::Text { wide: false } => "`*mut u8`".to_string(),
                Stored::Text { wide: true } => "`*mut c_wchar_t`".to_string(),
                Stored::Address => "`*mut *mut void`".to_string(),
                Stored::NewText { wide: false } => "`*mut *mut u8`".to_string(),
                Stored::NewText { wide: true } => "`*mut *mut c_wchar_t`".to_string(),
            },
        }
    }

    fn shape(&self, ty: Ty) -> Shape {
        match self.types.kind(ty) {
            TyKind::Int(int) => Shape::Int { bits: int.bits(self.target.pointer_bits), signed: int.signed() },
            TyKind::Bool => Shape::Bool,
            TyKind::Char => Shape::Char,
            TyKind::Float(_) => Shape::Float,
            TyKind::Ptr(m, to) | TyKind::Ref(m, to) if !self.types.is_unsized(*to) => {
                Shape::Pointer { mutable: *m == Mutability::Mut, to: *to }
            }
            TyKind::Null => Shape::Pointer { mutable: true, to: Ty::VOID },
            TyKind::Fn(_) => Shape::Function,
            TyKind::Adt(id) => match self.types.adts[*id].kind {
                AdtKind::Enum { repr, .. } => {
                    Shape::Int { bits: repr.bits(self.target.pointer_bits), signed: repr.signed() }
                }
                _ => Shape::Other,
            },
            _ => Shape::Other,
        }
    }

    /// An array's address is that of its first element.
    fn element(&self, mut ty: Ty) -> Ty {
        while let TyKind::Array(of, _) = self.types.kind(ty) {
            ty = *of;
        }
        ty
    }

    /// Whether a width or precision may be of a type: C wants an `int`.
    pub(super) fn is_amount(&self, given: Given) -> bool {
        self.is_int(self.shape(given.ty), 32)
    }

    /// Whether the integer that C gets has so many bits.
    fn is_int(&self, shape: Shape, wanted: u32) -> bool {
        match shape {
            Shape::Int { bits, .. } => bits.max(32) == wanted.max(32),
            Shape::Bool => wanted <= 32,
            _ => false,
        }
    }

    pub(super) fn fit(&self, wanted: Wanted, given: Given) -> Fit {
        let shape = self.shape(given.ty);
        let yes = |holds| if holds { Fit::Yes } else { Fit::No(None) };
        match (wanted, shape) {
            (Wanted::Int(8), Shape::Int { bits: 16, .. }) => Fit::Odd("only its low 8 bits are looked at"),
            (Wanted::Int(bits), shape) => yes(self.is_int(shape, bits)),
            (Wanted::Character, Shape::Bool) => Fit::Odd("a `bool` is not a character: it prints as U+0000 or U+0001"),
            (Wanted::Character, shape) => yes(self.is_int(shape, 32)),
            (Wanted::Double, shape) => yes(shape == Shape::Float),
            (Wanted::LongDouble, Shape::Float) if self.target.long_double == LongDouble::F64 => Fit::Yes,
            (Wanted::LongDouble, _) => Fit::No(Some("Vex has no such type")),
            (Wanted::Address, shape) => yes(matches!(shape, Shape::Pointer { .. } | Shape::Function)),
            (Wanted::Text { .. }, Shape::Pointer { .. }) if given.null => {
                Fit::Odd("what is printed for `null` is not defined")
            }
            (Wanted::Text { .. }, Shape::Pointer { to: Ty::VOID, .. }) => {
                Fit::Odd("nothing says that it leads to text")
            }
            (Wanted::Text { wide }, Shape::Pointer { to, .. }) => yes(self.is_text(self.element(to), wide, false)),
            (Wanted::Text { .. }, _) => Fit::No(None),
            (Wanted::Place(_), Shape::Pointer { .. }) if given.null => Fit::No(Some("there is nothing to write to")),
            (Wanted::Place(stored), Shape::Pointer { mutable, to }) => self.fit_place(stored, mutable, to),
            (Wanted::Place(_), _) => Fit::No(None),
        }
    }

    fn fit_place(&self, stored: Stored, mutable: bool, to: Ty) -> Fit {
        if !mutable {
            return Fit::No(Some("it is written through, which takes a `*mut` pointer or a `&mut` reference"));
        }
        if to == Ty::VOID {
            return Fit::Odd("nothing says what it leads to");
        }
        let to = self.element(to);
        let shape = self.shape(to);
        let fits = match stored {
            Stored::Int(wanted) => matches!(shape, Shape::Int { bits, .. } if bits == wanted),
            Stored::Float => to == Ty::F32,
            Stored::Double => to == Ty::F64,
            Stored::LongDouble => to == Ty::F64 && self.target.long_double == LongDouble::F64,
            Stored::Text { wide } => self.is_text(to, wide, true),
            Stored::Address => matches!(self.types.kind(to), TyKind::Ptr(_, of) if !self.types.is_unsized(*of)),
            Stored::NewText { wide } => {
                matches!(self.types.kind(to), TyKind::Ptr(_, of) if *of == Ty::VOID || self.is_text(*of, wide, true))
            }
        };
        let note = match shape {
            _ if fits => return Fit::Yes,
            Shape::Bool => Some("a `bool` holds 0 or 1 alone: read an integer, and compare it"),
            Shape::Char => Some("a `char` holds Unicode scalar values alone: read an integer, and convert it"),
            _ => None,
        };
        Fit::No(note)
    }

    /// Whether elements of the type are those of C's strings.
    fn is_text(&self, ty: Ty, wide: bool, written: bool) -> bool {
        let wchar = self.target.wchar.bits(self.target.pointer_bits);
        match self.types.kind(ty) {
            TyKind::Int(int) if wide => int.bits(self.target.pointer_bits) == wchar,
            // Not every `wchar_t` is a `char`.
            TyKind::Char => wide && wchar == 32 && !written,
            TyKind::Int(int) => int.bits(self.target.pointer_bits) == 8,
            _ => false,
        }
    }

    /// The conversion that takes the argument, and is as near to the one that was written as that allows.
    pub(super) fn instead(&self, spec: &Spec, given: Given) -> Option<String> {
        let (length, letter) = match self.kind {
            FormatKind::Printf => self.printf_for(spec, given)?,
            FormatKind::Scanf => self.scanf_for(spec, given)?,
        };
        let class_of = |letter: &str| match letter {
            "d" | "i" => Class::Signed,
            "f" | "e" | "g" | "a" | "E" | "F" | "G" | "A" => Class::Float,
            "s" => Class::Text,
            "p" => Class::Pointer,
            _ => Class::Unsigned,
        };
        let class = class_of(letter);
        let mut out = String::from("%");
        if let Some(position) = spec.position {
            out.push_str(&format!("{position}$"));
        }
        let hex = matches!(letter, "x" | "X" | "o");
        for (flag, _) in &spec.flags {
            let goes = match flag {
                b'#' => hex || class == Class::Float,
                b'0' => class.is_int() || class == Class::Float,
                b'\'' => matches!(letter, "d" | "i" | "u" | "f" | "F" | "g" | "G"),
                b'+' | b' ' => matches!(class, Class::Signed | Class::Float),
                _ => true,
            };
            if goes {
                out.push(*flag as char);
            }
        }
        if spec.class == Class::Pointer && letter == "x" {
            out.push('#');
        }
        if spec.width != Amount::Number(0) {
            write_amount(spec.width, &mut out);
        }
        if let Some(precision) = spec.precision.filter(|_| class != Class::Pointer) {
            out.push('.');
            write_amount(precision, &mut out);
        }
        out.push_str(length);
        out.push_str(letter);
        Some(out)
    }

    fn printf_for<'s>(&self, spec: &'s Spec, given: Given) -> Option<(&'static str, &'s str)> {
        let kept = || letter_text(spec.letter);
        let (length, letter) = match self.shape(given.ty) {
            Shape::Int { bits, signed } if bits <= 64 => {
                let length = length_for(given.ty, bits);
                (
                    length,
                    match spec.class {
                        Class::Pointer => "x",
                        Class::Signed | Class::Unsigned if !matches!(spec.letter, b'd' | b'i' | b'u') => kept()?,
                        Class::Signed if signed => kept()?,
                        _ if signed => "d",
                        _ => "u",
                    },
                )
            }
            Shape::Bool => ("", "d"),
            Shape::Float if spec.class == Class::Float => ("", kept()?),
            Shape::Float => ("", "f"),
            Shape::Pointer { .. } if given.null => ("", "p"),
            Shape::Pointer { to, .. } => match self.element(to) {
                to if self.is_text(to, false, false) => ("", "s"),
                to if spec.is_wide() && self.is_text(to, true, false) => ("l", "s"),
                _ => ("", "p"),
            },
            Shape::Function => ("", "p"),
            Shape::Char | Shape::Int { .. } | Shape::Other => return None,
        };
        Some((length, letter))
    }

    fn scanf_for<'s>(&self, spec: &'s Spec, given: Given) -> Option<(&'static str, &'s str)> {
        let Shape::Pointer { mutable: true, to } = self.shape(given.ty) else { return None };
        if given.null || spec.allocate {
            return None;
        }
        let to = self.element(to);
        let kept = || letter_text(spec.letter);
        match self.shape(to) {
            Shape::Int { bits, signed } if bits <= 64 => {
                let length = length_for(to, bits);
                let same = spec.class.is_int() && !matches!(spec.letter, b'D' | b'U' | b'O');
                Some((
                    length,
                    if same {
                        kept()?
                    } else if signed {
                        "d"
                    } else {
                        "u"
                    },
                ))
            }
            Shape::Float => {
                let length = if to == Ty::F64 { "l" } else { "" };
                Some((length, if spec.class == Class::Float { kept()? } else { "f" }))
            }
            Shape::Pointer { .. } if matches!(self.types.kind(to), TyKind::Ptr(..)) => Some(("", "p")),
            _ => None,
        }
    }

    /// Whether a value could be read into, if its address were given.
    pub(super) fn reads_into(&self, wanted: Wanted, ty: Ty) -> bool {
        matches!(wanted, Wanted::Place(stored) if self.fit_place(stored, true, ty) == Fit::Yes)
    }

    /// Whether a type is an integer that a cast makes an `int` of.
    pub(super) fn casts_to_int(&self, given: Given) -> bool {
        matches!(self.shape(given.ty), Shape::Int { .. })
    }

    /// The integer that a conversion wants, where a cast of the argument makes it one that no conversion has: of 128 bits.
    pub(super) fn narrower(&self, wanted: Wanted, given: Given) -> Option<String> {
        let (Wanted::Int(bits @ (32 | 64)), Shape::Int { bits: 128, signed }) = (wanted, self.shape(given.ty)) else {
            return None;
        };
        Some(format!("{}{bits}", if signed { "i" } else { "u" }))
    }
}

/// The length modifier of an integer type. `ll` is for 64 bits on every target, as `long` is not.
fn length_for(ty: Ty, bits: u32) -> &'static str {
    match bits {
        _ if ty == Ty::USIZE || ty == Ty::int(vex_ir::ty::IntTy::Isize) => "z",
        8 => "hh",
        16 => "h",
        32 => "",
        _ => "ll",
    }
}

fn letter_text(letter: u8) -> Option<&'static str> {
    let known = ["d", "i", "u", "o", "x", "X", "b", "B", "a", "A", "e", "E", "f", "F", "g", "G"];
    known.into_iter().find(|l| l.as_bytes() == [letter])
}

fn write_amount(amount: Amount, out: &mut String) {
    match amount {
        Amount::None => {}
        Amount::Number(number) => out.push_str(&number.to_string()),
        Amount::Next => out.push('*'),
        Amount::At(position) => out.push_str(&format!("*{position}$")),
    }
}
