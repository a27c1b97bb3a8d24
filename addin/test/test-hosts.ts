import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The stories in every host that the manifest declares: `npm run test:hosts`. Longer than `npm test` has time for. */
const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))
const long = (api: string) => ({ api, stories: ['addin/test/story/main-job.story.ts'] })
const runs = [long('1.9'), { ...long('1.14'), stories: ['addin/test/story'] }, long('1.15')]

const failed = runs.filter(({ api, stories }) => {
  process.stdout.write(`\nExcelApi ${api}\n`)
  const env = { ...process.env, KAOHE_EXCEL_API: api }
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'story', ...stories], {
    env,
    stdio: 'inherit',
  })
  return status !== 0
})
process.exitCode = failed.length === 0 ? 0 : 1
