import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { tokensPlugin } from './tokens-css.mjs';

// Forge serves the page under a path of its own, so every address is relative; nothing is inlined,
// because the page's CSP allows neither inline styles nor `data:` fonts.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), tokensPlugin(`${import.meta.dirname}/src`)],
  // @forge/bridge is CommonJS written for a bundler that knows Node's globals.
  define: { 'process.env.NODE_ENV': JSON.stringify('production'), 'process.env': '{}', global: 'globalThis' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // What every room draws with travels as one chunk: in crumbs it would be larger and take more requests.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'ui',
              test: /\/src\/(ui|i18n)\/(?!combobox|option-cards|pictures|select|checkbox)/,
            },
          ],
        },
      },
    },
  },
});
