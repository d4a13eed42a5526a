import './combobox.css';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../i18n/t';
import { ComboboxList } from './combobox-list';
import type { ComboboxOption } from './combobox-option';
import { Field } from './field';
import { IconButton } from './icon-button';
import { usePlaced } from './popover';

export type { ComboboxOption };

interface Props {
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  required?: boolean;
  /** What is chosen; null for nothing. */
  value: ComboboxOption | null;
  /** null: the choice was taken back. */
  onValue: (option: ComboboxOption | null) => void;
  /** Finds options for what is typed; '' asks for suggestions. Rejections read as no matches. */
  find: (query: string) => Promise<readonly ComboboxOption[]> | readonly ComboboxOption[];
  /** After a choice the field is empty again, for choosing several. */
  clears?: boolean;
}

const DEBOUNCE_MS = 200;

interface Found {
  options: readonly ComboboxOption[];
  searching: boolean;
}

/** Options for a query: at once where they are known, after a pause in typing where somebody is asked. */
function useOptions(open: boolean, query: string, find: Props['find']): Found {
  const [found, setFound] = useState<Found>({ options: [], searching: false });
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    if (!open) return undefined;
    let current = true;
    const settle = (options: readonly ComboboxOption[]): void => {
      if (current) setFound({ options, searching: false });
    };
    const ask = (): void => {
      const answer = latest.current(query);
      if (!('then' in answer)) return settle(answer);
      setFound((before) => ({ ...before, searching: true }));
      answer.then(settle, () => settle([]));
    };
    const timer = setTimeout(ask, query === '' ? 0 : DEBOUNCE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [open, query]);
  return found;
}

function Picture({ option }: { option: ComboboxOption | null }): ReactNode {
  return option?.before && <span className="combobox__before">{option.before}</span>;
}

/** A field that finds one of many while it is typed in: arrows walk, Enter chooses, Escape closes. */
export function Combobox(props: Props): ReactNode {
  const { label, hideLabel = false, placeholder, hint, error, required = false, value, onValue, find, clears } = props;
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const anchor = useRef<HTMLSpanElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const listId = useId();
  const open = query !== null;
  const typed = query ?? '';
  const { options, searching } = useOptions(open, value && typed === value.label ? '' : typed, find);
  usePlaced(anchor, layer, open, { align: 'start', side: 'below', gap: 4 });

  const type = (text: string): void => {
    setQuery(text);
    setActive(0);
  };
  const choose = (option: ComboboxOption | null): void => {
    setQuery(null);
    onValue(option);
  };
  const leave = (): void => {
    if (query === '' && value && !clears) onValue(null);
    setQuery(null);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => (open ? setActive((active + 1) % Math.max(1, options.length)) : type('')),
    ArrowUp: () => setActive((active - 1 + options.length) % Math.max(1, options.length)),
    Enter: () => options[active] && choose(options[active]),
    Escape: () => setQuery(null),
  };
  const keyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act || (!open && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const chosen = value?.label ?? '';
  const activeId = open && options[active] ? `${listId}-${active}` : undefined;

  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error} required={required}>
      {(control) => (
        <span ref={anchor} className="combobox">
          {!open && <Picture option={value} />}
          <input
            {...control}
            className="input combobox__input"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-activedescendant={activeId}
            autoComplete="off"
            placeholder={placeholder}
            value={query ?? chosen}
            onChange={(event) => type(event.target.value)}
            onClick={() => !open && type(chosen)}
            onFocus={(event) => event.target.select()}
            onBlur={leave}
            onKeyDown={keyDown}
          />
          {value && !clears && (
            <IconButton icon="close" size="compact" plain label={t('common.clear')} onClick={() => choose(null)} />
          )}
          {open && (
            <ComboboxList
              ref={layer}
              id={listId}
              label={label}
              options={options}
              active={active}
              searching={searching}
              onChoose={choose}
            />
          )}
        </span>
      )}
    </Field>
  );
}
