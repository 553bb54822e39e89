import { mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importCases, importLaws } from '../../src/import'
import { caseNumber, shortened } from '../../src/import/caseText'
import { plainText } from '../../src/lib/lexical'
import { casesDir, hasContent, lawsDir, NO_CONTENT } from '../support/content'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let folder: string
let county: string
const topicIds: Record<string, string> = {}

beforeAll(async () => {
  product = await testRuntime()
  const topics = ['婚姻家庭', '消费维权', '劳动与欠薪', '土地房屋相邻', '交通', '电信网络诈骗', '非法集资与养老诈骗']
  for (const name of topics)
    topicIds[name] = (await product.payload.create({ collection: 'topics', data: { name, nameEn: name } })).id
  await product.payload.create({ collection: 'offices', data: { name: '青河司法所', level: 'township' } })
  county = (await product.payload.create({ collection: 'offices', data: { name: '明县司法局', level: 'county' } })).id
})
afterAll(() => product.dispose())
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'mingbai-cases-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (field: string, name: string, text: string) => {
  mkdirSync(path.join(folder, field), { recursive: true })
  writeFileSync(path.join(folder, field, name), text)
}
const drafts = async (title: string) => {
  const { docs } = await product.payload.find({
    ...{ collection: 'articles', where: { title: { equals: title } }, draft: true, depth: 0 },
  })
  return docs
}
const wages = `# 老板欠薪怎么办

<!-- INFO END -->

## 张某诉某公司劳动争议案

## 基本案情

张某2020年入职，**三个月**没有拿到工资。甲县法院（2021）甲0101民初12号判决支付。

## 典型意义

依照《中华人民共和国欠薪法》第三条，用人单位要付工资。
`

describe('a published case', () => {
  it('becomes a draft case explainer that an editor completes', async () => {
    write('劳动人事', 'a.md', wages)
    const report = await importCases(product, folder)
    expect(report).toMatchObject({ created: 1, citations: { linked: 0, unresolved: 1 }, rejected: [] })
    expect(report.drafts[0]).toMatchObject({ topic: '劳动与欠薪', unresolved: ['《欠薪法》第3条'] })
    const [draft] = await drafts('老板欠薪怎么办')
    expect(draft).toMatchObject({
      ...{ form: 'case', topic: topicIds['劳动与欠薪'], office: county, _status: 'draft', review: { stage: 'draft' } },
      source: '张某诉某公司劳动争议案，（2021）甲0101民初12号',
      citations: [{ raw: '《中华人民共和国欠薪法》第三条', law: '欠薪法', number: '3' }],
    })
    expect(plainText(draft?.story).split('\n')).toEqual([
      ...['基本案情', '张某2020年入职，三个月没有拿到工资。甲县法院（2021）甲0101民初12号判决支付。'],
      ...['典型意义', '依照《中华人民共和国欠薪法》第三条，用人单位要付工资。'],
    ])
    expect(draft?.verdict ?? null).toBeNull()
  })

  it('is not written over by a second run, also when the file moved and the draft was edited', async () => {
    write('劳动人事', 'b.md', wages.replace('# 老板欠薪怎么办', '# 工资拖着不给'))
    await importCases(product, folder)
    const [draft] = await drafts('工资拖着不给')
    await product.payload.update({
      ...{ collection: 'articles', id: draft!.id, draft: true, data: { answer: '能要回来' } },
    })
    renameSync(path.join(folder, '劳动人事'), path.join(folder, '别处'))
    expect(await importCases(product, folder)).toMatchObject({ created: 0, unchanged: 1, relinked: 0, drafts: [] })
    const after = await drafts('工资拖着不给')
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ id: draft!.id, answer: '能要回来' })
  })

  it('has its open citations linked once the law has come, and nothing else touched', async () => {
    write('劳动人事', 'c.md', wages.replaceAll('欠薪法', '后到法').replace('# 老板欠薪怎么办', '# 后来才有法'))
    await importCases(product, folder)
    const law = '# 中华人民共和国后到法\n\n<!-- INFO END -->\n\n第三条 要付工资。'
    writeFileSync(path.join(folder, 'law.txt'), law)
    await importLaws(product, [path.join(folder, 'law.txt')])
    rmSync(path.join(folder, 'law.txt'))
    expect(await importCases(product, folder)).toMatchObject({ relinked: 1, unchanged: 0 })
    const [draft] = await drafts('后来才有法')
    expect(draft?.citations?.[0]?.provision).toEqual(expect.any(String))
    expect(await importCases(product, folder)).toMatchObject({ relinked: 0, unchanged: 1 })
  })

  it('goes to the office that was named', async () => {
    const { docs } = await product.payload.find({ collection: 'offices', where: { level: { equals: 'township' } } })
    write('其他', 'd.md', wages.replace('# 老板欠薪怎么办', '# 给青河所的'))
    await importCases(product, folder, { office: docs[0]!.id })
    expect((await drafts('给青河所的'))[0]?.office).toBe(docs[0]!.id)
  })

  it('writes nothing in a dry run', async () => {
    write('劳动人事', 'e.md', wages.replace('# 老板欠薪怎么办', '# 只是看看'))
    expect(await importCases(product, folder, { dryRun: true })).toMatchObject({ dryRun: true, created: 1 })
    expect(await drafts('只是看看')).toEqual([])
  })

  it('reports every malformed file with its reason and imports the rest', async () => {
    write('其他', '1-空.md', '')
    write('其他', '2-只有标题.md', '# 只有标题\n\n<!-- INFO END -->\n\n## 基本案情\n')
    write('其他', '3-无标题.md', '基本案情：张某……')
    write('其他', '4-好的.md', wages.replace('# 老板欠薪怎么办', '# 好的一篇'))
    write('其他', '5-同一篇.md', wages.replace('# 老板欠薪怎么办', '# 好的一篇'))
    const report = await importCases(product, folder)
    expect(report.created).toBe(1)
    expect(report.rejected.map(({ file, code }) => `${path.basename(file, '.md')} ${code}`)).toEqual([
      ...['1-空 import-empty', '2-只有标题 import-no-story', '3-无标题 import-no-title', '5-同一篇 import-duplicate'],
    ])
  })
})

describe('the title of a case', () => {
  it.each([
    ['短标题。', '短标题'],
    [
      '电子商务经营者应当遵守对消费者做出的有利承诺，对承诺的解释应按普通消费者的通常认知进行',
      '电子商务经营者应当遵守对消费者做出的有利承诺',
    ],
    [
      '某国际有限公司、湖北某高速公路有限公司诉湖北省荆州市人民政府、湖北省人民政府解除特许权协议及行政复议一案',
      '某国际有限公司等诉湖北省荆州市人民政府等解除特许权协议及行政复议一案',
    ],
    ['长'.repeat(50), `${'长'.repeat(39)}…`],
  ])('%s', (heading, title) => expect(shortened(heading)).toBe(title))

  it('takes the number of the last instance', () =>
    expect(caseNumber('（2012）西民四初字第438号，（2013）陕民三终字第38号，（2016）最高法民再98号')).toBe(
      '（2016）最高法民再98号',
    ))
  it('takes the number of a decree for no case', () => expect(caseNumber('劳部发〔1994〕489号')).toBeUndefined())
})

describe.skipIf(!hasContent)(`the real cases${hasContent ? '' : `: ${NO_CONTENT}`}`, () => {
  it('are 31 drafts; a topic is proposed where one fits, citations are linked where we have the law', async () => {
    await importLaws(product, lawsDir)
    const report = await importCases(product, casesDir)
    expect(report).toMatchObject({ files: 31, created: 31, citations: { linked: 4, unresolved: 34 }, rejected: [] })
    const counts: Record<string, number> = {}
    for (const { topic } of report.drafts) counts[topic ?? 'none'] = (counts[topic ?? 'none'] ?? 0) + 1
    expect(counts).toEqual({ 消费维权: 13, 劳动与欠薪: 4, 土地房屋相邻: 7, 婚姻家庭: 1, 交通: 1, none: 5 })
    expect(report.drafts.filter(({ linked }) => linked).map(({ title }) => title)).toEqual([
      ...['用人单位以规章制度形式否认劳动者加班事实是否有效', '婚姻关系存续期间夫妻共同财产的分割'],
      '消费者明知其所购买的食品不符合食品安全标准的，可要求食品销售者或者生产者十倍赔偿',
      '网络消费格式条款中与消费者有重大利害关系内容存在例外情形，应以显著方式进行提示',
    ])
    expect(report.drafts.every(({ title }) => title.length <= 40)).toBe(true)
    expect(await importCases(product, casesDir)).toMatchObject({ created: 0, relinked: 0, unchanged: 31 })
  })
})
