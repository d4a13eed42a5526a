import { chooseTheme, themeChoice, type ThemeChoice } from './theme';

/** The theme radios in the person menu. */
function wireThemes(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=theme]')) {
    input.checked = input.value === themeChoice();
    input.addEventListener('change', () => chooseTheme(input.value as ThemeChoice));
  }
}

/** Links to other people lead to where this window is now, which the app may have moved since the page was made. */
function wirePeople(): void {
  document.getElementById('person-menu')?.addEventListener('toggle', () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-person]')) {
      const url = new URL(location.href);
      url.searchParams.set('as', link.dataset['person'] ?? '');
      link.href = url.pathname + url.search;
    }
  });
}

const narrow = matchMedia('(max-width: 48rem)');

/** The sidebar: remembered on wide screens, a drawer over the page on narrow ones. */
function wireSidebar(): void {
  const root = document.documentElement;
  const button = document.getElementById('sidebar-switch');

  function isOpen(): boolean {
    return narrow.matches ? root.dataset['drawer'] === 'open' : root.dataset['sidebar'] !== 'closed';
  }

  function show(open: boolean): void {
    if (narrow.matches) root.dataset['drawer'] = open ? 'open' : 'closed';
    else {
      root.dataset['sidebar'] = open ? 'open' : 'closed';
      localStorage.setItem('site.sidebar', root.dataset['sidebar']);
    }
    button?.setAttribute('aria-expanded', String(isOpen()));
  }

  button?.addEventListener('click', () => show(!isOpen()));
  button?.setAttribute('aria-expanded', String(isOpen()));
  document.querySelector('[data-close-sidebar]')?.addEventListener('click', () => show(false));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && narrow.matches && isOpen()) show(false);
  });
  narrow.addEventListener('change', () => button?.setAttribute('aria-expanded', String(isOpen())));
}

/** Everything in the top bar that needs a script. */
export function wireTopBar(): void {
  wireThemes();
  wirePeople();
  wireSidebar();
}
