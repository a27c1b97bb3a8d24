import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { layoutForm } from '@kaohe/shared-rules'
import { loadPack } from '../packs/load-pack.ts'
import { readCampaign } from '../register/campaign-files.ts'
import { writeWorkbook } from '../workbooks/write-workbook.ts'

const CAMPAIGN = 'haizhou-2019'
const USAGE =
  '用法：npm run workbooks -- 输出文件夹/ [--unit 单位标识]\n不带 --unit 时写出区办公室的一份（各单位各行均可填）。'

/** Writes the official forms of the campaign as .xlsx: the office's copy, or that of one unit. */
async function main(args: readonly string[]): Promise<number> {
  const asked = parseArgs({
    args: [...args],
    options: { unit: { type: 'string' } },
    allowPositionals: true,
    strict: true,
  })
  const [folder, ...more] = asked.positionals
  if (folder === undefined || more.length > 0) return fail(USAGE)

  const parsed = loadPack(CAMPAIGN)
  if (!parsed.ok) return fail(parsed.faults.map(({ path, message }) => `${path}：${message}`).join('\n'))
  const { pack } = parsed
  const { units, targets } = readCampaign(CAMPAIGN, pack)
  const owner = asked.values.unit ?? null
  if (owner !== null && !units.some(({ id }) => id === owner)) {
    return fail(`没有标识为“${owner}”的单位。可用的标识：\n${units.map(({ id, name }) => `${id}  ${name}`).join('\n')}`)
  }

  const totals = Object.fromEntries(pack.districtTargets.map(({ key, value }) => [key, value]))
  await mkdir(folder, { recursive: true })
  for (const form of pack.forms) {
    const { indicators } = pack
    const grid = layoutForm(form, { units, targets: targets.byUnit, totals, indicators, owner, sample: targets.sample })
    const path = join(folder, grid.fileName)
    await writeFile(path, await writeWorkbook(grid, new Date()))
    process.stdout.write(`${path}\n`)
  }
  return 0
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`)
  return 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error && 'code' in error)) throw error
  // Bad options and folders that cannot be written come with a code; anything else is a bug and keeps its trace.
  process.exitCode = fail(`${error.message}\n${USAGE}`)
}
