//! DWARF of types and statics.

use super::Module;
use super::debug::{DW_ATE_BOOLEAN, DW_ATE_FLOAT, DW_ATE_SIGNED, DW_ATE_UNSIGNED, DW_ATE_UTF, Described, MD_DBG};
use inkwell::llvm_sys::core::LLVMGlobalSetMetadata;
use inkwell::llvm_sys::debuginfo::*;
use inkwell::llvm_sys::prelude::*;
use std::ptr;
use vex_ir::Span;
use vex_ir::flow::{Global, GlobalId, Linkage};
use vex_ir::symbol::Symbol;
use vex_ir::ty::{AdtDef, AdtKind, Ty, TyKind, Variant};

impl<'a> Module<'a> {
    pub(super) fn line(&self, span: Span) -> u32 {
        self.cx.sources.location(span).map_or(0, |(_, at)| at.line)
    }

    /// Debug information for a static.
    pub(super) fn debug_global(&mut self, id: GlobalId, global: &Global) {
        if global.unnamed || !self.describes_variables() {
            return;
        }
        let ty = self.debug_type(global.ty);
        let (cx, line) = (self.cx, self.line(global.span));
        let name = cx.text(global.name);
        let symbol = super::debug::linkage_name(name, cx.text(global.symbol));
        let value = self.global_value(id);
        let Some(debug) = &mut self.debug else { return };
        let file = debug.file_of(cx, global.span);
        let expression = debug.expression(&mut []);
        let local = global.linkage == Linkage::Internal;
        // SAFETY: see `Debug`.
        unsafe {
            let described = LLVMDIBuilderCreateGlobalVariableExpression(
                debug.builder,
                debug.unit,
                name.as_ptr().cast(),
                name.len(),
                symbol.as_ptr().cast(),
                symbol.len(),
                file,
                line,
                ty,
                local.into(),
                expression,
                ptr::null_mut(),
                0,
            );
            LLVMGlobalSetMetadata(value.0, MD_DBG, described);
        }
    }

    /// The description of a type; null for `void`.
    pub(super) fn debug_type(&mut self, ty: Ty) -> LLVMMetadataRef {
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        if let Some(known) = debug.types.get(&ty) {
            return *known;
        }
        let made = self.make_debug_type(ty);
        if let Some(debug) = &mut self.debug {
            debug.types.insert(ty, made);
        }
        made
    }

    fn make_debug_type(&mut self, ty: Ty) -> LLVMMetadataRef {
        let info = self.types.info(ty);
        let bits = info.size * 8;
        let kind = self.types.kind(ty);
        let basic = |m: &Self, name: &str, encoding| {
            m.debug.as_ref().map_or(ptr::null_mut(), |d| d.basic_type(name, bits, encoding))
        };
        match kind {
            TyKind::Bool => basic(self, "bool", DW_ATE_BOOLEAN),
            TyKind::Char => basic(self, "char", DW_ATE_UTF),
            TyKind::Float(float) => basic(self, float.name(), DW_ATE_FLOAT),
            TyKind::Int(int) => basic(self, int.name(), if int.signed() { DW_ATE_SIGNED } else { DW_ATE_UNSIGNED }),
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) if self.types.types.is_unsized(*to) => self.debug_fat(ty, *to),
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) => self.debug_pointer(ty, *to),
            TyKind::Null => self.debug_pointer(ty, Ty::VOID),
            TyKind::Array(of, len) => self.debug_array(*of, *len, bits, info.align),
            TyKind::Tuple(fields) => self.debug_tuple(ty, fields),
            TyKind::Adt(id) => self.debug_adt(ty, &self.program.types.adts[*id]),
            TyKind::Fn(sig) => {
                let code = self.debug_signature(&sig.params, sig.ret, ptr::null_mut());
                let name = self.types.types.show(&self.cx.interner, ty);
                self.debug.as_ref().map_or(ptr::null_mut(), |d| d.pointer_type(code, bits, &name))
            }
            // No value has these; a pointer to them is one to `void`.
            TyKind::Param(..) | TyKind::Apply(..) | TyKind::Assoc(..) | TyKind::OpenArray(..) | TyKind::Number(_) => {
                ptr::null_mut()
            }
            TyKind::Void | TyKind::Never | TyKind::Error | TyKind::Str | TyKind::Slice(_) => ptr::null_mut(),
        }
    }

    fn debug_pointer(&mut self, ty: Ty, to: Ty) -> LLVMMetadataRef {
        let to = self.debug_type(to);
        let bits = self.types.pointer_size() * 8;
        let name = self.types.types.show(&self.cx.interner, ty);
        self.debug.as_ref().map_or(ptr::null_mut(), |d| d.pointer_type(to, bits, &name))
    }

    fn debug_array(&mut self, of: Ty, len: u64, bits: u64, align: u64) -> LLVMMetadataRef {
        let of = self.debug_type(of);
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        // SAFETY: see `Debug`.
        unsafe {
            let mut range = LLVMDIBuilderGetOrCreateSubrange(debug.builder, 0, len as i64);
            LLVMDIBuilderCreateArrayType(debug.builder, bits, align as u32 * 8, of, &mut range, 1)
        }
    }

    /// A pointer with a length: a struct of both, with the field names by which debuggers know to show what is behind.
    fn debug_fat(&mut self, ty: Ty, to: Ty) -> LLVMMetadataRef {
        let element = match self.types.kind(to) {
            TyKind::Slice(of) => *of,
            // `str`
            _ => Ty::U8,
        };
        let (element, len) = (self.debug_type(element), self.debug_type(Ty::USIZE));
        let word = self.types.pointer_size();
        let name = self.types.types.show(&self.cx.interner, ty);
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        let ptr = debug.pointer_type(element, word * 8, "");
        let named = |name| Described { name, file: debug.main_file, line: 0 };
        let mut members =
            [debug.member(&named("data_ptr"), word, 0, ptr), debug.member(&named("length"), word, word, len)];
        debug.aggregate(&named(&name), word * 2, word, false, &mut members)
    }

    fn debug_tuple(&mut self, ty: Ty, fields: &[Ty]) -> LLVMMetadataRef {
        let info = self.types.info(ty);
        let name = self.types.types.show(&self.cx.interner, ty);
        let mut members = Vec::new();
        for (i, field) in fields.iter().enumerate() {
            let of = self.debug_type(*field);
            let (size, offset) = (self.types.info(*field).size, self.types.offset(ty, i as u32));
            if let Some(debug) = &self.debug {
                // A name by which debuggers know a tuple.
                let name = format!("__{i}");
                members.push(debug.member(
                    &Described { name: &name, file: debug.main_file, line: 0 },
                    size,
                    offset,
                    of,
                ));
            }
        }
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        let place = Described { name: &name, file: debug.main_file, line: 0 };
        debug.aggregate(&place, info.size, info.align, false, &mut members)
    }

    fn debug_adt(&mut self, ty: Ty, def: &'a AdtDef) -> LLVMMetadataRef {
        let (cx, line) = (self.cx, self.line(def.span));
        let Some(debug) = &mut self.debug else { return ptr::null_mut() };
        let place = Described { name: cx.text(def.name), file: debug.file_of(cx, def.span), line };
        match &def.kind {
            AdtKind::Struct(_) => self.debug_fields(ty, def, place, false),
            AdtKind::Union(_) => self.debug_fields(ty, def, place, true),
            AdtKind::Enum { repr, variants } => self.debug_enum(Ty::int(*repr), variants, place),
            AdtKind::Sum(variants) => self.debug_variants(ty, variants, place),
            AdtKind::Opaque | AdtKind::Pending => debug.forward(&place, false),
        }
    }

    fn debug_fields(&mut self, ty: Ty, def: &'a AdtDef, place: Described<'_>, union: bool) -> LLVMMetadataRef {
        let info = self.types.info(ty);
        let Some(debug) = &mut self.debug else { return ptr::null_mut() };
        // A struct may lead to itself through a pointer: until it is complete, a placeholder stands for it.
        let placeholder = debug.forward(&place, true);
        debug.types.insert(ty, placeholder);
        let mut members = Vec::new();
        for (i, field) in def.fields().iter().enumerate() {
            let of = self.debug_type(field.ty);
            let (size, offset) = (self.types.info(field.ty).size, self.types.offset(ty, i as u32));
            let (cx, line) = (self.cx, self.line(field.span));
            if let Some(debug) = &self.debug {
                members.push(debug.member(&Described { name: cx.text(field.name), line, ..place }, size, offset, of));
            }
        }
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        let made = debug.aggregate(&place, info.size, info.align, union, &mut members);
        // SAFETY: see `Debug`; the placeholder is temporary, and nothing holds it any more.
        unsafe { LLVMMetadataReplaceAllUsesWith(placeholder, made) }
        made
    }

    /// A union of its variants, each a struct: which one it is, the debugger's user knows.
    fn debug_variants(&mut self, ty: Ty, variants: &'a [Variant], place: Described<'_>) -> LLVMMetadataRef {
        let (info, layout) = (self.types.info(ty), self.types.sum(ty));
        let Some(debug) = &mut self.debug else { return ptr::null_mut() };
        // As above.
        let placeholder = debug.forward(&place, true);
        debug.types.insert(ty, placeholder);
        let mut parts = Vec::new();
        for (number, (variant, offsets)) in variants.iter().zip(&layout.offsets).enumerate() {
            let mut members = Vec::new();
            for (field, (info, offset)) in variant.fields.iter().zip(offsets).enumerate() {
                let of_ty = self.types.types.variant_field(ty, number as u32, field as u32).unwrap_or(info.ty);
                let (of, size) = (self.debug_type(of_ty), self.types.info(of_ty).size);
                let (cx, line) = (self.cx, self.line(info.span));
                if let Some(debug) = &self.debug {
                    let field = Described { name: cx.text(info.name), line, ..place };
                    members.push(debug.member(&field, size, *offset, of));
                }
            }
            let (cx, line) = (self.cx, self.line(variant.span));
            if let Some(debug) = &self.debug {
                let named = Described { name: cx.text(variant.name), line, ..place };
                let of = debug.aggregate(&named, info.size, info.align, false, &mut members);
                parts.push(debug.member(&named, info.size, 0, of));
            }
        }
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        let made = debug.aggregate(&place, info.size, info.align, true, &mut parts);
        // SAFETY: as above.
        unsafe { LLVMMetadataReplaceAllUsesWith(placeholder, made) }
        made
    }

    fn debug_enum(&mut self, repr: Ty, variants: &[(Symbol, i128)], place: Described<'_>) -> LLVMMetadataRef {
        let (info, of, signed) = (self.types.info(repr), self.debug_type(repr), self.types.signed(repr));
        let cx = self.cx;
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        // SAFETY: see `Debug`.
        unsafe {
            let mut parts: Vec<_> = variants
                .iter()
                .map(|(name, value)| {
                    let (name, unsigned) = (cx.text(*name), !signed);
                    let (text, len) = (name.as_ptr().cast(), name.len());
                    LLVMDIBuilderCreateEnumerator(debug.builder, text, len, *value as i64, unsigned.into())
                })
                .collect();
            let (name, len) = (place.name.as_ptr().cast(), place.name.len());
            let (b, file, line, bits, align) =
                (debug.builder, place.file, place.line, info.size * 8, info.align as u32 * 8);
            let (list, count) = (parts.as_mut_ptr(), parts.len() as u32);
            LLVMDIBuilderCreateEnumerationType(b, file, name, len, file, line, bits, align, list, count, of)
        }
    }

    pub(super) fn debug_signature(&mut self, params: &[Ty], ret: Ty, file: LLVMMetadataRef) -> LLVMMetadataRef {
        let (params, ret) = if self.describes_variables() { (params, ret) } else { (&[][..], Ty::VOID) };
        let mut types = vec![self.debug_type(ret)];
        types.extend(params.iter().map(|p| self.debug_type(*p)));
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        // SAFETY: see `Debug`.
        unsafe { LLVMDIBuilderCreateSubroutineType(debug.builder, file, types.as_mut_ptr(), types.len() as u32, 0) }
    }
}
