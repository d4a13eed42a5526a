/** Colours a column can have: names of Atlassian's accent tokens. */
export const COLUMN_COLORS = [
  'blue',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'magenta',
  'purple',
  'gray',
] as const;
export type ColumnColor = (typeof COLUMN_COLORS)[number];

/** One prompt of the board; cards name the column they lie in. */
export interface Column {
  id: string;
  name: string;
  prompt: string;
  color: ColumnColor;
}

export const COLUMNS_MAX = 6;
export const COLUMN_ID = /^[a-z0-9-]{1,24}$/;
