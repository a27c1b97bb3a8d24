import { afterEach, expect } from 'vitest'
import { openedHosts } from './fake-excel/fake-excel.ts'

/** On the wire, after every test of the suite: a change of a workbook that no button was named for fails the test that saw it. */
afterEach(() => {
  expect(openedHosts.flatMap((host) => host.takeUnasked())).toEqual([])
})
