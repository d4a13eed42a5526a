import { html } from 'hono/html';
import { dollars, usageRows } from '../client/usage-text';
import { keptProject, type Visit } from '../visit';
import { renderPage } from './layout';
import type { Markup } from './markup';

function functionTable(visit: Visit): Markup {
  const functions = Object.entries(visit.site.usage().byFunction).sort(([, a], [, b]) => b.invocations - a.invocations);
  if (functions.length === 0) return html`<p class="quiet">No function has run since the meter was set to zero.</p>`;
  return html`<table class="table">
    <thead>
      <tr>
        <th scope="col">Function</th>
        <th scope="col" class="number">Calls</th>
        <th scope="col" class="number">Mean time</th>
        <th scope="col" class="number">Errors</th>
      </tr>
    </thead>
    <tbody>
      ${functions.map(
        ([name, each]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td class="number">${each.invocations.toLocaleString('en-US')}</td>
            <td class="number">${(each.milliseconds / Math.max(1, each.invocations)).toFixed(1)} ms</td>
            <td class="number">${each.errors}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function priceTable(visit: Visit): Markup {
  const { usd } = visit.site.usage();
  const rows = [
    ['Function time', usd.compute, '$0.000025 a GB-second beyond 200,000 a month'],
    ['Storage writes', usd.kvsWrites, '$1.090 a GB beyond 0.1 GB a month'],
    ['Storage reads', usd.kvsReads, '$0.055 a GB beyond 0.1 GB a month'],
    ['Logs', usd.logs, '$1.005 a GB beyond 1 GB a month'],
    ['Broadcasts', usd.realtime, 'no price; at most 50 operations a second'],
  ] as const;
  return html`<table class="table">
    <thead>
      <tr>
        <th scope="col">Price</th>
        <th scope="col" class="number">So far</th>
        <th scope="col">Forge's list</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, amount, rule]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td class="number">${dollars(amount)}</td>
            <td class="quiet">${rule}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What everything since the last reset would cost on Forge, and how near it came to a limit. */
export async function usagePage(visit: Visit): Promise<Markup> {
  const usage = visit.site.usage();
  const refused = Object.entries(usage.refused);
  return await renderPage(visit, {
    title: 'Usage',
    current: 'usage',
    project: keptProject(visit),
    content: html`<header class="page-header">
        <h1>Usage</h1>
        <span class="page-header-end"
          ><button type="button" class="button" data-reset-usage>Count from zero</button></span
        >
      </header>
      <p class="page-lead">
        What the app's functions, storage and broadcasts would cost and count on Forge, since the meter was last set to
        zero.
      </p>
      <dl class="usage-numbers usage-tiles">
        ${usageRows(usage).map(
          ({ term, value, note }) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${value}<small>${note}</small></dd>
            </div>`,
        )}
      </dl>
      <section class="page-section">
        <h2>By function</h2>
        ${functionTable(visit)}
      </section>
      <section class="page-section">
        <h2>By price</h2>
        ${priceTable(visit)}
      </section>
      ${
        refused.length > 0
          ? html`<section class="page-section">
              <h2>Refused at a limit</h2>
              <ul>
                ${refused.map(([limit, times]) => html`<li>${limit}: ${times}</li>`)}
              </ul>
            </section>`
          : ''
      }`,
  });
}
