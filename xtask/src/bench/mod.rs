//! `cargo xtask bench NAME`: what the program costs, beside others that do the same.

mod absence;
mod build;
mod measure;
mod same;
mod table;

/// Runs `bench absence [--pupils 10000,100000] [--threads 2]`.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    match args.split_first() {
        Some((name, rest)) if name == "absence" => absence::run(rest),
        _ => Err("takes what to measure: absence".to_owned()),
    }
}
