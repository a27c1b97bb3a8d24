import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkManifest } from './check-manifest.ts'
import { pngSize } from './png-size.ts'

const manifest = readFileSync(join(import.meta.dirname, '../../manifest.xml'), 'utf8')
const folder = join(import.meta.dirname, '../public')
const faultsOf = (xml: string) =>
  checkManifest(xml, { pictureSize: (url) => pngSize(folder, url) }).map(({ message }) => message)

/** The manifest with one thing changed; a change that changes nothing would test nothing. */
function changed(from: string | RegExp, to: string): string {
  const xml = manifest.replace(from, to)
  if (xml === manifest) throw new Error(`nothing matches ${String(from)}`)
  return xml
}

describe('checkManifest', () => {
  it('finds nothing wrong with ours', () => {
    expect(faultsOf(manifest)).toEqual([])
  })

  it.each<[string, string | RegExp, string, string]>([
    ['a document that is no XML', '</OfficeApp>', '', '不是合格的 XML'],
    ['another kind of add-in', 'xsi:type="TaskPaneApp"', 'xsi:type="MailApp"', '根元素应为'],
    ['a missing element', /<SupportUrl.*\/>/, '', '<OfficeApp> 缺少 <SupportUrl>'],
    ['an unknown element', '<Permissions>', '<Colour/><Permissions>', '不能有 <Colour>'],
    ['elements in the wrong order', /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1', '<Id> 的位置不对'],
    ['an element that comes twice', /(<Id>.*<\/Id>)/, '$1$1', '<Id> 只能有一个'],
    [
      'a control in the wrong order',
      /(<Label resid="Fill.Label" \/>)([\s\S]*?<\/Supertip>)/,
      '$2$1',
      '<Label> 的位置不对',
    ],
    ['an id that is no GUID', /<Id>.*<\/Id>/, '<Id>kaohe</Id>', 'GUID'],
    ['a version of words', /<Version>.*<\/Version>/, '<Version>latest</Version>', '<Version> 应为'],
    ['an empty provider', /<ProviderName>.*<\/ProviderName>/, '<ProviderName></ProviderName>', '<ProviderName> 应有'],
    ['half a language tag', '<DefaultLocale>zh-CN', '<DefaultLocale>zh', '完整的语言标记'],
    [
      'a name of 126 characters',
      'DefaultValue="考核填报"',
      `DefaultValue="${'考'.repeat(126)}"`,
      '126 个字符，最多 125',
    ],
    [
      'a description of 251 characters',
      /<Description DefaultValue="[^"]*"/,
      `<Description DefaultValue="${'考'.repeat(251)}"`,
      '最多 250',
    ],
    [
      'a long English description',
      'Value="Fill the official',
      `Value="${'x'.repeat(250)} Fill the official`,
      '最多 250',
    ],
    ['a permission of our own making', 'ReadWriteDocument', 'Everything', '<Permissions> 应为'],
    ['another host', 'Name="Workbook"', 'Name="Document"', 'Excel 不会装载'],
    [
      'an address without https',
      'DefaultValue="https://localhost:3000/taskpane.html" />\n  </Def',
      'DefaultValue="http://localhost:3000/taskpane.html" />\n  </Def',
      'https://',
    ],
    [
      'an address of 2100 characters',
      'id="Help.Url" DefaultValue="https://localhost:3000/',
      `id="Help.Url" DefaultValue="https://localhost:3000/${'x'.repeat(2100)}`,
      '最多 2048',
    ],
    [
      'an icon that does not exist',
      /IconUrl DefaultValue="[^"]*icon-32/,
      'IconUrl DefaultValue="https://localhost:3000/icons/icon-33',
      '找不到图标',
    ],
    [
      'an icon of the wrong size',
      /HighResolutionIconUrl DefaultValue="[^"]*icon-64/,
      'HighResolutionIconUrl DefaultValue="https://localhost:3000/icons/icon-32',
      '要 64×64',
    ],
    ['a ribbon icon of the wrong size', 'size="16" resid="Icon.16"', 'size="16" resid="Icon.20"', '要 16×16'],
    ['a ribbon without the 80 pixel icon', /<bt:Image size="80" resid="Icon.80" \/>/, '', '缺少 80×80'],
    ['an icon size Office does not know', 'size="20" resid="Icon.20"', 'size="22" resid="Icon.20"', '尺寸 “22” 不能用'],
    ['English missing', '<bt:Override Locale="en-US" Value="Kaohe" />', '', '缺少 en-US'],
    [
      'an override for the default language',
      'Override Locale="en-US" Value="Kaohe reporting"',
      'Override Locale="zh-CN" Value="考核"',
      '默认语言',
    ],
    ['two overrides of one language', /(<bt:Override Locale="en-US" Value="Kaohe" \/>)/, '$1$1', '两个 en-US'],
    [
      'an override of half a language',
      'Override Locale="en-US" Value="Kaohe reporting"',
      'Override Locale="en" Value="Kaohe"',
      '应写完整',
    ],
    ['a resource id of 33 characters', /Start\.Title/g, 'S'.repeat(33), '1 至 32 个字符'],
    ['a resource that is not there', 'resid="Tab.Label"', 'resid="Tab.Name"', '“Tab.Name” 不存在'],
    [
      'a resource that nobody uses',
      '<Label resid="Tab.Label" />',
      '<Label resid="Fill.Group" />',
      '“Tab.Label” 没有用到',
    ],
    ['a resource written twice', '<bt:Url id="Help.Url"', '<bt:Url id="Pane.Url"', '写了两次'],
    [
      'a resource in the wrong list',
      '<Description resid="Fill.Tip" />',
      '<Description resid="Fill.Label" />',
      '应放在 <LongStrings>',
    ],
    [
      'a label of 126 characters',
      'id="Tab.Label" DefaultValue="考核"',
      `id="Tab.Label" DefaultValue="${'考'.repeat(126)}"`,
      '最多 125',
    ],
    [
      'a tooltip of 251 characters',
      /id="Fill.Tip" DefaultValue="/,
      `id="Fill.Tip" DefaultValue="${'考'.repeat(251)}`,
      '最多 250',
    ],
    ['an empty label', 'id="Tab.Label" DefaultValue="考核"', 'id="Tab.Label" DefaultValue=""', '没有文字'],
    ['an id used twice', 'id="Kaohe.Fill.Open"', 'id="Kaohe.Fill"', '“Kaohe.Fill” 用了两次'],
    ['a control without id', ' id="Kaohe.Fill.Open"', '', '缺少 id'],
    ['an id of 126 characters', 'id="Kaohe.Fill.Open"', `id="${'K'.repeat(126)}"`, '超过 125'],
    ['a pane without a page', /<SourceLocation resid="Pane.Url" \/>/, '', 'ShowTaskpane 缺少'],
    ['a function without a file', /<FunctionFile resid="Commands.Url" \/>/, '', '需要 <DesktopFormFactor>'],
    ['a function without a name', /<FunctionName>submitForm<\/FunctionName>/, '', '缺少 <FunctionName>'],
    ['an action of no known kind', 'xsi:type="ShowTaskpane"', 'xsi:type="Open"', 'xsi:type 应为'],
    ['a requirement without a version', ' MinVersion="1.9"', '', '<Set> 应有'],
    [
      'an address on another origin',
      'id="Help.Url" DefaultValue="https://localhost:3000/',
      'id="Help.Url" DefaultValue="https://example.gov.cn/',
      '同源',
    ],
  ])('names %s', (_what, from, to, message) => {
    expect(faultsOf(changed(from, to))).toEqual(expect.arrayContaining([expect.stringContaining(message)]))
  })

  it('has a picture of its own for each button', () => {
    const buttons = manifest.match(/<Control [\s\S]*?<\/Control>/g) ?? []
    const pictures = buttons.map((button) => button.match(/resid="[\w.]+\.\d\d"/g)?.join())
    expect(buttons).toHaveLength(4)
    expect(new Set(pictures).size).toBe(4)
  })

  it('says in which line', () => {
    const [fault] = checkManifest(changed(/<Id>.*<\/Id>/, '<Id>kaohe</Id>'), {
      pictureSize: (url) => pngSize(folder, url),
    })
    expect(fault?.line).toBe(7)
  })
})
