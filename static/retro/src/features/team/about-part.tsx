import '../../messages/en-us/team';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { AGREEMENT_MAX, TEAM_NAME_MAX } from '#domain/team';
import { t } from '../../i18n/t';
import { Combobox } from '../../ui/combobox';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import { Part } from './part';
import type { DraftProblems, TeamDraft } from './team-draft';
import { knownTimeZones } from './team-draft';

/** How many zones are offered at once. */
const OFFERED = 30;

interface Props {
  draft: TeamDraft;
  problems: DraftProblems;
  onDraft: (part: Partial<TeamDraft>) => void;
}

const zoneOption = (zone: string): { id: string; label: string } => ({ id: zone, label: zone.replaceAll('_', ' ') });

/** Name, working agreement and time zone. */
export function AboutPart({ draft, problems, onDraft }: Props): ReactNode {
  const zones = useMemo(() => knownTimeZones(draft.timeZone).map(zoneOption), [draft.timeZone]);
  const find = (query: string): { id: string; label: string }[] => {
    const wanted = query.trim().toLowerCase();
    return zones.filter((zone) => zone.label.toLowerCase().includes(wanted)).slice(0, OFFERED);
  };
  return (
    <Part title={t('team.about')}>
      <TextField
        label={t('team.name')}
        value={draft.name}
        maxLength={TEAM_NAME_MAX}
        onValue={(name) => onDraft({ name })}
        error={problems.name ? t('team.nameBad', { max: TEAM_NAME_MAX }) : null}
        required
      />
      <TextArea
        label={t('team.agreement')}
        hint={t('team.agreementHint')}
        placeholder={t('team.agreementPlaceholder')}
        value={draft.agreement}
        maxLength={AGREEMENT_MAX}
        onValue={(agreement) => onDraft({ agreement })}
      />
      <Combobox
        label={t('team.timeZone')}
        hint={t('team.timeZoneHint')}
        value={draft.timeZone === '' ? null : zoneOption(draft.timeZone)}
        onValue={(option) => onDraft({ timeZone: option?.id ?? '' })}
        find={find}
        error={problems.timeZone ? t('team.timeZoneBad') : null}
        required
      />
    </Part>
  );
}
