import type { Appearance } from './theme.ts'

/** Light or dark by the background the host paints (`#262626`); undefined where it does not say. */
export function appearanceOf(background: string | undefined): Appearance | undefined {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? '') ?? []
  if (!red || !green || !blue) return undefined
  const brightness = (parseInt(red, 16) * 299 + parseInt(green, 16) * 587 + parseInt(blue, 16) * 114) / 1000
  return brightness < 128 ? 'dark' : 'light'
}
