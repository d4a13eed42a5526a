// Run as a process of its own by survival.test.ts and killed in mid-write: stores keys, and says each one once it is acknowledged.
import { createSite } from '../../../local/site';

async function main(): Promise<void> {
  const [dataDir, appDir, bundleDir] = process.argv.slice(2);
  const site = await createSite({ dataDir, appDir, bundleDir, limits: false });
  const as = site.users()[0]?.accountId ?? '';
  for (let n = 0; ; n += 1) {
    const outcome = await site.invoke(
      { accountId: as, module: 'test-page' },
      { functionKey: 'set', payload: { key: `key:${n}`, value: { n, text: 'x'.repeat(2_000) } } },
    );
    if (outcome.ok) process.stdout.write(`${n}\n`);
  }
}

void main();
