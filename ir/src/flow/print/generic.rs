//! Parameters, what is given for them, and implementations.

use super::*;

impl Printer<'_> {
    /// A type that depends on parameters, or applies a definition.
    pub(super) fn open_ty(&mut self, ty: Ty) {
        let program = self.program;
        match program.types.kind(ty) {
            TyKind::Param(_, name) => {
                let name = self.plain_or_quoted(*name);
                self.out.push_str(&name);
            }
            TyKind::Apply(id, args) => {
                self.out.push_str(self.adt_names.get(index_of(*id)).map_or("{bad type}", |name| name));
                self.generic_args(program.types.args(*args));
            }
            TyKind::Assoc(of, name, args) => {
                let (ty, rest) = program.types.args(*args).split_first().unwrap_or((&Ty::ERROR, &[]));
                self.out.push('<');
                self.ty(*ty);
                let of = self.plain_or_quoted(*of);
                let _ = write!(self.out, " as {of}");
                self.generic_args(rest);
                let name = self.plain_or_quoted(*name);
                let _ = write!(self.out, ">::{name}");
            }
            TyKind::OpenArray(of, len) => {
                self.out.push('[');
                self.ty(*of);
                self.out.push_str("; ");
                self.ty(*len);
                self.out.push(']');
            }
            TyKind::Number(number) => {
                let _ = write!(self.out, "{number}");
            }
            // Printed with the other types.
            _ => {}
        }
    }

    /// `<T, C: Copy, N: usize>`; nothing where there are none.
    pub(super) fn generics(&mut self, generics: &[GenericParam]) {
        for (i, param) in generics.iter().enumerate() {
            let name = self.plain_or_quoted(param.name);
            let _ = write!(self.out, "{}{name}", if i > 0 { ", " } else { "<" });
            if let Some(number) = param.number {
                self.out.push_str(": ");
                self.ty(number);
            }
            self.out.push_str(if param.copy { ": Copy" } else { "" });
        }
        self.out.push_str(if generics.is_empty() { "" } else { ">" });
    }

    /// `<i32, 3>`; nothing where there are none.
    pub(super) fn generic_args(&mut self, args: &[Ty]) {
        if !args.is_empty() {
            self.out.push('<');
            self.tys(args);
            self.out.push('>');
        }
    }

    /// `impl<T> Trait<A> for Type { type Name = B; fn @method = @function; }`
    pub(super) fn implementation(&mut self, item: &Impl) {
        let (ty, rest) = self.program.types.args(item.args).split_first().unwrap_or((&Ty::ERROR, &[]));
        self.out.push_str("impl");
        self.generics(&item.generics);
        let of = self.plain_or_quoted(item.of);
        let _ = write!(self.out, " {of}");
        self.generic_args(rest);
        self.out.push_str(" for ");
        self.ty(*ty);
        self.at(item.span);
        self.out.push_str(" {");
        for (name, ty) in &item.types {
            let name = self.plain_or_quoted(*name);
            let _ = write!(self.out, " type {name} = ");
            self.ty(*ty);
            self.out.push(';');
        }
        for (method, function) in &item.fns {
            self.out.push_str(" fn ");
            self.fn_ref(*method);
            self.out.push_str(" = ");
            self.fn_ref(*function);
            self.out.push(';');
        }
        self.out.push_str(" }\n");
    }
}
