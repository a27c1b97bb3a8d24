const MOST_KNOWN = 4096

/** Keeps the answers to texts seen lately: a form's texts come again for each form it is held against, and in the next file. */
export function remembering<Answer>(of: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const answer = of(text)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, answer)
    return answer
  }
}
