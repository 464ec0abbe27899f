// Typing with the keyboard of the device: a sheet with a label, a field and Done, for the field that has the focus on the board.

import { WORDS_WAIT } from "./words.js";

const SOON = 1500; // ms after a tap in which a field that gets the focus was tapped into

export class Sheet {
  constructor({ sheet, form, label, line, lines, said, cancel, button }, connection, touch) {
    Object.assign(this, { sheet, label, line, lines, said, button, connection, touch });
    this.field = null;
    this.begun = "";
    this.tapped = -Infinity;
    button.addEventListener("click", () => this.open());
    cancel.addEventListener("click", () => this.give_up());
    sheet.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.give_up();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.done();
    });
    window.visualViewport?.addEventListener("resize", () => this.place());
    window.visualViewport?.addEventListener("scroll", () => this.place());
  }

  // A finger tapped a cell of the board: into the field that has the focus, or into one that gets it now.
  touched({ column, line }) {
    this.tapped = performance.now();
    const [left, top, width, height] = this.field?.at ?? [0, 0, 0, 0];
    if (column > left && column <= left + width && line > top && line <= top + height) {
      this.open();
    }
  }

  // The server tells which field has the focus, none where the id is empty; `at` is where it stands, in cells.
  hear({ id, label = "", value = "", lines = false, digits = false, secret = false, at = null }) {
    const isOther = this.field?.id !== id;
    if (this.sheet.open && isOther) {
      this.sheet.close();
    }
    this.field = id ? { id, label, value, lines, digits, secret, at } : null;
    this.button.hidden = !this.field || !this.touch;
    this.button.setAttribute("aria-label", this.field ? `Type: ${label}` : "Type");
    if (!this.field) {
      return;
    }
    if (this.sheet.open && this.input.value === this.begun) {
      this.fill(value); // typed by other keys since the field was told
    }
    if (isOther && this.touch && performance.now() - this.tapped < SOON) {
      this.open();
    }
  }

  fill(value) {
    this.input.value = value;
    this.begun = this.input.value; // as the browser keeps it
    this.input.setSelectionRange?.(this.begun.length, this.begun.length);
  }

  get input() {
    return this.field?.lines ? this.lines : this.line;
  }

  open() {
    if (!this.field || this.sheet.open) {
      return;
    }
    const { id, label, value, lines, digits, secret } = this.field;
    this.label.textContent = label || "Type here";
    this.label.htmlFor = this.input.id;
    this.line.hidden = lines;
    this.lines.hidden = !lines;
    this.line.type = secret ? "password" : "text";
    this.line.inputMode = digits ? "numeric" : "text";
    this.line.autocapitalize = digits || secret ? "off" : "sentences";
    this.said.textContent = "";
    this.connection.tell("sheet", { field: id });
    this.sheet.showModal();
    this.place();
    this.input.focus();
    this.fill(value);
  }

  // Keep it above a keyboard that came up over the page.
  place() {
    const view = window.visualViewport;
    if (view && this.sheet.open) {
      this.sheet.style.top = `${Math.round(view.offsetTop) + 12}px`;
      this.sheet.style.maxHeight = `${Math.round(view.height) - 24}px`;
    }
  }

  done() {
    const text = this.input.value;
    if (!this.connection.tell("typed", { field: this.field.id, text })) {
      this.said.textContent = WORDS_WAIT;
      return;
    }
    this.field.value = text;
    this.leave();
  }

  give_up() {
    if (this.field) {
      this.connection.tell("given_up", { field: this.field.id });
    }
    this.leave();
  }

  leave() {
    this.tapped = -Infinity;
    this.sheet.close();
    this.line.value = "";
    this.lines.value = "";
    window.scrollTo(0, 0); // Safari leaves the page scrolled up once its keyboard is gone
  }
}
