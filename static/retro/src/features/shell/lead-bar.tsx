import './lead-bar.css';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Step } from '#domain/step';
import { t } from '../../i18n/t';
import { useSession, useView } from '../../session/use-view';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { laterDialog } from './later';
import { rooms } from './rooms';
import { sayRefusal } from './say-refusal';
import { TimerControls } from './timer-controls';

const CloseDialog = laterDialog(async () => (await rooms.close()).CloseDialog);
const HandOverDialog = laterDialog(async () => (await rooms.handOver()).HandOverDialog);

/** Moves everybody to a step; says why when that is refused. */
export function useAdvance(): (step: Step) => void {
  const session = useSession();
  return (step) =>
    void session.send('advanceStep', { step: step.id }).then((outcome) => {
      if (!outcome.ok) sayRefusal(outcome.refusal);
    });
}

/** The facilitator's one bar: always there, always in its place, with one primary button. */
export function LeadBar(): ReactNode {
  const may = useView((view) => view.abilities);
  const state = useView((view) => view.head.state);
  const [dialog, setDialog] = useState<'hand-over' | 'close' | null>(null);
  if (!may.facilitate && state !== 'closing') return null;
  if (!may.closeRetro) return null;

  return (
    <section className="lead-bar" aria-label={t('lead.bar')}>
      <div className="lead-bar__side">
        {may.runTimer && <TimerControls />}
        {may.handOver && (
          <IconButton icon="handover" label={t('lead.handOver')} onClick={() => setDialog('hand-over')} />
        )}
      </div>
      <Moves onClose={() => setDialog('close')} />
      {dialog === 'hand-over' && <HandOverDialog onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog onClose={() => setDialog(null)} />}
    </section>
  );
}

/** The step before, and the one primary button: start, next step, close. */
function Moves({ onClose }: { onClose: () => void }): ReactNode {
  const state = useView((view) => view.head.state);
  const agenda = useView((view) => view.setup.agenda);
  const stepId = useView((view) => view.head.step.id);
  const advance = useAdvance();
  const running = state === 'running';
  const at = running ? agenda.findIndex((step) => step.id === stepId) : -1;
  const [before, after] = [agenda[at - 1], agenda[at + 1]];

  if (state === 'closing')
    return (
      <Button appearance="primary" busy>
        {t('lead.closing')}
      </Button>
    );
  return (
    <div className="lead-bar__moves">
      {running && before && (
        <Button appearance="subtle" iconBefore="arrow-left" className="lead-bar__back" onClick={() => advance(before)}>
          {t('lead.back', { step: t(`step.${before.kind}`) })}
        </Button>
      )}
      {after ? (
        <Button appearance="primary" size="large" iconAfter="arrow-right" onClick={() => advance(after)}>
          {running ? t('lead.next', { step: t(`step.${after.kind}`) }) : t('lead.start')}
        </Button>
      ) : (
        <Button appearance="primary" size="large" iconBefore="check" onClick={onClose}>
          {t('lead.close')}
        </Button>
      )}
    </div>
  );
}
