import { expect, it } from 'vitest'
import { pageKey, readParams } from '../../src/site/params'

it('keeps what changes a page, in one order', () => {
  expect(pageKey('/s/elderly?s=elderly&edition=elder')).toBe('/s/elderly?edition=elder&s=elderly')
  expect(pageKey('/s/elderly?edition=elder&s=elderly')).toBe('/s/elderly?edition=elder&s=elderly')
})

it('drops attribution and whatever else is appended to an address', () => {
  expect(pageKey('/articles/a?d=x1&c=group&from=timeline&isappinstalled=0')).toBe('/articles/a')
})

it('leaves the place in a film to the script: one cached page for all of them', () => {
  expect(pageKey('/videos/a?t=83&variety=yue')).toBe('/videos/a?variety=yue')
})

it('takes a value that means nothing as absent, so that it cannot fill the cache', () => {
  expect(readParams(new URLSearchParams('edition=young&page=0&s=../x&pick=z&variety=%00&q=  '))).toEqual({})
  expect(readParams(new URLSearchParams('page=1'))).toEqual({})
  expect(readParams(new URLSearchParams('q=  a   b ')).q).toBe('a b')
})
