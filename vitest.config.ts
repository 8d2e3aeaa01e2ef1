import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Books are printed for real; a slow machine needs its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
