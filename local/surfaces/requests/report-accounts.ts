import type { SiteUser } from '../../types';
import { REQUEST_LIMITS } from './limits';

interface Reported {
  accountId: string;
  updatedAt: string;
}

/** https://developer.atlassian.com/platform/forge/user-privacy-guidelines/: two ids that always answer the same. */
const TEST_CLOSED_ACCOUNT = '5be24ba3f91c106033269289';

/** POST /app/report-accounts: 200 with what must be erased or refreshed, 204 when nothing must. */
export function reportAccounts(body: string, users: SiteUser[]): Response {
  const { accounts } = JSON.parse(body) as { accounts?: Reported[] };
  if (!Array.isArray(accounts) || accounts.length === 0 || accounts.length > REQUEST_LIMITS.MAX_REPORTED_ACCOUNTS) {
    return new Response(JSON.stringify({ errorMessage: 'Between 1 and 90 accounts are expected.' }), { status: 400 });
  }
  const inactive = new Set(users.filter((user) => !user.active).map((user) => user.accountId));
  const closed = accounts.filter(({ accountId }) => accountId === TEST_CLOSED_ACCOUNT || inactive.has(accountId));
  if (closed.length === 0) return new Response(null, { status: 204 });
  const answer = { accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) };
  return new Response(JSON.stringify(answer), { status: 200, headers: { 'content-type': 'application/json' } });
}
