import { html } from 'hono/html';
import type { Visit } from '../visit';
import { icon, type Markup } from './markup';

/** The live meter along the bottom: what this costs on Forge. Its numbers come from the control API (client/usage.ts). */
export function usageBar(visit: Visit, projectKey: string | undefined): Markup {
  return html`<aside class="usage-bar" aria-label="Usage">
    <details id="usage-details">
      <summary>
        <span class="usage-caret">${icon('chevron-right')}</span>
        <span class="usage-label">On Forge</span>
        <output id="usage-line" class="usage-line">counting from the next call on</output>
      </summary>
      <div class="usage-panel">
        <dl id="usage-numbers" class="usage-numbers"></dl>
        <p class="usage-actions">
          <button type="button" class="button" data-reset-usage>Count from zero</button>
          <a class="link" href="${visit.link(projectKey ? `/site/usage?project=${projectKey}` : '/site/usage')}"
            >All numbers</a
          >
        </p>
      </div>
    </details>
  </aside>`;
}
