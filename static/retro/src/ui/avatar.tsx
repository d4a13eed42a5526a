import './avatar.css';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { nameOr } from '../i18n/dates';
import { t } from '../i18n/t';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Tooltip } from './tooltip';

/** Somebody as a picture needs them; `name` is undefined while it loads and '' for somebody who left. */
export interface AvatarPerson {
  accountId: string;
  name: string | undefined;
  avatarUrl?: string | undefined;
}

type AvatarSize = 'small' | 'medium' | 'large' | 'xlarge';

interface Props {
  person: AvatarPerson;
  size?: AvatarSize;
  /** Marks whoever leads. */
  lead?: boolean;
  /** The name stands beside it: no tooltip, nothing said twice. */
  beside?: boolean;
}

/** Up to two letters of a name. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words[words.length - 1] : '';
  return `${[...(words[0] ?? '')][0] ?? ''}${[...(last ?? '')][0] ?? ''}`.toUpperCase();
};

const TONES = 6;
const toneOf = (accountId: string): number => [...accountId].reduce((sum, c) => sum + c.charCodeAt(0), 0) % TONES;

/** A person's picture; where there is none, or it does not load, their initials. */
export function Avatar({ person, size = 'medium', lead = false, beside = false }: Props): ReactNode {
  const [broken, setBroken] = useState('');
  const { avatarUrl, name } = person;
  const picture = avatarUrl && broken !== avatarUrl;
  const face = (
    <span
      className={classNames('avatar', `avatar--${size}`, `avatar--tone-${toneOf(person.accountId)}`)}
      {...(beside ? { 'aria-hidden': true } : { role: 'img', 'aria-label': nameOr(name) })}
    >
      {picture ? (
        <img className="avatar__picture" src={avatarUrl} alt="" onError={() => setBroken(avatarUrl)} />
      ) : (
        <span aria-hidden="true">{name ? initialsOf(name) : <Icon name="person" />}</span>
      )}
      {lead && (
        <span className="avatar__lead">
          <Icon name="star" size={12} />
        </span>
      )}
    </span>
  );
  return beside ? face : <Tooltip text={nameOr(name)}>{face}</Tooltip>;
}

interface StackProps {
  people: readonly AvatarPerson[];
  /** How many faces are drawn before "+n". */
  max?: number;
  size?: AvatarSize;
  label: string;
}

/** Several people, overlapping; the rest as a number with their names. */
export function AvatarStack({ people, max = 6, size = 'medium', label }: StackProps): ReactNode {
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.slice(shown.length);
  const names = rest.map((person) => nameOr(person.name)).join(', ');
  return (
    <ul className="avatar-stack" aria-label={label}>
      {shown.map((person) => (
        <li key={person.accountId} className="avatar-stack__place">
          <Avatar person={person} size={size} />
        </li>
      ))}
      {rest.length > 0 && (
        <li className="avatar-stack__place">
          <Tooltip text={names}>
            <span
              className={classNames('avatar avatar--rest', `avatar--${size}`)}
              role="img"
              aria-label={`${t('common.peopleMore', { count: rest.length })}: ${names}`}
            >
              <span aria-hidden="true">+{rest.length}</span>
            </span>
          </Tooltip>
        </li>
      )}
    </ul>
  );
}
