/** What stood before or after a change, on one line: `locked 是；decider 领导小组`. Null where there is nothing to say. */
export function changeText(json: unknown): string | null {
  if (json === null || json === undefined) return null
  if (typeof json !== 'object') return scalar(String(json))
  if (Array.isArray(json)) {
    const texts = json.map((one: unknown) => changeText(one) ?? '—')
    return texts.length === 0 ? '—' : texts.join(' / ')
  }
  const parts = Object.entries(json).flatMap(([key, value]: [string, unknown]) => {
    const text = changeText(value)
    if (text === null) return []
    return typeof value === 'object' ? [`${key} [${text}]`] : [`${key} ${text}`]
  })
  return parts.length === 0 ? null : parts.join(' · ')
}

function scalar(text: string): string {
  // Whole fingerprints say nothing to a reader; their first digits are enough to compare.
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text
}
