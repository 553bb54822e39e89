import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importLaws, statuteSlug } from '../../src/import'
import { hasContent, lawsDir, NO_CONTENT } from '../support/content'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let folder: string
beforeAll(async () => void (product = await testRuntime()))
afterAll(() => product.dispose())
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'mingbai-laws-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string | Buffer) => writeFileSync(path.join(folder, name), text)
const law = (title: string, articles: string) =>
  `# 中华人民共和国${title}\n\n2020年1月1日 第一次会议通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${articles}\n`
const provision = async (address: string) => {
  const { docs } = await product.payload.find({
    ...{ collection: 'provisions', where: { address: { equals: address } }, depth: 0 },
  })
  return docs[0]
}

describe('a statute in Markdown', () => {
  it('gives every article an address, a place and its paragraphs', async () => {
    const text =
      '第一条 甲。\n\n乙。\n\n（一）丙。\n\n第一条之一 丁。\n\n## 第二章 附则\n\n第二条　本法自2021年3月1日起施行。'
    write('试行法(2020-01-01).md', law('试行法', text))
    const report = await importLaws(product, folder)
    expect(report).toMatchObject({ statutes: { created: 1 }, provisions: { created: 3 }, rejected: [] })
    expect(await provision('shixingfa/1')).toMatchObject({
      ...{
        number: '1',
        label: '第一条',
        heading: '试行法第一条',
        chapter: '第一章 总则',
        text: '甲。\n乙。\n（一）丙。',
      },
    })
    expect(await provision('shixingfa/1-1')).toMatchObject({ label: '第一条之一', text: '丁。' })
    const { docs } = await product.payload.find({ collection: 'statutes', where: { slug: { equals: 'shixingfa' } } })
    expect(docs[0]).toMatchObject({
      ...{ title: '中华人民共和国试行法', shortTitle: '试行法', adoption: '2020年1月1日 第一次会议通过' },
      ...{ adoptedOn: '2020-01-01T00:00:00.000Z', effectiveOn: '2021-03-01T00:00:00.000Z' },
    })
  })

  it('keeps the address and the id of an article whose text changed', async () => {
    write('a.md', law('修正法', '第一条 旧。\n\n第二条 不变。'))
    await importLaws(product, folder)
    const before = await provision('xiuzhengfa/1')
    write('a.md', law('修正法', '第一条 新。\n\n第二条 不变。\n\n第三条 添。'))
    const report = await importLaws(product, folder)
    expect(report.provisions).toEqual({ created: 1, updated: 1, unchanged: 1 })
    expect(await provision('xiuzhengfa/1')).toMatchObject({ id: before?.id, text: '新。' })
  })

  it('keeps an article that the text no longer has, and says so', async () => {
    write('a.md', law('删条法', '第一条 甲。\n\n第二条 乙。'))
    await importLaws(product, folder)
    write('a.md', law('删条法', '第一条 甲。'))
    expect((await importLaws(product, folder)).gone).toEqual(['shantiaofa/2'])
    expect(await provision('shantiaofa/2')).toBeDefined()
  })

  it('makes one law of the parts of a code, also when they come one by one', async () => {
    const part = (name: string, articles: string) =>
      `# 中华人民共和国某典\n\n# ${name}\n\n<!-- INFO END -->\n\n${articles}`
    write('b.md', part('乙编', '第十条 乙。'))
    await importLaws(product, folder)
    write('a.md', part('甲编', '第一条 甲。'))
    const report = await importLaws(product, path.join(folder, 'a.md'))
    expect(report).toMatchObject({ statutes: { updated: 1 }, provisions: { created: 1 }, gone: [] })
    const { docs } = await product.payload.find({ collection: 'statutes', where: { slug: { equals: 'moudian' } } })
    expect(docs).toHaveLength(1)
    expect(docs[0]?.parts?.map(({ title }) => title)).toEqual(['甲编', '乙编'])
  })

  it('writes nothing in a dry run', async () => {
    write('a.md', law('试运行法', '第一条 甲。'))
    const report = await importLaws(product, folder, { dryRun: true })
    expect(report).toMatchObject({ dryRun: true, statutes: { created: 1 }, provisions: { created: 1 } })
    expect(await provision('shiyunxingfa/1')).toBeUndefined()
  })

  it('reports every malformed file with its reason and imports the rest', async () => {
    write('1-空.md', '')
    write('2-乱码.md', Buffer.from([0xd6, 0xd0, 0xbb, 0xaa, 0xff, 0xfe]))
    write('3-二进制.md', Buffer.from([0x23, 0x20, 0x00, 0x01]))
    write('4-无标题.md', '第一条 甲。')
    write('5-无条文.md', '# 中华人民共和国空空法\n\n<!-- INFO END -->\n\n没有条文。')
    write('6-重复.md', law('重复法', '第一条 甲。\n\n第一条 乙。'))
    write('7-倒序.md', law('倒序法', '第二条 甲。\n\n第一条 乙。'))
    write('8-空条.md', law('空条法', '第一条\n\n第二条 乙。'))
    write('9-好的.md', law('良好法', '第一条 甲。'))
    write('99-又一份.md', law('良好法', '第一条 甲。'))
    const report = await importLaws(product, folder)
    expect(report.rejected.map(({ file, code }) => `${path.basename(file, '.md')} ${code}`).sort()).toEqual([
      '1-空 import-empty',
      '2-乱码 import-encoding',
      '3-二进制 import-encoding',
      '4-无标题 import-no-title',
      '5-无条文 import-no-articles',
      '6-重复 import-order',
      '7-倒序 import-order',
      '8-空条 import-no-articles',
      '99-又一份 import-duplicate',
    ])
    expect(report.rejected.every(({ reason }) => reason.length > 3)).toBe(true)
    expect(await provision('lianghaofa/1')).toBeDefined()
  })

  it('refuses a folder that is not there', () =>
    expect(importLaws(product, path.join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'import-no-folder' }))
})

it('spells the address of a law in one word', () => {
  expect(statuteSlug('反电信网络诈骗法')).toBe('fandianxinwangluozhapianfa')
  expect(statuteSlug('民法典')).toBe('minfadian')
})

describe.skipIf(!hasContent)(`the real statutes${hasContent ? '' : `: ${NO_CONTENT}`}`, () => {
  it('are 13 laws of 2,014 articles, the Civil Code one of them; a second run changes nothing', async () => {
    const steps: number[] = []
    const report = await importLaws(product, lawsDir, { onProgress: ({ done }) => steps.push(done) })
    expect(report).toMatchObject({ files: 16, statutes: { created: 13 }, provisions: { created: 2014 }, rejected: [] })
    expect(steps.at(-1)).toBe(16)
    const { docs } = await product.payload.find({ collection: 'statutes', where: { slug: { equals: 'minfadian' } } })
    expect(docs[0]?.parts?.map(({ title, order }) => `${title} ${order}`)).toEqual([
      ...['物权编 205', '合同编 463', '婚姻家庭编 1040', '继承编 1119'],
    ])
    expect(docs[0]?.effectiveOn).toBe('2021-01-01T00:00:00.000Z')
    expect(await provision('fandianxinwangluozhapianfa/10')).toMatchObject({
      label: '第十条',
      chapter: '第二章 电信治理',
    })
    expect((await provision('minfadian/1042'))?.text.split('\n')).toHaveLength(3)
    const again = await importLaws(product, lawsDir)
    expect(again).toMatchObject({
      statutes: { unchanged: 13 },
      provisions: { created: 0, updated: 0, unchanged: 2014 },
    })
  })
})
