// Puts the page together: what is heard from the board goes where it belongs.

import { Awake } from "./awake.js";
import { Connection } from "./connection.js";
import { Files } from "./files.js";
import { Halt } from "./halt.js";
import { offerFullScreen, offerInstalling } from "./install.js";
import { listenToKeys } from "./keys.js";
import { takeColours, watchWishes, wishes } from "./looks.js";
import { recallHere, rememberHere } from "./remembered.js";
import { Letters } from "./settings.js";
import { Sheet } from "./sheet.js";
import { Screen } from "./terminal.js";
import { Fingers } from "./touch.js";
import { Upload } from "./upload.js";
import { Voice } from "./voice.js";

const part = (id) => document.getElementById(id);
const touch = window.matchMedia("(any-pointer: coarse)").matches;
const area = part("screen");
const menu = part("menu");

const connection = new Connection(
  () => ({ ...screen.size, touch, ...wishes(), page: recallHere("page") }),
  {
    opened() {
      fresh = true;
    },
    bytes(bytes) {
      if (fresh) {
        fresh = false;
        screen.restart();
        halt.back();
        part("opening").hidden = true;
      }
      screen.write(bytes);
    },
    said(words) {
      heard[words.kind]?.(words);
    },
    lost(why) {
      halt.lost(why);
    },
    halted(why) {
      closeAll();
      part("opening").hidden = true;
      halt.show(why);
    },
  },
);
let fresh = true;

const halt = new Halt(
  { card: part("halt"), title: part("halt-title"), said: part("halt-said"), button: part("halt-button"), state: part("state") },
  (why) => {
    if (why === "closed" || why === "fault") {
      rememberHere("page", "");
    }
    connection.again();
  },
);
const screen = new Screen(area, {
  touch,
  send: (bytes) => connection.send(bytes),
  resized: () => connection.tell("size", screen.size),
  says: (words) => halt.say(words, 6000),
  isHeld: () => part("sheet").open,
});
const sheet = new Sheet(
  {
    sheet: part("sheet"), form: part("sheet-form"), label: part("sheet-label"), line: part("sheet-line"),
    lines: part("sheet-lines"), said: part("sheet-said"), cancel: part("sheet-cancel"), button: part("type-button"),
  },
  connection,
  touch,
);
const voice = new Voice(
  { eye: part("eye"), report: part("report"), text: part("report-text"), button: part("menu-report") },
  connection,
);
const upload = new Upload(
  {
    dock: part("dock"), words: part("dock-words"), said: part("dock-said"), bars: part("dock-bars"),
    choose: part("dock-choose"), camera: part("dock-camera"), files: part("dock-files"), shot: part("dock-shot"),
  },
  touch,
);
const files = new Files({
  panel: part("file"), title: part("file-title"), said: part("file-said"), view: part("file-view"),
  keep: part("file-keep"), open: part("file-open"), print: part("file-print"), close: part("file-close"),
});

const heard = {
  page: ({ id }) => rememberHere("page", id),
  field: (words) => sheet.hear(words),
  eye: ({ text }) => voice.say(text),
  report: ({ text }) => voice.read(text),
  colours(words) {
    takeColours(words);
    screen.colour(words.background, words.foreground);
  },
  upload: (words) => upload.hear(words),
  file: (words) => files.hear(words),
};

function closeAll() {
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    dialog.close();
  }
}

async function start() {
  const menuSays = (words) => {
    part("menu-said").textContent = words;
  };
  part("menu-button").addEventListener("click", () => {
    menuSays("");
    menu.showModal();
  });
  part("menu-report").addEventListener("click", () => menu.close());
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("close", () => touch || screen.focus());
  }
  await screen.open();
  new Letters({ smaller: part("smaller"), larger: part("larger") }, screen);
  new Fingers(area, screen, {
    send: (bytes) => connection.send(bytes),
    isBehind: () => connection.isBehind,
    tapped: (cell) => sheet.touched(cell),
  });
  new Awake(part("menu-awake"), menuSays);
  offerInstalling(part("menu-install"), menuSays);
  offerFullScreen(part("menu-full"), menu);
  listenToKeys(screen, part("bar"));
  watchWishes((now) => connection.tell("look", now));
  connection.open();
  if (!touch) {
    screen.focus();
  }
}

start();
