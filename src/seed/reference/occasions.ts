type Rule = { rule: 'fixed' | 'range' | 'week' | 'lunar' | 'notice' } & Partial<
  Record<'month' | 'day' | 'toMonth' | 'toDay' | 'week' | 'before' | 'after', number>
>
type Row = Rule & {
  slug: string
  name: string
  nameEn: string
  topics: string[]
  floor?: number
  source: string
}

/**
 * Days that laws and circulars of the whole country have set. Where the dates move from year to year they are only
 * expected until somebody enters the notice. No floor for the month of the Civil Code: marriage has enough without it.
 */
export const occasionRows: Row[] = [
  {
    ...{ slug: 'womens-day', name: '国际妇女节维权周', nameEn: "Women's Day week", topics: ['domestic-violence'] },
    ...{ rule: 'fixed', month: 3, day: 8, before: 3, after: 3, source: '国际妇女节' },
  },
  {
    ...{ slug: 'consumer-day', name: '国际消费者权益日', nameEn: 'Consumer Rights Day', topics: ['consumer-rights'] },
    ...{ rule: 'fixed', month: 3, day: 15, after: 6, floor: 0.3, source: '国际消费者权益日' },
  },
  {
    ...{ slug: 'security-day', name: '全民国家安全教育日', nameEn: 'National Security Day' },
    ...{ topics: ['national-security'], rule: 'fixed', month: 4, day: 15, source: '《国家安全法》第十四条' },
  },
  {
    ...{ slug: 'civil-code-month', name: '民法典宣传月', nameEn: 'Month of the Civil Code' },
    topics: ['inheritance', 'land-housing', 'contracts-company', 'marriage-family'],
    ...{ rule: 'range', month: 5, day: 1, toMonth: 5, toDay: 31, source: '每年 5 月，主题看当年通知' },
  },
  {
    ...{ slug: 'environment-day', name: '环境日', nameEn: 'Environment Day', topics: ['environment'] },
    ...{ rule: 'fixed', month: 6, day: 5, source: '《环境保护法》第十二条' },
  },
  {
    ...{ slug: 'fundraising-month', name: '防范非法集资宣传月', nameEn: 'Month against illegal fundraising' },
    ...{ topics: ['elder-scams'], rule: 'range', month: 6, day: 1, toMonth: 6, toDay: 30, floor: 0.2 },
    source: '每年 6 月，主题看当年通知',
  },
  {
    ...{ slug: 'safety-month', name: '安全生产月', nameEn: 'Month of safety at work', topics: ['safety'] },
    ...{ rule: 'range', month: 6, day: 1, toMonth: 6, toDay: 30, source: '每年 6 月，主题看当年通知' },
  },
  {
    ...{ slug: 'fraud-month', name: '全民反诈集中宣传月', nameEn: 'Month against telecom fraud' },
    ...{ topics: ['telecom-fraud'], rule: 'notice', month: 6, day: 15, toMonth: 7, toDay: 14, floor: 0.3 },
    source: '每年看通知（2023 到 2025 年都从 6 月中下旬起）',
  },
  {
    ...{ slug: 'safety-law-week', name: '安全生产法宣传周', nameEn: 'Week of the Work Safety Law', topics: ['safety'] },
    ...{ rule: 'week', month: 12, week: 1, source: '每年 12 月第一周' },
  },
  {
    ...{ slug: 'constitution-day', name: '国家宪法日', nameEn: 'Constitution Day', topics: ['constitution'] },
    ...{ rule: 'fixed', month: 12, day: 4, source: '全国人大常委会 2014 年的决定' },
  },
  {
    ...{ slug: 'constitution-week', name: '宪法宣传周', nameEn: 'Constitution Week', topics: ['constitution'] },
    ...{ rule: 'notice', month: 12, day: 1, toMonth: 12, toDay: 7, floor: 0.3 },
    source: '每年看通知；那几天里总有 12 月 4 日',
  },
]
