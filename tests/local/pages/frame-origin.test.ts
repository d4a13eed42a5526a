import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createFrameOrigin } from '../../../local/pages/frame/frame-origin';
import { resourcePath } from '../../../local/pages/frame/resource-address';
import { stubSite } from './support/stub-site';

const directory = path.join(__dirname, 'fixture');
const site = stubSite(directory);
site.origins = () => ({ jira: 'http://localhost:3000', apps: 'http://localhost:3001' });
const frames = createFrameOrigin(site);
const [resource] = site.app.resources;
const page = resource ? resourcePath(resource, 'ada') : '';
const beside = (file: string) => page.replace('index.html', file);

beforeEach(() => {
  site.traffic.length = 0;
});

describe('the origin of the Custom UI frames', () => {
  test("serves a page under the policy that Atlassian's package makes, but for the report address", async () => {
    const { headers } = await frames.request(page);
    const html = readFileSync(path.join(directory, 'index.html'), 'utf8');
    const atlassian = new CSPInjectionService().getInjectableCSP({
      existingCSPDetails: new CSPProcessingService({ info: () => undefined }, load).getCspDetails(html, { scopes: [] }),
      microsEnv: 'prod',
      hostname: 'http://localhost:3000',
    });
    const ours = headers.get('content-security-policy')?.split('; ') ?? [];
    expect(ours.slice(0, -1)).toEqual(atlassian.slice(0, -1));
    expect(atlassian.at(-1)).toMatch(/^report-uri https:/);
    expect(ours.at(-1)).toBe('report-uri /__forge/csp-reports');
    expect(ours).toContain("form-action 'self'");
    expect(ours.find((rule) => rule.startsWith('script-src'))).not.toContain('unsafe-inline');
  });

  test('the manifest decides what else the policy lets in', async () => {
    const open = stubSite(directory);
    open.app.permissions = {
      scopes: [],
      content: { styles: ['unsafe-inline'] },
      external: { images: ['https://img.example.com'] },
    };
    open.origins = site.origins;
    const policy = (await createFrameOrigin(open).request(page)).headers.get('content-security-policy');
    expect(policy).toMatch(/style-src [^;]*'unsafe-inline'/);
    expect(policy).toMatch(/img-src [^;]*https:\/\/img\.example\.com/);
  });

  test('puts the bridge before every other script of the page', async () => {
    const html = await (await frames.request(page)).text();
    const [first] = html.match(/<script[^>]*>/) ?? [];
    expect(first).toBe('<script src="/__host/bridge-core.js" data-host="http://localhost:3000">');
    const script = await (await frames.request('/__host/bridge-core.js')).text();
    expect(script).toContain('__bridge');
  });

  test('what has a version in its address may be kept for ever, a page never', async () => {
    expect((await frames.request(page)).headers.get('cache-control')).toBe('no-cache');
    const { headers } = await frames.request(beside('app.css'));
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  test('nothing outside the directory of the resource can be fetched', async () => {
    for (const file of [
      '../support/stub-site.ts',
      '%2e%2e/support/stub-site.ts',
      '..%2fsupport%2fstub-site.ts',
      'nothing.js',
    ]) {
      expect((await frames.request(beside(file))).status).toBe(404);
    }
  });

  test('notes which person a file went to', async () => {
    await frames.request(beside('app.css'));
    expect(site.traffic).toEqual([{ accountId: 'ada', kind: 'file', label: 'app.css' }]);
  });

  test('a person without network gets nothing', async () => {
    site.offlineIds.add('ada');
    expect((await frames.request(page)).status).toBe(503);
    expect(site.traffic).toEqual([]);
    site.offlineIds.delete('ada');
  });

  test('violations of the policy are kept for whoever asks', async () => {
    await frames.request('/__forge/csp-reports', {
      method: 'POST',
      body: '{"csp-report":{"violated-directive":"script-src"}}',
    });
    expect(site.cspReports.list()).toEqual([{ 'csp-report': { 'violated-directive': 'script-src' } }]);
  });

  test("serves Atlassian's tokens of each colour mode", async () => {
    for (const mode of ['light', 'dark']) {
      const css = await (await frames.request(`/__forge/atlaskit-tokens_${mode}.css`)).text();
      expect(css).toContain(`html[data-color-mode="${mode}"][data-theme~="${mode}:${mode}"]`);
      expect(css).toContain('--ds-surface:');
    }
  });
});
