import type { Locator, Page } from 'playwright-core';

/**
 * Times of the keystroke-level model (Card, Moran and Newell, 1980), seconds: to think before an action, to point, to press a
 * button, to move the hand to the keyboard, to type a character as somebody who is no typist. To read a screen: ours.
 */
const MODEL = { think: 1.35, point: 1.1, press: 0.2, home: 0.4, character: 0.28, read: 8 } as const;

/** A way through the application as a person goes it: every action counted, with the time a person needs for it. */
export class Walk {
  steps = 0;
  #personSeconds = 0;
  readonly #startedAt = Date.now();

  async press(target: Locator): Promise<void> {
    this.#step(MODEL.think + MODEL.point + MODEL.press);
    await target.click();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.#step(MODEL.think + MODEL.point + MODEL.press + MODEL.home + text.length * MODEL.character);
    await target.fill(text);
  }

  /** What is done outside the window, in seconds: a file found in the system's dialog, a sheet held up. */
  async by<T>(seconds: number, act: () => Promise<T>): Promise<T> {
    this.#step(seconds);
    return act();
  }

  async read(page: Page, shown: Locator): Promise<void> {
    this.#personSeconds += MODEL.read;
    await shown.first().waitFor({ timeout: 60_000 });
    await page.evaluate(() => document.fonts.ready);
  }

  /** The machine's time as measured, the script's included, and the person's as modelled; seconds. */
  result(): { readonly steps: number; readonly machineSeconds: number; readonly personSeconds: number } {
    const machineSeconds = (Date.now() - this.#startedAt) / 1000;
    return { steps: this.steps, machineSeconds, personSeconds: this.#personSeconds };
  }

  #step(seconds: number): void {
    this.steps += 1;
    this.#personSeconds += seconds;
  }
}
