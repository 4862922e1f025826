//! What a resolved name has to be written as, so that it means the same when it is read again.

use super::*;
use crate::ty::{AdtId, Conv, Ty, TyKind};
use rustc_hash::FxHashMap;

/// Facts about the whole program, computed once.
pub(super) struct Names {
    /// By [`item_index`]: whether the item has a path from the root, and so is not declared in a function.
    global: Vec<bool>,
    adts: FxHashMap<AdtId, ItemId>,
}

impl Names {
    pub(super) fn new(program: &Program) -> Names {
        let mut global = vec![false; program.items.len()];
        for (_, module) in program.modules.iter() {
            for &id in &module.items {
                global[item_index(id)] = true;
                if let ItemData::ExternBlock(block) = &program.items[id].kind {
                    block.members.iter().for_each(|&member| global[item_index(member)] = true);
                }
            }
        }
        let mut adts = FxHashMap::default();
        for (id, _) in program.items.iter() {
            if let ItemTy::Type(ty) = program.item_ty(id)
                && !matches!(program.items[id].kind, ItemData::Alias { .. })
                && let TyKind::Adt(adt) = program.types.kind(ty)
            {
                adts.insert(*adt, id);
            }
        }
        Names { global, adts }
    }

    /// Whether an item has a path from the root.
    pub(super) fn is_global(&self, id: ItemId) -> bool {
        self.global[item_index(id)]
    }
}

/// The names that variables and items declared in functions have anywhere in an item.
pub(super) fn hidden(program: &Program, outer: ItemId) -> FxHashSet<Symbol> {
    let mut names = FxHashSet::default();
    let mut todo = vec![outer];
    while let Some(id) = todo.pop() {
        let item = &program.items[id];
        names.extend(program.bodies[id].locals.iter().map(|(_, local)| local.name));
        let first = todo.len();
        let body = &program.bodies[id];
        item.items_in_body(body, &mut |inner| todo.push(inner));
        if let ItemData::ExternBlock(block) = &item.kind
            && id != outer
        {
            todo.extend(&block.members);
        }
        names.extend(todo[first..].iter().map(|&inner| program.items[inner].name.name));
        if let ItemData::Impl(ImplItem { members, .. }) | ItemData::Trait(TraitItem { members, .. }) = &item.kind {
            todo.extend(members);
        }
    }
    names
}

impl<'a> Printer<'a> {
    /// The path of an item, from here.
    pub(super) fn path_of(&self, id: ItemId) -> Doc<'a> {
        let item = &self.program.items[id];
        let name = self.name(item.name.name);
        if !self.names.is_global(id) {
            return name;
        }
        if item.module != self.module {
            let module = self.program.modules[item.module].name;
            let prefix = if module == Symbol::EMPTY {
                self.text("::")
            } else {
                self.text("::").append(self.name(module)).append("::")
            };
            return prefix.append(name);
        }
        if !self.hidden.contains(&item.name.name) {
            return name;
        }
        let module = self.program.modules[self.module].name;
        if module == Symbol::EMPTY {
            return self.text("::").append(name);
        }
        self.text("::").append(self.name(module)).append("::").append(name)
    }

    /// An item with what is given for its parameters: of a member, those of the `impl` around it come first.
    pub(super) fn item_path(&self, id: ItemId, args: List<TypeId>) -> Doc<'a> {
        let Some(around) = self.program.items[id].member_of else {
            return self.path_of(id).append(self.generics(args, true));
        };
        let name = self.name(self.program.items[id].name.name);
        let params = self.program.items[around].params().len();
        match &self.program.items[around].kind {
            ItemData::Impl(def) => {
                let given = Some((self.body, args));
                let inside = Printer { body: &self.program.bodies[around], given, ..*self };
                let owner = match def.trait_ {
                    // A constant: what is called is the trait's own.
                    Some(of) => {
                        let this = self.text("<").append(inside.ty(def.self_ty, false)).append(" as ");
                        this.append(inside.ty(of, false)).append(">")
                    }
                    None => inside.owner(def.self_ty),
                };
                owner.append("::").append(name).append(self.generics(args.skip(params), true))
            }
            ItemData::Trait(_) => {
                // The type that has it comes first.
                let of = self.path_of(around).append(self.generics(args.skip(1).take(params), false));
                let this = self.body.type_lists[args].first().map_or(self.text("_"), |ty| self.ty(*ty, false));
                let owner = self.text("<").append(this).append(" as ").append(of).append(">::");
                owner.append(name).append(self.generics(args.skip(1 + params), true))
            }
            // Nothing else has members with parameters.
            _ => name,
        }
    }

    /// The type in front of the name of a member.
    pub(super) fn owner(&self, ty: TypeId) -> Doc<'a> {
        match self.body.types[ty].kind {
            TypeKind::Item(..) | TypeKind::SelfType(_) | TypeKind::As(..) | TypeKind::Assoc(..) => self.ty(ty, true),
            TypeKind::Param(..) if self.given.is_none() => self.ty(ty, true),
            // `<&T>::name`
            _ => self.text("<").append(self.ty(ty, false)).append(">"),
        }
    }

    /// Whether [`path_of`](Self::path_of) is the bare name.
    pub(super) fn is_bare(&self, id: ItemId) -> bool {
        let item = &self.program.items[id];
        !self.names.is_global(id) || item.module == self.module && !self.hidden.contains(&item.name.name)
    }

    /// `Enum::Variant`; of one with parameters, by its type.
    pub(super) fn variant(&self, id: ItemId, index: u32, of: Option<TypeId>) -> Doc<'a> {
        let variant = match &self.program.items[id].kind {
            ItemData::Enum(item) => item.variants.get(index as usize).map(|v| v.name.name),
            // Only an enum has variants.
            _ => None,
        };
        let owner = of.map_or_else(|| self.path_of(id), |of| self.owner(of));
        owner.append("::").append(self.name(variant.unwrap_or(Symbol::EMPTY)))
    }

    /// A type that `type-check` found, as source writes it here; see [`ty`](Self::ty).
    pub(super) fn sem_ty(&self, ty: Ty, in_expr: bool) -> Doc<'a> {
        if ty == Ty::UNKNOWN {
            return self.text("_");
        }
        let behind = |text: &'static str, to: Ty| self.text(text).append(self.sem_ty(to, in_expr));
        match self.program.types.kind(ty) {
            TyKind::Error | TyKind::Null => self.text("_"),
            TyKind::Void => self.text("void"),
            TyKind::Never => self.text("!"),
            TyKind::Bool => self.text("bool"),
            TyKind::Char => self.text("char"),
            TyKind::Int(int) => self.text(int.name()),
            TyKind::Float(float) => self.text(float.name()),
            TyKind::Str => self.text("str"),
            TyKind::Ptr(Mutability::Const, to) => behind("*", *to),
            TyKind::Ptr(Mutability::Mut, to) => behind("*mut ", *to),
            TyKind::Ref(Mutability::Const, to) => behind("&", *to),
            TyKind::Ref(Mutability::Mut, to) => behind("&mut ", *to),
            TyKind::Slice(of) => behind("[", *of).append("]"),
            TyKind::Array(of, len) => behind("[", *of).append(self.owned(format!("; {len}]"))),
            TyKind::Tuple(tys) => {
                let comma = if tys.len() == 1 { ",)" } else { ")" };
                self.text("(").append(self.sem_tys(tys, in_expr)).append(comma)
            }
            TyKind::Adt(id) => self.adt(*id),
            TyKind::Apply(id, args) => {
                let start = self.adt(*id).append(if in_expr { "::<" } else { "<" });
                start.append(self.sem_tys(self.program.types.args(*args), false)).append(">")
            }
            TyKind::Param(_, name) => self.name(*name),
            TyKind::Assoc(..) | TyKind::OpenArray(..) | TyKind::Number(_) => {
                self.owned(self.program.types.show(&self.cx.interner, ty))
            }
            TyKind::Fn(sig) => {
                // A function of C's convention is unsafe to call whether or not it says so.
                let start = self.text(if sig.is_unsafe && sig.conv == Conv::Vex { "unsafe " } else { "" });
                let dots = match (sig.variadic, sig.params.is_empty()) {
                    (true, true) => "...",
                    (true, false) => ", ...",
                    (false, _) => "",
                };
                let start = start
                    .append(self.abi(Abi::Conv(sig.conv)))
                    .append("fn(")
                    .append(self.sem_tys(&sig.params, in_expr))
                    .append(dots)
                    .append(")");
                if sig.ret == Ty::VOID { start } else { start.append(" -> ").append(self.sem_ty(sig.ret, in_expr)) }
            }
        }
    }

    /// The name of a struct, union or enum here.
    fn adt(&self, id: AdtId) -> Doc<'a> {
        match self.names.adts.get(&id) {
            Some(item) => self.path_of(*item),
            None => self.name(self.program.types.adts[id].name),
        }
    }

    fn sem_tys(&self, tys: &[Ty], in_expr: bool) -> Doc<'a> {
        self.docs.intersperse(tys.iter().map(|ty| self.sem_ty(*ty, in_expr)), self.text(", "))
    }
}
