import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const project = import.meta.dirname;

// The oldest Electron that Tally runs on carries Node 20.18 and Chrome 130.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      // Only the native module stays outside the bundle, so that Tally starts from a single file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: resolve(project, 'src-main/main.ts') },
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(project, 'src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(project, 'src-renderer'),
    base: './',
    plugins: [react(), tailwindcss()],
    build: {
      target: 'chrome130',
      minify: true,
      // Inlined assets would need `data:` in more places of the content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(project, 'src-renderer/index.html'),
          darkroom: resolve(project, 'src-renderer/darkroom.html'),
        },
      },
    },
  },
});
