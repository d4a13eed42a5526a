import { createContext, useContext } from 'react';
import { must } from '#domain/assert';
import type { Abilities } from '#domain/abilities';
import type { Column } from '#domain/column';
import type { Anonymity } from '#domain/retro';
import type { StepKind } from '#domain/step';
import type { Session } from '../../session/types';
import type { Carried } from '../grouping/carried';

/** What every part of the board works with. Changes rarely: a new desk draws the whole board again. */
export interface Desk {
  session: Session;
  /** The step this person looks at. */
  step: StepKind;
  may: Abilities;
  anonymity: Anonymity;
  columns: readonly Column[];
  /** Columns whose cards lie face up. */
  revealed: readonly string[];
  /** Where each author decides: whether mine are signed. */
  sign: boolean;
  setSign(sign: boolean): void;
  /** Asks with which topic the carried cards go. */
  pickFor(carried: Carried): void;
  /** Cards added from this page, newest last: they stand first while a column is face down. */
  added: string[];
}

/** Given by `RetroBoard`. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk of the board this component is on. */
export const useDesk = (): Desk => must(useContext(DeskContext), 'a board around this component');
