// The focus stays where it is, whatever is drawn anew under it.

/** The milliseconds that words in another language may take to come. */
const PATIENCE = 9000;

/**
 * Sees to it that what has the focus in a shadow root or a document has it again once it was drawn anew, as soon as `isThere`: what
 * stands in its place by then, or the first heading, where `isStep` says so. Whoever has gone elsewhere stays there.
 */
export function holdFocus(root, isStep = () => false, isThere = () => true) {
  const held = root.activeElement;
  if (!held || held === document.body || !document.hasFocus()) return;
  const alike = () => [...root.querySelectorAll(held.localName)];
  const at = alike().indexOf(held);
  const drawn = new MutationObserver(() => {
    const title = root.querySelector(".sf-title");
    if (root.contains(held) || !title || !isThere()) return;
    drawn.disconnect();
    if (document.activeElement !== document.body || !document.hasFocus()) return;
    const there = (!isStep() && alike()[at]) || title;
    there.focus({ preventScroll: true });
  });
  drawn.observe(root, { childList: true, subtree: true });
  // By then nothing was drawn anew.
  setTimeout(() => drawn.disconnect(), PATIENCE);
}
