type SegmentRow = {
  slug: string
  name: string
  nameEn: string
  invitation: string
  /** Of 300,000 inhabitants of the demo county. */
  demoPopulation: number
  varieties: string[]
  hours: ('06-09' | '09-12' | '12-14' | '14-18' | '18-20' | '20-23')[]
  forms: ('video' | 'case' | 'guide' | 'choice' | 'risks')[]
  /** A starting guess by topic; the county replaces it by its own survey, 12348 and mediation figures. */
  demand: Record<string, number>
}

export const segmentRows: SegmentRow[] = [
  {
    slug: 'elderly',
    name: '老年人',
    nameEn: 'Elderly',
    invitation: '给家里老人看的：防骗、养老、家产，大字能听。',
    demoPopulation: 72_000,
    varieties: ['hak', 'yue', 'cmn'],
    hours: ['06-09', '18-20'],
    forms: ['video', 'case'],
    demand: {
      'telecom-fraud': 0.28,
      'elder-scams': 0.14,
      'consumer-rights': 0.18,
      'land-housing': 0.12,
      inheritance: 0.1,
      'marriage-family': 0.1,
      traffic: 0.04,
      'legal-aid': 0.04,
    },
  },
  {
    slug: 'youth',
    name: '青年人',
    nameEn: 'Youth',
    invitation: '给年轻人看的：打工、网购、借卡、谈婚论嫁，选一选就知道。',
    demoPopulation: 66_000,
    varieties: ['cmn', 'yue'],
    hours: ['12-14', '20-23'],
    forms: ['choice', 'video', 'case'],
    demand: {
      'labour-wages': 0.26,
      'telecom-fraud': 0.24,
      'consumer-rights': 0.18,
      'marriage-family': 0.14,
      'land-housing': 0.06,
      minors: 0.04,
      traffic: 0.04,
      drugs: 0.04,
    },
  },
  {
    slug: 'business',
    name: '经营户',
    nameEn: 'Business owners',
    invitation: '给开店办厂的看的：雇人、合同、消费纠纷，一张清单查一遍。',
    demoPopulation: 21_000,
    varieties: ['cmn'],
    hours: ['09-12', '20-23'],
    forms: ['risks', 'guide', 'case'],
    demand: {
      'contracts-company': 0.26,
      'labour-wages': 0.22,
      'consumer-rights': 0.16,
      'telecom-fraud': 0.14,
      safety: 0.08,
      minors: 0.06,
      ip: 0.04,
      environment: 0.04,
    },
  },
]
