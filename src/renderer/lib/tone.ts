/** How good or bad a state is. Always shown as icon and word together, never as a colour alone. */
export type Tone = 'ok' | 'warn' | 'error' | 'progress' | 'off' | 'info' | 'unknown';

/** A state in words, with its tone. */
export interface StatusWords {
  readonly tone: Tone;
  readonly text: string;
}
