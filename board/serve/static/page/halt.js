// What is said when the board is not there: a few words in the bar at first, a card with a button when it lasts.

import { CONNECTED_AGAIN, CONNECTING_AGAIN, HALTS } from "./words.js";

const CALM = 400; // ms a connection may be gone without a word
const LASTS = 8000; // ms after which it is more than a moment
const SHOWN = 3000;

export class Halt {
  constructor({ card, title, said, button, state }, again) {
    Object.assign(this, { card, title, said, button, state });
    this.why = "";
    this.since = 0;
    button.addEventListener("click", () => again(this.why));
  }

  // Say something in the bar for a while.
  say(words, ms = SHOWN) {
    clearTimeout(this.timer);
    this.state.textContent = words;
    if (ms) {
      this.timer = setTimeout(() => {
        this.state.textContent = "";
      }, ms);
    }
  }

  lost(why) {
    if (!this.since) {
      this.since = Date.now();
      document.body.classList.add("lost");
      this.calm = setTimeout(() => this.say(CONNECTING_AGAIN, 0), CALM);
      this.lasts = setTimeout(() => this.show(this.cause), LASTS);
    }
    this.cause = why;
    if (this.why === "offline" || this.why === "away") {
      this.show(why);
    }
  }

  // Back again; said only where it had been said that it was gone.
  back() {
    clearTimeout(this.calm);
    clearTimeout(this.lasts);
    document.body.classList.remove("lost");
    if (this.state.textContent === CONNECTING_AGAIN) {
      this.say(CONNECTED_AGAIN);
    }
    this.since = 0;
    this.why = "";
    this.card.hidden = true;
  }

  show(why) {
    const known = HALTS[why] ? why : "closed";
    const { title, said, button } = HALTS[known];
    clearTimeout(this.calm);
    clearTimeout(this.lasts);
    this.since ||= Date.now();
    document.body.classList.add("lost");
    this.say("");
    const changed = this.why !== known || this.card.hidden;
    this.why = known;
    this.card.dataset.why = known;
    this.title.textContent = title;
    this.said.textContent = said;
    this.button.textContent = button;
    this.card.hidden = false;
    if (changed) {
      this.button.focus({ preventScroll: true });
    }
  }
}
