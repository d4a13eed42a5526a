import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AppInfo } from '../../types';

export type Resource = AppInfo['resources'][number];

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

function listing(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    })
    .sort();
}

/** Stands for a person in frame addresses, so that the site knows whose page fetched a file. */
export function viewerMark(accountId: string): string {
  return digest(`viewer ${accountId}`);
}

/** Changes whenever a file of the resource does; everything below it may be cached for ever. */
export function resourceVersion(resource: Resource): string {
  return digest(listing(resource.directory).join('\n'));
}

/** Path of a file of a resource on the apps origin, e.g. `/a/<viewer>/retro/<version>/index.html`. */
export function resourcePath(resource: Resource, accountId: string, file: string = resource.entry): string {
  return `/a/${viewerMark(accountId)}/${resource.key}/${resourceVersion(resource)}/${file}`;
}
