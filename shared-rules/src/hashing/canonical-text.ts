import canonicalize from 'canonicalize'

/**
 * A JSON value as RFC 8785 writes it: keys in the order of UTF-16, no white space. Throws for what is no JSON: half a
 * surrogate pair, NaN, infinity.
 *
 * Engines write a value several times faster than any code that puts its text together, in whatever order its keys came;
 * so the keys are sorted and the engine writes. What that could get wrong goes to the library, which all of it must equal.
 */
export function canonicalText(value: unknown): string {
  const ordered = inOrder(value)
  const text = ordered === unsure ? canonicalize(value) : JSON.stringify(ordered)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

const unsure = Symbol('left to the library')

function inOrder(value: unknown): unknown {
  if (typeof value === 'string') return value.isWellFormed() ? value : unsure
  if (typeof value === 'number') return Number.isFinite(value) ? value : unsure
  if (value === null || value === undefined || typeof value === 'boolean') return value
  if (typeof value !== 'object') return unsure
  return Array.isArray(value) ? arrayInOrder(value) : objectInOrder(value)
}

function arrayInOrder(value: readonly unknown[]): unknown {
  const ordered: unknown[] = []
  for (const each of value) {
    const part = inOrder(each)
    if (part === unsure) return unsure
    ordered.push(part)
  }
  return ordered
}

function objectInOrder(value: object): unknown {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return unsure
  const ordered: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort()) {
    const part = inOrder((value as Record<string, unknown>)[key])
    if (part === unsure || !keepsItsPlace(key)) return unsure
    ordered[key] = part
  }
  return ordered
}

/** An object puts keys that look like numbers first, whatever the order they were set in, and `__proto__` is none of its keys. */
function keepsItsPlace(key: string): boolean {
  const first = key.charCodeAt(0)
  const isDigit = first >= 0x30 && first <= 0x39
  return !isDigit && key !== '__proto__' && key.isWellFormed()
}
