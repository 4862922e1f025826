//! What the tests of this crate share: parsing without ceremony, and Tree as compact text.

#![allow(dead_code)]

use std::fmt::Write;
use vex_frontend::parse_module;
use vex_ir::cx::Options;
use vex_ir::lang::Surface;
use vex_ir::target::Target;
use vex_ir::tree::*;
use vex_ir::{Cx, Symbol};

pub fn cx() -> Cx {
    Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default())
}

pub fn parse(text: &str) -> (Cx, Program) {
    let mut cx = cx();
    let program = parse_module(&mut cx, "test.vx", text);
    (cx, program)
}

/// What is wrong with a text: code and the text it points to, in order.
pub fn errors(text: &str) -> Vec<(String, String)> {
    let (cx, _) = parse(text);
    cx.diags.list().iter().map(|d| (d.code.0.to_string(), cx.snippet(d.primary.span).to_string())).collect()
}

pub fn codes(text: &str) -> Vec<String> {
    errors(text).into_iter().map(|e| e.0).collect()
}

/// The text with its machine-applicable suggestions applied, as a tool would do.
pub fn fixed(text: &str) -> String {
    let (cx, _) = parse(text);
    let mut fixes: Vec<_> = cx.diags.list().iter().filter_map(|d| d.suggestion.as_ref()).collect();
    fixes.retain(|s| s.machine_applicable);
    fixes.sort_by_key(|s| std::cmp::Reverse((s.span.lo, s.span.hi)));
    let base = cx.sources.files()[0].base;
    let mut out = text.to_string();
    for s in fixes {
        out.replace_range((s.span.lo - base) as usize..(s.span.hi - base) as usize, &s.replacement);
    }
    out
}

/// Parses a text without mistakes and shows its items.
pub fn items(text: &str) -> String {
    let (cx, program) = parse(text);
    assert_eq!(describe(&cx), "", "in: {text}");
    let shown: Vec<String> =
        program.modules[program.root()].items.iter().map(|&id| Show::new(&cx, &program, id).item()).collect();
    shown.join("\n")
}

/// The expression `text`, as the tail of a function.
pub fn expr(text: &str) -> String {
    let shown = items(&format!("fn f() {{ {text} }}"));
    let inner = shown.strip_prefix("fn f() (block ").and_then(|s| s.strip_suffix(')'));
    inner.unwrap_or_else(|| panic!("not the tail of a block: {shown}")).to_string()
}

pub fn ty(text: &str) -> String {
    items(&format!("type T = {text};")).strip_prefix("type T = ").unwrap().to_string()
}

pub fn pat(text: &str) -> String {
    let shown = items(&format!("fn f() {{ match x {{ {text} => 1 }} }}"));
    let inner = shown.strip_prefix("fn f() (block (match x [").and_then(|s| s.strip_suffix(" => 1]))"));
    inner.unwrap_or_else(|| panic!("not an arm: {shown}")).to_string()
}

pub fn describe(cx: &Cx) -> String {
    let mut out = String::new();
    for d in cx.diags.list() {
        let _ = writeln!(out, "{} at `{}`: {}", d.code.0, cx.snippet(d.primary.span), d.message);
    }
    out
}

pub struct Show<'a> {
    cx: &'a Cx,
    program: &'a Program,
    item: &'a Item,
    body: &'a Body,
}

impl<'a> Show<'a> {
    pub fn new(cx: &'a Cx, program: &'a Program, id: ItemId) -> Show<'a> {
        let item = &program.items[id];
        Show { cx, program, item, body: &program.bodies[id] }
    }

    fn name(&self, symbol: Symbol) -> &str {
        self.cx.text(symbol)
    }

    fn nested(&self, ids: &[ItemId]) -> String {
        ids.iter().map(|&id| Show::new(self.cx, self.program, id).item()).collect::<Vec<_>>().join(" ")
    }

    pub fn item(&self) -> String {
        let mut out = self.attrs(&self.item.attrs);
        if self.item.is_pub {
            out.push_str("pub ");
        }
        let name = self.name(self.item.name.name);
        let root = || self.body.root.map_or("none".to_string(), |r| self.expr(r));
        out += &match self.item.raw() {
            ItemData::Error => "error".to_string(),
            ItemData::Import(import) => self.import(import),
            ItemData::Fn(f) => self.function(name, f),
            ItemData::Anon => root(),
            ItemData::Const { ty } => format!("const {name}: {} = {}", self.ty(*ty), root()),
            ItemData::Static { ty, mutable } => {
                let foreign = if self.item.is_foreign() { "foreign " } else { "" };
                format!("{foreign}static{} {name}: {} = {}", if *mutable { " mut" } else { "" }, self.ty(*ty), root())
            }
            ItemData::Alias(AliasItem { ty, generics }) => {
                format!("type {name}{} = {}", self.generics(generics), self.ty(*ty))
            }
            ItemData::Struct(s) => {
                let kind = if s.is_union { "union" } else { "struct" };
                let tuple = if s.is_tuple { " tuple" } else { "" };
                format!("{kind}{tuple} {name}{} {{{}}}", self.generics(&s.generics), self.fields(&s.fields))
            }
            ItemData::Enum(e) => {
                let variants: Vec<String> = e.variants.iter().map(|v| self.variant(v)).collect();
                format!("enum {name}{} {{{}}}", self.generics(&e.generics), variants.join(", "))
            }
            ItemData::Opaque => format!("opaque {name}"),
            ItemData::AssocType(def) if def.bounds.is_empty() => format!("assoc {name}"),
            ItemData::AssocType(def) => {
                let bounds: Vec<String> = def.bounds.iter().map(|bound| self.ty(*bound)).collect();
                format!("assoc {name}: {}", bounds.join(" + "))
            }
            ItemData::ExternBlock(b) => format!("{}{{{}}}", self.abi(b.abi), self.nested(&b.members)),
            ItemData::Impl(i) => {
                let of = i.trait_.map_or(String::new(), |t| format!("{} for ", self.ty(t)));
                let generics = self.generics(&i.generics);
                format!("impl{generics} {of}{} {{{}}}", self.ty(i.self_ty), self.nested(&i.members))
            }
            ItemData::Trait(t) => {
                format!("trait {name}{} {{{}}}", self.generics(&t.generics), self.nested(&t.members))
            }
        };
        out
    }

    fn import(&self, import: &Import) -> String {
        let names = match &import.names {
            ImportNames::Module(m) => format!("* as {}", self.name(m.name)),
            ImportNames::Items(items) => {
                let names: Vec<String> = items
                    .iter()
                    .map(|i| match i.name == i.alias {
                        true => self.name(i.name.name).to_string(),
                        false => format!("{} as {}", self.name(i.name.name), self.name(i.alias.name)),
                    })
                    .collect();
                names.join(", ")
            }
        };
        format!("import {names} from {:?}", import.path.as_str())
    }

    fn abi(&self, abi: Abi) -> String {
        match abi {
            Abi::Raw(text) => format!("extern {} ", self.name(text.name)),
            Abi::Conv(_) => String::new(),
        }
    }

    fn function(&self, name: &str, f: &FnItem) -> String {
        let mut out = String::new();
        if f.is_unsafe {
            out.push_str("unsafe ");
        }
        if self.item.is_foreign() {
            out.push_str("foreign ");
        }
        out.push_str(&self.abi(f.abi));
        let mut params: Vec<String> = f
            .params
            .iter()
            .map(|p| format!("{}{}: {}", self.attrs(&self.body.attrs[p.attrs]), self.pat(p.pat), self.ty(p.ty)))
            .collect();
        if f.variadic {
            params.push("...".into());
        }
        let ret = f.ret.map_or(String::new(), |t| format!(" -> {}", self.ty(t)));
        let _ = write!(out, "fn {name}{}({}){ret}", self.generics(&f.generics), params.join(", "));
        if let Some(root) = self.body.root {
            let _ = write!(out, " {}", self.expr(root));
        }
        out
    }

    fn generics(&self, params: &GenericsData) -> String {
        let params = params.params();
        if params.is_empty() {
            return String::new();
        }
        let params: Vec<String> = params
            .iter()
            .map(|p| {
                if let Some(number) = p.number {
                    return format!("const {}: {}", self.name(p.name.name), self.ty(number));
                }
                let bounds: Vec<String> = p.bounds.iter().map(|&b| self.ty(b)).collect();
                let colon = if bounds.is_empty() { "" } else { ": " };
                format!("{}{colon}{}", self.name(p.name.name), bounds.join(" + "))
            })
            .collect();
        format!("<{}>", params.join(", "))
    }

    fn fields(&self, fields: &[FieldDef]) -> String {
        let fields: Vec<String> = fields
            .iter()
            .map(|f| {
                let public = if f.is_pub { "pub " } else { "" };
                format!(
                    "{}{public}{}: {}",
                    self.attrs(&self.body.attrs[f.attrs]),
                    self.name(f.name.name),
                    self.ty(f.ty)
                )
            })
            .collect();
        fields.join(", ")
    }

    fn variant(&self, v: &Variant) -> String {
        let payload = match &v.payload {
            Payload::None => String::new(),
            Payload::Tuple(types) => format!("({})", types.iter().map(|&t| self.ty(t)).collect::<Vec<_>>().join(", ")),
            Payload::Struct(fields) => format!("{{{}}}", self.fields(fields)),
        };
        let value = v.discriminant.map_or(String::new(), |d| format!(" = {}", self.anon(d)));
        format!("{}{}{payload}{value}", self.attrs(&self.body.attrs[v.attrs]), self.name(v.name.name))
    }

    fn attrs(&self, attrs: &[Attr]) -> String {
        attrs
            .iter()
            .map(|a| {
                let AttrKind::Raw(raw) = a.kind::<Surface>();
                format!("#{} ", self.raw(raw))
            })
            .collect()
    }

    fn raw(&self, raw: &RawAttr) -> String {
        let name = self.name(raw.name.name);
        match &raw.value {
            RawValue::None => name.to_string(),
            RawValue::Str(text, _) => format!("{name}={:?}", text.as_str()),
            RawValue::Int(value, _) => format!("{name}={value}"),
            RawValue::List(list, _) => {
                format!("{name}({})", list.iter().map(|r| self.raw(r)).collect::<Vec<_>>().join(" "))
            }
        }
    }

    fn path(&self, path: &Path) -> String {
        let segments: Vec<String> = self.body.segments[path.segments]
            .iter()
            .map(|s| match s.generics.is_empty() {
                true => self.name(s.name.name).to_string(),
                false => format!("{}<{}>", self.name(s.name.name), self.types(s.generics)),
            })
            .collect();
        format!("{}{}", if path.absolute { "::" } else { "" }, segments.join("::"))
    }

    fn types(&self, list: vex_ir::pool::List<TypeId>) -> String {
        self.body.type_lists[list].iter().map(|&t| self.ty(t)).collect::<Vec<_>>().join(", ")
    }

    pub fn ty(&self, id: TypeId) -> String {
        match self.body.types[id].raw() {
            TypeKind::Path(path) => self.path(&path),
            TypeKind::Ptr(m, inner) => {
                format!("{}{}", if m == Mutability::Mut { "*mut " } else { "*" }, self.ty(inner))
            }
            TypeKind::Ref(m, inner) => {
                format!("{}{}", if m == Mutability::Mut { "&mut " } else { "&" }, self.ty(inner))
            }
            TypeKind::Slice(inner) => format!("[{}]", self.ty(inner)),
            TypeKind::Array(inner, n) => format!("[{}; {}]", self.ty(inner), self.anon(n)),
            TypeKind::Tuple(list) => format!("({})", self.types(list)),
            TypeKind::Fn(f) => {
                let abi = self.abi(f.abi);
                let unsafe_ = if f.is_unsafe { "unsafe " } else { "" };
                let dots = if f.variadic { ", ..." } else { "" };
                let ret = f.ret.map_or(String::new(), |t| format!(" -> {}", self.ty(t)));
                format!("{unsafe_}{abi}fn({}{dots}){ret}", self.types(f.params))
            }
            TypeKind::Never => "!".into(),
            TypeKind::Infer => "_".into(),
            TypeKind::Number(n) => self.anon(n),
            other => format!("{other:?}"),
        }
    }

    pub fn pat(&self, id: PatId) -> String {
        let list = |l| self.body.pat_lists[l].iter().map(|&p| self.pat(p)).collect::<Vec<_>>();
        match self.body.pats[id].raw() {
            PatKind::Error => "error".into(),
            PatKind::Wild => "_".into(),
            PatKind::Bind { name, mutable, sub } => {
                let sub = sub.map_or(String::new(), |s| format!(" @ {}", self.pat(s)));
                format!("{}{}{sub}", if mutable { "mut " } else { "" }, self.name(name.name))
            }
            PatKind::Value(e) => format!("={}", self.expr(e)),
            PatKind::Range { lo, hi, inclusive } => {
                let show = |e: Option<ExprId>| e.map_or(String::new(), |e| self.expr(e));
                format!("{}{}{}", show(lo), if inclusive { "..=" } else { ".." }, show(hi))
            }
            PatKind::Or(l) => list(l).join(" | "),
            PatKind::Tuple(l) => format!("({})", list(l).join(", ")),
            PatKind::TupleStruct { path, pats } => format!("{}({})", self.expr(path), list(pats).join(", ")),
            PatKind::Struct { ty, fields, rest } => {
                let mut fields: Vec<String> = self.body.field_pats[fields]
                    .iter()
                    .map(|f| {
                        let attrs = self.attrs(&self.body.attrs[f.attrs]);
                        format!("{attrs}{}: {}", self.name(f.name.name), self.pat(f.pat))
                    })
                    .collect();
                if rest {
                    fields.push("..".into());
                }
                format!("{} {{{}}}", self.ty(ty), fields.join(", "))
            }
            PatKind::Borrow(m, p) => format!("ref{} {}", if m == Mutability::Mut { " mut" } else { "" }, self.pat(p)),
            PatKind::Ref(p) => format!("&{}", self.pat(p)),
            other => format!("{other:?}"),
        }
    }

    fn exprs(&self, list: vex_ir::pool::List<ExprId>) -> String {
        self.body.expr_lists[list].iter().map(|&e| self.expr(e)).collect::<Vec<_>>().join(" ")
    }

    fn opt(&self, id: Option<ExprId>) -> String {
        id.map_or("-".to_string(), |e| self.expr(e))
    }

    // Long because it has an arm for each kind of expression.
    fn anon(&self, value: AnonConst) -> String {
        match value {
            AnonConst::Literal(value) => value.to_string(),
            AnonConst::Param(_, name) => self.cx.text(name).to_string(),
            AnonConst::Item(id) => {
                let body = &self.program.bodies[id];
                body.root.map_or_else(
                    || "error".into(),
                    |root| Show { item: &self.program.items[id], body, ..*self }.expr(root),
                )
            }
        }
    }

    // Long because it has an arm for each node.
    pub fn expr(&self, id: ExprId) -> String {
        let e = |id| self.expr(id);
        match self.body.exprs[id].raw() {
            ExprKind::Error(_) => "error".into(),
            ExprKind::Int { low, high, suffix } => match suffix {
                Suffix::None => format!("{}", BigInt::join(low, high)),
                suffix => format!("{}{suffix:?}", BigInt::join(low, high)),
            },
            ExprKind::Float { text, suffix: Suffix::None } => self.name(text).to_string(),
            ExprKind::Float { text, suffix } => format!("{}{suffix:?}", self.name(text)),
            ExprKind::Bool(b) => b.to_string(),
            ExprKind::Char(c) => format!("{c:?}"),
            ExprKind::Str { kind, bytes } => {
                format!("{kind:?}{:?}", String::from_utf8_lossy(&self.body.strings[bytes]))
            }
            ExprKind::Format(pieces) => {
                let pieces: Vec<String> = self.body.fmt_pieces[pieces]
                    .iter()
                    .map(|p| match *p {
                        FmtPiece::Text(t) => format!("{:?}", String::from_utf8_lossy(&self.body.strings[t])),
                        FmtPiece::Arg { expr, spec, .. } => format!("{{{}:{}}}", e(expr), self.name(spec)),
                    })
                    .collect();
                format!("(format {})", pieces.join(" "))
            }
            ExprKind::Null => "null".into(),
            ExprKind::Path(path) => self.path(&path),
            ExprKind::Unary(op, x) => format!("({} {})", if op == UnOp::Neg { "-" } else { "!" }, e(x)),
            ExprKind::Binary(op, a, b) => format!("({} {} {})", op.text(), e(a), e(b)),
            ExprKind::And(a, b) => format!("(&& {} {})", e(a), e(b)),
            ExprKind::Or(a, b) => format!("(|| {} {})", e(a), e(b)),
            ExprKind::Assign(a, b) => format!("(= {} {})", e(a), e(b)),
            ExprKind::AssignOp(op, a, b) => format!("({}= {} {})", op.text(), e(a), e(b)),
            ExprKind::Call(f, args) => format!("(call {} {})", e(f), self.exprs(args)).replace(" )", ")"),
            ExprKind::MethodCall { name, generics, args } => {
                let generics = if generics.is_empty() { String::new() } else { format!("<{}>", self.types(generics)) };
                format!("(.{}{generics} {})", self.name(name), self.exprs(args))
            }
            ExprKind::Field(b, name) => format!("{}.{}", e(b), self.name(name)),
            ExprKind::Index(a, b) => format!("(index {} {})", e(a), e(b)),
            ExprKind::Cast(x, t) => format!("(as {} {})", e(x), self.ty(t)),
            ExprKind::Ref(m, x) => format!("({} {})", if m == Mutability::Mut { "&mut" } else { "&" }, e(x)),
            ExprKind::Deref(x) => format!("(* {})", e(x)),
            ExprKind::Block(b) => self.block(&b),
            ExprKind::If { cond, then, els } => match els {
                Some(els) => format!("(if {} {} {})", e(cond), e(then), e(els)),
                None => format!("(if {} {})", e(cond), e(then)),
            },
            ExprKind::Let(p, x) => format!("(let {} {})", self.pat(p), e(x)),
            ExprKind::While { label, cond, body } => {
                format!("(while{} {} {})", self.label(label), e(cond), e(body))
            }
            ExprKind::Loop { label, body } => format!("(loop{} {})", self.label(label), e(body)),
            ExprKind::For { label, pat, iter, body } => {
                format!("(for{} {} {} {})", self.label(label), self.pat(pat), e(iter), e(body))
            }
            ExprKind::Match(x, arms) => {
                let arms: Vec<String> = self.body.arms[arms]
                    .iter()
                    .map(|a| {
                        let guard = a.guard.map_or(String::new(), |g| format!(" if {}", e(g)));
                        let attrs = self.attrs(&self.body.attrs[a.attrs]);
                        format!("[{attrs}{}{guard} => {}]", self.pat(a.pat), e(a.body))
                    })
                    .collect();
                format!("(match {} {})", e(x), arms.join(" "))
            }
            ExprKind::Break { label, value: None } => format!("(break{})", self.label(label)),
            ExprKind::Break { label, value } => format!("(break{} {})", self.label(label), self.opt(value)),
            ExprKind::Continue { label } => format!("(continue{})", self.label(label)),
            ExprKind::Return(None) => "(return)".into(),
            ExprKind::Return(value) => format!("(return {})", self.opt(value)),
            ExprKind::Range { lo, hi, inclusive } => {
                format!("({} {} {})", if inclusive { "..=" } else { ".." }, self.opt(lo), self.opt(hi))
            }
            ExprKind::Tuple(l) => format!("(tuple {})", self.exprs(l)).replace(" )", ")"),
            ExprKind::Array(l) => format!("(array {})", self.exprs(l)).replace(" )", ")"),
            ExprKind::Repeat(a, b) => format!("(repeat {} {})", e(a), self.anon(b)),
            ExprKind::Struct { ty, fields, base } => {
                let mut out = format!("(struct {}", self.ty(ty));
                for f in &self.body.fields[fields] {
                    let short = if f.shorthand { "~" } else { "" };
                    let attrs = self.attrs(&self.body.attrs[f.attrs]);
                    let _ = write!(out, " {attrs}{short}{}: {}", self.name(f.name.name), e(f.value));
                }
                if let Some(base) = base {
                    let _ = write!(out, " ..{}", e(base));
                }
                out + ")"
            }
            ExprKind::Try(x) => format!("(? {})", e(x)),
            ExprKind::OffsetOf(t, f) => format!("(offset_of {} {})", self.ty(t), self.name(f)),
            ExprKind::Make(t, n) => format!("(make {} {})", self.ty(t), e(n)),
            other => format!("{other:?}"),
        }
    }

    fn label(&self, label: Symbol) -> String {
        if label == Symbol::EMPTY { String::new() } else { format!(" '{}", self.name(label)) }
    }

    fn block(&self, block: &Block) -> String {
        let mut out = format!("({}block{}", if block.is_unsafe { "unsafe " } else { "" }, self.label(block.label));
        for stmt in &self.body.stmts[block.stmts] {
            let _ = write!(out, " {}", self.attrs(&self.body.attrs[stmt.attrs]));
            let _ = match stmt.kind {
                StmtKind::Let { pat, ty, init, els } => {
                    let ty = ty.map_or(String::new(), |t| format!(": {}", self.ty(t)));
                    let els = els.map_or(String::new(), |x| format!(" else {}", self.expr(x)));
                    write!(out, "let {}{ty} = {}{els};", self.pat(pat), self.opt(init))
                }
                StmtKind::Expr { expr, semi } => write!(out, "{}{}", self.expr(expr), if semi { ";" } else { "" }),
                StmtKind::Defer(x) => write!(out, "defer {};", self.expr(x)),
                StmtKind::Item(id) => write!(out, "{{{}}}", self.nested(&[id])),
            };
        }
        out + ")"
    }
}
