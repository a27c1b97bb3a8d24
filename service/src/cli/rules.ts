import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  assess,
  caseFileSchema,
  compareAssessments,
  factsFaults,
  factsSchema,
  jsonSchema,
  packHash,
  renderWorking,
  runCase,
  type CaseOutcome,
  type Fault,
  type Pack,
} from '@kaohe/shared-rules'
import { loadPack, packPath } from '../packs/load-pack.ts'
import { readParsed, type Read } from '../packs/read-json.ts'

const USAGE = `用法：
  npm run rules -- check PACK [--cases FILE]         检查规则包，并逐一核对旁边的案例文件（PACK.cases.json）
  npm run rules -- score --pack PACK --facts FACTS   给各单位计分、排名、评奖
  npm run rules -- compare --pack A --pack B --facts FACTS   同一份数据按两个规则包计分，列出升降
  npm run rules -- schema pack|facts|cases           输出 JSON Schema
PACK 是文件、文件夹或随附规则包的标识（如 haizhou-2019）；结果为 JSON。说明见 docs/rule-packs.md。`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pack: { type: 'string', multiple: true }, facts: { type: 'string' }, cases: { type: 'string' } },
})
const [command, first] = positionals
const [packA, packB] = values.pack ?? []

if (command === 'check' && first !== undefined) check(first, values.cases)
else if (command === 'score' && packA !== undefined && values.facts !== undefined) print(score(packA, values.facts))
else if (command === 'compare' && packA !== undefined && packB !== undefined && values.facts !== undefined) {
  print(compareAssessments(score(packA, values.facts), score(packB, values.facts)))
} else if (command === 'schema' && (first === 'pack' || first === 'facts' || first === 'cases'))
  print(jsonSchema(first))
else refuse([USAGE])

function check(pathOrId: string, cases = `${packPath(pathOrId).replace(/\.json$/, '')}.cases.json`): void {
  const pack = packOf(pathOrId)
  const outcomes = existsSync(cases)
    ? accept('案例文件未通过检查', readParsed(cases, caseFileSchema)).cases.map((each) => runCase(pack, each))
    : []
  const { id, version } = pack
  print({
    pack: id,
    version,
    hash: packHash(pack),
    faults: [],
    cases: outcomes.map((outcome) => caseReport(pack, outcome)),
  })
  if (outcomes.some(({ passed }) => !passed)) process.exitCode = 1
}

/** A case that fails shows the working of the units it is about. */
function caseReport(pack: Pack, { id, passed, differences, assessment }: CaseOutcome) {
  if (passed) return { id, passed }
  const units = assessment.units.filter(({ unit }) => differences.some(({ path }) => path.startsWith(`${unit}.`)))
  return {
    id,
    passed,
    differences,
    working: units.flatMap((unit) => [unit.name, ...renderWorking(pack, unit, 'zh-CN')]),
  }
}

function packOf(pathOrId: string): Pack {
  const loaded = loadPack(pathOrId)
  return loaded.ok ? loaded.pack : refuse(['规则包未通过检查：', ...loaded.faults.map(line)])
}

function score(pathOrId: string, factsPath: string) {
  const pack = packOf(pathOrId)
  const facts = accept('事实文件未通过检查', readParsed(factsPath, factsSchema))
  const faults = factsFaults(pack, facts)
  if (faults.length > 0) refuse(['事实文件与规则包不符：', ...faults.map(line)])
  return assess(pack, facts)
}

function accept<T>(title: string, read: Read<T>): T {
  return read.ok ? read.value : refuse([`${title}：`, ...read.faults.map(line)])
}

function line({ path, message }: Fault): string {
  return `${path}：${message}`
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Prints what went wrong, one line each, and ends with status 1. */
function refuse(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}
