import type { User } from '../model/users';
import { APP_ACCOUNT_ID } from '../model/users';

type Role = 'Administrators' | 'Member' | 'Viewer';

/** Somebody of the demo site and the role they have in each project they belong to. */
export interface SeedPerson extends Pick<User, 'accountId' | 'displayName' | 'timeZone'> {
  hideTimeZone?: boolean;
  siteAdmin?: boolean;
  roles: { SUN?: Role; MOON?: Role };
}

/** Eight people. Yuki shows nobody her time zone; Noor belongs to no project; only four know of Moonlight. */
export const PEOPLE: SeedPerson[] = [
  {
    accountId: '5be24ad8b1653240376955d2',
    displayName: 'Mara Lindqvist',
    timeZone: 'Europe/Berlin',
    siteAdmin: true,
    roles: { SUN: 'Administrators', MOON: 'Administrators' },
  },
  {
    accountId: '712020:0c9e51a7-3f0b-4c1a-9b5e-d1f06c2a7e44',
    displayName: 'Devon Carter',
    timeZone: 'America/New_York',
    roles: { SUN: 'Member', MOON: 'Member' },
  },
  {
    accountId: '5d1f72c09a3be40c5ffe81aa',
    displayName: 'Priya Raghunathan',
    timeZone: 'Asia/Kolkata',
    roles: { SUN: 'Member' },
  },
  {
    accountId: '712020:7b2d8f13-94c6-4e0d-8a71-5c3e9f60b218',
    displayName: 'Tane Wiremu',
    timeZone: 'Pacific/Auckland',
    roles: { SUN: 'Member', MOON: 'Member' },
  },
  {
    accountId: '557058:3a61cf0e-5d27-4b94-a8e3-90f1d7b4c652',
    displayName: 'Chidi Okonkwo',
    timeZone: 'Africa/Lagos',
    roles: { SUN: 'Member' },
  },
  {
    accountId: '60f3a1b9c2d4e50069c7d8e1',
    displayName: 'Yuki Tanabe',
    timeZone: 'Asia/Tokyo',
    hideTimeZone: true,
    roles: { SUN: 'Member' },
  },
  {
    accountId: '712020:e4a0b6d2-18f9-4c73-b0d5-2f6a8c9e1b37',
    displayName: 'Sofía Herrera',
    timeZone: 'America/Bogota',
    roles: { SUN: 'Viewer', MOON: 'Member' },
  },
  { accountId: '5f8c6e2d7a10b9004d3e2f55', displayName: 'Noor El-Amin', timeZone: 'Europe/London', roles: {} },
];

/** Further members of Sunrise without a story of their own, for benches of large boards. */
export const crowdOf = (count: number): SeedPerson[] =>
  Array.from({ length: count }, (_, i) => {
    const number = String(i + 1).padStart(4, '0');
    return {
      accountId: `c0ffee00000000000000${number}`,
      displayName: `Member ${number}`,
      timeZone: 'Europe/Berlin',
      roles: { SUN: 'Member' },
    };
  });

/** `mara.lindqvist@example.com`: the reserved domain, without accents. */
export function emailOf(displayName: string): string {
  const plain = displayName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, '.')}@example.com`;
}

export const toUser = (person: SeedPerson): User => ({
  accountId: person.accountId,
  displayName: person.displayName,
  emailAddress: emailOf(person.displayName),
  timeZone: person.timeZone,
  timeZoneVisible: !person.hideTimeZone,
  active: true,
  accountType: 'atlassian',
  siteAdmin: person.siteAdmin === true,
});

/** The app's own account. */
export const appUser = (displayName: string): User => ({
  accountId: APP_ACCOUNT_ID,
  displayName,
  emailAddress: 'app@example.com',
  timeZone: 'Etc/UTC',
  timeZoneVisible: true,
  active: true,
  accountType: 'app',
  siteAdmin: false,
});
