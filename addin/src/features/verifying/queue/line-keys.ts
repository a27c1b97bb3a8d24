import type { KeyboardEvent } from 'react'
import type { Draft } from '../drafts.ts'

const verdicts: Readonly<Record<string, Draft['verdict']>> = { '1': 'approve', '2': 'adjust', '3': 'return' }

/** 1 认可 · 2 核减 · 3 退回, while no text is being typed. */
export function verdictOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Draft['verdict'] | undefined {
  return ctrlKey || metaKey || altKey ? undefined : verdicts[key]
}

/** Up and down lead from line to line, to the same button. Says whether there was one to go to. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): boolean {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return false
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')]
  const next = lines[lines.indexOf(event.currentTarget) + step]
  const wanted = event.target instanceof HTMLElement ? event.target.dataset['verdict'] : undefined
  const button = next?.querySelector<HTMLElement>(`[data-verdict="${wanted ?? 'approve'}"]`)
  button?.focus()
  return button !== undefined && button !== null
}
