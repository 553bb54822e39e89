import { describe, expect, it } from 'vitest'
import { withLearned } from '../../campaigns/drawing'
import { learnedFrom, type Seen, type Slotted, type Watched } from '../../campaigns/learned'
import { intervalOf, meanOf } from '../../campaigns/learning'
import { planDeliveries } from '../../campaigns/planning'
import { chance } from '../../src/lib/chance'
import { brief, channel, item, items, segment } from '../support/briefs'

const grounds = { segments: ['old', 'young'], topics: ['marriage', 'fraud', 'consumer'], channels: ['site', 'kit'] }
const watched = (topic: string, successes: number, trials: number, more: Partial<Watched> = {}): Watched => ({
  ...{ segment: 'old', topic, item: `articles:${topic}`, ago: 0, successes, trials },
  ...more,
})
const learn = (seen: Partial<Seen>, given = grounds) =>
  learnedFrom({ watched: [], sent: [], posted: [], ...seen }, given)
const cell = (learned: ReturnType<typeof learn>, segment: string, topic: string) =>
  learned.topics.find((one) => one.segment === segment && one.topic === topic)!

describe('what is learned from counts', () => {
  it('nothing counted, nothing believed and nothing drawn: the plan is the one without', () => {
    const learned = learn({})
    expect(learned).toMatchObject({ topics: [], items: [], slots: [], own: [], platforms: [] })
    const given = brief({ items: items(30, 'fraud') })
    expect(withLearned(given, learned)).toEqual(given)
  })

  it('a segment that nobody counted starts from its topic and from itself, with no trials to its name', () => {
    const learned = learn({ watched: [watched('fraud', 80, 100), watched('marriage', 10, 100)] })
    const [liked, shunned] = [cell(learned, 'young', 'fraud'), cell(learned, 'young', 'marriage')]
    expect([liked.trials, shunned.trials]).toEqual([0, 0])
    expect(meanOf(liked)).toBeGreaterThan(meanOf(shunned) + 0.2)
    expect(cell(learned, 'old', 'fraud')).toMatchObject({ successes: 80, trials: 100, newest: 0, oldest: 0 })
  })

  it('old weeks count less, and the table still says how many there were and when', () => {
    const fresh = learn({ watched: [watched('fraud', 90, 100), watched('marriage', 50, 200)] })
    const old = learn({ watched: [watched('fraud', 90, 100, { ago: 40 }), watched('marriage', 50, 200)] })
    expect(meanOf(cell(old, 'old', 'fraud'))).toBeLessThan(meanOf(cell(fresh, 'old', 'fraud')))
    expect(cell(old, 'old', 'fraud')).toMatchObject({ trials: 100, newest: 40, oldest: 40 })
  })

  it('who is not known by segment teaches about the topic, and no segment by name', () => {
    const learned = learn({
      watched: [watched('fraud', 900, 1000, { segment: '' }), watched('marriage', 100, 1000, { segment: '' })],
    })
    expect(learned.items).toEqual([])
    expect(meanOf(cell(learned, 'old', 'fraud'))).toBeGreaterThan(meanOf(cell(learned, 'old', 'marriage')))
    expect(cell(learned, 'old', 'fraud').trials).toBe(0)
  })

  it('an unknown topic, a made-up channel, NaN and more finished than opened do no harm', () => {
    const learned = learn({
      watched: [
        watched('dragons', 5, 5),
        watched('fraud', 9, 2),
        watched('fraud', NaN, NaN),
        watched('fraud', 1, 2, { ago: -3 }),
      ],
      sent: [{ segment: 'old', channel: 'nowhere', block: '18-20', ago: 0, openings: 4 }],
      posted: [{ channel: 'shorts', topic: 'fraud', block: null, ago: 0, plays: 0, completions: null }],
    })
    const made = withLearned(brief({ items: items(5, 'fraud'), segments: [segment({ id: 'old' })] }), learned)
    const plan = planDeliveries(made)
    expect(plan.deliveries).toHaveLength(5)
    for (const value of Object.values(made.segments[0]!.appeal!)) expect(value > 0 && value < 1).toBe(true)
  })

  it('an interval holds 95 of 100 draws', () => {
    const seeded = chance(3)
    for (const belief of [
      { a: 8, b: 12 },
      { a: 40, b: 60 },
      { a: 3, b: 60 },
    ]) {
      const { low, high } = intervalOf(belief)
      const draws = Array.from({ length: 4000 }, () => seeded.beta(belief.a, belief.b))
      const inside = draws.filter((draw) => draw >= low && draw <= high).length / draws.length
      expect(inside).toBeGreaterThan(0.92)
      expect(inside).toBeLessThan(0.98)
    }
  })
})

describe('a plan that has learned', () => {
  const seen = { watched: [watched('fraud', 80, 200, { item: 'good' }), watched('fraud', 2, 200, { item: 'bad' })] }
  const given = (more = {}) =>
    brief({
      slots: 4,
      items: [
        item('good', 'fraud'),
        item('bad', 'fraud'),
        item('new', 'fraud'),
        ...items(3, 'fraud', { varieties: ['hak'] }),
      ],
      segments: [segment({ id: 'old', demand: { fraud: 1 } })],
      ...more,
    })

  it('sends what is finished before what is shunned; what was not tried stands at its cell in between', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { deliveries, excluded } = planDeliveries(withLearned(given({ seed }), learn(seen)))
      expect(deliveries[0]!.score).toBeGreaterThanOrEqual(0)
      expect(deliveries.map(({ item }) => item)).toContain('good')
      expect(excluded.map(({ item }) => item)).toContain('bad')
    }
  })

  it('says in each reason what was learned and from how many, the same plan for the same seed, another world for another', () => {
    const learned = learn(seen)
    const made = (seed: number) => withLearned(given({ seed }), learned)
    expect(planDeliveries(made(1))).toEqual(planDeliveries(made(1)))
    expect(made(1)).toEqual(made(1))
    expect(made(1).segments[0]!.appeal).not.toEqual(made(2).segments[0]!.appeal)
    const [first] = planDeliveries(made(1)).deliveries
    const reason = first!.reasons.find(({ code }) => code === 'seen')
    expect(reason).toMatchObject({ segment: 'old', topic: 'fraud', trials: 400 })
    const { mean, low, high } = reason as { mean: number; low: number; high: number } & typeof reason
    expect(low < mean && mean < high && Math.abs(mean - 82 / 400) < 0.05).toBe(true)
  })

  it('compares films with films: a film fewer finish is not put behind every page', () => {
    const learned = learn({
      watched: [
        watched('fraud', 40, 200, { item: 'videos:film' }),
        watched('fraud', 110, 200, { item: 'articles:page' }),
        ...[1, 2, 3].map((n) => watched('marriage', 60, 100, { item: `articles:m${n}` })),
        ...[1, 2, 3].map((n) => watched('marriage', 15, 100, { item: `videos:m${n}` })),
      ],
    })
    const better = Array.from({ length: 60 }, (_, seed) => {
      const { quality } = withLearned(given({ seed }), learned).segments[0]!
      return quality!['videos:film']! > quality!['articles:page']!
    }).filter(Boolean).length
    expect(better).toBeGreaterThan(30)
  })

  const sent = (channel: string, block: string, openings: number, times = 12): Slotted[] =>
    Array.from({ length: times }, () => ({ segment: 'old', channel, block, ago: 1, openings }))

  it('goes by the door and at the hour at which it was opened, also against what the portrait says', () => {
    const learned = learn({
      sent: [
        ...sent('kit', '18-20', 40),
        ...sent('kit', '09-12', 3),
        ...sent('site', '18-20', 4),
        ...sent('site', '09-12', 2),
      ],
    })
    const doors = { kit: 0, site: 0 }
    const blocks: (string | undefined)[] = []
    for (let seed = 1; seed <= 10; seed++) {
      const made = given({
        seed,
        channels: [channel({ id: 'site' }), channel({ id: 'kit', kind: 'handout' })],
        segments: [segment({ id: 'old', demand: { fraud: 1 }, hours: ['09-12', '18-20'], channels: ['site'] })],
      })
      for (const { channel, reasons } of planDeliveries(withLearned(made, learned)).deliveries) {
        doors[channel as 'kit' | 'site'] += 1
        if (channel === 'kit') blocks.push(reasons.flatMap((one) => (one.code === 'hours' ? [one.block] : []))[0])
      }
    }
    expect(doors.kit).toBeGreaterThan(3 * doors.site)
    expect(blocks.filter((block) => block === '18-20').length).toBeGreaterThan(0.9 * blocks.length)
  })

  it('tells how often sends there were opened', () => {
    const learned = learn({ sent: [...sent('kit', '18-20', 40, 4), ...sent('kit', '18-20', 20, 4)] })
    const made = given({
      channels: [channel({ id: 'kit', kind: 'handout' })],
      segments: [segment({ id: 'old', demand: { fraud: 1 }, hours: ['18-20'] })],
    })
    const [first] = planDeliveries(withLearned(made, learned)).deliveries
    expect(first!.reasons).toContainEqual({
      code: 'opened',
      channel: 'kit',
      segment: 'old',
      block: '18-20',
      opened: 30,
      sends: 8,
    })
  })
})

describe('a platform that only its own figures tell of', () => {
  const posted = (topic: string, plays: number, completions: number | null, block = '18-20', channel = 'shorts') => ({
    ...{ channel, topic, block, ago: 0, plays, completions },
  })

  it('learns apart: no play of a platform moves what is believed of our own pages or of another platform', () => {
    const ours = { watched: [watched('fraud', 40, 100)], sent: [] }
    const with1 = learn({ ...ours, posted: [posted('fraud', 9000, 8900), posted('fraud', 100, 1, '18-20', 'moments')] })
    expect(with1.topics).toEqual(learn(ours).topics)
    const of = (channel: string) =>
      meanOf(with1.platforms.find((one) => one.channel === channel)!.topics.find(({ topic }) => topic === 'fraud')!)
    expect(of('shorts')).toBeGreaterThan(0.8)
    expect(of('moments')).toBeLessThan(0.3)
  })

  it('one post of thousands of plays counts no more than a hundred', () => {
    const [platform] = learn({ posted: [posted('fraud', 50_000, 25_000)] }).platforms
    expect(platform!.topics.find(({ topic }) => topic === 'fraud')).toMatchObject({ trials: 100, successes: 50 })
  })

  it('its topics weigh on that platform only, its hours too, and plays without completions teach the hour alone', () => {
    const posts = Array.from({ length: 12 }, () => [
      posted('fraud', 1000, 700),
      posted('marriage', 1000, 50),
      posted('fraud', 90, null, '09-12'),
    ]).flat()
    const learned = learn({ posted: posts })
    let evening = 0
    for (let seed = 1; seed <= 10; seed++) {
      const made = withLearned(given(seed), learned)
      const [site, shorts] = made.channels
      expect(site).not.toHaveProperty('fit')
      expect(shorts!.fit!.fraud!).toBeGreaterThan(2 * shorts!.fit!.marriage!)
      expect(made.segments[0]).not.toHaveProperty('appeal')
      expect(made.segments[0]!.worth!.every(({ channel }) => channel === 'shorts')).toBe(true)
      const [night, morning] = ['18-20', '09-12'].map(
        (block) => made.segments[0]!.worth!.find((one) => one.block === block)!.value,
      )
      evening += night! > morning! ? 1 : 0
      const onSite = planDeliveries(made).deliveries.filter(({ channel }) => channel === 'site')
      expect(onSite.length).toBeGreaterThan(0)
    }
    expect(evening).toBe(10)
    function given(seed: number) {
      return brief({
        seed,
        channels: [channel({ id: 'site' }), channel({ id: 'shorts', kind: 'handout' })],
        items: [...items(20, 'fraud'), ...items(20, 'marriage')],
        segments: [segment({ id: 'old', demand: { fraud: 0.5, marriage: 0.5 } })],
      })
    }
  })
})
