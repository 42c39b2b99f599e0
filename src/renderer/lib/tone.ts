/**
 * How good or bad a state is, and of those that are neither what they are: waiting; passed over (skipped, not available);
 * not connected; cancelled; otherwise off. Always shown as icon and word together, never as a colour alone.
 */
export type Tone =
  | 'ok'
  | 'warn'
  | 'error'
  | 'progress'
  | 'waiting'
  | 'absent'
  | 'disconnected'
  | 'cancelled'
  | 'off'
  | 'info'
  | 'unknown';

/** A state in words, with its tone. */
export interface StatusWords {
  readonly tone: Tone;
  readonly text: string;
}
