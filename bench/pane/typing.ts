import type { Browser, Page } from 'playwright-core'
import { openDemo } from '../../service/src/cli/open-demo.ts'
import { columnOf, firstRow, pane } from '../../addin/test/story/excel-clerk.ts'
import { openMachine } from '../../addin/test/walk/machine.ts'

const silent = { info: () => undefined, error: () => undefined }
const sheet = '项目台账'
const row = (index: number) => [
  '',
  `项目${index.toString()}`,
  '新能源',
  '新建',
  3000 + index,
  900,
  '开工',
  43_552,
  '',
  '',
  '本地',
  '是',
  '否',
  '责任人甲',
  '专班一组',
  '',
]

export interface TypingTimes {
  /** 98 of 100 edits took at most so many milliseconds, from the snapshot in hand to the last change of the page. */
  readonly editP98: number
  /** A paste of 200 cells, from the event of the host to the last change of the page, waiting for more events included. */
  readonly paste: number
}

/** Types into a ledger of 300 rows beside the pane, in the real office.js on the fake host. */
export async function typingTimes(browser: Browser, edits = 60): Promise<TypingTimes> {
  const demo = await openDemo({ port: 0, host: '127.0.0.1', log: silent })
  try {
    const { page, host, context } = await openMachine({
      demo,
      browser,
      username: 'heping',
      form: 'projects',
      before: watchTheWire,
    })
    await pane.total(page).waitFor()
    const first = firstRow(host, 'projects')
    host.user.paste(
      sheet,
      `A${first.toString()}`,
      Array.from({ length: 300 }, (_, index) => row(index)),
    )
    await page.getByRole('tab', { name: /项目台账 300/ }).click()
    await settled(page)
    const column = columnOf(host, sheet, '总投资')
    const times: number[] = []
    for (let edit = 0; edit < edits; edit += 1) {
      await forget(page)
      host.user.type(sheet, `${column}${(first + (edit % 12)).toString()}`, 5000 + edit)
      const { inHand, changed } = await settled(page)
      times.push(changed - inHand)
    }
    const pastes: number[] = []
    for (let time = 0; time < 7; time += 1) {
      await forget(page)
      host.user.paste(
        sheet,
        `A${first.toString()}`,
        Array.from({ length: 13 }, (_, index) => row(1000 * time + index)),
      )
      const { raised, changed } = await settled(page)
      pastes.push(changed - raised)
    }
    await context.close()
    return { editP98: quantile(times, 0.98), paste: quantile(pastes, 0.5) }
  } finally {
    await demo.close()
  }
}

interface Wire {
  /** When the host's last answer came, by the page's clock. */
  answered: number
  /** The answer that the page changed upon. */
  inHand: number
  /** The host's first event. */
  raised: number
  /** The last change of the page. */
  changed: number
}

async function watchTheWire(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const wire: Wire = { answered: 0, inHand: 0, raised: 0, changed: 0 }
    Reflect.set(window, 'wire', wire)
    const parse = JSON.parse
    // office.js parses each answer of its host right when it has it in hand.
    JSON.parse = (text, reviver) => {
      if (typeof text === 'string' && text.includes('"TraceIds"')) wire.answered = performance.now()
      return parse(text, reviver) as unknown
    }
    let raise: unknown
    Object.defineProperty(window, 'fakeExcelRaise', {
      get: () => raise,
      set: (real: (events: unknown) => void) => {
        raise = (events: unknown) => {
          if (wire.raised === 0) wire.raised = performance.now()
          real(events)
        }
      },
    })
    new MutationObserver(() => {
      const now = performance.now()
      // What follows shortly belongs to the same answer.
      if (now - wire.changed > 50) wire.inHand = wire.answered
      wire.changed = now
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}

const forget = (page: Page) =>
  page.evaluate(() => {
    Object.assign(Reflect.get(window, 'wire') as Wire, { answered: 0, inHand: 0, raised: 0, changed: 0 })
  })

/** Waits until the page has changed after an answer and then stood still for a while. */
async function settled(page: Page): Promise<Wire> {
  await page.waitForFunction(() => {
    const { inHand, changed } = Reflect.get(window, 'wire') as Wire
    return inHand > 0 && performance.now() - changed > 400
  })
  return page.evaluate(() => ({ ...(Reflect.get(window, 'wire') as Wire) }))
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Number.NaN
