import '../../messages/en-us/lobby';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { CONTRACT_VERSION } from '#contract/version';
import { t } from '../../i18n/t';
import { useView } from '../../session/use-view';
import { usePage } from '../shell/page';

/** The team's working agreement, asked for once; silent while it loads and where it cannot be read. */
export function Agreement(): ReactNode {
  const page = usePage();
  const teamId = useView((view) => view.head.teamId);
  const [agreement, setAgreement] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void page.call('home', { v: CONTRACT_VERSION, teamId }).then((answer) => {
      if (current && answer.ok) setAgreement(answer.team.agreement);
    });
    return () => {
      current = false;
    };
  }, [page, teamId]);
  if (!agreement) return null;
  return (
    <section className="lobby__block">
      <h2 className="lobby__title">{t('lobby.agreement')}</h2>
      <p className="lobby__text lobby__text--lines">{agreement}</p>
    </section>
  );
}
