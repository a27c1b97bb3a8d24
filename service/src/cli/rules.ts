import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { evaluateUnit, factsSchema, packHash, rankPool, type Facts, type Fault, type Pack } from '@kaohe/shared-rules'
import { loadPack } from '../packs/load-pack.ts'

const USAGE = `用法：
  npm run rules -- check PACK                      检查规则包
  npm run rules -- score --pack PACK --facts FACTS 按规则包给各单位计分，结果为 JSON
PACK 是文件、文件夹或随附规则包的标识（如 haizhou-2019），FACTS 是事实文件（JSON）。`

/** Prints what went wrong, one line each, and ends with status 1. */
function refuse(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

const faultLines = (faults: readonly Fault[]) => faults.map(({ path, message }) => `${path}：${message}`)

function packOf(pathOrId: string): Pack {
  const loaded = loadPack(pathOrId)
  return loaded.ok ? loaded.pack : refuse(['规则包未通过检查：', ...faultLines(loaded.faults)])
}

function factsOf(path: string): Facts {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return refuse([`事实文件 ${path} 读不出：${error instanceof Error ? error.message : ''}`])
  }
  const parsed = factsSchema.safeParse(json)
  if (parsed.success) return parsed.data
  return refuse([
    '事实文件未通过检查：',
    ...parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`),
  ])
}

function check(pathOrId: string) {
  const pack = packOf(pathOrId)
  print({ pack: pack.id, version: pack.version, hash: packHash(pack), faults: [] })
}

function score(pathOrId: string, factsPath: string) {
  const pack = packOf(pathOrId)
  const { units, asOf } = factsOf(factsPath)
  const results = units.map((facts) => evaluateUnit(pack, facts))
  const rankings = pack.pools.map(({ id }) => ({
    pool: id,
    ranking: rankPool(
      pack,
      id,
      results.filter((_, index) => units[index]?.pool === id),
    ),
  }))
  print({
    pack: { id: pack.id, version: pack.version, hash: packHash(pack), notice: pack.notice },
    asOf,
    units: results,
    rankings,
  })
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pack: { type: 'string' }, facts: { type: 'string' } },
})
const [command, first] = positionals
if (command === 'check' && first !== undefined) check(first)
else if (command === 'score' && values.pack !== undefined && values.facts !== undefined)
  score(values.pack, values.facts)
else refuse([USAGE])
