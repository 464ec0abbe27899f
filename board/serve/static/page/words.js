// Every sentence the page says by itself. What the board says comes from the server.

export const CONNECTING_AGAIN = "Connecting again ...";
export const CONNECTED_AGAIN = "Connected again.";
export const WORDS_WAIT = "There is no connection right now. Your words stay here: press Done again in a moment.";
export const DRAWN_SLOWLY = "This browser can't use its graphics here, so the board is drawn more slowly.";
export const ASKING_FOR_TEXT = "Asking for the text ...";
export const AWAKE_REFUSED = "This device would not keep its screen on. A battery that is nearly empty may be why.";
export const HOW_TO_INSTALL = "To put the board on this device: open the share menu of the browser and choose “Add to Home Screen”.";

// Why the board is not on the screen: a title, what it means, and what one can do about it.
export const HALTS = {
  offline: {
    title: "This device has no network",
    said: "Is the Wi-Fi switched on? The board comes back by itself as soon as the network is there. Everything marked so far is kept.",
    button: "Try now",
  },
  away: {
    title: "The board can't be reached",
    said: "Is the teacher's computer on, and in the same network as this device? The board comes back by itself. Everything marked so far is kept.",
    button: "Try now",
  },
  closed: { title: "This board was closed", said: "Everything marked is kept.", button: "Open again" },
  fault: {
    title: "Something went wrong here",
    said: "This page was ended because of a fault in the board. Everything marked is kept, and other devices go on.",
    button: "Open again",
  },
  revoked: {
    title: "This device is not let in any more",
    said: "The link it was opened with no longer counts. Ask the teacher for a new one.",
    button: "Try again",
  },
  full: {
    title: "There is no room for one more board",
    said: "As many devices are connected as this computer can serve. Close the board on one of them, then try again.",
    button: "Try again",
  },
  elsewhere: {
    title: "This board is open in another tab",
    said: "It can be shown in one place at a time.",
    button: "Show it here",
  },
  busy: {
    title: "Many boards are being opened",
    said: "This one opens by itself in a moment.",
    button: "Try now",
  },
};

// What came of one picture that was sent.
export const PICTURE_SENT = "sent";
export const PICTURE_WAITS = "waits";
export const PICTURE_FAILED = {
  large: "This picture is too large.",
  unreadable: "This is no picture that can be read.",
  ended: "The time for sending has run out. Ask for it again on the board.",
  away: "The board could not be reached. Try again.",
  other: "This picture did not arrive. Try again.",
};
export const SEND_ANOTHER = "Send another picture";
export const pictureName = (number) => `Picture ${number}`;
export const picturesSent = (count) => (count === 1 ? "The picture has arrived." : `${count} pictures have arrived.`);

export const FILE_COMES = "Fetching the page ...";
export const FILE_GONE = "This page could not be fetched. Make it again on the board.";
export const FILE_NOT_SHOWN = "This browser does not show such pages by itself. Open or download it.";
