import { parse } from 'yaml';
import { read } from './repository';

interface Index {
  name: string;
  partition?: string[];
  range: string[];
}

/** The parts of manifest.yml the guardrails look at. */
export interface Manifest {
  modules: {
    function: { key: string; handler: string; timeoutSeconds?: number }[];
    trigger: {
      key: string;
      function: string;
      events: string[];
      filter?: { expression?: string };
      payload?: { include: { propertyPaths: string[] } };
    }[];
    scheduledTrigger: { key: string; function: string; interval: string }[];
    'jira:projectPage': { key: string; resource: string; icon: string; resolver: { function: string } }[];
    'jira:entityProperty': { propertyKey: string; values: { path: string; type: string }[] }[];
  };
  resources: { key: string; path: string }[];
  app: {
    id: string;
    runtime: { name: string; memoryMB: number };
    storage: { entities: { name: string; attributes: Record<string, { type: string }>; indexes?: Index[] }[] };
  };
  permissions: { scopes: string[] };
}

export function readManifest(): Manifest {
  return parse(read('manifest.yml')) as Manifest;
}
