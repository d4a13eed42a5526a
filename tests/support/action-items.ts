/** Action items of a running or closed retro, made through its commands, and a Jira to file them in. */
import type { ActionItem } from '../../src/domain/action-item';
import { actionIdOf, itemId } from '../../src/domain/ids';
import { must } from '../../src/domain/assert';
import type { Reminder } from '../../src/domain/reminder';
import type { StoredRecord } from '../../src/app/ports/records';
import type { MemoryWorld, Person } from './memory-app';
import { RETRO, aRetro, memoryWorld, present } from './memory-app';
import { MemoryJira } from './memory-jira';

export interface FilingWorld {
  world: MemoryWorld;
  jira: MemoryJira;
  ann: Person;
  ben: Person;
}

/** A running retro in which ann (who facilitates) and ben take part, at its step `discuss`. */
export async function aRunningRetro(step = 'discuss'): Promise<FilingWorld> {
  const world = memoryWorld();
  const jira = new MemoryJira();
  world.app.jira = jira;
  await aRetro(world);
  const [ann, ben] = await present(world, 'ann', 'ben');
  const people = { world, jira, ann: must(ann, 'ann'), ben: must(ben, 'ben') };
  await people.ann.does('advanceStep', { step: 'collect' });
  if (step !== 'collect') await people.ann.does('advanceStep', { step });
  return people;
}

export interface ActionWish {
  text?: string;
  topic?: string | null;
  topicTitle?: string;
  owner?: string | null;
  due?: string | null;
}

/** An action item, by its id. */
export async function anAction(person: Person, wish: ActionWish = {}): Promise<string> {
  const id = person.commandId();
  const { text = 'Fix the build', topic = null, topicTitle = '', owner = null, due = null } = wish;
  const outcome = await person.does('createActionItem', { shard: 3, text, topic, topicTitle, owner, due }, id);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return actionIdOf(person.retroId, itemId(3, id));
}

const bodyOf = <T>(world: MemoryWorld, name: string): T | null => {
  const row = world.records.rows.get(name);
  return row === undefined ? null : ((JSON.parse(row) as StoredRecord).body as T);
};

export const storedAction = (world: MemoryWorld, id: string): ActionItem =>
  must(bodyOf<ActionItem>(world, `action/${id}`), 'action');

export const storedReminder = (world: MemoryWorld, id: string): Reminder | null =>
  bodyOf<Reminder>(world, `reminder/${id}`);

/** Puts an action item's issue in place without the filing protocol. */
export async function withIssue(world: MemoryWorld, jira: MemoryJira, actionId: string): Promise<string> {
  const name = `action/${actionId}`;
  const record = JSON.parse(must(world.records.rows.get(name), 'action')) as StoredRecord;
  const action = record.body as ActionItem;
  const { id, key } = await jira.create({
    projectId: action.projectId,
    issueType: '1',
    summary: action.text,
    description: { intro: '', bullets: [], link: { text: '', url: '' } },
    assignee: action.owner,
    due: action.due,
    labels: [],
    sprint: null,
    fields: {},
    property: { actionId, retroId: RETRO, teamId: action.teamId, attempt: 'attempt' },
  });
  const body: ActionItem = { ...action, issue: { id, key } };
  const attributes = { ...record.attributes, issueId: id };
  world.records.rows.set(name, JSON.stringify({ rev: record.rev + 1, body, attributes }));
  return id;
}
