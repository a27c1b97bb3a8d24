/** For the page: the farthest that anything in sight sticks out at the right, unless it lies in something that scrolls sideways. */
export function widestOverflow(): number {
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth
      ? element.matches('[role=tablist],:has(> [role=grid]),[role=grid] *')
      : scrolls(element.parentElement))
  const outside = [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && !scrolls(element))
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 1 && height > 1)
    .map(({ right }) => Math.round(right - document.documentElement.clientWidth))
  return Math.max(0, ...outside)
}

/** For the page: what is cut off at the bottom, where nobody can scroll to it, once what follows the size of the window has followed it. */
export async function cutOff(): Promise<readonly string[]> {
  const cutNow = () =>
    [...document.querySelectorAll('body *')].flatMap((element) => {
      const { overflowY, textOverflow } = getComputedStyle(element)
      const hides = /hidden|clip/.test(overflowY) && textOverflow !== 'ellipsis' && !element.matches('svg, svg *')
      if (!hides || !element.checkVisibility()) return []
      // What is there for readers alone is a pixel high.
      const cut = element.clientHeight > 2 && element.scrollHeight > element.clientHeight + 2
      return cut
        ? [`${String(element.scrollHeight - element.clientHeight)} px: ${element.textContent.slice(0, 60)}`]
        : []
    })
  for (let frames = 30; frames > 0 && cutNow().length > 0; frames -= 1) await new Promise(requestAnimationFrame)
  return cutNow()
}
