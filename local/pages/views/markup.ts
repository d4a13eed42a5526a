import { html, raw } from 'hono/html';
import { iconPaths, type IconName } from '../assets/icons';

/** Escaped html, as hono's template makes it. */
export type Markup = ReturnType<typeof html>;

/** An icon beside a text that says what it means. */
export function icon(name: IconName): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${raw(iconPaths[name])}
  </svg>`;
}

/** A round picture of a person; decorative unless `alt` says otherwise. */
export function avatar(url: string | undefined, options: { size?: number; alt?: string } = {}): Markup {
  const { size = 24, alt = '' } = options;
  if (!url) return html`<span class="avatar avatar-nobody" role="img" aria-label="${alt || 'Unassigned'}"></span>`;
  return html`<img class="avatar" src="${url}" alt="${alt}" width="${size}" height="${size}" />`;
}

/** JSON inside a <script type="application/json">: nothing in it can end the element. */
export function jsonScript(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="${id}">
    ${raw(json)}
  </script>`;
}
