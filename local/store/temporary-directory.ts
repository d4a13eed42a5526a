import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new, empty directory for a site that is to leave nothing behind. */
export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'sternlight-site-'));
