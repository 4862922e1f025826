//! Items.

use super::*;
use crate::symbol::sym;

/// Items that stand together without blank lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Import,
    Const,
    Static,
    Alias,
    Opaque,
}

/// Where an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    Module,
    Stmt,
    Extern,
    /// `impl`, `trait`
    Members,
}

/// The family of an item that is one line.
pub(super) fn family(item: &Item) -> Option<Family> {
    let plain = item.docs.is_empty() && item.attrs.is_empty();
    Some(match item.kind {
        ItemData::Import(_) => Family::Import,
        ItemData::Const { .. } if plain => Family::Const,
        ItemData::Static { .. } if plain => Family::Static,
        ItemData::Alias { .. } if plain => Family::Alias,
        ItemData::Opaque if plain => Family::Opaque,
        // The others are more than a line, or may be.
        _ => return None,
    })
}

impl<'a> Printer<'a> {
    /// An item with its documentation and attributes.
    pub(super) fn item(&self, id: ItemId) -> Doc<'a> {
        self.item_in(id, Around::Module)
    }

    pub(super) fn item_in(&self, id: ItemId, around: Around) -> Doc<'a> {
        let item = &self.program.items[id];
        let own = Printer { body: &self.program.bodies[id], ..*self };
        let (docs, attrs) = (own.docs_of(item), own.attr_lines(&item.attrs));
        // Attributes of a statement are read before it is known to be an item.
        let before = if around == Around::Stmt { attrs.append(docs) } else { docs.append(attrs) };
        // Members of extern blocks are visible anyway, but in functions.
        let visible = item.is_pub && !(around == Around::Extern && self.names.is_global(id));
        before.append(if visible { "pub " } else { "" }).append(own.bare_item(item, around))
    }

    fn docs_of(&self, item: &'a Item) -> Doc<'a> {
        if item.docs.is_empty() {
            return self.nil();
        }
        let line = |text: &'a str| {
            let start = self.text(if text.is_empty() { "///" } else { "/// " });
            start.append(self.docs.text(text)).append(self.docs.hardline())
        };
        self.seq(item.docs.split('\n').map(line).collect())
    }

    /// An item without what stands before it.
    // Long because it has an arm for each kind of item.
    fn bare_item(&self, item: &'a Item, around: Around) -> Doc<'a> {
        let name = self.name(item.name.name);
        match &item.kind {
            // Its problem is reported; nothing of it is left.
            ItemData::Error => self.nil(),
            // Printed as part of what it stands in.
            ItemData::Anon => self.nil(),
            ItemData::Import(import) => self.import(import),
            ItemData::Fn(function) => self.function(item, function),
            ItemData::Const { ty } => self
                .text("const ")
                .append(name)
                .append(": ")
                .append(self.ty(*ty, false))
                .append(self.init())
                .append(";"),
            ItemData::Static { ty, mutable, .. } => {
                let start = self.text(if *mutable { "static mut " } else { "static " }).append(name).append(": ");
                start.append(self.ty(*ty, false)).append(self.init()).append(";")
            }
            ItemData::Alias(AliasItem { ty, generics }) => {
                let start = self.text("type ").append(name).append(self.params(generics)).append(" = ");
                start.append(self.ty(*ty, false)).append(";")
            }
            ItemData::Struct(def) => self.structure(name, def),
            ItemData::Enum(def) => {
                let variants = def.variants.iter().map(|v| self.variant_def(v)).collect();
                let start = self.text("enum ").append(name).append(self.params(&def.generics));
                start.append(self.wheres(&def.generics)).append(" ").append(self.lines(variants))
            }
            ItemData::Opaque => {
                self.text(if around == Around::Extern { "type " } else { "struct " }).append(name).append(";")
            }
            ItemData::AssocType(def) => {
                let start = self.text("type ").append(name);
                let start = match def.bounds.is_empty() {
                    true => start,
                    false => start.append(": ").append(self.bounds(&def.bounds)),
                };
                start.append(";")
            }
            ItemData::ExternBlock(block) => {
                let members = block.members.iter().map(|&id| self.item_in(id, Around::Extern)).collect();
                self.abi(block.abi).append(self.lines(members))
            }
            ItemData::Impl(def) => {
                let start = self.text("impl").append(self.params(&def.generics)).append(" ");
                let start = match def.trait_ {
                    Some(trait_) => start.append(self.ty(trait_, false)).append(" for "),
                    None => start,
                };
                let start = start.append(self.ty(def.self_ty, false)).append(self.wheres(&def.generics));
                start.append(" ").append(self.members(&def.members))
            }
            ItemData::Trait(def) => {
                let start = self.text("trait ").append(name).append(self.params(&def.generics));
                let start = match def.supertraits.is_empty() {
                    true => start,
                    false => start.append(": ").append(self.bounds(&def.supertraits)),
                };
                start.append(self.wheres(&def.generics)).append(" ").append(self.members(&def.members))
            }
        }
    }

    /// ` = value`, where there is one.
    fn init(&self) -> Doc<'a> {
        match self.body.root {
            Some(root) => self.text(" = ").append(self.expr(root, expr::At::default())),
            None => self.nil(),
        }
    }

    /// Members of `impl` and `trait`, with a blank line between them.
    fn members(&self, members: &[ItemId]) -> Doc<'a> {
        let gap = |i| if i > 0 { self.docs.hardline() } else { self.nil() };
        self.lines(
            members.iter().enumerate().map(|(i, &id)| gap(i).append(self.item_in(id, Around::Members))).collect(),
        )
    }

    fn import(&self, import: &Import) -> Doc<'a> {
        let from = self.owned(format!(" from {};", attr::quoted(import.path.as_bytes())));
        let names = match &import.names {
            ImportNames::Module(name) => self.text("* as ").append(self.name(name.name)),
            ImportNames::Items(names) => {
                let one = |import: &ImportName| {
                    let name = self.name(import.name.name);
                    let same = import.name.name == import.alias.name;
                    if same { name } else { name.append(" as ").append(self.name(import.alias.name)) }
                };
                self.list_spaced("{", names.iter().map(one).collect(), "}", true, self.docs.line())
            }
        };
        self.text("import ").append(names).append(from)
    }

    fn function(&self, item: &'a Item, function: &'a FnItem) -> Doc<'a> {
        let mut head = self.text(if function.is_unsafe { "unsafe " } else { "" }).append(self.abi(function.abi));
        head = head.append("fn ").append(self.name(item.name.name)).append(self.params(&function.generics));
        let mut params: Vec<Doc<'a>> = function.params.iter().map(|param| self.param(param)).collect();
        if function.variadic {
            params.push(self.text("..."));
        }
        head = head.append(self.list("(", params, ")", !function.variadic));
        if let Some(ret) = function.ret {
            head = head.append(" -> ").append(self.ty(ret, false));
        }
        head = head.append(self.wheres(&function.generics));
        match self.body.root {
            Some(root) => head.append(" ").append(self.fn_body(root)),
            None => head.append(";"),
        }
    }

    fn fn_body(&self, root: ExprId) -> Doc<'a> {
        match *self.kind(root) {
            ExprKind::Block(block) if block.label == Symbol::EMPTY && !block.is_unsafe => self.block(block, false),
            // A pass put something else there.
            _ => self.lines(self.deeper(|| vec![self.tail(root)])),
        }
    }

    fn param(&self, param: &Param) -> Doc<'a> {
        let attrs = self.inline_attrs(&self.body.attrs[param.attrs]);
        if let Some(receiver) = self.receiver(param) {
            return attrs.append(receiver);
        }
        attrs.append(self.inner_pat(param.pat)).append(": ").append(self.ty(param.ty, false))
    }

    /// `self`, `mut self`, `&self`, `&mut self`
    fn receiver(&self, param: &Param) -> Option<Doc<'a>> {
        let (name, mutable) = match self.body.pats[param.pat].kind {
            PatKind::Bind { name, mutable, sub: None } => (name.name, mutable),
            PatKind::Local(local, None) => (self.body.locals[local].name, self.body.locals[local].mutable),
            _ => return None,
        };
        if name != sym::SELF {
            return None;
        }
        match self.body.types[param.ty].kind {
            TypeKind::Ref(Mutability::Const, of) if self.is_self_type(of) && !mutable => Some(self.text("&self")),
            TypeKind::Ref(Mutability::Mut, of) if self.is_self_type(of) && !mutable => Some(self.text("&mut self")),
            _ if self.is_self_type(param.ty) => Some(self.text(if mutable { "mut self" } else { "self" })),
            _ => None,
        }
    }

    fn is_self_type(&self, ty: TypeId) -> bool {
        match self.body.types[ty].kind {
            TypeKind::Path(path) => {
                matches!(&self.body.segments[path.segments], [only] if only.name.name == sym::SELF_TYPE && only.generics.is_empty())
            }
            kind => matches!(kind, TypeKind::SelfType(_)),
        }
    }

    /// Generic parameters.
    fn params(&self, generics: &GenericsData) -> Doc<'a> {
        let generics = generics.params();
        if generics.is_empty() {
            return self.nil();
        }
        let one = |param: &GenericParam| {
            let name = self.name(param.name.name);
            if let Some(number) = param.number {
                return self.text("const ").append(name).append(": ").append(self.ty(number, false));
            }
            if param.bounds.is_empty() { name } else { name.append(": ").append(self.bounds(&param.bounds)) }
        };
        self.text("<").append(self.docs.intersperse(generics.iter().map(one), self.text(", "))).append(">")
    }

    /// ` where T: A + B`
    fn wheres(&self, generics: &GenericsData) -> Doc<'a> {
        let one = |pred: &WherePred| self.ty(pred.ty, false).append(": ").append(self.bounds(&pred.bounds));
        match generics.wheres() {
            [] => self.nil(),
            preds => self.text(" where ").append(self.docs.intersperse(preds.iter().map(one), self.text(", "))),
        }
    }

    fn bounds(&self, bounds: &[TypeId]) -> Doc<'a> {
        self.docs.intersperse(bounds.iter().map(|&bound| self.ty(bound, false)), self.text(" + "))
    }

    fn structure(&self, name: Doc<'a>, def: &StructItem) -> Doc<'a> {
        let start = self.text(if def.is_union { "union " } else { "struct " }).append(name);
        let start = start.append(self.params(&def.generics));
        if !def.is_tuple {
            return start.append(self.wheres(&def.generics)).append(" ").append(self.fields(&def.fields));
        }
        let field = |field: &FieldDef| {
            let visible = self.text(if field.is_pub { "pub " } else { "" });
            self.inline_attrs(&self.body.attrs[field.attrs]).append(visible).append(self.ty(field.ty, false))
        };
        let start = start.append(self.list("(", def.fields.iter().map(field).collect(), ")", true));
        start.append(self.wheres(&def.generics)).append(";")
    }

    fn fields(&self, fields: &[FieldDef]) -> Doc<'a> {
        self.lines(fields.iter().map(|field| self.field(field).append(",")).collect())
    }

    fn field(&self, field: &FieldDef) -> Doc<'a> {
        let start = self.attr_lines(&self.body.attrs[field.attrs]).append(if field.is_pub { "pub " } else { "" });
        start.append(self.name(field.name.name)).append(": ").append(self.ty(field.ty, false))
    }

    fn variant_def(&self, variant: &Variant) -> Doc<'a> {
        let name = self.attr_lines(&self.body.attrs[variant.attrs]).append(self.name(variant.name.name));
        let name = match &variant.payload {
            Payload::None => name,
            Payload::Tuple(tys) => {
                let list = tys.iter().map(|&ty| self.ty(ty, false)).collect();
                name.append(self.list("(", list, ")", true))
            }
            Payload::Struct(fields) => name.append(" ").append(self.fields(fields)),
        };
        let value = match variant.discriminant {
            Some(value) => self.text(" = ").append(self.anon_const(value)),
            None => self.nil(),
        };
        name.append(value).append(",")
    }
}
