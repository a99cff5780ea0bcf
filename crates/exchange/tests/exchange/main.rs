//! The crate from outside: files in, rows or refusals out.

mod canonical;
mod fuzz;
mod limits;
mod services;
mod shared;
mod tables;
mod workbook;
