import './summary-page.css';
import '../../messages/en-us/summary';
import type { ReactNode } from 'react';
import { listOf } from '../../i18n/dates';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { DonePicture } from '../../ui/pictures/done-picture';
import { useNames } from '../shell/use-people';
import { SummaryRooms } from './summary-rooms';
import { useCopySummary } from './use-copy-summary';
import { useSummary } from './use-summary';

/** The last step: one more look at what was decided, before the retro is closed. */
export function CloseStep(): ReactNode {
  const summary = useSummary();
  const copy = useCopySummary(summary);
  const leads = useView((view) => view.abilities.closeRetro);
  const names = useNames(useView((view) => view.head.facilitators));
  const ownerless = summary.actions.filter((action) => action.state === 'open' && action.owner === null).length;
  return (
    <div className="summary summary--step">
      <header className="summary__closing">
        <DonePicture />
        <div>
          <h2 className="summary__title">{t('close.title')}</h2>
          <p className="summary__when">{leads ? t('close.lead') : t('close.others', { names: listOf(names) })}</p>
          <Button iconBefore="copy" onClick={copy}>
            {t('summary.copy')}
          </Button>
        </div>
      </header>
      {ownerless > 0 && (
        <Banner tone="warning">
          <p>{t('close.noOwner', { count: ownerless })}</p>
        </Banner>
      )}
      <SummaryRooms summary={summary} />
    </div>
  );
}
