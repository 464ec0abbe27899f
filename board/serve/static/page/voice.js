// For who does not see the board: what the cursor says, and the class as text.

import { ASKING_FOR_TEXT } from "./words.js";

const CALM = 200; // ms in which only the last of many sayings counts

export class Voice {
  constructor({ eye, report, text, button }, connection) {
    Object.assign(this, { eye, report, text });
    button.addEventListener("click", () => {
      text.textContent = ASKING_FOR_TEXT;
      connection.tell("want_report");
      report.showModal();
      text.focus();
    });
  }

  say(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.eye.textContent = words;
    }, CALM);
  }

  read(words) {
    this.text.textContent = words;
    if (this.report.open) {
      this.text.focus();
    }
  }
}
