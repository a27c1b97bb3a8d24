import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no layout; Fluent and the virtual list ask for these at mount.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Element.prototype.scrollTo ??= () => {}
Element.prototype.scrollIntoView ??= () => {}

afterEach(cleanup)
