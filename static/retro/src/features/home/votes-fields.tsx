import '../../messages/en-us/home';
import type { ReactNode } from 'react';
import type { VoteLimits } from '#domain/ballot';
import { BUDGET_MAX } from '#domain/voting';
import { t } from '../../i18n/t';
import { TextField } from '../../ui/text-field';

/** The two numbers as typed. */
export interface TypedVotes {
  budget: string;
  perTopic: string;
}

export const typedVotes = (limits: VoteLimits): TypedVotes => ({
  budget: String(limits.budget),
  perTopic: String(limits.perTopic),
});

const whole = (text: string, max: number): number | null => {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= max ? value : null;
};

/** The limits that were typed; null when they are none. */
export function readVotes(typed: TypedVotes): VoteLimits | null {
  const budget = whole(typed.budget, BUDGET_MAX);
  const perTopic = budget === null ? null : whole(typed.perTopic, budget);
  return budget === null || perTopic === null ? null : { budget, perTopic };
}

interface Props {
  value: TypedVotes;
  onValue: (value: TypedVotes) => void;
}

/** How many votes a person has, and how many of them one topic may get. */
export function VotesFields({ value, onValue }: Props): ReactNode {
  const budget = whole(value.budget, BUDGET_MAX);
  const bad = budget !== null && whole(value.perTopic, budget) === null;
  return (
    <div className="form__row">
      <TextField
        label={t('start.votes')}
        type="number"
        min={1}
        max={BUDGET_MAX}
        value={value.budget}
        onValue={(typed) => onValue({ ...value, budget: typed })}
        error={budget === null ? t('start.votesBad', { max: BUDGET_MAX }) : null}
      />
      <TextField
        label={t('start.perTopic')}
        type="number"
        min={1}
        max={budget ?? BUDGET_MAX}
        value={value.perTopic}
        onValue={(typed) => onValue({ ...value, perTopic: typed })}
        error={bad ? t('start.perTopicBad') : null}
      />
    </div>
  );
}
