import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Those that the look of a page decides, for running again in another look. */
export const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** What axe-core finds wrong on the page as it stands, one line each: rule, help, where. Empty is clean. */
export async function faultsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // As long as a page is open it keeps what was loaded into it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const violations = await page.evaluate(async (only) => {
    const axe = Reflect.get(window, 'axe') as typeof import('axe-core')
    // What is halfway through a transition has the contrast of neither end.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().iterations === 1) animation.finish()
    // Fluent keeps the focus in order with unseen elements that hand it on at once.
    const context = { exclude: ['[data-tabster-dummy]'] }
    const { violations } = await axe.run(context, {
      resultTypes: ['violations'],
      preload: false,
      ...(only && { runOnly: [...only] }),
    })
    return violations
  }, rules)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help} at ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n').at(1)?.trim() ?? ''})`,
    ),
  )
}
