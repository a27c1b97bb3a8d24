import type { Appearance } from './theme.ts'

/** What the host looks like, as long as it is looked at. */
export interface HostAppearance {
  readonly current: () => Appearance | undefined
  readonly subscribe: (listener: () => void) => () => void
}

/** office.js asks Excel no more often either. */
const AGAIN = 5_000

/** Follows the background that the host paints. Excel tells its add-ins of no change, so it is looked at now and then, and on return. */
export function hostAppearance(background: () => string | undefined): HostAppearance {
  return {
    current: () => appearanceOf(background()),
    subscribe(listener) {
      const timer = setInterval(listener, AGAIN)
      window.addEventListener('focus', listener)
      return () => {
        clearInterval(timer)
        window.removeEventListener('focus', listener)
      }
    },
  }
}

/** Light or dark by the background the host paints (`#262626`); undefined where it does not say. */
export function appearanceOf(background: string | undefined): Appearance | undefined {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? '') ?? []
  if (!red || !green || !blue) return undefined
  const brightness = (parseInt(red, 16) * 299 + parseInt(green, 16) * 587 + parseInt(blue, 16) * 114) / 1000
  return brightness < 128 ? 'dark' : 'light'
}
