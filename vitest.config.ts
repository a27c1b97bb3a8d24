import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    projects: [
      { test: { name: 'shared-rules', include: ['shared-rules/**/*.test.ts'] } },
      { test: { name: 'service', include: ['service/**/*.test.ts'], testTimeout: 20_000 } },
      'addin/vite.config.ts',
      { test: { name: 'host', include: ['addin/test/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'story',
          include: ['addin/test/**/*.story.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
