//! Every code of this crate is explained in `docs/errors`, with an example that has the mistake and one that has not.

mod common;
use std::path::Path;

/// Mistakes that a short text alone cannot have: nesting beyond the limit, and files.
const NOT_SHOWN: &[&str] = &["E0012", "E0040", "E0042"];

fn codes_of_crate(dir: &Path, out: &mut Vec<String>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes_of_crate(&path, out);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        out.extend(text.split("Code(\"").skip(1).map(|rest| rest[..5].to_string()));
    }
}

fn examples(text: &str) -> Vec<&str> {
    text.split("```vex\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn examples_have_the_mistake_and_the_fixed_ones_have_none() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut codes = Vec::new();
    codes_of_crate(&root.join("src"), &mut codes);
    codes.sort();
    codes.dedup();
    assert!(codes.len() > 25);
    for code in codes {
        let path = root.join(format!("../docs/errors/{code}.md"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{code} is not explained"));
        assert!(text.starts_with(&format!("# {code}: ")), "{code}");
        let examples = examples(&text);
        assert_eq!(examples.len(), 2, "{code}");
        assert_eq!(common::codes(examples[1]), [""; 0], "the right example of {code}");
        if NOT_SHOWN.contains(&code.as_str()) {
            continue;
        }
        let found = common::codes(examples[0]);
        assert!(!found.is_empty() && found.iter().all(|c| *c == code), "{code}: {found:?}");
    }
}
