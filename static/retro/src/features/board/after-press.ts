/**
 * Runs `then` once a pointer that is down is up again and its click has been given, at once where none is down: what shrinks
 * under a press would move what is being pressed, and the click would be lost.
 */
export function afterPress(then: () => void): void {
  if (!document.querySelector(':active')) return then();
  const done = (): void => {
    window.removeEventListener('pointerup', done, true);
    window.removeEventListener('pointercancel', done, true);
    setTimeout(then);
  };
  window.addEventListener('pointerup', done, true);
  window.addEventListener('pointercancel', done, true);
}
