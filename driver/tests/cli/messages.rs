//! Diagnostics for people and for tools, warnings and lints, and where they are written.

use crate::*;

const BAD: &str = "fn main() {\n    let unused = 1;\n    undefined();\n    let x: i32 = \"text\";\n}\n";
const WARNS: &str = "fn main() {\n    let unused = 1;\n}\n";

#[test]
fn for_people() {
    let dir = dir(&[("bad.vx", BAD)]);
    let done = vexc_in(dir.path(), &["check", "bad.vx"]).expect(1);
    let lines = [
        "check: error[",
        "nextln: --> bad.vx:3:5",
        "check: --> bad.vx:4:18",
        "check: aborting due to 2 previous errors",
    ];
    check(&done.stderr, &lines);
    assert!(done.stdout.is_empty() && !done.stderr.contains('\x1b'));
    let colored = vexc_in(dir.path(), &["check", "bad.vx", "--color=always"]).expect(1);
    assert!(colored.stderr.contains("\x1b["));
    let usage = vexc_in(dir.path(), &["--color=always", "--no-such-option"]).expect(2);
    assert!(usage.stderr.contains("\x1b["));
}

#[test]
fn for_tools() {
    let dir = dir(&[("bad.vx", BAD)]);
    let done = vexc_in(dir.path(), &["check", "bad.vx", "--message-format=json"]).expect(1);
    let messages: Vec<serde_json::Value> =
        done.stderr.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect();
    let error = messages.iter().find(|m| m["spans"][0]["line_start"] == 4).expect("the mismatch");
    assert_eq!(error["level"], "error");
    assert!(error["code"]["code"].as_str().is_some_and(|c| c.starts_with("E04")));
    let span = &error["spans"][0];
    assert_eq!(span["file_name"], "bad.vx");
    assert_eq!((span["column_start"].as_u64(), span["column_end"].as_u64()), (Some(18), Some(24)));
    let (start, end) = (span["byte_start"].as_u64().unwrap(), span["byte_end"].as_u64().unwrap());
    assert_eq!(&BAD[start as usize..end as usize], "\"text\"");
    assert_eq!(span["is_primary"], true);
    assert_eq!(span["text"][0]["text"], "    let x: i32 = \"text\";");
    assert!(error["rendered"].as_str().is_some_and(|r| r.starts_with("error[")));
    assert_eq!(messages.last().unwrap()["message"], "aborting due to 2 previous errors");
}

#[test]
fn suggestions_for_tools() {
    let dir = dir(&[("warns.vx", WARNS)]);
    let done = vexc_in(dir.path(), &["check", "warns.vx", "--message-format", "json"]).expect(0);
    let message: serde_json::Value = serde_json::from_str(done.stderr.lines().next().unwrap()).unwrap();
    assert_eq!(message["level"], "warning");
    let help = message["children"].as_array().unwrap().iter().find(|c| c["level"] == "help").unwrap();
    assert_eq!(help["spans"][0]["suggested_replacement"], "_unused");
}

#[test]
fn lint_levels() {
    let dir = dir(&[("warns.vx", WARNS)]);
    let check_with = |args: &[&str]| vexc_in(dir.path(), &[&["check", "warns.vx"], args].concat());
    check(&check_with(&[]).expect(0).stderr, &["check: warning", "check: 1 warning emitted"]);
    assert_eq!(check_with(&["-A", "unused_variables"]).expect(0).stderr, "");
    assert_eq!(check_with(&["-Aunused-variables"]).expect(0).stderr, "");
    assert_eq!(check_with(&["-A", "warnings"]).expect(0).stderr, "");
    check(&check_with(&["-D", "warnings"]).expect(1).stderr, &["check: error", "check: `-D warnings`"]);
    check(&check_with(&["-Werror"]).expect(1).stderr, &["check: error"]);
    check_with(&["--deny=unused_variables"]).expect(1);
    check_with(&["-D", "unused_variables", "-W", "unused_variables"]).expect(0);
    check_with(&["-Werror", "-A", "unused_variables"]).expect(0);
    assert_eq!(check_with(&["-Aunused"]).expect(0).stderr, "");
    let unknown = check_with(&["-A", "unused_variable"]).expect(0);
    check(&unknown.stderr, &["check: warning[E0907]: unknown lint", "sameln: did you mean `unused_variables`"]);
    // What is an error now is one for outputs as well.
    vexc_in(dir.path(), &["warns.vx", "-Werror"]).expect(1);
    assert_eq!(names(dir.path()), ["warns.vx"]);
}

#[test]
fn what_other_tools_have_is_answered() {
    let dir = dir(&[("p.vx", "fn main() {}\n"), ("build", "fn main() {}\n")]);
    for (words, said) in [
        (&["-flto", "p.vx"][..], "kind = \"bitcode\""),
        (&["run", "-std=c99", "p.vx"], "the C compiler's default standard"),
        (&["-DDEBUG=1", "p.vx"], "`--cfg DEBUG=1`"),
        (&["fmt", "p.vx"], "there is no formatter yet"),
        (&["init"], "there is nothing to set up"),
    ] {
        let done = vexc_in(dir.path(), words).expect(2);
        assert!(done.stderr.contains(said), "{words:?}: {}", done.stderr);
    }
    // A file of that name is a program.
    vexc_in(dir.path(), &["build", "-o", "out"]).expect(0);
}

/// Lines end as Windows ends them: nothing of that is shown, in messages of one line and of several.
#[test]
fn carriage_returns_are_not_shown() {
    let text =
        "fn main() {\r\n    let x: i32 = \"a\";\r\n    let y: i32 = f(\r\n        1);\r\n    pritln(\"x\");\r\n}\r\n";
    let dir = dir(&[("crlf.vx", text), ("lf.vx", &text.replace('\r', ""))]);
    let said = |file: &str| {
        let done = vexc_in(dir.path(), &["check", "--color=never", file]).expect(1).stderr;
        let lines: Vec<String> = done.replace(file, "FILE").lines().map(|l| l.trim_end().to_string()).collect();
        lines.join("\n")
    };
    assert_eq!(said("crlf.vx"), said("lf.vx"));
}

#[test]
fn warnings_come_before_the_output_of_the_program() {
    let dir = dir(&[("warns.vx", &WARNS.replace("= 1;", "= 1;\n    eprintln(\"from the program\");"))]);
    let done = vexc_in(dir.path(), &["run", "warns.vx"]).expect(0);
    check(&done.stderr, &["check: warning", "check: 1 warning emitted", "check: from the program"]);
}

/// An internal error says so, and where.
#[test]
fn internal_errors_have_their_own_status() {
    let dir = dir(&[("broken.vx", "fn main() { x }")]);
    let done = vexc_in(dir.path(), &["--treat-err-as-bug", "broken.vx"]).expect(70);
    check(&done.stderr, &["check: error[E0210]", "check: internal error: ", "check: please report it"]);
    assert_eq!(names(dir.path()), ["broken.vx"]);
    let done = vexc_in(dir.path(), &["--treat-err-as-bug", "--message-format=json", "broken.vx"]).expect(70);
    assert!(done.stderr.lines().all(|line| line.starts_with('{') && line.ends_with('}')), "{}", done.stderr);
    check(&done.stderr, &["check: \"level\":\"error: internal compiler error\"", "check: please report it"]);
}

#[test]
#[cfg(target_os = "linux")]
fn answers_that_cannot_be_given() {
    for question in ["--help", "-h", "-V", "explain", "passes", "--print=targets", "-c examples/hello.vx -o -"] {
        let full = fs::File::create("/dev/full").unwrap();
        let done = run(vexc().args(question.split(' ')).stdout(full)).expect(1);
        assert!(done.stderr.contains("error[E0902]: cannot write `<stdout>`: no space left"), "{question}");
    }
}
