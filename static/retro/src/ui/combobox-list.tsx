import { forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import { t } from '../i18n/t';
import { classNames } from './class-names';
import type { ComboboxOption } from './combobox-option';
import { popoverAttributes, showPopover } from './popover';

interface Props {
  id: string;
  label: string;
  options: readonly ComboboxOption[];
  active: number;
  searching: boolean;
  onChoose: (option: ComboboxOption) => void;
}

/** The options below a combobox, in the top layer; focus stays in the field. */
export const ComboboxList = forwardRef<HTMLDivElement, Props>(function ComboboxList(props, ref) {
  const { id, label, options, active, searching, onChoose } = props;
  const layer = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => layer.current as HTMLDivElement, []);
  useEffect(() => {
    if (layer.current) showPopover(layer.current);
  }, []);
  useEffect(() => {
    layer.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  return (
    <div ref={layer} className="combobox-list" {...popoverAttributes('manual')}>
      <ul id={id} role="listbox" aria-label={label} aria-busy={searching} className="plain-list">
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classNames('combobox-list__option', index === active && 'combobox-list__option--active')}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            {option.before}
            <span>
              {option.label}
              {option.hint && <span className="combobox-list__hint">{option.hint}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="combobox-list__state" role="status">
        {searching ? t('common.searching') : options.length === 0 && t('common.noMatches')}
      </p>
    </div>
  );
});
