//! How large the files are, as they lie there and as a host sends them.

use super::{npm, packages};
use crate::{files, table};
use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::{io::Write, iter::Sum, path::Path};

/// What brotli's own command and the web servers' modules use.
const BROTLI_QUALITY: i32 = 11;
const BROTLI_WINDOW: i32 = 22;

/// Bytes: raw, after `gzip -9`, after brotli 11.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    pub(super) raw: usize,
    pub(super) gzip: usize,
    pub(super) brotli: usize,
}

impl Size {
    fn of(content: &[u8]) -> Result<Self> {
        Ok(Self { raw: content.len(), gzip: gzip(content)?.len(), brotli: brotli(content)?.len() })
    }

    /// The three figures, for a row.
    pub(super) fn cells(self) -> [String; 3] {
        [self.raw, self.gzip, self.brotli].map(kilobytes)
    }
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self {
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
    }
}

/// The name, as a URL says it, and the size of every file that a page may load.
pub(super) fn measure(dist: &Path) -> Result<Vec<(String, Size)>> {
    let all = files::below(dist, &[npm::FOLDER])?;
    let loaded = all.iter().filter(|file| !npm::is_tarball(file) && !packages::is_package(file));
    loaded.map(|file| Ok((files::relative(file, dist), Size::of(&files::read(file)?)?))).collect()
}

pub(super) fn table(sizes: &[(String, Size)]) -> String {
    let head = ["dist/, in kB", "raw", "gzip", "brotli"].map(String::from).to_vec();
    let rows = sizes.iter().map(|(name, size)| [name.clone()].into_iter().chain(size.cells()).collect());
    table::aligned(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
}

/// Thousands of bytes, to one decimal, in whole numbers so that it is exact.
pub(super) fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &settings)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::{Size, kilobytes};

    #[test]
    fn a_kilobyte_is_a_thousand_bytes() {
        for (bytes, expected) in [(0, "0.0"), (49, "0.0"), (50, "0.1"), (1_049, "1.0"), (106_950, "107.0")] {
            assert_eq!(kilobytes(bytes), expected, "{bytes}");
        }
    }

    #[test]
    fn text_that_repeats_itself_gets_smaller() {
        let size = Size::of("strategy first, ".repeat(100).as_bytes()).unwrap();
        assert_eq!(size.raw, 1600);
        assert!(size.brotli < size.gzip && size.gzip < 100, "{size:?}");
    }
}
