import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { callChannel } from '#shared/contract/channels';
import { clusterError } from '#shared/model/cluster-error';
import { failure, type Result } from '#shared/model/result';
import type { Log } from '../log/log';
import type { Dispatcher } from './dispatcher';
import type { Caller } from './handlers';
import { sendEvent } from './send-event';
import { isTrustedFrame } from './trusted-sender';

interface IpcOptions {
  /** Made while the window loads, so calls may come before it is there. */
  readonly dispatcher: Promise<Dispatcher>;
  readonly isOwnWindow: (contents: WebContents) => boolean;
  /** Shows the window of a page. */
  readonly reveal: (contents: WebContents) => void;
  readonly isOwnPage: (url: string) => boolean;
  readonly log: Log;
}

/** Listens for the calls of our own windows. */
export function registerIpc({ dispatcher, isOwnWindow, isOwnPage, reveal, log }: IpcOptions): void {
  const callers = new WeakMap<WebContents, Caller>();
  const callerOf = (contents: WebContents): Caller => {
    const known = callers.get(contents);
    if (known !== undefined) return known;
    const caller = createCaller(contents, { reveal: () => reveal(contents), onGone: () => callers.delete(contents) });
    callers.set(contents, caller);
    return caller;
  };
  ipcMain.handle(
    callChannel,
    async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Result<unknown>> => {
      if (!isOwnWindow(event.sender) || !isTrustedFrame(event.senderFrame, isOwnPage)) {
        log.warn('Refused a call from a page that is not ours.');
        return failure(clusterError('accessDenied', 'Only the window of Regroup may ask for this.'));
      }
      return (await dispatcher)(callerOf(event.sender), name, input);
    },
  );
}

interface CallerOptions {
  readonly reveal: () => void;
  readonly onGone: () => void;
}

function createCaller(contents: WebContents, { reveal, onGone }: CallerOptions): Caller {
  const gone = new AbortController();
  const leave = (): void => {
    contents.off('destroyed', leave);
    contents.off('render-process-gone', leave);
    contents.off('did-navigate', leave);
    gone.abort();
    onGone();
  };
  contents.on('destroyed', leave);
  contents.on('render-process-gone', leave);
  contents.on('did-navigate', leave);
  return {
    window: contents.id,
    gone: gone.signal,
    reveal,
    send: (name, payload) => {
      if (!gone.signal.aborted) sendEvent(contents, name, payload);
    },
  };
}
