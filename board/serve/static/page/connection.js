// The one connection to the board. It is made again when it is lost, until the server says why it was ended.

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;
const PING_EVERY = 10_000;
const DEAF_AFTER = 12_000; // without an answer to a ping, where pings were answered before
const TOO_MUCH = 65_536; // bytes on their way out, beyond which moves are left out
const BUSY_WAIT = 2500;

const REFUSALS = { 401: "revoked", 403: "revoked", 421: "revoked", 429: "busy", 503: "full" };

export class Connection {
  // greet() gives the hello; heard = { opened, bytes, said, lost(why), halted(why) }.
  constructor(greet, heard) {
    this.greet = greet;
    this.heard = heard;
    this.socket = null;
    this.tries = 0;
    this.halted = false;
    this.answered = false;
    window.addEventListener("online", () => this.now());
    window.addEventListener("offline", () => this.#drop("offline"));
    window.addEventListener("pageshow", (event) => event.persisted && this.now());
    document.addEventListener("visibilitychange", () => document.hidden || this.#look());
    setInterval(() => this.#ping(), PING_EVERY);
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open() {
    clearTimeout(this.timer);
    this.halted = false;
    const address = new URL("/ws", window.location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    let socket;
    try {
      socket = new WebSocket(address);
    } catch {
      this.#again();
      return;
    }
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    const mine = (work) => (event) => this.socket === socket && work(event);
    socket.addEventListener("open", mine(() => this.#opened()));
    socket.addEventListener("message", mine((event) => this.#hear(event.data)));
    socket.addEventListener("close", mine(() => this.#closed()));
  }

  // Try at once, whatever was waited for.
  now() {
    if (!this.isOpen && !(this.halted && this.socket === null)) {
      this.tries = 0;
      this.open();
    }
  }

  // Begin again after the server had ended it.
  again() {
    this.tries = 0;
    this.open();
  }

  send(bytes) {
    if (this.isOpen) {
      this.socket.send(bytes);
    }
    return this.isOpen;
  }

  tell(kind, fields = {}) {
    return this.send(JSON.stringify({ kind, ...fields }));
  }

  // Whether so much waits to be sent that moves may be left out.
  get isBehind() {
    return (this.socket?.bufferedAmount ?? 0) > TOO_MUCH;
  }

  #opened() {
    this.answered = false;
    this.pinged = 0;
    this.tell("hello", this.greet());
    this.heard.opened();
  }

  #hear(data) {
    this.pinged = 0;
    if (typeof data !== "string") {
      this.tries = 0;
      this.heard.bytes(new Uint8Array(data));
      return;
    }
    const said = JSON.parse(data);
    if (said.kind === "pong") {
      this.answered = true;
    } else if (said.kind === "gone") {
      this.#halt(said.why);
    } else {
      this.heard.said(said);
    }
  }

  #closed() {
    this.socket = null;
    if (!this.halted) {
      this.#again();
    }
  }

  // Wait a little longer each time, and not all devices of a room equally long.
  #again() {
    this.tries += 1;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.tries - 1)) * (0.7 + 0.6 * Math.random());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), wait);
    this.heard.lost(navigator.onLine === false ? "offline" : "away");
    if (this.tries % 4 === 2) {
      this.#ask();
    }
  }

  // A websocket that is refused does not say why; the page itself, asked for again, does.
  async #ask() {
    try {
      const answer = await fetch("/", { cache: "no-store", redirect: "manual" });
      const why = REFUSALS[answer.status];
      if (why && !this.isOpen && !this.halted) {
        this.#halt(why);
      }
    } catch {
      // Nobody answers: that is what is said already.
    }
  }

  #halt(why) {
    this.halted = true;
    clearTimeout(this.timer);
    const { socket } = this;
    this.socket = null;
    socket?.close();
    this.heard.halted(why);
    if (why === "busy") {
      this.timer = setTimeout(() => this.open(), BUSY_WAIT * (0.7 + 0.6 * Math.random()));
    }
  }

  #drop(why) {
    if (this.socket && !this.halted) {
      const { socket } = this;
      this.socket = null;
      socket.close();
      this.#again();
      this.heard.lost(why);
    }
  }

  // A network that is gone without a word is noticed by an answer that does not come.
  #ping() {
    if (document.hidden || !this.isOpen) {
      return;
    }
    if (this.answered && this.pinged && Date.now() - this.pinged > DEAF_AFTER) {
      this.#drop("away");
      return;
    }
    this.pinged ||= Date.now();
    this.tell("ping");
  }

  #look() {
    if (!this.isOpen) {
      this.now();
    } else {
      this.#ping();
    }
  }
}
