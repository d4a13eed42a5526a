/** Putting a draft away, and getting it back while the undo is there. */
import type { Answer } from '#contract/api';
import { acceptDiscardDraft } from '#contract/validate-home';
import { abilities } from '#domain/abilities';
import { refuse } from '#domain/result';
import type { App, Caller } from '../app';
import { answering } from '../jira/answer';
import { partKey, retroKey } from '../live/keys';
import { load } from '../live/load';
import { retroRow } from '../live/retro-row';
import { requireProject } from '../queries/access';
import { DISCARDED } from './retro-rows';

/** Takes a draft out of the lists, or (`restore`) puts it back. What was put away is deleted after a day. */
export async function discardDraft(app: App, caller: Caller, raw: unknown): Promise<Answer<object>> {
  const request = acceptDiscardDraft(raw);
  if (!request.ok) return request;
  const { retroId, restore } = request.value;
  return answering(app, async () => {
    const loaded = await load(app, retroId, ['setup'], { strict: true });
    if (!loaded) return refuse('access/not-found');
    const { head, setup } = loaded.doc;
    const access = await requireProject(app, head.projectId);
    if (!access.ok) return access;
    if (!abilities(head, { accountId: caller.accountId, joined: false }).facilitate) return refuse('access/denied');
    if (head.state !== 'draft') return refuse('step/not-now');
    const row = retroRow(head, setup);
    const at = Math.floor(app.clock.now() / 60_000);
    const record = restore ? row : { ...row, attributes: { ...row.attributes, state: DISCARDED, at } };
    // On condition that the draft has not just been opened.
    const draft = loaded.doc.rev('head');
    const outcome = await app.records.commit([
      { op: 'check', at: partKey(retroId, 'head'), ifRev: draft },
      { op: 'set', at: retroKey(retroId), record },
    ]);
    return outcome === 'done' ? { ok: true } : refuse('conflict/try-again');
  });
}
