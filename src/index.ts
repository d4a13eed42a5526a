/** Everything manifest.yml names, put together from use cases and the platform. */
import { makeResolver } from '@forge/resolver';
import type { Api } from '#contract/api';
import { changeAction } from '#app/home/change-action';
import { createRetro } from '#app/home/create-retro';
import { discardDraft } from '#app/home/discard-draft';
import { home, listClosed } from '#app/home/home';
import { saveTeam } from '#app/home/save-team';
import { checkFiling } from '#app/jira/check-filing';
import { fileIssue } from '#app/jira/file-issue';
import { filingForm } from '#app/jira/filing-form';
import { openRetro, renew } from '#app/queries/open-retro';
import { announce, sync } from '#app/queries/sync';
import { run } from '#app/run/run';
import { resolverOf } from './platform/invocation';

export const resolver = makeResolver<Api>({
  home: resolverOf('home', home),
  listClosed: resolverOf('listClosed', listClosed),
  createRetro: resolverOf('createRetro', createRetro),
  discardDraft: resolverOf('discardDraft', discardDraft),
  saveTeam: resolverOf('saveTeam', saveTeam),
  openRetro: resolverOf('openRetro', openRetro),
  renew: resolverOf('renew', renew),
  sync: resolverOf('sync', sync),
  run: resolverOf('run', run),
  announce: resolverOf('announce', announce),
  filingForm: resolverOf('filingForm', filingForm),
  fileIssue: resolverOf('fileIssue', fileIssue),
  checkFiling: resolverOf('checkFiling', checkFiling),
  changeAction: resolverOf('changeAction', changeAction),
});
