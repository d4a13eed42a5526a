import * as v from 'valibot';
import { refuse } from '../errors';
import { deleteProperty, getProperty, propertyKeys, setProperty, type PropertyOwner } from '../model/properties';
import { created, noContent, ok, operation, q, type Operation, type RawCall, type Scopes } from '../operation';

/** The longest value and key of an entity property. Source: reference of PUT issue/{issueIdOrKey}/properties/{propertyKey}. */
export const VALUE_LENGTH = 32_768;
const KEY_LENGTH = 255;

type Where = Pick<RawCall, 'site' | 'actor' | 'params' | 'charge'> & { query: { accountId?: string | undefined } };

interface Definition {
  owner: PropertyOwner;
  /** Path up to and including `/properties`. */
  path: string;
  scopes: { read: Scopes; write: Scopes; delete?: Scopes };
  /** Only a user's properties are addressed by a query parameter. */
  byAccount?: boolean;
  /** The entity's id; throws when it is missing or may not be read, or written. */
  locate(call: Where, writing: boolean): string;
}

/** 400 for keys and values over the documented length, and for no value at all. */
export function checkProperty(key: string, value: unknown): void {
  if (key.length > KEY_LENGTH) throw refuse(400, `The property key cannot be longer than ${KEY_LENGTH} characters.`);
  if (value === undefined || value === null || value === '') throw refuse(400, 'The property value cannot be empty.');
  if (JSON.stringify(value).length > VALUE_LENGTH)
    throw refuse(400, `The property value cannot be longer than ${VALUE_LENGTH} characters.`);
}

const missing = (key: string): Error =>
  refuse(404, `The property with key '${key}' does not exist or you do not have permission to see it.`);

/** The four operations on the properties of one kind of entity: list keys, get, set (201 new, 200 changed), delete. */
export function entityPropertyOperations({ owner, path, scopes, byAccount = false, locate }: Definition): Operation[] {
  const query = byAccount ? { accountId: q.text } : { accountId: v.optional(v.never()) };
  const single = `${path}/{propertyKey}`;
  return [
    operation({
      method: 'GET',
      path,
      scopes: scopes.read,
      query,
      handle(call) {
        const id = locate(call, false);
        call.charge({ core: 1 });
        const base = `${call.site.url()}${path.replace(/\{\w+\}/, id)}`;
        return ok({
          keys: propertyKeys(call.site, owner, id).map((key) => ({ self: `${base}/${encodeURIComponent(key)}`, key })),
        });
      },
    }),
    operation({
      method: 'GET',
      path: single,
      scopes: scopes.read,
      query,
      handle(call) {
        const key = call.params['propertyKey'] ?? '';
        const value = getProperty(call.site, owner, locate(call, false), key);
        if (value === undefined) throw missing(key);
        call.charge({ core: 1 });
        return ok({ key, value });
      },
    }),
    operation({
      method: 'PUT',
      path: single,
      scopes: scopes.write,
      query,
      body: v.unknown(),
      handle(call) {
        const key = call.params['propertyKey'] ?? '';
        const id = locate(call, true);
        checkProperty(key, call.body);
        return setProperty(call.site, owner, id, key, call.body) ? created({}) : ok({});
      },
    }),
    operation({
      method: 'DELETE',
      path: single,
      scopes: scopes.delete ?? scopes.write,
      query,
      handle(call) {
        const key = call.params['propertyKey'] ?? '';
        if (!deleteProperty(call.site, owner, locate(call, true), key)) throw missing(key);
        return noContent();
      },
    }),
  ];
}
