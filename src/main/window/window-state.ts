import { z } from 'zod';

/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const length = z.int().min(-100_000).max(100_000);

/** Where the window was when it was last used. Without a position: never used. */
export const windowStateSchema = z.object({
  bounds: z.object({ x: length, y: length, width: length, height: length }).nullable().default(null),
  maximized: z.boolean().default(false),
});

/** Where the window was. */
export type WindowState = z.output<typeof windowStateSchema>;

/** Smaller than this the panes have no room. */
export const smallestWindow = { width: 800, height: 500 } as const;

const preferred = { width: 1440, height: 900 } as const;

/** So much of the title bar has to be in reach to take hold of the window with a mouse. */
const reach = { width: 120, height: 32 } as const;

/**
 * Where to open the window: as it was, or in the middle of the first display when it was never used or its place is off
 * every screen now. Never larger than the display. `displays`: their work areas, the primary one first.
 */
export function placeWindow(state: WindowState, displays: readonly Rectangle[]): Rectangle {
  const [primary] = displays;
  if (primary === undefined) return { x: 0, y: 0, ...preferred };
  const { bounds } = state;
  const home = bounds === null ? undefined : displays.find((display) => isInReach(bounds, display));
  if (bounds === null || home === undefined) return centred(bounds ?? preferred, primary);
  const size = fitted(bounds, home);
  return { x: bounds.x, y: Math.max(bounds.y, home.y), ...size };
}

function isInReach(window: Rectangle, display: Rectangle): boolean {
  const width = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const top = window.y - display.y;
  return width >= reach.width && top > -reach.height && top <= display.height - reach.height;
}

function fitted(size: { width: number; height: number }, display: Rectangle): { width: number; height: number } {
  const fit = (wanted: number, least: number, most: number): number => Math.min(Math.max(wanted, least), most);
  return {
    width: fit(size.width, smallestWindow.width, display.width),
    height: fit(size.height, smallestWindow.height, display.height),
  };
}

function centred(size: { width: number; height: number }, display: Rectangle): Rectangle {
  const { width, height } = fitted(size, display);
  return {
    x: display.x + Math.round((display.width - width) / 2),
    y: display.y + Math.round((display.height - height) / 2),
    width,
    height,
  };
}
