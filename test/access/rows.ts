import { caseOf, PASSWORD, type County } from '../support/county'

export type World = County & {
  file: string
  films: Record<string, string>
  articles: Record<string, string>
  statute: string
  channel: string
  variety: string
  article: string
}
type Row = { data: Record<string, unknown>; file?: { name: string; data: Buffer; mimetype: string; size: number } }

let count = 0
const next = () => `${++count}`
const text = () => ({
  name: `${next()}.srt`,
  data: Buffer.from('1\n00:00:00,000 --> 00:00:01,000\n好\n'),
  mimetype: 'text/plain',
  size: 36,
})
/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A valid new row of every collection, owned by `office` where rows have an owner. */
export const rowOf: Record<string, (world: World, office: string) => Row> = {
  articles: (world, office) => ({ data: { ...caseOf(world, `问题${next()}`), office } }),
  videos: (world, office) => ({
    data: {
      title: `片${next()}`,
      film: world.file,
      topic: world.topic.id,
      segments: [world.segment.id],
      summary: '说',
      office,
    },
  }),
  tracks: (world, office) => ({
    data: { video: filmOf(world, office), variety: world.variety, file: world.file, office },
  }),
  subtitles: (world, office) => ({
    data: { video: filmOf(world, office), variety: world.variety, file: world.file, origin: 'human', office },
  }),
  readings: (world, office) => ({
    data: { article: articleOf(world, office), variety: world.variety, file: world.file, office },
  }),
  images: (_world, office) => ({
    data: { alt: '图', office },
    file: { name: `${next()}.png`, data: PIXEL, mimetype: 'image/png', size: PIXEL.length },
  }),
  files: (_world, office) => ({ data: { office }, file: text() }),
  campaigns: (world, office) => ({
    data: {
      title: `活动${next()}`,
      goal: '少上当',
      from: '2026-11-01',
      to: '2026-12-01',
      slots: 3,
      segments: [world.segment.id],
      channels: [world.channel],
      office,
    },
  }),
  deliveries: (world, office) => ({
    data: {
      code: `d${next()}`,
      item: { relationTo: 'articles', value: world.article },
      itemKey: `articles:${world.article}`,
      topic: world.topic.id,
      segment: world.segment.id,
      channel: world.channel,
      dueAt: '2026-11-01',
      office,
    },
  }),
  channels: (_world, office) => ({ data: { name: '群', code: `c${next()}`, kind: 'handout', office } }),
  links: () => ({ data: { code: `l${next()}`, path: '/articles/x' } }),
  figures: (_world, office) => ({ data: { metric: 'reads', value: 3, source: '后台', office } }),
  questions: (_world, office) => ({ data: { text: '怎么办？', office } }),
  signals: (world, office) => ({
    data: { kind: 'survey', topic: world.topic.id, count: 3, source: '问卷', date: new Date().toISOString(), office },
  }),
  topics: () => ({ data: { name: `主题${next()}`, nameEn: `Topic ${count}` } }),
  segments: () => ({ data: { name: `人群${next()}`, nameEn: `Segment ${count}` } }),
  varieties: () => ({ data: { name: '话', tag: `hak-x${next()}`, code: `v${count}` } }),
  series: (_world, office) => ({ data: { name: `栏目${next()}`, office } }),
  occasions: (world) => ({
    data: {
      ...{ name: `节点${next()}`, nameEn: `Occasion ${count}`, rule: 'fixed', month: 12, day: 4 },
      ...{ topics: [world.topic.id], source: '通知' },
    },
  }),
  holidays: () => ({ data: { name: '元旦', kind: 'off', from: '2027-01-01', source: '通知' } }),
  statutes: () => ({ data: { title: '某法', shortTitle: '某法', slug: `law-${next()}` } }),
  provisions: (world) => ({
    data: {
      statute: world.statute,
      address: `x/${next()}`,
      number: '1',
      order: count,
      heading: '第一条',
      label: '第一条',
      text: '条文',
    },
  }),
  offices: (_world, office) => ({ data: { name: `村${next()}`, level: 'village', parent: office } }),
  users: (_world, office) => ({
    data: { username: `u${next()}`, name: '某', roles: ['editor'], office, password: PASSWORD },
  }),
  audit: () => ({ data: { action: 'x' } }),
  'media-steps': (world) => ({
    data: { video: world.films[world.south.id], run: `r${next()}`, order: 1, step: 'probe', state: 'waiting' },
  }),
  loans: (world, office) => ({
    data: {
      key: `k${next()}`,
      item: { relationTo: 'articles', value: world.article },
      itemKey: `articles:${world.article}`,
      lender: world.north.id,
      office,
    },
  }),
  credits: (_world, office) => ({ data: { key: `k${next()}`, office, week: '2026-11-16', sent: 0, owed: {} } }),
  kits: (world, office) => ({
    data: { key: `k${next()}`, video: world.films[world.south.id], variety: 'a', state: 'waiting', office },
  }),
}

/** A film of that office: a dub of a film elsewhere is refused for a reason of its own. */
const filmOf = (world: World, office: string): string => world.films[office] ?? ''

/** An article of that office, for the same reason. */
const articleOf = (world: World, office: string): string => world.articles[office] ?? ''
