// What a learning system keeps for a learner, as one short line of ASCII: `1.<content>.<checksum>`. The content is JSON,
// deflated, in the alphabet of base64url.
import { digest } from "./values.js";

const VERSION = "1";
/** The most that a parcel may unpack to, in bytes: as much as a file may have. */
const LARGEST = 1 << 20;

/**
 * The first of `contents` whose line is no longer than `limit`, which is never cut: `{ line, at }`, with its place among them.
 * Nothing where none is that short. `contents` may be lazy, so that what is not needed is not made.
 */
export async function seal(contents, limit) {
  let at = 0;
  for (const content of contents) {
    const packed = encode(await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(content))));
    const line = `${VERSION}.${packed}.${checksum(packed)}`;
    if (line.length <= limit) return { line, at };
    at += 1;
  }
  return undefined;
}

/**
 * What a line holds: `{ content }`; or why it can't be had, `{ fault }`: `newer` where a later version made it, `damaged` where it
 * is not what was put in. Both are missing where there is no line.
 */
export async function open(line) {
  if (!line) return {};
  const [version, packed, sum, ...more] = line.trim().split(".");
  if (/^[1-9]\d{0,3}$/.test(version) && Number(version) > Number(VERSION)) return { fault: "newer" };
  if (version !== VERSION || more.length || sum !== checksum(packed ?? "")) return { fault: "damaged" };
  try {
    const bytes = await through(new DecompressionStream("deflate-raw"), decode(packed));
    return { content: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return { fault: "damaged" };
  }
}

async function through(stream, bytes) {
  const writer = stream.writable.getWriter();
  // What is wrong is heard of where it is read.
  const written = Promise.all([writer.write(bytes), writer.close()]).catch(() => {});
  const reader = stream.readable.getReader();
  const chunks = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > LARGEST && stream instanceof DecompressionStream) throw new Error("too large");
    chunks.push(read.value);
  }
  await written;
  const whole = new Uint8Array(length);
  chunks.reduce((at, chunk) => (whole.set(chunk, at), at + chunk.length), 0);
  return whole;
}

function checksum(packed) {
  return digest(packed).slice(0, 6);
}

function encode(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function decode(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
