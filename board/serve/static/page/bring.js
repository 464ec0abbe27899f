// The page with which another device brings pictures by a link.

import { Sending } from "./sending.js";
import { picturesSent } from "./words.js";

const part = (id) => document.getElementById(id);
const choose = part("choose");
const many = choose.dataset.many === "yes";
const sending = new Sending(`/bring/${encodeURIComponent(choose.dataset.ticket)}`, part("bars"));
const inputs = [part("files"), part("shot")];

part("files").multiple = many;
part("camera").hidden = !window.matchMedia("(any-pointer: coarse)").matches;
choose.addEventListener("click", () => part("files").click());
part("camera").addEventListener("click", () => part("shot").click());

for (const input of inputs) {
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    choose.disabled = part("camera").disabled = true;
    await sending.send(many ? files : files.slice(0, 1));
    const over = sending.sent > 0 && !many;
    choose.disabled = part("camera").disabled = over;
    choose.hidden = over;
    part("camera").hidden ||= over;
    if (sending.sent) {
      part("said").textContent = picturesSent(sending.sent);
    }
  });
}
