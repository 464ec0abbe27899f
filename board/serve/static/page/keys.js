// The keys of a laptop, or of a keyboard beside a tablet: all go to the board but those the browser needs itself.

const OF_THE_BROWSER = new Set(["F5", "F6", "F11", "F12"]);
const OF_A_BUTTON = new Set(["Enter", " ", "Tab", "Escape"]);
const HELD = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"]);

export function listenToKeys(screen, bar) {
  const { terminal } = screen;

  terminal.attachCustomKeyEventHandler((event) => {
    if (OF_THE_BROWSER.has(event.key)) {
      return false;
    }
    const command = event.ctrlKey || event.metaKey;
    // A paste comes as a paste, with its marks, and letters are made larger as everywhere in the browser.
    return !(command && !event.altKey && ["v", "V", "+", "-", "=", "0"].includes(event.key));
  });

  // Keys typed while nothing has the focus, as after a tap by finger, or a button that has no use for them.
  document.addEventListener("keydown", (event) => {
    const active = document.activeElement ?? document.body;
    const isFree = active === document.body || (bar.contains(active) && !OF_A_BUTTON.has(event.key));
    const isOurs = isFree && !OF_THE_BROWSER.has(event.key) && !HELD.has(event.key);
    if (!isOurs || document.querySelector("dialog[open]")) {
      return;
    }
    screen.focus();
    if (event.key.length > 1 || event.ctrlKey || event.altKey || event.metaKey) {
      const again = new KeyboardEvent("keydown", event);
      Object.defineProperties(again, { keyCode: { value: event.keyCode }, which: { value: event.which } });
      if (!terminal.textarea.dispatchEvent(again)) {
        event.preventDefault();
      }
    }
  });

  // F6 goes from the board to the buttons of the page and back, as between the panes of any window.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || document.querySelector("dialog[open]")) {
      return;
    }
    event.preventDefault();
    if (bar.contains(document.activeElement)) {
      screen.focus();
    } else {
      bar.querySelector("button:not([hidden])").focus();
    }
  });
  bar.addEventListener("keydown", (event) => event.key === "Escape" && screen.focus());
}
