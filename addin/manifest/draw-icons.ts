import { readFile, writeFile } from 'node:fs/promises'
import { launchBrowser } from '../test/launch-browser.ts'

/** Draws the icons of the ribbon and the pages from the two drawings: `node addin/manifest/draw-icons.ts`. */
const drawings = [
  { drawing: 'icon-small.svg', sizes: [16, 20, 24] },
  { drawing: 'icon.svg', sizes: [32, 40, 48, 64, 80] },
]

const browser = await launchBrowser()
for (const { drawing, sizes } of drawings) {
  const svg = await readFile(new URL(`icons/${drawing}`, import.meta.url), 'utf8')
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
    const png = await page.screenshot({ omitBackground: true })
    await writeFile(new URL(`../public/icons/icon-${size}.png`, import.meta.url), png)
    await page.close()
  }
}
await browser.close()
