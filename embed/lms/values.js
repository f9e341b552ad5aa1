// Values as strict learning systems accept them; where their rules differ, what satisfies all of them.

/** Of a text, at most `count` characters as systems count them, and none of them in half. */
export function within(text, count) {
  const cut = text.slice(0, count);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Printable ASCII without spaces, as SCORM 1.2 wants the names of interactions. */
export function plainId(id) {
  return within(id.replace(/[^\x21-\x7e]/gu, "_"), 255);
}

/** A span of seconds for SCORM 1.2: `0000:03:07.05`. */
export function span12(seconds) {
  const hundredths = Math.min(Math.round(Math.max(0, seconds) * 100), 9999 * 360_000);
  const [hours, minutes, rest] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60, hundredths % 6000];
  return `${padded(hours, 4)}:${padded(minutes, 2)}:${padded(Math.floor(rest / 100), 2)}.${padded(rest % 100, 2)}`;
}

/** A span of seconds as in ISO 8601: `PT3M7S`. Nothing is `PT0S`, never `PT`. */
export function span2004(seconds) {
  const whole = Math.round(Math.max(0, seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`].filter(Boolean);
  return `PT${parts.join("") || "0S"}`;
}

/** A time of day, for SCORM 1.2. */
export function clock12(date) {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => padded(part, 2)).join(":");
}

/** A time without a zone or fractions, which all systems read. */
export function time2004(date) {
  const day = [padded(date.getFullYear(), 4), padded(date.getMonth() + 1, 2), padded(date.getDate(), 2)].join("-");
  return `${day}T${clock12(date)}`;
}

/** FNV-1a, 64 bits, over UTF-8, in hexadecimal. It finds accidents, and makes names that say nothing of a person. */
export function digest(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, "0");
}

function padded(number, length) {
  return String(number).padStart(length, "0");
}
