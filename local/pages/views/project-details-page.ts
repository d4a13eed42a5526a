import { html } from 'hono/html';
import type { SiteProject } from '../../types';
import type { Visit } from '../visit';
import { renderPage } from './layout';
import type { Markup } from './markup';

const row = (term: string, value: string): Markup =>
  html`<div class="field-row">
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

/** Name, key and kind of a project. */
export async function projectDetailsPage(visit: Visit, project: SiteProject): Promise<Markup> {
  return await renderPage(visit, {
    title: `Details - ${project.name}`,
    project,
    current: 'details',
    content: html`<header class="page-header"><h1>Details</h1></header>
      <dl class="fields">
        ${row('Name', project.name)} ${row('Key', project.key)}
        ${row('Managed by', project.style === 'next-gen' ? 'The team' : 'The company')}
      </dl>`,
  });
}
