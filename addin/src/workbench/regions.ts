const focusable = 'textarea, select, input, button:not([disabled]), a[href], [tabindex="0"]'

/**
 * F6, as in Excel: from the bar above to the sheet, to the pane, and around. Inside the sheet Tab belongs to the cells,
 * so this is the way out for the keyboard. False where there is nowhere to go.
 */
export function nextRegion(back: boolean): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent)
  const current = regions.findIndex((region) => region.contains(document.activeElement))
  for (let step = 1; step <= regions.length; step += 1) {
    const index = (current + (back ? -step : step) + regions.length * 2) % regions.length
    const target = regions[index]?.querySelector<HTMLElement>(focusable)
    if (target) {
      target.focus()
      return true
    }
  }
  return false
}
