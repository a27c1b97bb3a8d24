import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components'

/** What the host shows; `contrast` is for hosts that say so themselves, Windows' own high contrast needs no theme. */
export type Appearance = 'light' | 'dark' | 'contrast'

const ink: BrandVariants = {
  10: '#030b14',
  20: '#0a1a2c',
  30: '#0f2842',
  40: '#133456',
  50: '#18406a',
  60: '#1c4d7f',
  70: '#225a93',
  80: '#2b67a5',
  90: '#4176b2',
  100: '#5886bd',
  110: '#6f97c8',
  120: '#87a8d3',
  130: '#a0badd',
  140: '#b9cce7',
  150: '#d2def0',
  160: '#ebf1f9',
}

const fontFamilyBase =
  "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Segoe UI', sans-serif"

const light = createLightTheme(ink)
const dark = createDarkTheme(ink)

const themes: Readonly<Record<Appearance, Theme>> = {
  light: {
    ...light,
    fontFamilyBase,
    // A badge's red is too light on the tinted card of the total.
    colorPaletteRedForeground3: light.colorPaletteRedForeground1,
  },
  dark: {
    ...dark,
    fontFamilyBase,
    // The ramp's own choice is too dark for text on a dark pane.
    colorBrandForeground1: ink[120],
    colorBrandForeground2: ink[130],
    colorBrandForegroundLink: ink[120],
    colorNeutralForeground2BrandHover: ink[120],
    colorNeutralForeground2BrandPressed: ink[120],
    colorNeutralForeground2BrandSelected: ink[120],
    colorStatusDangerForeground1: dark.colorStatusDangerForeground2,
  },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
}

export function themeOf(appearance: Appearance): Theme {
  return themes[appearance]
}
