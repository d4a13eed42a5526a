import { html } from 'hono/html';
import type { Visit } from '../visit';
import { dayText } from './dates';
import type { Sprint } from './jira-board';
import type { Markup } from './markup';

const DAY_MS = 86_400_000;

/** When a sprint runs, and how long it still has. */
export function sprintDates(visit: Visit, sprint: Sprint): Markup {
  if (!sprint.startDate || !sprint.endDate) return html``;
  const left = Math.ceil((Date.parse(sprint.endDate) - visit.site.clock.now()) / DAY_MS);
  const rest = left > 1 ? `${left} days left` : left === 1 ? '1 day left' : 'time is up';
  const running = sprint.state === 'active' ? html` <span class="lozenge">${rest}</span>` : '';
  return html`<span class="quiet">${dayText(sprint.startDate)} to ${dayText(sprint.endDate)}${running}</span>`;
}

/** The button that starts or completes a sprint; client/sprints.ts asks the questions. */
export function sprintButton(sprint: Sprint, action: 'start' | 'complete', disabled = false): Markup {
  const text = action === 'start' ? 'Start sprint' : 'Complete sprint';
  return html`<button
    type="button"
    class="button"
    data-sprint="${sprint.id}"
    data-sprint-name="${sprint.name}"
    data-sprint-action="${action}"
    ${disabled ? 'disabled' : ''}
  >
    ${text}
  </button>`;
}
