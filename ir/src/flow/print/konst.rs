//! Constants.

use super::*;
use crate::arith::{sign_extend, truncate};
use crate::stack::deep;
use crate::ty::FloatTy;

impl Printer<'_> {
    /// A constant: a literal that tells its type, or `<type> value`.
    pub(super) fn konst(&mut self, konst: &Const) {
        if self.literal(konst) {
            return;
        }
        self.out.push('<');
        self.ty(konst.ty);
        self.out.push_str("> ");
        match &konst.kind {
            ConstData::Int(bits) => self.int_bits(konst.ty, *bits),
            ConstData::Float(bits) => {
                let _ = write!(self.out, "float {bits:#x}");
            }
            ConstData::Zero => self.out.push_str("zero"),
            ConstData::Undef => self.out.push_str("undef"),
            ConstData::Aggregate(parts) => self.parts(parts),
            ConstData::Variant(variant, parts) => {
                self.out.push('.');
                self.variant_name(Some(konst.ty), *variant);
                if !parts.is_empty() {
                    self.out.push(' ');
                    self.parts(parts);
                }
            }
            ConstData::Union(field, value) => {
                let _ = write!(self.out, "{{.{field} = ");
                self.konst(value);
                self.out.push('}');
            }
            ConstData::Repeat(value, count) => {
                self.out.push('[');
                self.konst(value);
                let _ = write!(self.out, "; {count}]");
            }
            ConstData::Bytes(bytes) => {
                self.out.push('b');
                self.quoted_bytes(bytes);
            }
            ConstData::Fn(id) => self.fn_ref(*id),
            ConstData::Apply(id, args) => {
                self.fn_ref(*id);
                self.generic_args(self.program.types.args(*args));
            }
            ConstData::Measure(measure, of) => {
                self.out.push_str(measure_name(*measure));
                self.out.push(' ');
                self.ty(*of);
                if let Measure::Offset(field) = measure {
                    let _ = write!(self.out, ".{field}");
                }
            }
            ConstData::Addr(to, offset) => {
                self.out.push('&');
                self.pointee(to, *offset);
            }
            ConstData::Slice(to, offset, len) => {
                self.pointee(to, *offset);
                let _ = write!(self.out, "[..{len}]");
            }
        }
    }

    fn parts(&mut self, parts: &[Const]) {
        self.out.push('{');
        for (i, part) in parts.iter().enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            self.konst(part);
        }
        self.out.push('}');
    }

    /// `@global`, `c"text"`, `ref CONST`, `ref $0 = CONST`, `ref $0`; where it is not the start, ` + OFFSET`.
    fn pointee(&mut self, to: &PointeeData, offset: u64) {
        match to {
            PointeeData::Global(id) => self.global_ref(*id),
            PointeeData::Const(konst) => match &konst.kind {
                ConstData::Bytes(bytes) if self.is_text(konst.ty, bytes) => {
                    self.out.push('c');
                    self.quoted_bytes(&bytes[..bytes.len() - 1]);
                }
                // Text is shorter; this is any constant.
                _ => {
                    self.out.push_str("ref ");
                    let next = self.numbered;
                    if let Some(number) = self.shared.get_mut(&Arc::as_ptr(konst)) {
                        let known = number.is_some();
                        let _ = write!(self.out, "${}", number.get_or_insert(next));
                        if known {
                            return self.offset(offset);
                        }
                        self.numbered += 1;
                        self.out.push_str(" = ");
                    }
                    deep(|| self.konst(konst));
                }
            },
        }
        self.offset(offset);
    }

    fn offset(&mut self, offset: u64) {
        if offset != 0 {
            let _ = write!(self.out, " + {offset}");
        }
    }

    /// Whether bytes are what `c"…"` reads as: an array of `u8` with a NUL at its end.
    fn is_text(&self, ty: Ty, bytes: &[u8]) -> bool {
        let types = &self.program.types;
        let len = bytes.len() as u64;
        bytes.last() == Some(&0)
            && ty.index() < types.len()
            && matches!(*types.kind(ty), TyKind::Array(of, count) if of == Ty::U8 && count == len)
    }

    /// Prints constants whose literal has their type: `5u8`, `-1.5f64`, `true`, `'a'`.
    fn literal(&mut self, konst: &Const) -> bool {
        match konst.kind {
            ConstData::Int(bits) => self.int_literal(konst.ty, bits),
            ConstData::Float(bits) => self.float_literal(konst.ty, bits),
            // The others need their type.
            _ => false,
        }
    }

    fn int_literal(&mut self, ty: Ty, bits: u128) -> bool {
        if ty == Ty::BOOL && bits <= 1 {
            self.out.push_str(if bits == 1 { "true" } else { "false" });
            return true;
        }
        if ty == Ty::CHAR {
            let Some(c) = u32::try_from(bits).ok().and_then(char::from_u32) else { return false };
            self.out.push('\'');
            escape(c, '\'', &mut self.out);
            self.out.push('\'');
            return true;
        }
        let Some(int) = ty.as_int() else { return false };
        let width = int.bits(self.cx.target.pointer_bits);
        if truncate(bits, width) != bits {
            return false;
        }
        let _ = match int.signed() {
            true => write!(self.out, "{}{}", sign_extend(bits, width), int.name()),
            false => write!(self.out, "{bits}{}", int.name()),
        };
        true
    }

    fn float_literal(&mut self, ty: Ty, bits: u64) -> bool {
        let _ = match ty.as_float() {
            Some(FloatTy::F32) => match u32::try_from(bits).map(f32::from_bits) {
                Ok(value) if value.is_finite() => write!(self.out, "{value:?}f32"),
                _ => return false,
            },
            Some(FloatTy::F64) => match f64::from_bits(bits) {
                value if value.is_finite() => write!(self.out, "{value:?}f64"),
                _ => return false,
            },
            None => return false,
        };
        true
    }

    /// Bits of a type without literals: as a number for enums, else in hexadecimal.
    fn int_bits(&mut self, ty: Ty, bits: u128) {
        let int = if ty.index() < self.program.types.len() { self.program.types.repr_int(ty) } else { None };
        let width = int.map_or(0, |int| int.bits(self.cx.target.pointer_bits));
        let _ = match int {
            Some(int) if int.signed() && truncate(bits, width) == bits => {
                write!(self.out, "{}", sign_extend(bits, width))
            }
            Some(_) if truncate(bits, width) == bits => write!(self.out, "{bits}"),
            Some(_) | None => write!(self.out, "{bits:#x}"),
        };
    }

    fn quoted_bytes(&mut self, bytes: &[u8]) {
        self.out.push('"');
        for &byte in bytes {
            match byte {
                b'\n' => self.out.push_str("\\n"),
                b'\\' => self.out.push_str("\\\\"),
                b'"' => self.out.push_str("\\\""),
                b' '..=b'~' => self.out.push(byte as char),
                _ => {
                    let _ = write!(self.out, "\\x{byte:02x}");
                }
            }
        }
        self.out.push('"');
    }
}

pub(in super::super) fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Size => "size_of",
        Measure::Align => "align_of",
        Measure::Offset(_) => "offset_of",
        Measure::Len => "len_of",
        Measure::Value => "value_of",
    }
}
