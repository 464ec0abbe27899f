// What this device remembers, and what this tab does. A browser may forbid either: then nothing is remembered.

export function recall(name) {
  return reading(() => window.localStorage.getItem(`board.${name}`));
}

export function remember(name, value) {
  reading(() => window.localStorage.setItem(`board.${name}`, value));
}

export function recallHere(name) {
  return reading(() => window.sessionStorage.getItem(`board.${name}`));
}

export function rememberHere(name, value) {
  reading(() => window.sessionStorage.setItem(`board.${name}`, value));
}

function reading(work) {
  try {
    return work() ?? "";
  } catch {
    return "";
  }
}
