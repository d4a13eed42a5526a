import * as v from 'valibot';
import { invalidPayload, refuse } from './errors';
import type { Actor, Site } from './site';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What an operation answers; no body for 204 and the like. */
export interface Reply {
  status: number;
  body?: unknown;
}

/** OAuth scopes of an operation: all of `classic` or all of `granular`. Source: x-atlassian-oauth2-scopes of each operation. */
export interface Scopes {
  classic?: string[];
  granular?: string[];
}

export interface Call<Query, Body> {
  site: Site;
  actor: Actor;
  /** Decoded path parameters by the name in the reference. */
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** Meters what was read: 1 point per core object (issue, project), 2 per identity object (user, role, permission). */
  charge(read: { core?: number; identity?: number }): void;
}

export interface RawCall extends Omit<Call<unknown, unknown>, 'query' | 'body'> {
  query: Record<string, string[]>;
  body: unknown;
}

export interface Operation {
  method: Method;
  /** As in Atlassian's reference, e.g. `/rest/api/3/issue/{issueIdOrKey}`. */
  path: string;
  scopes: Scopes;
  /** Changes something: always one point, and carried out in a transaction. */
  writes: boolean;
  /** Answered to nobody in particular as well. */
  anonymous: boolean;
  /** Refused unless the app itself asks. */
  appOnly: boolean;
  run(call: RawCall): Reply;
}

interface Definition<Q extends v.ObjectEntries, B extends v.GenericSchema> {
  method: Method;
  path: string;
  scopes: Scopes;
  writes?: boolean;
  anonymous?: boolean;
  appOnly?: boolean;
  query?: Q;
  body?: B;
  handle(call: Call<v.InferOutput<v.StrictObjectSchema<Q, undefined>>, v.InferOutput<B>>): Reply;
}

function parseQuery<Q extends v.ObjectEntries>(
  entries: Q,
  raw: Record<string, string[]>,
): v.InferOutput<v.StrictObjectSchema<Q, undefined>> {
  const parsed = v.safeParse(v.strictObject(entries), raw);
  if (parsed.success) return parsed.output;
  const name = String(parsed.issues[0].path?.[0]?.key ?? '');
  if (!(name in entries)) throw refuse(400, `The query parameter '${name}' is not known to this operation.`);
  throw refuse(400, `The query parameter '${name}' is invalid: ${parsed.issues[0].message}`);
}

/** Names what a body got wrong in the development log of the local site; Jira itself doesn't tell. */
function parseBody<B extends v.GenericSchema>(schema: B, raw: unknown): v.InferOutput<B> {
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return parsed.output;
  throw invalidPayload();
}

/** Makes an operation of a typed definition: unknown query parameters and body fields are refused before `handle` runs. */
export function operation<
  Q extends v.ObjectEntries = Record<never, never>,
  B extends v.GenericSchema = v.UndefinedSchema<undefined>,
>(definition: Definition<Q, B>): Operation {
  const { method, path, scopes, writes = method !== 'GET', anonymous = false, appOnly = false } = definition;
  return {
    method,
    path,
    scopes,
    writes,
    anonymous,
    appOnly,
    run: (call) =>
      definition.handle({
        ...call,
        query: parseQuery(definition.query ?? ({} as Q), call.query),
        body: definition.body ? parseBody(definition.body, call.body) : undefined,
      }),
  };
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body?: unknown): Reply => ({ status: 201, body });
export const noContent = (): Reply => ({ status: 204 });

const first = v.pipe(
  v.array(v.string()),
  v.transform((values) => values[0] ?? ''),
);

/** Kinds of query parameter: all optional, all arriving as lists of strings. */
export const q = {
  text: v.optional(first),
  flag: v.optional(
    v.pipe(
      first,
      v.picklist(['true', 'false']),
      v.transform((value) => value === 'true'),
    ),
  ),
  int: v.optional(v.pipe(first, v.regex(/^-?\d+$/, 'not an integer'), v.transform(Number))),
  /** Repeated, or one with commas: Jira takes both. */
  list: v.optional(
    v.pipe(
      v.array(v.string()),
      v.transform((values) =>
        values
          .flatMap((value) => value.split(','))
          .map((value) => value.trim())
          .filter(Boolean),
      ),
    ),
  ),
};
