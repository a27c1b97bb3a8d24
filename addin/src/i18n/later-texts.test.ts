import { describe, expect, it } from 'vitest'
import commandEn from './command.en-US.json' with { type: 'json' }
import commandZh from './command.zh-CN.json' with { type: 'json' }
import entranceEn from './entrance.en-US.json' with { type: 'json' }
import entranceZh from './entrance.zh-CN.json' with { type: 'json' }
import evidenceEn from './evidence.en-US.json' with { type: 'json' }
import evidenceZh from './evidence.zh-CN.json' with { type: 'json' }
import fillingEn from './filling.en-US.json' with { type: 'json' }
import fillingZh from './filling.zh-CN.json' with { type: 'json' }
import rankingEn from './ranking.en-US.json' with { type: 'json' }
import rankingZh from './ranking.zh-CN.json' with { type: 'json' }
import submittingEn from './submitting.en-US.json' with { type: 'json' }
import submittingZh from './submitting.zh-CN.json' with { type: 'json' }
import workbenchEn from './workbench.en-US.json' with { type: 'json' }
import workbenchZh from './workbench.zh-CN.json' with { type: 'json' }
import intakeEn from './intake.en-US.json' with { type: 'json' }
import intakeZh from './intake.zh-CN.json' with { type: 'json' }
import officeEn from './office.en-US.json' with { type: 'json' }
import officeZh from './office.zh-CN.json' with { type: 'json' }
import projectsEn from './projects.en-US.json' with { type: 'json' }
import projectsZh from './projects.zh-CN.json' with { type: 'json' }
import objectionsEn from './objections.en-US.json' with { type: 'json' }
import objectionsZh from './objections.zh-CN.json' with { type: 'json' }
import rectificationsEn from './rectifications.en-US.json' with { type: 'json' }
import rectificationsZh from './rectifications.zh-CN.json' with { type: 'json' }
import judgingEn from './judging.en-US.json' with { type: 'json' }
import judgingZh from './judging.zh-CN.json' with { type: 'json' }
import { createTexts } from './texts.ts'
import verifyingEn from './verifying.en-US.json' with { type: 'json' }
import verifyingZh from './verifying.zh-CN.json' with { type: 'json' }

type Texts = { readonly [key: string]: string | Texts }

/** Every text under its whole key. Some keys hold a dot of their own. */
function flat(texts: Texts, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as const] : flat(text, `${prefix}${key}/`),
  )
}
const placeholders = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort()

// What is written into a workbook is Chinese whoever pulls it.
const { written: _written, ...verifying } = verifyingZh
const { written: _pulled, ...ranking } = rankingZh

/** Words of the official forms, of which English sentences speak by their own names. */
const formWords = /项目编号/g

describe.each([
  ['what few see before the pane', entranceZh, entranceEn],
  ['evidence beside a figure', evidenceZh, evidenceEn],
  ['what filling shows on demand', fillingZh, fillingEn],
  ['reports and receipts', submittingZh, submittingEn],
  ['the workbench', workbenchZh, workbenchEn],
  ['the ranking', ranking, rankingEn],
  ['the dialog of the ribbon', commandZh, commandEn],
  ['the verifier’s desk', verifying, verifyingEn],
  ['the office’s desk', officeZh, officeEn],
  ['files from outside', intakeZh, intakeEn],
  ['the page of judging', judgingZh, judgingEn],
  ['the page of objections', objectionsZh, objectionsEn],
  ['the page of rectifications', rectificationsZh, rectificationsEn],
  ['the page of projects', projectsZh, projectsEn],
])('%s', (_, zh, en) => {
  const [chinese, english] = [new Map(flat(zh)), new Map(flat(en))]

  it('says the same things in both languages', () => {
    // Chinese knows no singular.
    expect([...english.keys()].filter((key) => !key.endsWith('_one')).sort()).toEqual([...chinese.keys()].sort())
  })

  it('puts the same figures and names into them', () => {
    const different = [...chinese].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')),
    )
    expect(different).toEqual([])
  })

  it('leaves no Chinese in an English sentence', () => {
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replace(formWords, '')))).toEqual([])
  })
})

describe('texts that come with their feature', () => {
  it('are fetched when first asked for, in the language spoken', async () => {
    const texts = createTexts()
    expect(texts.has('verifying')).toBe(false)
    await texts.speak('en-US')
    await texts.fetch('verifying')
    const t = texts.of('verifying')
    expect(t('bar.send', { count: 2 })).toBe('Send 2 decisions')
    expect(t('written.columns.verdict')).toBe('处理')
  })
})
