// What our page takes of xterm.js; bundled into board/serve/static/vendor/xterm.js.
export { Terminal } from "@xterm/xterm";
export { WebglAddon } from "@xterm/addon-webgl";
