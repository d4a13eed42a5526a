import { asApp, route } from '@forge/api';
import { JSON_HEADERS, askJson, unlessHidden } from './ask';
import { asObject, asString } from './read-json';

/** A person's IANA time zone, as the app; null when Jira does not show it, or the person is gone. */
export async function readTimeZone(accountId: string): Promise<string | null> {
  const user = await unlessHidden(
    askJson('read', (signal) =>
      asApp().requestJira(route`/rest/api/3/user?accountId=${accountId}`, { headers: JSON_HEADERS, signal }),
    ),
  );
  return asString(asObject(user).timeZone) || null;
}
