/** A window that is not painted has no frames: then it must not wait for ever. Milliseconds. */
const longestWait = 250;

/** Runs the callback before the next frame, or a little later where nothing is painted. */
export function nextFrame(callback: () => void): void {
  let done = false;
  const run = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    callback();
  };
  const timer = setTimeout(run, longestWait);
  const frame = requestAnimationFrame(run);
}
