/** What `view.getContext().theme` says and FORGE_CORE_THEME_CHANGED carries: @atlaskit/tokens' ThemeState, its colour part. */
export interface ThemeState {
  colorMode: 'light' | 'dark';
  light: 'light';
  dark: 'dark';
}

/** The value of the `data-theme` attribute, which the selectors of the token style sheets look at. */
export function themeAttribute(theme: ThemeState): string {
  return `dark:${theme.dark} light:${theme.light}`;
}
