/** More growth steps than this within a second is a page whose height depends on the frame's: it would never end. */
const RUNAWAY_STEPS = 12;

/** Tells the host how tall the page's body is, whenever that changes, as iframe-resizer's `bodyOffset` does. */
export function reportSize(report: (height: number) => void): void {
  let last = 0;
  let steps: number[] = [];

  function measure(): void {
    const style = getComputedStyle(document.body);
    const height = Math.ceil(document.body.offsetHeight + parseFloat(style.marginTop) + parseFloat(style.marginBottom));
    if (height === last) return;
    const now = performance.now();
    steps = height > last ? [...steps.filter((at) => now - at < 1000), now] : [];
    if (steps.length > RUNAWAY_STEPS) return;
    last = height;
    report(height);
  }

  addEventListener('DOMContentLoaded', () => {
    new ResizeObserver(measure).observe(document.body);
    measure();
  });
}
