//! What is linked with a program.

use crate::command_line::cli::{self, Usage, usage_error};
use crate::command_line::inputs::Inputs;
use std::path::{Path, PathBuf};
use vex_backend::link::{self, Lib};
use vex_ir::target::{Env, Os, Target};
use vex_ir::tree::LinkKind;
use vex_ir::{Cx, flow};

/// What is linked with a program, and found where.
pub struct Linking {
    /// Sources whose objects are linked.
    pub c_sources: Vec<PathBuf>,
    /// Objects, archives and shared libraries.
    pub objects: Vec<PathBuf>,
    /// `-l`
    libs: Vec<Lib>,
    /// `-L`
    pub dirs: Vec<PathBuf>,
    /// The C compiler that links, where one is asked for.
    pub linker: Option<PathBuf>,
    /// For the C compiler that links.
    pub args: Vec<String>,
}

impl Linking {
    pub fn new(input: cli::Input, messages: &cli::Messages, inputs: Inputs) -> Usage<Linking> {
        let mut args = input.link_arg;
        // C's `-Wl,…` reads like a warning.
        args.extend(messages.warn.iter().filter(|w| w.starts_with("l,")).map(|w| format!("-W{w}")));
        Ok(Linking {
            c_sources: inputs.c_sources,
            objects: inputs.objects,
            libs: input.library.iter().map(|l| library(l)).collect::<Usage<_>>()?,
            dirs: input.library_path,
            linker: input.linker,
            args,
        })
    }

    /// The files that other tools read.
    pub fn foreign(&self) -> impl Iterator<Item = &Path> {
        self.c_sources.iter().chain(&self.objects).map(PathBuf::as_path)
    }

    /// The libraries of the program and of the command line.
    pub fn libraries(&self, cx: &Cx, program: &flow::Program) -> Vec<Lib> {
        let mut libs = link::libs(cx, program);
        for lib in self.libs.iter().cloned().chain(self.cxx_runtime(&cx.target)) {
            if !libs.contains(&lib) {
                libs.push(lib);
            }
        }
        libs
    }

    /// What C++ sources need, and the C compiler does not link by itself.
    fn cxx_runtime(&self, target: &Target) -> Option<Lib> {
        let is_cxx = |path: &&PathBuf| path.extension().is_some_and(|e| e == "cc" || e == "cpp" || e == "cxx");
        self.c_sources.iter().find(is_cxx)?;
        let name = match (target.os, target.env) {
            (Os::Windows, Env::Msvc) => return None,
            (Os::MacOs | Os::FreeBsd, _) => "c++",
            // GNU's, and with it that of most systems.
            (Os::Linux | Os::Windows | Os::Wasi | Os::None | Os::Unknown, _) => "stdc++",
        };
        Some(Lib { name: name.into(), kind: LinkKind::Default })
    }
}

fn library(spec: &str) -> Usage<Lib> {
    let (kind, name) = spec.split_once('=').unwrap_or(("", spec));
    let kind = match kind {
        "" => LinkKind::Default,
        "dylib" => LinkKind::Dylib,
        "static" => LinkKind::Static,
        "framework" => LinkKind::Framework,
        "bitcode" => LinkKind::Bitcode,
        _ => {
            return Err(usage_error(format!(
                "unknown kind of library `{kind}`: there are dylib, static, framework and bitcode"
            )));
        }
    };
    Ok(Lib { name: name.to_string(), kind })
}
