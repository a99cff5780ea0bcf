//! The colours of every picture: by name for the web, where light and dark are chosen by CSS, and fixed for print,
//! because documents know no variables.

use std::fmt::Write;

/// A colour for each role, as it is written in SVG. Pictures take colours from here and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Words that are read first.
    pub ink: &'static str,
    /// Words that explain: axis, names of holidays, legend.
    pub quiet: &'static str,
    /// Axis and ticks.
    pub rule: &'static str,
    /// Lines behind the data. Faint on purpose: what they say stands in words beside them.
    pub grid: &'static str,
    /// What the picture lies on, and the lines of a hatch.
    pub background: &'static str,
    /// Valid absence.
    pub valid: &'static str,
    /// Invalid absence, always hatched.
    pub invalid: &'static str,
    /// Late arrival, always narrower than the rest of its bar.
    pub late: &'static str,
    /// Time that nobody reported, always dotted.
    pub unreported: &'static str,
    /// The surface of weeks without school. Faint on purpose: it has a name above it.
    pub holiday: &'static str,
    /// The surface of where most others are. Faint on purpose: it has an edge.
    pub peer_band: &'static str,
    /// The level of others, and the edge of the surface.
    pub peer: &'static str,
    /// A signal.
    pub signal: &'static str,
    /// A step taken.
    pub step: &'static str,
    /// A change of school.
    pub school_change: &'static str,
    /// A reduced timetable.
    pub reduced: &'static str,
    /// The font of words; none for the one that the page has.
    pub font: Option<&'static str>,
}

impl Palette {
    /// For pages: properties that [`css`] sets, so that a page changes between light and dark without a new picture.
    pub const WEB: Palette = Palette {
        ink: "var(--line-ink)",
        quiet: "var(--line-quiet)",
        rule: "var(--line-rule)",
        grid: "var(--line-grid)",
        background: "var(--line-background)",
        valid: "var(--line-valid)",
        invalid: "var(--line-invalid)",
        late: "var(--line-late)",
        unreported: "var(--line-unreported)",
        holiday: "var(--line-holiday)",
        peer_band: "var(--line-peer-band)",
        peer: "var(--line-peer)",
        signal: "var(--line-signal)",
        step: "var(--line-step)",
        school_change: "var(--line-school-change)",
        reduced: "var(--line-reduced)",
        font: None,
    };

    /// What the properties are on a light page.
    pub const LIGHT: Palette = Palette {
        ink: "#1f2933",
        quiet: "#55606c",
        rule: "#7b8794",
        grid: "#e1e5e9",
        background: "#ffffff",
        valid: "#6489ab",
        invalid: "#a63d25",
        late: "#3f2a4d",
        unreported: "#6f7b87",
        holiday: "#f1f3ee",
        peer_band: "#e3efe8",
        peer: "#2f7d5d",
        signal: "#b4530a",
        step: "#1d4f91",
        school_change: "#4b5563",
        reduced: "#6b4fa0",
        font: None,
    };

    /// What the properties are on a dark page.
    pub const DARK: Palette = Palette {
        ink: "#eef1f4",
        quiet: "#aab4bf",
        rule: "#7b8794",
        grid: "#2c333b",
        background: "#14181d",
        valid: "#557ea4",
        invalid: "#e0805f",
        late: "#f3dcc2",
        unreported: "#8793a0",
        holiday: "#1f252b",
        peer_band: "#17302a",
        peer: "#5fbf97",
        signal: "#f2a65a",
        step: "#86b4f2",
        school_change: "#b6c0ca",
        reduced: "#b79df0",
        font: None,
    };

    /// For documents. Also told apart when printed in grey.
    pub const PRINT: Palette = Palette {
        ink: "#111111",
        quiet: "#4a4a4a",
        rule: "#777777",
        grid: "#dcdcdc",
        background: "#ffffff",
        valid: "#6489ab",
        invalid: "#a63d25",
        late: "#33213f",
        unreported: "#6b6b6b",
        holiday: "#f2f2f0",
        peer_band: "#e6efe9",
        peer: "#2a7355",
        signal: "#a34a08",
        step: "#1a4783",
        school_change: "#444444",
        reduced: "#5f4592",
        font: Some("Source Sans 3"),
    };

    /// Every colour with the property that holds it on a page.
    pub fn properties(&self) -> [(&'static str, &'static str); 16] {
        [
            ("--line-ink", self.ink),
            ("--line-quiet", self.quiet),
            ("--line-rule", self.rule),
            ("--line-grid", self.grid),
            ("--line-background", self.background),
            ("--line-valid", self.valid),
            ("--line-invalid", self.invalid),
            ("--line-late", self.late),
            ("--line-unreported", self.unreported),
            ("--line-holiday", self.holiday),
            ("--line-peer-band", self.peer_band),
            ("--line-peer", self.peer),
            ("--line-signal", self.signal),
            ("--line-step", self.step),
            ("--line-school-change", self.school_change),
            ("--line-reduced", self.reduced),
        ]
    }
}

/// The style sheet behind [`Palette::WEB`]: light, dark where the page says `data-color-scheme="dark"` or says `auto`
/// and the reader's system is dark, and the colours of print on paper.
pub fn css() -> String {
    let [light, dark, print] = [Palette::LIGHT, Palette::DARK, Palette::PRINT].map(|palette| declarations(&palette));
    format!(
        ":root,[data-color-scheme=\"light\"]{{{light}}}\n\
         [data-color-scheme=\"dark\"]{{{dark}}}\n\
         @media (prefers-color-scheme:dark){{[data-color-scheme=\"auto\"]{{{dark}}}}}\n\
         @media print{{:root,[data-color-scheme]{{{print}}}}}\n"
    )
}

fn declarations(palette: &Palette) -> String {
    palette.properties().iter().fold(String::new(), |mut css, (name, value)| {
        // Writing to a string does not fail.
        let _ = write!(css, "{name}:{value};");
        css
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_web_uses_exactly_the_properties_that_the_style_sheet_sets() {
        let css = css();
        for (name, value) in Palette::WEB.properties() {
            assert_eq!(value, format!("var({name})"));
            assert_eq!(css.matches(&format!("{name}:")).count(), 4, "{name}");
        }
    }

    #[test]
    fn the_style_sheet_holds_light_dark_and_print() {
        let css = css();
        let of = |start: &str| css.lines().find(|line| line.starts_with(start)).unwrap();
        assert!(of(":root").contains("--line-ink:#1f2933;"));
        assert!(of("[data-color-scheme=\"dark\"]").contains("--line-ink:#eef1f4;"));
        assert!(of("@media (prefers-color-scheme:dark)").contains("--line-ink:#eef1f4;"));
        assert!(of("@media print").contains("--line-ink:#111111;"));
    }
}
