import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ActionState, PublicAction } from '#domain/action-item';
import { t } from '../../i18n/t';
import { refusalText } from '../../messages/refusal-text';
import { showFlag } from '../../ui/flags';
import { Icon } from '../../ui/icon';
import { IconButton } from '../../ui/icon-button';
import { announce } from '../../ui/live-region';
import { Lozenge } from '../../ui/lozenge';
import { Menu } from '../../ui/menu';
import type { MenuItem } from '../../ui/menu-entry';
import type { ActionDesk } from './action-desk';
import { ActionFacts } from './action-facts';
import { ActionForm } from './action-form';
import { FilingControl } from './filing-control';
import { FilingDialog } from './filing-dialog';
import { useFiling } from './use-filing';

interface Props {
  action: PublicAction;
  desk: ActionDesk;
  participants: readonly string[];
  withTopic: boolean;
}

const SAID: Record<ActionState, 'action.saidDone' | 'action.saidDropped' | 'action.saidOpen'> = {
  done: 'action.saidDone',
  dropped: 'action.saidDropped',
  open: 'action.saidOpen',
};

/** Changes the state and offers the way back; dropping is told with a flag, because the row goes out of sight. */
async function settle(desk: ActionDesk, action: PublicAction, state: ActionState): Promise<void> {
  const before = action.state;
  const outcome = await desk.change(action, { state });
  if (!outcome.ok) return void showFlag({ tone: 'warning', title: refusalText(outcome.refusal) });
  const back = (): void => void settle(desk, { ...action, state }, before);
  const undo = state === 'open' ? {} : { actions: [{ label: t('common.undo'), onSelect: back }] };
  showFlag({ id: `settled-${action.id}`, tone: 'information', title: t(SAID[state]), body: action.text, ...undo });
}

/** One action item. */
export function ActionRow({ action, desk, participants, withTopic }: Props): ReactNode {
  const [editing, setEditing] = useState(false);
  const filing = useFiling(action, desk);
  const open = action.state === 'open';

  if (editing) {
    return (
      <li className="action action--editing">
        <ActionForm
          initial={action}
          participants={participants}
          submitLabel={t('common.save')}
          now={desk.now()}
          onCancel={() => setEditing(false)}
          onSubmit={async (entry) => {
            const outcome = await desk.change(action, entry);
            if (!outcome.ok) return outcome.refusal;
            setEditing(false);
            announce(t('action.changed'));
            return null;
          }}
        />
      </li>
    );
  }

  return (
    <li className="action" data-state={action.state}>
      <button
        type="button"
        role="checkbox"
        className="action__toggle"
        aria-checked={action.state === 'done'}
        aria-label={t('action.toggle', { text: action.text })}
        disabled={!desk.mayChange}
        onClick={() => void settle(desk, action, open ? 'done' : 'open')}
      >
        <Icon name="check" size={12} />
      </button>
      <div className="action__words">
        <p className="action__text">{action.text}</p>
        <ActionFacts action={action} now={desk.now()} withTopic={withTopic} />
        {filing.refusal && !filing.asksFields && (
          <p className="action__refusal" role="alert">
            <Icon name="warning" size={12} /> {refusalText(filing.refusal)}
          </p>
        )}
      </div>
      <div className="action__end">
        {action.state === 'dropped' && <Lozenge>{t('action.stateDropped')}</Lozenge>}
        <FilingControl action={action} filing={filing} desk={desk} />
        {desk.mayChange && (
          <Menu
            label={t('action.menu', { text: action.text })}
            align="end"
            items={menuItems(action, desk, filing.openForm, () => setEditing(true))}
            trigger={<IconButton icon="more" plain label={t('action.menu', { text: action.text })} />}
          />
        )}
      </div>
      {filing.asksFields && <FilingDialog action={action} filing={filing} participants={participants} />}
    </li>
  );
}

function menuItems(action: PublicAction, desk: ActionDesk, onForm: () => void, onEdit: () => void): MenuItem[] {
  const items: MenuItem[] = [{ id: 'edit', label: t('action.edit'), icon: 'edit', onSelect: onEdit }];
  const set = (state: ActionState) => (): void => void settle(desk, action, state);
  if (action.state === 'open') {
    items.push({ id: 'done', label: t('action.done'), icon: 'check', onSelect: set('done') });
    if (desk.mayFile && !action.issue && !action.filing) {
      items.push({ id: 'file', label: t('filing.options'), icon: 'issue', onSelect: onForm });
    }
    items.push({ id: 'rule', kind: 'rule' });
    items.push({ id: 'drop', label: t('action.drop'), icon: 'close', danger: true, onSelect: set('dropped') });
  } else {
    items.push({ id: 'reopen', label: t('action.undone'), icon: 'undo', onSelect: set('open') });
  }
  return items;
}
