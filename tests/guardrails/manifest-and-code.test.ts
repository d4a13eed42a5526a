import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ENTITIES } from '#platform/kvs/entities';
import { readManifest } from './support/manifest';
import { ourFiles, read, root } from './support/repository';

const manifest = readManifest();
const modules = manifest.modules;

/** The names a module exports with `export const x` or `export function x`. */
function exportedNames(path: string): string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter(
      (node) => ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword),
    )
    .flatMap((node) => {
      if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((one) => one.name.getText());
      return ts.isFunctionDeclaration(node) && node.name ? [node.name.text] : [];
    });
}

describe('the manifest and the code agree', () => {
  test('index.ts exports exactly the handlers the manifest names', () => {
    const handlers = modules.function.map(({ handler }) => handler);
    expect(handlers.every((handler) => handler.startsWith('index.'))).toBe(true);
    expect(exportedNames('src/index.ts').sort()).toEqual(
      handlers.map((handler) => handler.slice('index.'.length)).sort(),
    );
  });

  test('every function a module names is declared, and every declared one is used', () => {
    const used = [
      ...modules['jira:projectPage'].map((page) => page.resolver.function),
      ...modules.trigger.map((trigger) => trigger.function),
      ...modules.scheduledTrigger.map((trigger) => trigger.function),
    ];
    expect([...new Set(used)].sort()).toEqual(modules.function.map(({ key }) => key).sort());
  });

  test('only a scheduled function may take longer than a resolver', () => {
    const scheduled = modules.scheduledTrigger.map((trigger) => trigger.function);
    const slow = modules.function.filter(({ timeoutSeconds }) => timeoutSeconds !== undefined).map(({ key }) => key);
    expect(scheduled).toEqual(expect.arrayContaining(slow));
  });

  test('entities and indexes are those the storage adapter asks for', () => {
    const declared = Object.fromEntries(
      manifest.app.storage.entities.map(({ name, indexes = [] }) => [
        name,
        Object.fromEntries(
          indexes.map((index) => [index.name, { partition: index.partition ?? [], range: index.range.join() }]),
        ),
      ]),
    );
    expect(declared).toEqual(ENTITIES);
  });

  test('every entity keeps its revision and its record', () => {
    for (const { attributes } of manifest.app.storage.entities) {
      expect(attributes).toMatchObject({ rev: { type: 'integer' }, body: { type: 'any' } });
    }
  });

  test('every resource has a page, and every icon is one of its files', () => {
    for (const { path } of manifest.resources) expect(existsSync(join(root, dirname(path), 'index.html'))).toBe(true);
    for (const { icon, resource } of modules['jira:projectPage']) {
      const [, key, file] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
      expect(key).toBe(resource);
      const { path } = manifest.resources.find((one) => one.key === key)!;
      expect(existsSync(join(root, dirname(path), 'public', file!))).toBe(true);
    }
  });

  test('the property JQL finds actions by is the one the code writes', () => {
    const [property] = modules['jira:entityProperty'];
    const key = property!.propertyKey;
    const writers = ourFiles(['src'], /\.ts$/).filter((path) => read(path).includes(`'${key}'`));
    expect(writers).not.toEqual([]);
    for (const trigger of modules.trigger) expect(trigger.filter?.expression).toContain(`properties['${key}']`);
  });

  test('events look at five property paths at most', () => {
    const inFilters = modules.trigger.flatMap(
      ({ filter }) => filter?.expression?.match(/(?<=event\.runtime\.)\w+\.properties\['[^']+'\][.\w]*/g) ?? [],
    );
    const included = modules.trigger.flatMap(({ payload }) => payload?.include.propertyPaths ?? []);
    expect(new Set([...inFilters, ...included]).size).toBeLessThanOrEqual(5);
  });
});

describe('what the app may do', () => {
  const known = JSON.parse(read('node_modules/@forge/manifest/out/scopes/shipyard-scopes.json')) as string[];

  test('every scope is one Atlassian knows', () => {
    expect(manifest.permissions.scopes.filter((scope) => !known.includes(scope))).toEqual([]);
  });

  test('every scope has its reason in docs/security.md, and no other has', () => {
    const explained = [...read('docs/security.md').matchAll(/^\|\s*`([a-z-]+:[a-z:.-]+)`\s*\|/gm)].map(
      ([, scope]) => scope,
    );
    expect(explained.sort()).toEqual([...manifest.permissions.scopes].sort());
  });

  test('nothing leaves Atlassian: no egress, no remote, no web trigger, no weaker content policy', () => {
    expect(Object.keys(manifest.permissions)).toEqual(['scopes']);
    expect(Object.keys(manifest)).not.toContain('remotes');
    expect(Object.keys(modules).filter((kind) => /webtrigger|endpoint|llm/.test(kind))).toEqual([]);
  });

  test('a function has 256 MB on Node 22', () => {
    expect(manifest.app.runtime).toEqual({ name: 'nodejs22.x', memoryMB: 256 });
  });
});
