import { escapeHtml } from '../pages/landing.ts'
import type { ApiOperation, OpenApi } from './open-api.ts'

/** The API to read in a browser: drawn here, without a script and without any other host. */
export function apiPage({ info, tags, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const sections = tags.map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name))
    return `<section><h2>${escapeHtml(name)}</h2>\n${own.map(entry).join('\n')}\n</section>`
  })
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口 · ${escapeHtml(info.title)}</title>
<style>
body { margin: 0 auto; max-width: 56rem; padding: 2rem 1rem; font: 16px/1.7 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #242424; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem } summary { cursor: pointer; padding: .25rem 0 }
code, pre { font: 14px/1.5 Consolas, "DejaVu Sans Mono", monospace } pre { overflow: auto; padding: .75rem; background: #f5f5f5 }
table { border-collapse: collapse } td, th { border: 1px solid #c8c8c8; padding: .25rem .5rem; text-align: left; vertical-align: top }
a { color: #0f548c }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1f1f1f } pre { background: #2b2b2b } a { color: #9cc9f0 } }
</style>
</head>
<body>
<main>
<h1>接口 · ${escapeHtml(info.title)}</h1>
<p>${escapeHtml(info.description)} 机器可读的同一份：<a href="/api/v1/openapi.json">openapi.json</a></p>
${sections.join('\n')}
<section><h2>结构</h2>
${Object.entries(components.schemas)
  .map(([id, schema]) => `<details id="schema-${id}"><summary><code>${id}</code></summary>${shown(schema)}</details>`)
  .join('\n')}
</section>
</main>
</body>
</html>
`
}

function entry({ path, method, operation }: { path: string; method: string; operation: ApiOperation }): string {
  const body = operation.requestBody?.content['application/json']?.schema
  const [answer] = Object.values(operation.responses).flatMap(
    ({ content }) => content['application/json']?.schema ?? [],
  )
  const parameters = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${place}</td><td>${required ? '必填' : '可省'}</td><td><code>${escapeHtml(JSON.stringify(schema))}</code></td></tr>`,
  )
  return `<details id="${operation.operationId}"><summary><code>${method.toUpperCase()} ${escapeHtml(path)}</code> ${escapeHtml(operation.summary)}（${escapeHtml(operation.description)}）</summary>
${parameters.length === 0 ? '' : `<table><thead><tr><th>参数</th><th>位置</th><th></th><th>格式</th></tr></thead><tbody>${parameters.join('')}</tbody></table>`}
${body ? `<p>正文</p>${shown(body)}` : ''}
${answer ? `<p>答复</p>${shown(answer)}` : ''}
</details>`
}

/** A schema to read, leading to those it refers to. */
function shown(schema: unknown): string {
  const text = escapeHtml(JSON.stringify(schema, null, 2))
  return `<pre>${text.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$&</a>')}</pre>`
}
