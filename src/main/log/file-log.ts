import { join } from 'node:path';
import type { MainLogger as Logger } from 'electron-log';
import type { Log } from './log';

const maximumSize = 2 * 1024 * 1024;

/** A log file in `folder`; when it is full, it becomes `main.old.log`. In development it goes to the terminal too. */
export function createFileLog(folder: string, development: boolean, open = openLogger): Log {
  let opened: Promise<Logger> | undefined;
  const write = (level: keyof Log, ...line: readonly unknown[]): void => {
    // Loaded with the first line, because the window would have to wait for it.
    opened ??= open(folder, development);
    opened
      .then((logger) => logger[level](...line))
      // A rejection would be logged, and that would be rejected again, for ever.
      .catch((error: unknown) => console.error('The log cannot be written.', error, ...line));
  };
  return {
    error: (message, cause) => write('error', message, ...causes(cause)),
    warn: (message, cause) => write('warn', message, ...causes(cause)),
    info: (message) => write('info', message),
  };
}

async function openLogger(folder: string, development: boolean): Promise<Logger> {
  const { default: electronLog } = await import('electron-log/main');
  const logger = electronLog.create({ logId: 'main' });
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log');
  logger.transports.file.maxSize = maximumSize;
  logger.transports.file.level = 'info';
  logger.transports.console.level = development ? 'info' : false;
  logger.transports.ipc.level = false;
  return logger;
}

function causes(cause: unknown): readonly unknown[] {
  if (cause === undefined) return [];
  return [cause instanceof Error ? (cause.stack ?? cause.message) : cause];
}
