//! Of `std/libc` only what is imported is parsed, and what that needs: with each name alone, programs mean what they mean with all
//! of it.

#[allow(dead_code)]
mod common;

use common::{Disk, root};
use std::collections::BTreeSet;
use vex_frontend::{EVERY_PROGRAM, Search, load};
use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_ir::tree::{ItemData, Program};
use vex_passes::runner::{Config, DumpStyle, Runner};

/// Asks for all of the module, whatever is imported.
const WHOLE: &str = "// ::libc\n";

fn loaded(target: &str, text: &str) -> (Cx, Program) {
    let mut cx = Cx::new(Target::parse(target).expect("a supported target"), Options::default());
    let std_modules = ["env", "libc", "time"].map(String::from).to_vec();
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), std_modules, ..Search::default() };
    let program = load(&mut cx, &Disk, "program.vx", text.into(), &search);
    (cx, program)
}

/// What is said of a program.
fn said(target: &str, text: &str) -> BTreeSet<String> {
    let (mut cx, program) = loaded(target, text);
    let (config, mut sink) = (Config { verify_each: false, ..Config::default() }, |_| {});
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let _ = vex_passes::run(&mut runner, &mut cx, In::new(program));
    cx.diags.take().iter().map(|d| format!("{} {} {:?}", d.code.0, d.message, d.primary.text)).collect()
}

/// The names that the module declares, and how many of its items there are.
fn declared(target: &str, text: &str) -> (BTreeSet<String>, usize) {
    let (cx, program) = loaded(target, text);
    let library = program.modules.values().find(|m| cx.text(m.key) == "std/libc").expect("it is imported");
    let mut items: Vec<_> = library.items.clone();
    for id in &library.items {
        if let ItemData::ExternBlock(block) = program.items[*id].raw() {
            items.extend(&block.members);
        }
    }
    let named = items.iter().map(|id| &program.items[*id]).filter(|item| item.is_pub);
    (named.map(|item| cx.text(item.name.name).to_string()).filter(|name| !name.is_empty()).collect(), items.len())
}

fn import(names: &str) -> String {
    format!("import {{ {names} }} from \"std/libc\";\n")
}

#[test]
fn each_name_can_be_imported_alone() {
    for target in ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"] {
        let (names, all) = declared(target, &format!("{}{WHOLE}", import("puts")));
        assert!(names.len() > 800, "{}", names.len());
        let list: Vec<&str> = names.iter().map(String::as_str).collect();
        // Some are not there on this target.
        let expected = said(target, &format!("{}{WHOLE}", import(&list.join(", "))));
        let mut found = BTreeSet::new();
        for name in names {
            found.extend(said(target, &import(&name)));
        }
        assert_eq!(found, expected);
        assert!(declared(target, &import("puts")).1 < all / 10);
    }
}

#[test]
fn what_is_not_an_import_of_names_needs_all() {
    let target = "x86_64-unknown-linux-gnu";
    let all = declared(target, &format!("{}{WHOLE}", import("puts"))).1;
    for text in [
        "import * as c from \"std/libc\";\n",
        "import { libc } from \"std\";\n",
        "import { puts } from \"std/libc\";\nimport { libc as c } from \"std\";\n",
        "import { putz } from \"std/libc\";\n",
        "import { puts } from \"std/libc\";\nfn f() {\n    unsafe { ::libc::abort(); }\n}\n",
    ] {
        assert_eq!(declared(target, text).1, all, "{text}");
    }
    // What the program shares with C is compared with what the module says of it.
    let shared = format!("{}extern \"C\" {{\n    fn abs(x: f64) -> f64;\n}}\n", import("puts"));
    let said = said(target, &shared);
    assert!(said.iter().any(|d| d.contains("abs")), "{said:?}");
}

/// Else it would be asked for more after it was parsed.
#[test]
fn nothing_that_the_module_imports_imports_it() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("a module of the standard library");
    let imported = |text: &str| -> Vec<String> {
        let imports = text.lines().filter(|line| line.starts_with("import "));
        imports.filter_map(|line| line.rsplit('"').nth(1)).map(String::from).collect()
    };
    assert_eq!(imported(&read("std/libc/mod.vx")), ["std/rt"]);
    assert_eq!(imported(&read("std/rt.vx")), [""; 0]);
}
