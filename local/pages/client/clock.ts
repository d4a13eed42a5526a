import { announce } from './announce';
import { showFlag, showProblem } from './flags';
import { pageData } from './page-data';
import { onNotice } from './site-stream';

const clock = document.querySelector<HTMLElement>('.clock');
let offset = Number(clock?.dataset['now'] ?? Date.now()) - Date.now();

/** Site time now, in milliseconds. */
function siteNow(): number {
  return Date.now() + offset;
}

function clockText(): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: pageData.me.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(siteNow());
}

function paint(): void {
  const text = clockText();
  for (const face of document.querySelectorAll('.clock-now')) if (face.textContent !== text) face.textContent = text;
  clock?.querySelector('button')?.setAttribute('aria-label', `Site clock: ${text}`);
}

function wallClock(at: number): { weekday: string; minutes: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: pageData.me.timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { weekday: part('weekday'), minutes: Number(part('hour')) * 60 + Number(part('minute')) };
}

/** The first 9:00 of a working day after now, where this person is; steps by minutes so that clock changes are right. */
function nextWorkingMorning(): number {
  const minute = 60_000;
  let at = Math.floor(siteNow() / minute) * minute + minute;
  for (;;) {
    const { weekday, minutes } = wallClock(at);
    if (minutes === 540 && weekday !== 'Sat' && weekday !== 'Sun') return at;
    const missing = (540 - minutes + 1440) % 1440;
    at += (missing === 0 ? 1440 : missing) * minute;
  }
}

function durationOf(choice: string): string {
  if (choice !== 'next-working-day') return choice;
  return `PT${Math.ceil((nextWorkingMorning() - siteNow()) / 1000)}S`;
}

async function refresh(): Promise<void> {
  const response = await fetch('/local/api/clock');
  const { now } = (await response.json()) as { now?: number };
  if (now !== undefined) offset = now - Date.now();
  paint();
}

async function advance(choice: string): Promise<void> {
  const response = await fetch('/local/api/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: durationOf(choice) }),
  });
  if (!response.ok) throw new Error(`The clock answered ${response.status}`);
  const { now } = (await response.json()) as { now?: number };
  if (now !== undefined) offset = now - Date.now();
  paint();
  announce(`It is now ${clockText()}`);
  showFlag({ id: 'clock', type: 'success', title: `It is now ${clockText()}`, isAutoDismiss: true });
}

/** The clock in the top bar: it ticks, and its menu moves the site's time forward. */
export function wireClock(): void {
  paint();
  setInterval(paint, 5_000);
  onNotice('clock', () => void refresh());
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-advance]')) {
    button.addEventListener('click', () => {
      document.getElementById('clock-menu')?.hidePopover();
      advance(button.dataset['advance'] ?? '').catch((error: unknown) => showProblem('The clock did not move', error));
    });
  }
}
