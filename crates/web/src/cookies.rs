//! Cookies: which ones there are in a request, and how one is set. Values are our own codes and never need escaping.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::failure::Stop;

/// How cookies are named and protected here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cookies {
    /// Whether the site is reached over HTTPS. Then a cookie belongs to this host alone (`__Host-`) and is never sent
    /// in the clear; without it browsers would refuse such a cookie, so on a developer's own machine it is plain.
    pub https: bool,
}

impl Cookies {
    /// The value of a cookie, if the request has it exactly once: two of one name would let another site choose.
    pub fn get<'a>(self, headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
        let name = self.name(name);
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut found = pairs.filter(|(known, _)| *known == name).map(|(_, value)| value);
        found.next().filter(|_| found.next().is_none())
    }

    /// A `Set-Cookie` that scripts cannot read and other sites' forms do not send. It lasts `seconds`, or as long as
    /// the browser is open.
    ///
    /// # Errors
    /// The value is not made of letters, digits, `-` and `_`. Left out in silence, nobody would get in and nobody would
    /// know why.
    pub fn set(self, name: &str, value: &str, seconds: Option<u32>) -> Result<HeaderValue, Stop> {
        let broken = || Stop::Broken("setting a cookie", None);
        if !value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
            return Err(broken());
        }
        let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
        let secure = if self.https { "; Secure" } else { "" };
        let line = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}", self.name(name));
        HeaderValue::try_from(line).map_err(|_| broken())
    }

    /// A `Set-Cookie` that takes the cookie away.
    ///
    /// # Errors
    /// As for [`Cookies::set`].
    pub fn clear(self, name: &str) -> Result<HeaderValue, Stop> {
        self.set(name, "", Some(0))
    }

    fn name(self, name: &str) -> String {
        if self.https { format!("__Host-{name}") } else { name.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAFE: Cookies = Cookies { https: true };
    const PLAIN: Cookies = Cookies { https: false };

    #[test]
    fn a_cookie_belongs_to_this_host_when_it_can() {
        let set = |cookies: Cookies| cookies.set("session", "a-1", None).unwrap().to_str().unwrap().to_owned();
        assert_eq!(set(SAFE), "__Host-session=a-1; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(set(PLAIN), "session=a-1; Path=/; HttpOnly; SameSite=Lax");
        assert!(SAFE.clear("session").unwrap().to_str().unwrap().contains("Max-Age=0"));
    }

    #[test]
    fn a_value_that_could_end_the_cookie_is_a_fault() {
        assert!(SAFE.set("session", "a; Domain=example.org", None).is_err());
    }

    #[test]
    fn a_cookie_that_comes_twice_is_not_believed() {
        let get = |line: &'static str| {
            let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(line))]);
            PLAIN.get(&headers, "session").map(str::to_owned)
        };
        assert_eq!(get("a=b; session=x"), Some("x".to_owned()));
        assert_eq!(get("session=x; session=y"), None);
        assert_eq!(get("other=x"), None);
    }

    #[test]
    fn over_https_only_the_protected_name_counts() {
        let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static("session=x"))]);
        assert_eq!(SAFE.get(&headers, "session"), None);
    }
}
