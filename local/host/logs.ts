import { format } from 'node:util';

export interface LogLine {
  at: number;
  functionKey: string;
  level: string;
  text: string;
}

export interface Logs {
  add(line: LogLine): void;
  /** The last 1,000 lines, oldest first. */
  list(): LogLine[];
}

const KEPT_LINES = 1_000;

/** One line as Node's console would print it. */
export const logText = (args: unknown[]): string => format(...args);

/** What functions wrote to their console. */
export function createLogs(): Logs {
  let lines: LogLine[] = [];
  return {
    add(line) {
      lines.push(line);
      if (lines.length > KEPT_LINES * 2) lines = lines.slice(-KEPT_LINES);
    },
    list: () => lines.slice(-KEPT_LINES),
  };
}
