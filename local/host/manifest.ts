import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readEntities, type EntityType, type ManifestEntity } from '../surfaces/kvs/entities';
import type { AppInfo, AppModule } from '../types';

/** A `function` module: `index.onHour` is export `onHour` of index.cjs. */
export interface AppFunction {
  key: string;
  file: string;
  exportName: string;
  memoryMb: number;
  timeoutSeconds: number;
}

export interface ScheduledModule {
  key: string;
  functionKey: string;
  interval: 'fiveMinute' | 'hour' | 'day' | 'week';
}

export interface TriggerModule {
  key: string;
  functionKey: string;
  events: string[];
  filter?: { ignoreSelf?: boolean; expression?: string; onError?: string };
  /** `payload.include.propertyPaths`: what the payload carries of the properties. */
  propertyPaths?: string[];
}

export interface ConsumerModule {
  key: string;
  queue: string;
  functionKey: string;
}

/** The manifest as the site reads it. */
export interface App {
  info: AppInfo;
  functions: Map<string, AppFunction>;
  entities: Map<string, EntityType>;
  scheduled: ScheduledModule[];
  triggers: TriggerModule[];
  consumers: ConsumerModule[];
  scopes: string[];
  entityProperties: { propertyKey: string; values: { path: string; type: string; searchAlias?: string }[] }[];
}

type Yaml = Record<string, unknown>;

interface ManifestFile {
  app: { id: string; name?: string; runtime?: { memoryMB?: number }; storage?: { entities?: ManifestEntity[] } };
  modules?: Record<string, Yaml[]>;
  resources?: { key: string; path: string; entry?: Record<string, string> }[];
  permissions?: Yaml & { scopes?: (string | Record<string, unknown>)[] };
}

/** https://developer.atlassian.com/platform/forge/limits-invocation/ (1 Sep 2026) */
const FUNCTION_DEFAULTS = { MEMORY_MB: 512, TIMEOUT_SECONDS: 25, LONG_TIMEOUT_SECONDS: 55 } as const;
const APP_ARI = 'ari:cloud:ecosystem::app/';

/** A UUID that is the same for the same app on every machine. */
export function stableUuid(...names: string[]): string {
  const hex = createHash('sha256').update(names.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const list = (manifest: ManifestFile, type: string): Yaml[] => manifest.modules?.[type] ?? [];
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function functionKeyOf(module: Yaml): string {
  const resolver = module['resolver'] as Yaml | undefined;
  return text(module['function']) ?? text(resolver?.['function']) ?? '';
}

function readFunctions(manifest: ManifestFile): Map<string, AppFunction> {
  const long = new Set([...list(manifest, 'scheduledTrigger'), ...list(manifest, 'consumer')].map(functionKeyOf));
  const functions = list(manifest, 'function').map((module): AppFunction => {
    const key = String(module['key']);
    const [file = '', exportName = ''] = String(module['handler']).split(/\.(?=[^.]+$)/);
    const runtime = module['runtime'] as { memoryMB?: number } | undefined;
    const memoryMb = runtime?.memoryMB ?? manifest.app.runtime?.memoryMB ?? FUNCTION_DEFAULTS.MEMORY_MB;
    const usual = long.has(key) ? FUNCTION_DEFAULTS.LONG_TIMEOUT_SECONDS : FUNCTION_DEFAULTS.TIMEOUT_SECONDS;
    return {
      key,
      file,
      exportName,
      memoryMb,
      timeoutSeconds: (module['timeoutSeconds'] as number | undefined) ?? usual,
    };
  });
  return new Map(functions.map((entry) => [entry.key, entry]));
}

function readUiModules(manifest: ManifestFile): AppModule[] {
  return Object.entries(manifest.modules ?? {}).flatMap(([type, modules]) =>
    modules
      .filter((module) => typeof module['resource'] === 'string')
      .map((module) => ({
        type,
        key: String(module['key']),
        title: text(module['title']) ?? String(module['key']),
        icon: text(module['icon']),
        resource: text(module['resource']),
        resolver: functionKeyOf(module) || undefined,
        layout: text(module['layout']),
      })),
  );
}

function readInfo(manifest: ManifestFile, appDir: string): AppInfo {
  const appId = manifest.app.id.startsWith(APP_ARI) ? manifest.app.id.slice(APP_ARI.length) : manifest.app.id;
  const modules = readUiModules(manifest);
  return {
    appId,
    environmentId: stableUuid('environment', appId),
    environmentType: 'DEVELOPMENT',
    installationId: stableUuid('installation', appId),
    cloudId: stableUuid('cloud', 'local'),
    name: manifest.app.name ?? modules[0]?.title ?? 'App',
    modules,
    resources: (manifest.resources ?? []).map(({ key, path, entry }) => ({
      key,
      directory: resolve(appDir, path),
      entry: Object.values(entry ?? {})[0] ?? 'index.html',
    })),
    permissions: manifest.permissions ?? {},
  };
}

function readScopes(manifest: ManifestFile): string[] {
  return (manifest.permissions?.scopes ?? []).map((scope) =>
    typeof scope === 'string' ? scope : (Object.keys(scope)[0] ?? ''),
  );
}

function readEntityProperties(manifest: ManifestFile): App['entityProperties'] {
  return list(manifest, 'jira:entityProperty').map((module) => ({
    propertyKey: String(module['propertyKey']),
    values: (module['values'] as App['entityProperties'][number]['values'] | undefined) ?? [],
  }));
}

/** Reads `manifest.yml` of an app directory; throws when there is none. */
export function readApp(appDir: string): App {
  const file = join(appDir, 'manifest.yml');
  if (!existsSync(file)) throw new Error(`No manifest.yml in ${appDir}`);
  const manifest = parse(readFileSync(file, 'utf8')) as ManifestFile;
  return {
    info: readInfo(manifest, appDir),
    functions: readFunctions(manifest),
    entities: readEntities(manifest.app.storage?.entities),
    scheduled: list(manifest, 'scheduledTrigger').map((module) => ({
      key: String(module['key']),
      functionKey: functionKeyOf(module),
      interval: module['interval'] as ScheduledModule['interval'],
    })),
    triggers: list(manifest, 'trigger').map((module) => ({
      key: String(module['key']),
      functionKey: functionKeyOf(module),
      events: (module['events'] as string[] | undefined) ?? [],
      filter: module['filter'] as TriggerModule['filter'],
      propertyPaths: (module['payload'] as { include?: { propertyPaths?: string[] } } | undefined)?.include
        ?.propertyPaths,
    })),
    consumers: list(manifest, 'consumer').map((module) => ({
      key: String(module['key']),
      queue: String(module['queue']),
      functionKey: functionKeyOf(module),
    })),
    scopes: readScopes(manifest),
    entityProperties: readEntityProperties(manifest),
  };
}
