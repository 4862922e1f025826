//! Finds the calling convention of every function and call: what travels in which registers, and what in memory.
//!
//! Language: Tagged -> Lowered
//! Establishes: every function and every call has its entry in `Program::abis`.
//! Preserves: everything else; no statement moves, and no type changes.
//!
//! Functions of one type share one entry, so a call through a pointer of that type passes what the callee expects.
//! All functions in Vex's own convention are called as C functions are, only with aggregates split as suits the optimiser:
//! LLVM itself turns those whose address is not taken into `fastcc`.
//!
//! Before:
//! ```flow
//! struct Point { x: f64, y: f64 }
//!
//! import extern "C" fn @distance(Point, *Point) -> f64 tag(none);
//!
//! fn @length(Point) -> f64 tag(none) {
//!     params _0;
//!     ret _1;
//!     var _0: Point "p";
//!     var _1: f64;
//!     let _2: *Point;
//!
//! bb0:
//!     _2 = &_0;
//!     _1 = call @distance(_0, _2);
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! struct Point { x: f64, y: f64 }
//!
//! abi 0 = c(cast {f64 + 0, f64 + 8}, direct) -> direct;
//! abi 1 = c(cast {f64 + 0, f64 + 8}) -> direct;
//!
//! import extern "C" fn @distance(Point, *Point) -> f64 tag(none) abi(0);
//!
//! fn @length(Point) -> f64 tag(none) abi(1) {
//!     params _0;
//!     ret _1;
//!     var _0: Point "p";
//!     var _1: f64;
//!     let _2: *Point;
//!
//! bb0:
//!     _2 = &_0;
//!     _1 = call @distance(_0, _2) abi(0);
//!     return;
//! }
//! ```

mod error;
mod image;
mod scalar;
mod sysv;
mod vex;
mod win64;

use error::{BadCall, Problem};
use image::Images;
use rustc_hash::FxHashMap;
use vex_ir::Cx;
use vex_ir::flow::{ArgAbi, Body, Call, FnAbi, MachineConv, Program, ProgramTypes, Sigs};
use vex_ir::lang::{Lowered, Step, Tagged};
use vex_ir::layout::{Layout, layout};
use vex_ir::target::{CAbi, Target};
use vex_ir::ty::{Conv, FnSig, Ty, Types};

pub fn run(cx: &mut Cx, ir: Step<Tagged, Lowered, &mut Program>) {
    let ir = ir.into_inner();
    let Program { sigs: Sigs { types, fns, globals, abis, .. }, bodies } = ir;
    let mut lowerer = Lowerer::new(types, &cx.target);
    for (_, function) in fns.iter_mut() {
        function.abi = Some(lowerer.of_type(function.ty));
    }
    let mut bad = Vec::new();
    let program = ProgramTypes { types, globals };
    bodies.values_mut().for_each(|body| lower_calls(&mut lowerer, &program, body, &mut bad));
    let Lowerer { abis: found, problems, .. } = lowerer;
    *abis = found;
    error::report(cx, ir, &problems, &bad);
}

/// Gives every call in a body its convention, and notes the calls that have none.
fn lower_calls(lowerer: &mut Lowerer<'_>, program: &ProgramTypes<'_>, body: &mut Body, bad: &mut Vec<BadCall>) {
    let mut broken = false;
    for id in body.call_ids() {
        let call = body.calls[id];
        let abi = abi_of_call(lowerer, program, body, &call);
        broken |= lowerer.problems[abi as usize].is_some();
        body.calls[id].abi = Some(abi);
    }
    if !broken {
        return;
    }
    // What no statement names any more does not matter.
    for stmt in body.blocks.values().flat_map(|block| &block.stmts) {
        if let Some(id) = stmt.as_call()
            && let call = &body.calls[id]
            && let Some(abi) = call.abi
            && lowerer.problems[abi as usize].is_some()
        {
            bad.push(BadCall { span: stmt.span, callee: call.callee(), ty: call.ty, abi });
        }
    }
}

fn abi_of_call(lowerer: &mut Lowerer<'_>, program: &ProgramTypes<'_>, body: &Body, call: &Call) -> u32 {
    let fixed = match program.types.sig(call.ty) {
        Some(sig) if sig.variadic => sig.params.len(),
        _ => return lowerer.of_type(call.ty),
    };
    let extra: Vec<Ty> =
        body.operands[call.args].iter().skip(fixed).map(|arg| body.operand_ty(program, *arg)).collect();
    if extra.is_empty() { lowerer.of_type(call.ty) } else { lowerer.of_variadic(call.ty, extra) }
}

/// The conventions found so far.
struct Lowerer<'a> {
    types: &'a Types,
    target: &'a Target,
    images: Images,
    abis: Vec<FnAbi>,
    /// What is wrong with each of [`abis`](Self::abis), if anything is.
    problems: Vec<Option<Problem>>,
    /// By [`Ty::index`].
    of_type: Vec<Option<u32>>,
    /// By function type and the types of the arguments behind the fixed ones.
    of_variadic: FxHashMap<(Ty, Vec<Ty>), u32>,
}

impl<'a> Lowerer<'a> {
    fn new(types: &'a Types, target: &'a Target) -> Lowerer<'a> {
        Lowerer {
            types,
            target,
            images: Images::default(),
            abis: Vec::new(),
            problems: Vec::new(),
            of_type: vec![None; types.len()],
            of_variadic: FxHashMap::default(),
        }
    }

    fn of_type(&mut self, ty: Ty) -> u32 {
        if let Some(known) = self.of_type[ty.index()] {
            return known;
        }
        let abi = self.add(ty, &[]);
        self.of_type[ty.index()] = Some(abi);
        abi
    }

    fn of_variadic(&mut self, ty: Ty, extra: Vec<Ty>) -> u32 {
        let key = (ty, extra);
        if let Some(&known) = self.of_variadic.get(&key) {
            return known;
        }
        let abi = self.add(ty, &key.1);
        self.of_variadic.insert(key, abi);
        abi
    }

    fn add(&mut self, ty: Ty, extra: &[Ty]) -> u32 {
        let sig = self.types.sig(ty).expect("abi-lower: functions have function types");
        let (abi, problem) = self.lower(sig, extra);
        self.abis.push(abi);
        self.problems.push(problem);
        (self.abis.len() - 1) as u32
    }

    fn lower(&mut self, sig: &FnSig, extra: &[Ty]) -> (FnAbi, Option<Problem>) {
        let params: Vec<Ty> = sig.params.iter().chain(extra).copied().collect();
        let (rules, conv) = match rules(self.target, sig.conv) {
            Ok(found) => found,
            Err(problem) => return (scalar::nothing(&params, sig.variadic), Some(problem)),
        };
        let abi = |params, ret| FnAbi { params, ret, variadic: sig.variadic, conv };
        let mut view = View { types: self.types, target: self.target, images: &mut self.images };
        match rules {
            Rules::Vex => {
                let found = params.iter().map(|ty| vex::pass(&mut view, *ty)).collect();
                (abi(found, vex::pass(&mut view, sig.ret)), None)
            }
            Rules::SysV => {
                let (found, ret) = sysv::lower(&mut view, &params, sig.ret);
                (abi(found, ret), None)
            }
            Rules::Win64 => {
                let (found, ret, problem) = win64::lower(&view, &params, sig.ret);
                (abi(found, ret), problem)
            }
            Rules::ScalarsOnly => {
                let (found, ret, problem) = scalar::lower(&view, &params, sig.ret);
                (abi(found, ret), problem)
            }
        }
    }
}

/// By which rules arguments are passed.
enum Rules {
    Vex,
    SysV,
    Win64,
    /// Those of a C convention whose aggregates are not supported yet.
    ScalarsOnly,
}

/// The rules of a convention on the target, and what LLVM calls it there.
fn rules(target: &Target, conv: Conv) -> Result<(Rules, MachineConv), Problem> {
    match conv {
        Conv::Vex => Ok((Rules::Vex, MachineConv::C)),
        // On every supported target, stdcall is the C convention.
        Conv::C | Conv::System | Conv::Runtime => match target.c_abi {
            CAbi::SysV64 => Ok((Rules::SysV, MachineConv::C)),
            CAbi::Win64 | CAbi::Aapcs64 | CAbi::AppleArm64 | CAbi::WinArm64 | CAbi::Lp64d | CAbi::Wasm => {
                Ok((Rules::ScalarsOnly, MachineConv::C))
            }
        },
        Conv::Sysv64 => match target.c_abi {
            CAbi::SysV64 => Ok((Rules::SysV, MachineConv::C)),
            CAbi::Win64 => Ok((Rules::SysV, MachineConv::X8664SysV)),
            CAbi::Aapcs64 | CAbi::AppleArm64 | CAbi::WinArm64 | CAbi::Lp64d | CAbi::Wasm => {
                Err(Problem::Convention(conv))
            }
        },
        Conv::Win64 => match target.c_abi {
            CAbi::SysV64 => Ok((Rules::Win64, MachineConv::Win64)),
            CAbi::Win64 => Ok((Rules::Win64, MachineConv::C)),
            CAbi::Aapcs64 | CAbi::AppleArm64 | CAbi::WinArm64 | CAbi::Lp64d | CAbi::Wasm => {
                Err(Problem::Convention(conv))
            }
        },
    }
}

/// What the rules look at.
struct View<'a> {
    types: &'a Types,
    target: &'a Target,
    images: &'a mut Images,
}

impl View<'_> {
    /// The layout of a type; that of nothing for `void` and `!`.
    fn layout(&self, ty: Ty) -> Layout {
        if ty == Ty::VOID || ty == Ty::NEVER {
            return Layout { size: 0, align: 1 };
        }
        layout(self.types, self.target, ty).expect("abi-lower: what is passed by value has a size")
    }

    /// By pointer to memory of the type's own alignment.
    fn by_pointer(&self, ty: Ty) -> ArgAbi {
        ArgAbi::Indirect { align: self.layout(ty).align, by_val: false }
    }
}
