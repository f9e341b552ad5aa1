/**
 * Has the forms in `root` tell when they are sent off even in a sandbox without `allow-forms`, where a browser says nothing of
 * it. The app sends no form anywhere; it only listens.
 */
export function submits(root) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button?.form || button.type !== "submit") return;
    event.preventDefault();
    button.form.dispatchEvent(new Event("submit", { cancelable: true }));
  });
}
