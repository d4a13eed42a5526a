/** What was made ready, as absolute paths. */
export interface Prepared {
  appDir: string;
  manifestPath: string;
  /** What @forge/bundler built: one `<module>.cjs` with its source map per handler module. */
  functions: { dir: string; hash: string; fresh: boolean };
  /** Directory by resource key. */
  resources: Record<string, string>;
}

export interface PrepareOptions {
  /** The Forge app to build; the repository itself when absent. */
  appDir?: string;
  /** Also the Custom UI resources that have a vite.config.ts; true when absent. */
  pages?: boolean;
  /** Build again although nothing changed. */
  force?: boolean;
  /** Receives one line of progress at a time. */
  say?: (line: string) => void;
}

export const repositoryRoot: string;
export function prepare(options?: PrepareOptions): Promise<Prepared>;
export function install(options?: Pick<PrepareOptions, 'say'>): Promise<void>;
