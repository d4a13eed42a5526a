import type { ActionItem, PublicAction } from '#domain/action-item';
import { publicAction } from '#domain/action-item';
import type { App } from '../app';

const READ_MAX = 200;
const SHOWN_MAX = 50;
/** After every real day. */
const NO_DAY = '9999-12-31';

/** Open action items of a team, what is due first (so overdue first), those without a date last; at most 50. */
export async function openActions(app: App, teamId: string): Promise<PublicAction[]> {
  const actions: ActionItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await app.records.query({
      entity: 'action',
      index: 'by-team',
      partition: [teamId, 'open'],
      newestFirst: true,
      limit: 100,
      ...(cursor === null ? {} : { cursor }),
    });
    actions.push(...page.rows.map(({ record }) => record.body as ActionItem));
    cursor = page.cursor;
  } while (cursor !== null && actions.length < READ_MAX);
  const byDue = (a: ActionItem, b: ActionItem): number => {
    const [dayA, dayB] = [a.due ?? NO_DAY, b.due ?? NO_DAY];
    return dayA === dayB ? a.createdAt - b.createdAt : dayA < dayB ? -1 : 1;
  };
  return actions.sort(byDue).slice(0, SHOWN_MAX).map(publicAction);
}
