import { asApp, asUser, route } from '@forge/api';
import { JSON_HEADERS, ask } from './ask';

/** Upserts the link back to the retro by its global id: as the user who files, later as the app. */
export async function putRemoteLink(
  issueKey: string,
  link: { globalId: string; url: string; title: string },
  as: 'user' | 'app',
): Promise<void> {
  const body = JSON.stringify({
    globalId: link.globalId,
    application: { type: 'net.sternlight', name: 'Sternlight' },
    relationship: 'agreed in',
    object: { url: link.url, title: link.title },
  });
  await ask('write', (signal) =>
    as === 'user'
      ? asUser().requestJira(route`/rest/api/3/issue/${issueKey}/remotelink`, {
          method: 'POST',
          headers: JSON_HEADERS,
          body,
          signal,
        })
      : asApp().requestJira(route`/rest/api/3/issue/${issueKey}/remotelink`, {
          method: 'POST',
          headers: JSON_HEADERS,
          body,
          signal,
        }),
  );
}
