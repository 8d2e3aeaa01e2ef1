import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test finds what another or a build has kept.
    env: { YEARBOOK_CACHE: 'off' },
    // Books are printed for real; a slow machine needs its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
