// Keeps the screen of a device on, where the browser can: only over a secure connection, and only while the page is seen.

import { recall, remember } from "./remembered.js";
import { AWAKE_REFUSED } from "./words.js";

export class Awake {
  constructor(button, says) {
    this.button = button;
    this.says = says;
    this.lock = null;
    this.possible = window.isSecureContext && "wakeLock" in navigator;
    button.hidden = !this.possible;
    button.addEventListener("click", () => {
      remember("awake", this.wanted ? "" : "yes");
      this.keep();
    });
    document.addEventListener("visibilitychange", () => document.hidden || this.keep());
    this.keep();
  }

  get wanted() {
    return recall("awake") === "yes";
  }

  async keep() {
    this.button.setAttribute("aria-pressed", String(this.possible && this.wanted));
    if (!this.possible || this.wanted === Boolean(this.lock && !this.lock.released)) {
      return;
    }
    if (!this.wanted) {
      this.lock.release();
      this.lock = null;
      return;
    }
    try {
      this.lock = await navigator.wakeLock.request("screen");
    } catch {
      this.says(AWAKE_REFUSED);
    }
  }
}
