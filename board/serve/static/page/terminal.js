// The terminal in the page: xterm.js in our letters, drawn by WebGL, as large as there is room.

import "./strict_styles.js";
import { Terminal, WebglAddon } from "../vendor/xterm.js";
import { cellWidth } from "./cells.js";
import { DRAWN_SLOWLY } from "./words.js";

const LETTERS = '"Board Letters", "DejaVu Sans Mono", monospace';
const ADVANCE = 0.602; // width of a letter of this font, in parts of its size
const TRIES = 4; // lost drawings within a minute, after which it is drawn without graphics
const MINUTE = 60_000;
const SOON = 200; // ms after which a lost drawing is begun anew; at once would give one that is lost, too
const FORGET_FOCUS = new Set(["\x1b[I", "\x1b[O"]); // a sheet of the page over the board is no leaving of it

export class Screen {
  // send(bytes) sends what is typed; resized() hears of another size; says(words) tells the user something; isHeld() tells
  // whether a keyboard of the device is over the page: then it stays as high as it was.
  constructor(area, { touch, send, resized, says, isHeld }) {
    this.area = area;
    this.touch = touch;
    this.step = 0;
    this.says = says;
    this.resized = resized;
    this.isHeld = isHeld;
    this.losses = [];
    this.terminal = new Terminal({
      fontFamily: LETTERS,
      fontSize: 12,
      fontWeightBold: 700,
      scrollback: 0,
      cursorBlink: false,
      cursorInactiveStyle: "none",
      drawBoldTextInBrightColors: false,
      customGlyphs: true,
      logLevel: "off",
      linkHandler: { activate() {} },
      theme: { background: "#12181F", foreground: "#E6EDF3" },
    });
    const encoder = new TextEncoder();
    this.terminal.onData((text) => FORGET_FOCUS.has(text) || send(encoder.encode(text)));
    this.terminal.onBinary((text) => send(Uint8Array.from(text, (sign) => sign.charCodeAt(0))));
  }

  // Show it; the letters have to be there before, as xterm.js measures them once.
  async open() {
    const faces = ["400 12px", "700 12px"].map((face) => document.fonts.load(`${face} "Board Letters"`));
    await Promise.race([Promise.allSettled(faces), new Promise((go) => setTimeout(go, 4000))]);
    this.terminal.open(this.area);
    const { textarea } = this.terminal;
    textarea.setAttribute("aria-label", "The board: keys go here. F6 leads to the buttons of this page.");
    if (this.touch) {
      textarea.setAttribute("inputmode", "none"); // no keyboard comes up by itself; letters are typed in the sheet
      textarea.setAttribute("virtualkeyboardpolicy", "manual");
    }
    this.#draw();
    this.#watch();
    this.fit();
  }

  get size() {
    return { columns: this.terminal.cols, lines: this.terminal.rows };
  }

  // The size of a cell in css pixels.
  get cell() {
    return this.terminal._core._renderService.dimensions.css.cell;
  }

  // The column and line under a place of the window, the nearest one where it lies outside.
  at(x, y) {
    const { left, top } = this.terminal.element.querySelector(".xterm-screen").getBoundingClientRect();
    const { width, height } = this.cell;
    return {
      column: clamped(Math.floor((x - left) / width) + 1, this.terminal.cols),
      line: clamped(Math.floor((y - top) / height) + 1, this.terminal.rows),
    };
  }

  write(bytes) {
    this.terminal.write(bytes);
  }

  // Forget what was painted: another connection paints everything anew.
  restart() {
    this.terminal.write("\x1bc");
  }

  focus() {
    this.terminal.focus();
  }

  colour(background, foreground) {
    this.terminal.options.theme = { background, foreground };
  }

  resizeLetters(step) {
    this.step = step;
    this.fit();
  }

  // Fill the room there is.
  fit() {
    const { clientWidth: width, clientHeight: height } = this.area;
    if (!width || !height || !this.terminal.element) {
      return;
    }
    this.width = width;
    const ratio = window.devicePixelRatio || 1;
    const wide = cellWidth(width, this.touch, ratio, this.step);
    this.#shape(wide, ratio);
    const columns = Math.max(2, Math.floor(width / this.cell.width + 0.001));
    const lines = Math.max(2, Math.floor(height / this.cell.height + 0.001));
    const { element } = this.terminal;
    element.style.left = `${Math.floor(((width - columns * this.cell.width) / 2) * ratio) / ratio}px`;
    if (columns !== this.terminal.cols || lines !== this.terminal.rows) {
      this.terminal.resize(columns, lines);
      this.resized();
    }
  }

  // Make cells so many pixels of the device wide, and twice as high.
  #shape(wide, ratio) {
    const { options } = this.terminal;
    options.lineHeight = 1;
    options.fontSize = (wide + 0.25) / ratio / ADVANCE;
    const high = Math.round(this.terminal._core._charSizeService.height * ratio * 100) / 100;
    options.lineHeight = Math.max(1, (2 * wide + 0.01) / Math.ceil(high));
  }

  #draw() {
    this.drawer = null;
    try {
      const drawer = new WebglAddon();
      drawer.onContextLoss(() => this.#redraw(drawer));
      this.terminal.loadAddon(drawer);
      this.drawer = drawer;
      for (const canvas of this.area.querySelectorAll("canvas")) {
        // xterm.js waits three seconds for it to come back by itself: that long nobody looks at nothing.
        canvas.addEventListener("webglcontextlost", () => setTimeout(() => this.#redraw(drawer), SOON));
      }
    } catch {
      this.says(DRAWN_SLOWLY);
    }
    this.area.dataset.drawn = this.drawer ? "webgl" : "dom";
  }

  // The browser took the drawing away, as it does after sleep or with many tabs: begin a new one, later than in this moment.
  #redraw(lost) {
    if (lost !== this.drawer) {
      return;
    }
    this.drawer = null;
    const now = Date.now();
    this.losses = [...this.losses.filter((then) => now - then < MINUTE), now];
    try {
      lost.dispose();
    } catch {
      // It has nothing left to give back.
    }
    setTimeout(() => {
      if (this.losses.length < TRIES) {
        this.#draw();
      } else {
        this.area.dataset.drawn = "dom";
        this.says(DRAWN_SLOWLY);
      }
      this.fit();
      this.repaint();
    }, SOON);
  }

  repaint() {
    try {
      this.drawer?.clearTextureAtlas();
    } catch {
      // The drawing was lost in between; its loss is told by itself.
    }
    this.terminal.refresh(0, this.terminal.rows - 1);
  }

  #watch() {
    let waiting = 0;
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.isHeld() && this.area.clientWidth === this.width ? null : this.fit(), 60);
    };
    new ResizeObserver(later).observe(this.area);
    const watchRatio = () => {
      const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
      query.addEventListener("change", () => { later(); watchRatio(); }, { once: true });
    };
    watchRatio();
    // A hidden page may come back with an empty drawing, and nothing new to paint.
    document.addEventListener("visibilitychange", () => document.hidden || this.repaint());
  }
}

function clamped(place, most) {
  return Math.min(Math.max(place, 1), most);
}
