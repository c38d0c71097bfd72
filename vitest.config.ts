import { defineConfig } from 'vitest/config';

// The real window (test/app) runs under Playwright, the figures (test/bench) under their own script.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/app/**', 'test/bench/**'],
    // Processes rather than threads: tests of the store load a native module.
    pool: 'forks',
    maxWorkers: 2,
    // No measure of speed: only so that a machine busy with other things fails no test.
    testTimeout: 60_000,
  },
});
