//! Letters as released versions wrote them are read for ever.

use door::envelope::{self, Sort};
use door::letter::{self, Opened};
use room::PublicKey;
use uuid::Uuid;

/// Written and signed by version 1, with the key of RFC 8032, section 7.1, test 1.
const V1: &[u8] = include_bytes!("../../golden/letter_v1.txt");
/// That key.
const KEY: [u8; 32] = [
    0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a, 0x0e, 0xe1, 0x72,
    0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a,
];

#[test]
fn a_letter_of_version_1_is_read_and_verified() {
    assert!(envelope::open(Sort::Letter, V1).unwrap().is_signed_by(PublicKey(KEY)));
    let Ok(Opened::Letter(read)) = letter::read(V1) else { panic!("not read") };
    assert_eq!(read.id, Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0001));
    assert_eq!((read.gate.as_str(), read.day.as_str(), read.lamport), ("consent", "2026-11-22", 7));
    assert_eq!(read.from.key, PublicKey(KEY).name());
    assert_eq!(read.items.len(), 2);
    assert_eq!((read.items[0].kind.as_str(), read.items[0].v), ("referral", 1));
    assert_eq!(read.items[1].value.get(), "{ \"z\" : [1, 2.50] }", "byte for byte");
}
