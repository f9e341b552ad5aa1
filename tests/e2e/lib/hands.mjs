// Three ways to work the page: by mouse, by keyboard alone, and by script, where how is not the question.
import assert from "node:assert/strict";
import { By, Key } from "selenium-webdriver";

const RADIOS = "fieldset input[type=radio]";

/** The keys that write `text` into a field; a day, such as 2027-06-30, part by part as browsers in American English ask. */
const keysFor = (kind, text) => (kind === "date" ? text.replace(/(\d+)-(\d+)-(\d+)/, "$2/$3/$1") : text);

class Mouse {
  constructor(page) {
    this.page = page;
  }

  /** A press into the field, everything in it chosen, and written over. A day is written from its first part on. */
  async fill(element, text) {
    const kind = await element.getAttribute("type");
    await this.show(element);
    if (kind === "date") {
      await this.page.run((element) => element.labels[0], element).then((label) => label.click());
    } else {
      await element.click();
      await element.sendKeys(Key.chord(Key.CONTROL, "a"));
    }
    await this.page.driver.actions().sendKeys(keysFor(kind, text)).perform();
    await this.page.run((element) => element.blur(), element);
  }

  async press(element) {
    // What is still on its way in is not where WebKit’s driver presses.
    await this.page.still();
    await this.show(element);
    await element.click();
  }

  /** WebKit’s driver does not scroll up to what lies above the window. */
  show(element) {
    return this.page.run((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "center" });
    }, element);
  }

  /** On the words, as people do. */
  async choose(index) {
    const labels = await this.page.driver.findElements(By.css("fieldset label"));
    await labels[index].click();
  }

  async pick(select, value) {
    await select.findElement(By.css(`option[value=${value}]`)).click();
  }
}

class Keyboard {
  /** More stops than any screen has. */
  static STOPS = 60;

  constructor(page) {
    this.page = page;
  }

  async press(element) {
    await this.reach(element);
    await this.type((await element.getTagName()) === "summary" ? Key.SPACE : Key.ENTER);
  }

  /** Into the group by Tab, to the answer by the arrows; Space chooses the first, the arrows choose as they go. */
  async choose(index) {
    const radios = await this.page.driver.findElements(By.css(RADIOS));
    const stop = await this.page.run((radios) => {
      const places = all(radios);
      return Math.max(
        0,
        places.findIndex((input) => input.checked),
      );
    }, RADIOS);
    await this.reach(radios[stop]);
    if (index === stop) return this.type(Key.SPACE);
    const arrow = index > stop ? Key.ARROW_DOWN : Key.ARROW_UP;
    return this.type(...Array(Math.abs(index - stop)).fill(arrow));
  }

  /** Into the field by Tab, which chooses everything in it, and out of it again. */
  async fill(element, text) {
    await this.reach(element);
    const kind = await element.getAttribute("type");
    if (kind !== "date") await this.chord(Key.CONTROL, "a");
    await this.type(keysFor(kind, text), Key.TAB);
  }

  chord(held, key) {
    return this.page.driver.actions().keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  async pick(select, value) {
    await this.reach(select);
    const steps = await this.page.run(
      (select, value) => [...select.options].findIndex((option) => option.value === value) - select.selectedIndex,
      select,
      value,
    );
    await this.type(...Array(Math.abs(steps)).fill(steps > 0 ? Key.ARROW_DOWN : Key.ARROW_UP));
  }

  /** Goes to `element` by Tab, or back to it by Shift and Tab. The focus must be somewhere at every stop. */
  async reach(element) {
    const passed = [];
    for (let stop = 0; stop < Keyboard.STOPS; stop += 1) {
      const [isThere, isAhead, at] = await this.page.run((element) => {
        const focused = root.activeElement ?? document.body;
        const isAhead = focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
        return [focused === element, Boolean(isAhead), focused === document.body ? "nothing" : name(focused)];
      }, element);
      if (isThere) return;
      passed.push(at);
      // On a page just opened nothing has the focus yet.
      assert.ok(at !== "nothing" || stop === 0, `the focus was lost after ${passed.join(" → ")}`);
      await (isAhead
        ? this.type(Key.TAB)
        : this.page.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform());
    }
    assert.fail(`the keyboard does not reach it: ${passed.join(" → ")}`);
  }

  type(...keys) {
    return this.page.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }
}

class Script {
  constructor(page) {
    this.page = page;
  }

  press(element) {
    return this.page.run((element) => element.click(), element);
  }

  fill(element, text) {
    return this.page.run(
      (element, text) => {
        element.focus();
        element.value = text;
        for (const event of ["input", "change"]) element.dispatchEvent(new Event(event, { bubbles: true }));
      },
      element,
      text,
    );
  }

  choose(index) {
    return this.page.run((radios, index) => all(radios)[index].click(), RADIOS, index);
  }

  /**
   * Many steps at once, for what most paths only pass through: each chooses the answer at `choose`, if it says so, and
   * presses the button called one of `press`. Gives the headings passed.
   */
  through(steps) {
    return this.page.run(
      async (radios, steps) => {
        const passed = [];
        for (const { choose, press } of steps) {
          const heading = all("h2")[0];
          passed.push(text(heading));
          if (choose !== undefined) all(radios)[choose].click();
          press
            .map((wanted) => named("button", wanted))
            .find(Boolean)
            .click();
          for (let round = 0; (all("h2")[0] ?? heading) === heading; round += 1) {
            if (round > 2000) throw new Error(`no new screen after ${press}`);
            await new Promise((then) => setTimeout(then));
          }
        }
        return passed;
      },
      RADIOS,
      steps,
    );
  }

  pick(select, value) {
    return this.page.run(
      (select, value) => {
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      select,
      value,
    );
  }
}

export const HANDS = { mouse: Mouse, keyboard: Keyboard, script: Script };
