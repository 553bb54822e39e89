import { MIX_DAYS, type Language, type OfficeMix } from '../../campaigns'

type Topic = OfficeMix['topics'][number]
/** A floor under three points is always met sooner or later: not worth a word beside every topic. */
const WORTH_NAMING = 0.03
const points = (share: number) => Math.round(share * 100)

/**
 * What to know about a topic while choosing it: whether the office has too much of it already, and what its target, floor
 * and cap are. With too few items for shares only how often it went out: no percent, no alarm.
 */
export function topicLine(topic: Topic, mix: OfficeMix, name: string, language: Language): string {
  const en = language === 'en'
  const said = mix.enough ? verdict(topic, mix, name, en) : counted(topic, name, en)
  const limits = limitWords(topic, en)
  const broken = mix.enough && isOver(topic, mix)
  if (broken)
    return en
      ? `${said} It is over its cap of ${points(topic.limits.cap!)}%.`
      : `${said}已经超过上限 ${points(topic.limits.cap!)}%。`
  return limits ? `${said}${en ? ' ' : ''}${limits}` : said
}

const isOver = ({ count, limits: { cap } }: Topic, { deliveries }: OfficeMix) =>
  typeof cap === 'number' && count / deliveries > cap + 1e-9

function limitWords({ limits: { share, floor, cap } }: Topic, en: boolean): string {
  const parts = [
    share ? (en ? `target ${points(share)}%` : `目标 ${points(share)}%`) : '',
    floor && floor >= WORTH_NAMING ? (en ? `floor ${points(floor)}%` : `最低 ${points(floor)}%`) : '',
    typeof cap === 'number' ? (en ? `cap ${points(cap)}%` : `最高 ${points(cap)}%`) : '',
  ].filter(Boolean)
  if (!parts.length) return ''
  return en ? `Set: ${parts.join(', ')}.` : `定了${parts.join('，')}。`
}

const counted = ({ count }: Topic, name: string, en: boolean) =>
  en
    ? `${name}: sent ${count === 1 ? 'once' : `${count} times`} in ${MIX_DAYS} days.`
    : `${name}近 ${MIX_DAYS} 天${count ? `发过 ${count} 次` : '没有发过'}。`

/** The alarm of ranking.md 1.1: served less than half or more than twice of what is wanted. */
function verdict({ count, wanted }: Topic, { deliveries }: OfficeMix, name: string, en: boolean): string {
  const share = count / deliveries
  const [sent, needed] = [points(share), points(wanted)]
  const pair = en ? `${sent} of 100 sent, ${needed} needed` : `每 100 条发 ${sent} 条，群众要 ${needed} 条`
  if (share > 2 * wanted && sent - needed >= 3)
    return en ? `${name}: too much already (${pair}).` : `${name}发得太多了（${pair}），想想别的主题。`
  if (share < wanted / 2 && needed - sent >= 3)
    return en ? `${name} is just what is missing (${pair}).` : `${name}正缺（${pair}），写得正好。`
  return en ? `${name}: about right (${pair}).` : `${name}不多不少（${pair}）。`
}
