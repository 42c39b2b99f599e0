import type { WebContents } from 'electron';
import { eventChannel } from '#shared/contract/channels';
import type { ContractEvents } from '#shared/contract/contract';

/**
 * Sends an event to a page, as the text of JSON that the page reads: Electron copies a text many times faster than the
 * objects in it.
 */
export function sendEvent<Name extends keyof ContractEvents>(
  contents: WebContents,
  name: Name,
  payload: ContractEvents[Name],
): void {
  contents.send(eventChannel(name), JSON.stringify(payload));
}
