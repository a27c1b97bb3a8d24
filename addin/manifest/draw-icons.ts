import { readFile, writeFile } from 'node:fs/promises'
import { launchBrowser } from '../test/launch-browser.ts'

/**
 * Draws the icons of the ribbon and the pages, each from two drawings: `node addin/manifest/draw-icons.ts`. Shrinking the large
 * one would blur, so the small sizes have a drawing on whole pixels with less in it.
 */
const icons = ['icon', 'check', 'submit', 'ranking']
const drawings = [
  { ending: '-small', sizes: [16, 20, 24] },
  { ending: '', sizes: [32, 40, 48, 64, 80] },
]

const browser = await launchBrowser()
for (const icon of icons) {
  for (const { ending, sizes } of drawings) {
    const svg = await readFile(new URL(`icons/${icon}${ending}.svg`, import.meta.url), 'utf8')
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
      const png = await page.screenshot({ omitBackground: true })
      await writeFile(new URL(`../public/icons/${icon}-${size}.png`, import.meta.url), png)
      await page.close()
    }
  }
}
await browser.close()
