// What can be wrong with where things stand, measured in the page as it is.

/** A line for each thing that is cut off, runs over the edge, lies on another, or is too small to hit. */
export function faults(page) {
  return page.run(() => {
    const say = (what, element) => `${what}: <${element.localName} class="${element.getAttribute("class") ?? ""}"> ${text(element).slice(0, 60)}`;
    const isHidden = (element) => Boolean(element.closest(".sf-hidden")) || !element.getClientRects().length;
    const shown = [...app().querySelectorAll("*")].filter((element) => !isHidden(element) && !element.closest("details:not([open]) > :not(summary)"));
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} in ${innerWidth}`);
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(say("over the edge", element));
      const isField = element.localName === "input" || element.localName === "select";
      const style = getComputedStyle(element);
      const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
      const isTooLarge = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (cuts && !isField && isTooLarge && !(element instanceof SVGElement)) found.push(say("cut off", element));
      // Words that are wider than what they stand in lie on what is beside it.
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      const isWider = element.clientWidth && element.scrollWidth > element.clientWidth + 1;
      if (hasWords && isWider && !isField && !(element instanceof SVGElement)) found.push(say("words run out", element));
    }
    for (const svg of shown.filter((element) => element.localName === "svg")) {
      // The boxes of words have some air around the letters.
      const AIR = 3;
      const frame = svg.getBoundingClientRect();
      const words = [...svg.querySelectorAll("text")].map((element) => ({ element, box: element.getBoundingClientRect() }));
      for (const [index, { element, box }] of words.entries()) {
        if (box.left < frame.left - AIR || box.right > frame.right + AIR || box.top < frame.top - AIR || box.bottom > frame.bottom + AIR) found.push(say("cut off the picture", element));
        for (const { element: other, box: its } of words.slice(index + 1)) {
          const isOver = box.left < its.right && its.left < box.right && box.top < its.bottom - AIR && its.top < box.bottom - AIR;
          if (isOver) found.push(`${say("lies on other words", element)} / ${text(other)}`);
        }
      }
    }
    // A row of answers is hit anywhere, so the row counts and not its radio button.
    const targets = shown.filter((element) => element.matches("button, summary, select, label[for]:has(+ *), input[type=text], a") || (element.localName === "label" && element.previousElementSibling?.type === "radio"));
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect();
      const isInLine = getComputedStyle(target).display === "inline";
      const least = isInLine ? 24 : 44;
      if (target.localName === "label" && target.previousElementSibling?.type !== "radio") continue;
      if (height < least - 0.5 || width < 24) found.push(`${say("too small", target)} ${Math.round(width)} × ${Math.round(height)}`);
    }
    return found;
  });
}

/** Sets the text as WCAG 1.4.12 has it, or as it was. */
export function space(page, isSpaced) {
  return page.run((isSpaced) => {
    window.spacing ??= new CSSStyleSheet();
    window.spacing.replaceSync(
      isSpaced
        ? "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
        : "",
    );
    if (!document.adoptedStyleSheets.includes(window.spacing)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.spacing];
  }, isSpaced);
}
