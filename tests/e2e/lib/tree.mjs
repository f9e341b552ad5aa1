// What Chromium tells assistive technology of a page, as lines: what each thing is, what it is called, how it stands.

/** What says nothing by itself; what is in it stands in its place. */
const SILENT = new Set(["none", "generic", "InlineTextBox", "LineBreak", "RootWebArea", "ListMarker", "LayoutTableRow", "Legend"]);

/** What is told with something else: the words of a label with its control. */
const ELSEWHERE = new Set(["LabelText", "MenuListPopup"]);

/** How things can stand. */
const STATES = ["checked", "pressed", "expanded", "selected", "disabled", "invalid", "level", "modal", "live", "required", "valuetext"];

/** Of names longer than this the beginning tells enough. */
const LONGEST = 100;

/** The tree of the page in view, a line a thing, those within others further in. */
export async function tree(browser) {
  await browser.devtools("Accessibility.enable");
  const { nodes } = await browser.devtools("Accessibility.getFullAXTree");
  await browser.devtools("Accessibility.disable");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  return lines(nodes.find(({ parentId }) => !parentId), byId, "", "").join("\n");
}

function lines(node, byId, indent, called) {
  const role = node.role?.value;
  if (ELSEWHERE.has(role) && !node.ignored) return [];
  const name = plain(node.name?.value);
  // A text that only repeats what its parent is called says nothing more.
  const isSilent = node.ignored || SILENT.has(role) || (role === "StaticText" && (!name || called.includes(name)));
  const own = isSilent ? [] : [indent + [role, name && `‘${cut(name)}’`, ...standing(node)].filter(Boolean).join(" ")];
  const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
  const within = isSilent ? [indent, called] : [`${indent}  `, name];
  return [...own, ...children.flatMap((child) => lines(child, byId, ...within))];
}

function standing({ properties = [], description, value, role }) {
  const held = Object.fromEntries(properties.map(({ name, value }) => [name, value.value]));
  const states = STATES.filter((name) => name in held && held[name] !== "false" && held[name] !== "off" && held[name] !== "");
  // What is not checked is said; what is not disabled is not.
  const said = states.filter((name) => held[name] !== false || ["expanded", "checked", "pressed", "selected"].includes(name));
  return [
    ...said.map((name) => `${name}: ${held[name]}`),
    value?.value !== undefined && role?.value !== "StaticText" && `value: ${cut(plain(String(value.value)))}`,
    description?.value && `described: ${cut(plain(description.value))}`,
  ].filter(Boolean);
}

const plain = (text = "") => text.replace(/\s+/g, " ").trim();
const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
