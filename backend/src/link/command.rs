//! Which command makes an executable, a library or an archive of the objects.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use vex_ir::Cx;
use vex_ir::diag::{Code, Diagnostic};
use vex_ir::flow::Program;
use vex_ir::span::Span;
use vex_ir::target::{Arch, Env, ObjectFormat, Os, Target};
use vex_ir::tree::LinkKind;

/// No C compiler that links for the target is installed.
pub const NO_C_COMPILER: Code = Code("E0805");

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Artifact {
    Executable,
    Shared,
}

/// A library to link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lib {
    pub name: String,
    pub kind: LinkKind,
}

/// The libraries of a program, in its order.
pub fn libs(cx: &Cx, program: &Program) -> Vec<Lib> {
    program.libs.iter().map(|l| Lib { name: cx.text(l.name).to_string(), kind: l.kind }).collect()
}

/// What is linked, and how.
pub struct LinkJob<'a> {
    pub target: &'a Target,
    pub artifact: Artifact,
    /// Objects and archives, in order.
    pub inputs: Vec<PathBuf>,
    /// Libraries, users before what they use.
    pub libs: Vec<Lib>,
    /// `-L`
    pub search: Vec<PathBuf>,
    pub output: PathBuf,
    /// Whether the code can run at any address; see [`crate::PicMode`].
    pub pic: bool,
    /// Passed to the C compiler as they are.
    pub extra: Vec<OsString>,
    /// The C compiler that was asked for, if one was.
    pub cc: Option<PathBuf>,
    /// Whether the target is the machine at hand.
    pub native: bool,
    /// The architecture of the machine at hand, if it is a target's.
    pub host_arch: Option<Arch>,
    /// Whether a program of this name can be run.
    pub installed: &'a dyn Fn(&str) -> bool,
}

impl LinkJob<'_> {
    /// The command that links, the program first.
    pub fn command(&self) -> Result<Vec<OsString>, Box<Diagnostic>> {
        let mut args = self.compiler()?;
        match self.artifact {
            Artifact::Shared => args.push("-shared".into()),
            Artifact::Executable if self.target.object != ObjectFormat::Elf => {}
            Artifact::Executable if self.pic => args.push("-pie".into()),
            Artifact::Executable => args.push("-no-pie".into()),
        }
        args.extend(["-o".into(), self.output.clone().into_os_string()]);
        args.extend(self.inputs.iter().map(|p| p.clone().into_os_string()));
        for dir in &self.search {
            let mut arg = OsString::from("-L");
            arg.push(dir);
            args.push(arg);
        }
        self.push_libs(&mut args);
        args.extend(self.extra.iter().cloned());
        Ok(args)
    }

    /// The C compiler driver and the arguments that make it link for the target, with LLVM's linker where there is one.
    pub fn compiler(&self) -> Result<Vec<OsString>, Box<Diagnostic>> {
        if let Some(cc) = &self.cc {
            return Ok(vec![cc.clone().into_os_string()]);
        }
        let has = self.installed;
        let lld = if has("ld.lld") { &["-fuse-ld=lld"][..] } else { &[] };
        // Apple's linker is the only one that knows the current frameworks.
        let lld = if self.target.os == Os::MacOs { &[] } else { lld };
        let with = |cc: &str, args: &[&str]| {
            let mut command: Vec<OsString> = vec![cc.into()];
            command.extend(args.iter().map(|a| OsString::from(*a)));
            command
        };
        if self.native {
            // Debian installs LLVM's linker under a versioned name, where only the Clang of that version finds it.
            if lld.is_empty() && self.target.os != Os::MacOs && has("ld.lld-19") && has("clang-19") {
                return Ok(with("clang-19", &["-fuse-ld=lld"]));
            }
            if let Some(cc) = ["cc", "clang", "gcc", "clang-19"].into_iter().find(|cc| has(cc)) {
                return Ok(with(cc, lld));
            }
            return Err(self.no_compiler("cc, clang or gcc"));
        }
        let cross = cross_compilers(self.target, self.host_arch);
        if let Some(cc) = cross.iter().find(|cc| has(cc)) {
            return Ok(with(cc, &[]));
        }
        let for_target = format!("--target={}", self.target.triple);
        match ["clang", "clang-19"].into_iter().find(|cc| has(cc)) {
            Some(cc) => Ok(with(cc, &[&for_target, "-fuse-ld=lld"])),
            None => Err(self.no_compiler(&format!("{} or clang", cross[0]))),
        }
    }

    fn no_compiler(&self, wanted: &str) -> Box<Diagnostic> {
        let message = format!("no C compiler that links for `{}` is installed", self.target.triple);
        Box::new(
            Diagnostic::error(NO_C_COMPILER, Span::NONE, message)
                .note(format!("install {wanted}, or name one with `--linker`"))
                .note("`-c` stops before linking, and `vexc run` executes without it"),
        )
    }

    fn push_libs(&self, args: &mut Vec<OsString>) {
        let gnu = matches!(self.target.object, ObjectFormat::Elf) || self.target.os == Os::Windows;
        // Archives that use each other are searched until nothing new is found: their order need not be known.
        let statics = self.libs.iter().filter(|l| l.kind == LinkKind::Static).count();
        let group = gnu && statics > 0 && self.libs.len() > 1;
        if group {
            args.push("-Wl,--start-group".into());
        }
        for lib in &self.libs {
            let name = || OsString::from(format!("-l{}", lib.name));
            match lib.kind {
                LinkKind::Framework => args.extend(["-framework".into(), OsString::from(&lib.name)]),
                LinkKind::Static if gnu => args.extend(["-Wl,-Bstatic".into(), name(), "-Wl,-Bdynamic".into()]),
                LinkKind::Default | LinkKind::Dylib | LinkKind::Static => args.push(name()),
                // Is part of the module by now.
                LinkKind::Bitcode => {}
            }
        }
        if group {
            args.push("-Wl,--end-group".into());
        }
        // The code generator calls `fmod`, `floor` and the like where the CPU has no instruction for an operator.
        if self.target.object == ObjectFormat::Elf && self.target.os != Os::None {
            args.extend(["-Wl,--as-needed", "-lm", "-Wl,--no-as-needed"].map(OsString::from));
        }
    }
}

/// The command that puts objects into an archive, the same bytes each time.
pub fn archive_command(
    target: &Target,
    native: bool,
    inputs: &[PathBuf],
    output: &Path,
    installed: &dyn Fn(&str) -> bool,
) -> Vec<OsString> {
    let cross = format!("{}-ar", gnu_triple(target));
    let own: &[&str] = if native { &["ar"] } else { &[&cross] };
    let candidates = own.iter().copied().chain(["llvm-ar", "llvm-ar-19", "ar"]);
    let ar = candidates.into_iter().find(|c| installed(c)).unwrap_or("ar");
    // `D` leaves out times and owners; Apple's knows no such letter and asks the environment instead.
    let flags = if ar == "ar" && target.os == Os::MacOs { "rcs" } else { "rcsD" };
    let mut args: Vec<OsString> = vec![ar.into(), flags.into(), output.into()];
    args.extend(inputs.iter().map(|p| p.clone().into_os_string()));
    args
}

/// The names of C compilers that link for the target and no other, the most usual first.
pub fn cross_compilers(target: &Target, host_arch: Option<Arch>) -> Vec<String> {
    let mut names = vec![format!("{}-gcc", gnu_triple(target))];
    if target.env == Env::Musl {
        names.push(format!("{}-gcc", target.triple));
        // musl's own wrapper of the system's compiler.
        if host_arch == Some(target.arch) {
            names.push("musl-gcc".into());
        }
    }
    names
}

/// The triple as GNU tools spell it in their names: without the vendor.
pub fn gnu_triple(target: &Target) -> String {
    let (arch, env) = (target.arch, target.env);
    match target.os {
        Os::Windows => format!("{arch}-w64-mingw32"),
        Os::Linux => format!("{arch}-linux-{env}"),
        Os::MacOs | Os::FreeBsd | Os::Wasi | Os::None | Os::Unknown => target.triple.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job<'a>(target: &'a Target, installed: &'a dyn Fn(&str) -> bool) -> LinkJob<'a> {
        LinkJob {
            target,
            artifact: Artifact::Executable,
            inputs: vec!["a.o".into()],
            libs: Vec::new(),
            search: vec!["lib".into()],
            output: "a".into(),
            pic: true,
            extra: Vec::new(),
            cc: None,
            native: true,
            host_arch: Some(Arch::X86_64),
            installed,
        }
    }

    fn text(args: Vec<OsString>) -> String {
        let all = args.iter().map(|a| a.to_string_lossy()).collect::<Vec<_>>().join(" ");
        all.replace("-Wl,--as-needed -lm -Wl,--no-as-needed", "+libm")
    }

    fn lib(name: &str, kind: LinkKind) -> Lib {
        Lib { name: name.into(), kind }
    }

    #[test]
    fn links_with_what_is_installed() {
        let linux = Target::parse("x86_64-unknown-linux-gnu").unwrap();
        let cc = |name: &str| name == "cc";
        assert_eq!(text(job(&linux, &cc).command().unwrap()), "cc -pie -o a a.o -Llib +libm");
        let lld = |name: &str| ["cc", "ld.lld"].contains(&name);
        assert_eq!(text(job(&linux, &lld).command().unwrap()), "cc -fuse-ld=lld -pie -o a a.o -Llib +libm");
        let versioned = |name: &str| ["cc", "clang-19", "ld.lld-19"].contains(&name);
        assert_eq!(text(job(&linux, &versioned).command().unwrap()), "clang-19 -fuse-ld=lld -pie -o a a.o -Llib +libm");
        let nothing = |_: &str| false;
        assert_eq!(job(&linux, &nothing).command().unwrap_err().code, NO_C_COMPILER);
    }

    #[test]
    fn libraries_keep_their_order_and_kind() {
        let linux = Target::parse("x86_64-unknown-linux-gnu").unwrap();
        let cc = |name: &str| name == "cc";
        let mut with_libs = job(&linux, &cc);
        with_libs.artifact = Artifact::Shared;
        with_libs.libs = vec![lib("b", LinkKind::Default), lib("a", LinkKind::Dylib)];
        assert_eq!(text(with_libs.command().unwrap()), "cc -shared -o a a.o -Llib -lb -la +libm");
        with_libs.libs[0].kind = LinkKind::Static;
        let grouped =
            "cc -shared -o a a.o -Llib -Wl,--start-group -Wl,-Bstatic -lb -Wl,-Bdynamic -la -Wl,--end-group +libm";
        assert_eq!(text(with_libs.command().unwrap()), grouped);
    }

    #[test]
    fn cross_compilers_have_their_names() {
        let arm = Target::parse("aarch64-unknown-linux-gnu").unwrap();
        let gcc = |name: &str| name == "aarch64-linux-gnu-gcc";
        let mut cross = job(&arm, &gcc);
        cross.native = false;
        assert_eq!(text(cross.command().unwrap()), "aarch64-linux-gnu-gcc -pie -o a a.o -Llib +libm");
        let clang = |name: &str| name == "clang";
        let mut cross = job(&arm, &clang);
        cross.native = false;
        let start = "clang --target=aarch64-unknown-linux-gnu -fuse-ld=lld";
        assert!(text(cross.command().unwrap()).starts_with(start));
    }
}
