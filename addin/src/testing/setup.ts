import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no layout; Fluent and the virtual list ask for these at mount.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// jsdom reads files by events alone.
Blob.prototype.arrayBuffer ??= function arrayBuffer(this: Blob) {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.readAsArrayBuffer(this)
  })
}
Element.prototype.scrollTo ??= () => {}
Element.prototype.scrollIntoView ??= () => {}

// Whether a thing is seen, and whether it can be pressed, is all that a test asks of its style, thousands of times; jsdom holds
// each element against every rule there is. So it is given only the rules that say something of that.
const telling = /\b(?:display|visibility|pointer-events)\s*:/
const style = document.head.appendChild(document.createElement('style'))
const sheets = Object.getPrototypeOf(style.sheet) as CSSStyleSheet
style.remove()
const { insertRule } = sheets
// This file runs before each test file, on the page of all of them.
if (insertRule.name !== 'insertTelling')
  sheets.insertRule = function insertTelling(rule, index) {
    return telling.test(rule) ? insertRule.call(this, rule, index) : 0
  }

// A busy machine is slow, not wrong: what is waited for may take its time.
configure({ asyncUtilTimeout: 10_000 })

// The next test finds a page that nobody has used.
afterEach(() => {
  cleanup()
  localStorage.clear()
})
