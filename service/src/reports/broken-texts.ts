/**
 * Where in a JSON value stands text with half a surrogate pair, as key or as value. Such text is no Unicode: it cannot be
 * hashed (RFC 8785), stored or shown, so it is refused at the door.
 */
export function brokenTexts(value: unknown, path: readonly string[] = []): readonly string[][] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key.isWellFormed() ? brokenTexts(part, [...path, key]) : [[...path]],
  )
}
