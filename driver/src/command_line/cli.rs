//! The command line, as users of `rustc` and `clang` expect it.

use crate::system::{paths, process};
use clap::builder::styling::{AnsiColor, Effects, Styles};
use clap::error::ErrorKind;
use clap::{Args, ColorChoice, CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .usage(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .literal(AnsiColor::Cyan.on_default().effects(Effects::BOLD))
    .placeholder(AnsiColor::Cyan.on_default());

/// The compiler of the Vex language
#[derive(Parser)]
#[command(
    name = "vexc",
    styles = STYLES,
    disable_version_flag = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true,
    override_usage = "vexc [OPTIONS] FILE...\n       vexc COMMAND [OPTIONS] ...",
    after_long_help = EXIT_STATUS,
    max_term_width = 110,
)]
pub struct Cli {
    #[command(flatten)]
    pub options: Options,

    #[command(subcommand)]
    pub command: Option<Command>,

    /// One Vex program; beside it C sources, objects, libraries
    ///
    /// One file is the root of the program: FILE.vx, or `-` for standard input. It imports the other modules. Beside it
    /// may stand C and assembly sources (.c, .s, .S, .ll, .bc), which the C compiler gets with the same optimisation
    /// level and target, and objects, archives and shared libraries (.o, .a, .so, .dylib, .lib), which are linked.
    ///
    /// `@FILE` stands for the options and files in FILE, separated and quoted as in a shell.
    #[arg(value_name = "FILE", help_heading = "Input", hide_short_help = true)]
    pub files: Vec<String>,
}

const EXIT_STATUS: &str = "\
Exit status:
  0   success; for `vexc run`, the status of the program
  1   the program has errors
  2   the command line is wrong
  70  an internal error: a fault of vexc itself, or there is no more memory";

#[derive(Subcommand)]
pub enum Command {
    /// Compile in memory and execute
    ///
    /// Where there is more than Vex and shared libraries, the system's linker makes an executable that is executed
    /// instead, and leaves no file either.
    ///
    /// Everything behind the program's file belongs to the program, options included; C sources, objects, libraries and
    /// options of `vexc` stand before it.
    #[command(override_usage = "vexc run [OPTIONS] [C SOURCES, OBJECTS, LIBRARIES] FILE [ARGUMENTS OF THE PROGRAM]")]
    Run {
        /// The program, `-` for standard input; before it C sources, objects, libraries
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
    },
    /// Report errors and warnings, write nothing
    Check {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
    },
    /// Run the `#[test]` functions: not there yet
    #[command(hide = true)]
    Test {
        #[arg(value_name = "FILE", trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<OsString>,
    },
    /// Show the table of passes and their contracts
    Passes {
        /// Say everything about one pass
        #[arg(value_name = "PASS")]
        pass: Option<String>,
    },
    /// Run single passes on Vex source or Flow text and print the result
    ///
    /// Of the optional passes, those named run and no others. The passes that a named one relies on run too, unless the input
    /// is Flow text: that is taken to be what stands before the first pass named.
    Opt {
        /// The passes, separated by commas, in the order of the pipeline
        #[arg(long, value_name = "PASSES", value_delimiter = ',', required = true)]
        passes: Vec<String>,
        /// Vex source, or Flow text (.flow); `-` for standard input
        ///
        /// Flow text on standard input needs `--start-after` to be known as such.
        #[arg(value_name = "FILE")]
        file: String,
    },
    /// Explain an error code; without one, list them all
    Explain {
        /// `E0213`
        #[arg(value_name = "CODE")]
        code: Option<String>,
    },
}

#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub code: Code,
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub messages: Messages,
    #[command(flatten)]
    pub passes: Passes,
}

#[derive(Args)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// Write to FILE; `-` is standard output
    #[arg(short, value_name = "FILE", global = true)]
    pub output: Option<String>,

    /// Compile to an object file, do not link
    #[arg(short = 'c', global = true)]
    pub object: bool,

    /// Write assembly
    #[arg(short = 'S', long = "emit-asm", global = true)]
    pub assembly: bool,

    /// Write LLVM IR: as text, with `-c` as bitcode
    #[arg(long, global = true)]
    pub emit_llvm: bool,

    /// Write asm, llvm-ir, llvm-bc, obj, link, tree, flow
    ///
    /// Several are separated by commas; `KIND=FILE` says where one goes. `tree` is the program as Vex source after the last
    /// pass on Tree, `flow` the program before LLVM.
    #[arg(long, value_name = "KIND[=FILE]", value_delimiter = ',', global = true)]
    pub emit: Vec<String>,

    /// What to link: an executable, a shared or a static library
    #[arg(long, value_name = "TYPE", global = true, hide_short_help = true)]
    pub crate_type: Option<CrateType>,

    /// Link a shared library; `--crate-type=dylib`
    #[arg(long, global = true)]
    pub shared: bool,

    /// Make a static library; `--crate-type=staticlib`
    #[arg(long, global = true, hide_short_help = true)]
    pub static_lib: bool,

    /// Print targets, target-cpus, passes, cfg or link-args
    ///
    /// And `host-triple`. `target-cpus` and `cfg` are those of `--target`.
    /// `link-args` prints the command that links, and runs it; the others compile nothing.
    #[arg(long, value_name = "WHAT", global = true, hide_possible_values = true)]
    pub print: Vec<Print>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CrateType {
    Bin,
    #[value(alias = "cdylib")]
    Dylib,
    Staticlib,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Print {
    /// The targets that `--target` takes
    #[value(alias = "target-list")]
    Targets,
    /// The passes, in order
    Passes,
    /// The CPUs that `--target-cpu` takes
    TargetCpus,
    /// What holds in `#[cfg(…)]`
    Cfg,
    /// The triple of this machine
    #[value(alias = "host-tuple")]
    HostTriple,
    /// The command that links
    LinkArgs,
}

#[derive(Args)]
#[command(next_help_heading = "Code")]
pub struct Code {
    /// Optimise: 0, 1, 2, 3, s (size), z; 2 without a level
    #[arg(short = 'O', value_name = "LEVEL", global = true, overrides_with = "opt_level")]
    pub opt_level: Option<String>,

    /// Add debug information
    ///
    /// `-gdwarf-4` and `-gdwarf-5` choose the version of DWARF; `-g1` or `-gline-tables-only` leaves out variables and types; `-g0`
    /// adds none. The last counts.
    #[arg(short = 'g', value_name = "HOW", global = true, hide_default_value = true)]
    pub debug: Vec<String>,

    /// Compile for another target, see `--print=targets`
    #[arg(long, value_name = "TRIPLE", global = true)]
    pub target: Option<String>,

    /// Compile for a CPU: its name, `native` or `generic`
    ///
    /// Unless this says otherwise, files are for `x86-64-v3` where this machine has all of it, and `vexc run` is for this
    /// machine's CPU (`native`). Else, and with `--target`, code is `generic`: for every CPU of the architecture. C sources
    /// are compiled for the same CPU.
    #[arg(long, value_name = "CPU", global = true)]
    pub target_cpu: Option<String>,

    /// CPU features to use or not to: `+avx2,-sse4a`
    #[arg(long, value_name = "FEATURES", global = true, allow_hyphen_values = true, hide_short_help = true)]
    pub target_feature: Vec<String>,

    /// Set a name or pair for `#[cfg]`: `fast`, `key="value"`
    ///
    /// `test` also keeps `#[test]` functions, which are removed otherwise. They are checked; nothing runs them yet.
    #[arg(long, value_name = "SPEC", global = true)]
    pub cfg: Vec<String>,

    /// Set `feature = "NAME"` for `#[cfg]`
    #[arg(long, value_name = "NAME", global = true, hide_short_help = true)]
    pub feature: Vec<String>,

    /// Whether integer overflow panics; by default only at -O0
    #[arg(long, value_name = "on|off", global = true, hide_short_help = true, hide_possible_values = true)]
    pub overflow_checks: Option<Switch>,

    /// How code refers to addresses: default, pic or static
    #[arg(long, value_name = "MODEL", global = true, hide_short_help = true)]
    pub relocation_model: Option<Relocation>,

    /// The syntax of assembly for x86: att or intel
    #[arg(long, value_name = "SYNTAX", global = true, hide_short_help = true)]
    pub x86_asm_syntax: Option<AsmSyntax>,

    /// An option of rustc's: `-C opt-level=3`, `-C target-cpu=native` and so on
    #[arg(short = 'C', value_name = "KEY=VALUE", global = true, hide_short_help = true)]
    pub codegen: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    #[value(aliases = ["yes", "y", "true"])]
    On,
    #[value(aliases = ["no", "n", "false"])]
    Off,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Relocation {
    Default,
    Pic,
    Static,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AsmSyntax {
    Att,
    Intel,
}

#[derive(Args)]
#[command(next_help_heading = "Input and linking")]
pub struct Input {
    /// Look for imported modules in DIR
    #[arg(short = 'I', value_name = "DIR", global = true)]
    pub include: Vec<String>,

    /// Use the standard library in DIR instead of the built-in one
    #[arg(long, value_name = "DIR", global = true, hide_short_help = true)]
    pub std: Option<String>,

    /// Look for libraries in DIR
    #[arg(short = 'L', value_name = "DIR", global = true, value_parser = paths::parse)]
    pub library_path: Vec<PathBuf>,

    /// Link a library: `-lz`; `-l static=z` for the archive
    #[arg(short = 'l', value_name = "[KIND=]NAME", global = true)]
    pub library: Vec<String>,

    /// The C compiler that links
    #[arg(long, value_name = "CC", global = true, hide_short_help = true, value_parser = paths::parse)]
    pub linker: Option<PathBuf>,

    /// An argument for the C compiler that links, as it is
    #[arg(long, value_name = "ARG", global = true, allow_hyphen_values = true, hide_short_help = true)]
    pub link_arg: Vec<String>,
}

#[derive(Args)]
#[command(next_help_heading = "Messages")]
pub struct Messages {
    /// Allow a lint: say nothing
    #[arg(short = 'A', long = "allow", value_name = "LINT", global = true, hide_short_help = true)]
    pub allow: Vec<String>,

    /// Warn of a lint; `-Werror` makes all errors
    #[arg(short = 'W', long = "warn", value_name = "LINT", global = true)]
    pub warn: Vec<String>,

    /// Deny a lint: an error; `-D warnings` denies them all
    #[arg(short = 'D', long = "deny", value_name = "LINT", global = true, hide_short_help = true)]
    pub deny: Vec<String>,

    /// Colour messages: auto, always, never
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true, hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub color: Color,

    /// The form of messages: human, json
    ///
    /// `json` writes one object a line to standard error, in the shape that rustc's have.
    #[arg(long, value_name = "FORM", default_value = "human", global = true, hide_default_value = true)]
    #[arg(hide_possible_values = true, alias = "error-format")]
    pub message_format: MessageFormat,

    /// Print the commands that are run
    ///
    /// With `-V`, say more of the version.
    #[arg(short, long, global = true)]
    pub verbose: bool,

    /// Print the version
    #[arg(short = 'V', long, global = true)]
    pub version: bool,

    /// Print help; `--help` has more options
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    Human,
    Json,
}

#[derive(Args)]
#[command(next_help_heading = "Passes")]
pub struct Passes {
    /// Print the program before these passes, or `all`
    #[arg(long, value_name = "PASSES", value_delimiter = ',', global = true, hide_short_help = true)]
    pub dump_before: Vec<String>,

    /// Print the program after these passes, or `all`
    ///
    /// Where nothing else is asked for (no -o, --emit, -c, -S), the compiler then stops behind the last of them.
    #[arg(long, value_name = "PASSES", value_delimiter = ',', global = true, hide_short_help = true)]
    pub dump_after: Vec<String>,

    /// Print the program after each pass that changed it
    #[arg(long, global = true, hide_short_help = true)]
    pub dump_changed: bool,

    /// Write dumps to numbered files in DIR instead
    #[arg(long, value_name = "DIR", global = true, hide_short_help = true, value_parser = paths::parse)]
    pub dump_dir: Option<PathBuf>,

    /// The modules in dumps of Tree: root or all
    ///
    /// A dump of `all` modules is a whole program, which `--start-after` can go on from.
    #[arg(
        long,
        value_name = "WHICH",
        default_value = "root",
        global = true,
        hide_short_help = true,
        hide_possible_values = true
    )]
    pub dump_modules: DumpModules,

    /// Show source positions in dumps of Flow
    #[arg(long, global = true, hide_short_help = true)]
    pub dump_spans: bool,

    /// Stop behind a pass
    #[arg(long, value_name = "PASS", global = true, hide_short_help = true)]
    pub stop_after: Option<String>,

    /// Go on behind a pass: the input is a dump made after it
    #[arg(long, value_name = "PASS", global = true, hide_short_help = true)]
    pub start_after: Option<String>,

    /// Show what each pass takes: time and memory, as table or json, on standard error
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "table")]
    #[arg(global = true, hide_short_help = true)]
    pub time_passes: Option<TimeFormat>,

    /// Check the program against the language after each pass
    #[arg(long, global = true, hide_short_help = true)]
    pub verify_each: bool,

    /// Make an internal error of the first error, to see how those are reported
    #[arg(long, global = true, hide_short_help = true)]
    pub treat_err_as_bug: bool,

    /// Take only the first N optional steps: a step is one pass on one program or function
    #[arg(long, value_name = "N", global = true, hide_short_help = true)]
    pub bisect_limit: Option<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DumpModules {
    Root,
    All,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimeFormat {
    Table,
    Json,
}

/// What a flag means, or the error about it.
pub type Usage<T> = Result<T, clap::Error>;

/// `-O` without a level, `-g` without more. No argument that a user can write contains a NUL.
pub const BARE_O: &str = "\0";

/// An error about the command line.
pub fn usage_error(message: impl std::fmt::Display) -> clap::Error {
    Cli::command().color(color(process::words())).error(ErrorKind::ValueValidation, message)
}

/// What `--color` says, before anything else is read: errors in the command line are coloured too.
pub fn color(words: &[OsString]) -> ColorChoice {
    let mut choice = ColorChoice::Auto;
    for (i, word) in words.iter().enumerate() {
        let value = match word.to_str() {
            Some("--color") => words.get(i + 1).and_then(|w| w.to_str()),
            Some("--") => break,
            Some(word) => word.strip_prefix("--color="),
            None => None,
        };
        match value {
            Some("always") => choice = ColorChoice::Always,
            Some("never") => choice = ColorChoice::Never,
            Some("auto") => choice = ColorChoice::Auto,
            // Not the option, or a value that the parser refuses.
            Some(_) | None => {}
        }
    }
    choice
}
