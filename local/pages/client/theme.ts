import { themeAttribute, type ThemeState } from './bridge/theme-state';
import { pageData } from './page-data';

export type ThemeChoice = 'light' | 'dark' | 'auto';

const changed = new Set<(theme: ThemeState) => void>();
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function storageKey(): string {
  return `site.theme.${pageData.me.accountId}`;
}

/** What this person chose; the site starts light, as Jira does. */
export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey());
  return stored === 'dark' || stored === 'auto' ? stored : 'light';
}

/** The theme in effect, as getContext tells it. */
export function currentTheme(): ThemeState {
  const choice = themeChoice();
  const dark = choice === 'dark' || (choice === 'auto' && systemDark.matches);
  return { colorMode: dark ? 'dark' : 'light', light: 'light', dark: 'dark' };
}

function apply(): void {
  const theme = currentTheme();
  document.documentElement.dataset['colorMode'] = theme.colorMode;
  // The pages' own spacing, type and shape stand in the same attribute: only the colours change.
  document.documentElement.dataset['theme'] =
    `${themeAttribute(theme)} spacing:spacing typography:typography shape:shape`;
  changed.forEach((listener) => listener(theme));
}

/** Remembers the choice for this person and shows it everywhere, frames included. */
export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey(), choice);
  apply();
}

/** Tells whenever the theme in effect changes. */
export function onThemeChange(listener: (theme: ThemeState) => void): () => void {
  changed.add(listener);
  return () => void changed.delete(listener);
}

systemDark.addEventListener('change', apply);
addEventListener('storage', (event) => {
  if (event.key === storageKey()) apply();
});
