import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planCampaign, readNames, wordReason } from '../../campaigns'
import { wallClock } from '../../src/lib/zone'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let county: CampaignCounty
const now = at('2026-11-30T09:00')
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(now)
  county = await campaignCounty(product)
})
afterAll(() => product.dispose())

const clocks = async (id: string) => (await county.rows(id)).map(({ dueAt }) => wallClock(new Date(dueAt), timeZone))
const plan = async (id: string) => {
  const made = await planCampaign(product.payload, { campaign: id, by: county.people.editor.id, now, timeZone })
  const names = await readNames(product.payload, 'zh')
  return made.plan.warnings.map((warning) => wordReason(warning, names, 'zh'))
}
const segment = (closed: object[]) =>
  product.payload.update({ collection: 'segments', id: county.segment.id, data: { closed } as never })
const channel = async (code: string, more: object) => county.channel('handout', { code, ...more } as never)

describe('from the rows of the county', () => {
  it('a channel that keeps to its market days goes out on 逢三八 of the lunar month, but for the day that falls out', async () => {
    const market = { system: 'lunar', digits: ['3', '8'], except: [{ day: '2026-12-06' }], only: true }
    const { id } = await county.campaign([await channel('market', { market, dailyQuota: 3 })])
    await plan(id)
    // 十月廿三 is 1 December, 廿八 the 6th, 冬月初三 the 11th.
    expect((await clocks(id)).map(({ day }) => day)).toEqual(['2026-12-01'])
  })

  it('a channel whose market days never come in the period is named, and nothing is planned', async () => {
    const market = { system: 'weekday', weekdays: ['7'], except: [{ day: '2026-12-06' }], only: true }
    const door = await channel('sundays', { name: '周日集市', market })
    const { id } = await county.campaign([door])
    await expect(plan(id)).rejects.toMatchObject({ code: 'plan-empty' })
    const { plan: stored } = await product.payload.findByID({ collection: 'campaigns', id })
    expect((stored as { warnings: object[] }).warnings).toContainEqual({ code: 'channel-no-days', channel: door.id })
  })

  it('school hours are left alone, on a weekend that is worked too, not on a holiday', async () => {
    await segment([{ from: '07:00', to: '23:30', workdays: true }])
    const door = await channel('school', { dailyQuota: 3 })
    await product.payload.create({
      collection: 'holidays',
      data: { name: '校庆', kind: 'off', from: '2026-12-03', source: '通知' },
    })
    await product.payload.create({
      collection: 'holidays',
      data: { name: '校庆调休', kind: 'work', from: '2026-12-05', source: '通知' },
    })
    const { id } = await county.campaign([door], { slots: 3 })
    await plan(id)
    expect((await clocks(id)).map(({ day }) => day)).toEqual(['2026-12-03', '2026-12-06'])
    await segment([])
  })

  it('a channel run by the office rests on public holidays; a year nobody entered is named in words', async () => {
    const door = await channel('office', { offHolidays: true, dailyQuota: 1 })
    await product.payload.create({
      collection: 'holidays',
      data: { name: '庆典', kind: 'off', from: '2026-12-01', to: '2026-12-08', source: '通知' },
    })
    const { id } = await county.campaign([door], { to: at('2027-01-02T12:00').toISOString(), slots: 4 })
    expect(await plan(id)).toContain(
      '2027 年的放假安排还没有填，先只按周六周日算：请照国务院的通知，到“放假调休”里填上，再重新排。',
    )
    for (const { day } of await clocks(id)) expect(day > '2026-12-08').toBe(true)
    await product.payload.create({
      collection: 'holidays',
      data: { name: '元旦', kind: 'off', from: '2027-01-01', to: '2027-01-03', source: '国办发明电' },
    })
    expect((await plan(id)).join()).not.toContain('放假安排')
    await product.payload.delete({ collection: 'holidays', where: { id: { exists: true } } })
  })
})

describe('what cannot be right is refused in words', () => {
  const refused = (rows: Promise<unknown>) => expect(rows).rejects.toThrow()
  it('a time that is none, an empty span, a market without days', async () => {
    await refused(segment([{ from: '八点', to: '17:00' }]))
    await refused(segment([{ from: '08:00', to: '8:00' }]))
    await refused(channel('q', { quietFrom: '25:00' }))
    await refused(channel('m', { market: { system: 'lunar', digits: [] } }))
    await segment([{ from: '22:00', to: '06:00', workdays: false }])
    await segment([])
  })

  it('a holiday that ends before it begins, an occasion without a day or on one that is none', async () => {
    const holiday = { name: '元旦', kind: 'off', from: '2027-01-03', to: '2027-01-01', source: '通知' } as const
    await refused(product.payload.create({ collection: 'holidays', data: holiday }))
    const occasion = { name: '节点', nameEn: 'Day', topics: [county.topic.id], source: '通知' }
    const made = (more: object) =>
      product.payload.create({ collection: 'occasions', data: { ...occasion, ...more } as never })
    await refused(made({ rule: 'fixed', month: 12 }))
    await refused(made({ rule: 'fixed', month: 4, day: 31 }))
    await refused(made({ rule: 'week', month: 9 }))
    await refused(made({ rule: 'notice', years: [{ from: '2026-12-07', to: '2026-12-01' }] }))
    await made({ rule: 'notice' })
    await product.payload.delete({ collection: 'occasions', where: { id: { exists: true } } })
  })
})
