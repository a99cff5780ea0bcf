//! One-time codes from an app: RFC 6238 with SHA-1, steps of 30 seconds and six digits, which every such app knows.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha1::Sha1;

/// Seconds in a step.
const STEP: i64 = 30;
/// Steps before and after now whose codes are good, for clocks that are a little wrong.
const AROUND: i64 = 1;

/// The step that a code is of, when it is a good one now and of a step after the last that was used.
pub(crate) fn step_of(secret: &[u8], code: &str, now: Timestamp, used: Option<i64>) -> Option<i64> {
    let at = now.as_second().div_euclid(STEP);
    let typed = typed(code)?;
    // Every step is tried whichever fits, so that the time tells nothing.
    let mut found = None;
    for step in at - AROUND..=at + AROUND {
        let right = of_step(secret, step).is_some_and(|right| right == typed);
        if right && used.is_none_or(|used| step > used) && found.is_none() {
            found = Some(step);
        }
    }
    found
}

/// The six digits as a number; spaces between them are of no account.
fn typed(code: &str) -> Option<u32> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let right = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| digits.parse().ok()).flatten()
}

/// The code of a step (RFC 4226, section 5.3).
fn of_step(secret: &[u8], step: i64) -> Option<u32> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&step.to_be_bytes());
    let mac = mac.finalize().into_bytes();
    let at = usize::from(mac.last()? & 0x0f);
    let four: [u8; 4] = mac.get(at..at + 4)?.try_into().ok()?;
    Some((u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
}

/// The secret as apps take it: in groups of four, to be typed by hand.
pub(crate) fn as_text(secret: &[u8]) -> String {
    let text = BASE32_NOPAD.encode(secret);
    text.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

/// The address that a QR code holds. `issuer` is the room's name and `label` the login.
pub(crate) fn address(secret: &[u8], issuer: &str, label: &str) -> String {
    let (issuer, label) = (escaped(issuer), escaped(label));
    let secret = BASE32_NOPAD.encode(secret);
    format!("otpauth://totp/{issuer}:{label}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30")
}

/// Percent-encoded, all but the unreserved (RFC 3986, section 2.3).
fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the test vectors in both RFCs.
    const SECRET: &[u8] = b"12345678901234567890";

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        // Appendix B, SHA1: eight digits there, of which an app shows the last six.
        let vectors = [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ];
        for (second, code) in vectors {
            assert_eq!(of_step(SECRET, second / STEP), Some(code % 1_000_000), "{second}");
        }
    }

    #[test]
    fn the_codes_are_those_of_rfc_4226() {
        let codes = [755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489];
        for (step, code) in (0..).zip(codes) {
            assert_eq!(of_step(SECRET, step), Some(code), "{step}");
        }
    }

    #[test]
    fn a_code_is_good_one_step_before_and_after_and_once() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let check = |second, used| step_of(SECRET, "287 082", at(second), used);
        assert_eq!([29, 30, 59, 60, 89].map(|second| check(second, None)), [Some(1); 5]);
        assert_eq!(check(0, None), Some(1), "the step before");
        assert_eq!(check(90, None), None, "two steps later");
        assert_eq!(check(59, Some(1)), None, "used already");
        assert_eq!(check(59, Some(0)), Some(1));
        assert_eq!(
            ["", "28708", "2870820", "28708a", "+87082"].map(|code| step_of(SECRET, code, at(59), None)),
            [None; 5]
        );
    }

    #[test]
    fn an_app_can_read_the_address() {
        assert_eq!(as_text(SECRET), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            address(SECRET, "Björkstads skolor", "alva@bjorkstad.example"),
            "otpauth://totp/Bj%C3%B6rkstads%20skolor:alva%40bjorkstad.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Bj%C3%B6rkstads%20skolor&algorithm=SHA1&digits=6&period=30"
        );
    }
}
