/** The page at `/`: where to go from here. */
export function landingPage({ title, demo }: { title: string; demo: boolean }): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>考核</title>
<style>
body { margin: 0 auto; max-width: 40rem; padding: 2rem 1rem; font: 16px/1.7 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #242424; background: #fff }
h1 { font-size: 1.5rem } a { color: #0f548c } li { margin: .5rem 0 }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1f1f1f } a { color: #9cc9f0 } }
</style>
</head>
<body>
<main>
<h1>考核</h1>
<p>${escapeHtml(title)}</p>
${demo ? '<p><strong>演示</strong>：数据为示例，时钟从 2019年6月18日 9时起走。演示账号见启动服务的窗口。</p>\n' : ''}<ul>
<li><a href="/workbench">填报台</a>：没有 Excel 也能填报、试算、提交和查看排名。</li>
<li><a href="/office">办公台</a>：办公室看上报情况、办理期次、认定、测算和公布；核定员逐项核定；各单位查看已公布的结果。</li>
<li><a href="/manifest.xml" download>加载项清单</a>：在 Excel 中旁加载后，从“开始”选项卡打开“填报”。安装步骤见 README。</li>
<li><a href="/api">接口</a>：供其他系统对接。</li>
</ul>
</main>
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
