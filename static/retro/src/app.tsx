import './styles/app.css';
import type { ReactNode } from 'react';
import { ErrorBoundary } from './features/shell/error-boundary';
import { laterRoom } from './features/shell/later';
import { Lost } from './features/shell/lost';
import { Navigation, useRoute } from './features/shell/navigation';
import type { Page } from './features/shell/page';
import { PageContext } from './features/shell/page';
import type { Route } from './routes';
import { FlagHost } from './ui/flag-host';

const HomePage = laterRoom(async () => (await import('./features/home/home-page')).HomePage, null);
const RetroPage = laterRoom(async () => (await import('./features/shell/retro-page')).RetroPage, null);
const TeamPage = laterRoom(async () => (await import('./features/team/team-page')).TeamPage, null);

/** The whole page: the room its address names, and what lies over every room. */
export function App({ page }: { page: Page }): ReactNode {
  return (
    <PageContext.Provider value={page}>
      <div className="app">
        <ErrorBoundary>
          <Navigation>
            <CurrentRoom />
          </Navigation>
        </ErrorBoundary>
        <FlagHost />
      </div>
    </PageContext.Provider>
  );
}

function CurrentRoom(): ReactNode {
  return roomFor(useRoute());
}

function roomFor(route: Route): ReactNode {
  switch (route.name) {
    case 'home':
      return <HomePage teamId={route.teamId} />;
    case 'retro':
    case 'summary':
      return <RetroPage key={route.retroId} retroId={route.retroId} part={route.name} />;
    case 'team':
      return <TeamPage key={route.teamId} teamId={route.teamId} />;
    case 'lost':
      return <Lost />;
  }
}
