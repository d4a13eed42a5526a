import { asApp, route } from '@forge/api';
import { JiraFailure } from '#app/ports/jira';
import { JSON_HEADERS, ask } from './ask';

/**
 * Mails one person through an issue, as the app. `refused`: Jira will not reach this person through this issue (hidden
 * from them, unknown, mail switched off). Throws `unknown-outcome` when nobody knows whether the mail has gone, `busy`
 * when it has not.
 */
export async function sendNotice(
  issueKey: string,
  to: string,
  mail: { subject: string; text: string; html: string },
): Promise<'sent' | 'refused'> {
  const body = {
    subject: mail.subject,
    textBody: mail.text,
    htmlBody: mail.html,
    to: { users: [{ accountId: to }] },
    restrict: { permissions: [{ key: 'BROWSE' }] },
  };
  try {
    await ask('write', (signal) =>
      asApp().requestJira(route`/rest/api/3/issue/${issueKey}/notify`, {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify(body),
        signal,
      }),
    );
    return 'sent';
  } catch (error) {
    if (error instanceof JiraFailure && ['fields', 'forbidden', 'not-found', 'failed'].includes(error.kind))
      return 'refused';
    throw error;
  }
}
