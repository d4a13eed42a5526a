import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The repository's root, absolute. */
export const root = resolve(__dirname, '../../..');

const NOT_OURS = new Set(['node_modules', 'dist', '.cache', '.local-site', '.git']);

function walk(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(directory, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** Our files under some top folders whose path ends so, relative to the root and sorted. */
export function ourFiles(folders: readonly string[], ending: RegExp): string[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path))
    .filter((path) => ending.test(path))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
