// The board as an app of the device, and over the whole screen.

import { HOW_TO_INSTALL } from "./words.js";

const isInstalled = () => window.matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

export function offerInstalling(button, says) {
  let offer = null;
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    button.hidden = false;
  });
  window.addEventListener("appinstalled", () => {
    button.hidden = true;
  });
  button.hidden = isInstalled() || !("standalone" in navigator); // Safari of iPads and iPhones makes no offer
  button.addEventListener("click", () => {
    if (offer) {
      offer.prompt();
    } else {
      says(HOW_TO_INSTALL);
    }
  });
}

export function offerFullScreen(button, menu) {
  const page = document.documentElement;
  button.hidden = !document.fullscreenEnabled || isInstalled();
  button.addEventListener("click", async () => {
    menu.close();
    if (document.fullscreenElement) {
      await document.exitFullscreen();
    } else {
      await page.requestFullscreen({ navigationUI: "hide" }).catch(() => {});
    }
  });
  document.addEventListener("fullscreenchange", () => {
    button.textContent = document.fullscreenElement ? "Leave the full screen" : "Full screen";
  });
}
