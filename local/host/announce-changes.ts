import type { Platform } from './platform';

const EVERY_MS = 1_000;

/** Tells the pages, at most once a second, that usage or the outbox changed. Returns what stops it. */
export function announceChanges({ jira, meter }: Platform, changed: (event: string) => void): () => void {
  let written = false;
  let mails = jira.outbox().length;
  let before = '';
  const forget = jira.onExchange(({ request }) => {
    written ||= request.method !== 'GET';
  });
  const timer = setInterval(() => {
    const { invocations, kvsRequests, realtimeOps, jiraPoints } = meter.report();
    const now = [invocations, kvsRequests, realtimeOps, jiraPoints].join();
    if (now !== before) changed('usage');
    before = now;
    if (!written) return;
    written = false;
    const count = jira.outbox().length;
    if (count !== mails) changed('outbox');
    mails = count;
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    forget();
  };
}
