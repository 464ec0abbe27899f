// A page the board made, shown here: looked at, kept, printed. It is fetched once, as its ticket counts once.

import { FILE_COMES, FILE_GONE, FILE_NOT_SHOWN } from "./words.js";

export class Files {
  constructor({ panel, title, said, view, keep, open, print, close }) {
    Object.assign(this, { panel, title, said, view, keep, open, print });
    this.address = "";
    close.addEventListener("click", () => panel.close());
    panel.addEventListener("close", () => this.#clear());
    print.addEventListener("click", () => this.#print());
  }

  async hear({ ticket, name, type }) {
    this.#clear();
    this.title.textContent = name;
    this.said.textContent = FILE_COMES;
    this.#offer(false);
    this.panel.classList.remove("small");
    if (!this.panel.open) {
      this.panel.showModal();
    }
    try {
      const answer = await fetch(`/file/${encodeURIComponent(ticket)}`, { cache: "no-store" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const data = new Blob([await answer.arrayBuffer()], { type });
      this.#show(data, name, type);
    } catch {
      this.said.textContent = FILE_GONE;
      this.panel.classList.add("small");
    }
  }

  #show(data, name, type) {
    this.address = URL.createObjectURL(data);
    this.said.textContent = "";
    this.keep.href = this.open.href = this.address;
    this.keep.download = name;
    this.#offer(true);
    if (type.startsWith("image/")) {
      this.view.append(this.#picture(name));
    } else if (navigator.pdfViewerEnabled !== false) {
      this.view.append(this.#page(name));
    } else {
      this.said.textContent = FILE_NOT_SHOWN;
      this.panel.classList.add("small");
      this.print.hidden = true;
    }
  }

  #picture(name) {
    const picture = document.createElement("img");
    picture.src = this.address;
    picture.alt = name;
    return picture;
  }

  #page(name) {
    const page = document.createElement("iframe");
    page.src = `${this.address}#navpanes=0`; // Chromium shows the page itself, without a column of small ones
    page.title = name;
    return page;
  }

  #offer(shown) {
    for (const one of [this.keep, this.open, this.print]) {
      one.hidden = !shown;
    }
  }

  #print() {
    const page = this.view.querySelector("iframe");
    try {
      page.contentWindow.focus();
      page.contentWindow.print();
    } catch {
      window.open(this.address, "_blank", "noopener"); // some browsers print a page only where it stands alone
    }
  }

  #clear() {
    this.view.replaceChildren();
    if (this.address) {
      const { address } = this;
      setTimeout(() => URL.revokeObjectURL(address), 60_000); // a download may have just begun
    }
    this.address = "";
  }
}
