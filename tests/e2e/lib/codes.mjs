// Result codes, written anew from the table in src/course/code.rs, so that what reads them on a page was not written by itself.

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MOMENTS = ["before", "after", "then"];

/** FNV-1a, 64 bits, with a byte behind each part. */
function digest(parts) {
  const bytes = parts.flatMap((part) => [...new TextEncoder().encode(part), 0xff]);
  return bytes.reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n);
}

/** CRC-24 over values of five bits, as five signs. */
function check(values) {
  let rest = 0xb704ce;
  for (const value of values) {
    rest ^= value << 19;
    for (let bit = 0; bit < 5; bit += 1) {
      rest <<= 1;
      if (rest & 0x1000000) rest ^= 0x1864cfb;
    }
  }
  return signs(BigInt(rest), 5);
}

/** A number as so many values of five bits, the highest first. */
function signs(number, count) {
  return Array.from({ length: count }, (_, at) => Number((number >> BigInt(5 * (count - 1 - at))) & 31n));
}

const doubled = (value) => ((value << 1) & 32 ? (value << 1) ^ 37 : value << 1);

/** A number of mixed radix: `digits` as `[radix, digit]`, the one put down first first. */
const mixed = (digits) => digits.reduce((number, [radix, digit]) => number * BigInt(radix) + BigInt(digit), 0n);

const sorted = (list, by = (one) => one) => [...list].sort((one, other) => (by(one) < by(other) ? -1 : 1));

/** What gives codes for a published pack: by the answers, the person's number, and the moment. */
export function coder({ id, pack_version: version, items }) {
  const all = sorted(items, (item) => item.id).map((item) => ({ id: item.id, options: sorted(item.options.map(({ id }) => id)) }));
  const family = digest([id]);
  const whole = digest([id, version, ...all.flatMap((item) => [item.id, ...item.options, ""])]);
  const name = Array.from({ length: 7 }, (_, at) => Number(((at < 3 ? family : whole) >> BigInt(5 * at)) & 31n));
  const radix = (item) => item.options.length + 1;
  const most = mixed([...all.map((item) => [radix(item), radix(item) - 1]).reverse(), [3, 2]]);
  const groups = Math.ceil((5 + 5 + 7 + 8 + Math.ceil(most.toString(2).length / 5)) / 5);
  return (answers, who, moment = "before") => {
    const digits = all.map((item) => [radix(item), item.options.indexOf(answers[item.id]) + 1]).reverse();
    const number = mixed([...digits, [3, MOMENTS.indexOf(moment)]]);
    const first = [25, 15, 1, groups, doubled(doubled(1)) ^ doubled(groups)];
    const values = [...first, ...name, ...signs(BigInt(who), 8), ...signs(number, groups * 5 - 25)];
    const text = [...values, ...check(values)].map((value) => SIGNS[value]).join("");
    return text.match(/.{5}/g).join("-");
  };
}

/** The drill in the form of a pack: what each statement can be sorted as. */
export function drillPack({ statements, bonus }) {
  const items = (list, keys) => list.map(({ id }) => ({ id, options: keys.map((id) => ({ id })) }));
  return { id: ":drill", pack_version: "", items: [...items(statements, ["strategy", "tactic"]), ...items(bonus, ["objective", "control"])] };
}
