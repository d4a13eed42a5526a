/** Everything manifest.yml names, put together from use cases and the platform. */
import { makeResolver } from '@forge/resolver';
import type { Api } from '#contract/api';
import { openRetro, renew } from '#app/queries/open-retro';
import { announce, sync } from '#app/queries/sync';
import { run } from '#app/run/run';
import { resolverOf } from './platform/invocation';

export const resolver = makeResolver<Pick<Api, 'openRetro' | 'renew' | 'announce' | 'sync' | 'run'>>({
  openRetro: resolverOf('openRetro', openRetro),
  renew: resolverOf('renew', renew),
  announce: resolverOf('announce', announce),
  sync: resolverOf('sync', sync),
  run: resolverOf('run', run),
});
