import type { Router } from 'express'
import { below, type Language } from '../../campaigns'
import { idOf } from '../../collections/access'
import { keepFigures, readFigureSheet } from '../import/figures'
import { wordFigureRefusal } from '../import/figureWords'
import { wallClock } from '../lib/zone'
import type { Runtime } from '../runtime'
import { csvOf, sheetImports } from './sheetImports'
import type { Staff } from './staff'

/** What other platforms counted, from a spreadsheet: about deliveries of one's own office and those below it. */
export function figuresRouter(runtime: Runtime): Router {
  const { payload, env } = runtime
  return sheetImports(runtime, {
    ...{ collection: 'figures', roles: ['editor', 'publisher'], word: wordFigureRefusal },
    read: async (bytes, { me, today }) =>
      readFigureSheet(payload, bytes, { today, timeZone: env.SITE_TIMEZONE, offices: await officesOf(runtime, me) }),
    keep: (rows, { me, batch, now }) => keepFigures(payload, rows, { batch, by: me.id, now }),
    template: async (language) => ({
      name: language === 'en' ? 'platform-figures.csv' : '平台数据模板.csv',
      text: await template(runtime, language),
    }),
  })
}

async function officesOf({ payload }: Runtime, me: Staff): Promise<ReadonlySet<string> | null> {
  if (me.roles.includes('admin')) return null
  const own = idOf(me.office)
  const { docs } = await payload.find({
    collection: 'offices',
    ...{ depth: 0, pagination: false, overrideAccess: true, select: { parent: true } },
  })
  return own ? below(docs, own) : new Set()
}

/** With the county's own last deliveries on platforms as lines to fill in. */
async function template({ payload, env }: Runtime, language: Language): Promise<string> {
  const { docs } = await payload.find({
    collection: 'deliveries',
    ...{ depth: 1, limit: 20, sort: '-submittedAt', overrideAccess: true },
    where: { and: [{ state: { equals: 'submitted' } }, { 'channel.platform': { equals: true } }] },
  })
  const en = language === 'en'
  const lines = docs.map(({ item, channel, submittedAt }) => [
    typeof channel === 'object' ? channel.name : '',
    typeof item.value === 'object' ? item.value.title : '',
    submittedAt ? wallClock(new Date(submittedAt), env.SITE_TIMEZONE).day : '',
    ...['', '', '', ''],
  ])
  const example = en
    ? ['Douyin', 'EXAMPLE, replace: title of the film', '2026-11-20', '1200', '31%', 'Douyin back office', '2026-11-27']
    : ['抖音', '示例，请换成自己的：作品标题', '2026-11-20', '1200', '31%', '抖音后台', '2026-11-27']
  return csvOf([
    en
      ? ['Channel', 'Title', 'Sent', 'Plays', 'Finished', 'Source', 'Date']
      : ['渠道', '标题', '投放日期', '播放', '看完', '来源', '日期'],
    ...(lines.length ? lines : [example]),
  ])
}
