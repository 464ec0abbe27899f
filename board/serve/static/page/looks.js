// How the page looks: what the system wishes is told to the board, and the page takes the colours of the board.

const WISHES = { dark: "(prefers-color-scheme: dark)", contrast: "(prefers-contrast: more), (forced-colors: active)" };
const COLOUR = /^#[0-9a-f]{6}$/i;

export function wishes() {
  return Object.fromEntries(Object.entries(WISHES).map(([name, query]) => [name, window.matchMedia(query).matches]));
}

export function watchWishes(told) {
  for (const query of Object.values(WISHES)) {
    window.matchMedia(query).addEventListener("change", () => told(wishes()));
  }
}

export function takeColours({ background, foreground, accent, dark }) {
  if (![background, foreground, accent].every((colour) => COLOUR.test(colour))) {
    return;
  }
  const { style } = document.documentElement;
  const set = { ground: background, ink: foreground, accent };
  set.raised = mixed(background, foreground, 0.07);
  set.edge = mixed(background, foreground, 0.35);
  set.quiet = mixed(background, foreground, 0.75);
  set["on-accent"] = brightness(accent) > 0.4 ? "#10161D" : "#FFFFFF";
  for (const [name, colour] of Object.entries(set)) {
    style.setProperty(`--${name}`, colour);
  }
  style.colorScheme = dark ? "dark" : "light";
  document.querySelector('meta[name="theme-color"]').content = background;
}

function parts(colour) {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function mixed(from, to, share) {
  const other = parts(to);
  const both = parts(from).map((part, at) => Math.round(part + (other[at] - part) * share));
  return `#${both.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

// How bright a colour is to the eye, from 0 to 1 (WCAG's relative luminance).
function brightness(colour) {
  const [red, green, blue] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
