// Makes a Word file of a sheet, as `src/takeaway/word.rs` tells it. Loaded with the first one that somebody asks for.
/*! Made with docx 9 by Dolan Miu and others, MIT licence: https://github.com/dolanmiu/docx */
import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

const INK = "1C2430";
const ACCENT = "0B6B69";
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "BFC4CA" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
/** A4 with margins of 20 mm, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const WIDTH = PAGE.width - 2 * PAGE.margin;
/** The space that a paragraph leaves above and below, and between its lines. */
const LEAVES = (before, after) => ({ before, after, line: 264, lineRule: LineRuleType.AUTO });
/** What a letter takes in a table, in twentieths of a point for each half point of its size; and a cell's padding. */
const LETTER = 5.6;
const PADDING = 170;

const KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** The milliseconds in which a page shows what has changed. */
const PAINT = 40;
/** The milliseconds until the browser has surely begun to read. */
const READ = 60_000;

/** Offers a Word file of the sheet, told as JSON, to the visitor, as `src/browser/download.rs` offers all else. */
export default async function word(sheet, name) {
  // A long plan takes seconds, and first the page says that it is at it.
  await new Promise((then) => setTimeout(then, PAINT));
  const address = URL.createObjectURL(new Blob([await bytes(JSON.parse(sheet))], { type: KIND }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), READ);
}

/** The bytes of the file. */
export async function bytes(sheet) {
  const page = new Page(sheet);
  const file = new Document({
    title: sheet.title,
    creator: "Strategy First",
    lastModifiedBy: "Strategy First",
    styles: styles(sheet.lang),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: numbered() },
        children: page.all(),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** Real heading styles, so that Word's own outline, table of contents and screen readers know them. */
function styles(lang) {
  const heading = (size, color, before, after) => ({
    run: { size, color, bold: true, font: "Calibri" },
    paragraph: { spacing: LEAVES(before, after), keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: "Calibri", size: 21, color: INK, language: { value: lang } },
        paragraph: { spacing: LEAVES(0, 80) },
      },
      title: heading(40, INK, 0, 240),
      heading1: heading(28, ACCENT, 360, 120),
      heading2: heading(24, INK, 240, 80),
      heading3: heading(21, INK, 160, 40),
    },
  };
}

function numbered() {
  const number = new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 16 });
  return new Footer({ children: [new Paragraph({ alignment: "center", children: [number] })] });
}

class Page {
  constructor(sheet) {
    this.sheet = sheet;
    // Labels and headings are in the language of the page, which may not be the plan's.
    const same = sheet.around.split("-")[0] === sheet.lang.split("-")[0];
    this.around = same ? {} : { language: { value: sheet.around } };
  }

  all() {
    const { title, sections, credit } = this.sheet;
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, children: typed(title) }),
      ...sections.flatMap(({ name, blocks }) => [
        this.heading(HeadingLevel.HEADING_1, name),
        ...blocks.flatMap((block) => this.block(block)),
      ]),
      ...(credit ? [new Paragraph({ spacing: LEAVES(360, 0), children: [this.ours(credit, { size: 17 })] })] : []),
    ];
  }

  /** Words of ours. */
  ours(text, more) {
    return new TextRun({ text, ...this.around, ...more });
  }

  heading(heading, text) {
    return new Paragraph({ heading, children: [this.ours(text)] });
  }

  block(block) {
    if (block.texts) return this.line(block);
    const head = this.heading(HeadingLevel.HEADING_2, block.name);
    // What follows keeps its distance.
    if (block.heads) return [head, this.table(block), new Paragraph({ spacing: LEAVES(0, 0) })];
    return [head, ...block.items.flatMap((item) => this.item(item))];
  }

  /** A field: behind its label where it is one text, in points below it where it is several. */
  line({ label, texts }) {
    const name = this.ours(label, { bold: true });
    if (texts.length === 1) return [new Paragraph({ children: [name, ...typed(texts[0])] })];
    return [
      new Paragraph({ keepNext: true, children: [name] }),
      ...texts.map((text) => new Paragraph({ bullet: { level: 0 }, children: typed(text) })),
    ];
  }

  /** A row: a heading with what stands in it, or a point where it is no more than its name. */
  item({ name, lines }) {
    if (lines.length === 0) return [new Paragraph({ bullet: { level: 0 }, children: typed(name) })];
    const line = ({ label, texts }) =>
      new Paragraph({
        spacing: LEAVES(0, 30),
        children: [this.ours(label, { bold: true }), ...typed(texts[0])],
      });
    return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: typed(name) }), ...lines.map(line)];
  }

  table({ heads, rows }) {
    const size = heads.length > 6 ? 15 : 18;
    const widths = columns(heads, rows, size);
    const cell = (runs, at, more) =>
      new TableCell({
        width: { size: widths[at], type: WidthType.DXA },
        margins: { top: 40, bottom: 40, left: 80, right: 80 },
        children: [new Paragraph({ spacing: LEAVES(0, 0), children: runs })],
        ...more,
      });
    const shading = { type: ShadingType.CLEAR, fill: "EEF3F2", color: "auto" };
    const head = heads.map((text, at) => cell([this.ours(text, { bold: true, size })], at, { shading }));
    return new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((held, at) => cell(typed(held, { size }), at)) }),
        ),
      ],
    });
  }
}

/**
 * Shares the page's width out: each column has room for its longest word, if there is room for all, and of what is left it
 * takes more the more stands in it.
 */
function columns(heads, rows, size) {
  const texts = heads.map((head, at) => [head, ...rows.map((row) => row[at].href ?? row[at])]);
  // One by one: a plan may have more words than a function takes arguments.
  const longest = (held) => held.reduce((most, text) => Math.max(most, text.length), 0);
  const words = texts.map((held) => Math.min(longest(held.flatMap((text) => text.split(/\s/))), 14));
  const least = words.map((length) => length * size * LETTER + PADDING);
  const wants = texts.map((held) => Math.sqrt(Math.min(longest(held), 100)));
  const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
  const left = Math.max(WIDTH - sum(least), 0);
  const shares = least.map((width, at) => width + (left * wants[at]) / sum(wants));
  return shares.map((share) => Math.floor((share / sum(shares)) * WIDTH));
}

/** What somebody typed: each line on its own, or the address that it is. */
function typed(text, more = {}) {
  if (typeof text !== "string") {
    const shown = new TextRun({ text: text.href, style: "Hyperlink", ...more });
    return [new ExternalHyperlink({ link: text.href, children: [shown] })];
  }
  return text.split("\n").map((line, at) => new TextRun({ text: line, break: at > 0 ? 1 : 0, ...more }));
}
