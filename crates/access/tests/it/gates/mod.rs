//! The gates: the folders of examples, the table of senders and recipients, and what a passage carries.

mod ask;
mod folders;
mod passages;
mod table;
