import type { ReactNode } from 'react';
import type { Topic } from '#domain/board';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { suggestedMinutes } from './topic-place';

/** Minutes of a step without a suggestion of its own. */
const STEP_MINUTES = 25;

/** Offers the time a topic may take, as long as no timer runs. */
export function TopicTimer({ topics }: { topics: readonly Topic[] }): ReactNode {
  const session = useSession();
  const agenda = useView((view) => view.setup.agenda);
  const stepId = useView((view) => view.head.step.id);
  const timer = useView((view) => view.head.timer);
  const runs = timer !== null && (timer.endsAt === null || timer.endsAt > session.serverNow());
  if (runs) return null;
  const step = agenda.find((entry) => entry.id === stepId);
  const minutes = suggestedMinutes(step?.minutes || STEP_MINUTES, topics);
  return (
    <Button
      appearance="subtle"
      iconBefore="clock"
      onClick={() => void session.send('startTimer', { seconds: minutes * 60 })}
    >
      {t('discuss.timer', { count: minutes })}
    </Button>
  );
}
