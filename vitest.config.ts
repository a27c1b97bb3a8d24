import { defineConfig } from 'vitest/config'
import type { Reporter } from 'vitest/node'

/** Ends the run with one plain line, so that a log reader can tell "nothing failed" from "nothing ran". */
const closingLine: Reporter = {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  },
}

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    reporters: ['default', closingLine],
    projects: [
      { test: { name: 'shared-rules', include: ['shared-rules/**/*.test.ts'] } },
      { test: { name: 'service', include: ['service/**/*.test.ts'], testTimeout: 60_000 } },
      'addin/vite.config.{ts,js}',
      { test: { name: 'host', include: ['addin/{test,manifest}/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'story',
          include: ['addin/test/**/*.story.ts'],
          globalSetup: ['addin/test/story/build-addin.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
