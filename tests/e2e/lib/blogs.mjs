// Somebody's pages to be a guest on: a magazine, a developer's blog in the dark, and what WordPress's usual theme makes.

const MAGAZINE = `
  html { font-size: 62.5%; }
  body { margin: 0; background: #fffdf8; color: #222; font: 1.9rem/1.6 Georgia, "Liberation Serif", serif; }
  main { max-width: 68rem; margin: 0 auto; padding: 4rem 2rem; }
  h1 { font-size: 4.2rem; line-height: 1.1; font-weight: 400; letter-spacing: -0.02em; }
  h2 { font-size: 2.6rem; font-style: italic; }
  p:first-of-type::first-letter { float: left; font-size: 3.4em; line-height: 0.9; }
  button, input { font: inherit; text-transform: uppercase; letter-spacing: 0.1em; }
  strategy-first { --sf-accent: #a4243b; --sf-font: Georgia, "Liberation Serif", serif; --sf-radius: 0; margin-block: 4rem; }`;

const DEVELOPER = `
  :root { color-scheme: dark; }
  * { box-sizing: border-box; margin: 0; padding: 0; }
  body { background: #0d1117; color: #c9d1d9; font: 15px/1.7 ui-monospace, "DejaVu Sans Mono", monospace; }
  main { max-width: 80ch; margin: 0 auto; padding: 32px 16px; }
  h1, h2 { color: #7ee787; font-size: 1.4em; }
  p { margin-block: 1em; hyphens: auto; text-align: justify; }
  button { all: unset; color: #7ee787; }
  strategy-first { --sf-accent: #7ee787; --sf-bg: #161b22; --sf-border: #30363d; --sf-radius: 6px; }`;

const WORDPRESS = `
  :root { --wp--preset--color--accent: #ffee58; --wp--preset--spacing--50: clamp(30px, 5vw, 50px); }
  body { margin: 0; background: #fff; color: #111; letter-spacing: -0.1px;
    font: 300 clamp(1rem, 1rem + 0.3vw, 1.375rem)/1.4 Manrope, "Noto Sans", "Liberation Sans", sans-serif; }
  .entry-content { padding: var(--wp--preset--spacing--50); }
  .entry-content > * { max-width: 645px; margin-block: 1.2rem 0; margin-inline: auto !important; }
  h1 { font-size: 2.15rem; font-weight: 400; line-height: 1.125; letter-spacing: -0.5px; }
  :where(button) { border: 0; border-radius: 9999px; background: #111; color: #fff; padding: 1rem 2.25rem; }
  strategy-first { --sf-accent: var(--wp--preset--color--accent); --sf-radius: 16px;
    --sf-font: Manrope, "Noto Sans", "Liberation Sans", sans-serif; }`;

const SHEETS = { magazine: MAGAZINE, developer: DEVELOPER, wordpress: WORDPRESS };

export const BLOGS = Object.keys(SHEETS);

/** A post on the blog of that kind, around `guest`, which is markup. */
export function post(kind, guest) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Somebody’s blog</title>
    <link rel="icon" href="data:,">
    <style>${SHEETS[kind]}</style>
    <script type="module" src="embed.js"></script>
  </head>
  <body>
    <main class="entry-content">
      <h1>What I learned from a year of posting every day</h1>
      <p>It began as a bet with my sister. By March I had forty drafts, two hundred photographs of bread, and no idea who any of
        it was for. This is about what I would do first if I began again.</p>
      <h2>Before the next post</h2>
      ${guest}
      <p>I took it twice, a month apart. The second time I knew whom I was writing for, and half of my list of ideas went.</p>
    </main>
  </body>
</html>`;
}
