//! Names of types.

use super::*;
use vex_ir::pool::List;

impl Resolver<'_, '_> {
    pub(super) fn type_named(&self, name: Symbol) -> Option<ItemId> {
        match self.block_item_named(name, Namespace::Type) {
            Some(item) => Some(item),
            None => self.scopes.lookup(self.module, Namespace::Type, name),
        }
    }

    pub(super) fn ty(&mut self, body: &mut Resolving<'_>, id: TypeId) {
        let span = body.types[id].span;
        match body.type_expr(id) {
            TypeKind::Path(path) => {
                let found = self.type_path(body, path, span);
                body.set_type(id, found);
            }
            TypeKind::Array(of, len) => {
                self.ty(body, of);
                self.anon(body, len);
            }
            TypeKind::Ptr(_, to) | TypeKind::Ref(_, to) | TypeKind::Slice(to) => self.ty(body, to),
            // Everything else has no names of its own.
            _ => {
                let mut inner = Vec::new();
                body.children(id.into(), &mut |node| inner.push(node));
                for node in inner {
                    if let walk::Node::Type(ty) = node {
                        self.ty(body, ty);
                    }
                }
            }
        }
    }

    fn type_path(&mut self, body: &mut Resolving<'_>, path: Path, span: Span) -> TypeKind<Resolved> {
        let count = path.segments.len();
        let last = body.segments[path.segments][count - 1];
        if count == 1 && !path.absolute {
            let name = last.name.name;
            let found = match self.type_named(name) {
                Some(item) => Some(TypeKind::Item(item, List::default())),
                None => self.scopes.builtin_types.get(&name).map(|ty| TypeKind::Prim(*ty)),
            };
            match found {
                Some(_) => self.no_generics(body, last.generics, span),
                None => self.unresolved_type(last.name, "type"),
            }
            return found.unwrap_or(TypeKind::Error);
        }
        self.no_generics(body, last.generics, span);
        let Some((module, used)) = self.path_module(body, path) else { return TypeKind::Error };
        if count - used != 1 {
            self.cx.emit(Diagnostic::error(NO_SUCH_ITEM, span, "this path names no type").label("not a type"));
            return TypeKind::Error;
        }
        let found = self.member(module, Namespace::Type, last.name, false);
        found.map_or(TypeKind::Error, |item| TypeKind::Item(item, List::default()))
    }
}
