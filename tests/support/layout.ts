/** Gives every element a size, because happy-dom lays nothing out and a virtual list in a box of no height has no rows. */
export function giveElementsSize(width = 1000, height = 600): void {
  for (const [property, value] of Object.entries({
    offsetWidth: width,
    offsetHeight: height,
    clientWidth: width,
    clientHeight: height,
  })) {
    Object.defineProperty(HTMLElement.prototype, property, { configurable: true, get: () => value });
  }
}
