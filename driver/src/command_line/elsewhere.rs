//! Options and commands that other compilers and build tools have, and what there is of them here.

use crate::command_line::cli::BARE_O;
use std::ffi::OsString;

/// What to say of an option that only other compilers have.
pub fn option(word: &str) -> Option<String> {
    if let Some(what) = absent(word) {
        return Some(format!("there is no `{word}`: {what}"));
    }
    let behind = |starts: &[&str]| starts.iter().find_map(|start| word.strip_prefix(start));
    let here = if let Some(cpu) = behind(&["-march=", "-mcpu=", "-mtune="]) {
        format!("`--target-cpu={cpu}`")
    } else if let Some(code) = behind(&["--explain="]) {
        format!("`vexc explain {code}`")
    } else if let Some(level) = behind(&["--opt-level="]) {
        format!("`-O{level}`")
    } else if let Some(syntax) = behind(&["-masm="]) {
        format!("`--x86-asm-syntax={syntax}`")
    } else if let Some(triple) = behind(&["-target="]) {
        format!("`--target={triple}`")
    } else if let Some(file) = behind(&["--output="]) {
        format!("`-o {file}`")
    } else {
        match word {
            "-target" => "`--target=TRIPLE`".into(),
            "--output" => "`-o FILE`".into(),
            "-w" => "`-A warnings`".into(),
            "--release" => "`-O2`, or another level".into(),
            "--debug" => "`-g`".into(),
            "-fno-builtin" => "`#[no_intrinsic]` on the declaration".into(),
            "-fwrapv" => "`--overflow-checks=off`".into(),
            "-ftrapv" => "`--overflow-checks=on`".into(),
            "-dumpmachine" => "`--print=cfg`, which shows the target's facts".into(),
            "-###" => "`--print=link-args`".into(),
            "--explain" => "`vexc explain CODE`".into(),
            "-fPIC" | "-fpic" | "-fPIE" | "-fpie" => "`--relocation-model=pic`".into(),
            "-fno-pic" | "-fno-PIC" | "-no-pie" => "`--relocation-model=static`".into(),
            "-static" | "-pthread" | "-rdynamic" | "-s" | "-pie" | "-nostdlib" => format!("`--link-arg={word}`"),
            "-mavx" | "-mavx2" | "-mfma" | "-msse4.2" | "-mavx512f" | "-mbmi2" => {
                format!("`--target-feature=+{}`", &word[2..])
            }
            "-E" => "`--dump-after=cfg-prune`".into(),
            "--test" => "`--cfg test`, which keeps `#[test]` functions; nothing can run them yet".into(),
            "-fsyntax-only" => "`vexc check`".into(),
            _ if word.starts_with("--sysroot=") || word.starts_with("-fuse-ld=") => format!("`--link-arg={word}`"),
            _ => return None,
        }
    };
    Some(format!("`{word}` is what other compilers call it; here it is {here}"))
}

/// What to say of an option of which there is nothing here.
fn absent(word: &str) -> Option<&'static str> {
    /// How such options begin, and what to do instead.
    const ABSENT: &[(&[&str], &str)] = &[
        (
            &["-flto", "--lto"],
            "a program is one module, and C takes part in it as `#[link(kind = \"bitcode\")]` or `-l bitcode=NAME`",
        ),
        (
            &["-fsanitize"],
            "overflow and bounds are checked at `-O0` or with `--overflow-checks=on`; for C, compile it with Clang and link it with `--link-arg`",
        ),
        (
            &["-std", "-ansi"],
            "C sources are compiled by the C compiler's default standard; for another one, give it the source and `vexc` the object",
        ),
        (&["-MD", "-MMD", "-MF", "-MT", "-MP", "-MM"], "no list of dependencies is written yet"),
        (&["-ffast-math", "-funsafe-math-optimizations"], "arithmetic on floats is always that of IEEE 754"),
        (&["-m32", "-m64", "-mx32"], "`--target=TRIPLE` chooses another machine, `--print=targets` lists them"),
        (&["--edition"], "there are no editions of the language"),
        (&["-Z"], "every option has a name of its own: `vexc --help` lists them"),
        (&["-x"], "the end of a file's name says what is in it"),
        (
            &["-isystem", "-include", "-U", "-iquote"],
            "it is for C's preprocessor: compile C sources that need it with the C compiler, and give `vexc` the objects",
        ),
        (&["-pg", "--coverage", "-fprofile"], "programs cannot be instrumented yet; `-g` is enough for `perf`"),
        (&["-fstack-protector", "-fno-stack-protector"], "code is compiled without stack protectors"),
        (
            &["-fomit-frame-pointer", "-fno-omit-frame-pointer", "-fexceptions", "-fno-exceptions", "-fno-rtti"],
            "nothing depends on it here: leave it out",
        ),
    ];
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    ABSENT.iter().find(|(starts, _)| begins(starts)).map(|(_, what)| *what)
}

/// What to say of a command that only other tools have.
pub fn command(word: &str) -> Option<&'static str> {
    Some(match word {
        "build" | "compile" | "build-exe" | "cc" => "`vexc FILE.vx -o PROGRAM` builds an executable",
        "build-lib" => "`vexc --shared FILE.vx` builds a shared library, `--static-lib` a static one",
        "build-obj" => "`vexc -c FILE.vx` writes an object",
        "exec" => "`vexc run FILE.vx` executes a program",
        "fmt" | "format" => "there is no formatter yet",
        "doc" => "there is no generator of documentation yet",
        "lsp" => "there is no language server yet; `--message-format=json` is for editors",
        "lint" | "clippy" | "vet" => "`vexc check FILE.vx` reports errors and warnings",
        "bench" => "there are no benchmarks in programs yet; `black_box` and `std/time` are for writing them",
        "new" | "init" => "a program is one file with `fn main() {}`, and there is nothing to set up",
        "clean" => "`vexc` writes the files that it is asked for, and keeps nothing",
        "add" | "install" | "update" | "get" => {
            "there are no packages: modules are files, and C libraries are named with `#[link]`"
        }
        "repl" => "`vexc run -` executes what standard input says",
        "watch" => "there is no such command; `vexc check` takes little time",
        "version" => "`vexc --version` tells",
        "targets" => "`vexc --print=targets` lists them",
        _ => return None,
    })
}

/// Other compilers' spellings of options.
pub fn respell(word: OsString) -> OsString {
    match word.to_str() {
        Some("-O") => format!("-O{BARE_O}").into(),
        Some("-g") => format!("-g{BARE_O}").into(),
        Some("-shared") => "--shared".into(),
        Some("-emit-llvm") => "--emit-llvm".into(),
        Some("-static-lib" | "--staticlib") => "--static-lib".into(),
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command_line::cli::Cli;
    use clap::CommandFactory;

    #[test]
    fn what_there_is_is_not_said_to_be_absent() {
        let mut cli = Cli::command();
        cli.build();
        for option in cli.get_opts() {
            for long in option.get_long_and_visible_aliases().into_iter().flatten() {
                assert_eq!(absent(&format!("--{long}")), None, "--{long}");
            }
        }
        for subcommand in cli.get_subcommands() {
            assert_eq!(command(subcommand.get_name()), None, "{}", subcommand.get_name());
        }
    }

    #[test]
    fn options_of_others_are_answered() {
        for word in
            ["-flto=thin", "-fsanitize=address", "-std=c11", "-MD", "-MF", "-m32", "--edition=2021", "-Zx", "-include"]
        {
            assert!(option(word).is_some_and(|said| said.starts_with(&format!("there is no `{word}`: "))), "{word}");
        }
        assert_eq!(option("--nonsense"), None);
    }
}
