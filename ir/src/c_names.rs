//! What C and other languages call types, and what they are in Vex: for messages.

/// The Vex type for a name of C's that Vex does not have. For `long`, the type on most targets.
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
        // Other names are the same in Vex, or unknown.
        _ => return None,
    })
}

/// Types of Go, Swift, Kotlin and others, and C's: what they are in Vex, and whether they are that on every target.
pub fn type_elsewhere(name: &str) -> Option<(&'static str, bool)> {
    if let Some(ty) = vex_type(name) {
        return Some((ty, name != "long"));
    }
    Some(match name {
        "signed" | "int32" | "rune" | "Int" | "Int32" | "Integer" | "integer" => ("i32", true),
        "uint32" | "UInt" | "UInt32" => ("u32", true),
        "ushort" | "uint16" | "UInt16" => ("u16", true),
        "ulong" => ("u64", false),
        "uchar" | "uint8" | "UInt8" | "Byte" => ("u8", true),
        "float32" | "Float" | "Float32" => ("f32", true),
        "float64" | "Double" | "Float64" => ("f64", true),
        "uintptr" => ("usize", true),
        "int8" | "Int8" | "sbyte" => ("i8", true),
        "int16" | "Int16" => ("i16", true),
        "int64" | "Int64" | "Long" => ("i64", true),
        "uint64" | "UInt64" => ("u64", true),
        "boolean" | "Bool" | "Boolean" => ("bool", true),
        "string" => ("&str", true),
        "Character" | "Char" => ("char", true),
        "Void" | "Unit" => ("void", true),
        _ => return None,
    })
}
