//! Foreign declarations, and definitions under C's names, against those of the C library, as `std/libc` has them for the target.
//!
//! Reported is what goes wrong where it is called: another number of parameters, another width, float for integer, `...` that is
//! missing (Apple passes what it stands for on the stack). Silent is what every supported convention makes nothing of: signs of
//! integers at least as wide as `int`, what a pointer leads to where one side knows no more than bytes, a result that the caller
//! leaves out.

use super::*;
use vex_ir::layout;

/// The module that says what the C library has.
const LIBRARY: &str = "std/libc";

impl Merger<'_> {
    /// Learns what `std/libc` declares, whether the program imports it or not.
    pub(super) fn library(&mut self) {
        for &id in &self.ir.live {
            let item = &self.ir.items[id];
            if item.is_foreign() && self.cx.text(self.ir.modules[item.module].key) == LIBRARY {
                let symbol = item.shared_symbol();
                self.externs.library.entry(symbol).or_insert(id);
                if let Some(format) = item.format_attr() {
                    self.externs.formats.extend([(symbol, format), (item.name.name, format)]);
                }
            }
        }
    }

    /// Reports a declaration that is wrong about the C library.
    pub(super) fn compare_with_library(&mut self, symbol: Symbol, id: ItemId) {
        let Some(&known) = self.externs.library.get(&symbol) else { return };
        // With `#[no_intrinsic]`, it is a function of the program's own.
        if known == id || self.ir.items[id].has_attr(|attr| *attr == TypedAttr::NoIntrinsic) {
            return;
        }
        let (ours, theirs) = (self.ir.item_ty(id), self.ir.item_ty(known));
        if self.in_error(ours) || self.in_error(theirs) {
            return;
        }
        if self.thread_local_in_one(symbol, known, id) {
            return;
        }
        let Some(difference) = self.unlike(ours, theirs, Side::Declaration) else { return };
        let (one, two) = (self.describe(id), self.describe(known));
        let message = format!("`{}` is not declared as the C library has it", self.cx.text(symbol));
        let mut diagnostic = Diagnostic::error(UNLIKE_C, self.ir.items[id].name.span, message)
            .label(format!("here as `{one}`"))
            .secondary(self.ir.items[known].name.span, format!("in the C library as `{two}`"))
            .note(difference);
        if self.cx.text(symbol) == self.cx.text(self.ir.items[known].name.name) {
            diagnostic = diagnostic
                .note(format!("`import {{ {} }} from \"std/libc\"` brings the right one", self.cx.text(symbol)));
        }
        self.cx.emit(diagnostic);
    }

    /// How a declaration or definition differs from the library's, as a clause; `None` if it fits.
    pub(super) fn unlike(&self, ours: ItemTy, theirs: ItemTy, side: Side) -> Option<String> {
        let fits = |a, b| Fit { types: &self.ir.types, target: &self.cx.target }.fits(a, b, 0);
        let show = |ty| self.ir.types.show(&self.cx.interner, ty);
        let (a, b) = match (ours, theirs) {
            (ItemTy::Fn(a), ItemTy::Fn(b)) => (self.ir.types.sig(a)?, self.ir.types.sig(b)?),
            (ItemTy::Value(a), ItemTy::Value(b)) => {
                return (!fits(a, b)).then(|| "their types differ".to_string());
            }
            (ItemTy::Fn(_), _) => return Some("in C, it is a variable".to_string()),
            _ => return Some("in C, it is a function".to_string()),
        };
        // Only aggregates are passed otherwise between Vex functions.
        let vex = a.conv == Conv::Vex && !a.params.iter().chain([&a.ret]).any(|ty| self.is_aggregate(*ty));
        let conv = if vex && side == Side::Definition { Conv::C } else { a.conv };
        if !same_convention(conv, b.conv, &self.cx.target) {
            return Some("their calling conventions differ".to_string());
        }
        if a.variadic != b.variadic {
            return Some(match b.variadic {
                true if side == Side::Definition => {
                    "it takes further arguments through `...`, which only C can define".to_string()
                }
                true => "it takes further arguments through `...`: some targets pass these in other places".to_string(),
                false => "it takes no further arguments through `...`".to_string(),
            });
        }
        if a.params.len() != b.params.len() {
            let plural = if b.params.len() == 1 { "" } else { "s" };
            return Some(format!("it has {} parameter{plural} in C, not {}", b.params.len(), a.params.len()));
        }
        if let Some(i) = (0..a.params.len()).find(|i| !fits(a.params[*i], b.params[*i])) {
            let (one, two) = (show(a.params[i]), show(b.params[i]));
            return Some(format!("parameter {} is `{two}` in C, not `{one}`", i + 1));
        }
        let result = match side {
            Side::Declaration => result_fits(&self.ir.types, a.ret, b.ret),
            // A definition that never returns is harmless; one that returns where C's function does not is wrong.
            Side::Definition => a.ret == Ty::NEVER,
        };
        (!result && !fits(a.ret, b.ret)).then(|| format!("it returns `{}` in C, not `{}`", show(b.ret), show(a.ret)))
    }

    fn is_aggregate(&self, ty: Ty) -> bool {
        match self.ir.types.kind(ty) {
            _ if self.ir.types.nullable(ty).is_some() => false,
            TyKind::Adt(id) | TyKind::Apply(id, _) => !matches!(self.ir.types.adts[*id].kind, AdtKind::Enum { .. }),
            TyKind::Array(..) | TyKind::Tuple(_) => true,
            _ => false,
        }
    }
}

/// Whether the program calls the function or defines it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The program calls it.
    Declaration,
    /// The program defines it.
    Definition,
}

/// Whether the result may be declared like this: a declaration may leave out a result that is returned in a register.
fn result_fits(types: &Types, ours: Ty, theirs: Ty) -> bool {
    let nothing = |ty| ty == Ty::VOID || ty == Ty::NEVER;
    nothing(theirs) && nothing(ours) || ours == Ty::VOID && types.adt(theirs).is_none()
}

fn same_convention(a: Conv, b: Conv, target: &vex_ir::target::Target) -> bool {
    let plain = |conv| match conv {
        // There is no 32-bit Windows among the targets, where these would differ.
        Conv::C | Conv::System | Conv::Runtime => Conv::C,
        Conv::Sysv64 if target.c_abi == vex_ir::target::CAbi::SysV64 => Conv::C,
        Conv::Win64 if target.c_abi == vex_ir::target::CAbi::Win64 => Conv::C,
        other => other,
    };
    plain(a) == plain(b)
}

struct Fit<'a> {
    types: &'a Types,
    target: &'a vex_ir::target::Target,
}

/// How deep types are compared: beyond, what pointers lead to is taken to be right.
const DEPTH: u32 = 8;

impl Fit<'_> {
    fn fits(&self, a: Ty, b: Ty, depth: u32) -> bool {
        let [a, b] = [a, b].map(|ty| self.types.nullable(ty).unwrap_or(ty));
        if a == b || a == Ty::ERROR || b == Ty::ERROR || depth > DEPTH {
            return true;
        }
        if self.types.is_fat(a) != self.types.is_fat(b) {
            return false;
        }
        let int = |ty: Ty| match self.types.kind(ty) {
            TyKind::Int(int) => Some(*int),
            TyKind::Adt(id) => match self.types.adts[*id].kind {
                AdtKind::Enum { repr, .. } => Some(repr),
                _ => None,
            },
            _ => None,
        };
        if let (Some(x), Some(y)) = (int(a), int(b)) {
            let bits = self.target.pointer_bits;
            return x.bits(bits) == y.bits(bits) && (x.bits(bits) >= 32 || depth > 0 || x == y);
        }
        match (self.types.kind(a), self.types.kind(b)) {
            (TyKind::Ptr(_, x) | TyKind::Ref(_, x), TyKind::Ptr(_, y) | TyKind::Ref(_, y)) => {
                self.vague(*x) || self.vague(*y) || self.fits(self.element(*x), self.element(*y), depth + 1)
            }
            // C has no pointer to data there, but means the same place.
            (TyKind::Fn(_), TyKind::Ptr(_, to)) | (TyKind::Ptr(_, to), TyKind::Fn(_)) => self.vague(*to),
            (TyKind::Fn(x), TyKind::Fn(y)) => {
                same_convention(x.conv, y.conv, self.target)
                    && x.variadic == y.variadic
                    && x.params.len() == y.params.len()
                    && x.params.iter().zip(&y.params).all(|(x, y)| self.fits(*x, *y, depth + 1))
                    && (result_fits(self.types, y.ret, x.ret) || self.fits(x.ret, y.ret, depth + 1))
            }
            (TyKind::Array(x, m), TyKind::Array(y, n)) => m == n && self.fits(*x, *y, depth + 1),
            // A declaration of a C struct need not name its padding as the library's does.
            (TyKind::Adt(_), TyKind::Adt(_)) => {
                let size = |ty| layout::layout(self.types, self.target, ty).ok().map(|l| (l.size, l.align));
                size(a) == size(b)
            }
            _ => false,
        }
    }

    /// Whether a pointer to the type carries no information about what it points to: `void`, bytes, opaque types.
    fn vague(&self, ty: Ty) -> bool {
        let ty = self.element(ty);
        let opaque = self.types.adt(ty).is_some_and(|adt| adt.kind == AdtKind::Opaque);
        ty == Ty::VOID || ty == Ty::U8 || ty == Ty::I8 || opaque
    }

    /// C takes arrays by a pointer to their first elements.
    fn element(&self, ty: Ty) -> Ty {
        match self.types.kind(ty) {
            TyKind::Array(of, _) => self.element(*of),
            _ => ty,
        }
    }
}
