// How large the letters are, remembered on this device.

import { FEWEST_STEPS, MOST_STEPS } from "./cells.js";
import { recall, remember } from "./remembered.js";

export class Letters {
  constructor({ smaller, larger }, screen) {
    Object.assign(this, { smaller, larger, screen });
    this.step = Math.trunc(Number(recall("letters"))) || 0;
    smaller.addEventListener("click", () => this.change(-1));
    larger.addEventListener("click", () => this.change(1));
    this.change(0);
  }

  change(by) {
    this.step = Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, this.step + by));
    if (by) {
      remember("letters", String(this.step));
    }
    this.screen.resizeLetters(this.step);
    this.smaller.disabled = this.step === FEWEST_STEPS;
    this.larger.disabled = this.step === MOST_STEPS;
  }
}
