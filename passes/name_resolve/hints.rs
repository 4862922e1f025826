//! Names that are known elsewhere: what to do where somebody expects them here.

use super::*;

/// Functions of C that programs use without a thought, all of them in "std/libc".
const LIBC: &[&str] = &[
    "abort", "atof", "atoi", "bsearch", "calloc", "close", "exit", "fclose", "fflush", "fgets", "fopen", "fprintf",
    "fputs", "fread", "free", "fwrite", "getchar", "getenv", "malloc", "memcmp", "memcpy", "memmove", "memset", "open",
    "perror", "printf", "putchar", "puts", "qsort", "rand", "read", "realloc", "snprintf", "sprintf", "srand", "sscanf",
    "strcat", "strchr", "strcmp", "strcpy", "strlen", "strncmp", "strncpy", "strstr", "strtol", "write",
];

/// Functions of C's `math.h` that are methods here, under these names.
const LIBM: &[(&str, &str)] = &[
    ("sqrt", "sqrt"),
    ("fabs", "abs"),
    ("abs", "abs"),
    ("sin", "sin"),
    ("cos", "cos"),
    ("tan", "tan"),
    ("floor", "floor"),
    ("ceil", "ceil"),
    ("round", "round"),
    ("pow", "powf"),
    ("exp", "exp"),
];

const METHODS: [&str; 3] = ["len", "min", "max"];

impl Resolver<'_> {
    /// Says what is meant, or not there yet, by a name that other languages, or other parts of Vex, have; and whether it is
    /// such a name.
    pub(super) fn known_elsewhere(&self, diagnostic: Diagnostic, text: &str, span: Span) -> (Diagnostic, bool) {
        if LIBC.contains(&text) {
            let at = self.file_start(span);
            let import = format!("import {{ {text} }} from \"std/libc\";\n");
            return (diagnostic.fix(at, import, format!("import the C function `{text}`")), true);
        }
        if let Some((_, method)) = LIBM.iter().find(|(name, _)| *name == text) {
            return (diagnostic.note(format!("numbers have the method `{method}`: `x.{method}(…)`")), true);
        }
        let diagnostic = match text {
            "NULL" | "nullptr" | "nil" => diagnostic.fix(span, "null", "the null pointer is `null`"),
            name if METHODS.contains(&name) => diagnostic.note(format!("it is a method: `x.{name}(…)`")),
            "sizeof" => diagnostic.note("the size of a type is `size_of::<T>()`"),
            "Some" | "None" | "Ok" | "Err" | "Option" | "Result" | "Vec" | "String" | "CString" => {
                diagnostic.note(format!("`{text}` is not supported by this version of vexc"))
            }
            _ => match self.variant_named(text) {
                Some(path) => diagnostic.fix(span, path, "an enum has a variant of that name"),
                None => return (diagnostic, false),
            },
        };
        (diagnostic, true)
    }

    /// The path of a variant with this name, if an enum of the module has one.
    fn variant_named(&self, text: &str) -> Option<String> {
        let items = &self.ir.modules[self.module].items;
        // Suggestions must not make many errors slow.
        items.iter().take(1000).find_map(|id| {
            let item = &self.ir.items[*id];
            let ItemKind::Enum(def) = &item.kind else { return None };
            let found = def.variants.iter().take(1000).any(|v| self.cx.text(v.name.name) == text);
            found.then(|| format!("{}::{text}", self.cx.text(item.name.name)))
        })
    }
}
