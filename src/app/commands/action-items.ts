import type { ActionItem } from '#domain/action-item';
import { changeAction, publicAction } from '#domain/action-item';
import { actionIdOf, itemId, partsOfAction, shardCount, shardOfItem } from '#domain/ids';
import { refuse } from '#domain/result';
import { TITLE_MAX, shortLine } from '#domain/text';
import { reminderChange } from '../jobs/reminder-record';
import { actionKey, reminderKey, shardPart } from '../live/keys';
import { actionAttributes } from '../live/action-record';
import { recordName } from '../ports/records';
import type { CommandRule } from './command';
import { done } from './command';

/** Writes down what the team will do: a record of the team's, and its place on the board. */
export const createActionItem: CommandRule<'createActionItem'> = {
  parts: (payload) => [shardPart(payload.shard), 'setup'],
  extra: () => [],
  may: 'changeActions',
  decide(context, payload) {
    const { doc, now } = context;
    if (doc.head.state === 'closed') return refuse('retro/closed');
    if (payload.shard >= shardCount(doc.head.tiers) || !doc.hasShard(payload.shard))
      return refuse('payload/invalid', { at: 'shard' });
    const id = itemId(payload.shard, context.id);
    if (doc.item(id)) return done();
    const blank: ActionItem = {
      v: 1,
      id: actionIdOf(doc.retroId, id),
      teamId: doc.head.teamId,
      projectId: doc.head.projectId,
      retroId: doc.retroId,
      retroTitle: doc.setup.title,
      topic: payload.topic,
      topicTitle: shortLine(payload.topicTitle, TITLE_MAX),
      text: '',
      owner: null,
      due: null,
      state: 'open',
      issue: null,
      filing: null,
      createdAt: now,
      settledAt: null,
    };
    const action = changeAction(blank, { text: payload.text, owner: payload.owner, due: payload.due }, now);
    if (!action.ok) return action;
    doc.setItems({ [id]: { kind: 'action', id, topic: payload.topic, n: 1 } });
    const record = { rev: 1, body: action.value, attributes: actionAttributes(action.value) };
    doc.also({ op: 'set', at: actionKey(action.value.id), record });
    const reminder = reminderChange(action.value, null, now);
    if (reminder) doc.also(reminder);
    return done({ actions: { [id]: publicAction(action.value) } });
  },
};

/** Changes text, owner, due date or state of an action item of this retro. */
export const changeActionItem: CommandRule<'changeActionItem'> = {
  parts: (payload) => [shardPart(shardOfItem(partsOfAction(payload.action).item))],
  extra: (payload) => [actionKey(payload.action), reminderKey(payload.action)],
  may: 'changeActions',
  decide(context, payload) {
    const { doc, records, now } = context;
    const { retroId, item } = partsOfAction(payload.action);
    const at = actionKey(payload.action);
    const stored = records.get(recordName(at));
    if (retroId !== doc.retroId || !stored) return refuse('action/gone');
    const before = stored.body as ActionItem;
    const action = changeAction(before, payload, now);
    if (!action.ok) return action;
    if (JSON.stringify(action.value) === JSON.stringify(before)) return done();
    // Without its place on the board nobody could tell that it changed.
    const ref = doc.item(item);
    if (ref?.kind !== 'action') return refuse('action/gone');
    const record = { rev: stored.rev + 1, body: action.value, attributes: actionAttributes(action.value) };
    doc.also({ op: 'set', at, ifRev: stored.rev, record });
    const reminder = reminderChange(action.value, records.get(recordName(reminderKey(payload.action))) ?? null, now);
    if (reminder) doc.also(reminder);
    doc.setItems({ [item]: { ...ref, n: ref.n + 1 } });
    return done({ actions: { [item]: publicAction(action.value) } });
  },
};
