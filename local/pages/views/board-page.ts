import { html } from 'hono/html';
import type { SiteProject } from '../../types';
import type { Visit } from '../visit';
import { assigneePicture, dueDate, typeIcon } from './issue-parts';
import {
  mayManageSprints,
  readBoard,
  readColumns,
  readSprints,
  type Board,
  type BoardColumn,
  type Sprint,
} from './jira-board';
import { readAgileIssues, readTransitions, type JiraIssue, type Transition } from './jira-issue';
import { renderPage } from './layout';
import type { Markup } from './markup';
import { sprintButton, sprintDates } from './sprint-parts';

interface Card {
  issue: JiraIssue;
  transitions: Transition[];
}

const holds = (column: BoardColumn, statusId: string) => column.statuses.some(({ id }) => id === statusId);

function moveMenu(card: Card, columns: BoardColumn[]): Markup {
  const targets = columns.flatMap((column, at) => {
    if (holds(column, card.issue.fields.status.id)) return [];
    const transition = card.transitions.find(({ to }) => holds(column, to.id));
    return transition ? [{ column, at, transition }] : [];
  });
  if (targets.length === 0) return html``;
  return html`<select
    class="card-move"
    data-move="${card.issue.key}"
    aria-label="Move ${card.issue.key} to"
    title="Move to"
  >
    <option value="" selected>Move to</option>
    ${targets.map(({ column, at, transition }) => html`<option value="${transition.id}" data-column="${at}">${column.name}</option>`)}
  </select>`;
}

function cardItem(visit: Visit, card: Card, columns: BoardColumn[]): Markup {
  const { issue } = card;
  const done = issue.fields.status.statusCategory.key === 'done';
  return html`<li class="card" draggable="true" data-card="${issue.key}">
    <a class="card-summary" href="${visit.link(`/browse/${issue.key}`)}">${issue.fields.summary}</a>
    <div class="card-due">${dueDate(visit, issue.fields)}</div>
    <div class="card-foot">
      ${typeIcon(issue.fields.issuetype)}
      <span class="issue-key ${done ? 'issue-key-done' : ''}">${issue.key}</span>
      ${moveMenu(card, columns)}
      <span class="card-who">${assigneePicture(issue.fields)}</span>
    </div>
  </li>`;
}

function columnSection(visit: Visit, columns: BoardColumn[], at: number, cards: Card[]): Markup {
  const column = columns[at];
  const own = cards.filter(({ issue }) => column && holds(column, issue.fields.status.id));
  return html`<section class="board-column" data-column="${at}" aria-labelledby="column-${at}">
    <h2 class="column-heading" id="column-${at}">${column?.name} <span class="badge">${own.length}</span></h2>
    <ul class="cards">
      ${own.map((card) => cardItem(visit, card, columns))}
    </ul>
  </section>`;
}

function boardHeader(visit: Visit, project: SiteProject, board: Board, sprint: Sprint | undefined): Markup {
  return html`<header class="page-header">
    <div>
      <h1>${sprint?.name ?? board.name}</h1>
      ${sprint?.goal ? html`<p class="quiet">${sprint.goal}</p>` : ''}
    </div>
    ${
      sprint
        ? html`<span class="page-header-end">
            ${sprintDates(visit, sprint)} ${mayManageSprints(visit, project) ? sprintButton(sprint, 'complete') : ''}
          </span>`
        : ''
    }
  </header>`;
}

function noSprint(visit: Visit, project: SiteProject): Markup {
  return html`<section class="empty">
    <h2>No sprint is running</h2>
    <p>Start one from the backlog and its issues appear here.</p>
    <a class="button button-primary" href="${visit.link(`/jira/software/projects/${project.key}/backlog`)}"
      >Go to the backlog</a
    >
  </section>`;
}

/** The project's board: the running sprint's issues in their columns, or all of a board without sprints. */
export async function boardPage(visit: Visit, project: SiteProject): Promise<Markup | undefined> {
  const board = await readBoard(visit, project);
  if (!board) return undefined;
  const [sprints, columns] = await Promise.all([readSprints(visit, board), readColumns(visit, board)]);
  const sprint = sprints.find(({ state }) => state === 'active');
  const hasSprints = board.type === 'scrum' || sprints.length > 0;
  const path = sprint ? `/sprint/${sprint.id}/issue` : `/board/${board.id}/issue`;
  const issues = hasSprints && !sprint ? [] : await readAgileIssues(visit, path);
  const cards = await Promise.all(
    issues.map(async (issue) => ({ issue, transitions: await readTransitions(visit, issue.key) })),
  );
  return await renderPage(visit, {
    title: `${board.name} - ${project.name}`,
    project,
    current: 'board',
    content: html`${boardHeader(visit, project, board, sprint)}
    ${
      hasSprints && !sprint
        ? noSprint(visit, project)
        : html`<div class="board" tabindex="0" role="group" aria-label="Board">
            ${columns.map((_column, at) => columnSection(visit, columns, at, cards))}
          </div>`
    }`,
  });
}
