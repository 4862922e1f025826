//! Reading a format: its conversions, and what is wrong with their form.
//!
//! The grammars are those of C17, 7.21.6.1 and 7.21.6.2, with what POSIX adds (`%n$`, `*n$`, the flag `'`, `%C`, `%S`, `%m` of
//! `scanf`) and what Clang takes by default besides (`%m` of `printf`, `%b`, `%B`, the modifiers `q` and `L` of integers, Apple's
//! `%D %O %U`, Microsoft's `I I32 I64 w`).

use std::ops::Range;
use vex_ir::target::{Os, Target};
use vex_ir::tree::FormatKind;

/// One conversion specification. Offsets are in the format.
pub(super) struct Spec {
    pub at: Range<usize>,
    /// `n` of `%n$`.
    pub position: Option<u64>,
    /// With their offsets; only `printf` has them.
    pub flags: Vec<(u8, usize)>,
    pub width: Amount,
    pub precision: Option<Amount>,
    /// `*` of `scanf`: nothing is stored.
    pub suppress: bool,
    /// `m` of `scanf`: what is stored is the address of memory that the function allocates.
    pub allocate: bool,
    pub length: Length,
    /// The letter of the conversion; `[` for a set.
    pub letter: u8,
    pub class: Class,
}

/// A width or precision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Amount {
    None,
    Number(u64),
    /// `*`: the next argument.
    Next,
    /// `*n$`
    At(u64),
}

/// A length modifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Length {
    None,
    Char,
    Short,
    Long,
    LongLong,
    /// `j`
    Max,
    /// `z`, and Microsoft's `I`
    Size,
    /// `t`
    Diff,
    /// `L`
    Big,
    /// Microsoft's `I32`
    Bits32,
    /// `I64` of Windows
    Bits64,
    /// `I` of Windows: as wide as a pointer
    Native,
    /// Microsoft's `w`
    Wide,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Signed,
    Unsigned,
    Float,
    Char,
    Text,
    /// `%[…]`
    Set,
    Pointer,
    /// `%n`
    Count,
    /// `%m` of `printf`: the text of `errno`.
    Errno,
    Percent,
    /// No conversion: reported. It is taken to consume an argument, as most do.
    Unknown,
}

impl Class {
    pub(super) fn is_int(self) -> bool {
        matches!(self, Class::Signed | Class::Unsigned)
    }

    /// Whether it is about characters, one or more.
    fn is_text(self) -> bool {
        matches!(self, Class::Char | Class::Text | Class::Set)
    }
}

impl Spec {
    /// `C` and `S` are `lc` and `ls` (POSIX).
    pub(super) fn is_wide(&self) -> bool {
        matches!(self.length, Length::Long | Length::Wide)
            || matches!(self.letter, b'C' | b'S') && self.length != Length::Short
    }

    /// Whether an argument belongs to the conversion itself.
    pub(super) fn consumes(&self) -> bool {
        !self.suppress && !matches!(self.class, Class::Errno | Class::Percent)
    }
}

/// Something wrong with the form of a format.
pub(super) struct Problem {
    pub kind: ProblemKind,
    pub at: Range<usize>,
    pub message: String,
    pub label: String,
    pub note: Option<&'static str>,
    /// What to write where, and why that helps.
    pub fix: Option<(Range<usize>, String, &'static str)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ProblemKind {
    /// C does not define what it means.
    Undefined,
    /// `%n$` that is wrong.
    Position,
    /// Defined, but hardly what was meant.
    Odd,
}

/// A format as read.
#[derive(Default)]
pub(super) struct Format {
    pub specs: Vec<Spec>,
    pub problems: Vec<Problem>,
}

impl Format {
    /// Whether the form is right, so that its conversions can be counted.
    pub(super) fn is_sound(&self) -> bool {
        self.problems.iter().all(|p| p.kind == ProblemKind::Odd)
    }
}

/// Reads a format up to its first NUL.
pub(super) fn read(text: &[u8], kind: FormatKind, target: &Target) -> Format {
    let end = text.iter().position(|b| *b == 0).unwrap_or(text.len());
    let mut reader = Reader { text: &text[..end], at: 0, kind, target, out: Format::default() };
    reader.run();
    // A single NUL at the end was written out for C, and stands for the one that is there anyway.
    if end + 1 < text.len() {
        reader.odd(end..end + 1, "the format ends at a NUL", "what follows is not read".to_string(), None);
    }
    reader.out
}

/// The conversion that a letter stands for.
fn class(letter: u8, kind: FormatKind, target: &Target) -> Class {
    let apple = target.os == Os::MacOs;
    match letter {
        b'd' | b'i' => Class::Signed,
        b'D' if apple => Class::Signed,
        // C23's `b`, and glibc's `B`, are in the C libraries of today.
        b'u' | b'o' | b'x' | b'X' | b'b' => Class::Unsigned,
        b'B' if kind == FormatKind::Printf => Class::Unsigned,
        b'O' | b'U' if apple => Class::Unsigned,
        b'a' | b'A' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => Class::Float,
        b'c' | b'C' => Class::Char,
        b's' | b'S' => Class::Text,
        b'[' if kind == FormatKind::Scanf => Class::Set,
        b'p' => Class::Pointer,
        b'n' => Class::Count,
        b'm' if kind == FormatKind::Printf => Class::Errno,
        b'%' => Class::Percent,
        _ => Class::Unknown,
    }
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    kind: FormatKind,
    target: &'a Target,
    out: Format,
}

impl Reader<'_> {
    fn run(&mut self) {
        while let Some(skipped) = self.text[self.at..].iter().position(|b| *b == b'%') {
            let start = self.at + skipped;
            self.at = start + 1;
            if !self.spec(start) {
                break;
            }
        }
        self.mixed();
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn problem(
        &mut self,
        kind: ProblemKind,
        at: Range<usize>,
        message: impl Into<String>,
        label: String,
    ) -> &mut Problem {
        self.out.problems.push(Problem { kind, at, message: message.into(), label, note: None, fix: None });
        let last = self.out.problems.len() - 1;
        &mut self.out.problems[last]
    }

    fn undefined(&mut self, at: Range<usize>, message: impl Into<String>, label: impl Into<String>) -> &mut Problem {
        self.problem(ProblemKind::Undefined, at, message, label.into())
    }

    fn odd(
        &mut self,
        at: Range<usize>,
        message: &str,
        label: String,
        fix: Option<(Range<usize>, String, &'static str)>,
    ) {
        self.problem(ProblemKind::Odd, at, message, label).fix = fix;
    }

    /// Reads digits. What is larger than any number of use saturates.
    fn number(&mut self) -> Option<u64> {
        let start = self.at;
        let mut value = 0u64;
        while let Some(digit) = self.peek().filter(u8::is_ascii_digit) {
            value = value.saturating_mul(10).saturating_add(u64::from(digit - b'0'));
            self.at += 1;
        }
        (self.at > start).then_some(value)
    }

    /// Reads `n$`.
    fn position(&mut self) -> Option<u64> {
        let start = self.at;
        if let Some(number) = self.number()
            && self.take(b'$')
        {
            if number == 0 {
                let problem = self.problem(
                    ProblemKind::Position,
                    start..self.at,
                    "positions of arguments are counted from 1",
                    "there is no argument 0".to_string(),
                );
                problem.fix = Some((start..start + 1, "1".to_string(), "the first argument of the format is"));
            }
            return Some(number);
        }
        self.at = start;
        None
    }

    /// Reads a width or precision.
    fn amount(&mut self) -> Amount {
        let start = self.at;
        if self.kind == FormatKind::Printf && self.take(b'*') {
            return self.position().map_or(Amount::Next, Amount::At);
        }
        let Some(number) = self.number() else { return Amount::None };
        if number > i32::MAX as u64 {
            self.undefined(start..self.at, "a width or precision is an `int`", "larger than 2147483647");
        }
        Amount::Number(number)
    }

    /// Reads the rest of a conversion that begins at `start`; whether the format can be read on.
    fn spec(&mut self, start: usize) -> bool {
        let position = self.position();
        let mut flags = Vec::new();
        let mut suppress = false;
        if self.kind == FormatKind::Printf {
            while let Some(flag) = self.peek().filter(|b| b"-+ #0'".contains(b)) {
                flags.push((flag, self.at));
                self.at += 1;
            }
        } else {
            suppress = self.take(b'*');
        }
        let amount_at = self.at;
        let width = self.amount();
        if self.kind == FormatKind::Scanf && width == Amount::Number(0) {
            let at = amount_at..self.at;
            let problem =
                self.undefined(at.clone(), "a width of `scanf` is greater than zero", "nothing could be read");
            problem.fix = Some((at, String::new(), "without a width, as much is read as belongs together"));
        }
        let dot = self.at;
        let precision = (self.kind == FormatKind::Printf && self.take(b'.')).then(|| self.amount());
        let precision_at = dot..self.at;
        let allocate = self.kind == FormatKind::Scanf && self.take(b'm');
        let length_at = self.at;
        let length = self.length();
        let length_at = length_at..self.at;
        let Some(letter) = self.peek() else {
            self.incomplete(start);
            return false;
        };
        let class = class(letter, self.kind, self.target);
        if class == Class::Unknown {
            self.unknown(start);
        } else {
            self.at += 1;
        }
        if class == Class::Set && !self.set(start) {
            return false;
        }
        let at = start..self.at;
        let spec = Spec { at, position, flags, width, precision, suppress, allocate, length, letter, class };
        self.check(&spec, &precision_at, &length_at);
        self.out.specs.push(spec);
        true
    }

    fn length(&mut self) -> Length {
        let windows = self.target.os == Os::Windows;
        let rest = &self.text[self.at..];
        let (bytes, length) = match rest {
            [b'h', b'h', ..] => (2, Length::Char),
            [b'h', ..] => (1, Length::Short),
            [b'l', b'l', ..] => (2, Length::LongLong),
            [b'l', ..] => (1, Length::Long),
            [b'q', ..] => (1, Length::LongLong),
            [b'j', ..] => (1, Length::Max),
            [b'z', ..] => (1, Length::Size),
            [b't', ..] => (1, Length::Diff),
            [b'L', ..] => (1, Length::Big),
            [b'I', b'6', b'4', ..] if windows => (3, Length::Bits64),
            [b'I', b'3', b'2', ..] if windows => (3, Length::Bits32),
            [b'I', ..] if windows => (1, Length::Native),
            [b'w', ..] if windows => (1, Length::Wide),
            _ => (0, Length::None),
        };
        self.at += bytes;
        length
    }

    /// Reads a set of characters behind its `[`; whether it ends.
    fn set(&mut self, start: usize) -> bool {
        self.take(b'^');
        // A `]` that stands first belongs to the set.
        self.take(b']');
        match self.text[self.at..].iter().position(|b| *b == b']') {
            Some(end) => {
                self.at += end + 1;
                true
            }
            None => {
                let problem =
                    self.undefined(start..self.text.len(), "this set of characters has no end", "no `]` behind it");
                problem.note = Some("a `]` that stands first, or behind a `^` that does, is one of the characters");
                false
            }
        }
    }

    fn incomplete(&mut self, start: usize) {
        let at = start..self.text.len();
        let problem = self.undefined(at, "the format ends within a conversion", "incomplete");
        problem.fix = Some((start..start + 1, "%%".to_string(), "a percent sign as such is"));
    }

    fn unknown(&mut self, start: usize) {
        let rest = &self.text[self.at..];
        let len = (1..=rest.len().min(4)).find(|n| std::str::from_utf8(&rest[..*n]).is_ok());
        let shown = len.and_then(|n| std::str::from_utf8(&rest[..n]).ok()).and_then(|t| t.chars().next());
        let name = match shown {
            Some(c) if c.is_control() => format!("`{}`", c.escape_default()),
            Some(c) => format!("`{c}`"),
            None => format!("the byte 0x{:02x}", rest[0]),
        };
        let end = self.at + len.unwrap_or(1);
        let kind = self.kind;
        let is_flag = kind == FormatKind::Scanf && b"-+ #'.".contains(&rest[0]);
        let problem =
            self.undefined(start..end, format!("{name} is not a conversion of `{}`", kind.name()), "not known");
        problem.fix = Some((start..start + 1, "%%".to_string(), "a percent sign as such is"));
        if is_flag {
            problem.note = Some("flags and precisions belong to `printf`");
        }
        // As an English text goes on behind a percent sign, so do the conversions.
        self.at = end;
    }

    /// What C says about the parts of a conversion that is known.
    fn check(&mut self, spec: &Spec, precision_at: &Range<usize>, length_at: &Range<usize>) {
        let shown = shown_letter(spec);
        match spec.class {
            Class::Unknown => return,
            Class::Percent => return self.percent(spec),
            _ => {}
        }
        if self.kind == FormatKind::Printf {
            spec.flags.iter().for_each(|(flag, at)| self.flag(spec, *flag, *at));
        }
        let takes_precision = spec.class.is_int() || matches!(spec.class, Class::Float | Class::Text | Class::Errno);
        if spec.precision.is_some() && !takes_precision {
            let message = format!("`{shown}` takes no precision");
            let problem = self.undefined(precision_at.clone(), message, "undefined in C");
            problem.fix = Some((precision_at.clone(), String::new(), "leave it out"));
        }
        if spec.class == Class::Count && (spec.width != Amount::None || spec.suppress) {
            self.undefined(spec.at.clone(), "`%n` takes nothing but a length", "undefined in C");
        }
        if spec.allocate && !spec.class.is_text() {
            self.undefined(
                spec.at.clone(),
                format!("`m` does not go with `{shown}`"),
                "allocates memory for text alone",
            );
        }
        if !self.takes_length(spec) {
            let modifier = String::from_utf8_lossy(&self.text[length_at.clone()]).into_owned();
            let message = format!("the length `{modifier}` does not go with `{shown}`");
            let problem = self.undefined(length_at.clone(), message, "undefined in C");
            problem.fix = Some((length_at.clone(), String::new(), "leave it out"));
        }
    }

    fn percent(&mut self, spec: &Spec) {
        if spec.at.len() > 2 {
            let problem = self.undefined(spec.at.clone(), "`%%` takes nothing between its signs", "undefined in C");
            problem.fix = Some((spec.at.clone(), "%%".to_string(), "a percent sign is"));
        }
    }

    fn takes_length(&self, spec: &Spec) -> bool {
        let windows = self.target.os == Os::Windows;
        match (spec.class, spec.length) {
            (_, Length::None) => true,
            // Microsoft's library has no `%n` and no C23 with lengths of its own.
            (Class::Count, Length::Bits64 | Length::Bits32 | Length::Native) => false,
            (_, Length::Bits64 | Length::Bits32 | Length::Native) if matches!(spec.letter, b'b' | b'B') => false,
            // The long ones of old have their length in the letter.
            (Class::Signed | Class::Unsigned, _) if matches!(spec.letter, b'D' | b'O' | b'U') => false,
            (Class::Signed | Class::Unsigned, Length::Big) => {
                self.target.os != Os::MacOs && !windows && !matches!(spec.letter, b'b' | b'B')
            }
            (Class::Signed | Class::Unsigned, Length::Wide) => false,
            (Class::Signed | Class::Unsigned, _) => true,
            (Class::Count, Length::Big | Length::Wide) => false,
            (Class::Count, _) => true,
            (Class::Float, Length::Long | Length::Big) => true,
            (Class::Char | Class::Text | Class::Set, Length::Long) => !matches!(spec.letter, b'C' | b'S'),
            (Class::Char | Class::Text, Length::Short | Length::Wide) => windows,
            _ => false,
        }
    }

    fn flag(&mut self, spec: &Spec, flag: u8, at: usize) {
        let class = spec.class;
        let here = at..at + 1;
        let shown = shown_letter(spec);
        let leave_out = |why| Some((here.clone(), String::new(), why));
        let has = |other: u8| spec.flags.iter().any(|(f, _)| *f == other);
        let name = flag as char;
        // C17 7.21.6.1 paragraph 6, and POSIX on the apostrophe.
        let defined = match flag {
            _ if class == Class::Count => false,
            b'#' => matches!(spec.letter, b'o' | b'O' | b'x' | b'X' | b'b' | b'B' | b'm') || class == Class::Float,
            b'0' => class.is_int() || class == Class::Float,
            b'\'' => matches!(spec.letter, b'd' | b'i' | b'u' | b'f' | b'F' | b'g' | b'G' | b'D' | b'U'),
            _ => true,
        };
        if !defined {
            let message = format!("the flag `{name}` does not go with `{shown}`");
            self.undefined(here.clone(), message, "undefined in C").fix = leave_out("leave it out");
            return;
        }
        let ignored = match flag {
            b'+' | b' ' if !matches!(class, Class::Signed | Class::Float) => {
                Some(format!("`{shown}` never has a sign"))
            }
            b' ' if has(b'+') => Some("the flag `+` is there, too".to_string()),
            b'0' if has(b'-') => Some("the flag `-` is there, too".to_string()),
            _ => None,
        };
        if let Some(why) = ignored {
            self.odd(here.clone(), &format!("the flag `{name}` is ignored"), why, leave_out("leave it out"));
        }
    }

    /// Either all conversions say which arguments they take, or none does.
    fn mixed(&mut self) {
        let has_position = |spec: &Spec| spec.position.is_some();
        let lacks = |spec: &Spec| {
            let amounts = [Some(spec.width), spec.precision];
            let numbered = spec.position.is_some();
            let plain = !numbered && (spec.consumes() || spec.suppress && spec.class != Class::Percent);
            plain && spec.class != Class::Unknown || numbered && amounts.contains(&Some(Amount::Next))
        };
        let at_least_one = |spec: &Spec| {
            let amounts = [Some(spec.width), spec.precision];
            has_position(spec) || amounts.iter().flatten().any(|a| matches!(a, Amount::At(_)))
        };
        let Some(with) = self.out.specs.iter().find(|s| at_least_one(s)) else { return };
        let Some(without) = self.out.specs.iter().find(|s| lacks(s)) else { return };
        let (with, without) = (with.at.clone(), without.at.clone());
        let text = String::from_utf8_lossy(&self.text[with.clone()]).into_owned();
        let label = match with == without {
            true => "one part of it does, the other does not".to_string(),
            false => format!("does not, but `{text}` does"),
        };
        let message = "only some conversions say which argument they take";
        let problem = self.problem(ProblemKind::Position, without, message, label);
        problem.note = Some("either all do, with `%1$d` and `%1$*2$d`, or none does");
    }
}

/// A conversion as messages name it: without flags, width and precision.
pub(super) fn shown_letter(spec: &Spec) -> String {
    match spec.class {
        Class::Set => "%[".to_string(),
        _ => format!("%{}", spec.letter as char),
    }
}
