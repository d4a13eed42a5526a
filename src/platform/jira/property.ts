import { asApp, route } from '@forge/api';
import { JSON_HEADERS, askJson, unlessHidden } from './ask';
import { asList, asObject, asString } from './read-json';

/** The entity property that says which action item an issue belongs to. manifest.yml declares it for JQL. */
export const PROPERTY = 'sternlight.action';

/** More issues with one action's property than this are somebody's own doing. */
const HITS = 10;

/**
 * The issue whose property names this action and one of these attempts, as the app. Anybody who may edit an issue may
 * write its properties: only an attempt's id, which nobody else knows, proves that the issue is ours.
 */
export async function findByAttempt(
  projectId: string,
  actionId: string,
  attempts: readonly string[],
): Promise<{ id: string; key: string; attempt: string } | null> {
  const jql = `project = ${projectId} AND issue.property[sternlight.action].actionId = "${actionId}"`;
  const answer = asObject(
    await askJson('read', (signal) =>
      asApp().requestJira(route`/rest/api/3/search/jql`, {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify({ jql, fields: ['project'], properties: [PROPERTY], maxResults: HITS }),
        signal,
      }),
    ),
  );
  for (const hit of asList(answer.issues).map(asObject)) {
    const property = asObject(asObject(hit.properties)[PROPERTY]);
    const attempt = asString(property.attempt);
    if (asString(property.actionId) === actionId && attempts.includes(attempt))
      return { id: asString(hit.id), key: asString(hit.key), attempt };
  }
  return null;
}

/** What an issue's property says, as the app; null without property, or without an issue to see. */
export async function readProperty(issueId: string): Promise<{ actionId: string; attempt: string } | null> {
  const answer = await unlessHidden(
    askJson('read', (signal) =>
      asApp().requestJira(route`/rest/api/3/issue/${issueId}/properties/sternlight.action`, {
        headers: JSON_HEADERS,
        signal,
      }),
    ),
  );
  const value = asObject(asObject(answer).value);
  const actionId = asString(value.actionId);
  return actionId === '' ? null : { actionId, attempt: asString(value.attempt) };
}
