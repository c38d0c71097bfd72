import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { followTally } from './app/session';
import { followTheme } from './app/theme';
import './app/styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');

followTheme();
void followTally();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
