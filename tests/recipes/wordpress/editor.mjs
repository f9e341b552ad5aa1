// WordPress's block editor, driven as somebody writes: signed in, with a new post, in a browser.

/** The milliseconds that the editor may take: PHP's own server hands out its many files a few at a time. */
const PATIENCE = 60_000;

/** Publishes a post with one Custom HTML block that holds `html`; gives its address, and what the editor then has of it. */
export async function publish({ driver }, blog, title, html) {
  await driver.get(`${blog.address}wp-login.php`);
  await driver.executeScript(
    (password) => {
      document.querySelector("#user_login").value = "admin";
      document.querySelector("#user_pass").value = password;
      document.querySelector("#loginform").submit();
    },
    blog.site.password,
  );
  const until = (look, ...details) => driver.wait(() => driver.executeScript(look, ...details), PATIENCE);
  await until(() => document.cookie.includes("wp-settings-time") || location.pathname.includes("/wp-admin/"));
  await driver.get(`${blog.address}wp-admin/post-new.php`);
  await until(() => window.wp?.data?.select("core/editor")?.getCurrentPostId() && window.wp.blocks.getBlockType("core/html"));
  await driver.executeScript(
    (title, content) => {
      const { data, blocks } = window.wp;
      data.dispatch("core/editor").resetEditorBlocks([blocks.createBlock("core/html", { content })]);
      data.dispatch("core/editor").editPost({ title, status: "publish" });
      data.dispatch("core/editor").savePost();
    },
    title,
    html,
  );
  await until(() => window.wp.data.select("core/editor").didPostSaveRequestSucceed());
  const saved = await driver.executeScript(() => {
    const editor = window.wp.data.select("core/editor");
    const [block] = window.wp.data.select("core/block-editor").getBlocks();
    return { address: editor.getPermalink(), kept: editor.getEditedPostContent(), isValid: block.isValid };
  });
  // The editor says good-bye; whoever reads the post next is a visitor.
  await driver.get(blog.address);
  await driver.manage().deleteAllCookies();
  return saved;
}
