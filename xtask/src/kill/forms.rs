//! The form of a page, as a browser sends it: hidden fields, what is chosen and what is filled in.

/// The fields of the form that is posted to a path, without text areas, in the order of the page. Nothing when there is
/// no such form. What stands in them needs no escapes: ids, codes and days.
pub(super) fn fields<'a>(page: &'a str, path: &str) -> Option<Vec<(&'a str, &'a str)>> {
    let (_, from) = page.split_once(&format!("action=\"{path}\""))?;
    let (form, _) = from.split_once("</form>")?;
    let inputs = form.split("<input ").skip(1).filter_map(|rest| rest.split('>').next());
    Some(inputs.filter(|tag| is_sent(tag)).filter_map(|tag| Some((attribute(tag, "name")?, value(tag)))).collect())
}

/// The fields as the body of a request.
pub(super) fn body(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// A choice is sent when it is made.
fn is_sent(tag: &str) -> bool {
    !matches!(attribute(tag, "type"), Some("radio" | "checkbox")) || tag.split_whitespace().any(|it| it == "checked")
}

fn value(tag: &str) -> &str {
    attribute(tag, "value").unwrap_or_default()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let tag = tag.split_once(&format!("{name}=\"")).filter(|(before, _)| before.is_empty() || before.ends_with(' '))?.1;
    tag.split('"').next()
}

/// Every value in a page that begins after some words and is letters, digits and hyphens, once each, in order.
pub(super) fn values_after<'a>(page: &'a str, words: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for rest in page.split(words).skip(1) {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        if let Some(value) = rest.get(..end)
            && !value.is_empty()
            && !found.contains(&value)
        {
            found.push(value);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<form action=\"/other\"><input name=\"x\" value=\"1\"></form><form method=\"post\" action=\"/a\">\
        <input type=\"hidden\" name=\"id\" value=\"7\"><input type=\"radio\" name=\"zone\" value=\"a\" checked>\
        <input type=\"radio\" name=\"zone\" value=\"b\"><input type=\"date\" name=\"day\" value=\"2026-11-20\"></form>";

    #[test]
    fn a_form_is_sent_as_a_browser_does() {
        let fields = fields(PAGE, "/a").unwrap();
        assert_eq!(body(&fields), "id=7&zone=a&day=2026-11-20");
        assert_eq!(super::fields(PAGE, "/b"), None);
    }

    #[test]
    fn values_are_found_once_each() {
        assert_eq!(values_after("href=\"/elev/a-1\" href=\"/elev/b\" href=\"/elev/a-1?x\"", "/elev/"), ["a-1", "b"]);
    }
}
