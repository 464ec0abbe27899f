// Sends pictures, one after the other, and shows how far each is. A picture goes without the name of its file.

import { PICTURE_FAILED, PICTURE_SENT, pictureName } from "./words.js";

const FAILURES = { 400: "unreadable", 403: "ended", 404: "ended", 410: "ended", 413: "large", 415: "unreadable", 422: "unreadable", 429: "many", 0: "away" };
const ENDINGS = { heic: "image/heic", heif: "image/heif", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp" };

export class Sending {
  constructor(address, bars) {
    this.address = address;
    this.bars = bars;
    this.sent = 0;
    this.number = 0;
  }

  // Send files; gives how many arrived.
  async send(files) {
    let arrived = 0;
    for (const file of files) {
      const row = this.#row();
      const failed = await this.#one(file, row.bar);
      row.show(failed);
      arrived += failed ? 0 : 1;
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
      bar.value = failed ? 0 : 1;
      bar.hidden = Boolean(failed);
      row.dataset.end = failed ? "failed" : "sent";
      end.textContent = failed ? failed : `✓ ${PICTURE_SENT}`;
    };
    return { bar, show };
  }

  // Send one file; gives a sentence where it failed.
  #one(file, bar) {
    return new Promise((done) => {
      const request = new XMLHttpRequest(); // fetch does not tell how far it is
      request.open("POST", this.address);
      request.setRequestHeader("Content-Type", kindOf(file));
      request.upload.addEventListener("progress", (event) => {
        bar.value = event.total ? event.loaded / event.total : 0;
      });
      request.addEventListener("loadend", () => done(outcome(request)));
      request.send(file);
    });
  }
}

function outcome(request) {
  if (request.status >= 200 && request.status < 300) {
    return "";
  }
  return spoken(request) || PICTURE_FAILED[FAILURES[request.status] ?? "other"];
}

// What the server says of it, where it says something: {"words": "..."}.
function spoken(request) {
  try {
    return String(JSON.parse(request.responseText).words ?? "");
  } catch {
    return "";
  }
}

// What a picture is; some systems do not tell it of those their phones take.
function kindOf(file) {
  return file.type || ENDINGS[file.name.split(".").pop().toLowerCase()] || "application/octet-stream";
}
