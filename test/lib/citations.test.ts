import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCitations } from '../../src/lib/citations'
import { readNumeral } from '../../src/lib/numerals'
import { casesDir, hasContent, NO_CONTENT } from '../support/content'
import { citedInCases } from './citedInCases'

/** `民法典 1042 1款 2项`: one mention in a line. */
const cited = (text: string, options = {}) =>
  findCitations(text, options).map(({ law, number, paragraph, item }) =>
    [law ?? '?', number, paragraph && `${paragraph}款`, item && `${item}项`].filter(Boolean).join(' '),
  )

describe('numbers of articles', () => {
  it.each([
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['一百零八', 108],
    ['一百〇八', 108],
    ['一百一十', 110],
    ['二百六十六', 266],
    ['一千零四十二', 1042],
    ['一千二百六十', 1260],
    ['二〇二一', 2021],
    ['42', 42],
    ['４２', 42],
  ])('reads %s as %i', (written, number) => expect(readNumeral(written)).toBe(number))

  it.each(['', '十百', '法', '一二百'])('reads no number in “%s”', (written) => expect(readNumeral(written)).toBeNull())
})

describe('citations in running text', () => {
  it.each([
    ['依照《中华人民共和国消费者权益保护法》第五十五条', ['消费者权益保护法 55']],
    ['依照消法第五十五条，', ['消费者权益保护法 55']],
    ['民法典第1042条、1043条', ['民法典 1042', '民法典 1043']],
    ['《民法典》第 577 条', ['民法典 577']],
    ['劳动合同法第十条至第十二条', ['劳动合同法 10', '劳动合同法 11', '劳动合同法 12']],
    ['《劳动合同法》第十、十一条', ['劳动合同法 10', '劳动合同法 11']],
    ['《刑法》第一百三十三条之一第二款第（一）项', ['刑法 133-1 2款 1项']],
    ['《民法典·婚姻家庭编》第一千零四十二条', ['民法典 1042']],
    ['违反了反垄断法第十七条第五项之规定', ['反垄断法 17 5项']],
    ['《公司法》第三条。同法第四条、该法第五条', ['公司法 3', '公司法 4', '公司法 5']],
    [
      '《甲县养犬管理规定》（以下简称《规定一》）第三条；后来又按《规定一》第四条',
      ['甲县养犬管理规定 3', '甲县养犬管理规定 4'],
    ],
    ['《关于工资的指导意见》第３条', ['关于工资的指导意见 3']],
    [
      '《消费者权益保护法》第二条规定：“依照《公司法》第三条处理。”第二款规定',
      ['消费者权益保护法 2', '公司法 3', '消费者权益保护法 2 2款'],
    ],
  ])('%s', (text, expected) => expect(cited(text)).toEqual(expected))

  it.each([
    ['双方签有《汽车销售合同》。该合同第七条约定'],
    ['《安置协议》第六条第一项'],
    ['劳动合同第三条约定的工资'],
    ['劳动和社会保障部令第21号'],
    ['请求撤销判决第一项、第二项'],
  ])('is not fooled by a clause: %s', (text) => expect(cited(text)).toEqual([]))

  it('keeps an article whose law is not said', () => expect(cited('依照第五条')).toEqual(['? 5']))
  it('knows its own law', () => expect(cited('违反本法第四十六条的', { own: '劳动合同法' })).toEqual(['劳动合同法 46']))
  it('keeps the exact words and their place', () => {
    const text = '原告认为，该行为违反《民法典》第496条第二款。'
    const [found] = findCitations(text)
    expect(found?.raw).toBe('《民法典》第496条第二款')
    expect(text.slice(found?.start, found?.end)).toBe(found?.raw)
  })
})

describe.skipIf(!hasContent)(`the real cases${hasContent ? '' : `: ${NO_CONTENT}`}`, () => {
  const all = hasContent ? readdirSync(casesDir, { recursive: true, encoding: 'utf8' }) : []
  const files = all.filter((name) => name.endsWith('.md'))

  it('are exactly the cases that the list was read from', () =>
    expect(files.map((file) => path.basename(file, '.md')).sort()).toEqual(Object.keys(citedInCases).sort()))

  it.each(files)('%s', (file) => {
    const text = readFileSync(path.join(casesDir, file), 'utf8')
    expect(cited(text)).toEqual(citedInCases[path.basename(file, '.md')])
  })
})
