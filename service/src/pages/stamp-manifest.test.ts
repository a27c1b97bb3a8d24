import { describe, expect, it } from 'vitest'
import { stampManifest } from './stamp-manifest.ts'

const xml = '<IconUrl DefaultValue="https://localhost:3000/icons/icon-32.png"/><Url at="https://localhost:3000/"/>'

describe('stampManifest', () => {
  it('puts every address under the one given', () => {
    expect(stampManifest(xml, 'https://oa.example.gov.cn/kaohe')).toBe(
      '<IconUrl DefaultValue="https://oa.example.gov.cn/kaohe/icons/icon-32.png"/><Url at="https://oa.example.gov.cn/kaohe/"/>',
    )
  })

  it('lets no address end its attribute or be taken for a pattern', () => {
    expect(stampManifest('"https://localhost:3000/"', 'https://a/"&$&')).toBe('"https://a/&#34;&#38;$&#38;/"')
  })
})
