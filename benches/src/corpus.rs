//! One program of any length, in Vex and in C: structs, calls of C and of each other, loops, branches, pointers, arrays,
//! floats, switches. Line for line the same work, so that compile times can be compared.

use std::fmt::Write;

/// The same program twice.
pub struct Corpus {
    pub vex: String,
    pub c: String,
    /// Lines of the Vex text.
    pub lines: usize,
}

/// A program of about `lines` lines of Vex. The same number gives the same program.
pub fn generate(lines: usize) -> Corpus {
    let mut vex = String::with_capacity(lines * 32);
    let mut c = String::with_capacity(lines * 32);
    vex.push_str(VEX_HEAD);
    c.push_str(C_HEAD);
    let mut number = 0;
    let mut written = vex.lines().count();
    while written + 8 < lines {
        let from = vex.len();
        unit(&mut vex, &mut c, number);
        written += vex[from..].lines().count();
        number += 1;
    }
    let _ = write!(vex, "fn main() -> i32 {{\n    run{}(1, 2) as i32\n}}\n", number.saturating_sub(1));
    let _ = write!(c, "int main(void) {{\n    return (int)run{}(1, 2);\n}}\n", number.saturating_sub(1));
    let lines = vex.lines().count();
    Corpus { vex, c, lines }
}

const VEX_HEAD: &str = "extern \"C\" {
    fn malloc(size: usize) -> *mut u8;
    fn free(p: *mut u8);
    fn abs(x: i32) -> i32;
    fn sqrt(x: f64) -> f64;
    fn printf(format: *u8, ...) -> i32;
}

pub fn run(a: i64, b: i64) -> i64 {
    a + b
}
";

const C_HEAD: &str = "#include <stdint.h>
#include <stddef.h>
void *malloc(size_t size);
void free(void *p);
int abs(int x);
double sqrt(double x);
int printf(const char *format, ...);

";

/// One group of functions that call the group before.
// Long because it is two program texts.
fn unit(vex: &mut String, c: &mut String, n: usize) {
    let before = if n == 0 { "run".to_string() } else { format!("run{}", n - 1) };
    let k = n % 97 + 1;
    let _ = write!(
        vex,
        "
struct Item{n} {{
    id: i32,
    weight: f64,
    next: *mut Item{n},
    tags: [u8; 8],
}}

fn sum{n}(data: *i32, count: usize) -> i64 {{
    let mut total: i64 = 0;
    let mut i: usize = 0;
    while i < count {{
        let value = unsafe {{ *data.add(i) }};
        if value > {k} {{
            total += value * 2;
        }} else if value < -{k} {{
            total -= value;
        }} else {{
            total ^= {k};
        }}
        i += 1;
    }}
    total
}}

fn weigh{n}(item: *mut Item{n}, scale: f64) -> f64 {{
    unsafe {{
        item.weight = item.weight * scale + {k}.5;
        item.id = abs(item.id - {k});
        if item.next.is_null() {{
            return sqrt(item.weight);
        }}
        item.tags[{}] = {k} as u8;
        item.weight + item.next.weight
    }}
}}

fn pick{n}(code: i32) -> i32 {{
    match code & 7 {{
        0 => {k},
        1 => code + {k},
        2 | 3 => code * 3,
        4 => -code,
        _ => 0,
    }}
}}

pub fn run{n}(a: i64, b: i64) -> i64 {{
    let mut values: [i32; 16] = [0; 16];
    for i in 0..16 {{
        values[i] = pick{n}(i as i32) + a as i32;
    }}
    let mut item = Item{n} {{ id: {k}, weight: 1.0, next: null, tags: [0; 8] }};
    let weight = weigh{n}(&mut item, 2.0);
    let block = unsafe {{ malloc(64) }};
    if block.is_null() || weight < 0.0 {{
        return {before}(b, a);
    }}
    unsafe {{
        *block = item.tags[1];
        printf(\"%d %f\\n\", item.id, weight);
        free(block);
    }}
    sum{n}(values.as_ptr(), 16) + {before}(b, a - 1)
}}
",
        n % 8
    );
    let c_before = if n == 0 {
        c.push_str("static int64_t run(int64_t a, int64_t b) {\n    return a + b;\n}\n");
        before
    } else {
        before
    };
    let _ = write!(
        c,
        "
struct Item{n} {{
    int32_t id;
    double weight;
    struct Item{n} *next;
    uint8_t tags[8];
}};

static int64_t sum{n}(const int32_t *data, size_t count) {{
    int64_t total = 0;
    size_t i = 0;
    while (i < count) {{
        int32_t value = data[i];
        if (value > {k}) {{
            total += value * 2;
        }} else if (value < -{k}) {{
            total -= value;
        }} else {{
            total ^= {k};
        }}
        i += 1;
    }}
    return total;
}}

static double weigh{n}(struct Item{n} *item, double scale) {{
    item->weight = item->weight * scale + {k}.5;
    item->id = abs(item->id - {k});
    if (item->next == NULL) {{
        return sqrt(item->weight);
    }}
    item->tags[{}] = (uint8_t){k};
    return item->weight + item->next->weight;
}}

static int32_t pick{n}(int32_t code) {{
    switch (code & 7) {{
    case 0: return {k};
    case 1: return code + {k};
    case 2: case 3: return code * 3;
    case 4: return -code;
    default: return 0;
    }}
}}

int64_t run{n}(int64_t a, int64_t b) {{
    int32_t values[16] = {{0}};
    for (size_t i = 0; i < 16; i++) {{
        values[i] = pick{n}((int32_t)i) + (int32_t)a;
    }}
    struct Item{n} item = {{ {k}, 1.0, NULL, {{0}} }};
    double weight = weigh{n}(&item, 2.0);
    uint8_t *block = malloc(64);
    if (block == NULL || weight < 0.0) {{
        return {c_before}(b, a);
    }}
    *block = item.tags[1];
    printf(\"%d %f\\n\", item.id, weight);
    free(block);
    return sum{n}(values, 16) + {c_before}(b, a - 1);
}}
",
        n % 8
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_the_size_that_is_asked_for_and_compiles() {
        for lines in [100, 1000, 5000] {
            let corpus = generate(lines);
            assert!(corpus.lines.abs_diff(lines) < 90, "{lines} {}", corpus.lines);
            let mut compiler = crate::pipeline::Compiler::new();
            assert_eq!(compiler.front(&corpus.vex), Vec::<String>::new());
        }
    }
}
