// Sends pictures, one after the other, and shows how far each is. A picture goes without the name of its file.

import { PICTURE_FAILED, PICTURE_SENT, PICTURE_WAITS, pictureName } from "./words.js";

const FAILURES = { 403: "ended", 404: "ended", 410: "ended", 413: "large", 415: "unreadable", 0: "away" };
const ENDINGS = { heic: "image/heic", heif: "image/heif", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp" };
const OVER = new Set([403, 404, 410]);
const LATER = new Set([429, 503]); // too many at once: it is tried again by itself
const TRIES = 12;
const TRIES_UNHEARD = 2;
const WAIT = 3;
const LONGEST_SENTENCE = 300;

export class Sending {
  constructor(address, bars) {
    this.address = address;
    this.bars = bars;
    this.sent = 0;
    this.number = 0;
    this.isOver = false; // the way in takes no more
  }

  // Send files until the way in takes no more; gives how many arrived.
  async send(files) {
    let arrived = 0;
    for (const file of files) {
      const row = this.#row();
      const { status, words } = await this.#until_heard(file, row);
      const fine = status >= 200 && status < 300;
      row.show(fine ? "" : words || PICTURE_FAILED[FAILURES[status] ?? "other"]);
      arrived += fine ? 1 : 0;
      if (OVER.has(status)) {
        this.isOver = true;
        break;
      }
    }
    this.sent += arrived;
    return arrived;
  }

  #row() {
    this.number += 1;
    const row = document.createElement("div");
    row.className = "picture";
    const name = document.createElement("span");
    name.textContent = pictureName(this.number);
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", name.textContent);
    const end = document.createElement("span");
    row.append(name, bar, end);
    this.bars.append(row);
    row.scrollIntoView({ block: "nearest" });
    const show = (failed) => {
      bar.value = 1;
      bar.hidden = Boolean(failed);
      row.dataset.end = failed ? "failed" : "sent";
      end.textContent = failed ? failed : `✓ ${PICTURE_SENT}`;
    };
    const wait = () => {
      bar.value = 0;
      end.textContent = PICTURE_WAITS;
    };
    return { bar, show, wait };
  }

  async #until_heard(file, row) {
    for (let tried = 1; ; tried += 1) {
      const answer = await this.#once(file, row.bar);
      const again = LATER.has(answer.status) ? tried < TRIES : answer.status === 0 && tried < TRIES_UNHEARD;
      if (!again) {
        return answer;
      }
      row.wait();
      await new Promise((go) => setTimeout(go, answer.wait * 1000 * (0.7 + 0.6 * Math.random())));
    }
  }

  #once(file, bar) {
    return new Promise((done) => {
      const request = new XMLHttpRequest(); // fetch does not tell how far it is
      request.open("POST", this.address);
      request.setRequestHeader("Content-Type", kindOf(file));
      request.upload.addEventListener("progress", (event) => {
        bar.value = event.total ? event.loaded / event.total : 0;
      });
      request.addEventListener("loadend", () =>
        done({
          status: request.status,
          words: spoken(request),
          wait: Number(request.getResponseHeader("Retry-After")) || WAIT,
        }),
      );
      request.send(file);
    });
  }
}

// The sentence the server says of it, where it says one.
function spoken(request) {
  const plain = (request.getResponseHeader("Content-Type") ?? "").startsWith("text/plain");
  const words = plain ? request.responseText.trim() : "";
  return words.length <= LONGEST_SENTENCE ? words : "";
}

// What a picture is; some systems do not tell it of those their phones take.
function kindOf(file) {
  return file.type || ENDINGS[file.name.split(".").pop().toLowerCase()] || "application/octet-stream";
}
