//! Columns of text.

/// Lines up rows: the first column to the left, the others, which hold figures, to the right.
pub(crate) fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |cell: &String| cell.chars().count();
    let widest = |column| rows.iter().filter_map(|row| row.get(column)).map(width).max().unwrap_or(0);
    let widths: Vec<_> = (0..columns).map(widest).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn names_stand_left_and_figures_right() {
        let row = |cells: &[&str]| cells.iter().map(ToString::to_string).collect();
        let rows = [row(&["file", "raw"]), row(&["é.js", "12.5"]), row(&["short"]), row(&["boot.js", "1.0"])];
        assert_eq!(aligned(&rows), "file      raw\né.js     12.5\nshort\nboot.js   1.0\n");
    }
}
