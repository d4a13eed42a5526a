import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { builtFunctions } from '../../../../local/host/built-functions';
import { buildFixture } from './build-fixture';

const PLATFORM_APP = path.join(process.cwd(), 'tests/local/fixtures/platform-app');

interface Manifest {
  resources: { key: string; path: string }[];
}

/** The platform app of the tests with the fixture page as its Custom UI: where it lies, and its built functions. */
export async function appWithPage(): Promise<{ appDir: string; bundleDir: string }> {
  const bundleDir = await builtFunctions(PLATFORM_APP);
  const appDir = mkdtempSync(path.join(tmpdir(), 'pages-app-'));
  const text = readFileSync(path.join(PLATFORM_APP, 'manifest.yml'), 'utf8');
  writeFileSync(path.join(appDir, 'manifest.yml'), text);
  const [resource] = (parse(text) as Manifest).resources;
  cpSync(buildFixture(), path.join(appDir, resource?.path ?? 'page'), { recursive: true });
  return { appDir, bundleDir };
}
