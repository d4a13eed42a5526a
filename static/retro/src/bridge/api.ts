import { makeInvoke } from '@forge/bridge';
import type { Api, ApiName } from '#contract/api';
import type { RetroApi } from '../session/ports';

const invoke = makeInvoke<Api>();

type Request<Name extends ApiName> = Parameters<Api[Name]>[0];
type Reply<Name extends ApiName> = ReturnType<Api[Name]>;

/** Asks a function of the app. Rejects when nobody knows whether it was carried out (network, time-out, the bridge's own rate limit). */
export function invokeApi<Name extends ApiName>(name: Name, request: Request<Name>): Promise<Reply<Name>> {
  // The package types each call by itself; the pair of name and request is checked by our own signature.
  return (invoke as (name: string, request: unknown) => Promise<unknown>)(name, request) as Promise<Reply<Name>>;
}

/** Asks a function and never rejects: what got no answer is the refusal `storage/unavailable`. */
export async function callApi<Name extends ApiName>(name: Name, request: Request<Name>): Promise<Reply<Name>> {
  try {
    return await invokeApi(name, request);
  } catch {
    return { ok: false, refusal: { code: 'storage/unavailable' } } as Reply<Name>;
  }
}

/** The functions a session works with. */
export const retroApi: RetroApi = {
  openRetro: (request) => invokeApi('openRetro', request),
  sync: (request) => invokeApi('sync', request),
  run: (request) => invokeApi('run', request),
  renew: (request) => invokeApi('renew', request),
  announce: (request) => invokeApi('announce', request),
};
