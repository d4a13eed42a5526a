import 'virtual:tokens.css';
import './styles/base.css';
import './styles/form.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { prefetchRooms } from './prefetch';
import { startPage } from './start-page';
import { ErrorState } from './ui/error-state';

const root = createRoot(document.getElementById('root') as HTMLElement);

startPage().then(
  (page) => {
    root.render(<App page={page} />);
    prefetchRooms();
  },
  () => root.render(<ErrorState onRetry={() => location.reload()} />),
);
