// What a browser prints, as a reader of PDF that is not ours takes it.
import { execFileSync } from "node:child_process";

/** In centimetres. */
export const PAPERS = { A4: { width: 21, height: 29.7 }, Letter: { width: 21.59, height: 27.94 } };

/** Letters alone: how words are broken into lines, and by which space, is the printer's affair. */
export const letters = (text) => text.normalize("NFKC").replace(/[\s\u00ad]/g, "");

/** The pages that the browser prints now, each as its lines of text in the order in which they are written. */
export async function printed(browser, paper) {
  const data = await browser.driver.printPage(PAPERS[paper]);
  const input = Buffer.from(data, "base64");
  const program = process.env.PDFTOTEXT;
  if (!program) throw new Error("PDFTOTEXT is not set: run these tests by `cargo xtask test e2e`");
  const text = execFileSync(program, ["-raw", "-enc", "UTF-8", "-", "-"], { input, encoding: "utf8" });
  // Each page ends with a form feed.
  const pages = text.split("\f").slice(0, -1);
  return pages.map((page) => page.split("\n").filter((line) => line.trim()));
}
