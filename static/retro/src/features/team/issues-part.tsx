import '../../messages/en-us/team';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import { Checkbox } from '../../ui/checkbox';
import { OptionCards } from '../../ui/option-cards';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { usePage } from '../shell/page';
import { Part } from './part';
import type { TeamDraft } from './team-draft';

/** What Jira told; undefined while it is asked, null when it did not answer. */
type Told<T> = readonly T[] | null | undefined;

function useTold<T>(ask: () => Promise<readonly T[]>): Told<T> {
  const [told, setTold] = useState<Told<T>>(undefined);
  useEffect(() => {
    let current = true;
    ask().then(
      (list) => current && setTold(list),
      () => current && setTold(null),
    );
    return () => {
      current = false;
    };
  }, [ask]);
  return told;
}

interface Props {
  draft: TeamDraft;
  onDraft: (part: Partial<TeamDraft>) => void;
}

/** What a filed action item becomes in Jira, and which boards are the team's. */
export function IssuesPart({ draft, onDraft }: Props): ReactNode {
  const page = usePage();
  const types = useTold(page.issueTypes);
  const known = types ?? [];
  const missing = draft.issueType !== '' && known.every((type) => type.id !== draft.issueType);
  const options = [
    { value: '', label: t('team.issueTypeAuto') },
    ...known.map((type) => ({ value: type.id, label: type.name })),
    ...(missing ? [{ value: draft.issueType, label: t('team.issueTypeKept') }] : []),
  ];
  return (
    <Part title={t('team.issues')} hint={t('team.issuesHint')}>
      <Select
        label={t('team.issueType')}
        value={draft.issueType}
        options={options}
        onValue={(issueType) => onDraft({ issueType })}
        error={types === null ? t('team.issueTypesFailed') : null}
      />
      <TextField
        label={t('team.labels')}
        hint={t('team.labelsHint')}
        value={draft.labels}
        onValue={(labels) => onDraft({ labels })}
      />
      <OptionCards
        label={t('team.placement')}
        value={draft.placement}
        onValue={(placement) => onDraft({ placement })}
        options={[
          { value: 'sprint', label: t('team.placementSprint') },
          { value: 'backlog', label: t('team.placementBacklog') },
        ]}
        grid
      />
      <Boards chosen={draft.jiraBoards} onChosen={(jiraBoards) => onDraft({ jiraBoards })} />
    </Part>
  );
}

function Boards({ chosen, onChosen }: { chosen: number[]; onChosen: (ids: number[]) => void }): ReactNode {
  const page = usePage();
  const boards = useTold(page.jiraBoards);
  if (boards === undefined) return null;
  const tick = (id: number, on: boolean): void =>
    onChosen(on ? [...chosen, id].sort((a, b) => a - b) : chosen.filter((other) => other !== id));
  return (
    <fieldset className="field">
      <legend className="field__label">{t('team.boards')}</legend>
      <p className="field__hint team__boards-hint">{t('team.boardsHint')}</p>
      {boards === null && <p className="team__none">{t('team.boardsFailed')}</p>}
      {boards?.length === 0 && <p className="team__none">{t('team.boardsNone')}</p>}
      {boards?.map((board) => (
        <Checkbox
          key={board.id}
          label={board.name}
          checked={chosen.includes(board.id)}
          onChecked={(on) => tick(board.id, on)}
        />
      ))}
    </fieldset>
  );
}
