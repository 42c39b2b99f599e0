/** A window that is not painted has no frames: then it must not wait for ever. Milliseconds. */
const longestWait = 250;

/** The window never waits longer than this for news, however long it takes to show them. Milliseconds. */
const longestPause = 1000;

/**
 * Runs callbacks with the next frame; after one that took long it waits three times as long as that took, so that a
 * very large cluster leaves most of the time to the user.
 */
export function pacedFrames(): (callback: () => void) => void {
  let notBefore = 0;
  return (callback) => {
    const run = (): void => {
      const start = performance.now();
      callback();
      const end = performance.now();
      notBefore = end + Math.min(longestPause, 3 * (end - start));
    };
    const wait = notBefore - performance.now();
    if (wait <= frame) nextFrame(run);
    else setTimeout(() => nextFrame(run), wait);
  };
}

/** Milliseconds of one frame. */
const frame = 16;

function nextFrame(callback: () => void): void {
  const run = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(request);
    callback();
  };
  const timer = setTimeout(run, longestWait);
  const request = requestAnimationFrame(run);
}
