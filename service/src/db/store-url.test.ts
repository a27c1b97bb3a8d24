import { describe, expect, it } from 'vitest'
import { parseStoreUrl, storeName } from './store-url.ts'

describe('parseStoreUrl', () => {
  it.each([
    ['sqlite:data/kaohe.db', { kind: 'sqlite', file: 'data/kaohe.db' }],
    ['sqlite::memory:', { kind: 'sqlite', file: ':memory:' }],
    ['postgres://u:p@db.lan/kaohe', { kind: 'postgres', url: 'postgres://u:p@db.lan/kaohe' }],
    ['postgresql://u@10.0.0.5:5433/kaohe?sslmode=require', { kind: 'postgres' }],
  ])('takes %s', (text, store) => {
    expect(parseStoreUrl(text)).toMatchObject(store)
  })

  it.each(['sqlite:', 'mysql://u@h/d', 'postgres://u@h', 'postgres://u@h/', 'postgres://u:p[@h:x/d', 'kaohe.db'])(
    'takes no %s',
    (text) => {
      expect(parseStoreUrl(text)).toBeNull()
    },
  )
})

describe('storeName', () => {
  it('says where a store is without saying who may enter', () => {
    expect(storeName('postgres://kaohe:s3cret@db.lan:5433/kaohe?password=other')).toBe('postgres://db.lan:5433/kaohe')
  })
})
