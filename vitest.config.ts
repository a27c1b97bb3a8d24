import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type Reporter, type TestSpecification } from 'vitest/node'

/** Compiled code is kept from one run to the next, and from one of the many commands that tests start to the next. */
process.env['NODE_COMPILE_CACHE'] ??= `${import.meta.dirname}/node_modules/.cache/node`

/** Ends the run with one plain line, so that a log reader can tell "nothing failed" from "nothing ran". */
const closingLine: Reporter = {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`)
  },
}

/** Stories begin: they take longest, and what is left for the end is so small that both cores have work until then. */
class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isStory = ({ project }: TestSpecification) => project.name === 'story'
    const sorted = await super.sort(files)
    return [...sorted.filter(isStory), ...sorted.filter((file) => !isStory(file))]
  }
}

/**
 * Tests that start the service on whatever store the project has run once on SQLite and once more on PostgreSQL. Left out are
 * those named after one store, those of command lines, and those about requests, pages and files, which no store can change.
 */
const onBothStores = globSync('service/src/**/*.test.ts').filter(
  (file) =>
    /\/(harness|stores|half-year|year)\.ts'/.test(readFileSync(file, 'utf8')) &&
    !/\.sqlite\.test|[/\\](cli|contract|access|forms|intake|operations|pages)[/\\]/.test(file),
)

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: StoriesFirst },
    reporters: ['default', closingLine],
    projects: [
      // Pure functions leave nothing behind for the next file, so one process runs them all.
      { test: { name: 'shared-rules', isolate: false, include: ['shared-rules/**/*.test.ts'] } },
      {
        test: {
          name: 'service',
          isolate: false,
          include: ['service/**/!(*.postgres).test.ts'],
          globalSetup: ['service/src/testing/sqlite-project.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'postgres',
          isolate: false,
          include: onBothStores,
          globalSetup: ['service/src/testing/postgres-project.ts'],
          setupFiles: ['service/src/testing/postgres-files.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      'addin/vite.config.{ts,js}',
      {
        test: {
          name: 'addin-functions',
          isolate: false,
          include: ['addin/src/**/*.test.ts'],
          setupFiles: ['addin/test/nothing-unasked.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'host',
          isolate: false,
          include: ['addin/{test,manifest}/**/*.test.ts'],
          setupFiles: ['addin/test/nothing-unasked.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'story',
          include: ['addin/test/**/*.story.ts'],
          setupFiles: ['addin/test/nothing-unasked.ts'],
          globalSetup: ['addin/test/story/build-addin.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
