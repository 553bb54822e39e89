import type { Report } from '../../analytics/report'
import type { MixRow } from '../../lib/mixExplained'
import { rulerSentence, shortest } from '../../lib/ruler'
import type { Language } from '../say'

export const rulerRows = ({ topics }: Report, mix: Report['delivered'], language: Language): MixRow[] =>
  topics.map(({ id, name, nameEn }) => {
    const { count = 0, wanted = 0, equal = 0 } = mix.topics.find((topic) => topic.id === id) ?? {}
    return { name: language === 'en' ? nameEn : name, ours: count, wanted, equal }
  })

/** Of a hundred deliveries, how many missed; only counts while there is too little to speak of shares. */
export function mixSentence(report: Report, language: Language): string {
  const { delivered, above } = report
  const en = language === 'en'
  if (delivered.mismatch !== null) return rulerSentence(rulerRows(report, delivered, language), language)
  const counts = en
    ? `${delivered.total} deliveries of ${delivered.distinct} different items: too few for a percentage (10 items are needed).`
    : `投放了 ${delivered.total} 次，只有 ${delivered.distinct} 条不同的内容，还不够算百分比（至少要 10 条）。`
  if (delivered.total === 0 && !above) return en ? 'Nothing was delivered in this period.' : '这段时间还没有投放。'
  if (!above) return counts
  const whole = rulerSentence(rulerRows(report, above, language), language)
  return en ? `${counts} ${above.name} as a whole: ${whole}` : `${counts}${above.name}合起来看：${whole}`
}

/** How often a cap held something back, and what became of it; null when it never did. */
export function heldSentence({ held }: Report, language: Language): string | null {
  if (!held.total) return null
  const en = language === 'en'
  const people = held.letGo.reduce((sum, { count }) => sum + count, 0)
  const names = held.letGo.map(({ by, count }) => `${by} ${count}`).join(en ? ', ' : '、')
  const parts = en
    ? [
        people ? `${people} let go (${names})` : '',
        held.went ? `${held.went} went out once there was room` : '',
        held.waiting ? `${held.waiting} still wait` : '',
        held.notSent ? `${held.notSent} not sent` : '',
      ]
    : [
        people ? `放行 ${people} 次（${names}）` : '',
        held.went ? `有了空位自己发了 ${held.went} 次` : '',
        held.waiting ? `还压着 ${held.waiting} 次` : '',
        held.notSent ? `没有发 ${held.notSent} 次` : '',
      ]
  const became = parts.filter(Boolean).join(en ? ', ' : '，')
  return en
    ? `${held.total} deliveries were held back because their topic was at its cap: ${became}.`
    : `因为主题发多了，先压过 ${held.total} 次投放：${became}。`
}

/** The topic that the first sentence calls short, by its slug: a campaign can make it up. */
export function mostLacking(report: Report): string | undefined {
  const mix = report.delivered.mismatch === null ? report.above : report.delivered
  if (!mix || mix.mismatch === null) return undefined
  const row = shortest(rulerRows(report, mix, 'zh'))
  return row === null ? undefined : report.topics[row]?.slug
}

/** Whom we reached, and whom least for their number. */
export function reachSentence({ reach, segments, names }: Report, language: Language): string {
  const en = language === 'en'
  if (!reach.times && !reach.bestDay)
    return en ? 'No resident has read or watched anything yet.' : '这段时间还没有居民来看。'
  const measured = segments.filter(({ code, perThousand }) => code && perThousand !== null)
  const least = [...measured].sort((a, b) => a.perThousand! - b.perThousand!)[0]
  const most = [...measured].sort((a, b) => b.perThousand! - a.perThousand!)[0]
  const day = reach.bestDay
  const people = !day ? '' : en ? `, at most ${day.people} people on one day` : `，来得最多的一天有 ${day.people} 人`
  const name = (code: string) => nameOf(names.segments, code, language)
  const compared = !least || !most || least === most
  const contrast = compared
    ? ''
    : en
      ? ` ${name(most.code)} most (${per(most.perThousand!)} per thousand), ${name(least.code)} least (${per(least.perThousand!)}).`
      : `看得最多的是${name(most.code)}（每千人 ${per(most.perThousand!)} 人次），最少的是${name(least.code)}（${per(least.perThousand!)} 人次）。`
  return en
    ? `${reach.times} effective reads and plays${people}.${contrast}`
    : `有效阅读和播放 ${reach.times} 人次${people}。${contrast}`
}

const per = (times: number) => (times < 10 ? times.toFixed(1) : String(Math.round(times)))

export function leastReached({ segments }: Report): string | undefined {
  const measured = segments.filter(({ code, perThousand }) => code && perThousand !== null)
  return [...measured].sort((a, b) => a.perThousand! - b.perThousand!)[0]?.code
}

/** Which film to look at first, and why. */
export function filmSentence({ weakest, films }: Report, language: Language): string {
  const en = language === 'en'
  if (!weakest) return en ? 'There is no public film yet.' : '还没有公开的影片。'
  const { film, why } = weakest
  const only = films.length === 1
  const share = film.completion ? Math.round(film.completion.share * 100) : 0
  if (why === 'not-started') return en ? `Nobody has played “${film.title}” yet.` : `《${film.title}》还没有人点开过。`
  if (why === 'few-plays')
    return en
      ? `${only ? 'The one film' : 'Least played'}: “${film.title}”, ${film.plays} effective plays.`
      : `${only ? '只有一部影片' : '播放最少的'}：《${film.title}》，有效播放 ${film.plays} 次。`
  return en
    ? `${only ? 'The one film' : 'Left early most'}: “${film.title}”, ${film.plays} effective plays, ${share} of 100 watch to the end.`
    : `${only ? '只有一部影片' : '最留不住人的'}：《${film.title}》，有效播放 ${film.plays} 次，100 个点开的有 ${share} 个看完。`
}

export function nameOf(
  names: { code: string; name: string; nameEn: string }[],
  code: string,
  language: Language,
): string {
  const found = names.find((entry) => entry.code === code)
  if (!found) return language === 'en' ? 'not said' : '没有说明'
  return language === 'en' ? found.nameEn : found.name
}
