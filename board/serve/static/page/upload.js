// The button with which pictures are brought to the board.

import { Sending } from "./sending.js";
import { picturesSent } from "./words.js";

export class Upload {
  constructor({ dock, words, said, bars, choose, camera, files, shot }, touch) {
    Object.assign(this, { dock, words, said, bars, camera, files, shot, choose });
    this.touch = touch;
    this.sending = null;
    choose.addEventListener("click", () => files.click());
    camera.addEventListener("click", () => shot.click());
    for (const input of [files, shot]) {
      input.addEventListener("change", () => {
        this.send([...input.files]);
        input.value = "";
      });
    }
    document.addEventListener("dragover", (event) => this.#over(event));
    document.addEventListener("dragleave", () => dock.classList.remove("over"));
    document.addEventListener("drop", (event) => this.#drop(event));
  }

  // The server offers a way in, or takes it back where the ticket is empty.
  hear({ ticket, words = "", many = false }) {
    if (!ticket) {
      this.ticket = "";
      this.dock.hidden = true;
      return;
    }
    if (ticket !== this.ticket) {
      this.ticket = ticket;
      this.bars.replaceChildren();
      this.said.textContent = "";
      this.choose.disabled = this.camera.disabled = false;
      this.sending = new Sending(`/upload/${encodeURIComponent(ticket)}`, this.bars);
    }
    this.many = many;
    this.words.textContent = words;
    this.files.multiple = many;
    this.camera.hidden = !this.touch;
    this.dock.hidden = false;
  }

  async send(files) {
    const { sending } = this;
    if (!sending || !files.length) {
      return;
    }
    this.said.textContent = "";
    this.choose.disabled = this.camera.disabled = true;
    await sending.send(this.many ? files : files.slice(0, 1));
    this.choose.disabled = this.camera.disabled = false;
    if (sending.sent) {
      this.said.textContent = picturesSent(sending.sent);
    }
    if (sending.isOver && sending === this.sending) {
      this.choose.disabled = this.camera.disabled = true;
    }
  }

  #over(event) {
    if (!this.dock.hidden && event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      this.dock.classList.add("over");
    }
  }

  #drop(event) {
    event.preventDefault(); // or else the browser would leave the board to show the file
    this.dock.classList.remove("over");
    if (!this.dock.hidden) {
      this.send([...event.dataTransfer.files]);
    }
  }
}
