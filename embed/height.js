// How high a frame wants to be, told so that frame and page come to rest: a page whose scroll bar comes and goes with the
// frame's height changes the frame's width with it, and so, maybe, the height once more.

/** No frame is higher, in pixels; what is longer scrolls in itself. */
export const HIGHEST = 30_000;

/** The milliseconds between two changes that may be of one making. Nobody turns a window's edge so fast. */
const QUICK = 500;
/** How often the height may go up and down with the width before it stays up. */
const TURNS = 4;

/** Gives a function of the height that is wanted at a width, and of the time. It calls `tell` with what the host is to know. */
export function steady(tell) {
  let told = { height: 0, width: 0, time: -Infinity, grew: true };
  let turns = 0;
  return (wanted, width, time) => {
    const height = Math.min(Math.ceil(wanted), HIGHEST);
    const grew = height > told.height;
    // Layouts differ by a pixel now and then, with nothing changed.
    if (Math.abs(height - told.height) <= 1) return;
    const isTurn = grew !== told.grew && width !== told.width && time - told.time < QUICK;
    turns = isTurn ? turns + 1 : 0;
    if (turns > TURNS && !grew) {
      // Only after some rest does it come down.
      told.time = time;
      return;
    }
    told = { height, width, time, grew };
    tell(height);
  };
}
