import type { Adversary } from '../../host/adversary';
import type { UsageMeter } from '../../host/usage';
import type { Variants } from '../../host/variants';
import type { SiteClock, Store } from '../../types';
import type { EntityType } from './entities';
import type { Quota } from './quota';
import { PLAIN, type Item, type ItemStore } from './store';
import { validEntity, validValue } from './validate';
import { entityType } from './entities';

export interface KvsDeps {
  store: Store;
  clock: SiteClock;
  types: Map<string, EntityType>;
  meter: UsageMeter;
  adversary: Adversary;
  variants: Variants;
}

/** What every operation of the store works with. */
export interface KvsContext extends KvsDeps {
  items: ItemStore;
  quota: Quota;
}

const KEPT_AFTER_EXPIRY_MS = 48 * 60 * 60 * 1000;

/** Hides what has expired, unless the variant says that deletion is late (at most 48 hours). */
export function alive(context: KvsContext, item: Item | undefined): Item | undefined {
  if (!item || item.expires === null) return item;
  const overdue = context.clock.now() - item.expires;
  if (overdue < 0) return item;
  return context.variants.has('expired-visible') && overdue < KEPT_AFTER_EXPIRY_MS ? item : undefined;
}

/** Namespace of an item: plain keys, or its declared entity. */
export function spaceOf(context: KvsContext, entityName: unknown): string {
  return entityName === undefined ? PLAIN : entityType(context.types, entityName).name;
}

/** JSON text of a value valid in its namespace. */
export function jsonFor(context: KvsContext, entityName: unknown, value: unknown): string {
  return entityName === undefined ? validValue(value) : validEntity(entityType(context.types, entityName), value);
}

/** Bytes of key and value, as they are billed. */
export const sizeOf = (item: Pick<Item, 'key' | 'value'>): number =>
  Buffer.byteLength(item.value) + Buffer.byteLength(item.key);

const METADATA: Record<string, (item: Item) => Record<string, unknown>> = {
  CREATED_AT: (item) => ({ createdAt: item.created }),
  UPDATED_AT: (item) => ({ updatedAt: item.updated }),
  EXPIRE_TIME: (item) => (item.expires === null ? {} : { expireTime: new Date(item.expires).toISOString() }),
};

/** JSON text `{"key":..,"value":..,<asked metadata>}`; the stored text of the value is not parsed again. */
export function itemJson(item: Item, metadataFields: string[] = [], more: Record<string, unknown> = {}): string {
  const metadata = Object.assign(
    { ...more },
    ...metadataFields.map((field) => METADATA[field]?.(item) ?? {}),
  ) as Record<string, unknown>;
  const tail = Object.keys(metadata).length > 0 ? `,${JSON.stringify(metadata).slice(1, -1)}` : '';
  return `{"key":${JSON.stringify(item.key)},"value":${item.value}${tail}}`;
}
