import './format-preview.css';
import type { ReactNode } from 'react';
import type { Column } from '#domain/column';

/** A format at a glance: its columns as little lanes, named in words beside it. */
export function FormatPreview({ columns }: { columns: readonly Column[] }): ReactNode {
  return (
    <span className="format-preview" aria-hidden="true">
      {columns.map((column, index) => (
        <span key={column.id} className="format-preview__lane" data-color={column.color}>
          <span className="format-preview__card" />
          <span className="format-preview__card" hidden={index % 3 === 1} />
          <span className="format-preview__card" hidden={index % 2 === 1} />
        </span>
      ))}
    </span>
  );
}
