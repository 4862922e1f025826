//! Associated types: what implementations say that they are.

use super::{Args, Ty, TyKind, Types};
use crate::stack::deep;
use crate::symbol::Symbol;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::Cell;
use std::sync::atomic::Ordering;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// What a type begins with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Head {
    /// A type without parts, or a definition without its arguments.
    Named(Ty),
    /// References, slices, tuples and the like.
    Structured,
    /// Any type.
    Open,
}

impl Head {
    pub fn of(types: &Types, ty: Ty) -> Head {
        match types.kind(ty) {
            TyKind::Apply(adt, _) => Head::Named(types.intern(TyKind::Adt(*adt))),
            TyKind::Param(..) | TyKind::Assoc(..) => Head::Open,
            TyKind::Ptr(..)
            | TyKind::Ref(..)
            | TyKind::Slice(_)
            | TyKind::Array(..)
            | TyKind::OpenArray(..)
            | TyKind::Tuple(_)
            | TyKind::Fn(_) => Head::Structured,
            TyKind::Error
            | TyKind::Void
            | TyKind::Never
            | TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Null
            | TyKind::Adt(_)
            | TyKind::Number(_) => Head::Named(ty),
        }
    }
}

/// What an implementation says that an associated type is.
#[derive(Clone, Copy)]
pub struct AssocRule {
    /// The pattern of a trait's arguments, with as many parameters.
    pub pattern: Args,
    pub params: usize,
    pub ty: Ty,
}

/// What all implementations say. One rule at most is for a list of arguments, since implementations do not overlap.
#[derive(Default)]
pub(super) struct Known {
    rules: OnceLock<Rules>,
    /// What was found, by the type as it is written.
    found: Mutex<FxHashMap<Ty, Ty>>,
    /// Those whose values are copied, whatever they are.
    copied: Mutex<FxHashSet<(Symbol, Symbol)>>,
}

type Rules = FxHashMap<(Symbol, Symbol, Head), Vec<AssocRule>>;

/// How many rules may need each other, one after another.
const MAX_DEPTH: u32 = 64;

/// How deep rules are that need each other. Where they do not end, nothing more is looked up before the first of them is left: each may
/// need several others.
#[derive(Clone, Copy, Default)]
struct Depth {
    rules: u32,
    endless: bool,
}

thread_local! {
    static DEPTH: Cell<Depth> = const { Cell::new(Depth { rules: 0, endless: false }) };
}

/// Goes one deeper; nothing where it does not end.
fn deeper<T>(f: impl FnOnce() -> T) -> Option<T> {
    let Depth { rules, endless } = DEPTH.get();
    if endless || rules >= MAX_DEPTH {
        DEPTH.set(Depth { rules, endless: rules > 0 });
        return None;
    }
    DEPTH.set(Depth { rules: rules + 1, endless });
    let found = deep(f);
    let endless = DEPTH.get().endless;
    DEPTH.set(Depth { rules, endless: endless && rules > 0 });
    (!endless).then_some(found)
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Types {
    /// Says what the associated types of all traits are: once.
    pub fn define_assoc(&self, rules: Vec<((Symbol, Symbol), AssocRule)>) {
        let mut all = Rules::default();
        for ((of, name), rule) in rules {
            let head = self.args(rule.pattern).first().map_or(Head::Open, |this| Head::of(self, *this));
            all.entry((of, name, head)).or_default().push(rule);
        }
        let _ = self.assoc.rules.set(all);
    }

    /// Says that values of an associated type are copied, whatever it is.
    pub fn copy_assoc(&self, of: Symbol, name: Symbol) {
        locked(&self.assoc.copied).insert((of, name));
    }

    /// Whether values of an associated type are copied, whatever it is.
    pub fn is_copied_assoc(&self, of: Symbol, name: Symbol) -> bool {
        locked(&self.assoc.copied).contains(&(of, name))
    }

    /// The associated type of a trait with arguments: what an implementation says that it is, or itself. Of what is not known, what holds
    /// for any type may not hold: bounds say what it is.
    pub fn assoc(&self, of: Symbol, name: Symbol, args: Args) -> Ty {
        let raw = self.intern(TyKind::Assoc(of, name, args));
        let this = self.args(args).first().copied().unwrap_or(Ty::ERROR);
        match self.kind(this) {
            _ if self.args(args).iter().any(|arg| self.mentions_error(*arg)) => Ty::ERROR,
            TyKind::Param(..) | TyKind::Assoc(..) => raw,
            _ => self.assoc_of_any(raw).unwrap_or(raw),
        }
    }

    /// An associated type with arguments for the parameters in it, as it is written: for messages, which say what it is beside that.
    pub fn assoc_as_written(&self, assoc: Ty, args: &[Ty]) -> Ty {
        let TyKind::Assoc(of, name, given) = self.kind(assoc) else { return assoc };
        let given = self.args(*given).iter().map(|ty| self.substitute(*ty, args)).collect();
        self.intern(TyKind::Assoc(*of, *name, self.make_args(given)))
    }

    /// What an implementation says that an associated type is; also where it is for any type.
    pub fn assoc_of_any(&self, raw: Ty) -> Option<Ty> {
        let rules = self.assoc.rules.get()?;
        if let Some(known) = locked(&self.assoc.found).get(&raw) {
            return Some(*known);
        }
        let TyKind::Assoc(of, name, args) = *self.kind(raw) else { return None };
        let head = Head::of(self, *self.args(args).first()?);
        let own = rules.get(&(of, name, head)).into_iter();
        let any = rules.get(&(of, name, Head::Open)).filter(|_| head != Head::Open).into_iter();
        let bound = |rule: &AssocRule| Some((*rule, self.match_args(rule.pattern, args, rule.params)?));
        let (rule, bound) = own.chain(any).flatten().find_map(bound)?;
        let ty = deeper(|| self.substitute(rule.ty, &bound)).filter(|ty| self.extent(*ty) <= Types::MAX_EXTENT)?;
        locked(&self.assoc.found).insert(raw, ty);
        Some(ty)
    }

    /// Whether a type mentions an associated type of what is not known.
    pub fn mentions_assoc(&self, ty: Ty) -> bool {
        self.entries.get(ty.index()).is_some_and(|entry| entry.mentions_assoc)
    }

    /// Whether any type mentions one.
    pub fn has_assoc(&self) -> bool {
        self.has_assoc.load(Ordering::Relaxed)
    }

    /// The type with what is known of the associated types in it. What does not end stays what it is.
    pub fn with_known(&self, ty: Ty, known: &dyn Fn(Ty) -> Option<Ty>) -> Ty {
        self.with_known_once(ty, known, &mut FxHashMap::default())
    }

    fn with_known_once(&self, ty: Ty, known: &dyn Fn(Ty) -> Option<Ty>, found: &mut FxHashMap<Ty, Ty>) -> Ty {
        if !self.mentions_assoc(ty) {
            return ty;
        }
        if let Some(found) = found.get(&ty) {
            return *found;
        }
        let with_parts = deep(|| self.with_parts(ty, &mut |part| self.with_known_once(part, known, found)));
        let next = match self.kind(with_parts) {
            TyKind::Assoc(..) => known(with_parts).filter(|next| *next != with_parts),
            // Its parts are what they are.
            _ => None,
        };
        let next = next.and_then(|next| deeper(|| self.with_known_once(next, known, found))).unwrap_or(with_parts);
        found.insert(ty, next);
        next
    }
}
