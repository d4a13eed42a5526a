import type { AdfNode } from '../adf';
import type { Site } from '../site';
import { IMPACT_FIELD, POINTS_FIELD, RANK_FIELD, SPRINT_FIELD, fieldById } from '../config/fields';
import { issueTypesOf } from '../config/issue-types';
import { DEFAULT_PRIORITY, PRIORITIES } from '../config/priorities';
import { statusesOf } from '../config/workflow';
import { nextNumber } from '../site';
import { localDate } from '../timestamps';
import { newIssueIdentity, saveIssue, type IssueFields } from '../model/issues';
import { addToRole } from '../model/permissions';
import { insertProject, type Project } from '../model/projects';
import { insertBoard, newSprintId, saveSprint, type Sprint } from '../model/sprints';
import { APP_ACCOUNT_ID, insertUser } from '../model/users';
import { addWatcher } from '../model/watchers';
import { MOON_ISSUES, SUN_ISSUES, type SeedIssue } from './backlog';
import { PEOPLE, appUser, crowdOf, toUser, type SeedPerson } from './people';

const DAY = 86_400_000;

const SUN: Project = {
  id: '10000',
  key: 'SUN',
  name: 'Sunrise',
  style: 'classic',
  lead: PEOPLE[0]?.accountId ?? '',
  colour: '#E56910',
  description: 'What owners of solar panels see of their roof.',
  uuid: '6f0d1f5e-8a2c-4e6b-9c3d-1a2b3c4d5e6f',
};
const MOON: Project = {
  id: '10001',
  key: 'MOON',
  name: 'Moonlight',
  style: 'next-gen',
  lead: PEOPLE[0]?.accountId ?? '',
  colour: '#6E5DC6',
  description: 'Batteries, and what happens at night.',
  uuid: '0b9a8c7d-6e5f-4d3c-8b2a-190817263544',
};

const SUN_BOARD = 1;

const idOf = (position: number | undefined): string | null =>
  position === undefined ? null : (PEOPLE[position]?.accountId ?? null);

function seedSprints(site: Site): Record<Sprint['state'], number> {
  const now = site.clock.now();
  const iso = (days: number): string => new Date(now + days * DAY).toISOString();
  const add = (sprint: Omit<Sprint, 'id' | 'boardId'>): number => {
    const id = newSprintId(site);
    saveSprint(site, { id, boardId: SUN_BOARD, ...sprint });
    return id;
  };
  return {
    closed: add({
      name: 'Sunrise Sprint 11',
      state: 'closed',
      goal: 'Owners see yesterday.',
      createdDate: iso(-36),
      startDate: iso(-24),
      activatedDate: iso(-24),
      endDate: iso(-10),
      completeDate: iso(-10),
    }),
    active: add({
      name: 'Sunrise Sprint 12',
      state: 'active',
      goal: 'A site can change hands.',
      createdDate: iso(-24),
      startDate: iso(-10),
      activatedDate: iso(-10),
      endDate: iso(4),
    }),
    future: add({ name: 'Sunrise Sprint 13', state: 'future', goal: '', createdDate: iso(-10) }),
  };
}

const paragraph = (text: string): AdfNode & { version: number } => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

type Sprints = Partial<Record<Sprint['state'], number>>;

/** Only what is set: an issue without points has no such field at all. */
function customFields({ points, impact }: SeedIssue): Record<string, unknown> {
  const option = fieldById(IMPACT_FIELD)?.options?.find((candidate) => candidate.value === impact);
  return { ...(points === undefined ? {} : { [POINTS_FIELD]: points }), ...(option ? { [IMPACT_FIELD]: option } : {}) };
}

function seedFields(site: Site, seed: SeedIssue, sprints: Sprints): IssueFields {
  const sprint = seed.sprint && sprints[seed.sprint];
  const { priority = 'Medium', labels = [], text, due } = seed;
  return {
    summary: seed.summary,
    description: text === undefined ? null : paragraph(text),
    assignee: idOf(seed.assignee),
    reporter: idOf(seed.reporter),
    priority: PRIORITIES.find((candidate) => candidate.name === priority)?.id ?? DEFAULT_PRIORITY,
    labels,
    duedate: due === undefined ? null : localDate(site.clock.now() + due * DAY, 'Etc/UTC'),
    parent: null,
    [SPRINT_FIELD]: sprint === undefined ? [] : [sprint],
    [RANK_FIELD]: nextNumber(site, 'rank', 1),
    ...customFields(seed),
  };
}

/** The entry of a config table with this name; the seed names only what is there. */
function named<T extends { id: string; name: string }>(table: T[], name: string): string {
  const found = table.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`The seed names ${name}, which there is not`);
  return found.id;
}

function seedIssue(site: Site, project: Project, seed: SeedIssue, sprints: Sprints): void {
  const at = site.clock.now() - seed.createdAgo * DAY;
  const done = seed.status === 'Done' ? at + DAY : null;
  const identity = newIssueIdentity(site, project.id, project.key);
  const fields = seedFields(site, seed, sprints);
  const reporter = fields.reporter ?? project.lead;
  saveIssue(site, {
    ...identity,
    projectId: project.id,
    issueTypeId: named(issueTypesOf(project.id), seed.type),
    statusId: named(statusesOf(project.style), seed.status),
    creator: reporter,
    created: at,
    updated: done ?? at,
    resolved: done,
    statusChanged: done ?? at,
    fields,
  });
  addWatcher(site, identity.id, reporter);
}

function seedPeople(site: Site, appName: string, people: readonly SeedPerson[]): void {
  people.forEach((person, position) => {
    insertUser(site, toUser(person), position);
    for (const project of [SUN, MOON]) {
      const role = person.roles[project.key as 'SUN' | 'MOON'];
      if (role) addToRole(site, project.id, person.accountId, role);
    }
  });
  insertUser(site, appUser(appName), people.length);
  for (const project of [SUN, MOON]) addToRole(site, project.id, APP_ACCOUNT_ID, 'atlassian-addons-project-access');
}

/** Fills an empty store once: users, projects and boards always, sprints and issues for the demo. Times are relative to now. */
export function seed(site: Site, demo: 'demo' | 'none', appName: string, crowd = 0): void {
  if (site.sql.first('SELECT 1 AS one FROM jira_project LIMIT 1')) return;
  site.sql.atomic(() => {
    insertProject(site, SUN);
    insertProject(site, MOON);
    seedPeople(site, appName, [...PEOPLE, ...crowdOf(crowd)]);
    insertBoard(site, { id: SUN_BOARD, name: 'SUN board', type: 'scrum', projectId: SUN.id, filterId: 10000 });
    insertBoard(site, { id: 2, name: 'MOON board', type: 'simple', projectId: MOON.id, filterId: 10001 });
    if (demo === 'none') return;
    const sprints = seedSprints(site);
    for (const issue of SUN_ISSUES) seedIssue(site, SUN, issue, sprints);
    for (const issue of MOON_ISSUES) seedIssue(site, MOON, issue, {});
  });
}
