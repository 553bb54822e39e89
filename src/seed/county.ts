import type { Payload } from 'payload'
import { ensure, idsBy } from './keyed'
import { segmentRows } from './reference/segments'
import type { Colleague } from './staff'

/** 望禾县 and everybody in it are invented; 0600 is no area code of any place. */
export const countyName = '望禾县'

type Office = {
  slug: string
  name: string
  level: 'county' | 'township'
  telephone: string
  address: string
  about: string
  varieties: string[]
  /** Share of the county's people who live here. */
  share: number
}

export const officeRows: Office[] = [
  {
    slug: 'wanghe',
    name: '望禾县司法局',
    level: 'county',
    telephone: '0600-5550100',
    address: '望禾县禾田镇谷雨路 12 号',
    about: '公共法律服务大厅在一楼：法律咨询、法律援助、公证、调解，一个窗口都能问。不收费。',
    varieties: ['cmn', 'yue', 'hak'],
    share: 1,
  },
  {
    slug: 'hetian',
    name: '禾田镇司法所',
    level: 'township',
    telephone: '0600-5550121',
    address: '望禾县禾田镇晒谷坪 3 号，农贸市场对面',
    about: '吵架、欠钱、占地、养老，先来坐坐，调解不收钱。每月逢五赶集日，摊位在市场南门。',
    varieties: ['cmn', 'yue'],
    share: 0.36,
  },
  {
    slug: 'liuwan',
    name: '柳湾镇司法所',
    level: 'township',
    telephone: '0600-5550136',
    address: '望禾县柳湾镇渡口街 8 号，卫生院隔壁',
    about: '会说客家话的调解员老邱周一到周五都在。腿脚不便的，打个电话我们上门。',
    varieties: ['cmn', 'hak'],
    share: 0.22,
  },
]

/** After years of marriage cases the bureau drew a line: more than this is held back until somebody lets it go. */
export const countyCap = { topic: 'marriage-family', cap: 0.4 }

export const countyStaff: Colleague[] = [
  { username: 'bianji', name: '林小满', roles: ['editor'], office: 'hetian' },
  { username: 'bianji2', name: '邱水生', roles: ['editor'], office: 'liuwan' },
  { username: 'shenhe', name: '何秋实', roles: ['reviewer'], office: 'wanghe' },
  { username: 'qianfa', name: '谷大寒', roles: ['publisher'], office: 'wanghe' },
  { username: 'lingdao', name: '白立冬', roles: ['manager'], office: 'wanghe' },
]

export async function ensureOffices(payload: Payload, now: Date): Promise<void> {
  const variety = await idsBy(payload, 'varieties', 'code')
  const segment = await idsBy(payload, 'segments', 'slug')
  const topic = await idsBy(payload, 'topics', 'slug')
  let county: string | undefined
  for (const { share, varieties, ...row } of officeRows) {
    const office = await ensure(
      payload,
      'offices',
      { slug: row.slug },
      {
        ...row,
        ...(county ? { parent: county } : { limits: [{ ...countyCap, topic: topic(countyCap.topic) }] }),
        hours: '周一至周五 8:30–12:00，14:30–17:30',
        varieties: varieties.map(variety),
        population: segmentRows.map(({ slug, demoPopulation }) => ({
          segment: segment(slug),
          people: Math.round(demoPopulation * share),
          source: '演示数据，虚构',
          date: now.toISOString(),
        })),
      },
    )
    county ??= office.id
  }
}

/** One-person offices cannot approve their own work: the county names a reviewer for them. */
export async function nameReviewers(payload: Payload): Promise<void> {
  const user = await idsBy(payload, 'users', 'username')
  for (const { slug } of officeRows) {
    const { docs } = await payload.find({
      collection: 'offices',
      where: { slug: { equals: slug } },
      depth: 0,
      limit: 1,
    })
    const office = docs[0]
    if (office && !office.reviewer)
      await payload.update({ collection: 'offices', id: office.id, data: { reviewer: user('shenhe') }, depth: 0 })
  }
}

/** Segments get the county's own head counts, and the site the bureau's name; anything a person has set stays. */
export async function nameCounty(payload: Payload, now: Date): Promise<void> {
  for (const { slug, demoPopulation } of segmentRows) {
    const { docs } = await payload.find({
      collection: 'segments',
      where: { slug: { equals: slug } },
      depth: 0,
      limit: 1,
    })
    const segment = docs[0]
    if (segment && segment.population == null)
      await payload.update({
        collection: 'segments',
        id: segment.id,
        data: { population: demoPopulation, populationSource: '演示数据，虚构', populationDate: now.toISOString() },
        depth: 0,
      })
  }
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const [county] = officeRows
  if (settings.bureau) return
  await payload.updateGlobal({
    slug: 'settings',
    data: {
      bureau: county!.name,
      telephone: county!.telephone,
      address: county!.address,
      alert: '今日骗局：冒充“医保局”叫您点链接换新卡，是假的，别点。',
    },
    depth: 0,
  })
}
