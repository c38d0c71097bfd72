import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { framesOf, withoutContents } from './log-text';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Tally's log: fixed sentences with facts such as ids, codes and counts. Prompts, keys and file
 * contents have no place in it; what an error's message quotes is left out by itself.
 */
export type Log = {
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, error: unknown, facts?: Facts): void;
};

const largestLog = 2 * 1024 * 1024;

/**
 * Opens `logs/tally.log` in the data folder; a full one is kept as `tally.old.log`. Warnings and errors
 * go to standard error too, never to standard output, which belongs to the terminal's answers. A log
 * that can't be written says so there and stops nothing.
 */
export function openLog(dataFolder: string): Log {
  const logger = electronLog.create({ logId: 'tally' });
  const { file, console: terminal } = logger.transports;
  file.resolvePathFn = () => join(dataFolder, 'logs', 'tally.log');
  file.format = '{iso} {level} {text}';
  file.maxSize = largestLog;
  terminal.level = 'warn';
  terminal.format = 'tally: {text}';
  terminal.writeFn = ({ message }) => void process.stderr.write(`${message.data.join(' ')}\n`);
  const write = (level: 'info' | 'warn' | 'error', message: string, facts: Facts) =>
    logger[level]([message, ...Object.entries(facts).map(factText)].join(' '));
  return {
    info: (message, facts = {}) => write('info', message, facts),
    warn: (message, facts = {}) => write('warn', message, facts),
    error: (message, error, facts = {}) => {
      const name = error instanceof Error ? error.name : typeof error;
      const text = withoutContents(error instanceof Error ? error.message : String(error));
      const frames = error instanceof Error ? framesOf(error.stack ?? '') : '';
      write('error', message, { ...facts, name, text, frames });
    },
  };
}

function factText([key, value]: [string, string | number | boolean | null]): string {
  return `${key}=${JSON.stringify(value)}`;
}

/**
 * Logs bugs that nobody caught. An exception may leave half-done work behind, so the process must end:
 * everything Tally promises survives that.
 */
export function logUncaught(log: Log, end: () => void): void {
  process.on('uncaughtException', (error) => {
    log.error('an exception nobody caught', error);
    end();
  });
  process.on('unhandledRejection', (reason) => {
    log.error('a rejection nobody handled', reason);
  });
}
