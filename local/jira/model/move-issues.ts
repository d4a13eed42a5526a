import { RANK_FIELD, SPRINT_FIELD } from '../config/fields';
import { refuse } from '../errors';
import type { Actor, Site } from '../site';
import { changeFields } from './changes';
import { issuesOf, visibleIssue, type Issue } from './issues';
import { can } from './permissions';
import { findSprint, type Sprint } from './sprints';

/** The most issues one move takes. Source: reference of POST /rest/agile/1.0/sprint/{sprintId}/issue. */
const MOST = 50;

/** The issues named, each visible and open to be scheduled by this actor. 400 for too many, 403 without the permission. */
function movable(site: Site, actor: Actor, named: readonly string[]): Issue[] {
  if (named.length > MOST)
    throw refuse(400, `The maximum number of issues that can be moved in one operation is ${MOST}.`);
  return named.map((idOrKey) => {
    const issue = visibleIssue(site, actor, idOrKey);
    const may = ['SCHEDULE_ISSUES', 'EDIT_ISSUES'].every((key) => can(site, actor.accountId, key, issue.projectId));
    if (!may) throw refuse(403, 'You do not have permission to schedule these issues.');
    return issue;
  });
}

const closedOnes = (site: Site, issue: Issue): number[] =>
  issue.fields[SPRINT_FIELD].filter((id) => findSprint(site, id)?.state === 'closed');

/** Where moved issues go in the order of rank. */
export interface Place {
  before?: string | undefined;
  after?: string | undefined;
}

/** Ranks for `count` issues between a named neighbour and whatever lies beyond it; undefined when no place was named. */
function ranksAt(site: Site, actor: Actor, { before, after }: Place, count: number): number[] | undefined {
  const named = before ?? after;
  if (named === undefined) return undefined;
  const neighbour = visibleIssue(site, actor, named);
  const rank = neighbour.fields[RANK_FIELD];
  const others = issuesOf(site, [neighbour.projectId]).map((issue) => issue.fields[RANK_FIELD]);
  const [low, high] =
    before === undefined
      ? [rank, Math.min(...others.filter((other) => other > rank), rank + 1)]
      : [Math.max(...others.filter((other) => other < rank), rank - 1), rank];
  return Array.from({ length: count }, (_, index) => low + ((high - low) * (index + 1)) / (count + 1));
}

function move(
  site: Site,
  actor: Actor,
  named: readonly string[],
  place: Place,
  sprintsOf: (issue: Issue) => number[],
): void {
  const issues = movable(site, actor, named);
  const ranks = ranksAt(site, actor, place, issues.length);
  issues.forEach((issue, index) => {
    const rank = ranks?.[index];
    changeFields(site, actor, issue, {
      [SPRINT_FIELD]: sprintsOf(issue),
      ...(rank === undefined ? {} : { [RANK_FIELD]: rank }),
    });
  });
}

/** Puts issues into a sprint that is not closed; each leaves the one it was in. */
export function moveToSprint(
  site: Site,
  actor: Actor,
  sprint: Sprint,
  named: readonly string[],
  place: Place = {},
): void {
  if (sprint.state === 'closed') throw refuse(400, 'Issues can be moved only to active or future sprints.');
  move(site, actor, named, place, (issue) => [...closedOnes(site, issue), sprint.id]);
}

/** Takes issues out of the sprints they are in; closed ones stay on record. */
export function moveToBacklog(site: Site, actor: Actor, named: readonly string[], place: Place = {}): void {
  move(site, actor, named, place, (issue) => closedOnes(site, issue));
}
