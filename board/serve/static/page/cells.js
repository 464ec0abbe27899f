// How large a cell is. A cell is twice as high as wide, in whole pixels of the device, so that half a block is a square.

const FINGERS = 7.5; // css pixels a cell is wide where fingers tap: a target of 6 by 3 cells is 45 by 45
const NARROWEST = 52; // columns a phone has, whatever its width; letters get smaller before there are fewer
const TABLET = 80; // columns from this width on
const TABLET_WIDTH = 560;
const MOUSE = 8;
const STEP = 1.12;
const FEWEST_COLUMNS = 32;
const SMALLEST = 4;

export const FEWEST_STEPS = -5;
export const MOST_STEPS = 8;

// Pixels of the device a cell is wide, for a room of so many css pixels.
export function cellWidth(width, touch, ratio, step) {
  const usual = usualWidth(width, touch) * ratio;
  const fewest = touch ? (width < TABLET_WIDTH ? NARROWEST : TABLET) : FEWEST_COLUMNS;
  const whole = Math.floor((width * ratio) / Math.round(usual)) < fewest ? Math.floor(usual + 0.001) : Math.round(usual);
  const most = (width * ratio) / FEWEST_COLUMNS;
  return Math.max(Math.round(SMALLEST * ratio), Math.round(Math.min(whole * STEP ** step, most)));
}

function usualWidth(width, touch) {
  if (!touch) {
    return width < 1600 ? MOUSE : MOUSE + 1;
  }
  if (width >= TABLET_WIDTH) {
    return Math.min(width / TABLET, FINGERS);
  }
  return Math.min(width / NARROWEST, MOUSE);
}
