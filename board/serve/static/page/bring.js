// The page with which another device brings pictures by a link; they go to where the page stands.

import { Sending } from "./sending.js";
import { SEND_ANOTHER, picturesSent } from "./words.js";

const part = (id) => document.getElementById(id);
const buttons = [part("choose"), part("camera")];
const sending = new Sending(window.location.pathname, part("bars"));

part("camera").hidden = !window.matchMedia("(any-pointer: coarse)").matches;
part("choose").addEventListener("click", () => part("files").click());
part("camera").addEventListener("click", () => part("shot").click());

for (const input of [part("files"), part("shot")]) {
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    const all = (way) => buttons.forEach(way);
    all((button) => { button.disabled = true; });
    await sending.send(files);
    all((button) => { button.disabled = false; });
    if (sending.sent) {
      part("said").textContent = picturesSent(sending.sent);
      part("words").hidden = true;
      part("choose").textContent = SEND_ANOTHER;
    }
    if (sending.isOver) {
      all((button) => { button.hidden = true; });
    }
  });
}
