//! What `cfg` knows of targets.

use super::{Family, TARGETS, Target};

/// The names that a `cfg` predicate may use alone, besides those given by `--cfg`.
pub const CFG_FLAGS: &[&str] = &["debug_assertions", "test", Family::Unix.name(), Family::Windows.name()];

/// The keys that a `cfg` predicate may compare, besides `feature` and those given by `--cfg`.
pub const CFG_KEYS: &[&str] = &[
    "target_arch",
    "target_endian",
    "target_env",
    "target_family",
    "target_os",
    "target_pointer_width",
    "target_vendor",
];

impl Target {
    /// What holds in a `cfg` on this target, flags first: what `--print=cfg` prints, but for what options decide.
    pub fn cfg_values(&self) -> Vec<(&'static str, Option<&'static str>)> {
        let flag = self.family().filter(|family| family.is_flag()).map(|family| (family.name(), None));
        let pairs = CFG_KEYS.iter().filter_map(|&key| self.cfg_value(key).map(|value| (key, Some(value))));
        // No family is no value, but no environment is the empty one: `target_env = ""` holds there.
        flag.into_iter().chain(pairs.filter(|p| *p != ("target_family", Some("")))).collect()
    }

    /// The value that a key of [`CFG_KEYS`] has on this target.
    pub fn cfg_value(&self, key: &str) -> Option<&'static str> {
        Some(match key {
            "target_arch" => self.arch.name(),
            // Every supported target is.
            "target_endian" => "little",
            "target_env" => self.env.name(),
            "target_family" => self.family().map_or("", Family::name),
            "target_os" => self.os.name(),
            "target_pointer_width" if self.pointer_bits == 32 => "32",
            "target_pointer_width" => "64",
            "target_vendor" => self.vendor().name(),
            // Keys that do not depend on the target.
            _ => return None,
        })
    }

    /// Whether the flag of a family, `unix` or `windows`, holds; `None` for other flags.
    pub fn cfg_flag(&self, flag: &str) -> Option<bool> {
        let family = Family::from_name(flag).filter(|family| family.is_flag())?;
        Some(self.family() == Some(family))
    }
}

/// The values that a key of [`CFG_KEYS`] has on some supported target, in order; `None` for other keys.
pub fn cfg_possible_values(key: &str) -> Option<Vec<&'static str>> {
    let mut values: Vec<&'static str> = all().filter_map(|target| target.cfg_value(key)).collect();
    values.sort_unstable();
    values.dedup();
    values.retain(|value| key != "target_family" || !value.is_empty());
    CFG_KEYS.contains(&key).then_some(values)
}

/// All supported targets.
fn all() -> impl Iterator<Item = Target> {
    TARGETS.iter().filter_map(|triple| Target::parse(triple).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(triple: &str) -> Target {
        Target::parse(triple).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn cfg_values_are_complete() {
        let of = |triple: &str| {
            let show = |(k, v): (&str, Option<&str>)| v.map_or(k.to_string(), |v| format!("{k}={v:?}"));
            target(triple).cfg_values().into_iter().map(show).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            of("x86_64-unknown-linux-gnu"),
            "unix target_arch=\"x86_64\" target_endian=\"little\" target_env=\"gnu\" target_family=\"unix\" \
             target_os=\"linux\" target_pointer_width=\"64\" target_vendor=\"unknown\""
        );
        assert_eq!(
            of("aarch64-unknown-none"),
            "target_arch=\"aarch64\" target_endian=\"little\" target_env=\"\" target_os=\"none\" \
             target_pointer_width=\"64\" target_vendor=\"unknown\""
        );
        assert!(of("x86_64-pc-windows-gnu").starts_with("windows "));
        assert_eq!(cfg_possible_values("target_pointer_width"), Some(vec!["32", "64"]));
        assert_eq!(cfg_possible_values("target_env"), Some(vec!["", "gnu", "msvc", "musl", "p1"]));
        assert_eq!(cfg_possible_values("target_family"), Some(vec!["unix", "wasm", "windows"]));
        assert_eq!(cfg_possible_values("feature"), None);
        for key in CFG_KEYS {
            let possible = cfg_possible_values(key).unwrap_or_default();
            for t in all() {
                let value = t.cfg_value(key).unwrap_or("");
                assert!(possible.contains(&value) || value.is_empty(), "{key} = {value:?} on {}", t.triple);
            }
        }
    }

    #[test]
    fn every_name_is_a_targets() {
        use crate::target::{Arch, Env, Os, Vendor};
        fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
            let mut names: Vec<&str> = all.iter().map(|value| name(*value)).collect();
            names.sort_unstable();
            names
        }
        let expected = |key: &str| cfg_possible_values(key).unwrap();
        assert_eq!(names(Arch::ALL, Arch::name), expected("target_arch"));
        assert_eq!(names(Os::ALL, Os::name), expected("target_os"));
        assert_eq!(names(Env::ALL, Env::name), expected("target_env"));
        assert_eq!(names(Vendor::ALL, Vendor::name), expected("target_vendor"));
        assert_eq!(names(Family::ALL, Family::name), expected("target_family"));
    }
}
