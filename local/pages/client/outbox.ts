import { redrawMain } from './board';
import { onNotice } from './site-stream';

/** The mail page follows the outbox; what was unfolded stays so until then. */
export function wireOutbox(): void {
  document.getElementById('main')?.addEventListener('change', (event) => {
    const form =
      event.target instanceof Element ? event.target.closest<HTMLFormElement>('[data-submit-on-change]') : null;
    form?.requestSubmit();
  });
  if (location.pathname !== '/site/outbox') return;
  onNotice('outbox', () => {
    if (!document.querySelector('.mail-details[open]')) void redrawMain();
  });
}
