import './option-cards.css';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface OptionCard<Value extends string> {
  value: Value;
  label: string;
  hint?: ReactNode;
  /** A picture before the words. */
  before?: ReactNode;
  /** More below the words. */
  after?: ReactNode;
}

interface Props<Value extends string> {
  label: string;
  hideLabel?: boolean;
  value: Value;
  options: readonly OptionCard<Value>[];
  onValue: (value: Value) => void;
  disabled?: boolean;
  /** Cards side by side, as many as fit. */
  grid?: boolean;
}

/** One of a few, each explained on its own card: radio buttons underneath. */
export function OptionCards<Value extends string>(props: Props<Value>): ReactNode {
  const { label, hideLabel, value, options, onValue, disabled, grid } = props;
  const name = useId();
  return (
    <fieldset className="field" disabled={disabled}>
      <legend className={hideLabel ? 'visually-hidden' : 'field__label option-cards__legend'}>{label}</legend>
      <div className={classNames('option-cards', grid && 'option-cards--grid')}>
        {options.map((option) => (
          <label key={option.value} className="option-card">
            <input
              type="radio"
              className="option-card__radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {option.before}
            <span className="option-card__words">
              <span className="option-card__label">{option.label}</span>
              {option.hint && <span className="option-card__hint">{option.hint}</span>}
              {option.after}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
