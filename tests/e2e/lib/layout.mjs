// What can be wrong with where things stand, measured in the page.

/**
 * What is cut off, runs over the edge, lies on other things, or is too small to hit, in a framed page of each of `sizes`, or in a
 * page as it is: each fault with where it was found. A size may be `isSpaced`: with the spacing of text that WCAG 1.4.12 has
 * visitors set.
 */
export function faults(page, sizes = [{}]) {
  return page.run((sizes) => {
    const SPACED = `
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`;
    // The boxes of words in pictures have some air around the letters.
    const AIR = 3;

    const spacing = new CSSStyleSheet();
    const sheets = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...sheets, spacing];
    const found = [];
    for (const { width, height, isSpaced = false } of sizes) {
      const { style } = window.frameElement ?? {};
      if (style) [style.width, style.height] = [`${width}px`, `${height}px`];
      spacing.replaceSync(isSpaced ? SPACED : "");
      const where = `${width} × ${height}${isSpaced ? ", spaced" : ""}`;
      found.push(...look().map((fault) => [fault, where]));
    }
    document.adoptedStyleSheets = sheets;
    return found;

    function look() {
      const page = document.documentElement;
      const shown = [...app().querySelectorAll("*")].filter(isShown);
      return [
        ...(page.scrollWidth > innerWidth ? [`the page scrolls sideways by ${page.scrollWidth - innerWidth}`] : []),
        ...shown.filter(isOverTheEdge).map((element) => say("over the edge", element)),
        ...shown.filter(isCut).map((element) => say("cut off", element)),
        ...shown.filter((element) => element.localName === "svg").flatMap(crowded),
        ...shown.filter(isSmall).map((element) => say("too small", element)),
      ];
    }

    function say(what, element) {
      return `${what}: ${element.localName}.${element.getAttribute("class") ?? ""} ‘${text(element).slice(0, 60)}’`;
    }

    function isShown(element) {
      const isFolded =
        element.closest("details:not([open])") && !element.closest("summary, details:not([open]) > summary");
      return element.getClientRects().length > 0 && !element.closest(".sf-hidden") && !isFolded;
    }

    function isOverTheEdge(element) {
      const { left, right } = element.getBoundingClientRect();
      return left < -0.5 || right > innerWidth + 0.5;
    }

    /** Cut off by its own edge, without a sign that there is more; or words that run out of it, over what is beside. */
    function isCut(element) {
      if (element instanceof SVGElement || ["input", "select", "textarea"].includes(element.localName)) return false;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      if (textOverflow === "ellipsis") return false;
      const isWider = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
      const isHigher = element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 1;
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      return (isWider && (hasWords || overflowX !== "visible")) || (isHigher && ["hidden", "clip"].includes(overflowY));
    }

    /** Words in a picture that reach out of it, or lie on other words. */
    function crowded(picture) {
      const frame = picture.getBoundingClientRect();
      const all = [...picture.querySelectorAll("text")].map((element) => [element, element.getBoundingClientRect()]);
      return all.flatMap(([element, box], index) => {
        const isOut =
          box.left < frame.left - AIR ||
          box.right > frame.right + AIR ||
          box.top < frame.top - AIR ||
          box.bottom > frame.bottom + AIR;
        const isOn = (its) =>
          box.left < its.right && its.left < box.right && box.top < its.bottom - AIR && its.top < box.bottom - AIR;
        const under = all.slice(index + 1).filter(([, its]) => isOn(its));
        return [
          ...(isOut ? [say("out of the picture", element)] : []),
          ...under.map(([other]) => `${say("lies on other words", element)} ‘${text(other)}’`),
        ];
      });
    }

    /** Less than 44 px high, or 24 within a line of words. A row of answers is hit anywhere on its label. */
    function isSmall(element) {
      const isRow = element.localName === "label" && element.previousElementSibling?.type === "radio";
      if (!isRow && !element.matches("button, summary, select, a[href], input[type=text]")) return false;
      const { width, height } = element.getBoundingClientRect();
      return height < (getComputedStyle(element).display === "inline" ? 24 : 44) - 0.5 || width < 24;
    }
  }, sizes);
}
