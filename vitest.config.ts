import { defineConfig } from 'vitest/config'

/** Two cores, real SQLite, real ffmpeg: forks, two at a time. Journeys run one after another in a browser. */
const shared = {
  environment: 'node' as const,
  pool: 'forks' as const,
  // A second, as is usual, is nothing on a busy machine.
  expect: { poll: { timeout: 30_000 } },
  // Most of a test file's time was reading the product's modules: they keep no state, so files share a process.
  isolate: false,
  env: {
    NODE_ENV: 'test' as const,
    DISABLE_PAYLOAD_HMR: 'true',
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  },
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        // What is different on another database, once more on MongoDB: the suites that touch it, unchanged.
        test: {
          ...shared,
          name: 'mongodb',
          include: [
            'test/foundation.test.ts',
            'test/access/**/*.test.ts',
            'test/import/**/*.test.ts',
            'test/lib/lease.test.ts',
            'test/campaigns/{plan,dispatch,holding}.test.ts',
            'test/analytics/store.test.ts',
          ],
          globalSetup: 'test/support/mongo/global.ts',
          setupFiles: 'test/support/mongo/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: 'test/support/demo.ts',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
