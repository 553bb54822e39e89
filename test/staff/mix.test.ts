import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planCampaign, commissionsOf, readSupply } from '../../campaigns'
import { makeReport } from '../../src/analytics/report'
import { mixSentence } from '../../src/admin/report/sentences'
import { readFacts } from '../../src/staff/reportFacts'
import { at, campaignCounty, timeZone, type CampaignCounty } from '../support/campaign'
import { serve } from '../support/http'
import { testRuntime } from '../support/payload'

let product: Awaited<ReturnType<typeof testRuntime>>
let home: CampaignCounty
let site: Awaited<ReturnType<typeof serve>>
const now = at('2026-11-25T09:00')
beforeAll(async () => {
  product = await testRuntime()
  product.clock.moveTo(now)
  home = await campaignCounty(product)
  site = await serve(product)
  const channel = await home.channel('site')
  // The south is small; the county with the north has enough, nine tenths of it on labour.
  await sent(home.south.id, 9, home.topic.id)
  await sent(home.north.id, 18, home.topic.id, 9)
  await sent(home.north.id, 3, home.fraud.id, 30)

  async function sent(office: string, count: number, topic: string, from = 0) {
    for (let n = from; n < from + count; n++)
      await product.payload.create({
        collection: 'deliveries',
        data: {
          ...{ code: `m${office.slice(-4)}${n}`, itemKey: `articles:x${n}`, topic, office },
          item: { relationTo: 'articles', value: home.articles[0]!.id },
          ...{ segment: home.segment.id, channel: channel.id, state: 'submitted' },
          ...{ dueAt: at('2026-11-20T09:00').toISOString(), submittedAt: at('2026-11-20T09:01').toISOString() },
        },
        context: { plan: true },
      })
  }
})
afterAll(async () => {
  await site.close()
  await product.dispose()
})

const mix = async (who: string, query = '') =>
  (await site.call(`/api/staff/mix${query}`, { token: await site.signIn(who) })).body
const limit = (office: string, limits: object[]) =>
  product.payload.update({ collection: 'offices', id: office, data: { limits } as never })

describe('the mix of a small office', () => {
  it('is counts of its own, without percent or alarm, and the shares of the nearest office that is big enough', async () => {
    const { sentence, topics, svg, how } = await mix('lan')
    expect(sentence).toMatch(
      /投放 9 次，9 件不同的内容，太少，不算比例。下面的比例是青石县司法局合起来的：每 100 条里有/,
    )
    expect(topics[home.topic.id]).toBe('劳动用工近 90 天发过 9 次。')
    expect(topics[home.fraud.id]).toBe('电信诈骗近 90 天没有发过。')
    expect(svg).toContain('青石县司法局')
    expect(how.lines[0].text).toContain('劳动用工 90.0 −')
  })

  it('says what limits a topic there, and raises no alarm over a cap either', async () => {
    await limit(home.bureau.id, [{ topic: home.topic.id, cap: 0.3, share: 0.2 }])
    await limit(home.south.id, [{ topic: home.fraud.id, floor: 0.4 }])
    const { topics } = await mix('lan')
    expect(topics[home.topic.id]).toBe('劳动用工近 90 天发过 9 次。定了目标 20%，最高 30%。')
    expect(topics[home.fraud.id]).toMatch(/最低 40%/)
  })

  it('of an office that is big enough is its own, with its alarm and the broken cap', async () => {
    const { sentence, topics } = await mix('qian')
    expect(sentence).toMatch(/^每 100 条里有/)
    expect(topics[home.topic.id]).toMatch(/发得太多了（每 100 条发 90 条，群众要 \d+ 条）.*已经超过上限 30%/)
    // Asked for by name, as a form does that is about another office.
    expect((await mix('qian', `?office=${home.south.id}`)).topics[home.topic.id]).toMatch(/发过 9 次/)
  })

  it('reaches the report: counts, then whose shares these are', async () => {
    const report = makeReport(await readFacts(product, { office: home.south.id }))
    expect(report.delivered).toMatchObject({ total: 9, distinct: 9, enough: false, mismatch: null })
    expect(report.above).toMatchObject({ name: '青石县司法局', total: 30, distinct: 30 })
    expect(mixSentence(report, 'zh')).toMatch(/还不够算百分比.*青石县司法局合起来看：每 100 条里有/)
    for (const point of report.trend.points) expect(point.mismatch).toBeNull()
    expect(makeReport(await readFacts(product, {})).above).toBeNull()
  })

  it('reaches the commission list: how often, never what share', async () => {
    const supply = await readSupply(product.payload, { now, timeZone })
    const { rows } = await commissionsOf(product.payload, supply, { office: home.south.id, count: 5 })
    expect(rows.flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toContain('piece-short')
  })

  it('reaches the plan: shares from above, and no percent for a plan of few items', async () => {
    const channel = await home.channel('feed')
    const { id } = await home.campaign([channel], { targets: [{ topic: home.topic.id, share: 0.9 }] })
    const { plan } = await planCampaign(product.payload, { campaign: id, by: null, now, timeZone })
    expect(plan.mixBefore).toMatchObject({ distinct: 9, above: { office: '青石县司法局', distinct: 30 } })
    const { body } = await site.call(`/api/staff/campaigns/${id}`, { token: await site.signIn('lan') })
    expect(body.rulers.before.sentence).toMatch(/青石县司法局合起来的/)
    expect(body.rulers.after.sentence).toMatch(/太少，不算比例/)
    expect(body.rulers.after.svg).not.toContain('%</text>')
    // What the campaign aims at is no need of the people.
    expect(plan.needed![home.fraud.id]).toBeCloseTo(0.6, 1)
    expect(body.warnings.join()).toMatch(/活动定的劳动用工是 90%，超过了上限 30%/)
  })
})

it('one asked-for ruler serves a form with many topics, and nobody else', async () => {
  const answer = await site.call('/api/staff/mix', { token: await site.signIn('lan') })
  expect(answer.headers.get('cache-control')).toBe('private, max-age=30')
  expect(answer.headers.get('vary')).toMatch(/cookie/i)
  expect((await site.call('/api/staff/mix')).status).toBe(401)
})
