//! `cargo xtask bench NAME`: what the program costs, beside others that do the same.

mod absence;
mod build;
mod import;
mod measure;
mod same;
mod table;
mod told;
mod web;

/// Runs `bench absence [--pupils 10000,100000] [--threads 2]`, `bench import [--pupils 10000] [--threads 2]` or
/// `bench web [--pupils 100000] [--rate 200] [--seconds 30] [--database sqlite,postgres]`.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    match args.split_first() {
        Some((name, rest)) if name == "absence" => absence::run(rest),
        Some((name, rest)) if name == "import" => import::run(rest),
        Some((name, rest)) if name == "web" => web::run(rest),
        _ => Err("takes what to measure: absence, import or web".to_owned()),
    }
}
