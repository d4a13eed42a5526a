import type { ActionItem } from '#domain/action-item';
import type { Abilities } from '#domain/abilities';
import { abilities, whyNot } from '#domain/abilities';
import { participantItemId, partsOfAction, shardOfItem } from '#domain/ids';
import type { Result } from '#domain/result';
import { ok, refuse } from '#domain/result';
import type { Team } from '#domain/team';
import type { App, Caller } from '../app';
import type { Document } from '../live/document';
import { actionKey, shardPart, teamKey } from '../live/keys';
import type { Part } from '../live/keys';
import { load } from '../live/load';
import { recordName } from '../ports/records';
import { requireProject } from '../queries/access';

export interface OpenedAction {
  action: ActionItem;
  doc: Document;
  /** Null: the project's first team, which nobody has written yet. */
  team: Team | null;
}

/**
 * An action item for somebody who may do `ability` in its retro. Missing, and in a project the caller may not browse:
 * both are `access/not-found`. `parts`: what else of the board is wanted.
 */
export async function openAction(
  app: App,
  caller: Caller,
  actionId: string,
  ability: keyof Abilities,
  parts: readonly Part[] = [],
): Promise<Result<OpenedAction>> {
  const { retroId, teamId } = partsOfAction(actionId);
  const person = participantItemId(caller.accountId);
  const at = actionKey(actionId);
  // The action itself is read strictly: whether an issue is under way must not be a moment old.
  const [loaded, strict] = await Promise.all([
    load(app, retroId, [shardPart(shardOfItem(person)), ...parts], { extra: [teamKey(teamId)] }),
    app.records.readMany([at], 'strict'),
  ]);
  const stored = strict.get(recordName(at));
  if (!loaded || !stored) return refuse('access/not-found');
  const { doc, records } = loaded;
  const access = await requireProject(app, doc.head.projectId);
  if (!access.ok) return access;
  const actor = { accountId: caller.accountId, joined: doc.item(person)?.kind === 'participant' };
  if (!abilities(doc.head, actor)[ability]) return refuse(whyNot(doc.head, actor, ability));
  const team = (records.get(recordName(teamKey(teamId)))?.body as Team | undefined) ?? null;
  return ok({ action: stored.body as ActionItem, doc, team });
}
