//! What C calls types, and what they are in Vex: for messages.

/// Types that C, and those who come from it, call otherwise. `long` is what it is on most targets.
pub fn vex_type(c_name: &str) -> Option<&'static str> {
    Some(match c_name {
        "int" => "i32",
        "unsigned" | "uint" => "u32",
        "long" => "i64",
        "short" => "i16",
        "float" => "f32",
        "double" => "f64",
        "uint8_t" => "u8",
        "uint16_t" => "u16",
        "uint32_t" => "u32",
        "uint64_t" => "u64",
        "int8_t" => "i8",
        "int16_t" => "i16",
        "int32_t" => "i32",
        "int64_t" => "i64",
        "size_t" | "uintptr_t" => "usize",
        "ssize_t" | "ptrdiff_t" | "intptr_t" => "isize",
        "_Bool" => "bool",
        // Every other name is the same here, or unknown.
        _ => return None,
    })
}
