/**
 * Where in a JSON value stands text with half a surrogate pair, as key or as value. Such text is no Unicode: it cannot be
 * hashed (RFC 8785), stored or shown, so it is refused at the door.
 */
export const brokenTexts = (value: unknown): readonly string[][] => (isWhole(value) ? [] : pathsOf(value, []))

/** Almost every value is; only for one that is not are paths put together. */
function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isWhole)
  return Object.keys(value).every((key) => key.isWellFormed() && isWhole((value as Record<string, unknown>)[key]))
}

function pathsOf(value: unknown, path: readonly string[]): readonly string[][] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key.isWellFormed() ? pathsOf(part, [...path, key]) : [[...path]],
  )
}
