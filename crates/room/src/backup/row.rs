//! One row as bytes: its values one after the other, each with a sign that says what it is.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, ValueRef};
use uuid::Uuid;

use crate::failure::{Result, broken, fault};

const FAILED: &str = "reading a row of a backup";

/// What a column holds, in the words of its own database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Whole,
    Truth,
    Text,
    Bytes,
    Id,
}

impl Holds {
    /// By the type that the database tells.
    pub(crate) fn of(told: &str) -> Result<Holds> {
        match told {
            "INTEGER" | "bigint" => Ok(Holds::Whole),
            "boolean" => Ok(Holds::Truth),
            "TEXT" | "text" => Ok(Holds::Text),
            "BLOB" | "bytea" => Ok(Holds::Bytes),
            "uuid" => Ok(Holds::Id),
            _ => Err(broken("a column of a type that no backup knows")),
        }
    }
}

/// A value as both databases can hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Nothing,
    Whole(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Value {
    pub(super) fn of_sqlite(row: &SqliteRow, at: usize, holds: Holds) -> Result<Value> {
        if row.try_get_raw(at).map_err(fault(FAILED))?.is_null() {
            return Ok(Value::Nothing);
        }
        match holds {
            Holds::Whole | Holds::Truth => row.try_get(at).map(Value::Whole),
            Holds::Text => row.try_get(at).map(Value::Text),
            Holds::Bytes | Holds::Id => row.try_get(at).map(Value::Bytes),
        }
        .map_err(fault(FAILED))
    }

    pub(super) fn of_postgres(row: &PgRow, at: usize, holds: Holds) -> Result<Value> {
        if row.try_get_raw(at).map_err(fault(FAILED))?.is_null() {
            return Ok(Value::Nothing);
        }
        match holds {
            Holds::Whole => row.try_get(at).map(Value::Whole),
            Holds::Truth => row.try_get::<bool, _>(at).map(|yes| Value::Whole(i64::from(yes))),
            Holds::Text => row.try_get(at).map(Value::Text),
            Holds::Bytes => row.try_get(at).map(Value::Bytes),
            Holds::Id => row.try_get::<Uuid, _>(at).map(|id| Value::Bytes(id.as_bytes().to_vec())),
        }
        .map_err(fault(FAILED))
    }
}

/// Appends a value.
pub(crate) fn write(value: &Value, to: &mut Vec<u8>) -> Result<()> {
    let (sign, bytes): (u8, &[u8]) = match value {
        Value::Nothing => {
            to.push(0);
            return Ok(());
        }
        Value::Whole(number) => {
            to.push(1);
            to.extend(number.to_be_bytes());
            return Ok(());
        }
        Value::Text(text) => (2, text.as_bytes()),
        Value::Bytes(bytes) => (3, bytes),
    };
    to.push(sign);
    to.extend(u32::try_from(bytes.len()).map_err(fault(FAILED))?.to_be_bytes());
    to.extend(bytes);
    Ok(())
}

/// Takes the first value off; `None` when the bytes are no value.
pub(crate) fn read(from: &mut &[u8]) -> Option<Value> {
    let (sign, rest) = from.split_first()?;
    let (value, rest) = match sign {
        0 => (Value::Nothing, rest),
        1 => {
            let (number, rest) = rest.split_first_chunk::<8>()?;
            (Value::Whole(i64::from_be_bytes(*number)), rest)
        }
        2 | 3 => {
            let (length, rest) = rest.split_first_chunk::<4>()?;
            let (bytes, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
            let bytes = bytes.to_vec();
            (if *sign == 2 { Value::Text(String::from_utf8(bytes).ok()?) } else { Value::Bytes(bytes) }, rest)
        }
        _ => return None,
    };
    *from = rest;
    Some(value)
}

#[test]
fn values_are_read_as_they_were_written_and_half_a_value_is_none() {
    let all = [Value::Nothing, Value::Whole(-7), Value::Text("å".to_owned()), Value::Bytes(vec![0, 255])];
    let mut bytes = Vec::new();
    all.iter().for_each(|value| write(value, &mut bytes).unwrap());
    let mut rest = bytes.as_slice();
    let found: Vec<Value> = std::iter::from_fn(|| read(&mut rest)).collect();
    assert_eq!(found, all);
    for end in 1..bytes.len() {
        let mut rest = &bytes[..end];
        let whole: Vec<Value> = std::iter::from_fn(|| read(&mut rest)).collect();
        assert!(whole.len() < all.len() && all.starts_with(&whole), "cut at {end}");
    }
}
