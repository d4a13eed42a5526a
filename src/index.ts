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
import { onIssueEvent as issueEvent } from '#app/jira/on-issue-event';
import { onHour as hour } from '#app/jobs/on-hour';
import { resolverOf } from './platform/invocation';
import { siteApp } from './platform/site-app';

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

/** The hourly sweep. The platform wants a web trigger's form of answer, or none: this is both. */
export async function onHour(): Promise<{ statusCode: number; headers: Record<string, string[]>; body: string }> {
  await hour(siteApp(null));
  return { statusCode: 204, headers: {}, body: '' };
}

/** An issue that carries our property was created, changed or deleted. Late, doubled or out of order: all the same. */
export async function onIssueEvent(event: unknown): Promise<void> {
  await issueEvent(siteApp(null), event);
}
