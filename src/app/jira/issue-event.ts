/** What the app reads of a product event; the rest of it is ignored. Source: Forge's events reference for Jira. */

export interface IssueEvent {
  what: 'created' | 'updated' | 'deleted';
  issueId: string;
  issueKey: string;
  /** The action item named by the issue's property, if the event carries it. */
  actionId: string | null;
  /** Fields that changed; null: not said. */
  fields: string[] | null;
}

const WHAT: Record<string, IssueEvent['what']> = {
  'avi:jira:created:issue': 'created',
  'avi:jira:updated:issue': 'updated',
  'avi:jira:deleted:issue': 'deleted',
};

/** The path manifest.yml asks Forge to send along. */
const ACTION_PATH = "issue.properties['sternlight.action'].actionId";

type Json = Record<string, unknown>;
const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** An event about an issue, or null. A payload may arrive as text: Forge does not document which. */
export function readIssueEvent(payload: unknown): IssueEvent | null {
  const event = asObject(typeof payload === 'string' ? parsed(payload) : payload);
  const issue = asObject(event['issue']);
  const what = WHAT[asText(event['eventType'])];
  const issueId = asText(issue['id']);
  if (!what || !/^\d+$/.test(issueId)) return null;
  const included = asText(asObject(event['payloadIncludeProperties'])[ACTION_PATH]);
  return { what, issueId, issueKey: asText(issue['key']), actionId: included || null, fields: changedFields(event) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function changedFields(event: Json): string[] | null {
  const items = asObject(event['changelog'])['items'];
  if (!Array.isArray(items)) return null;
  return items.map((item) => asText(asObject(item)['fieldId']) || asText(asObject(item)['field']));
}
