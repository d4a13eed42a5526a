import '../../messages/en-us/home';
import '../../messages/en-us/team';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { CONTRACT_VERSION } from '#contract/version';
import { FORMATS } from '#domain/format';
import type { Refusal } from '#domain/refusal';
import type { Team } from '#domain/team';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { showFlag } from '../../ui/flags';
import { Select } from '../../ui/select';
import { AnonymityChoice } from '../home/anonymity-choice';
import { VotesFields } from '../home/votes-fields';
import { usePage } from '../shell/page';
import { AboutPart } from './about-part';
import { IssuesPart } from './issues-part';
import { MembersPart } from './members-part';
import { Part } from './part';
import type { TeamDraft } from './team-draft';
import { changeOf, draftOf, problemsOf } from './team-draft';

interface Props {
  team: Team;
  mayChange: boolean;
  onSaved: (team: Team) => void;
}

const FORMAT_OPTIONS = FORMATS.map((format) => ({ value: format.id, label: format.name }));

/** All settings of a team in one form: nothing is saved until somebody says so. */
export function TeamForm({ team, mayChange, onSaved }: Props): ReactNode {
  const page = usePage();
  const [draft, setDraft] = useState(() => draftOf(team));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const change = changeOf(draft);
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(team));
  const put = (part: Partial<TeamDraft>): void => setDraft((before) => ({ ...before, ...part }));

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !change) return;
    setBusy(true);
    const answer = await page.call('saveTeam', { v: CONTRACT_VERSION, team: { id: team.id, ...change } });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setRefusal(null);
    setDraft(draftOf(answer.team));
    onSaved(answer.team);
    showFlag({ title: t('team.saved'), id: 'team-saved' });
  };

  return (
    <form className="team__form" noValidate onSubmit={(event) => void save(event)}>
      {!mayChange && (
        <Banner tone="neutral" icon="lock">
          <p>{t('team.readOnly')}</p>
        </Banner>
      )}
      <fieldset className="team__parts" disabled={!mayChange}>
        <AboutPart draft={draft} problems={problemsOf(draft)} onDraft={put} />
        <MembersPart members={draft.members} onMembers={(members) => put({ members })} />
        <Part title={t('team.defaults')} hint={t('team.defaultsHint')}>
          <Select
            label={t('team.format')}
            value={draft.format}
            options={FORMAT_OPTIONS}
            onValue={(format) => put({ format })}
          />
          <AnonymityChoice
            label={t('start.anonymity')}
            value={draft.anonymity}
            onValue={(anonymity) => put({ anonymity })}
          />
          <VotesFields value={draft.votes} onValue={(votes) => put({ votes })} />
        </Part>
        <IssuesPart draft={draft} onDraft={put} />
      </fieldset>
      {mayChange && (
        <div className="team__bar">
          <div className="team__status" role="status">
            {refusal && <span className="team__refusal">{refusalText(refusal)}</span>}
            {!refusal && dirty && t('team.unsaved')}
          </div>
          <Button appearance="subtle" disabled={!dirty} onClick={() => setDraft(draftOf(team))}>
            {t('team.discard')}
          </Button>
          <Button appearance="primary" type="submit" busy={busy} disabled={!dirty || !change}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
