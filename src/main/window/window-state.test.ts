import { describe, expect, test } from 'vitest';
import { placeWindow, windowStateSchema, type Rectangle, type WindowState } from './window-state';

const laptop: Rectangle = { x: 0, y: 25, width: 1280, height: 775 };
const screen: Rectangle = { x: 1280, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number, width = 1000, height = 700): WindowState => ({
  bounds: { x, y, width, height },
  maximized: false,
});

describe('the window opens', () => {
  test('in the middle the first time, no larger than the display', () => {
    expect(placeWindow(windowStateSchema.parse({}), [screen])).toEqual({ x: 1520, y: 90, width: 1440, height: 900 });
    expect(placeWindow(windowStateSchema.parse({}), [laptop])).toEqual(laptop);
  });

  test('where it was, on any display', () => {
    expect(placeWindow(at(100, 50), [laptop])).toEqual({ x: 100, y: 50, width: 1000, height: 700 });
    expect(placeWindow(at(1500, 200), [laptop, screen])).toEqual({ x: 1500, y: 200, width: 1000, height: 700 });
  });

  test('where it was even when it hangs over the side, as long as its title bar can be taken hold of', () => {
    expect(placeWindow(at(-800, 50), [laptop])).toMatchObject({ x: -800, y: 50 });
    expect(placeWindow(at(1100, 700), [laptop])).toMatchObject({ x: 1100, y: 700 });
  });

  test.each([
    ['on a display that is gone', at(1500, 200)],
    ['left of everything', at(-950, 50)],
    ['above everything', at(100, -500)],
    ['with only its lower part visible', at(100, -100)],
    ['below everything', at(100, 790)],
    ['nowhere sensible', at(99_999, -99_999)],
  ])('in the middle again when it was %s', (_where, state) => {
    expect(placeWindow(state, [laptop])).toEqual({ x: 140, y: 63, width: 1000, height: 700 });
  });

  test('with its title bar below the menu bar of the desktop', () => {
    expect(placeWindow(at(100, 10), [laptop])).toMatchObject({ x: 100, y: 25 });
  });

  test('as large as fits when the display became smaller, and never too small to use', () => {
    expect(placeWindow(at(0, 25, 3000, 2000), [laptop])).toEqual(laptop);
    expect(placeWindow(at(100, 100, 0, -5), [laptop, screen])).toMatchObject({ width: 800, height: 500 });
  });
});
