import { html } from 'hono/html';
import type { SiteProject } from '../../types';
import type { Visit } from '../visit';
import { issueRow } from './issue-parts';
import { mayManageSprints, readBoard, readSprints, type Board, type Sprint } from './jira-board';
import { readAgileIssues, type JiraIssue } from './jira-issue';
import { renderPage } from './layout';
import type { Markup } from './markup';
import { sprintButton, sprintDates } from './sprint-parts';

interface Lane {
  sprint?: Sprint;
  issues: JiraIssue[];
}

function placeMenu(issue: JiraIssue, lane: Lane, sprints: Sprint[]): Markup {
  const others = sprints.filter(({ id }) => id !== lane.sprint?.id);
  return html`<select class="row-move" data-place="${issue.key}" aria-label="Move ${issue.key} to" title="Move to">
    <option value="" selected>Move to</option>
    ${others.map((sprint) => html`<option value="${sprint.id}">${sprint.name}</option>`)}
    ${lane.sprint ? html`<option value="backlog">Backlog</option>` : ''}
  </select>`;
}

function laneButton({ sprint, issues }: Lane, running: boolean): Markup {
  if (!sprint) return html`<button type="button" class="button" data-create-sprint>Create sprint</button>`;
  if (sprint.state === 'active') return sprintButton(sprint, 'complete');
  return sprintButton(sprint, 'start', running || issues.length === 0);
}

function laneHeader(visit: Visit, project: SiteProject, lane: Lane, running: boolean): Markup {
  const { sprint, issues } = lane;
  return html`<header class="lane-header">
    <h2>${sprint?.name ?? 'Backlog'}</h2>
    <span class="quiet">${issues.length === 1 ? '1 issue' : `${issues.length} issues`}</span>
    ${sprint ? sprintDates(visit, sprint) : ''}
    <span class="page-header-end">${mayManageSprints(visit, project) ? laneButton(lane, running) : ''}</span>
  </header>`;
}

function laneSection(visit: Visit, project: SiteProject, lane: Lane, sprints: Sprint[]): Markup {
  const running = sprints.some(({ state }) => state === 'active');
  const nothing = lane.sprint ? 'Plan this sprint: move issues here from the backlog.' : 'The backlog is empty.';
  return html`<section class="lane" aria-label="${lane.sprint?.name ?? 'Backlog'}">
    ${laneHeader(visit, project, lane, running)}
    ${
      lane.issues.length === 0
        ? html`<p class="lane-empty">${nothing}</p>`
        : html`<ul class="issue-list">
            ${lane.issues.map((issue) => issueRow(visit, issue, placeMenu(issue, lane, sprints)))}
          </ul>`
    }
  </section>`;
}

async function readLanes(visit: Visit, board: Board, sprints: Sprint[]): Promise<Lane[]> {
  const planned = sprints.map(async (sprint) => ({
    sprint,
    issues: await readAgileIssues(visit, `/sprint/${sprint.id}/issue`),
  }));
  const lanes = await Promise.all(planned);
  // Jira counts what is planned for a future sprint as backlog too; here it stands in its sprint.
  const taken = new Set(lanes.flatMap(({ issues }) => issues.map(({ key }) => key)));
  const waiting = await readAgileIssues(visit, `/board/${board.id}/backlog`);
  return [...lanes, { issues: waiting.filter(({ key }) => !taken.has(key)) }];
}

/** Sprints to come and everything not planned yet. */
export async function backlogPage(visit: Visit, project: SiteProject): Promise<Markup | undefined> {
  const board = await readBoard(visit, project);
  if (!board) return undefined;
  const sprints = await readSprints(visit, board);
  const lanes = await readLanes(visit, board, sprints);
  return await renderPage(visit, {
    title: `Backlog - ${project.name}`,
    project,
    current: 'backlog',
    content: html`<header class="page-header"><h1>Backlog</h1></header>
      <div data-board="${board.id}">${lanes.map((lane) => laneSection(visit, project, lane, sprints))}</div>`,
  });
}
