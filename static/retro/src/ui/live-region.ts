/** Words for a screen reader, spoken without moving focus. */
type Politeness = 'polite' | 'assertive';

const regions = new Map<Politeness, HTMLElement>();
const CLEAR_MS = 6000;

function regionFor(politeness: Politeness): HTMLElement {
  const known = regions.get(politeness);
  if (known?.isConnected) return known;
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('aria-live', politeness);
  region.setAttribute('role', politeness === 'assertive' ? 'alert' : 'status');
  document.body.append(region);
  regions.set(politeness, region);
  return region;
}

/** Says a sentence; a second one within the same moment is said after it. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  const line = document.createElement('p');
  line.textContent = text;
  regionFor(politeness).append(line);
  setTimeout(() => line.remove(), CLEAR_MS);
}
