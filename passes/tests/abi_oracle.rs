//! Asks Clang 19 how it passes a few hundred generated types and signatures, and compares with `abi-lower`.
//!
//! Needs `clang-19`, which knows every target without its headers. The generator is deterministic: a failure names the
//! signature in C and both answers.

#[allow(dead_code)]
mod common;

use common::Random;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::flow::{
    ArgAbi, ArrayOf, Body, Call, Callee, Const, ConstData, Ext, FnAbi, Function, InlineTag, Linkage, MachineConv,
    Operand, Program, RegKind, Stmt, StmtKind, Terminator,
};
use vex_ir::layout::layout;
use vex_ir::span::Span;
use vex_ir::symbol::Symbol;
use vex_ir::target::{Arch, Os, TARGETS, Target};
use vex_ir::ty::{AdtDef, AdtField, AdtKind, Conv, FnSig, IntTy, Ty, TyKind};

const SCALARS: [(Ty, &str); 14] = [
    (Ty::I8, "signed char"),
    (Ty::U8, "unsigned char"),
    (Ty::I16, "short"),
    (Ty::int(IntTy::U16), "unsigned short"),
    (Ty::I32, "int"),
    (Ty::U32, "unsigned"),
    (Ty::I64, "long long"),
    (Ty::U64, "unsigned long long"),
    (Ty::F32, "float"),
    (Ty::F64, "double"),
    (Ty::BOOL, "_Bool"),
    (Ty::PTR_VOID, "void *"),
    (Ty::int(IntTy::I128), "__int128"),
    (Ty::int(IntTy::U128), "unsigned __int128"),
];

/// A program that grows in Vex and in C at once.
struct Twin {
    cx: Cx,
    ir: Program,
    c: String,
    names: HashMap<Ty, String>,
    /// The C declaration of each function, for messages.
    shown: Vec<String>,
}

impl Twin {
    fn new(triple: &str) -> Twin {
        let target = Target::parse(triple).expect("a supported target");
        let names = SCALARS.iter().map(|(ty, name)| (*ty, name.to_string())).collect();
        let cx = Cx::new(target, Options::default());
        Twin { cx, ir: Program::default(), c: String::new(), names, shown: Vec::new() }
    }

    /// A declaration of a variable of a type, in C.
    fn c_var(&self, ty: Ty, name: &str) -> String {
        match self.ir.types.kind(ty) {
            TyKind::Array(of, len) => self.c_var(*of, &format!("{name}[{len}]")),
            _ => format!("{} {name}", self.names[&ty]),
        }
    }

    fn record(&mut self, union: bool, fields: &[Ty], packed: Option<u32>, align: Option<u32>) -> Ty {
        let number = self.ir.types_mut().adts.len();
        let keyword = if union { "union" } else { "struct" };
        let name = format!("{keyword} T{number}");
        let mut c = String::new();
        if let Some(n) = packed {
            let _ = writeln!(c, "#pragma pack(push, {n})");
        }
        let _ = write!(c, "{name} {{ ");
        for (i, ty) in fields.iter().enumerate() {
            let _ = write!(c, "{}; ", self.c_var(*ty, &format!("f{i}")));
        }
        let _ = match align {
            Some(n) => writeln!(c, "}} __attribute__((aligned({n})));"),
            None => writeln!(c, "}};"),
        };
        if packed.is_some() {
            c.push_str("#pragma pack(pop)\n");
        }
        let symbol = self.cx.interner.intern(&format!("T{number}"));
        let fields: Vec<AdtField> =
            fields.iter().map(|ty| AdtField { name: Symbol::EMPTY, ty: *ty, span: Span::NONE }).collect();
        let kind = if union { AdtKind::Union(fields) } else { AdtKind::Struct(fields) };
        let id = self.ir.types_mut().adts.alloc(AdtDef {
            name: symbol,
            span: Span::NONE,
            generics: Vec::new(),
            kind,
            packed,
            align,
        });
        let ty = self.ir.types.intern(TyKind::Adt(id));
        let size = layout(&self.ir.types, &self.cx.target, ty).expect("generated types are finite");
        let _ =
            writeln!(c, "_Static_assert(sizeof({name}) == {} && _Alignof({name}) == {}, \"\");", size.size, size.align);
        self.c.push_str(&c);
        self.names.insert(ty, name);
        ty
    }

    /// Declares a function of both languages and makes Clang emit its declaration.
    fn function(&mut self, params: &[Ty], ret: Ty, conv: Conv, variadic: bool) -> Ty {
        let number = self.ir.fns.len();
        let attr = match conv {
            Conv::Win64 => "__attribute__((ms_abi)) ",
            Conv::Sysv64 => "__attribute__((sysv_abi)) ",
            _ => "",
        };
        let ret_c = if ret == Ty::VOID { "void" } else { &self.names[&ret] };
        let mut list: Vec<String> = params.iter().map(|ty| self.names[ty].clone()).collect();
        if list.is_empty() {
            list.push("void".into());
        }
        if variadic {
            list.push("...".into());
        }
        let decl = format!("{ret_c} {attr}g{number}({});", list.join(", "));
        let _ = writeln!(self.c, "{decl}\nvoid *p{number} = (void *)g{number};");
        self.shown.push(decl);
        let sig = FnSig { params: params.to_vec(), ret, conv, variadic, is_unsafe: true };
        let ty = self.ir.types.intern(TyKind::Fn(Box::new(sig)));
        let symbol = self.cx.interner.intern(&format!("g{number}"));
        self.ir.fns.alloc(import(symbol, ty));
        ty
    }

    fn lower(&mut self) -> Vec<String> {
        vex_passes::abi_lower::run(&mut self.cx, vex_ir::lang::Step::new(&mut self.ir));
        self.cx.diags.list().iter().map(|d| d.message.clone()).collect()
    }

    /// What each function looks like in LLVM, by our account.
    fn ours(&self) -> Vec<String> {
        let of = |f: &Function| {
            let sig = self.ir.types.sig(f.ty).expect("functions have function types");
            let abi = &self.ir.abis[f.abi.expect("abi-lower ran") as usize];
            self.render(abi, &sig.params, sig.ret)
        };
        self.ir.fns.values().filter(|f| f.is_import()).map(of).collect()
    }

    fn render(&self, abi: &FnAbi, params: &[Ty], ret: Ty) -> String {
        assert_eq!(abi.params.len(), params.len());
        let mut list = Vec::new();
        let result = match &abi.ret {
            ArgAbi::Ignore => "void".to_string(),
            ArgAbi::Direct(ext) => format!("{}{}", extension(*ext), self.scalar(ret)),
            ArgAbi::Cast(regs) if regs.len() == 1 => reg(regs[0].kind),
            ArgAbi::Cast(regs) => {
                format!("{{ {} }}", regs.iter().map(|r| reg(r.kind)).collect::<Vec<_>>().join(", "))
            }
            ArgAbi::Indirect { align, .. } => {
                list.push(format!("ptr sret align {align}"));
                "void".to_string()
            }
            ArgAbi::Pair => unreachable!("no C function returns a pointer with a length"),
        };
        for (abi, ty) in abi.params.iter().zip(params) {
            match abi {
                ArgAbi::Ignore => {}
                ArgAbi::Direct(ext) => list.push(format!("{}{}", self.scalar(*ty), suffix(*ext))),
                ArgAbi::Cast(regs) => list.extend(regs.iter().map(|r| reg(r.kind))),
                ArgAbi::Indirect { align, by_val: true } => list.push(format!("ptr byval align {align}")),
                ArgAbi::Indirect { by_val: false, .. } => list.push("ptr".into()),
                ArgAbi::Pair => unreachable!("no C function takes a pointer with a length"),
            }
        }
        if abi.variadic {
            list.push("...".into());
        }
        let conv = match abi.conv {
            MachineConv::C => "",
            MachineConv::Win64 => "win64cc ",
            MachineConv::X8664SysV => "x86_64_sysvcc ",
            MachineConv::Fast | MachineConv::X86Stdcall => "?",
        };
        format!("{conv}{result} ({})", list.join(", "))
    }

    fn scalar(&self, ty: Ty) -> String {
        match ty {
            Ty::BOOL => "i1".into(),
            Ty::F32 => "float".into(),
            Ty::F64 => "double".into(),
            _ => match self.ir.types.repr_int(ty) {
                Some(int) => format!("i{}", int.bits(self.cx.target.pointer_bits)),
                None => "ptr".into(),
            },
        }
    }

    fn clang(&self) -> Vec<String> {
        clang(&self.cx.target.triple, &self.c)
    }

    fn compare(&mut self, triple: &str) {
        assert_eq!(self.lower(), Vec::<String>::new(), "{triple}");
        let theirs = declarations(&self.clang());
        let ours = self.ours();
        let mut wrong = String::new();
        for (number, ours) in ours.iter().enumerate() {
            let name = format!("g{number}");
            let theirs = theirs.get(&name).unwrap_or_else(|| panic!("clang did not declare {name}"));
            if !same(theirs, ours) {
                let _ = writeln!(wrong, "{}\n  clang: {theirs}\n  vexc:  {ours}", self.shown[number]);
            }
        }
        let count = wrong.lines().count() / 3;
        assert!(wrong.is_empty(), "{triple}: {count} of {} signatures differ\n{wrong}\n{}", ours.len(), self.c);
    }
}

/// Whether two signatures are the same, but for where Clang 19 is wrong: an `i128` that finds one integer register left goes
/// to the stack, and LLVM then also gives up the register, which the System V supplement and GCC leave to what follows. We
/// say `byval`, which keeps it. What comes behind such an argument and finds none left is alike again.
fn same(theirs: &str, ours: &str) -> bool {
    (0..=theirs.matches(" i128").count()).any(|n| {
        let (head, tail) = theirs.split_once('(').expect("signatures have parameters");
        let padded = format!(" {tail}");
        let tail = padded.replacen(" i128", " ptr byval align 16", n);
        format!("{head}({}", &tail[1..]) == ours
    })
}

fn import(symbol: Symbol, ty: Ty) -> Function {
    Function { tag: Some(InlineTag::None), ..Function::new(symbol, ty) }
}

fn extension(ext: Ext) -> &'static str {
    match ext {
        Ext::None => "",
        Ext::Sign => "signext ",
        Ext::Zero => "zeroext ",
    }
}

fn suffix(ext: Ext) -> &'static str {
    match ext {
        Ext::None => "",
        Ext::Sign => " signext",
        Ext::Zero => " zeroext",
    }
}

fn reg(kind: RegKind) -> String {
    match kind {
        RegKind::Int(bits) => format!("i{bits}"),
        RegKind::Ptr => "ptr".into(),
        RegKind::F32 => "float".into(),
        RegKind::F64 => "double".into(),
        RegKind::F32Vec(n) => format!("<{n} x float>"),
        RegKind::Array(of, n) => {
            let of = match of {
                ArrayOf::I64 => "i64",
                ArrayOf::F32 => "float",
                ArrayOf::F64 => "double",
            };
            format!("[{n} x {of}]")
        }
    }
}

/// The LLVM IR of a C program, line by line.
fn clang(triple: &str, c: &str) -> Vec<String> {
    let mut child = Command::new("clang-19")
        .args([&format!("--target={triple}"), "-x", "c", "-std=gnu17", "-w", "-S", "-emit-llvm", "-O0", "-o", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("this test asks clang-19, which must be installed");
    let mut input = child.stdin.take().expect("it is piped");
    let c = c.to_string();
    let writer = std::thread::spawn(move || input.write_all(c.as_bytes()));
    let output = child.wait_with_output().expect("clang ends");
    writer.join().expect("the writer ends").expect("clang reads its input");
    assert!(output.status.success(), "clang-19 --target={triple} rejects the generated program");
    String::from_utf8(output.stdout).expect("clang writes UTF-8").lines().map(str::to_string).collect()
}

/// The declarations of functions in LLVM IR, by name, without what this test does not compare.
fn declarations(lines: &[String]) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for line in lines {
        let Some(rest) = line.strip_prefix("declare ") else { continue };
        let (head, tail) = rest.split_once('@').expect("declarations have a name");
        let (name, tail) = tail.split_once('(').expect("declarations have parameters");
        let end = tail.rfind(')').expect("parameters end");
        let result = words(head);
        found.insert(name.to_string(), format!("{result} ({})", parameters(&tail[..end])));
    }
    found
}

/// Words that say how something is passed, the others left out.
fn words(text: &str) -> String {
    let mut kept = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "noundef" | "dead_on_unwind" | "writable" | "dso_local" | "nonnull" | "call" => {}
            // The alignment of a plain pointer is a promise about its value, not a rule of the convention.
            "align" if !kept.iter().any(|w| *w == "byval" || *w == "sret") => {
                words.next();
            }
            "dead_on_return" => {}
            _ if word.starts_with('%') => {}
            _ => kept.push(match word.split_once('(') {
                Some(("byval", _)) => "byval",
                Some(("sret", _)) => "sret",
                _ => word,
            }),
        }
    }
    kept.join(" ")
}

/// Parameters or arguments, separated by the commas that stand in no brackets.
fn parameters(text: &str) -> String {
    let mut list = vec![String::new()];
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from("([{<".contains(c)) - i32::from(")]}>".contains(c));
        if c == ',' && depth == 0 {
            list.push(String::new());
        } else {
            list.last_mut().expect("it has one from the start").push(c);
        }
    }
    let list: Vec<String> = list.iter().map(|p| words(p)).filter(|p| !p.is_empty()).collect();
    list.join(", ")
}

/// Types of every shape: scalars alone, in arrays, nested, packed, aligned, in unions.
fn shapes(twin: &mut Twin, random: &mut Random, count: usize) -> Vec<Ty> {
    let scalars: Vec<Ty> = SCALARS.iter().map(|(ty, _)| *ty).collect();
    let mut shapes = vec![twin.record(false, &[], None, None)];
    for ty in &scalars {
        shapes.push(twin.record(false, &[*ty], None, None));
        shapes.push(twin.record(false, &[Ty::F32, *ty], None, None));
        shapes.push(twin.record(false, &[*ty, Ty::F64], None, None));
        shapes.push(twin.record(false, &[Ty::U8, *ty], Some(1), None));
        shapes.push(twin.record(true, &[Ty::F32, *ty], None, None));
    }
    for len in 0..=19 {
        for of in [Ty::U8, Ty::I16, Ty::F32, Ty::F64, Ty::PTR_VOID] {
            let array = twin.ir.types.array(of, len);
            shapes.push(twin.record(false, &[array], None, None));
        }
    }
    while shapes.len() < count {
        let mut fields = Vec::new();
        for _ in 0..1 + random.below(4) {
            let mut ty = match random.below(4) {
                0 => random.pick(&shapes),
                // Floats more often than their share: most of the rules are about them.
                1 => random.pick(&[Ty::F32, Ty::F32, Ty::F64]),
                _ => random.pick(&scalars[..12]),
            };
            if random.below(5) == 0 {
                ty = twin.ir.types.array(ty, random.pick(&[0, 1, 2, 3, 5]));
            }
            let size = layout(&twin.ir.types, &twin.cx.target, ty).expect("generated types are finite").size;
            if size <= 16 || random.below(6) == 0 {
                fields.push(ty);
            }
        }
        let union = random.below(4) == 0;
        let (packed, align) = match random.below(12) {
            0 => (Some(1), None),
            1 => (Some(random.pick(&[2, 4, 8])), None),
            2 => (None, Some(random.pick(&[2, 4, 8, 16, 32]))),
            _ => (None, None),
        };
        shapes.push(twin.record(union, &fields, packed, align));
    }
    shapes
}

/// Each shape as argument and result, then signatures that use the registers up.
fn signatures(twin: &mut Twin, random: &mut Random, shapes: &[Ty], conv: Conv, count: usize) {
    for ty in shapes {
        twin.function(&[*ty], *ty, conv, false);
    }
    let scalars: Vec<Ty> = SCALARS.iter().map(|(ty, _)| *ty).collect();
    for _ in 0..count {
        let mut params = Vec::new();
        for _ in 0..random.below(12) {
            params.push(match random.below(4) {
                0 => random.pick(&scalars),
                1 => random.pick(&[Ty::I64, Ty::F64]),
                _ => random.pick(shapes),
            });
        }
        let mut ret = if random.below(3) == 0 { random.pick(&scalars) } else { random.pick(shapes) };
        if random.below(4) == 0 || conv == Conv::Win64 && is_i128(ret) {
            ret = Ty::VOID;
        }
        let variadic = !params.is_empty() && random.below(8) == 0;
        twin.function(&params, ret, conv, variadic);
    }
}

fn is_i128(ty: Ty) -> bool {
    matches!(ty.as_int(), Some(IntTy::I128 | IntTy::U128))
}

fn compare(triple: &str, conv: Conv, seed: u64) {
    let mut twin = Twin::new(triple);
    let mut random = Random(seed);
    let shapes = shapes(&mut twin, &mut random, 600);
    signatures(&mut twin, &mut random, &shapes, conv, 600);
    twin.compare(triple);
}

#[test]
fn system_v_is_clangs_on_linux() {
    compare("x86_64-unknown-linux-gnu", Conv::C, 137);
    compare("x86_64-unknown-linux-gnu", Conv::Sysv64, 2);
}

#[test]
fn system_v_is_clangs_elsewhere() {
    compare("x86_64-apple-darwin", Conv::C, 3);
    compare("x86_64-unknown-freebsd", Conv::System, 4);
    compare("x86_64-pc-windows-gnu", Conv::Sysv64, 5);
}

#[test]
fn win64_is_clangs() {
    compare("x86_64-unknown-linux-gnu", Conv::Win64, 6);
    compare("x86_64-apple-darwin", Conv::Win64, 7);
}

#[test]
fn scalars_are_clangs_on_every_target() {
    for triple in TARGETS {
        let mut twin = Twin::new(triple);
        let windows_x64 = twin.cx.target.arch == Arch::X86_64 && twin.cx.target.os == Os::Windows;
        let scalars: Vec<Ty> = SCALARS.iter().map(|(ty, _)| *ty).filter(|ty| !(windows_x64 && is_i128(*ty))).collect();
        for ty in &scalars {
            twin.function(&[*ty], *ty, Conv::C, false);
        }
        twin.function(&scalars, Ty::VOID, Conv::C, false);
        twin.function(&[Ty::PTR_VOID], Ty::I32, Conv::C, true);
        twin.compare(triple);
    }
}

/// A call of a variadic function: our account of the arguments behind the fixed ones, and Clang's.
#[test]
fn variadic_calls_are_clangs() {
    let triple = "x86_64-unknown-linux-gnu";
    let mut twin = Twin::new(triple);
    let mut random = Random(8);
    let shapes = shapes(&mut twin, &mut random, 300);
    let promoted = [Ty::I32, Ty::U32, Ty::I64, Ty::U64, Ty::F64, Ty::PTR_VOID];
    let function = twin.function(&[Ty::I32], Ty::I32, Conv::C, true);
    let callee = twin.ir.fns.iter().next().expect("one was declared").0;
    let mut calls = Vec::new();
    for number in 0..300 {
        let args: Vec<Ty> = (0..1 + random.below(10))
            .map(|_| if random.below(3) == 0 { random.pick(&promoted) } else { random.pick(&shapes) })
            .collect();
        let params: Vec<String> = args.iter().enumerate().map(|(i, ty)| format!("{} a{i}", twin.names[ty])).collect();
        let names: String = (0..args.len()).map(|i| format!(", a{i}")).collect();
        let params = params.join(", ");
        let _ = writeln!(twin.c, "void c{number}({params}) {{ g0(7{names}); }}");
        calls.push(args);
    }
    let body = calling_body(&calls, function, callee);
    let caller = FnSig { params: vec![], ret: Ty::VOID, conv: Conv::Vex, variadic: false, is_unsafe: false };
    let ty = twin.ir.types.intern(TyKind::Fn(Box::new(caller)));
    let symbol = twin.cx.interner.intern("caller");
    let caller = twin.ir.fns.alloc(Function { linkage: Linkage::Internal, ..import(symbol, ty) });
    twin.ir.bodies.insert(caller, body);
    assert_eq!(twin.lower(), Vec::<String>::new());
    let theirs = twin.clang();
    let mut theirs = theirs.iter().filter_map(|line| line.split_once("@g0(")).filter(|(head, _)| head.contains("call"));
    let body = &twin.ir.bodies[caller];
    for (number, stmt) in body.blocks[body.entry()].stmts.iter().enumerate() {
        let StmtKind::Call(call) = stmt.raw() else { unreachable!("only calls were made") };
        let call = body.calls[call];
        let mut args = vec![Ty::I32];
        args.extend(&calls[number]);
        let ours = twin.render(&twin.ir.abis[call.abi.expect("abi-lower ran") as usize], &args, Ty::I32);
        let (_, tail) = theirs.next().expect("clang calls as often");
        let end = tail.rfind(')').expect("arguments end");
        let theirs = parameters(&tail[..end]).replace("i32 7", "i32");
        let theirs = format!("i32 ({theirs}, ...)");
        assert!(same(&theirs, &ours), "call {number}\n  clang: {theirs}\n  vexc:  {ours}\n{}", twin.c);
    }
}

/// A body that makes calls with arguments of these types behind one `i32`.
fn calling_body(calls: &[Vec<Ty>], ty: Ty, callee: vex_ir::flow::FnId) -> Body {
    let mut body = Body::default();
    let entry = body.new_block();
    for call in calls {
        let mut args = Vec::new();
        for ty in std::iter::once(&Ty::I32).chain(call) {
            args.push(Operand::Const(body.consts.alloc(Const::new(*ty, ConstData::Zero))));
        }
        let args = body.operands.alloc(args);
        let call = Call::new::<vex_ir::lang::Any>(Callee::Fn(callee), ty, args, None);
        let kind: StmtKind = StmtKind::Call(body.calls.alloc(call));
        body.blocks[entry].stmts.push(Stmt::new(kind, Span::NONE));
    }
    body.blocks[entry].term = Terminator::Return;
    body
}
