//! What every pass has in common: dumping, timing, verifying, stopping, skipping. Passes know nothing of it.

pub use crate::contracts::Form;
use la_arena::ArenaMap;
use std::time::{Duration, Instant};
use vex_ir::lang::{Grammar, IrKind, Violation};
use vex_ir::{Cx, flow, tree};

/// A pass and its contract, as generated from `passes.toml`.
pub struct PassInfo {
    pub name: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub removes: Grammar,
    pub adds: Grammar,
    pub before: Grammar,
    pub after: Grammar,
    pub form: Form,
    pub optional: bool,
    pub clean: bool,
    pub from_ir: IrKind,
    pub to_ir: IrKind,
    pub home: &'static str,
    /// The first sentence of its header.
    pub summary: &'static str,
}

/// The place of a pass in the pipeline.
pub fn position(name: &str) -> Option<usize> {
    crate::PASSES.iter().position(|p| p.name == name)
}

/// Some passes, by position.
#[derive(Clone, Default, PartialEq, Debug)]
pub enum Selection {
    #[default]
    None,
    All,
    Some(Vec<usize>),
}

impl Selection {
    pub fn has(&self, pass: usize) -> bool {
        match self {
            Selection::None => false,
            Selection::All => true,
            Selection::Some(list) => list.contains(&pass),
        }
    }
}

/// What the flags ask of the runner.
#[derive(Clone)]
pub struct Config {
    pub dump_before: Selection,
    pub dump_after: Selection,
    /// Dump after each pass that changed something.
    pub dump_changed: bool,
    /// Stop behind this pass.
    pub stop_after: Option<usize>,
    /// The input is what this pass left: run nothing that changes it, up to and including it. On Tree the passes still
    /// establish what text cannot carry; on Flow they are left out.
    pub start_after: Option<usize>,
    /// Of the optional passes, run these alone.
    pub only: Option<Vec<usize>>,
    pub time_passes: bool,
    /// How many bytes have been allocated so far, where they are counted.
    pub memory: Option<fn() -> u64>,
    /// Check the contract of every pass on what it leaves.
    pub verify_each: bool,
    /// How many optional steps to take: one pass on one program or body each.
    pub bisect_limit: Option<u64>,
    /// On how many threads passes look at bodies, where those have together at least `parallel_from` nodes.
    pub threads: usize,
    pub parallel_from: u64,
    /// A pass that does not keep its contract, for tests of whether that is noticed.
    pub lie: Option<Lie>,
}

/// One wrong pass.
#[derive(Clone, Copy, Debug)]
pub struct Lie {
    pub pass: usize,
    /// Whether it does nothing. (The pass that makes Flow of Tree always does.)
    pub idle: bool,
    /// What is said of what it leaves.
    pub after: Grammar,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            dump_before: Selection::None,
            dump_after: Selection::None,
            dump_changed: false,
            stop_after: None,
            start_after: None,
            only: None,
            time_passes: false,
            memory: None,
            verify_each: cfg!(debug_assertions),
            bisect_limit: None,
            threads: 1,
            parallel_from: 100_000,
            lie: None,
        }
    }
}

/// One moment at which the IR is shown.
pub struct Dump {
    pub pass: usize,
    pub before: bool,
    pub text: String,
}

/// How long a pass took, and on how much.
#[derive(Clone, Debug)]
pub struct Timing {
    pub pass: usize,
    pub time: Duration,
    /// Expressions, or statements, of the program before the pass.
    pub nodes: u64,
    /// What the pass allocated, where that is counted.
    pub bytes: Option<u64>,
}

/// Why the pipeline ended early.
#[derive(Debug)]
pub enum Stop {
    /// The program has errors; they are in `cx.diags`.
    Errors,
    /// `stop_after` was reached.
    Asked,
    /// A pass broke its contract: an internal error.
    Broken { pass: usize, violation: Violation },
}

/// How dumps are written: the driver decides on spans and on modules.
#[derive(Clone, Default)]
pub struct DumpStyle {
    /// Show all modules, the standard library's included.
    pub whole_program: bool,
    /// Show spans in Flow.
    pub spans: bool,
}

/// Runs passes as [`Config`] says.
pub struct Runner<'a> {
    config: &'a Config,
    style: DumpStyle,
    sink: &'a mut dyn FnMut(Dump),
    pub timings: Vec<Timing>,
    steps: u64,
    last_dump: String,
}

/// What the runner needs of an IR.
trait Shown: vex_ir::lang::Ir {
    fn show(&self, cx: &Cx, style: &DumpStyle) -> String;
    fn verify(&self, grammar: Grammar) -> Result<(), Violation>;
    fn nodes(&self) -> u64;
}

impl Shown for tree::Program {
    fn show(&self, cx: &Cx, style: &DumpStyle) -> String {
        if style.whole_program { tree::print::print(cx, self) } else { tree::print::print_root(cx, self) }
    }
    fn verify(&self, grammar: Grammar) -> Result<(), Violation> {
        tree::verify_tree(self, grammar)
    }
    fn nodes(&self) -> u64 {
        self.bodies.iter().map(|(_, body)| body.exprs.len() as u64).sum()
    }
}

impl Shown for flow::Program {
    fn show(&self, cx: &Cx, style: &DumpStyle) -> String {
        flow::print::print_with(cx, self, flow::print::PrintOptions { positions: style.spans })
    }
    fn verify(&self, grammar: Grammar) -> Result<(), Violation> {
        flow::verify_flow(self, grammar)
    }
    fn nodes(&self) -> u64 {
        self.bodies.values().flat_map(|b| b.blocks.iter()).map(|(_, b)| b.stmts.len() as u64 + 1).sum()
    }
}

/// An IR whose bodies passes see one at a time.
pub trait Bodies {
    type Id: Copy + Send;
    type Sigs: Sync;
    type Body: Send;
    /// What bodies share, and the bodies that are part of the program.
    fn split(&mut self) -> (&Self::Sigs, impl Iterator<Item = (Self::Id, &mut Self::Body)>);
}

impl Bodies for tree::Program {
    type Id = tree::ItemId;
    type Sigs = tree::Sigs;
    type Body = tree::Body;
    fn split(&mut self) -> (&tree::Sigs, impl Iterator<Item = (tree::ItemId, &mut tree::Body)>) {
        let mut live = vec![false; self.items.len()];
        self.sigs.live.iter().for_each(|id| live[tree::item_index(*id)] = true);
        let live = self.bodies.iter_mut().filter(move |(id, _)| live[tree::item_index(*id)]);
        (&self.sigs, live.map(|(id, body)| (id, &mut **body)))
    }
}

impl Bodies for flow::Program {
    type Id = flow::FnId;
    type Sigs = flow::Sigs;
    type Body = flow::Body;
    fn split(&mut self) -> (&flow::Sigs, impl Iterator<Item = (flow::FnId, &mut flow::Body)>) {
        (&self.sigs, self.bodies.iter_mut())
    }
}

/// A pass that sees one body at a time.
pub type BodyPass<I> = fn(&mut Cx, &<I as Bodies>::Sigs, <I as Bodies>::Id, &mut <I as Bodies>::Body);

pub(crate) fn call<I: Bodies>(
    (pass, run): (usize, BodyPass<I>),
    cx: &mut Cx,
    sigs: &I::Sigs,
    id: I::Id,
    body: &mut I::Body,
) {
    vex_ir::lang::enter_pass(crate::PASSES[pass].name);
    run(cx, sigs, id, body);
}

/// The pass that turns one body of Tree into one of Flow.
pub type Convert = fn(&mut Cx, &tree::Sigs, tree::ItemId, &tree::Body) -> flow::Body;

/// What happens to the body of a function on the way from Tree to Flow.
struct Conversion<'a> {
    before: &'a [(usize, BodyPass<tree::Program>)],
    pass: usize,
    run: Convert,
    after: &'a [(usize, BodyPass<flow::Program>)],
}

impl Conversion<'_> {
    /// Makes Flow of the program's own functions, and of those of the standard library that they need. A body of Tree is gone as
    /// soon as there is one of Flow.
    fn program(&self, cx: &mut Cx, ir: tree::Program, threads: usize) -> flow::Program {
        let tree::Program { mut sigs, bodies: mut sources } = ir;
        let mut bodies = ArenaMap::with_capacity(sigs.defs.sigs.fns.len());
        let mut wave = std::mem::take(&mut sigs.defs.own);
        let mut needs = sigs.defs.needed_by_statics();
        let mut on_demand = sigs.defs.on_demand.clone();
        loop {
            let sigs = &sigs;
            let sourced = |(id, item)| (id, item, sources.remove(item).unwrap_or_default());
            let make = |cx: &mut Cx, (id, item, source)| (id, self.body(cx, sigs, id, item, source));
            crate::parallel::run(cx, wave.drain(..).map(sourced), threads, make, |(id, (body, some))| {
                bodies.insert(id, body);
                needs.extend(some);
            });
            for id in needs.drain(..) {
                // Once: later ones find it gone.
                wave.extend(on_demand.remove(id).map(|item| (id, item)));
            }
            if wave.is_empty() {
                break;
            }
        }
        flow::Program { sigs: std::mem::take(&mut sigs.defs.sigs), bodies }
    }

    /// One body, and the functions that it may call.
    fn body(
        &self,
        cx: &mut Cx,
        sigs: &tree::Sigs,
        id: flow::FnId,
        item: tree::ItemId,
        mut source: Box<tree::Body>,
    ) -> (flow::Body, Vec<flow::FnId>) {
        self.before.iter().for_each(|pass| call::<tree::Program>(*pass, cx, sigs, item, &mut source));
        vex_ir::lang::enter_pass(crate::PASSES[self.pass].name);
        let mut body = (self.run)(cx, sigs, item, &source);
        drop(source);
        let needs = sigs.defs.needed_by(&body);
        self.after.iter().for_each(|pass| call::<flow::Program>(*pass, cx, &sigs.defs.sigs, id, &mut body));
        (body, needs)
    }
}

impl<'a> Runner<'a> {
    pub fn new(config: &'a Config, style: DumpStyle, sink: &'a mut dyn FnMut(Dump)) -> Runner<'a> {
        Runner { config, style, sink, timings: Vec::new(), steps: 0, last_dump: String::new() }
    }

    /// Runs a pass that sees the whole program.
    #[allow(private_bounds)]
    pub fn program<I: Shown>(
        &mut self,
        cx: &mut Cx,
        pass: usize,
        mut ir: I,
        run: impl FnOnce(&mut Cx, &mut I),
    ) -> Result<I, Stop> {
        self.before(cx, pass, &ir)?;
        if self.wants(pass, I::KIND) && self.step(pass) {
            self.timed(pass, &mut ir, |ir| run(cx, ir));
        }
        self.after(cx, pass, &ir)?;
        Ok(ir)
    }

    /// Runs a pass that sees one item of a module at a time, with the items inside it.
    pub fn nests(
        &mut self,
        cx: &mut Cx,
        pass: usize,
        mut ir: tree::Program,
        run: impl Fn(&mut Cx, &tree::Sigs, &mut tree::Nest<'_>) + Sync,
    ) -> Result<tree::Program, Stop> {
        self.before(cx, pass, &ir)?;
        if self.wants(pass, IrKind::Tree) {
            let threads = self.threads(&ir);
            self.timed(pass, &mut ir, |ir| {
                let (sigs, nests) = ir.nests();
                let look = |cx: &mut Cx, mut nest| {
                    vex_ir::lang::enter_pass(crate::PASSES[pass].name);
                    run(cx, sigs, &mut nest);
                };
                crate::parallel::run(cx, nests, threads, look, drop);
            });
        }
        self.after(cx, pass, &ir)?;
        Ok(ir)
    }

    /// Runs the pass that turns Tree into Flow, and the passes that see one body at a time around it: where nothing looks between
    /// them, all on one function while it is in cache.
    pub fn convert(
        &mut self,
        cx: &mut Cx,
        before: &[(usize, BodyPass<tree::Program>)],
        (pass, run): (usize, Convert),
        after: &[(usize, BodyPass<flow::Program>)],
        ir: tree::Program,
    ) -> Result<flow::Program, Stop> {
        if crate::PASSES[pass].clean && cx.diags.has_errors() {
            self.lints_of_sound(cx, before, (pass, run), after, ir);
            return Err(Stop::Errors);
        }
        if self.fused() {
            let before = &self.wanted::<tree::Program>(before);
            let after = &self.wanted::<flow::Program>(after);
            let conversion = Conversion { before, pass, run, after };
            let threads = self.threads(&ir);
            return Ok(conversion.program(cx, ir, threads));
        }
        let ir = self.bodies(cx, before, ir)?;
        self.before(cx, pass, &ir)?;
        let nodes = if self.config.time_passes { ir.nodes() } else { 0 };
        let allocated = self.allocated();
        let start = Instant::now();
        let ir = Conversion { before: &[], pass, run, after: &[] }.program(cx, ir, 1);
        if self.config.time_passes {
            let time = start.elapsed();
            self.timings.push(Timing { pass, time, nodes, bytes: self.allocated_since(allocated) });
        }
        self.after(cx, pass, &ir)?;
        self.bodies(cx, after, ir)
    }

    /// In a program with errors, makes Flow of the functions that have none, for what lints say of it.
    fn lints_of_sound(
        &self,
        cx: &mut Cx,
        before: &[(usize, BodyPass<tree::Program>)],
        (pass, run): (usize, Convert),
        after: &[(usize, BodyPass<flow::Program>)],
        mut ir: tree::Program,
    ) {
        let last = self.config.stop_after.unwrap_or(usize::MAX);
        let mut lints = self.wanted::<flow::Program>(after);
        lints.retain(|(pass, _)| crate::PASSES[*pass].form == Form::Lint && *pass <= last);
        if lints.is_empty() || self.silent(pass) {
            return;
        }
        let errors = cx.diags.list().iter().filter(|d| d.severity == vex_ir::Severity::Error);
        let mut errors: Vec<u32> = errors.map(|error| error.primary.span.lo).collect();
        errors.sort_unstable();
        let has_error = |span: vex_ir::Span| {
            let next = errors.partition_point(|at| *at < span.lo);
            errors.get(next).is_some_and(|at| *at < span.hi)
        };
        let mut own = std::mem::take(&mut ir.sigs.defs.own);
        own.retain(|(_, item)| {
            let body = ir.bodies.get(*item);
            !has_error(ir.items[*item].span) && body.is_some_and(|body| ir.sigs.is_sound(*item, body))
        });
        ir.sigs.defs.own = own;
        // The standard library has no errors.
        ir.sigs.defs.on_demand = ArenaMap::default();
        let before = &self.wanted::<tree::Program>(before);
        let threads = self.threads(&ir);
        Conversion { before, pass, run, after: &lints }.program(cx, ir, threads);
    }

    fn wanted<I: Bodies + vex_ir::lang::Ir>(&self, passes: &[(usize, BodyPass<I>)]) -> Vec<(usize, BodyPass<I>)> {
        passes.iter().filter(|(pass, _)| self.wants(*pass, I::KIND)).copied().collect()
    }

    /// Runs passes that see one body at a time: all of them on one body while it is in cache, unless something is shown between them.
    #[allow(private_bounds)]
    pub fn bodies<I: Shown + Bodies>(
        &mut self,
        cx: &mut Cx,
        passes: &[(usize, BodyPass<I>)],
        mut ir: I,
    ) -> Result<I, Stop> {
        if self.fused() {
            if passes.iter().any(|(pass, _)| crate::PASSES[*pass].clean) && cx.diags.has_errors() {
                return Err(Stop::Errors);
            }
            let wanted = self.wanted::<I>(passes);
            let threads = self.threads(&ir);
            let (sigs, bodies) = ir.split();
            let look = |cx: &mut Cx, (id, body): (I::Id, &mut I::Body)| {
                wanted.iter().for_each(|pass| call::<I>(*pass, cx, sigs, id, body));
            };
            crate::parallel::run(cx, bodies, threads, look, drop);
            return Ok(ir);
        }
        for (pass, run) in passes {
            self.before(cx, *pass, &ir)?;
            if self.wants(*pass, I::KIND) {
                let count = ir.split().1.filter(|_| self.step(*pass)).count();
                self.timed(*pass, &mut ir, |ir| {
                    let (sigs, bodies) = ir.split();
                    bodies.take(count).for_each(|(id, body)| run(cx, sigs, id, body));
                });
            }
            self.after(cx, *pass, &ir)?;
        }
        Ok(ir)
    }

    /// On how many threads passes look at the bodies of a program.
    fn threads<I: Shown>(&self, ir: &I) -> usize {
        let Config { threads, parallel_from, .. } = *self.config;
        if threads > 1 && ir.nodes() >= parallel_from { threads } else { 1 }
    }

    /// Whether nothing is shown, counted or checked between passes.
    fn fused(&self) -> bool {
        let c = self.config;
        c.dump_before == Selection::None
            && c.dump_after == Selection::None
            && !c.dump_changed
            && c.stop_after.is_none()
            && !c.time_passes
            && !self.config.verify_each
            && c.bisect_limit.is_none()
    }

    /// Whether the pass runs at all: `start_after` leaves out Flow passes, `only` optional ones.
    fn wants(&self, pass: usize, ir: IrKind) -> bool {
        let resumed = ir == IrKind::Flow && self.config.start_after.is_some_and(|start| pass <= start);
        let unnamed =
            crate::PASSES[pass].optional && self.config.only.as_ref().is_some_and(|only| !only.contains(&pass));
        let idle = self.config.lie.is_some_and(|lie| lie.idle && lie.pass == pass);
        !resumed && !unnamed && !idle
    }

    /// Counts a step of an optional pass; false once the limit is used up.
    fn step(&mut self, pass: usize) -> bool {
        if !crate::PASSES[pass].optional {
            return true;
        }
        self.steps += 1;
        self.config.bisect_limit.is_none_or(|limit| self.steps <= limit)
    }

    fn timed<I: Shown>(&mut self, pass: usize, ir: &mut I, run: impl FnOnce(&mut I)) {
        vex_ir::lang::enter_pass(crate::PASSES[pass].name);
        if !self.config.time_passes {
            return run(ir);
        }
        let nodes = ir.nodes();
        let allocated = self.allocated();
        let start = Instant::now();
        run(ir);
        let time = start.elapsed();
        self.timings.push(Timing { pass, time, nodes, bytes: self.allocated_since(allocated) });
    }

    fn allocated(&self) -> Option<u64> {
        self.config.memory.map(|bytes| bytes())
    }

    fn allocated_since(&self, before: Option<u64>) -> Option<u64> {
        Some(self.allocated()?.saturating_sub(before?))
    }

    /// Whether the input is already what this pass leaves, so that nothing is shown of the pass.
    fn silent(&self, pass: usize) -> bool {
        self.config.start_after.is_some_and(|start| pass <= start)
    }

    fn before<I: Shown>(&mut self, cx: &Cx, pass: usize, ir: &I) -> Result<(), Stop> {
        if crate::PASSES[pass].clean && cx.diags.has_errors() {
            return Err(Stop::Errors);
        }
        if self.silent(pass) {
            return Ok(());
        }
        if self.config.dump_before.has(pass) {
            (self.sink)(Dump { pass, before: true, text: ir.show(cx, &self.style) });
        }
        if self.config.dump_changed {
            self.last_dump = ir.show(cx, &self.style);
        }
        Ok(())
    }

    fn after<I: Shown>(&mut self, cx: &Cx, pass: usize, ir: &I) -> Result<(), Stop> {
        // The contracts do not cover programs with errors.
        if self.config.verify_each && !self.silent(pass) && !cx.diags.has_errors() {
            let said = self.config.lie.filter(|lie| lie.pass == pass);
            let grammar = said.map_or(crate::PASSES[pass].after, |lie| lie.after);
            ir.verify(grammar).map_err(|violation| Stop::Broken { pass, violation })?;
        }
        let wanted = self.config.dump_after.has(pass);
        if (wanted || self.config.dump_changed) && !self.silent(pass) {
            let text = ir.show(cx, &self.style);
            if wanted || text != self.last_dump {
                (self.sink)(Dump { pass, before: false, text });
            }
        }
        if self.config.stop_after == Some(pass) {
            return Err(if cx.diags.has_errors() { Stop::Errors } else { Stop::Asked });
        }
        Ok(())
    }
}
