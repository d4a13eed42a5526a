/** Puts focus on a card wherever it is drawn after the next frames: on its menu button, else on the card. */
export function focusCard(cardId: string): void {
  // Two frames: one in which the change is drawn, one after a closing dialog has given focus back.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const spot =
        document.querySelector<HTMLElement>(`[data-holds~="${CSS.escape(cardId)}"]`) ??
        document.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"]`);
      const target = spot?.querySelector<HTMLElement>('[data-card-menu]') ?? spot;
      target?.focus();
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }),
  );
}
