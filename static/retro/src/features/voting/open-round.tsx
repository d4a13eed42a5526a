import { useState } from 'react';
import type { ReactNode } from 'react';
import { BUDGET_MAX } from '#domain/voting';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { Stepper } from './stepper';

/** Votes per person and per topic, and the button that opens the round; for the first and for every further one. */
export function OpenRound({ again }: { again: boolean }): ReactNode {
  const session = useSession();
  const suggested = useView((view) => view.head.voting ?? view.setup.votes);
  const [budget, setBudget] = useState(suggested.budget);
  const [perTopic, setPerTopic] = useState(suggested.perTopic);
  const [busy, setBusy] = useState(false);

  const open = async (): Promise<void> => {
    setBusy(true);
    await session.send('openVoting', { budget, perTopic: Math.min(perTopic, budget) });
    setBusy(false);
  };
  return (
    <div className="vote-bar__end">
      <Stepper label={t('vote.budget')} value={budget} min={1} max={BUDGET_MAX} onValue={setBudget} />
      <Stepper
        label={t('vote.perTopic')}
        value={Math.min(perTopic, budget)}
        min={1}
        max={budget}
        onValue={setPerTopic}
      />
      <Button iconBefore="vote" busy={busy} onClick={() => void open()}>
        {t(again ? 'vote.again' : 'vote.open')}
      </Button>
    </div>
  );
}
