import { join } from 'node:path';
import electronLog from 'electron-log/main';
import type { Log } from './log';

const maximumSize = 2 * 1024 * 1024;

/** A log file in `folder`; when it is full, it becomes `main.old.log`. In development it goes to the terminal too. */
export function createFileLog(folder: string, development: boolean): Log {
  const logger = electronLog.create({ logId: 'main' });
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log');
  logger.transports.file.maxSize = maximumSize;
  logger.transports.file.level = 'info';
  logger.transports.console.level = development ? 'info' : false;
  logger.transports.ipc.level = false;
  return {
    error: (message, cause) => logger.error(message, ...causes(cause)),
    warn: (message, cause) => logger.warn(message, ...causes(cause)),
    info: (message) => logger.info(message),
  };
}

function causes(cause: unknown): readonly unknown[] {
  if (cause === undefined) return [];
  return [cause instanceof Error ? (cause.stack ?? cause.message) : cause];
}
