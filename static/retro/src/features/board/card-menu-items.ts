import type { Topic } from '#domain/board';
import type { PublicCard } from '#domain/present-retro';
import { t } from '../../i18n/t';
import type { MenuItem } from '../../ui/menu-entry';
import type { Carried } from '../grouping/carried';
import { carriedCard, carriedTopic, deedOf } from '../grouping/carried';
import { carryOut } from '../grouping/carry-out';
import { deleteCard } from './delete-card';
import type { Desk } from './desk';

const rule = (id: string): MenuItem => ({ id, kind: 'rule' });

/** What one can do with a card: its author's and the facilitator's rights, and where it belongs. */
export function cardMenuItems(desk: Desk, topic: Topic, card: PublicCard, onEdit: () => void): MenuItem[] {
  const { may } = desk;
  const own = card.mine === true && may.changeOwnCard;
  const faceUp = desk.revealed.includes(card.column);
  const edit: MenuItem = { id: 'edit', label: t('card.edit'), icon: 'edit', onSelect: onEdit };
  return joined([
    own ? [edit] : [],
    placesFor(desk, topic.cards.length > 1 ? carriedCard(topic, card) : carriedTopic(topic), own, faceUp),
    own || (faceUp && may.deleteAnyCard) ? [deleteItem(desk, card)] : [],
  ]);
}

/** Face up, everybody groups; the wrong column is noticed while writing, so one's own card may change it face down. */
function placesFor(desk: Desk, carried: Carried, own: boolean, faceUp: boolean): MenuItem[] {
  if (faceUp && desk.may.groupCards) return placeItems(desk, carried);
  return own ? columnItems(desk, carried) : [];
}

const deleteItem = (desk: Desk, card: PublicCard): MenuItem => ({
  id: 'delete',
  label: t('card.delete'),
  icon: 'trash',
  danger: true,
  onSelect: () => void deleteCard(desk.session, card.id),
});

/** What one can do with a whole group. */
export function groupMenuItems(desk: Desk, topic: Topic, onRename: () => void): MenuItem[] {
  const { may, session } = desk;
  if (!may.groupCards) return [];
  const dissolve = (): void => {
    const deed = { kind: 'take-out' as const, cards: topic.cards.map((card) => card.id) };
    carryOut(session, deed, { target: '' }, true);
  };
  return joined([
    [{ id: 'rename', label: t('group.rename'), icon: 'edit', onSelect: onRename }],
    placeItems(desk, carriedTopic(topic)),
    [{ id: 'dissolve', label: t('group.dissolve'), icon: 'ungroup', onSelect: dissolve }],
  ]);
}

/** Group with, take out of the group, move to a column: the keyboard's way of every drag. */
function placeItems(desk: Desk, carried: Carried): MenuItem[] {
  const { session, pickFor } = desk;
  const items: MenuItem[] = [
    { id: 'group', label: t('card.groupWith'), icon: 'group', onSelect: () => pickFor(carried) },
  ];
  if (carried.part) {
    const deed = { kind: 'take-out' as const, cards: carried.cards };
    const onSelect = (): void => carryOut(session, deed, { target: '' }, true);
    items.push({ id: 'take-out', label: t('card.takeOut'), icon: 'ungroup', onSelect });
  }
  return [...items, ...columnItems(desk, carried)];
}

/** Every other column. */
function columnItems(desk: Desk, carried: Carried): MenuItem[] {
  const { session, columns } = desk;
  const items: MenuItem[] = [];
  const others = columns.filter((column) => column.id !== carried.column);
  if (others.length > 0) items.push({ id: 'move', kind: 'heading', label: t('card.moveTo') });
  for (const column of others) {
    const onSelect = (): void => {
      const deed = deedOf(carried, { kind: 'column', column: column.id });
      if (deed) carryOut(session, deed, { target: column.name }, true);
    };
    items.push({ id: `to-${column.id}`, label: column.name, icon: 'arrow-right', onSelect });
  }
  return items;
}

/** The sections that have something in them, with rules between. */
const joined = (sections: MenuItem[][]): MenuItem[] =>
  sections.filter((items) => items.length > 0).flatMap((items, i) => (i > 0 ? [rule(`rule-${i}`), ...items] : items));
