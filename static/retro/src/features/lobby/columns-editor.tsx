import './columns-editor.css';
import '../../messages/en-us/lobby';
import type { ReactNode } from 'react';
import type { Column } from '#domain/column';
import { COLUMNS_MAX, COLUMN_COLORS } from '#domain/column';
import { t } from '../../i18n/t';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { FormatPreview } from '../home/format-preview';
import { usePage } from '../shell/page';

const NAME_MAX = 40;
const PROMPT_MAX = 120;
const COLORS = COLUMN_COLORS.map((color) => ({ value: color, label: t(`color.${color}`) }));

/** Whether every column has a name, and there is at least one. */
export const columnsAreGood = (columns: readonly Column[]): boolean =>
  columns.length > 0 && columns.every((column) => column.name.trim() !== '');

interface Props {
  columns: Column[];
  onColumns: (columns: Column[]) => void;
  showErrors: boolean;
}

const swapped = (columns: Column[], at: number, by: 1 | -1): Column[] => {
  const next = [...columns];
  const [moved] = next.splice(at, 1);
  if (moved) next.splice(at + by, 0, moved);
  return next;
};

/** The board's columns: their names, questions, colours and order. */
export function ColumnsEditor({ columns, onColumns, showErrors }: Props): ReactNode {
  const page = usePage();
  const change = (at: number, part: Partial<Column>): void =>
    onColumns(columns.map((column, index) => (index === at ? { ...column, ...part } : column)));
  const add = (): void => {
    const color = COLUMN_COLORS.find((one) => columns.every((column) => column.color !== one)) ?? 'gray';
    onColumns([...columns, { id: page.newId(), name: t('setup.columnNew'), prompt: '', color }]);
  };
  return (
    <fieldset className="field">
      <legend className="field__label">{t('setup.columns')}</legend>
      <ol className="columns-editor plain-list">
        {columns.map((column, at) => (
          <ColumnRow
            key={column.id}
            column={column}
            place={at + 1}
            last={at === columns.length - 1}
            only={columns.length === 1}
            showErrors={showErrors}
            onChange={(part) => change(at, part)}
            onMove={(by) => onColumns(swapped(columns, at, by))}
            onRemove={() => onColumns(columns.filter((_, index) => index !== at))}
          />
        ))}
      </ol>
      {columns.length < COLUMNS_MAX && (
        <div>
          <Button iconBefore="add" appearance="subtle" onClick={add}>
            {t('setup.columnAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface RowProps {
  column: Column;
  place: number;
  last: boolean;
  only: boolean;
  showErrors: boolean;
  onChange: (part: Partial<Column>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function ColumnRow({ column, place, last, only, showErrors, onChange, onMove, onRemove }: RowProps): ReactNode {
  const { name } = column;
  return (
    <li className="columns-editor__row">
      <div className="columns-editor__line">
        <FormatPreview columns={[column]} />
        <TextField
          label={t('setup.columnName', { place })}
          hideLabel
          value={name}
          maxLength={NAME_MAX}
          error={showErrors && name.trim() === '' ? t('setup.columnBad') : null}
          onValue={(value) => onChange({ name: value })}
        />
        <Select
          label={t('setup.columnColor', { place })}
          hideLabel
          value={column.color}
          options={COLORS}
          onValue={(value) => onChange({ color: COLUMN_COLORS.find((color) => color === value) ?? 'gray' })}
        />
        <span className="columns-editor__moves">
          <IconButton
            icon="chevron-up"
            label={t('setup.columnUp', { name })}
            disabled={place === 1}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon="chevron-down"
            label={t('setup.columnDown', { name })}
            disabled={last}
            onClick={() => onMove(1)}
          />
          <IconButton icon="trash" label={t('setup.columnRemove', { name })} disabled={only} onClick={onRemove} />
        </span>
      </div>
      <TextField
        label={t('setup.columnPrompt', { place })}
        hideLabel
        value={column.prompt}
        maxLength={PROMPT_MAX}
        onValue={(value) => onChange({ prompt: value })}
      />
    </li>
  );
}
