// One visitor through every state that the app can show, for what must hold in all of them.

/** Where everything unfolds. */
const unfold = (page) => page.run(() => all("details").forEach((part) => part.setAttribute("open", "")));

/** Leads `page`, in its language, from state to state, and calls `look` with the name of each. */
export async function journey(page, look) {
  const at = async (state) => {
    await page.still();
    await look(state);
  };
  const items = page.pack("full").items;
  const wrong = items.map((item) => item.options.findIndex(({ score }) => score === 0));
  const mixed = items.map((item, index) => (index === 5 ? null : (index * 2 + 1) % item.options.length));

  await page.open({ seed: "42", "cta-href": "https://example.org/", "cta-label": "Example" });
  await at("the start");
  await page.start("full");
  await at("a question");
  await page.press("question.next");
  await page.until(() => text(all("[role=alert]")[0]), "the error");
  await at("a question with its error");
  await page.choose(1);
  await at("an answered question");
  await page.answer(mixed.slice(0, 16));
  await at("the last question");
  await page.home();
  await at("the start with a check under way");
  await page.go("start.resume");
  await page.answer(mixed.slice(16));
  await at("the result");
  await unfold(page);
  await at("the result, unfolded");
  await page.press("result.link");
  const link = await page.until((label) => named("input", label)?.value, "the link", page.t("result.link_label"));
  await at("the link to the result");
  await page.press("result.copy");
  await page.until(() => text(all("[role=status]")[0]), "the status");
  await at("the link copied, or not");
  await page.press("result.code");
  await page.until(() => all("svg.sf-qr")[0], "the code with its picture");
  await unfold(page);
  await at("the code for a trainer, unfolded");
  await page.run(() => all("form")[0].requestSubmit());
  await page.until(() => text(all("[role=alert]")[0]), "what is wrong with no code");
  await at("the code for a trainer, with what is wrong with an earlier one");

  await page.go("app.difference");
  await unfold(page);
  await at("the difference, unfolded");

  const [strategy, tactic, objective] = page.choicesInDrill();
  await page.go("app.drill");
  await at("the drill’s introduction");
  await page.go("start.start");
  await at("a statement");
  await page.go(strategy);
  await at("a reason");
  await page.go("drill.next");
  await page.go(tactic);
  await at("another reason");
  await page.go("drill.next");
  await page.sort(18, [strategy]);
  await at("a statement of the bonus round");
  await page.sort(4, [objective]);
  await at("the drill’s end");

  await page.home();
  await page.take("full", wrong);
  await unfold(page);
  await at("a result compared with the one before, unfolded");
  await page.home();
  await page.take(
    "full",
    items.map((_, index) => (index < 2 ? 0 : null)),
  );
  await at("a result of too few answers");
  await page.home();
  await page.take("quick", Array(8).fill(1));
  await unfold(page);
  await at("a quick result, unfolded");
  await page.home();
  await at("the start with results");
  await page.start("quick");
  await page.go("app.start_over");
  await at("the offer to undo");

  await page.go("app.history");
  await at("the history");
  for (let row = 0; row < 4; row += 1) {
    await page.step(() => page.run(() => all("ol li button:last-child")[0].click()));
    if (row === 0) await at("the history after a deletion");
  }
  await at("the empty history");
  await page.open({}, new URL(link).hash);
  await unfold(page);
  await at("a shared result, unfolded");
  await page.open({}, "#result=full");
  await at("a link that can’t be read");
}
