import { getProperty } from '../model/properties';
import type { JqlContext } from './context';
import type { JqlField } from './fields';

const KINDS: Record<string, JqlField['kind']> = {
  number: 'number',
  text: 'text',
  date: 'moment',
  string: 'choice',
  user: 'choice',
};

function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, path));
  const [head, ...rest] = path;
  if (head === undefined) return value === undefined || value === null ? [] : [value];
  return typeof value === 'object' && value !== null ? valuesAt((value as Record<string, unknown>)[head], rest) : [];
}

const scalar = (kind: JqlField['kind'], value: unknown): string | number => {
  if (kind === 'moment') return Date.parse(String(value));
  return typeof value === 'number' ? value : String(value);
};

function field(name: string, propertyKey: string, path: string, type: string): JqlField {
  const kind = KINDS[type] ?? 'choice';
  return {
    name,
    kind,
    read: (issue, { site }) =>
      valuesAt(getProperty(site, 'issue', issue.id, propertyKey), path.split('.')).map((value) => scalar(kind, value)),
  };
}

/** `issue.property[key].path`: only what an entityProperty module declares is in the index. */
export function propertyField(propertyKey: string, path: string, context: JqlContext): JqlField | undefined {
  const declared = context.site.entityProperties
    .find((entry) => entry.propertyKey === propertyKey)
    ?.values.find((value) => value.path === path);
  return declared && field(`issue.property[${propertyKey}].${path}`, propertyKey, path, declared.type);
}

/** The searchAlias of a declared path. */
export function aliasField(alias: string, context: JqlContext): JqlField | undefined {
  for (const { propertyKey, values } of context.site.entityProperties) {
    const value = values.find((candidate) => candidate.searchAlias?.toLowerCase() === alias.toLowerCase());
    if (value) return field(alias, propertyKey, value.path, value.type);
  }
  return undefined;
}
