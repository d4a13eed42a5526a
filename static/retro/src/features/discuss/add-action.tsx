import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { announce } from '../../ui/live-region';
import { ActionForm } from '../actions/action-form';
import { useParticipants } from '../shell/use-participants';

/** Writes down an action item; everybody who takes part may. */
export function AddAction({ topic }: { topic: Topic | null }): ReactNode {
  const session = useSession();
  const may = useView((view) => view.abilities.changeActions && view.head.state !== 'closed');
  const participants = useParticipants();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!may) return null;
  if (!open) {
    return (
      <div>
        <Button ref={opener} iconBefore="add" onClick={() => setOpen(true)}>
          {t('action.add')}
        </Button>
      </div>
    );
  }
  return (
    <div className="add-action">
      <ActionForm
        participants={participants}
        submitLabel={t('action.add')}
        now={session.serverNow()}
        onCancel={close}
        onSubmit={async (entry) => {
          const from = { topic: topic?.id ?? null, topicTitle: topic?.title ?? '' };
          const outcome = await session.send('createActionItem', { ...from, ...entry });
          if (!outcome.ok) return outcome.refusal;
          announce(t('action.added'));
          return null;
        }}
      />
    </div>
  );
}
