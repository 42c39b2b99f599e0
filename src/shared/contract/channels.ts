import type { ContractEvents } from './contract';

/** The one channel that calls of the window take to main: the method's name, then its input. */
export const callChannel = 'regroup:call';

/** The channel on which main sends one kind of event to the window. */
export function eventChannel(name: keyof ContractEvents): string {
  return `regroup:event:${name}`;
}
