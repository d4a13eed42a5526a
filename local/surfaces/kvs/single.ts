import { PRICES } from '../../host/prices';
import { alive, itemJson, jsonFor, sizeOf, spaceOf, type KvsContext } from './context';
import { invalid, keyNotFound, KvsError } from './kvs-error';
import { SECRET, type Item } from './store';
import { validKey, validTtl } from './validate';

export interface SingleRequest {
  key: unknown;
  value?: unknown;
  entityName?: unknown;
  options?: {
    metadataFields?: string[];
    ttl?: unknown;
    keyPolicy?: string;
    returnValue?: string;
    returnMetadataFields?: string[];
  };
}

const idOf = (space: string, key: string): string => `${space}\n${key}`;

/** Strictly consistent. `space` overrides the namespace (secrets). */
export function getItem(
  context: KvsContext,
  request: SingleRequest,
  space = spaceOf(context, request.entityName),
): string {
  const key = validKey(request.key);
  const item = alive(context, context.items.read(space, key));
  context.quota.read([{ id: idOf(space, key), bytes: item ? sizeOf(item) : PRICES.EMPTY_READ_BYTES }]);
  if (!item) throw keyNotFound(key);
  return itemJson(item, request.options?.metadataFields);
}

function checkPolicy(context: KvsContext, request: SingleRequest, key: string, present: Item | undefined): void {
  const policy = request.options?.keyPolicy ?? 'OVERRIDE';
  if (policy !== 'OVERRIDE' && policy !== 'FAIL_IF_EXISTS')
    throw invalid('INVALID_KEY_POLICY', `Unknown key policy ${policy}.`);
  if (policy === 'OVERRIDE' || !present) return;
  const code = context.variants.has('conflict-code') ? 'KEY_ALREADY_EXISTS' : 'KEY_CONFLICT';
  throw new KvsError(409, code, `Key ${key} already exists.`);
}

/** Last write wins, or FAIL_IF_EXISTS. Answers only when a return value was asked for. */
export function setItem(
  context: KvsContext,
  request: SingleRequest,
  space = spaceOf(context, request.entityName),
): string {
  const key = validKey(request.key);
  const json =
    space === SECRET ? jsonFor(context, undefined, request.value) : jsonFor(context, request.entityName, request.value);
  const ttl = validTtl(request.options?.ttl);
  const present = alive(context, context.items.read(space, key));
  context.quota.write([{ id: idOf(space, key), bytes: sizeOf({ key, value: json }) }]);
  checkPolicy(context, request, key, present);
  const written = context.items.write(space, key, json, context.clock.now(), ttl);
  const wanted = request.options?.returnValue;
  if (wanted === undefined) return '';
  const returned = wanted === 'PREVIOUS' ? present : written;
  return returned ? itemJson(returned, request.options?.returnMetadataFields) : JSON.stringify({ key });
}

/** Deleting what is not there is KEY_NOT_FOUND, which the package swallows. */
export function deleteItem(
  context: KvsContext,
  request: SingleRequest,
  space = spaceOf(context, request.entityName),
): string {
  const key = validKey(request.key);
  const present = alive(context, context.items.read(space, key));
  context.quota.write([{ id: idOf(space, key), bytes: 0 }]);
  if (!present) throw keyNotFound(key);
  context.items.remove(space, key);
  return '';
}
