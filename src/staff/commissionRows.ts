import { forms, offersTo, wordReason, type Commission, type Language, type Offer, type Supply } from '../../campaigns'
import { workingTitle } from './takeCommission'

/** `wish`: what of the row is different when this is taken, the form and variety it is in. */
export type OfferLine = Pick<Offer, 'kind' | 'item' | 'dub'> & {
  wish: Pick<Offer, 'form' | 'variety'>
  title: string
  words: string
}
export type CommissionRow = {
  wish: { topic: string; segment: string; variety: string | null; form: string }
  title: string
  why: string
  /** What is cheaper than a new piece, cheapest first. */
  offers: OfferLine[]
}

/** A list in words, each piece with what could be taken instead by the office that asks. */
export function commissionRows(
  rows: readonly Commission[],
  supply: Supply,
  { office, names, language }: { office: string | null; names: (id: string) => string; language: Language },
): CommissionRow[] {
  const offices = new Map(supply.offices.map(({ id, name }) => [String(id), name]))
  return rows.map(({ reasons, ...wish }) => ({
    wish,
    title: workingTitle(wish, names, forms[language], language),
    why: reasons.map((reason) => wordReason(reason, names, language)).join(language === 'en' ? '; ' : '，'),
    offers: offersTo(supply, office, wish).map((offer) => ({
      ...{ kind: offer.kind, item: offer.item, dub: offer.dub },
      wish: { form: offer.form, variety: offer.variety },
      title: supply.library.get(offer.item)?.title ?? '',
      words: offerWords(offer, supply, offices.get(offer.lender ?? '') ?? '', { wish, names, language }),
    })),
  }))
}

type Words = { wish: CommissionRow['wish']; names: (id: string) => string; language: Language }

/** “借：《…》（甲司法所，3 分钟，普通话）”, “换个形式，借案例：《…》（…）”, “给现有短片《…》配客家话”. */
function offerWords(
  { kind, item, form }: Offer,
  supply: Supply,
  lender: string,
  { wish, names, language }: Words,
): string {
  const { title = '', seconds = null } = supply.library.get(item) ?? {}
  const spoken = supply.stock.find(({ key }) => key === item)?.varieties ?? []
  const zh = language === 'zh'
  const variety = wish.variety ? names(wish.variety) : ''
  if (kind === 'dub')
    return zh ? `给现有短片《${title}》配${variety}` : `Dub the film “${title}” that is here already into ${variety}`
  const tongues = spoken.length ? spoken.map(names) : supply.standard ? [names(supply.standard)] : []
  const about = [lender, seconds === null ? '' : lengthWords(seconds, zh), tongues.join(zh ? '、' : ', ')].filter(
    Boolean,
  )
  const other = form === wish.form ? null : (forms[language][form] ?? form)
  if (zh) return `${other ? `换个形式，借${other}` : '借'}：《${title}》（${about.join('，')}）`
  return `${other ? `In another form: borrow the ${other}` : 'Borrow'} “${title}” (${about.join(', ')})`
}

function lengthWords(seconds: number, zh: boolean): string {
  if (seconds < 60) return zh ? `${Math.round(seconds)} 秒` : `${Math.round(seconds)} s`
  return zh ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 60)} min`
}

/** “2 件反诈短视频，1 件消费案例”. */
export function lackWords(rows: readonly Commission[], names: (id: string) => string, language: Language): string {
  const counts = new Map<string, number>()
  const zh = language === 'zh'
  for (const { topic, form } of rows) {
    const what = zh ? `${names(topic)}${forms.zh[form] ?? form}` : `${forms.en[form] ?? form} on ${names(topic)}`
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return [...counts].map(([what, count]) => (zh ? `${count} 件${what}` : `${count} ${what}`)).join(zh ? '，' : ', ')
}
