// Fingers on the board: one taps and draws, two scroll. Sent as a terminal tells of a mouse (SGR).

const SLOP = 8; // css pixels a finger may wander and still only tap
const PATIENCE = 150; // ms a finger that does not move waits for a second one; a tap is over before
const LINES_A_NOTCH = 2; // what one notch of a wheel scrolls

const LEFT = 0;
const MOVED = 32;
const UP = 64;
const DOWN = 65;
const BACK = 66;
const ON = 67;

export class Fingers {
  // send(bytes) sends them, isBehind() tells whether more waits to be sent than moves are worth, tapped(cell) hears of each tap.
  constructor(area, screen, { send, isBehind, tapped }) {
    Object.assign(this, { screen, send, isBehind, tapped });
    this.encoder = new TextEncoder();
    this.rest();
    const listen = (name, heard) =>
      area.addEventListener(name, (event) => event.pointerType === "mouse" || heard.call(this, event), { capture: true });
    listen("pointerdown", this.down);
    listen("pointermove", this.move);
    listen("pointerup", this.up);
    listen("pointercancel", this.cancel);
    const never = (event) => event.cancelable && event.preventDefault();
    for (const name of ["touchstart", "touchmove", "touchend"]) {
      area.addEventListener(name, never, { passive: false }); // no mouse made of touches, no page that scrolls
    }
    for (const name of ["contextmenu", "dragstart", "selectstart"]) {
      area.addEventListener(name, never);
    }
    for (const name of ["gesturestart", "gesturechange"]) {
      document.addEventListener(name, never, { passive: false }); // Safari's pinch
    }
  }

  rest() {
    clearTimeout(this.timer);
    this.state = "rest"; // then waits, then draws; or scrolls; or is spent, until all fingers are gone
    this.isPen = false;
    this.down_at = new Map();
    this.pending = null;
    this.last = null;
  }

  down(event) {
    event.preventDefault();
    keep(event);
    document.activeElement?.blur(); // a button of the page that was used before gets no more keys
    const isPen = event.pointerType === "pen";
    if (isPen && !this.isPen) {
      this.make_way();
    }
    if (this.state === "rest") {
      this.state = "waits";
      this.isPen = isPen;
      this.first = event.pointerId;
      this.begun = { x: event.clientX, y: event.clientY };
      this.timer = setTimeout(() => this.press(), PATIENCE);
    } else if (this.state === "waits" && !this.isPen) {
      clearTimeout(this.timer);
      this.state = "scrolls";
    }
    // While one draws, others count for nothing: a hand rests on the glass.
    this.down_at.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.state === "scrolls" && this.down_at.size === 2) {
      this.begin_scrolling();
    }
  }

  move(event) {
    if (!this.down_at.has(event.pointerId)) {
      return;
    }
    const here = { x: event.clientX, y: event.clientY };
    this.down_at.set(event.pointerId, here);
    if (this.state === "waits" && Math.hypot(here.x - this.begun.x, here.y - this.begun.y) > SLOP) {
      this.press();
    }
    if (this.state === "draws" && event.pointerId === this.first) {
      this.draw(here);
    } else if (this.state === "scrolls") {
      this.scroll();
    }
  }

  up(event) {
    if (!this.down_at.delete(event.pointerId)) {
      return;
    }
    if (event.pointerId === this.first) {
      const tapped = this.state === "waits";
      if (tapped) {
        this.press();
      }
      if (this.state === "draws") {
        this.release(tapped ? this.begun : { x: event.clientX, y: event.clientY });
      }
      if (tapped) {
        this.tapped(this.last); // here, as some browsers bring their keyboard up only while a finger is being lifted
      }
    }
    this.after_one();
  }

  // The system took the finger away, for a gesture of its own: what only waited never was.
  cancel(event) {
    if (!this.down_at.delete(event.pointerId)) {
      return;
    }
    if (event.pointerId === this.first && this.state === "draws") {
      this.release(null);
    }
    this.after_one();
  }

  after_one() {
    clearTimeout(this.timer);
    if (this.down_at.size === 0) {
      this.rest();
    } else if (this.state !== "draws") {
      this.state = "spent";
    }
  }

  // A hand lies on the glass before its pen does: the pen counts, and the hand never did.
  make_way() {
    if (this.state === "draws") {
      this.release(null);
    }
    this.rest();
  }

  press() {
    clearTimeout(this.timer);
    this.state = "draws";
    this.last = this.screen.at(this.begun.x, this.begun.y);
    this.report(LEFT, this.last);
  }

  // At most one move for each picture the browser paints: more than that nobody sees.
  draw(here) {
    const cell = this.screen.at(here.x, here.y);
    const from = this.pending ?? this.last;
    if (cell.column === from.column && cell.line === from.line) {
      return;
    }
    if (!this.pending) {
      requestAnimationFrame(() => this.flush());
    }
    this.pending = cell;
  }

  flush() {
    if (this.pending && this.state === "draws" && this.isBehind()) {
      requestAnimationFrame(() => this.flush());
    } else if (this.pending) {
      this.last = this.pending;
      this.pending = null;
      this.report(LEFT + MOVED, this.last);
    }
  }

  release(place) {
    if (place) {
      const cell = this.screen.at(place.x, place.y);
      this.pending = cell.column === this.last.column && cell.line === this.last.line ? null : cell;
    }
    this.state = "spent";
    this.flush();
    this.report(LEFT, this.last, "m");
  }

  begin_scrolling() {
    this.middle = this.centre();
    this.over = this.screen.at(this.middle.x, this.middle.y);
  }

  scroll() {
    if (this.down_at.size !== 2) {
      return;
    }
    const now = this.centre();
    const { width, height } = this.screen.cell;
    this.middle.y += this.notches(now.y - this.middle.y, height * LINES_A_NOTCH, DOWN, UP);
    this.middle.x += this.notches(now.x - this.middle.x, width * 2 * LINES_A_NOTCH, ON, BACK);
  }

  // What lies under the fingers follows them: gone down by one notch, it is scrolled up by one.
  notches(gone, size, forward, back) {
    const count = Math.trunc(gone / size);
    for (let done = 0; done < Math.abs(count); done += 1) {
      this.report(count < 0 ? forward : back, this.over);
    }
    return count * size;
  }

  centre() {
    const places = [...this.down_at.values()];
    const mean = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    return { x: mean("x"), y: mean("y") };
  }

  report(button, { column, line }, end = "M") {
    this.send(this.encoder.encode(`\x1b[<${button};${column};${line}${end}`));
  }
}

// Hear of this finger wherever it goes; one that is gone already can't be kept.
function keep(event) {
  try {
    event.target.setPointerCapture(event.pointerId);
  } catch {
    // It comes as far as it is over the board.
  }
}
