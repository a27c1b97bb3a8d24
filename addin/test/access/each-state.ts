import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../open-stage.ts'
import { faultsOf, rulesOfColour } from '../walk/axe.ts'
import { cutOff, widestOverflow } from '../walk/overflow.ts'
import type { Walk } from '../walk/walk.ts'

type Size = { readonly width: number; readonly height: number }

interface Look {
  readonly light: readonly string[]
  readonly dark: readonly string[]
  /** How far the page is wider than the narrowest window it has to fit, in pixels. */
  readonly tooWide: number
  /** What nobody can read in that window. */
  readonly cut: readonly string[]
}

interface Walked {
  readonly walk: (walk: Walk) => Promise<void>
  /** At least so many states are met on the way. */
  readonly states: number
  readonly size: Size
  readonly narrow: Size
}

/** Everybody can read each state that a walk goes through: by axe, in light and dark, and in the narrowest window. */
export function eachStateOf(what: string, { walk, states, size, narrow }: Walked): void {
  describe(`each state of ${what}`, () => {
    const seen: Record<string, Look> = {}
    let close: Stage['close']
    beforeAll(async () => {
      const stage = await openStage()
      close = stage.close
      await walk({
        ...stage,
        visit: async (state, page) => {
          const light = await faultsOf(page)
          await page.emulateMedia({ colorScheme: 'dark' })
          const dark = await faultsOf(page, rulesOfColour)
          await page.setViewportSize(narrow)
          const [tooWide, cut] = [await page.evaluate(widestOverflow), await page.evaluate(cutOff)]
          seen[state] = { light, dark, tooWide, cut }
          await page.setViewportSize(size)
          await page.emulateMedia({ colorScheme: 'light' })
        },
      })
    }, 300_000)
    afterAll(() => close())

    it('has nothing that axe finds wrong, light or dark', () => {
      expect(Object.keys(seen).length).toBeGreaterThanOrEqual(states)
      expect(Object.entries(seen).filter(([, { light, dark }]) => light.length + dark.length > 0)).toEqual([])
    })

    it(`fits into ${String(narrow.width)} pixels`, () => {
      expect(Object.entries(seen).filter(([, { tooWide, cut }]) => tooWide > 0 || cut.length > 0)).toEqual([])
    })
  })
}
