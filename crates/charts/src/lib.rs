//! Numbers in, SVG out: the school line, the table under it, and small pictures for rows of a list.
//!
//! Every word comes in as an argument, already in the reader's language, and every colour from a [`Palette`], so that
//! screen and print share one drawing. Pictures carry a title and a description, scale by their view box, use no
//! inline style, and never tell anything by colour alone.

#![warn(missing_docs)]

mod days_line;
pub mod example;
mod fit;
mod heat;
mod pairs;
mod palette;
mod px;
mod school_line;
mod spark;
mod table;

pub use days_line::{LineDay, LineWords, days_line};
pub use heat::{Heat, HeatCell, HeatLevel, HeatRow, HeatShape, heat};
pub use pairs::{Pair, PairWords, pairs};
pub use palette::{Palette, css};
pub use school_line::{Kind, Mark, Peers, Reduced, SchoolLine, Shape, Week, Words, school_line};
pub use spark::{SparkWeek, spark};
pub use table::{Column, Table, table};
