import type { Usage } from '../../types';
import { showProblem } from './flags';
import { usageLine, usageRows } from './usage-text';
import { onNotice } from './site-stream';

/** The meter asks at most this often. */
const EVERY_MS = 1000;

function show(usage: Usage): void {
  const line = document.getElementById('usage-line');
  if (line) line.textContent = usageLine(usage);
  const numbers = document.getElementById('usage-numbers');
  numbers?.replaceChildren(
    ...usageRows(usage).map(({ term, value, note }) => {
      const row = document.createElement('div');
      const dt = document.createElement('dt');
      const dd = document.createElement('dd');
      const small = document.createElement('small');
      dt.textContent = term;
      dd.textContent = value;
      small.textContent = note;
      dd.append(small);
      row.append(dt, dd);
      return row;
    }),
  );
}

async function read(method: 'GET' | 'DELETE' = 'GET'): Promise<void> {
  if (method === 'DELETE') await fetch('/local/api/usage', { method });
  const response = await fetch('/local/api/usage');
  if (response.ok) show((await response.json()) as Usage);
}

/** Keeps the meter at the bottom live: the site says when it moved, the page asks for the numbers. */
export function wireUsage(): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    due ??= setTimeout(() => {
      due = undefined;
      // Without network the meter simply stands still.
      read().catch(() => undefined);
    }, EVERY_MS);
  };
  read().catch(() => undefined);
  onNotice('usage', soon);
  for (const button of document.querySelectorAll('[data-reset-usage]')) {
    button.addEventListener('click', () => {
      read('DELETE')
        .then(() => location.pathname === '/site/usage' && location.reload())
        .catch((error: unknown) => showProblem('The meter did not start over', error));
    });
  }
}
