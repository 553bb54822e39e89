import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { film } from '../media/clips'
import { openBrowser, type WatchedPage } from '../support/browser'
import { colleagueAt, OWN_PASSWORD, type Colleague } from '../support/colleagues'
import { richText } from '../support/county'
import { oneSidedCounty } from '../support/oneSidedCounty'
import { startServer, type BuiltServer } from '../support/server'
import { xlsx } from '../support/sheets'
import { signIn } from '../support/staff'
import { until } from '../support/until'

/*
 * A county that sends mostly about marriage has drawn a line. What would cross it waits on the manager's desk; an editor
 * brings in what other platforms counted, and borrows from a neighbour what the county lacks.
 */
let server: BuiltServer
let chromium: Awaited<ReturnType<typeof openBrowser>>
let manager: Colleague
let editor: Colleague
let page: WatchedPage
const HELD = '过继的事，怎么说得清？'
const POSTED = '彩礼的事，怎么说得清？'
const LENDER = '白石县司法局'

beforeAll(async () => {
  const county = await oneSidedCounty({ more: withCapAndNeighbour })
  ;[server, chromium] = await Promise.all([startServer(county), openBrowser()])
  manager = await colleagueAt(server.url, 'lingdao')
  editor = await colleagueAt(server.url, 'bianji')
})
afterAll(() => Promise.all([server?.dispose(), chromium?.close()]))

type More = NonNullable<NonNullable<Parameters<typeof oneSidedCounty>[0]>['more']>
const withCapAndNeighbour: More = async ({ payload, now, topics, channels, elderly, items, bureau }) => {
  const [topic, minute] = [topics.get('marriage-family')!, 60_000]
  await payload.update({ collection: 'offices', id: bureau, data: { limits: [{ topic, cap: 0.4 }] } })
  const douyin = await payload.create({
    collection: 'channels',
    data: { code: 'douyin', name: '抖音（青石普法）', kind: 'handout', platform: true, office: bureau },
  })
  const campaign = await payload.create({
    collection: 'campaigns',
    data: {
      ...{ title: '本月普法', goal: '老人听得懂', slots: 5, slug: 'month', office: bureau, state: 'approved' },
      ...{ from: new Date(now.getTime() - 9 * 1440 * minute).toISOString() },
      ...{ to: new Date(now.getTime() + 9 * 1440 * minute).toISOString() },
      ...{ segments: [elderly], channels: [channels.get('site')!] },
    },
  })
  const send = (code: string, { id }: { id: string }, ago: number, row: object) => {
    const at = new Date(now.getTime() - ago * minute).toISOString()
    const item = { relationTo: 'articles' as const, value: id }
    const data = { code, item, itemKey: `articles:${id}`, topic, segment: elderly, office: bureau, dueAt: at, ...row }
    return payload.create({ collection: 'deliveries', data: { ...data, submittedAt: at } as never })
  }
  await send('heldback0001', items[11]!, 30, {
    ...{ state: 'planned', campaign: campaign.id, channel: channels.get('site')!, submittedAt: undefined },
  })
  await send('posted000001', items[0]!, 3 * 1440, { state: 'submitted', channel: douyin.id })

  const neighbour = await payload.create({ collection: 'offices', data: { name: LENDER, level: 'county' } })
  const of = { segments: [elderly], office: neighbour.id, _status: 'published' as const }
  const context = { workflow: 'approve' }
  for (const [slug, title] of Object.entries({
    'elder-scams': '保健品包治百病，能信吗？',
    inheritance: '老人没留遗嘱，房子归谁？',
  }))
    await payload.create({
      collection: 'articles',
      data: {
        ...{ title, form: 'case', verdict: 'depends', answer: '先别急，问清楚再说。', topic: topics.get(slug)! },
        ...{ story: richText('老李碰上了这样的事。'), ...of },
      },
      context,
    })
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-film-'))
  const data = readFileSync(film(folder, 3, { size: '320x180', rate: 12 }))
  rmSync(folder, { recursive: true })
  const upload = { data, name: 'calls.mp4', mimetype: 'video/mp4', size: data.length }
  const file = await payload.create({ collection: 'files', data: { office: neighbour.id }, file: upload })
  const { id } = await payload.create({
    collection: 'videos',
    data: {
      ...{ title: '三个电话', film: file.id, summary: '先打 96110', topic: topics.get('telecom-fraud')!, ...of },
      review: { stage: 'approved' },
    } as never,
    context,
  })
  await payload.update({
    collection: 'videos',
    id,
    data: { review: { stage: 'approved' }, _status: 'published' } as never,
    context,
  })
}

async function enter(name: string, how: 'desktop' | 'phone' = 'desktop') {
  page = await chromium[how]({ baseURL: server.url })
  await signIn(page, name, OWN_PASSWORD)
  await page.getByRole('heading', { name: /现在要做的/ }).waitFor()
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
const heldRow = () => manager.first('deliveries', 'code', 'heldback0001')

it('shows the editor why one more about marriage waits, and gives only the manager the door', async () => {
  lookAtFailure('held-editor')
  await enter('bianji')
  const line = page.locator('li', { hasText: HELD }).filter({ hasText: /上限 40 条/ })
  await line.waitFor()
  expect(await line.textContent()).toMatch(/婚姻家庭近 90 天每 100 条发了 \d+ 条/)
  expect(await line.getByRole('button', { name: '放行' }).count()).toBe(0)
  expect(page.faults).toEqual([])
})

it('lets it go on a phone, never without a reason, and then it goes out with name and reason kept', async () => {
  lookAtFailure('let-go')
  await enter('lingdao', 'phone')
  const line = page.locator('li', { hasText: HELD }).filter({ hasText: /上限 40 条/ })
  await line.getByRole('button', { name: '放行' }).click()
  const dialog = page.getByRole('dialog', { name: '放行这一条？' })
  const yes = dialog.getByRole('button', { name: '放行', exact: true })
  expect(await yes.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill('要发')
  expect(await yes.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill('乡里调解前统一要求讲一讲')
  expect((await heldRow()).state).toBe('planned')
  await yes.click()
  await page.getByText('放行了，马上投放。').first().waitFor()
  await until(async () => (await heldRow()).state === 'submitted', 40_000)
  await page.goto(`/admin/collections/campaigns/${(await heldRow()).campaign}`)
  await page.getByText(/凌领导 .+ 放行：乡里调解前统一要求讲一讲/).waitFor()
  await page.goto('/admin')
  await page.getByRole('heading', { name: /现在要做的/ }).waitFor()
  expect(await line.count()).toBe(0)
  expect(page.faults).toEqual([])
})

it('imports what a platform counted: shown first, then taken, and the list says which send it was', async () => {
  lookAtFailure('figures')
  await enter('bianji')
  await page.goto('/admin/collections/figures')
  const buffer = await xlsx([
    ['渠道', '标题', '投放日期', '播放', '看完', '来源', '日期'],
    ['抖音（青石普法）', POSTED, '', 1200, '31%', '抖音后台', new Date().toISOString().slice(0, 10)],
    ['抖音（青石普法）', '从来没发过的', '', 10, '', '抖音后台', new Date().toISOString().slice(0, 10)],
  ])
  await page
    .getByRole('region', { name: '从表格导入' })
    .locator('input[type=file]')
    .setInputFiles({ name: '抖音.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.getByText('新的 1 行，已有 0 行，不收 1 行').waitFor()
  expect((await editor.get('/api/figures')).totalDocs).toBe(0)
  await button('导入 1 行').click()
  await page.getByText('导入了 1 行').first().waitFor()
  const row = page.locator('table tbody tr')
  await row.first().waitFor()
  await until(async () => (await row.count()) === 1, 20_000)
  expect(await row.textContent()).toContain(`${POSTED} · 抖音（青石普法）`)
  const { docs } = await editor.get('/api/figures?depth=0')
  expect(docs).toMatchObject([{ metric: 'plays', value: 1200, completions: 372, source: '抖音后台' }])
  expect(page.faults).toEqual([])
})

it('borrows a neighbour’s case: it says what happens, and lands in a draft that says whose it was', async () => {
  lookAtFailure('borrow-article')
  await enter('bianji')
  await borrow(/articles/, '会照原文建一篇本所的草稿')
  const panel = page.getByRole('region', { name: '借用' })
  await panel.getByText(LENDER).waitFor()
  const form = await page.locator('#field-title').boundingBox()
  expect((await panel.boundingBox())!.y).toBeLessThan(form!.y)
  const { docs } = await editor.get('/api/articles?depth=0&draft=true&where[borrowedFrom][exists]=true')
  expect(docs).toMatchObject([{ _status: 'draft', review: { stage: 'draft' } }])
  expect(page.faults).toEqual([])
})

it('borrows a neighbour’s film on a phone: it stays theirs, and is given back', async () => {
  lookAtFailure('borrow-film')
  await enter('bianji', 'phone')
  await borrow(/videos/, '影片还是对方的')
  const panel = page.getByRole('region', { name: '借用' })
  await panel.getByText(/片子是他们的，这里不能改/).waitFor()
  expect((await editor.get('/api/loans?depth=0')).totalDocs).toBe(2)
  await panel.getByRole('button', { name: '还给他们' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '还', exact: true }).click()
  await page.getByText('还了。').first().waitFor()
  expect((await editor.get('/api/loans?depth=0')).totalDocs).toBe(1)
  expect(page.faults).toEqual([])
})

/** From the desk, the first offer that leads to such an item. */
async function borrow(to: RegExp, happens: string) {
  const offers = page.getByRole('region', { name: '该做什么' }).locator('.mb-offers li')
  await offers.first().waitFor()
  const film = String(to).includes('videos')
  const offer = offers.filter({ hasText: film ? '三个电话' : /保健品|遗嘱/ }).first()
  await offer.getByRole('button', { name: '借来用' }).click()
  const dialog = page.getByRole('dialog', { name: '借来用？' })
  await dialog.getByText(happens).waitFor()
  await dialog.getByRole('button', { name: '借来用' }).click()
  await page.waitForURL(new RegExp(`/admin/collections/${to.source}/[\\w-]+`))
}

function lookAtFailure(name: string) {
  onTestFailed(async () => {
    const file = path.join(tmpdir(), `mingbai-failed-${name}.png`)
    await page.screenshot({ path: file, fullPage: true }).then(() => console.error(`see ${file}`, page.faults))
  })
}
