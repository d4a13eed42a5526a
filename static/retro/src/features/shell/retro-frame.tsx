import './retro-frame.css';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Step } from '#domain/step';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { announce } from '../../ui/live-region';
import { LeadBar, useAdvance } from './lead-bar';
import { RetroBody } from './retro-body';
import { RetroHeader } from './retro-header';
import { StepBar } from './step-bar';
import { useArrival } from './use-arrival';
import { useNotices } from './use-notices';

/** Before the first step there is the lobby. */
const nameOf = (step: Step | undefined): string => (step ? t(`step.${step.kind}`) : t('shell.lobby'));

/** Which step this person looks at: the team's, until they choose another one. */
function useLooking(): { shown: Step | undefined; team: Step | undefined; look: (step: Step | null) => void } {
  const agenda = useView((view) => view.setup.agenda);
  const teamStep = useView((view) => view.head.step.id);
  const started = useView((view) => view.head.state !== 'lobby' && view.head.state !== 'draft');
  const [looked, setLooked] = useState<string | null>(null);
  const team = started ? agenda.find((step) => step.id === teamStep) : undefined;
  const peeked = looked === teamStep && started ? undefined : agenda.find((step) => step.id === looked);
  return { shown: peeked ?? team, team, look: (step) => setLooked(step?.id ?? null) };
}

/** Tells a move of the team, and catches focus that would be lost with the step it was in. */
function useMoves(team: Step | undefined): RefObject<HTMLElement> {
  const body = useRef<HTMLElement>(null);
  const before = useRef(team?.id);
  useEffect(() => {
    if (before.current === team?.id) return;
    before.current = team?.id;
    if (team) announce(t('step.movedOn', { step: t(`step.${team.kind}`) }));
    if (document.activeElement === document.body || !document.activeElement) body.current?.focus();
  }, [team]);
  return body;
}

/** A retro while it is not closed: header, agenda, the step itself, the facilitator's bar. */
export function RetroFrame(): ReactNode {
  const title = useView((view) => view.setup.title);
  const agenda = useView((view) => view.setup.agenda);
  const leads = useView((view) => view.abilities.advanceStep);
  const reloadNeeded = useView((view) => view.reloadNeeded);
  const heading = useArrival(title);
  const { shown, team, look } = useLooking();
  const body = useMoves(team);
  const advance = useAdvance();
  useNotices();

  const choose = (step: Step): void => {
    if (leads) advance(step);
    look(leads || step.id === team?.id ? null : step);
  };

  return (
    <div className="retro">
      <RetroHeader heading={heading} />
      <div className="retro__agenda">
        <StepBar agenda={agenda} team={team?.id} shown={shown?.id} leads={leads} onStep={choose} />
      </div>
      {reloadNeeded && <ReloadBanner />}
      {shown && shown !== team && <PeekBanner shown={shown} team={team} onBack={() => look(null)} />}
      <main className="retro__body" ref={body} tabIndex={-1} aria-label={nameOf(shown)}>
        <RetroBody step={shown?.kind} />
      </main>
      <LeadBar />
    </div>
  );
}

function PeekBanner({ shown, team, onBack }: { shown: Step; team: Step | undefined; onBack: () => void }): ReactNode {
  return (
    <div className="retro__notice">
      <Banner
        tone="discovery"
        icon="eye"
        actions={
          <Button size="compact" onClick={onBack}>
            {t('step.back')}
          </Button>
        }
      >
        <p>{t('step.peek', { step: nameOf(shown), team: nameOf(team) })}</p>
      </Banner>
    </div>
  );
}

function ReloadBanner(): ReactNode {
  return (
    <div className="retro__notice" role="alert">
      <Banner
        tone="warning"
        title={t('shell.reloadTitle')}
        actions={
          <Button size="compact" appearance="primary" onClick={() => location.reload()}>
            {t('shell.reload')}
          </Button>
        }
      >
        <p>{t('shell.reloadHint')}</p>
      </Banner>
    </div>
  );
}
