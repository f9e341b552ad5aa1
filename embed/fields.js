// The text fields of the form on embed.html: each with its label, a hint, and a place for what is wrong with it.
import { COLOURS } from "./choices.js";

/** What a field accepts: keyboards on phones go by it. */
const KEYBOARDS = { url: "url", number: "numeric" };
const HINTED = ["pack-url", "accent", "font", "cta-href", "cta-label", "storage-key"];
/** What the pickers show while nothing is chosen. */
const USUAL = {
  accent: "#0b6b69",
  bg: "#ffffff",
  fg: "#1c2430",
  muted: "#5b6573",
  border: "#dcd8cf",
  "on-accent": "#ffffff",
  focus: "#1d4ed8",
};

/** Makes the fields where the page says that there is one. */
export function buildFields(form) {
  for (const place of form.querySelectorAll("[data-field]")) {
    const { field: name, kind } = place.dataset;
    place.append(document.querySelector("#field").content.cloneNode(true));
    const [label, input, hint, fault] = ["label", "input", ".hint", ".fault"].map((part) => place.querySelector(part));
    Object.assign(label, { htmlFor: name }).dataset.t = name;
    Object.assign(input, { id: name, name, inputMode: KEYBOARDS[kind] ?? "" });
    const described = [`${name}-fault`];
    fault.id = described[0];
    if (HINTED.includes(name)) {
      hint.id = `${name}-hint`;
      hint.dataset.t = `${name}.hint`;
      described.unshift(hint.id);
    } else {
      hint.remove();
    }
    input.setAttribute("aria-describedby", described.join(" "));
    if (kind === "colour") addPicker(input);
  }
}

/** A native picker beside a field for a colour. It has no name of its own, and so is nothing that is chosen. */
function addPicker(input) {
  const picker = Object.assign(document.createElement("input"), { type: "color", value: USUAL[input.name] });
  picker.dataset.picks = input.name;
  picker.addEventListener("input", () => {
    input.value = picker.value;
  });
  input.after(picker);
}

/** Says what is wrong with a field, or that nothing is; nothing new while somebody is typing in it. */
export function sayFault(name, text, isTyped) {
  const place = document.getElementById(`${name}-fault`);
  if (!place || place.textContent === text || (isTyped && !place.textContent)) return;
  place.textContent = text;
  document.getElementById(name).setAttribute("aria-invalid", `${text !== ""}`);
}

/** Shows in the pickers what stands in the fields beside them. */
export function showSwatches(form, isColour) {
  const brush = document.createElement("canvas").getContext("2d");
  for (const name of COLOURS) {
    const { value } = form.elements[name];
    brush.fillStyle = USUAL[name];
    if (value && isColour(value)) brush.fillStyle = value;
    const shown = /^#[\da-f]{6}$/i.test(brush.fillStyle) ? brush.fillStyle : USUAL[name];
    form.querySelector(`[data-picks="${name}"]`).value = shown;
  }
}
