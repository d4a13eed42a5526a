import type { Column, ColumnColor } from './column';

/** A format: a named set of columns. */
export interface Format {
  id: string;
  name: string;
  purpose: string;
  columns: Column[];
}

const column = (id: string, color: ColumnColor, name: string, prompt: string): Column => ({ id, color, name, prompt });

/** The formats to begin with, Continue/Stop/Start first. */
export const FORMATS: readonly Format[] = [
  {
    id: 'continue-stop-start',
    name: 'Continue, Stop, Start',
    purpose: 'The all-rounder: decide what to keep, what to end and what to try.',
    columns: [
      column('continue', 'green', 'Continue', 'What should we keep?'),
      column('stop', 'red', 'Stop', 'What should we stop doing?'),
      column('start', 'blue', 'Start', 'What should we start doing?'),
    ],
  },
  {
    id: 'happy-wondering-sad',
    name: 'Happy, Wondering, Sad',
    purpose: 'How the sprint felt: good after a hard or a quiet one.',
    columns: [
      column('happy', 'lime', 'Happy', 'What gave you energy this sprint?'),
      column('wondering', 'purple', 'Wondering', 'What puzzles you or leaves you unsure?'),
      column('sad', 'blue', 'Sad', 'What cost you energy?'),
    ],
  },
  {
    id: 'starfish',
    name: 'Starfish',
    purpose: 'Finer than keep or stop: five dials to turn up or down.',
    columns: [
      column('keep', 'green', 'Keep', 'What works as it is?'),
      column('more', 'teal', 'More of', 'What deserves more of our time?'),
      column('less', 'orange', 'Less of', 'What would we do with half of?'),
      column('stop', 'red', 'Stop', 'What helps nobody any more?'),
      column('start', 'blue', 'Start', 'What is worth an experiment?'),
    ],
  },
  {
    id: 'sailboat',
    name: 'Sailboat',
    purpose: 'Look ahead: where the team sails, what drives it and what holds it back.',
    columns: [
      column('wind', 'teal', 'Wind', 'What pushes us forward?'),
      column('anchor', 'gray', 'Anchor', 'What slows us down?'),
      column('rocks', 'red', 'Rocks', 'Which risks lie ahead of us?'),
      column('island', 'yellow', 'Island', 'Where do we want to be?'),
    ],
  },
  {
    id: 'four-ls',
    name: '4Ls',
    purpose: 'After a milestone or a project: what it taught and what it left open.',
    columns: [
      column('liked', 'green', 'Liked', 'What did you enjoy?'),
      column('learned', 'purple', 'Learned', 'What do you know now that you did not before?'),
      column('lacked', 'orange', 'Lacked', 'What was missing?'),
      column('longed', 'magenta', 'Longed for', 'What did you wish for?'),
    ],
  },
];

/** A format by its id. */
export const formatById = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
