// The page in a frame of any size: browsers themselves refuse to be as narrow as a phone.
import { Page } from "./page.mjs";

/** What a copy of the site needs for it. */
export const FRAME = {
  "frame.html": `<!doctype html><meta charset="utf-8"><title>A frame</title><link rel="icon" href="data:,"><iframe></iframe>`,
};

export class FramedPage extends Page {
  async visit(address) {
    await this.driver.switchTo().defaultContent();
    await this.driver.get(`${this.site}frame.html`);
    await this.driver.executeScript((address) => {
      const frame = document.querySelector("iframe");
      frame.style.border = "0";
      return new Promise((then) => {
        frame.onload = () => then();
        frame.src = address;
      });
    }, address);
    await this.driver.switchTo().frame(0);
  }

  /** The browser's own way would reload the page around it. */
  async reload() {
    await this.driver.switchTo().defaultContent();
    await this.driver.executeScript(() => {
      const frame = document.querySelector("iframe");
      return new Promise((then) => {
        frame.onload = () => then();
        frame.contentWindow.location.reload();
      });
    });
    await this.driver.switchTo().frame(0);
    await this.isUp();
  }

  /** Makes the window that the page sees so large. */
  size(width, height) {
    return this.run(
      (width, height) => {
        const { style } = window.frameElement;
        [style.width, style.height] = [`${width}px`, `${height}px`];
      },
      width,
      height,
    );
  }
}
