// The focus stays where it is, whatever is drawn anew under it.

/** The milliseconds that words in another language may take to come. */
const PATIENCE = 9000;

/**
 * Sees to it that what has the focus in a shadow root has it again once it was drawn anew: what stands in its place by then, or the
 * first heading, where `isStep` says so.
 */
export function holdFocus(root, isStep = () => false) {
  const held = root.activeElement;
  if (!held) return;
  const alike = () => [...root.querySelectorAll(held.localName)];
  const at = alike().indexOf(held);
  const drawn = new MutationObserver(() => {
    if (root.contains(held) || !root.querySelector(".sf-title")) return;
    drawn.disconnect();
    const there = (!isStep() && alike()[at]) || root.querySelector(".sf-title");
    there.focus({ preventScroll: true });
  });
  drawn.observe(root, { childList: true, subtree: true });
  // By then nothing was drawn anew.
  setTimeout(() => drawn.disconnect(), PATIENCE);
}
