import './step-bar.css';
import type { ReactNode } from 'react';
import type { Step } from '#domain/step';
import { t } from '../../i18n/t';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/icon';

interface Props {
  agenda: readonly Step[];
  /** Id of the step the team is at; none in the lobby. */
  team: string | undefined;
  /** Id of the step this person looks at. */
  shown: string | undefined;
  /** A click moves everybody, not only this person. */
  leads: boolean;
  onStep: (step: Step) => void;
}

function stateOf(index: number, teamAt: number): 'passed' | 'current' | 'ahead' {
  if (index === teamAt) return 'current';
  return index < teamAt ? 'passed' : 'ahead';
}

/** The agenda in one line: where the team is, where this person looks, what comes. */
export function StepBar({ agenda, team, shown, leads, onStep }: Props): ReactNode {
  const teamAt = agenda.findIndex((step) => step.id === team);
  return (
    <nav className="step-bar" aria-label={t('step.agenda')}>
      <ol className="step-bar__steps plain-list">
        {agenda.map((step, index) => {
          const state = stateOf(index, teamAt);
          const name = t(`step.${step.kind}`);
          const looked = step.id === shown;
          return (
            <li key={step.id} className={classNames('step-bar__place', `step-bar__place--${state}`)}>
              <button
                type="button"
                className={classNames('step-bar__step', looked && state !== 'current' && 'step-bar__step--looked')}
                aria-current={state === 'current' ? 'step' : undefined}
                aria-pressed={leads ? undefined : looked}
                title={leads ? t('step.move', { step: name }) : t('step.look', { step: name })}
                onClick={() => onStep(step)}
              >
                <span className="step-bar__mark" aria-hidden="true">
                  {state === 'passed' ? <Icon name="check" size={12} /> : index + 1}
                </span>
                <span className="step-bar__name">{name}</span>
                {state === 'passed' && <span className="visually-hidden">, {t('step.passed')}</span>}
                {state === 'current' && <span className="visually-hidden">, {t('step.teamHere')}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
