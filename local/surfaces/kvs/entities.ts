import { invalid } from './kvs-error';

export type AttributeType = 'string' | 'boolean' | 'float' | 'integer' | 'any';

export interface EntityIndex {
  name: string;
  partition: string[];
  /** One attribute; several are declared in order of comparison. */
  range: string[];
}

/** A custom entity as the manifest declares it. */
export interface EntityType {
  name: string;
  attributes: Record<string, { type: AttributeType }>;
  indexes: EntityIndex[];
}

/** Reserved by @forge/manifest: every entity can be queried by its keys. */
export const BY_KEY = 'by-key';

interface ManifestIndex {
  name: string;
  range?: string[];
  partition?: string[];
}

export interface ManifestEntity {
  name: string;
  attributes: Record<string, { type: AttributeType }>;
  indexes?: (string | ManifestIndex)[];
}

/** `app.storage.entities` of the manifest; the string form of an index is one range attribute. */
export function readEntities(declared: ManifestEntity[] = []): Map<string, EntityType> {
  const types = declared.map(({ name, attributes, indexes = [] }): EntityType => ({
    name,
    attributes,
    indexes: indexes.map((index) =>
      typeof index === 'string'
        ? { name: index, partition: [], range: [index] }
        : { name: index.name, partition: index.partition ?? [], range: index.range ?? [] },
    ),
  }));
  return new Map(types.map((type) => [type.name, type]));
}

/** The declared entity, or the platform's refusal. */
export function entityType(types: Map<string, EntityType>, name: unknown): EntityType {
  const type = typeof name === 'string' ? types.get(name) : undefined;
  if (!type) throw invalid('INVALID_ENTITY_TYPE', `Entity type ${String(name)} is not declared in the manifest.`);
  return type;
}
