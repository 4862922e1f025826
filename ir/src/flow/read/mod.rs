//! Flow from text, as [`print`](super::print) writes it. Any input gives a program or an error, never a panic.
//!
//! The text may mention functions, globals and types before it defines them. Where it has no `source` sections, things
//! have the position at which they stand in the text itself.

mod body;
mod generic;
mod konst;
mod lex;
mod types;

use self::lex::{Kind, Token, lex};
use super::*;
use crate::cx::Cx;
use crate::diag::{Code, Diagnostic};
use crate::layout::without_layout;
use crate::span::Span;
use crate::tree::LinkKind;
use crate::ty::{AdtDef, AdtField, AdtId, AdtKind, AssocRule, GenericParam, IntTy, Ty, TyKind, Variant};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Flow text that cannot be read.
const UNREADABLE_FLOW: Code = Code("E0640");

#[cfg(test)]
mod tests;

type Read<T> = Result<T, Box<Diagnostic>>;

/// Nesting beyond this, of types, constants or places, is refused: the reader is recursive.
const MAX_DEPTH: u32 = 200;

/// Reads a program. `base` is the offset of the text in [`Cx::sources`], for the position of errors.
pub fn read(cx: &mut Cx, text: &str, base: u32) -> Result<Program, Box<Diagnostic>> {
    let code_len = text.match_indices("source ").map(|(i, _)| i).find(|&i| i == 0 || text[..i].ends_with('\n'));
    let (code, sources) = text.split_at(code_len.unwrap_or(text.len()));
    if u32::try_from(text.len()).ok().and_then(|len| len.checked_add(base)).is_none() {
        return Err(Box::new(Diagnostic::error(UNREADABLE_FLOW, Span::NONE, "the text is larger than 4 GiB")));
    }
    let mut reader = Reader {
        text: code,
        tokens: lex(code),
        at: 0,
        base,
        depth: 0,
        files: Vec::new(),
        has_positions: code_len.is_some(),
        program: Program::default(),
        symbols: FxHashMap::default(),
        shared: FxHashMap::default(),
        adts: FxHashMap::default(),
        adts_end: FxHashMap::default(),
        generics: Vec::new(),
        defined: 0,
        assocs_known: false,
        cx,
    };
    reader.sources(sources, code.len())?;
    reader.declare()?;
    reader.program()?;
    reader.drop_fns();
    let program = reader.program;
    check_layouts(cx, &program)?;
    Ok(program)
}

/// That each type of values has a layout on the target: passes ask for layouts without looking.
fn check_layouts(cx: &Cx, program: &Program) -> Read<()> {
    let Some((ty, error)) = without_layout(&program.types, &cx.target, 0) else { return Ok(()) };
    let (of, why) = error.reason();
    let span = [of, ty].into_iter().find_map(|ty| program.types.adt(ty).map(|def| def.span));
    let message = format!("the type `{}` {why}", program.types.show(&cx.interner, of));
    Err(Box::new(Diagnostic::error(UNREADABLE_FLOW, span.unwrap_or(Span::NONE), message)))
}

/// What a name behind `@` stands for.
#[derive(Clone, Copy)]
enum Named {
    Fn(FnId),
    Global(GlobalId),
}

/// A name as the text writes it, and the number that tells it from others alike.
type Handle = (Symbol, u32);

struct Reader<'a> {
    cx: &'a mut Cx,
    /// Without the `source` sections.
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    base: u32,
    depth: u32,
    /// Offset and length of each `source` section's text in [`Cx::sources`].
    files: Vec<(u32, u32)>,
    /// Whether positions are those that the text gives.
    has_positions: bool,
    program: Program,
    symbols: FxHashMap<Handle, Named>,
    /// Constants that several others lead to, by the name that they have in the text.
    shared: FxHashMap<&'a str, Arc<Const>>,
    adts: FxHashMap<Handle, AdtId>,
    /// Where the definition of a type ends, by where it begins.
    adts_end: FxHashMap<usize, usize>,
    /// The parameters of the definition that is read.
    generics: Vec<GenericParam>,
    /// How many of the declared functions, globals and types have been read.
    defined: usize,
    /// Whether types know what associated types are: what stands before the first body says it.
    assocs_known: bool,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Token {
        // The last token is `End`, and nothing moves beyond it.
        self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn peek_at(&self, ahead: usize) -> &'a str {
        self.tokens.get(self.at + ahead).map_or("", |t| self.token_text(*t))
    }

    fn token_text(&self, token: Token) -> &'a str {
        &self.text[token.lo as usize..token.hi as usize]
    }

    fn bump(&mut self) -> Token {
        let token = self.peek();
        if token.kind != Kind::End {
            self.at += 1;
        }
        token
    }

    fn span_of(&self, token: Token) -> Span {
        Span::new(self.base + token.lo, self.base + token.hi)
    }

    fn error_at<T>(&self, token: Token, message: impl Into<String>) -> Read<T> {
        Err(Box::new(Diagnostic::error(UNREADABLE_FLOW, self.span_of(token), message)))
    }

    fn expected<T>(&self, what: &str) -> Read<T> {
        let token = self.peek();
        let found = match token.kind {
            Kind::End => "the end of the text".to_string(),
            Kind::Unclosed => "a quote that is not closed".to_string(),
            Kind::Word | Kind::Number | Kind::Str | Kind::Bytes | Kind::Text | Kind::Char | Kind::Punct => {
                format!("`{}`", self.token_text(token))
            }
        };
        self.error_at(token, format!("expected {what}, found {found}"))
    }

    /// Whether the next token is this word or punctuation.
    fn is(&self, text: &str) -> bool {
        let token = self.peek();
        matches!(token.kind, Kind::Word | Kind::Punct) && self.token_text(token) == text
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.is(text);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, text: &str) -> Read<()> {
        if self.eat(text) { Ok(()) } else { self.expected(&format!("`{text}`")) }
    }

    fn word(&mut self, what: &str) -> Read<&'a str> {
        if self.peek().kind != Kind::Word {
            return self.expected(what);
        }
        let token = self.bump();
        Ok(self.token_text(token))
    }

    /// A decimal number without a suffix.
    fn number<T: TryFrom<u128>>(&mut self, what: &str) -> Read<T> {
        let token = self.peek();
        if token.kind != Kind::Number {
            return self.expected(what);
        }
        self.at += 1;
        let value = self.token_text(token).parse::<u128>().ok().and_then(|v| T::try_from(v).ok());
        value.map_or_else(|| self.error_at(token, format!("this is not {what}")), Ok)
    }

    /// `…` in parentheses.
    fn in_parens<T>(&mut self, inner: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        self.expect("(")?;
        let value = inner(self)?;
        self.expect(")")?;
        Ok(value)
    }

    /// Items between commas up to a closing token.
    fn list<T>(&mut self, close: &str, mut item: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let mut items = Vec::new();
        while !self.eat(close) {
            items.push(item(self)?);
            if !self.eat(",") && !self.is(close) {
                return self.expected(&format!("`,` or `{close}`"));
            }
        }
        Ok(items)
    }

    /// Guards a recursive rule.
    fn deeper<T>(&mut self, rule: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= MAX_DEPTH {
            return self.error_at(self.peek(), "this is nested too deeply");
        }
        self.depth += 1;
        let result = rule(self);
        self.depth -= 1;
        result
    }

    fn string(&mut self) -> Read<Symbol> {
        let token = self.peek();
        if token.kind != Kind::Str {
            return self.expected("a name in quotes");
        }
        self.at += 1;
        let text = self.token_text(token);
        match lex::unescape(&text[1..text.len() - 1]) {
            Some(text) => Ok(self.cx.interner.intern(&text)),
            None => self.error_at(token, "an escape in this text is not valid"),
        }
    }

    /// A name, plain or in quotes, without a number.
    fn name(&mut self) -> Read<Symbol> {
        match self.peek().kind {
            Kind::Word => {
                let text = self.word("a name")?;
                Ok(self.cx.interner.intern(text))
            }
            Kind::Str => self.string(),
            // Cannot begin a name.
            _ => self.expected("a name"),
        }
    }

    /// A name, and `#2` if it is the second of its kind.
    fn handle(&mut self) -> Read<Handle> {
        let name = self.name()?;
        let number = if self.eat("#") { self.number("a number")? } else { 1 };
        Ok((name, number))
    }

    /// The position of what began at a token: as the text says, or where it stands.
    fn position(&mut self, first: usize) -> Read<Span> {
        let last = self.at.max(first + 1) - 1;
        let here = Span::new(self.base + self.tokens[first].lo, self.base + self.tokens[last].hi);
        if !self.eat("at") {
            return Ok(if self.has_positions { Span::NONE } else { here });
        }
        let token = self.peek();
        let file: usize = self.number("the number of a source")?;
        self.expect(":")?;
        let lo: u32 = self.number("an offset")?;
        self.expect("..")?;
        let hi: u32 = self.number("an offset")?;
        match self.files.get(file) {
            Some(&(base, len)) if lo <= hi && hi <= len => Ok(Span::new(base + lo, base + hi)),
            _ => self.error_at(token, "there is no such position in the sources below"),
        }
    }

    /// Reads the `source` sections, which are the end of the text.
    fn sources(&mut self, text: &str, offset: usize) -> Read<()> {
        let mut at = offset;
        let mut header: Option<(&str, Token)> = None;
        let mut content = String::new();
        for line in text.split_inclusive('\n') {
            let token = Token { kind: Kind::Punct, lo: at as u32, hi: (at + line.trim_end().len()) as u32 };
            at += line.len();
            if let Some(line) = line.strip_prefix('|').filter(|_| header.is_some()) {
                content.push_str(line);
            } else if let Some(rest) = line.strip_prefix("source ") {
                if let Some(header) = header.replace((rest, token)) {
                    self.source(header, std::mem::take(&mut content))?;
                }
            } else if !line.trim().is_empty() {
                return self.error_at(token, "only sources may stand here: lines that begin with `source` or `|`");
            }
        }
        match header {
            Some(header) => self.source(header, content),
            None => Ok(()),
        }
    }

    fn source(&mut self, (header, token): (&str, Token), mut content: String) -> Read<()> {
        // The newline that ends the last line of the section is not the source's.
        content.pop();
        let number = self.files.len().to_string();
        let path = header.trim_end().strip_prefix(&number).and_then(|rest| rest.strip_prefix(" \""));
        let Some(path) = path.and_then(|p| p.strip_suffix('"')).and_then(lex::unescape) else {
            return self.error_at(token, format!("expected `source {number} \"path\"`"));
        };
        let Ok(index) = self.cx.sources.add(path, Arc::from(content)) else {
            return self.error_at(token, "the sources together are larger than 4 GiB");
        };
        let file = &self.cx.sources.files()[index];
        self.files.push((file.base, file.text.len() as u32));
        Ok(())
    }

    /// Finds what the text defines, so that it can be mentioned before.
    fn declare(&mut self) -> Read<()> {
        let mut braces = 0usize;
        let mut item_start = true;
        let (mut headers, mut adts, mut globals) = (Vec::new(), Vec::new(), Vec::new());
        while self.peek().kind != Kind::End {
            let starts = std::mem::replace(&mut item_start, self.is(";") || self.is("}"));
            let text = self.token_text(self.peek());
            match text {
                "{" => braces += 1,
                "}" => braces = braces.saturating_sub(1),
                "struct" | "union" | "enum" | "opaque" | "pending" if starts && braces == 0 => {
                    adts.push(self.at);
                    self.at += 1;
                    self.declare_adt()?;
                    continue;
                }
                "fn" | "static" | "mut" if braces == 0 && self.peek_at(1) == "@" => {
                    if text == "fn" {
                        headers.push(self.header_start());
                    }
                    self.at += 2;
                    self.declare_symbol(text == "fn")?;
                    if text != "fn" {
                        globals.push(self.at);
                    }
                    continue;
                }
                // Defines nothing.
                _ => {}
            }
            self.at += 1;
        }
        // Code needs the types that are defined further on, and those of functions and globals.
        for first in adts {
            self.at = first;
            self.adt()?;
            self.adts_end.insert(first, self.at);
        }
        for (id, first) in globals.into_iter().enumerate() {
            self.at = first;
            self.expect(":")?;
            self.program.globals[GlobalId::from_raw((id as u32).into())].ty = self.ty()?;
        }
        for (id, header) in headers.into_iter().enumerate() {
            self.at = header;
            let (_, ty) = self.fn_header()?;
            self.generics.clear();
            self.program.fns[FnId::from_raw((id as u32).into())].ty = ty;
        }
        self.at = 0;
        Ok(())
    }

    /// The first token of the header whose `fn` is next: `unsafe` or `extern` may stand before.
    fn header_start(&self) -> usize {
        let before = |n: usize| self.at.checked_sub(n).map_or("", |at| self.token_text(self.tokens[at]));
        let conv = if before(2) == "extern" { 2 } else { 0 };
        self.at - conv - usize::from(before(conv + 1) == "unsafe")
    }

    fn declare_adt(&mut self) -> Read<()> {
        let token = self.peek();
        let handle = self.handle()?;
        let def = AdtDef {
            name: handle.0,
            span: Span::NONE,
            generics: Vec::new(),
            kind: AdtKind::Pending,
            packed: None,
            align: None,
        };
        let id = self.program.types_mut().adts.alloc(def);
        match self.adts.insert(handle, id) {
            Some(_) => self.error_at(token, format!("the type `{}` is defined twice", self.token_text(token))),
            None => Ok(()),
        }
    }

    fn declare_symbol(&mut self, is_fn: bool) -> Read<()> {
        let token = self.peek();
        let handle = self.handle()?;
        let named = if is_fn {
            Named::Fn(self.program.fns.alloc(Function::new(handle.0, Ty::ERROR)))
        } else {
            Named::Global(self.program.globals.alloc(Global::new(handle.0, Ty::ERROR)))
        };
        match self.symbols.insert(handle, named) {
            Some(_) => self.error_at(token, format!("`@{}` is defined twice", self.token_text(token))),
            None => Ok(()),
        }
    }

    fn program(&mut self) -> Read<()> {
        while self.peek().kind != Kind::End {
            match self.peek_at(0) {
                "main" => {
                    self.at += 1;
                    self.expect("=")?;
                    self.program.main = Some(self.fn_ref()?);
                    self.expect(";")?;
                }
                "drop" => {
                    self.at += 1;
                    self.expect("=")?;
                    self.program.drop = Some(self.fn_ref()?);
                    self.expect(";")?;
                }
                "link" => self.lib()?,
                // It was read when it was declared.
                "struct" | "union" | "enum" | "opaque" | "pending" if self.adts_end.contains_key(&self.at) => {
                    self.at = self.adts_end[&self.at];
                }
                "abi" => self.abi()?,
                "impl" => self.implementation()?,
                "import" | "export" | "unnamed" | "thread_local" | "static" | "fn" | "unsafe" | "extern" => {
                    self.item()?
                }
                _ => {
                    return self.expected("`main`, `link`, `struct`, `union`, `enum`, `impl`, `abi`, `static` or `fn`");
                }
            }
        }
        let declared = self.program.fns.len() + self.program.globals.len() + self.program.types.adts.len();
        if self.defined == declared { Ok(()) } else { self.expected("a definition for each name that is declared") }
    }

    /// Has the types know what implementations say that associated types are.
    fn assocs(&mut self) {
        if std::mem::replace(&mut self.assocs_known, true) {
            return;
        }
        let Program { sigs: Sigs { types, impls, .. }, .. } = &self.program;
        let mut rules = Vec::new();
        for Impl { of, args, generics, types, .. } in impls {
            let rule = |ty| AssocRule { pattern: *args, params: generics.len(), ty };
            rules.extend(types.iter().map(|(name, ty)| ((*of, *name), rule(*ty))));
        }
        types.define_assoc(rules);
    }

    /// Has the types know which of them have drop functions.
    fn drop_fns(&mut self) {
        let Program { sigs: Sigs { types, impls, drop, .. }, .. } = &mut self.program;
        let with_drop = impls.iter().filter(|item| item.fns.iter().any(|(method, _)| Some(*method) == *drop));
        let of = |item: &Impl| match types.args(item.args).first().map(|ty| types.kind(*ty)) {
            Some(TyKind::Adt(id) | TyKind::Apply(id, _)) => Some(*id),
            // No other type has one.
            _ => None,
        };
        let found: Vec<AdtId> = with_drop.filter_map(of).collect();
        found.into_iter().for_each(|id| self.program.types_mut().add_drop_fn(id));
    }

    fn lib(&mut self) -> Read<()> {
        let first = self.at;
        self.at += 1;
        let name = self.string()?;
        let kind = match self.peek_at(0) {
            "dylib" => LinkKind::Dylib,
            "static" => LinkKind::Static,
            "framework" => LinkKind::Framework,
            "bitcode" => LinkKind::Bitcode,
            // None is written.
            _ => LinkKind::Default,
        };
        self.at += usize::from(kind != LinkKind::Default);
        let span = self.position(first)?;
        self.expect(";")?;
        self.program.libs.push(LinkLib { name, kind, span });
        Ok(())
    }

    /// What `packed(…)` and `align(…)` take.
    fn alignment(&mut self) -> Read<u32> {
        let align: u64 = self.within("an alignment", 1, self.cx.target.max_align())?;
        match u32::try_from(align) {
            Ok(align) if align.is_power_of_two() => Ok(align),
            _ => self.error_at(self.tokens[self.at - 1], "an alignment is a power of two"),
        }
    }

    fn adt(&mut self) -> Read<()> {
        let word = self.word("a definition")?;
        let first = self.at;
        let handle = self.handle()?;
        let Some(&id) = self.adts.get(&handle) else { return self.expected("the definition of a type") };
        self.generic_params()?;
        let packed = if self.eat("packed") { Some(self.in_parens(Reader::alignment)?) } else { None };
        let align = if self.eat("align") { Some(self.in_parens(Reader::alignment)?) } else { None };
        let repr = if word == "enum" && self.is(":") { Some(self.enum_repr()?) } else { None };
        let span = self.position(first)?;
        let kind = match (word, repr) {
            ("opaque", _) => AdtKind::Opaque,
            ("pending", _) => AdtKind::Pending,
            ("struct", _) => AdtKind::Struct(self.fields()?),
            ("union", _) => AdtKind::Union(self.fields()?),
            (_, Some(repr)) => AdtKind::Enum { repr, variants: self.variants()? },
            (_, None) => AdtKind::Sum(self.payload_variants()?),
        };
        if matches!(kind, AdtKind::Opaque | AdtKind::Pending) {
            self.expect(";")?;
        }
        let generics = std::mem::take(&mut self.generics);
        self.program.types_mut().adts[id] = AdtDef { name: handle.0, span, generics, kind, packed, align };
        self.defined += 1;
        Ok(())
    }

    fn enum_repr(&mut self) -> Read<IntTy> {
        self.expect(":")?;
        let token = self.peek();
        let word = self.word("an integer type")?;
        IntTy::from_name(word).map_or_else(|| self.error_at(token, "this is not an integer type"), Ok)
    }

    fn fields(&mut self) -> Read<Vec<AdtField>> {
        self.expect("{")?;
        self.list("}", |r| {
            let first = r.at;
            let name = if r.peek().kind == Kind::Number { r.number_name()? } else { r.name()? };
            r.expect(":")?;
            let ty = r.ty()?;
            let span = r.position(first)?;
            Ok(AdtField { name, ty, span })
        })
    }

    /// `{ None, Some { 0: T } }`
    fn payload_variants(&mut self) -> Read<Vec<Variant>> {
        self.expect("{")?;
        self.list("}", |r| {
            let first = r.at;
            let name = r.name()?;
            let fields = if r.is("{") { r.fields()? } else { Vec::new() };
            let span = r.position(first)?;
            Ok(Variant { name, span, fields })
        })
    }

    /// The name of a tuple struct's field.
    fn number_name(&mut self) -> Read<Symbol> {
        let token = self.bump();
        Ok(self.cx.interner.intern(self.token_text(token)))
    }

    fn variants(&mut self) -> Read<Vec<(Symbol, i128)>> {
        self.expect("{")?;
        self.list("}", |r| {
            let name = r.name()?;
            r.expect("=")?;
            let token = r.peek();
            let negative = r.eat("-");
            let magnitude: u128 = r.number("a discriminant")?;
            let value = if negative { 0i128.checked_sub_unsigned(magnitude) } else { magnitude.try_into().ok() };
            value.map_or_else(|| r.error_at(token, "this number is too large"), |value| Ok((name, value)))
        })
    }

    /// A global or a function.
    fn item(&mut self) -> Read<()> {
        let first = self.at;
        let linkage = if self.eat("import") {
            Linkage::Import
        } else if self.eat("export") {
            Linkage::Export
        } else {
            Linkage::Internal
        };
        let unnamed = self.eat("unnamed");
        if unnamed || self.is("thread_local") || self.is("static") {
            self.global(first, linkage, unnamed)
        } else {
            self.function(first, linkage)
        }
    }

    fn global(&mut self, first: usize, linkage: Linkage, unnamed: bool) -> Read<()> {
        let thread_local = self.eat("thread_local");
        self.expect("static")?;
        let mutable = self.eat("mut");
        self.expect("@")?;
        let handle = self.handle()?;
        let Some(&Named::Global(id)) = self.symbols.get(&handle) else { return self.expected("a global") };
        self.expect(":")?;
        let ty = self.ty()?;
        let name = if self.eat("name") { self.string()? } else { handle.0 };
        let init = if self.eat("=") { Some(self.konst()?) } else { None };
        let span = self.position(first)?;
        self.expect(";")?;
        self.program.globals[id] =
            Global { symbol: handle.0, name, ty, linkage, mutable, init, span, unnamed, thread_local };
        self.defined += 1;
        Ok(())
    }

    fn symbol_ref(&mut self) -> Read<(Named, Token)> {
        self.expect("@")?;
        let token = self.peek();
        let handle = self.handle()?;
        match self.symbols.get(&handle) {
            Some(&named) => Ok((named, token)),
            None => self.error_at(token, format!("nothing is called `@{}`", self.token_text(token))),
        }
    }

    fn fn_ref(&mut self) -> Read<FnId> {
        match self.symbol_ref()? {
            (Named::Fn(id), _) => Ok(id),
            (Named::Global(_), token) => self.error_at(token, "this is not a function"),
        }
    }

    fn global_ref(&mut self) -> Read<GlobalId> {
        match self.symbol_ref()? {
            (Named::Global(id), _) => Ok(id),
            (Named::Fn(_), token) => self.error_at(token, "this is not a global"),
        }
    }
}
