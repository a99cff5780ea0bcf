//! Passwords: hashed with Argon2id (RFC 9106), few at a time, so that guessing cannot eat the machine.

use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use zeroize::Zeroizing;

use super::random;
use crate::{Failure, Refusal, Result};

/// How many are hashed at once in this process; each takes 19 MiB and some 20 ms of a core.
const AT_ONCE: usize = 2;
/// How many may wait for their turn. Those who come when it is full are asked to try again.
const WAITING: usize = 100;

static AT_WORK: Semaphore = Semaphore::const_new(AT_ONCE);
static IN_LINE: Semaphore = Semaphore::const_new(AT_ONCE + WAITING);

/// A hash of no password, made like the others: what a login that does not exist is checked against.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2tvbGxpbmplbi1ub2JvZHk$\
                      QmpvcmtzdGFkIGhhcyBubyBzdWNoIHBlcnNvbiBhdCA";

/// Memory 19 MiB, two passes, one lane: the OWASP cheat sheet's first choice for Argon2id, and the library's default.
fn hasher() -> Argon2<'static> {
    Argon2::default()
}

/// The hash of a new password, as a PHC string with its salt and parameters.
pub(crate) async fn hash(password: &str) -> Result<String> {
    let salt = random::bytes::<16>()?;
    let password = Zeroizing::new(password.to_owned());
    in_turn(move || hasher().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string()))
        .await?
        .map_err(|_| Failure::Fault { context: "hashing a password", source: "the hash was not made".into() })
}

/// Whether a password is the one that was hashed. Without a hash the answer is no, after the same work.
pub(crate) async fn is_right(password: &str, hash: Option<&str>) -> Result<bool> {
    let password = Zeroizing::new(password.to_owned());
    let against = hash.unwrap_or(NOBODY).to_owned();
    let right = in_turn(move || hasher().verify_password(password.as_bytes(), against.as_str()).is_ok()).await?;
    Ok(right && hash.is_some())
}

/// Does it on a thread for blocking work, when it is its turn.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let busy = || Failure::from(Refusal::new("login-busy"));
    let place = IN_LINE.try_acquire().map_err(|_| busy())?;
    let turn = AT_WORK.acquire().await.map_err(|_| busy())?;
    // The turn goes with the work: a request that is given up leaves a hash at work, not a place free.
    let done = spawn_blocking(move || (work(), turn, place)).await;
    let (done, ..) =
        done.map_err(|source| Failure::Fault { context: "hashing a password", source: Box::new(source) })?;
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run<T>(body: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap().block_on(body)
    }

    #[test]
    fn a_password_is_known_again_and_another_is_not() {
        run(async {
            let hash = hash("blåbär i juli").await.unwrap();
            assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
            assert!(is_right("blåbär i juli", Some(&hash)).await.unwrap());
            assert!(!is_right("blåbär i Juli", Some(&hash)).await.unwrap());
            assert_ne!(hash, super::hash("blåbär i juli").await.unwrap(), "never hashed alike");
        });
    }

    #[test]
    fn nobody_is_checked_with_the_same_work() {
        // The hash that stands for nobody is read and computed like the others: it fails on the password alone.
        let nobody = hasher().verify_password(b"whatever", NOBODY);
        assert_eq!(nobody.unwrap_err(), argon2::password_hash::Error::PasswordInvalid);
        assert!(!run(is_right("whatever", None)).unwrap());
    }
}
