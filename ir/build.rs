//! Generates what follows from the table of languages in `src/lang.rs` and from the tables of nodes in `src/tree` and `src/flow`:
//! languages as types, and for each table of nodes the enum, reading in a language, children, and productions.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Field, Fields, Item, ItemEnum, Token, braced};

fn main() {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let languages: Languages = table("src/lang.rs", "languages");
    let nodes: Nodes = table("src/tree/nodes.rs", "nodes");
    let items: Nodes = table("src/tree/item.rs", "items");
    let flow_nodes: Nodes = table("src/flow/nodes.rs", "nodes");
    let constants: Nodes = table("src/flow/konst.rs", "constants");
    let all = [&nodes, &items, &flow_nodes, &constants];
    let productions: BTreeSet<Ident> = all.iter().flat_map(|table| &table.0).flat_map(productions).collect();
    let write = |name: &str, code: TokenStream| {
        let file = syn::parse2(code).expect("what is generated is Rust");
        std::fs::write(out.join(name), prettyplease::unparse(&file)).expect("OUT_DIR is writable");
    };
    write("languages.rs", languages.generate(&productions));
    let by_value = |table: &Nodes, walked: bool| {
        let enums = table.0.iter().map(|table| generate_enum(table, walked));
        quote!(#(#enums)*)
    };
    let by_reference = |table: &Nodes| {
        let enums = table.0.iter().map(generate_view);
        quote!(#(#enums)*)
    };
    write("nodes.rs", by_value(&nodes, true));
    write("items.rs", by_reference(&items));
    write("flow_nodes.rs", by_value(&flow_nodes, false));
    write("constants.rs", by_reference(&constants));
}

/// The tokens that a file hands to a macro.
fn table<T: Parse>(path: &str, name: &str) -> T {
    println!("cargo::rerun-if-changed={path}");
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file = syn::parse_file(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    let tokens = file.items.into_iter().find_map(|item| match item {
        Item::Macro(m) if m.ident.is_none() && m.mac.path.is_ident(name) => Some(m.mac.tokens),
        _ => None,
    });
    let tokens = tokens.unwrap_or_else(|| panic!("{path} has no `{name}!`"));
    syn::parse2(tokens).unwrap_or_else(|e| panic!("{path}: {name}!: {e}"))
}

/// `Name: Base { - Gone, + New }`, after `Name: Ir { + First }`.
struct Language {
    docs: Vec<Attribute>,
    name: Ident,
    base: Ident,
    changes: Vec<(bool, Ident)>,
}

impl Parse for Language {
    fn parse(input: ParseStream<'_>) -> syn::Result<Language> {
        let docs = input.call(Attribute::parse_outer)?;
        let name = input.parse()?;
        input.parse::<Token![:]>()?;
        let base = input.parse()?;
        let inner;
        braced!(inner in input);
        let mut changes = Vec::new();
        while !inner.is_empty() {
            let adds = inner.parse::<Option<Token![+]>>()?.is_some();
            if !adds {
                inner.parse::<Token![-]>()?;
            }
            changes.push((adds, inner.parse()?));
            inner.parse::<Option<Token![,]>>()?;
        }
        Ok(Language { docs, name, base, changes })
    }
}

struct Languages(Vec<Language>);

impl Parse for Languages {
    fn parse(input: ParseStream<'_>) -> syn::Result<Languages> {
        let mut list = Vec::new();
        while !input.is_empty() {
            list.push(input.parse()?);
        }
        Ok(Languages(list))
    }
}

impl Languages {
    fn generate(&self, productions: &BTreeSet<Ident>) -> TokenStream {
        let names = self.0.iter().map(|l| &l.name).collect::<Vec<_>>();
        let all: Vec<&Ident> = productions.iter().collect();
        // For each language the IR and what may occur.
        let mut known: BTreeMap<&Ident, (&Ident, BTreeSet<&Ident>)> = BTreeMap::new();
        let mut code = TokenStream::new();
        for language in &self.0 {
            let Language { docs, name, base, changes } = language;
            let (ir, mut grammar) = known.get(base).cloned().unwrap_or((base, BTreeSet::new()));
            for (adds, production) in changes {
                let changed = if *adds { grammar.insert(production) } else { grammar.remove(production) };
                assert!(changed, "{name}: {base} has {production} already, or not at all");
            }
            let bits = grammar.iter();
            code.extend(quote! {
                #(#docs)* #[derive(Clone, Copy, Debug)] pub struct #name;
                impl Language for #name {
                    const NAME: &'static str = stringify!(#name);
                    const GRAMMAR: Grammar = Grammar::NONE #(.with(Production::#bits))*;
                    const IR: IrKind = IrKind::#ir;
                }
            });
            let marks = all.iter().map(|p| if grammar.contains(p) { quote!(Has) } else { quote!(Gone) });
            code.extend(quote!(impl Lang for #name { #(type #all = #marks;)* }));
            known.insert(name, (ir, grammar));
        }
        // Such a node could not be read at all, and no pass would be asked for it.
        let nowhere: Vec<String> = all
            .iter()
            .filter(|p| !known.values().any(|(_, grammar)| grammar.contains(*p)))
            .map(|p| p.to_string())
            .collect();
        assert!(nowhere.is_empty(), "nodes with a production that no language of src/lang.rs has: {nowhere:?}");
        quote! {
            #code
            /// The names of all languages.
            pub const LANGUAGES: &[&str] = &[#(stringify!(#names)),*];
            /// The IR of a language and its grammar, by its name.
            pub fn language(name: &str) -> Option<(IrKind, Grammar)> {
                match name {
                    #(stringify!(#names) => Some((<#names as Language>::IR, <#names as Language>::GRAMMAR)),)*
                    _ => None,
                }
            }
            /// A language, as a type: for each production whether it may occur.
            pub trait Lang: Copy + 'static { #(#[doc = concat!("[`Production::", stringify!(#all), "`]")] type #all: Mark;)* }
            impl Lang for Any { #(type #all = Has;)* }
            impl<A: Lang, B: Lang> Lang for Union<A, B> { #(type #all = <A::#all as Mark>::Or<B::#all>;)* }
        }
    }
}

struct Nodes(Vec<ItemEnum>);

impl Parse for Nodes {
    fn parse(input: ParseStream<'_>) -> syn::Result<Nodes> {
        let mut list = Vec::new();
        while !input.is_empty() {
            list.push(input.parse()?);
        }
        Ok(Nodes(list))
    }
}

/// What `#[production(P)]` says.
fn production(attrs: &[Attribute]) -> Option<Ident> {
    let attr = attrs.iter().find(|a| a.path().is_ident("production"))?;
    Some(attr.parse_args().expect("`production` takes a name"))
}

fn docs(attrs: &[Attribute]) -> Vec<&Attribute> {
    attrs.iter().filter(|a| a.path().is_ident("doc")).collect()
}

fn productions(table: &ItemEnum) -> Vec<Ident> {
    let of_fields = |v: &syn::Variant| v.fields.iter().filter_map(|f| production(&f.attrs)).collect::<Vec<_>>();
    table.variants.iter().flat_map(|v| production(&v.attrs).into_iter().chain(of_fields(v))).collect()
}

/// What a field has to do with the language.
enum Decider {
    /// There is the variant if there is the production: what makes its first field impossible does so with the variant.
    Whole(Ident),
    /// An `Option` that is `None` without the production.
    Optional(Ident),
    /// A node of the same language.
    Nested,
}

/// A variant in all the shapes that are needed.
struct Variant<'a> {
    name: &'a Ident,
    production: Option<Ident>,
    fields: Vec<(&'a Field, Option<Decider>)>,
    named: bool,
}

impl<'a> Variant<'a> {
    fn new(variant: &'a syn::Variant) -> Variant<'a> {
        let production = production(&variant.attrs);
        let decided = |(i, f): (usize, &'a Field)| {
            let nested = f.attrs.iter().any(|a| a.path().is_ident("nested")).then_some(Decider::Nested);
            let optional = self::production(&f.attrs).map(Decider::Optional);
            let whole = production.clone().filter(|_| i == 0).map(Decider::Whole);
            (f, nested.or(optional).or(whole))
        };
        let fields: Vec<_> = variant.fields.iter().enumerate().map(decided).collect();
        assert!(production.is_none() || !fields.is_empty(), "{}: a production needs a payload", variant.ident);
        let named = matches!(variant.fields, Fields::Named(_));
        Variant { name: &variant.ident, production, fields, named }
    }

    /// Its fields with what `of` makes of each.
    fn with(&self, of: impl Fn(usize, &Field, Option<&Decider>) -> TokenStream) -> TokenStream {
        let name = self.name;
        let parts = self.fields.iter().enumerate().map(|(i, (field, decider))| {
            let part = of(i, field, decider.as_ref());
            match &field.ident {
                Some(ident) => quote!(#ident: #part),
                None => part,
            }
        });
        match (self.fields.is_empty(), self.named) {
            (true, _) => quote!(#name),
            (_, true) => quote!(#name { #(#parts),* }),
            (_, false) => quote!(#name(#(#parts),*)),
        }
    }

    fn bound(&self, prefix: &str) -> TokenStream {
        self.with(|i, _, _| {
            let name = format_ident!("{prefix}{i}");
            quote!(#name)
        })
    }

    /// What it needs of a language, with its fields bound to names that begin with `a`.
    fn productions(&self) -> TokenStream {
        let of_fields = self.fields.iter().zip(self.names("a")).filter_map(|((_, decider), name)| match decider {
            Some(Decider::Optional(production)) => {
                Some(quote!(if #name.is_some() { return Some(Production::#production); }))
            }
            Some(Decider::Nested) => {
                Some(quote!(if let Some(production) = #name.production() { return Some(production); }))
            }
            Some(Decider::Whole(_)) | None => None,
        });
        match &self.production {
            Some(production) => quote!({ #(#of_fields)* Some(Production::#production) }),
            None => quote!({ #(#of_fields)* None }),
        }
    }

    /// The names of its fields in a pattern.
    fn names(&self, prefix: &str) -> Vec<Ident> {
        (0..self.fields.len()).map(|i| format_ident!("{prefix}{i}")).collect()
    }

    /// Its fields in another language: `how` is `make` or `get` of [`Mark`].
    fn moved(&self, how: &str) -> TokenStream {
        let how = Ident::new(how, proc_macro2::Span::call_site());
        self.with(|i, _, decider| {
            let name = format_ident!("a{i}");
            match (how == "make", decider) {
                (_, None) => quote!(#name),
                (true, Some(Decider::Whole(production))) => quote!(<L::#production as lang::Mark>::make(#name)?),
                (true, Some(Decider::Optional(production))) => {
                    quote!(match #name { None => None, Some(x) => Some(<L::#production as lang::Mark>::make(x)?) })
                }
                (true, Some(Decider::Nested)) => quote!(#name.narrow()?),
                (false, Some(Decider::Whole(production))) => quote!(<L::#production as lang::Mark>::get(#name)),
                (false, Some(Decider::Optional(production))) => {
                    quote!(#name.map(<L::#production as lang::Mark>::get))
                }
                (false, Some(Decider::Nested)) => quote!(#name.widen()),
            }
        })
    }
}

/// The type of a field: `If<L::P, T>` where a production decides.
fn field_type(field: &Field, decider: Option<&Decider>) -> TokenStream {
    let ty = &field.ty;
    let production = match decider {
        None => return quote!(#ty),
        Some(Decider::Whole(production)) => return quote!(If<L::#production, #ty>),
        Some(Decider::Nested) => return quote!(#ty<L>),
        Some(Decider::Optional(production)) => production,
    };
    let syn::Type::Path(path) = ty else { panic!("a field with a production of its own is an `Option`") };
    let last = path.path.segments.last().filter(|s| s.ident == "Option").expect("such a field is an `Option`");
    let syn::PathArguments::AngleBracketed(inner) = &last.arguments else { panic!("`Option` has an argument") };
    let inner = &inner.args;
    quote!(Option<If<L::#production, #inner>>)
}

/// An enum that is read by value. Whether it is `walked`: its payloads say what they have of children.
fn generate_enum(table: &ItemEnum, walked: bool) -> TokenStream {
    let variants: Vec<Variant<'_>> = table.variants.iter().map(Variant::new).collect();
    let parts = [define, compare, convert, describe].map(|generate| generate(table, &variants));
    let walk = walked.then(|| walk(table, &variants));
    quote!(#(#parts)* #walk)
}

fn define(table: &ItemEnum, variants: &[Variant<'_>]) -> TokenStream {
    let (name, enum_docs) = (&table.ident, docs(&table.attrs));
    let declared = table.variants.iter().zip(variants).map(|(source, variant)| {
        let docs = docs(&source.attrs);
        let body = variant.with(|_, field, decider| field_type(field, decider));
        quote!(#(#docs)* #body)
    });
    quote! {
        #(#enum_docs)*
        pub enum #name<L: Lang = Any> { #(#declared),* }
        impl<L: Lang> Clone for #name<L> {
            #[inline(always)]
            fn clone(&self) -> Self { *self }
        }
        impl<L: Lang> Copy for #name<L> {}
    }
}

/// `PartialEq` and `Debug`: what is derived would want them of the language.
fn compare(table: &ItemEnum, variants: &[Variant<'_>]) -> TokenStream {
    let name = &table.ident;
    let equal = variants.iter().map(|v| {
        let (a, b, left, right) = (v.bound("a"), v.bound("b"), v.names("a"), v.names("b"));
        let same = if left.is_empty() { quote!(true) } else { quote!(#(#left == #right)&&*) };
        quote!((#name::#a, #name::#b) => #same)
    });
    let shown = variants.iter().map(|v| {
        let (a, names, title) = (v.bound("a"), v.names("a"), v.name.to_string());
        quote!(Self::#a => f.debug_tuple(#title)#(.field(&#names))*.finish())
    });
    quote! {
        impl<L: Lang> PartialEq for #name<L> {
            fn eq(&self, other: &Self) -> bool { match (*self, *other) { #(#equal,)* _ => false } }
        }
        impl<L: Lang> std::fmt::Debug for #name<L> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { match *self { #(#shown),* } }
        }
    }
}

/// From no language into one, and back.
fn convert(table: &ItemEnum, variants: &[Variant<'_>]) -> TokenStream {
    let name = &table.ident;
    let bound: Vec<_> = variants.iter().map(|v| v.bound("a")).collect();
    let narrowed = variants.iter().map(|v| v.moved("make"));
    let widened = variants.iter().map(|v| v.moved("get"));
    quote! {
        impl #name {
            /// The node in a language; `None` if it does not belong to it.
            #[inline(always)]
            pub fn narrow<L: Lang>(self) -> Option<#name<L>> { Some(match self { #(#name::#bound => #name::#narrowed),* }) }
        }
        impl<L: Lang> #name<L> {
            /// The node without its language.
            #[inline(always)]
            pub fn widen(self) -> #name { match self { #(#name::#bound => #name::#widened),* } }
        }
    }
}

fn describe(table: &ItemEnum, variants: &[Variant<'_>]) -> TokenStream {
    let name = &table.ident;
    let arms = variants.iter().map(|v| {
        let (variant, productions) = (v.bound("a"), v.productions());
        quote!(#name::#variant => #productions)
    });
    quote! {
        impl #name {
            /// What a language must have so that the node belongs to it; `None` if it belongs to every one.
            #[allow(unused_variables)]
            pub fn production(&self) -> Option<Production> { match self { #(#arms),* } }
        }
    }
}

fn walk(table: &ItemEnum, variants: &[Variant<'_>]) -> TokenStream {
    let name = &table.ident;
    let arms = variants.iter().map(|v| {
        let (variant, names) = (v.bound("a"), v.names("a"));
        quote!(#name::#variant => { #(#names.children(body, f);)* })
    });
    quote! {
        impl #name {
            /// Calls `f` with each child, in the order of the source.
            #[allow(unused_variables)]
            pub(crate) fn children<F: FnMut(Node) + ?Sized>(self, body: &Body, f: &mut F) { match self { #(#arms),* } }
        }
    }
}

/// What is read by reference: the enum as it is stored, under the name that `#[stored(NAME)]` gives, and what a language sees of it.
/// Fields without a name are borrowed, in a `Box` what is in it; those with a name are copied.
fn generate_view(table: &ItemEnum) -> TokenStream {
    let variants: Vec<Variant<'_>> = table.variants.iter().map(Variant::new).collect();
    let (defined, read) = (define_view(table, &variants), read_view(table, &variants));
    quote!(#defined #read)
}

/// The type of a field as it is stored: for a node of the same language `#[nested(NAME)]` says it.
fn stored_type(field: &Field) -> TokenStream {
    let (nested, ty) = (field.attrs.iter().find(|a| a.path().is_ident("nested")), &field.ty);
    match nested {
        Some(attr) => attr.parse_args().expect("`nested` takes the name under which it is stored"),
        None => quote!(#ty),
    }
}

/// What a `Box` has in it.
fn boxed(ty: &syn::Type) -> Option<&syn::Type> {
    let syn::Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|s| s.ident == "Box")?;
    let syn::PathArguments::AngleBracketed(inner) = &last.arguments else { return None };
    match inner.args.first()? {
        syn::GenericArgument::Type(ty) => Some(ty),
        // Nothing that a field has.
        _ => None,
    }
}

/// The name under which such an enum is stored.
fn stored(table: &ItemEnum) -> Ident {
    let attr =
        table.attrs.iter().find(|a| a.path().is_ident("stored")).expect("a table of items says how they are stored");
    attr.parse_args().expect("`stored` takes a name")
}

fn define_view(table: &ItemEnum, variants: &[Variant<'_>]) -> TokenStream {
    let (name, stored, enum_docs) = (&table.ident, stored(table), docs(&table.attrs));
    let derives = table.attrs.iter().filter(|a| a.path().is_ident("derive"));
    let variant_docs = || table.variants.iter().map(|source| docs(&source.attrs));
    let plain = variant_docs().zip(variants).map(|(docs, variant)| {
        let body = variant.with(|_, field, _| stored_type(field));
        quote!(#(#docs)* #body)
    });
    let seen = variant_docs().zip(variants).map(|(docs, variant)| {
        let body = variant.with(|_, field, decider| {
            let ty = &field.ty;
            let part = match boxed(ty) {
                _ if variant.named => quote!(#ty),
                Some(inner) => quote!(&'a #inner),
                None => quote!(&'a #ty),
            };
            match decider {
                Some(Decider::Whole(production) | Decider::Optional(production)) => quote!(If<L::#production, #part>),
                Some(Decider::Nested) => quote!(#ty<'a, L>),
                None => part,
            }
        });
        quote!(#(#docs)* #body)
    });
    quote! {
        #(#enum_docs)*
        ///
        /// As it is stored, in no language.
        #(#derives)*
        pub enum #stored { #(#plain),* }
        #(#enum_docs)*
        pub enum #name<'a, L: Lang = Any> { #(#seen),* }
        impl<L: Lang> Clone for #name<'_, L> {
            #[inline(always)]
            fn clone(&self) -> Self { *self }
        }
        impl<L: Lang> Copy for #name<'_, L> {}
    }
}

fn read_view(table: &ItemEnum, variants: &[Variant<'_>]) -> TokenStream {
    let (name, stored) = (&table.ident, stored(table));
    let bound: Vec<_> = variants.iter().map(|v| v.bound("a")).collect();
    let narrowed = variants.iter().map(|variant| {
        variant.with(|i, _, decider| {
            let name = format_ident!("a{i}");
            let part = if variant.named { quote!(*#name) } else { quote!(#name) };
            match decider {
                Some(Decider::Whole(production) | Decider::Optional(production)) => {
                    quote!(<L::#production as lang::Mark>::make(#part)?)
                }
                Some(Decider::Nested) => quote!(#name.narrow()?),
                None => part,
            }
        })
    });
    let productions = variants.iter().map(Variant::productions);
    quote! {
        impl #stored {
            /// What a language sees of it; `None` if it does not belong to it.
            #[inline(always)]
            pub fn narrow<L: Lang>(&self) -> Option<#name<'_, L>> { Some(match self { #(#stored::#bound => #name::#narrowed),* }) }
            /// What a language sees of it, which must belong to it.
            #[inline(always)]
            pub fn read<L: Lang>(&self, span: Span) -> #name<'_, L> {
                self.narrow().unwrap_or_else(|| lang::lacks::<L>(self.production(), span))
            }
            /// What a language must have so that it belongs to it; `None` if it belongs to every one.
            #[allow(unused_variables)]
            pub fn production(&self) -> Option<Production> { match self { #(#stored::#bound => #productions),* } }
        }
    }
}
