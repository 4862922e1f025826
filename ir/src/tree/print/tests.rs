//! What only later languages have: resolved names, conversions, foreign items outside blocks. The rest is tested by reading
//! back what was printed, in the tests of the passes.

use super::*;
use crate::cx::Options;
use crate::target::Target;
use crate::ty::{AdtDef, AdtKind, Ty, TyKind};

struct Build {
    cx: Cx,
    program: Program,
}

impl Build {
    fn new() -> Build {
        let cx = Cx::new(Target::parse("x86_64-linux-gnu").expect("it is listed"), Options::default());
        let mut build = Build { cx, program: Program::default() };
        build.module("", "main");
        build
    }

    fn name(&mut self, text: &str) -> Ident {
        Ident { name: self.cx.interner.intern(text), span: Span::NONE }
    }

    fn module(&mut self, name: &str, key: &str) -> ModuleId {
        let (name, key) = (self.name(name).name, self.name(key).name);
        let is_std = self.cx.text(key).starts_with("std/");
        self.program.modules.alloc(Module::new(name, key, is_std))
    }

    /// An item that is in no list yet.
    fn loose(&mut self, module: ModuleId, name: &str, kind: ItemData, body: Body) -> ItemId {
        let name = self.name(name);
        let docs = Default::default();
        let item = Item {
            name,
            span: Span::NONE,
            is_pub: false,
            attrs: Vec::new(),
            docs,
            module,
            extern_block: None,
            member_of: None,
            kind,
        };
        let id = self.program.items.alloc(item);
        self.program.bodies.insert(id, Box::new(body));
        id
    }

    fn item(&mut self, module: ModuleId, name: &str, kind: ItemData, body: Body) -> ItemId {
        let id = self.loose(module, name, kind, body);
        self.program.modules[module].items.push(id);
        id
    }

    /// A function of these statements.
    fn function(&mut self, module: ModuleId, name: &str, mut body: Body, stmts: Vec<StmtKind>) -> ItemId {
        block(&mut body, stmts);
        self.item(module, name, function(), body)
    }

    fn local(&mut self, body: &mut Body, name: &str, mutable: bool) -> LocalId {
        let name = self.name(name).name;
        body.locals.alloc(Local { name, span: Span::NONE, mutable, ty: Ty::I32, synthetic: false })
    }

    fn print(&self) -> String {
        print(&self.cx, &self.program)
    }
}

fn function() -> ItemData {
    ItemData::Fn(FnItem {
        params: Vec::new(),
        ret: None,
        abi: Abi::VEX,
        variadic: false,
        is_unsafe: false,
        generics: GenericsData::None,
    })
}

fn expr(body: &mut Body, kind: ExprKind) -> ExprId {
    body.exprs.alloc(Expr { kind, span: Span::NONE })
}

fn block(body: &mut Body, stmts: Vec<StmtKind>) {
    let stmts = stmts.into_iter().map(|kind| Stmt { attrs: Default::default(), kind, span: Span::NONE });
    let stmts = body.stmts.alloc(stmts);
    let root = expr(body, ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: false }));
    body.root = Some(root);
}

fn call(body: &mut Body, callee: ExprKind) -> StmtKind {
    let callee = expr(body, callee);
    let expr = expr(body, ExprKind::Call(callee, Default::default()));
    StmtKind::Expr { expr, semi: true }
}

#[test]
fn items_are_named_by_what_reaches_them() {
    let mut b = Build::new();
    let root = b.program.root();
    let other = b.module("util", "src/util");
    let near = b.function(root, "near", Body::default(), Vec::new());
    let far = b.function(other, "far", Body::default(), Vec::new());
    let shadowed = b.function(root, "shadowed", Body::default(), Vec::new());
    let inner = b.loose(root, "inner", function(), Body::default());
    let outer_inner = b.function(root, "inner", Body::default(), Vec::new());
    let none = Default::default();
    let mut body = Body::default();
    let local = b.local(&mut body, "shadowed", true);
    let pat = body.pats.alloc(Pat { kind: PatKind::Local(local, None), span: Span::NONE });
    let mut stmts = vec![StmtKind::Let { pat, ty: None, init: None, els: None }, StmtKind::Item(inner)];
    stmts.extend([near, far, shadowed, inner, outer_inner].map(|id| call(&mut body, ExprKind::Item(id, none))));
    stmts.push(call(&mut body, ExprKind::Local(local)));
    block(&mut b.program.bodies[inner], Vec::new());
    b.function(root, "main", body, stmts);
    let mut body = Body::default();
    let stmts = [near, far].map(|id| call(&mut body, ExprKind::Item(id, none))).to_vec();
    b.function(other, "back", body, stmts);
    assert_eq!(
        b.print(),
        "\
fn near() {}

fn shadowed() {}

fn inner() {}

fn main() {
    let mut shadowed;
    fn inner() {}
    near();
    ::util::far();
    ::shadowed();
    inner();
    ::inner();
    shadowed();
}

mod util = \"src/util\" {
    fn far() {}

    fn back() {
        ::near();
        far();
    }
}
"
    );
}

#[test]
fn conversions_are_casts_to_types_as_they_are_named_here() {
    let mut b = Build::new();
    let root = b.program.root();
    let other = b.module("shapes", "shapes");
    let point = b.item(other, "Point", ItemData::Opaque, Body::default());
    let name = b.name("shapes::Point").name;
    let def = AdtDef { name, span: Span::NONE, generics: Vec::new(), kind: AdtKind::Opaque, packed: None, align: None };
    let adt = b.program.types_mut().adts.alloc(def);
    let adt = b.program.types.intern(TyKind::Adt(adt));
    b.program.item_ty = vec![ItemTy::None; 8];
    b.program.item_ty[item_index(point)] = ItemTy::Type(adt);
    let pointer = b.program.types.ptr(Mutability::Mut, adt);
    let mut body = Body::default();
    let local = b.local(&mut body, "p", false);
    let value = body.typed(ExprKind::Local(local), pointer, Span::NONE);
    let convert = body.typed(ExprKind::Convert(value), Ty::PTR_VOID, Span::NONE);
    let args = body.expr_lists.alloc([convert]);
    let cast = body.typed(ExprKind::Method(Method::Cast, args), pointer, Span::NONE);
    let args = body.expr_lists.alloc([cast]);
    let is_null = body.typed(ExprKind::Method(Method::IsNull, args), Ty::BOOL, Span::NONE);
    let back = body.typed(ExprKind::Convert(is_null), pointer, Span::NONE);
    b.function(root, "f", body, vec![StmtKind::Expr { expr: back, semi: true }]);
    let text = print_root(&b.cx, &b.program);
    let line = "(p as *void).cast::<::shapes::Point>().is_null() as *mut ::shapes::Point;";
    assert_eq!(text, format!("fn f() {{\n    {line}\n}}\n"));
}

#[test]
fn modules_are_chosen() {
    let mut b = Build::new();
    let (root, std) = (b.program.root(), b.module("time", "std/time"));
    let own = b.module("own", "own");
    for (module, name) in [(root, "r"), (std, "s"), (own, "o")] {
        b.function(module, name, Body::default(), Vec::new());
    }
    let has = |which, name: &str| print_modules(&b.cx, &b.program, which).contains(name);
    assert!(has(Modules::All, "fn r") && has(Modules::All, "fn s") && has(Modules::All, "fn o"));
    assert!(has(Modules::Own, "fn r") && !has(Modules::Own, "fn s") && has(Modules::Own, "fn o"));
    assert!(has(Modules::Root, "fn r") && !has(Modules::Root, "fn s") && !has(Modules::Root, "fn o"));
}

/// Passes may build higher trees than any source. Indentation alone would make the text of this one a hundred megabytes.
#[test]
fn high_trees_print_in_proportion() {
    const HEIGHT: usize = 10_000;
    let length = |wrap: fn(&mut Body, ExprId) -> ExprKind| {
        let mut b = Build::new();
        let mut body = Body::default();
        let mut top = expr(&mut body, ExprKind::Null);
        for _ in 0..HEIGHT {
            let kind = wrap(&mut body, top);
            top = expr(&mut body, kind);
        }
        b.function(b.program.root(), "f", body, vec![StmtKind::Expr { expr: top, semi: true }]);
        b.print().len()
    };
    let print = move || {
        let wraps: [fn(&mut Body, ExprId) -> ExprKind; 5] = [
            |_, e| ExprKind::Deref(e),
            |body, e| {
                let one = expr(body, ExprKind::Null);
                ExprKind::Binary(BinOp::Add, one, e)
            },
            |_, e| ExprKind::Unary(UnOp::Not, e),
            |body, e| ExprKind::Call(e, body.expr_lists.alloc([])),
            |body, e| {
                let kind = StmtKind::Expr { expr: e, semi: false };
                let stmts = body.stmts.alloc([Stmt { attrs: Default::default(), kind, span: Span::NONE }]);
                ExprKind::Block(Block { stmts, label: Symbol::EMPTY, is_unsafe: false })
            },
        ];
        for (i, wrap) in wraps.into_iter().enumerate() {
            assert!(length(wrap) < HEIGHT * 600, "{i}");
        }
    };
    std::thread::Builder::new().stack_size(1 << 29).spawn(print).expect("threads start").join().expect("it ends");
}
