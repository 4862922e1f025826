//! The kinds of tokens, and how `logos` recognises each.

use crate::lexer::{Extras, scan};
use logos::Logos;

/// The kind of a token. Everything else about it follows from its span and the text.
#[derive(Logos, Clone, Copy, PartialEq, Eq, Debug)]
#[logos(extras = Extras)]
#[logos(skip r"[ \t\r\n\x0b\x0c]+")]
#[repr(u8)]
pub enum T {
    // Names and literals.
    #[regex(r"[a-zA-Z_][a-zA-Z0-9_]*", priority = 3)]
    #[regex(r"[\p{XID_Start}_]\p{XID_Continue}*", priority = 2)]
    Ident,
    #[token("_", priority = 10)]
    Underscore,
    #[regex(r"'[a-zA-Z_][a-zA-Z0-9_]*")]
    Label,
    #[regex(r"[0-9][0-9a-zA-Z_]*", priority = 5)]
    Int,
    #[regex(r"[0-9][0-9_]*\.[0-9][0-9a-zA-Z_]*", priority = 6)]
    #[regex(r"[0-9][0-9_]*(\.[0-9][0-9_]*)?[eE][+-]?_*[0-9][0-9a-zA-Z_]*", priority = 7)]
    // Without digits: reported when it is read.
    #[regex(r"[0-9][0-9_]*(\.[0-9][0-9_]*)?[eE][+-]", priority = 6)]
    #[regex(r"0[xX][0-9a-fA-F_]*(\.[0-9a-fA-F_]*)?[pP][+-]?_*[0-9][0-9a-zA-Z_]*", priority = 9)]
    // Without an exponent, or digits in it. No letter may follow the point: `0xff.abs()` calls a method.
    #[regex(r"0[xX][0-9a-fA-F_]*\.[0-9][0-9a-zA-Z_]*", priority = 8)]
    #[regex(r"0[xX][0-9a-fA-F_]*(\.[0-9][0-9a-fA-F_]*)?[pP][+-]", priority = 8)]
    Float,
    #[regex(r"'[^'\\\n\r]'", priority = 20)]
    #[regex(r"'\\[^\n\r][^'\\\n\r]*'", priority = 20)]
    Char,
    #[regex(r"b'[^'\\\n\r]'", priority = 20)]
    #[regex(r"b'\\[^\n\r][^'\\\n\r]*'", priority = 20)]
    Byte,
    #[token("\"", scan::string)]
    Str,
    #[regex("r#*\"", scan::raw_string)]
    RawStr,
    #[token("b\"", scan::byte_string)]
    ByteStr,
    #[regex("br#*\"", scan::raw_byte_string)]
    RawByteStr,
    #[token("c\"", scan::c_string)]
    CStr,
    #[regex("cr#*\"", scan::raw_c_string)]
    RawCStr,
    #[token("f\"", scan::format_string)]
    FormatStr,
    /// A literal that was reported already.
    #[regex(r"''", scan::empty_char, priority = 30)]
    #[regex(r"b?'[\p{XID_Continue}][\p{XID_Continue}]+'", scan::long_char, priority = 30)]
    #[regex(r"b?'", scan::lone_quote, priority = 1)]
    BadLit,
    /// A character that begins no token, reported already; or what stands for code that is nested too deeply.
    Unknown,

    // Keywords.
    #[token("as")]
    As,
    #[token("break")]
    Break,
    #[token("const")]
    Const,
    #[token("continue")]
    Continue,
    #[token("defer")]
    Defer,
    #[token("else")]
    Else,
    #[token("enum")]
    Enum,
    #[token("export")]
    Export,
    #[token("extern")]
    Extern,
    #[token("false")]
    False,
    #[token("fn")]
    Fn,
    #[token("for")]
    For,
    #[token("if")]
    If,
    #[token("impl")]
    Impl,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("let")]
    Let,
    #[token("loop")]
    Loop,
    #[token("match")]
    Match,
    #[token("mod")]
    Mod,
    #[token("mut")]
    Mut,
    #[token("pub")]
    Pub,
    #[token("return")]
    Return,
    #[token("self")]
    SelfValue,
    #[token("Self")]
    SelfType,
    #[token("static")]
    Static,
    #[token("struct")]
    Struct,
    #[token("trait")]
    Trait,
    #[token("true")]
    True,
    #[token("type")]
    Type,
    #[token("unsafe")]
    Unsafe,
    #[token("while")]
    While,

    // Delimiters.
    #[token("(")]
    LParen,
    #[token(")")]
    RParen,
    #[token("[")]
    LBracket,
    #[token("]")]
    RBracket,
    #[token("{")]
    LBrace,
    #[token("}")]
    RBrace,

    // Punctuation.
    #[token(",")]
    Comma,
    #[token(";")]
    Semi,
    #[token(":")]
    Colon,
    #[token("::")]
    ColonColon,
    #[token(".")]
    Dot,
    #[token("..")]
    DotDot,
    #[token("..=")]
    DotDotEq,
    #[token("...")]
    Ellipsis,
    #[token("->")]
    Arrow,
    #[token("=>")]
    FatArrow,
    #[token("#")]
    Hash,
    #[token("@")]
    At,
    #[token("?")]
    Question,
    #[token("~")]
    Tilde,
    #[token("!")]
    Bang,
    #[token("=")]
    Eq,
    #[token("==")]
    EqEq,
    #[token("!=")]
    NotEq,
    #[token("<")]
    Lt,
    #[token("<=")]
    Le,
    #[token(">")]
    Gt,
    #[token(">=")]
    Ge,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("%")]
    Percent,
    #[token("&")]
    And,
    #[token("|")]
    Or,
    #[token("^")]
    Caret,
    #[token("<<")]
    Shl,
    #[token(">>")]
    Shr,
    #[token("&&")]
    AndAnd,
    #[token("||")]
    OrOr,
    #[token("+=")]
    PlusEq,
    #[token("-=")]
    MinusEq,
    #[token("*=")]
    StarEq,
    #[token("/=")]
    SlashEq,
    #[token("%=")]
    PercentEq,
    #[token("&=")]
    AndEq,
    #[token("|=")]
    OrEq,
    #[token("^=")]
    CaretEq,
    #[token("<<=")]
    ShlEq,
    #[token(">>=")]
    ShrEq,

    /// The end of the text; the last token, always.
    Eof,

    /// Comments become no tokens: the callback keeps them aside.
    #[token("//", scan::line_comment)]
    #[token("/*", scan::block_comment)]
    Comment,
}

impl T {
    /// Whether it is a word that cannot be a name. `self` and `Self` are paths, so they are not among them.
    pub fn is_keyword(self) -> bool {
        (self as u8) >= (T::As as u8) && (self as u8) <= (T::While as u8) && !matches!(self, T::SelfValue | T::SelfType)
    }

    pub fn is_open(self) -> bool {
        matches!(self, T::LParen | T::LBracket | T::LBrace)
    }

    pub fn is_close(self) -> bool {
        matches!(self, T::RParen | T::RBracket | T::RBrace)
    }

    /// The delimiter that closes this one.
    pub fn closer(self) -> T {
        match self {
            T::LParen => T::RParen,
            T::LBracket => T::RBracket,
            // Only opening delimiters have a closer; callers ask for nothing else.
            _ => T::RBrace,
        }
    }

    /// The delimiter that this one closes.
    pub fn opener(self) -> T {
        match self {
            T::RParen => T::LParen,
            T::RBracket => T::LBracket,
            // Only closing delimiters have an opener; callers ask for nothing else.
            _ => T::LBrace,
        }
    }

    /// Whether it is a literal, one that was reported included.
    pub fn is_literal(self) -> bool {
        matches!(
            self,
            T::Int
                | T::Float
                | T::Char
                | T::Byte
                | T::Str
                | T::RawStr
                | T::ByteStr
                | T::RawByteStr
                | T::CStr
                | T::RawCStr
                | T::FormatStr
                | T::BadLit
                | T::True
                | T::False
        )
    }

    /// Whether an item begins with it wherever it stands. `unsafe`, `const` and names need a second look.
    pub fn starts_item(self) -> bool {
        matches!(
            self,
            T::Enum
                | T::Export
                | T::Extern
                | T::Fn
                | T::Impl
                | T::Import
                | T::Mod
                | T::Pub
                | T::Static
                | T::Struct
                | T::Trait
                | T::Type
                | T::Const
        )
    }

    /// Whether a statement may begin with this keyword, and an expression in the middle of a line hardly does.
    pub fn starts_statement(self) -> bool {
        self.starts_item()
            || matches!(
                self,
                T::Let | T::Defer | T::Return | T::Break | T::Continue | T::While | T::For | T::Loop | T::If | T::Match
            )
    }

    /// As messages write it: `;`. Longer than functions are here, for it is a table.
    // Long because it is a table with a line for each token.
    pub fn text(self) -> &'static str {
        match self {
            T::As => "as",
            T::Break => "break",
            T::Const => "const",
            T::Continue => "continue",
            T::Defer => "defer",
            T::Else => "else",
            T::Enum => "enum",
            T::Export => "export",
            T::Extern => "extern",
            T::False => "false",
            T::Fn => "fn",
            T::For => "for",
            T::If => "if",
            T::Impl => "impl",
            T::Import => "import",
            T::In => "in",
            T::Let => "let",
            T::Loop => "loop",
            T::Match => "match",
            T::Mod => "mod",
            T::Mut => "mut",
            T::Pub => "pub",
            T::Return => "return",
            T::SelfValue => "self",
            T::SelfType => "Self",
            T::Static => "static",
            T::Struct => "struct",
            T::Trait => "trait",
            T::True => "true",
            T::Type => "type",
            T::Unsafe => "unsafe",
            T::While => "while",
            T::LParen => "(",
            T::RParen => ")",
            T::LBracket => "[",
            T::RBracket => "]",
            T::LBrace => "{",
            T::RBrace => "}",
            T::Comma => ",",
            T::Semi => ";",
            T::Colon => ":",
            T::ColonColon => "::",
            T::Dot => ".",
            T::DotDot => "..",
            T::DotDotEq => "..=",
            T::Ellipsis => "...",
            T::Arrow => "->",
            T::FatArrow => "=>",
            T::Hash => "#",
            T::At => "@",
            T::Question => "?",
            T::Tilde => "~",
            T::Bang => "!",
            T::Eq => "=",
            T::EqEq => "==",
            T::NotEq => "!=",
            T::Lt => "<",
            T::Le => "<=",
            T::Gt => ">",
            T::Ge => ">=",
            T::Plus => "+",
            T::Minus => "-",
            T::Star => "*",
            T::Slash => "/",
            T::Percent => "%",
            T::And => "&",
            T::Or => "|",
            T::Caret => "^",
            T::Shl => "<<",
            T::Shr => ">>",
            T::AndAnd => "&&",
            T::OrOr => "||",
            T::PlusEq => "+=",
            T::MinusEq => "-=",
            T::StarEq => "*=",
            T::SlashEq => "/=",
            T::PercentEq => "%=",
            T::AndEq => "&=",
            T::OrEq => "|=",
            T::CaretEq => "^=",
            T::ShlEq => "<<=",
            T::ShrEq => ">>=",
            // The others have no text of their own: messages quote the source.
            _ => "…",
        }
    }
}
