import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: { readonly start: string } }
const options = scripts.start.split(' ').filter((word) => word.startsWith('--'))

const deployed = readdirSync(join(root, 'service/deploy')).map((name) => `service/deploy/${name}`)
const starts = ['Dockerfile', 'docs/operate.md', ...deployed].flatMap((path) =>
  read(path)
    .split('\n')
    .filter((line) => /service[\\/]src[\\/]main\.ts/.test(line))
    .map((line) => ({ path, line })),
)

it('every way to start the service tells Node what `npm start` does', () => {
  expect(options).not.toEqual([])
  expect(starts.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['Dockerfile', 'service/deploy/kaohe-service.xml', 'service/deploy/kaohe.service']),
  )
  expect(starts.filter(({ line }) => !options.every((option) => line.includes(option)))).toEqual([])
})
