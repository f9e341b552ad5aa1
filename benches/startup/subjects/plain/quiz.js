// The least that asks these questions: no styles, nothing kept, no result.
const form = document.querySelector("form");
let at = 0;

function el(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function draw() {
  const { text, options } = questions[at];
  const rows = options.map((option) => el("p", {}, el("label", {}, el("input", { type: "radio", name: "answer", required: true }), option)));
  const progress = el("p", {}, `Question ${at + 1} of ${questions.length}`);
  form.replaceChildren(progress, el("fieldset", {}, el("legend", {}, text), ...rows), el("button", {}, "Next"));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  at = Math.min(at + 1, questions.length - 1);
  draw();
});
draw();
