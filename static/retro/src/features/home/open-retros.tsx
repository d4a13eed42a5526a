import './open-retros.css';
import '../../messages/en-us/home';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { CONTRACT_VERSION } from '#contract/version';
import type { HomeAnswer, RetroRow } from '#contract/api';
import { formatById } from '#domain/format';
import type { RetroState } from '#domain/retro';
import { agoOf, listOf } from '../../i18n/dates';
import type { MessageKey } from '../../i18n/t';
import { t } from '../../i18n/t';
import { AvatarStack } from '../../ui/avatar';
import { showFlag } from '../../ui/flags';
import { IconButton } from '../../ui/icon-button';
import { Lozenge } from '../../ui/lozenge';
import type { LozengeTone } from '../../ui/lozenge';
import { Menu } from '../../ui/menu';
import { RouteLink } from '../shell/navigation';
import { usePage } from '../shell/page';
import { sayRefusal } from '../shell/say-refusal';
import { useNames, usePeople } from '../shell/use-people';
import type { Read } from '../shell/use-read';
import { FormatPreview } from './format-preview';

interface Props {
  rows: readonly RetroRow[];
  now: number;
  home: Read<HomeAnswer>;
}

const TONE_OF: Record<RetroState, LozengeTone> = {
  running: 'success',
  lobby: 'information',
  draft: 'neutral',
  closing: 'neutral',
  closed: 'neutral',
};

/** Retros one can go to: running ones, lobbies, drafts. */
export function OpenRetros({ rows, now, home }: Props): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="home__section-title">
        {t('home.open')}
      </h2>
      <ul className="retro-cards plain-list">
        {rows.map((row) => (
          <RetroCard key={row.retroId} row={row} now={now} home={home} />
        ))}
      </ul>
    </section>
  );
}

/** What the card's button says to this person. */
function actionFor(row: RetroRow, accountId: string): MessageKey {
  if (row.state === 'draft') return 'home.prepare';
  if (row.state === 'closing') return 'home.look';
  return row.facilitators.includes(accountId) ? 'home.continue' : 'home.join';
}

function RetroCard({ row, now, home }: { row: RetroRow } & Omit<Props, 'rows'>): ReactNode {
  const { accountId } = usePage();
  const people = usePeople(row.facilitators);
  const names = useNames(row.facilitators);
  const action = t(actionFor(row, accountId));
  const ago = agoOf(row.at, now);
  return (
    <li className="retro-card">
      <div className="retro-card__top">
        <FormatPreview columns={formatById(row.format)?.columns ?? []} />
        <Lozenge tone={TONE_OF[row.state]}>{t(`home.state.${row.state}`)}</Lozenge>
        {row.state === 'draft' && row.facilitators.includes(accountId) && <DraftMenu row={row} home={home} />}
      </div>
      <h3 className="retro-card__title">{row.title}</h3>
      <p className="retro-card__when">
        {t(row.state === 'draft' ? 'home.draftFrom' : 'home.since', { ago })}
        {row.participants !== null && row.participants > 0 && `, ${t('home.people', { count: row.participants })}`}
      </p>
      <div className="retro-card__foot">
        <div className="retro-card__lead">
          <AvatarStack people={people} max={3} size="small" label={t('shell.facilitator')} />
          <span className="retro-card__names">{t('shell.facilitatedBy', { names: listOf(names) })}</span>
        </div>
        <RouteLink
          to={{ name: 'retro', retroId: row.retroId }}
          className="button button--default retro-card__go"
          aria-label={t('home.openNamed', { action, title: row.title })}
        >
          {action}
        </RouteLink>
      </div>
    </li>
  );
}

function DraftMenu({ row, home }: { row: RetroRow; home: Read<HomeAnswer> }): ReactNode {
  const page = usePage();
  const request = { v: CONTRACT_VERSION, retroId: row.retroId };

  const restore = async (): Promise<void> => {
    const answer = await page.call('discardDraft', { ...request, restore: true });
    if (!answer.ok) return sayRefusal(answer.refusal);
    showFlag({ title: t('home.restored', { title: row.title }) });
    home.again();
  };
  const discard = async (): Promise<void> => {
    home.set((value) => ({ ...value, open: value.open.filter((other) => other.retroId !== row.retroId) }));
    const answer = await page.call('discardDraft', request);
    if (!answer.ok) {
      sayRefusal(answer.refusal);
      return home.again();
    }
    showFlag({
      title: t('home.discarded', { title: row.title }),
      actions: [{ label: t('common.undo'), onSelect: () => void restore() }],
    });
  };

  return (
    <span className="retro-card__menu">
      <Menu
        trigger={<IconButton icon="more" size="compact" label={t('home.rowMenu', { title: row.title })} plain />}
        label={t('home.rowMenu', { title: row.title })}
        align="end"
        items={[{ id: 'discard', label: t('home.discard'), icon: 'trash', onSelect: () => void discard() }]}
      />
    </span>
  );
}
