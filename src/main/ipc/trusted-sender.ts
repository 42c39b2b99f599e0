/** What is looked at of the frame that sent a message. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Whether a message comes from the main frame of a window of ours that shows our own page.
 * Reading a frame that is already gone throws; nobody waits for that answer, so it is refused too.
 */
export function isTrustedFrame(frame: SenderFrame | null, isOwnPage: (url: string) => boolean): boolean {
  try {
    return frame !== null && frame.parent === null && isOwnPage(frame.url);
  } catch {
    return false;
  }
}
