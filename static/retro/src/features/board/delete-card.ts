import { t } from '../../i18n/t';
import type { Session } from '../../session/types';
import { showFlag } from '../../ui/flags';
import { announce } from '../../ui/live-region';
import { focusCard } from '../grouping/focus-card';

/** Deletes a card and offers to bring it back. */
export async function deleteCard(session: Session, card: string): Promise<void> {
  const outcome = await session.send('deleteCard', { card });
  if (!outcome.ok) return;
  const restore = async (): Promise<void> => {
    const restored = await session.send('restoreCard', { card });
    if (!restored.ok) return;
    announce(t('card.restored'));
    focusCard(card);
  };
  showFlag({
    id: `deleted-${card}`,
    tone: 'information',
    title: t('card.deleted'),
    actions: [{ label: t('common.undo'), onSelect: () => void restore() }],
  });
}
